"""Make something expensive once per test run, whichever worker needs it first."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


def once(config: pytest.Config, factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give the folder that `make` filled, in this worker or another one of the same run.

    Why a lock of the operating system: it falls away with its process, so a killed worker blocks nobody.
    A failed attempt is repeated by whoever asks next, so that every test that needs it shows the reason.
    """
    root = factory.getbasetemp()
    if hasattr(config, "workerinput"):
        root = root.parent
    folder, done = root / name, root / f"{name}.done"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder
