"""Work on an executor: a few tasks under way at a time, results in order, a fresh pool where a worker was killed."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from functools import partial
from typing import Any, TypeVar

from smm_portfolio.looks.files import worker_pool
from smm_portfolio.packs.worker import quiet
from smm_portfolio.problems import Problem, UserError

T = TypeVar("T")
Task = tuple[Callable[..., T], tuple[Any, ...]]
"""A function that can be pickled, and its arguments."""

_TRIES = 3
_PRELOAD = ("smm_portfolio.print.preload", "smm_portfolio.packs.worker")


class Inline(Executor):
    """Does the work in this process, for batches that are done before a pool would have started."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run it now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  (a future carries whatever its function raises)
            future.set_exception(error)
        return future


class DaskExecutor(Executor):
    """A Dask cluster as an executor like the others; it restarts killed workers and their tasks itself.

    Args:
        client: connected to a scheduler; closed with the executor.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._inner = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Send it to the cluster; a cluster that gives up counts as broken, like a pool whose workers were killed."""
        future: Future[T] = Future()
        try:
            inner = self._inner.submit(fn, *args, **kwargs)
        except (OSError, RuntimeError) as error:  # the scheduler is gone
            raise BrokenExecutor(str(error)) from error
        inner.add_done_callback(partial(_hand_over, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop; what is under way is cancelled where asked."""
        self._inner.shutdown(wait=wait and not cancel_futures)
        self._client.close()


def _hand_over(future: Future[Any], done: Future[Any]) -> None:
    """A result of Dask, or its own errors (a task killed workers, the connection is gone) as a broken executor."""
    try:
        future.set_result(done.result())
    except CancelledError:
        future.set_exception(BrokenExecutor("the scheduler is gone"))
    except Exception as error:  # noqa: BLE001  (a future carries whatever its function raises)
        gone = type(error).__module__.partition(".")[0] == "distributed"
        future.set_exception(BrokenExecutor(str(error)) if gone else error)


class Workshop:
    """An executor that is replaced when it breaks; use it as a context.

    Args:
        make: starts an executor.
        ahead: tasks under way at a time, which bounds memory.
    """

    def __init__(self, make: Callable[[], Executor], ahead: int) -> None:
        self._make = make
        self._ahead = max(1, ahead)
        self._executor = make()
        self._broken = 0

    @property
    def executor(self) -> Executor | None:
        """The executor itself; None where work is done in this process."""
        return None if isinstance(self._executor, Inline) else self._executor

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._executor.shutdown(wait=kind is None, cancel_futures=True)

    def each(self, tasks: Iterable[Task[T]]) -> Iterator[T]:
        """The results of tasks, in their order; tasks are asked for only as there is room.

        Raises:
            UserError: the workers were killed again and again.
        """
        waiting: deque[tuple[Task[T], Future[T]]] = deque()
        for task in tasks:
            waiting.append((task, self._submit(task)))
            if len(waiting) >= self._ahead:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _submit(self, task: Task[T]) -> Future[T]:
        try:
            return self._executor.submit(task[0], *task[1])
        except BrokenExecutor as error:
            failed: Future[T] = Future()
            failed.set_exception(error)
            return failed

    def _next(self, waiting: deque[tuple[Task[T], Future[T]]]) -> T:
        while True:
            try:
                result = waiting[0][1].result()
            except BrokenExecutor:
                self._replace()
                again = [(task, self._submit(task)) for task, _ in waiting]
                waiting.clear()
                waiting.extend(again)
            else:
                waiting.popleft()
                return result

    def _replace(self) -> None:
        self._broken += 1
        if self._broken >= _TRIES:
            fix = (
                "It may be out of memory: use --workers 1, close other programs or start larger workers. Run it again."
            )
            raise UserError([Problem("SMM117", "the processes that make the packs were killed several times", fix)])
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._make()


def executor_for(many: bool, workers: int | None, dask: str) -> tuple[Callable[[], Executor], int]:
    """How to start an executor, and how many tasks to keep under way.

    Args:
        many: whether there is enough to do that starting processes pays.
        workers: processes; by default one a processor.
        dask: address of a Dask scheduler, or empty.

    Raises:
        UserError: Dask is asked for and not installed, or its scheduler does not answer.
    """
    if dask:
        return (lambda: _dask(dask)), 32
    count = workers or os.cpu_count() or 1
    if not many or count < 2:
        return Inline, 1
    return (lambda: worker_pool(count, _PRELOAD, quiet)), 2 * count + 2


def _dask(address: str) -> Executor:
    try:
        from distributed import Client  # noqa: PLC0415  (an extra)
    except ImportError:
        fix = "pip install 'smm-portfolio[dask]'"
        raise UserError([Problem("SMM063", "--dask needs the extra 'dask'", fix, path="--dask")]) from None
    connect: Any = Client
    for name in ("distributed", "tornado"):  # each lost worker would be a page of traceback; we say it in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return DaskExecutor(connect(address, timeout="10s", set_as_default=False))
    except (OSError, ValueError) as error:
        message = f"no Dask scheduler answers at {address}: {error}"
        raise UserError([Problem("SMM063", message, "Write for example tcp://10.0.0.5:8786.", path="--dask")]) from None
