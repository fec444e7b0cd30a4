"""An unchanged document is never laid out twice, and a broken one does not take the others down."""

from __future__ import annotations

import dataclasses
import logging
import os
import pickle
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from smm_portfolio.print import pool
from smm_portfolio.print.cache import PdfCache
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.pool import render_many
from smm_portfolio.problems import PdfUnavailable, Problem

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{}" height="9"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one picture."""
    (tmp_path / "project").mkdir()
    (tmp_path / "project/bar.svg").write_text(SVG.format(3))
    return tmp_path / "project"


def job(folder: Path, name: str, body: str = '<img src="bar.svg" alt="Bar">') -> PrintJob:
    html = f'<html lang="en"><head><title>{name}</title></head><body>{body}</body></html>'
    return PrintJob(html, ("img{width:20mm}",), f"site_src/{name}.yml", folder, (folder,), "en", min_page_chars=0)


def never(_job: PrintJob) -> Rendered:
    pytest.fail("an unchanged document was laid out again")


def test_second_run_lays_out_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = folder / ".cache/smm/pdf"
    [first] = render_many([job(folder, "a")], cache=cache)
    monkeypatch.setattr(pool, "render", never)
    [second] = render_many([job(folder, "a")], cache=cache)
    assert (first.reused, second.reused) == (False, True)
    assert first.pdf == second.pdf


def test_changed_picture_changed_text_and_damaged_file_are_laid_out_again(folder: Path) -> None:
    cache = folder / ".cache/smm/pdf"
    [first] = render_many([job(folder, "a")], cache=cache)
    (folder / "bar.svg").write_text(SVG.format(9))
    [picture] = render_many([job(folder, "a")], cache=cache)
    assert not picture.reused
    assert picture.pdf != first.pdf
    [text] = render_many([job(folder, "b")], cache=cache)
    assert not text.reused
    for kept in cache.rglob("*.pdf+"):
        kept.write_bytes(kept.read_bytes()[:-10])
    [damaged] = render_many([job(folder, "a")], cache=cache)
    assert not damaged.reused
    assert damaged.pdf == picture.pdf


def test_moved_project_finds_its_documents_again(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    assert job(folder, "a").key() == job(moved, "a").key()
    assert job(folder, "a").key() != dataclasses.replace(job(folder, "a"), forms=False).key()


def test_nothing_is_kept_unless_asked(folder: Path) -> None:
    render_many([job(folder, "a")])
    assert [path.name for path in folder.rglob("*")] == ["bar.svg"]


def test_failing_document_names_its_source_and_the_others_finish(folder: Path, logged: list[logging.LogRecord]) -> None:
    jobs = [job(folder, "a"), job(folder, "bad", '<img src="gone.png" alt="">'), job(folder, "c")]
    seen: list[Rendered] = []
    results = render_many(jobs, workers=2, progress=seen.append)
    assert [r.ok for r in results] == [True, False, True]
    assert [(p.code, p.file) for p in results[1].problems] == [("SMM091", "site_src/bad.yml")]
    assert len(seen) == 3


def test_pool_and_this_process_give_the_same_bytes(folder: Path) -> None:
    jobs = [job(folder, name) for name in "ab"]
    with ThreadPoolExecutor(1) as executor:
        here = render_many(jobs, executor=executor)
    assert [r.pdf for r in render_many(jobs, workers=2)] == [r.pdf for r in here]


def test_failed_document_is_not_cached(folder: Path, logged: list[logging.LogRecord]) -> None:
    cache = folder / ".cache/smm/pdf"
    bad = job(folder, "bad", '<img src="gone.svg" alt="">')
    assert not render_many([bad], cache=cache)[0].ok
    (folder / "gone.svg").write_text(SVG.format(1))
    assert render_many([bad], cache=cache)[0].ok


def test_killed_worker_costs_one_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document that kills its process is reported; what waited behind it is made all the same."""
    jobs = [job(folder, name) for name in ("a", "killer", "c")]
    monkeypatch.setattr(pool, "render_safely", _kill_or_render)
    results = render_many(jobs, workers=2)
    assert [r.ok for r in results] == [True, False, True]
    assert "killed" in results[1].problems[0].message
    assert results[1].problems[0].file == "site_src/killer.yml"


def _kill_or_render(asked: PrintJob) -> Rendered:
    if "killer" in asked.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return pool.render(asked)


def test_missing_libraries_stop_everything_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(_job: PrintJob) -> Rendered:
        raise PdfUnavailable([Problem("SMM090", "no Pango", "Install it.")])

    monkeypatch.setattr(pool, "render", unavailable)
    with pytest.raises(PdfUnavailable):
        render_many([job(folder, "a")])


def test_jobs_and_results_can_be_sent_to_another_process(folder: Path) -> None:
    [result] = render_many([job(folder, "a")])
    assert pickle.loads(pickle.dumps(result)) == result


def test_cache_holds_whole_files_only(folder: Path) -> None:
    store = PdfCache(folder / "pdf")
    [result] = render_many([job(folder, "a")])
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(store.put, [result] * 8))
    assert len([path for path in (folder / "pdf").rglob("*") if path.is_file()]) == 1
    assert store.get(job(folder, "a")) is not None
