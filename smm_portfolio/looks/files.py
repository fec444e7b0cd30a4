"""Files and processes that survive being killed and being run twice at once."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whoever else writes it at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def worker_pool(
    workers: int, preload: Sequence[str] = (), initializer: Callable[[], None] | None = None
) -> ProcessPoolExecutor:
    """Fresh processes, never a fork of this one: it may run threads (live reload does).

    Args:
        workers: at most so many, and no more than processors.
        preload: modules that the server imports once before it forks workers; ignored where there is no such server.
        initializer: called once in each worker.
    """
    count = max(1, min(workers, os.cpu_count() or 1))
    if sys.platform in ("win32", "darwin"):
        return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=initializer)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return ProcessPoolExecutor(count, mp_context=context, initializer=initializer)
