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
from tests.pictures.files import box, drawn, film, huge_header, one_picture, photo, pictured_project, see_through
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
        root = project(one_picture("window.jpg", photo()), name=name)
        prepare(library_in(root), whole_site=True)
        found.append({p.relative_to(root / CACHE): p.read_bytes() for p in (root / CACHE).rglob("*") if p.is_file()})
    assert found[0] == found[1]


def test_where_avif_cannot_be_written_there_is_webp(project: Project) -> None:
    assert avif_here(), "the reference machine writes AVIF, so that both ways are tested"
    root = project(one_picture("window.jpg", photo()))
    ways = [prepare(library_in(root), whole_site=True, avif=avif).pictures for avif in (True, False)]
    types = [{source.type for shown in way.shown.values() for source in shown.sources} for way in ways]
    assert types == [{"image/avif", "image/webp"}, {"image/webp"}]
    assert not [name for name in ways[1].files if name.endswith(".avif")]
    assert ways[1].shown.keys() == ways[0].shown.keys()


def test_a_case_that_is_not_published_has_no_pictures(project: Project) -> None:
    for permission, ready in (("public", {"images/window.jpg"}), ("none", set())):
        tree = one_picture("window.jpg", photo())
        case = str(tree["site_src/cases/bakery.yml"]).replace("permission: public", f"permission: {permission}")
        root = project({**tree, "site_src/cases/bakery.yml": case}, name=permission)
        pictures = prepare(library_in(root), whole_site=True).pictures
        assert {*pictures.shown, *pictures.cleaned} == ready


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
    root = project(one_picture("window.jpg", raw))
    found = problems_of(root)
    assert [(one.code, one.severity, one.path) for one in found] == [(code, severity, "picture.file")]
    lines = (root / "site_src/cases/bakery.yml").read_text().splitlines()
    assert "window.jpg" in lines[found[0].line - 1]
    assert found[0].fix
    assert str(root) not in found[0].message


def test_a_picture_that_is_none_by_its_name_is_reported(project: Project) -> None:
    found = problems_of(project(one_picture("offer.pdf", b"%PDF-1.7")))
    assert [(one.code, one.path) for one in found] == [("SMM122", "picture.file")]


def test_a_telephone_s_own_format_is_refused_before_it_is_published(project: Project) -> None:
    tree = {**one_picture("window.jpg", photo()), "site_src/images/IMG_1.HEIC": b"\0\0\0\x18ftypheic"}
    found = problems_of(project(tree))
    assert [(one.code, one.file) for one in found] == [("SMM122", "site_src/images/IMG_1.HEIC")]
    assert "JPEG" in found[0].fix


def test_a_drawing_with_a_script_is_reported_in_the_page_that_shows_it(project: Project) -> None:
    tree = {
        **one_picture("window.jpg", photo()),
        "site_src/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        "site_src/lesson.md": "# Les\n\n![Het plan](plan.svg)\n",
    }
    found = problems_of(project(tree))
    assert [(one.code, one.file, one.line, one.column) for one in found] == [("SMM124", "site_src/lesson.md", 3, 13)]


def test_a_video_with_a_place_is_a_warning(project: Project) -> None:
    reel = film(box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+52.0907+005.1214/")))
    found = problems_of(project({**one_picture("window.jpg", photo()), "site_src/reel.mp4": reel}))
    assert [(one.code, one.file, one.severity) for one in found] == [("SMM125", "site_src/reel.mp4", Severity.WARNING)]


def test_in_somebody_else_s_site_only_what_our_yaml_names_can_stop_the_build(project: Project) -> None:
    tree = {**one_picture("window.jpg", b"broken"), "site_src/left-over.jpg": b"broken long ago"}
    found = {one.file: one.severity for one in problems_of(project(tree), whole_site=False)}
    assert found == {"site_src/left-over.jpg": Severity.WARNING, "site_src/cases/bakery.yml": Severity.ERROR}


def test_a_link_out_of_the_folder_is_never_followed_to_a_page(tmp_path: Path) -> None:
    root = write_tree(tmp_path / "project", one_picture("window.jpg", b""))
    (tmp_path / "private.jpg").write_bytes(photo(1200, 900))
    path = root / "site_src/images/window.jpg"
    path.unlink()
    path.symlink_to(tmp_path / "private.jpg")
    assert [one.code for one in load(root).problems if one.is_error] == ["SMM023"]
