"""The guides that come with us, as packs: complete, accessible and small enough to mail."""

from __future__ import annotations

from pathlib import Path

import page
import pikepdf
import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.looks import font_set
from smm_portfolio.packs.run import PackRequest, make_packs
from tests.packs.pack_project import TODAY
from tests.packs.test_batch import silent
from tests.print.documents import shipped

SOMEBODY = (
    "name=Noor de Vries",
    "manager=Ilse Bakker",
    "buddy=Bas Kaya",
    "type=collega",
    "scope=creator",
    "role=manager",
)
DAYS = ("start=2027-02-01", "kickoff=2027-01-04", "contract=2026-12-07", "end=2027-02-26")
GUIDES = ("crisis-card", "freelancer", "new-client", "new-hire", "offboarding", "routine")
TEN_PAGES = 400_000
"""Bytes of a pack of ten pages that nobody minds in a mail."""


@pytest.fixture(scope="module")
def own(repo_root: Path) -> Library:
    """This project's own content."""
    return load(repo_root).library


def test_every_guide_is_looked_at(own: Library):
    assert tuple(sorted(entry.slug for entry in own.guides)) == GUIDES


@pytest.mark.parametrize(
    ("guide", "look", "language"),
    [(guide, ("studio", "quiet")[n % 2], ("nl", "en")[n // 2 % 2]) for n, guide in enumerate(GUIDES)],
)
def test_a_pack_of_each_guide(own: Library, font_cache: Path, tmp_path: Path, guide: str, look: str, language: str):
    chosen = shipped(look)
    person = (*SOMEBODY, *DAYS, f"language={language}")
    request = PackRequest(
        guide, tmp_path, TODAY, person=person, owners=False, pattern="pack-{line}", cache=font_cache / "layouts"
    )
    report = make_packs(request, own, chosen, font_set(chosen, font_cache), silent)
    assert [problem.message for problem in report.problems] == []
    pack = tmp_path / "pack-0.pdf"
    assert [one.rule_id for one in page.validate_pdf(str(pack), profile=page.ValidationProfile.PDF_UA_1).failures] == []
    model = next(entry.model for entry in own.guides if entry.slug == guide)
    with pikepdf.open(pack) as document:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        pages, titles = len(document.pages), bookmarks(document)
    assert pack.stat().st_size < TEN_PAGES * max(1, pages / 10)
    assert {section.title.pick(language) for section in model.sections} <= titles
    assert {"cover.name", "person.name"} <= set(names)
    assert len(names) == len(set(names))
    slugs = {section.checklist for section in model.sections}
    tasks = [(one.slug, task) for one in own.checklists if one.slug in slugs for _, task in one.model.tasks()]
    texts = dict(word.split("=") for word in person)
    wanted = {f"task.{slug}.{task.id}.done" for slug, task in tasks if task.when is None or task.when.holds(texts)}
    assert {name for name in names if name.startswith("task.") and name.endswith(".done")} == wanted


def bookmarks(document: pikepdf.Pdf) -> set[str]:
    """Titles on every level."""
    found, todo = set[str](), []
    with document.open_outline() as outline:
        todo += outline.root
        while todo:
            item = todo.pop()
            found.add(item.title)
            todo += item.children
    return found
