"""Pictures are made once, side by side, and a mistake is told where somebody typed it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.pictures import prepare
from smm_portfolio.pictures.encoding import avif_here
from smm_portfolio.pictures.prepare import CACHE
from smm_portfolio.problems import Problem, Severity
from tests.pictures.files import box, drawn, film, huge_header, photo, pictured_project, see_through
from tests.support.trees import write_tree

Project = Callable[..., Path]


def library_in(root: Path) -> Library:
    return load(root).library


def problems_of(root: Path, *, whole_site: bool = True) -> tuple[Problem, ...]:
    return prepare(library_in(root), whole_site=whole_site).problems


def stamps(root: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in (root / CACHE).rglob("*") if path.is_file()}


def test_a_second_time_nothing_is_made_again_and_a_changed_picture_alone_is(project: Project) -> None:
    root = project(pictured_project())
    first = prepare(library_in(root), whole_site=True)
    before = stamps(root)
    assert len(before) > 20
    assert prepare(library_in(root), whole_site=True) == first
    assert stamps(root) == before
    (root / "site_src/images/table.png").write_bytes(drawn())
    second = prepare(library_in(root), whole_site=True)
    after = stamps(root)
    assert {name: after[name] for name in before} == before
    new = {Path(name).parent for name in set(after) - set(before)}
    assert len(new) == 1, "one picture, for pages"
    changed = [name for name in first.pictures.shown if first.pictures.shown[name] != second.pictures.shown[name]]
    assert changed == ["images/table.png"]


def test_a_broken_cache_is_made_good(project: Project) -> None:
    root = project(pictured_project())
    first = prepare(library_in(root), whole_site=True)
    for index in (root / CACHE).rglob("index.json"):
        index.write_text("{")
    next((root / CACHE).rglob("*.avif")).unlink()
    assert prepare(library_in(root), whole_site=True) == first
    assert all(path.is_file() for path in first.pictures.files.values())


def test_the_same_files_come_from_another_folder(project: Project) -> None:
    found = []
    for name in ("one", "two"):
        root = project(pictured_project(), name=name)
        prepare(library_in(root), whole_site=True)
        found.append({p.relative_to(root / CACHE): p.read_bytes() for p in (root / CACHE).rglob("*") if p.is_file()})
    assert found[0] == found[1]


def test_where_avif_cannot_be_written_there_is_webp(project: Project) -> None:
    assert avif_here(), "the reference machine writes AVIF, so that both ways are tested"
    root = project(pictured_project())
    ways = [prepare(library_in(root), whole_site=True, avif=avif).pictures for avif in (True, False)]
    types = [{source.type for shown in way.shown.values() for source in shown.sources} for way in ways]
    assert types == [{"image/avif", "image/webp"}, {"image/webp"}]
    assert not [name for name in ways[1].files if name.endswith(".avif")]
    assert ways[1].shown.keys() == ways[0].shown.keys()


def test_a_case_that_is_not_published_has_no_pictures(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/cases/chain.yml"] = str(tree["site_src/cases/chain.yml"]).replace("anonymised\n", "none\n", 1)
    pictures = prepare(library_in(project(tree)), whole_site=True).pictures
    assert "images/counter.jpg" not in pictures.shown
    assert "images/counter.jpg" not in pictures.cleaned
    assert "images/IMG_2041.jpg" in pictures.shown


WRONG = {
    "broken": (photo()[:5000], "SMM122", Severity.ERROR),
    "empty": (b"", "SMM122", Severity.ERROR),
    "a page": (b"<html></html>", "SMM122", Severity.ERROR),
    "enormous": (huge_header(20_000, 20_000), "SMM123", Severity.ERROR),
    "of another kind": (see_through(1000, 700), "SMM122", Severity.WARNING),
    "a thumbnail": (photo(200, 150), "SMM123", Severity.WARNING),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_picture_in_yaml_is_reported_at_its_line(project: Project, name: str) -> None:
    raw, code, severity = WRONG[name]
    tree = pictured_project()
    tree["site_src/images/counter.jpg"] = raw
    root = project(tree)
    found = [one for one in problems_of(root) if one.file == "site_src/cases/chain.yml" and one.path == "picture.file"]
    assert [(one.code, one.severity) for one in found] == [(code, severity)]
    lines = (root / "site_src/cases/chain.yml").read_text().splitlines()
    assert "counter.jpg" in lines[found[0].line - 1]
    assert found[0].fix
    assert str(root) not in found[0].message


def test_a_picture_that_is_none_by_its_name_is_reported(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/cases/bakery.yml"] = str(tree["site_src/cases/bakery.yml"]).replace("IMG_2041.jpg", "offer.pdf")
    tree["site_src/images/offer.pdf"] = b"%PDF-1.7"
    found = [one for one in problems_of(project(tree)) if one.is_error]
    assert [(one.code, one.path) for one in found] == [("SMM122", "picture.file")]


def test_a_telephone_s_own_format_is_refused_before_it_is_published(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/images/IMG_1.HEIC"] = b"\0\0\0\x18ftypheic"
    found = [one for one in problems_of(project(tree)) if one.is_error]
    assert [(one.code, one.file) for one in found] == [("SMM122", "site_src/images/IMG_1.HEIC")]
    assert "JPEG" in found[0].fix


def test_a_drawing_with_a_script_is_reported_in_the_page_that_shows_it(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/images/plan.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    found = [one for one in problems_of(project(tree)) if one.is_error]
    assert [(one.code, one.file, one.line) for one in found] == [("SMM124", "site_src/training/lesson.en.md", 10)]


def test_a_video_with_a_place_is_a_warning(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/images/reel.mp4"] = film(box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+52.0907+005.1214/")))
    found = [one for one in problems_of(project(tree)) if one.code == "SMM125"]
    assert [(one.file, one.severity) for one in found] == [("site_src/images/reel.mp4", Severity.WARNING)]


def test_in_somebody_else_s_site_only_what_our_yaml_names_can_stop_the_build(project: Project) -> None:
    tree = pictured_project()
    tree["site_src/images/left-over.jpg"] = b"broken long ago"
    tree["site_src/images/counter.jpg"] = b"broken"
    found = {one.file: one.severity for one in problems_of(project(tree), whole_site=False) if one.code == "SMM122"}
    assert found == {
        "site_src/images/left-over.jpg": Severity.WARNING,
        "site_src/cases/chain.yml": Severity.ERROR,
    }


def test_a_link_out_of_the_folder_is_never_followed_to_a_page(tmp_path: Path) -> None:
    root = write_tree(tmp_path / "project", pictured_project())
    (tmp_path / "private.jpg").write_bytes(photo(1200, 900))
    path = root / "site_src/images/counter.jpg"
    path.unlink()
    path.symlink_to(tmp_path / "private.jpg")
    assert [one.code for one in load(root).problems if one.is_error] == ["SMM023"]
