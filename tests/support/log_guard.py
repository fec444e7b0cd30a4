"""Pytest plugin: a warning or error that a library logs fails the test, unless the test asks to see the log.

Why: WeasyPrint, MkDocs and fontTools log what went wrong (a missing glyph, a dead link) and carry on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

WATCHED = ("weasyprint", "mkdocs", "smm_portfolio", "fontTools")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def logged() -> list[logging.LogRecord]:
    """The warnings and errors logged so far in this test. Asking for it allows them: check them yourself."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    expected = "logged" in request.fixturenames
    collector = _Collector()
    if expected:
        collector.records = request.getfixturevalue("logged")
    loggers = [logging.getLogger(name) for name in WATCHED]
    for logger in loggers:
        logger.addHandler(collector)
    yield
    for logger in loggers:
        logger.removeHandler(collector)
    if collector.records and not expected:
        lines = [f"{r.name} {r.levelname}: {r.getMessage()}" for r in collector.records]
        pytest.fail("unexpected log messages:\n" + "\n".join(lines), pytrace=False)
