"""Fonts are cut once for all runs: the key of a cut changes with everything that could change its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def font_cache(request: pytest.FixtureRequest) -> Path:
    """A cache folder that outlives the run."""
    return request.config.cache.mkdir("smm-fonts")
