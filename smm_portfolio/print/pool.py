"""Many jobs: the unchanged ones from the cache, the others side by side."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from smm_portfolio.looks.files import worker_pool
from smm_portfolio.print.cache import PdfCache
from smm_portfolio.print.engine import render
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.problems import InternalError, Problem

_PRELOAD = ("smm_portfolio.print.preload",)

Progress = Callable[[Rendered], None]
"""Called after each job with its outcome."""


def render_many(
    jobs: Iterable[PrintJob],
    *,
    cache: Path | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Rendered]:
    """Render every job; a failing one gives problems and does not stop the others.

    Args:
        jobs: any number; equal ones are rendered once.
        cache: folder of finished PDFs; None keeps nothing (for personal documents).
        executor: where to render; by default a process pool of our own, and this process where one job is left to do.
        workers: processes of our own pool; by default one a processor.
        progress: called after each job.

    Returns:
        One result a job, in the order of the jobs.

    Raises:
        PdfUnavailable: a PDF has to be made and the machine cannot.
    """
    listed = list(jobs)
    store = PdfCache(cache) if cache else None
    results: dict[PrintJob, Rendered] = {}
    for job in dict.fromkeys(listed):
        found = store.get(job) if store else None
        if found:
            results[job] = _told(found, progress)
    missing = [job for job in dict.fromkeys(listed) if job not in results]
    for result in _render_missing(missing, executor, workers):
        if store and result.ok and not result.problems:
            store.put(result)
        results[result.job] = _told(result, progress)
    return [results[job] for job in listed]


def render_here(jobs: Sequence[PrintJob], *, cache: Path) -> list[Rendered]:
    """``render_many``; one by one in a process that was started to build pages, since that cannot start any itself."""
    if multiprocessing.parent_process() is None:
        return render_many(jobs, cache=cache)
    return [result for job in jobs for result in render_many([job], cache=cache)]


def _told(result: Rendered, progress: Progress | None) -> Rendered:
    if progress:
        progress(result)
    return result


def _render_missing(jobs: Sequence[PrintJob], executor: Executor | None, workers: int | None) -> Iterator[Rendered]:
    if executor is not None:
        yield from _each(executor, jobs)
    elif len(jobs) < 2:
        yield from map(render_safely, jobs)
    else:
        count = min(workers or os.cpu_count() or 1, len(jobs))
        yield from _own_pool(jobs, count)


def _own_pool(jobs: Sequence[PrintJob], workers: int) -> Iterator[Rendered]:
    """Our pool; should a worker die, the jobs without a result are tried again, each in a process of its own."""
    done: set[PrintJob] = set()
    try:
        with worker_pool(workers, _PRELOAD) as executor:
            for result in _each(executor, jobs):
                done.add(result.job)
                yield result
    except BrokenProcessPool:
        for job in jobs:
            if job not in done:
                yield _alone(job)


def _alone(job: PrintJob) -> Rendered:
    try:
        with worker_pool(1, _PRELOAD) as executor:
            return executor.submit(render_safely, job).result()
    except BrokenProcessPool:
        problem = Problem(
            "SMM093",
            "the process that laid out this document was killed",
            "Look for a huge picture or table; the machine may be out of memory.",
            job.source,
        )
        return Rendered(job, b"", (problem,))


def _each(executor: Executor, jobs: Sequence[PrintJob]) -> Iterator[Rendered]:
    futures: list[Future[Rendered]] = []
    try:
        futures += [executor.submit(render_safely, job) for job in jobs]
        for future in futures:
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def render_safely(job: PrintJob) -> Rendered:
    """``render``, with a fault inside WeasyPrint as a problem of that document."""
    try:
        return render(job)
    except InternalError as error:
        problem = Problem(
            "SMM093", str(error), "Simplify the part of the document that causes it, and report it.", job.source
        )
        return Rendered(job, b"", (problem,))
