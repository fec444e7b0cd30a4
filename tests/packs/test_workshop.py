"""Workers: a killed one costs no pack, work comes back in order, and other machines do the same work."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from smm_portfolio.packs.workshop import DaskExecutor, Inline, Workshop, executor_for
from smm_portfolio.problems import UserError


class Breaking(Executor):
    """Breaks at the third task."""

    def __init__(self) -> None:
        self.left = 2

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self.left:
            self.left -= 1
            future.set_result(fn(*args))
        else:
            future.set_exception(BrokenExecutor("killed"))
        return future


def test_a_broken_pool_is_replaced_and_nothing_is_done_twice_or_lost():
    executors = iter([Breaking(), Inline()])
    with Workshop(lambda: next(executors), 4) as workshop:
        assert list(workshop.each((abs, (-n,)) for n in range(10))) == list(range(10))


def test_a_pool_that_always_breaks_is_reported():
    with Workshop(Breaking, 4) as workshop, pytest.raises(UserError, match="killed several times"):
        list(workshop.each((abs, (-n,)) for n in range(10)))


def test_only_a_few_tasks_are_under_way_at_a_time():
    asked: list[int] = []

    def tasks():
        for n in range(20):
            asked.append(n)
            yield abs, (-n,)

    with Workshop(Inline, 3) as workshop:
        for done in workshop.each(tasks()):
            assert len(asked) <= done + 3


def test_a_mistake_in_the_work_is_not_swallowed():
    with Workshop(Inline, 2) as workshop, pytest.raises(ZeroDivisionError):
        list(workshop.each([(divmod, (1, 0))]))


def test_a_scheduler_that_does_not_answer_is_a_problem_of_the_command_line():
    make, _ = executor_for(many=True, workers=None, dask="nonsense://nowhere")
    with pytest.raises(UserError, match="no Dask scheduler"):
        make()


class Client:
    """Stands for a cluster whose scheduler answers with an error of its own, or is gone."""

    def __init__(self, error: Exception, *, at_once: bool = False) -> None:
        self._error, self._at_once = error, at_once

    def get_executor(self, *, pure: bool) -> Client:
        del pure
        return self

    def submit(self, *words: Any) -> Future[Any]:
        if self._at_once:
            raise self._error
        future: Future[Any] = Future()
        future.set_exception(self._error)
        return future

    def shutdown(self, *, wait: bool) -> None:
        del wait

    def close(self) -> None:
        pass


@pytest.mark.parametrize("at_once", [False, True])
def test_a_cluster_that_loses_its_workers_is_tried_again_and_then_reported_in_a_sentence(at_once: bool):
    from distributed.comm import CommClosedError

    lost = OSError("no scheduler") if at_once else CommClosedError("worker died")
    executors = iter([DaskExecutor(Client(lost, at_once=at_once)), Inline()])
    with Workshop(lambda: next(executors), 4) as workshop:
        assert list(workshop.each((abs, (-n,)) for n in range(5))) == list(range(5))
    with (
        Workshop(lambda: DaskExecutor(Client(lost, at_once=at_once)), 4) as workshop,
        pytest.raises(UserError, match="killed several times"),
    ):
        list(workshop.each((abs, (-n,)) for n in range(5)))


def test_a_mistake_in_the_work_of_a_cluster_is_not_taken_for_a_lost_worker():
    with Workshop(lambda: DaskExecutor(Client(ZeroDivisionError())), 2) as workshop, pytest.raises(ZeroDivisionError):
        list(workshop.each([(divmod, (1, 0))]))


CLUSTER = """
import datetime as dt, json, os, signal, sys, threading
from pathlib import Path

def begin(stage, total):
    def tell(done):
        if done and pids:
            os.kill(pids.pop(), signal.SIGKILL)
    return tell

pids = []
if __name__ == "__main__":
    from distributed import Client, LocalCluster
    from smm_portfolio.content.loader import load
    from smm_portfolio.looks import font_set
    from smm_portfolio.packs.run import PackRequest, make_packs
    from tests.print.documents import shipped

    root, cache, folder, people = map(Path, sys.argv[1:5])
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            pids.append(next(iter(client.run(os.getpid).values())))
        look = shipped("studio")
        request = PackRequest(
            "start", folder, dt.date(2026, 11, 23), people, owners=False, cache=cache, dask=cluster.scheduler_address
        )
        make_packs(request, load(root).library, look, font_set(look, cache), begin)
"""


@pytest.mark.slow
def test_on_a_dask_cluster_with_a_worker_killed_half_way_the_files_are_the_same(
    books: Any, font_cache: Path, tmp_path: Path, repo_root: Path
):
    from tests.packs.pack_project import listed, row
    from tests.packs.test_batch import SCRIPT

    people = listed(tmp_path / "people.csv", [row(f"Persoon {n}") for n in range(200)] + [row("Jan 🎉")])
    environment = {**os.environ, "PYTHONPATH": str(repo_root)}
    for name, code in (("here", SCRIPT), ("there", CLUSTER)):
        script = tmp_path / f"{name}.py"
        script.write_text(code, encoding="utf-8")
        words = [str(one) for one in (script, books.root, font_cache, tmp_path / name, people)]
        done = subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("here", "there"))
    assert here == there
