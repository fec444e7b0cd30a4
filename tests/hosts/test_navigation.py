"""The navigation that is made holds every page once, in the order that authors ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.hosts.handwritten import variants
from smm_portfolio.hosts.navigation import front_matter, navigation
from smm_portfolio.site.tree import NavItem, Tree

TREE = Tree(
    "nl",
    (),
    (),
    (NavItem("Werk", "work/index.md", (NavItem("A", "work/a.md"),)), NavItem("Meer", "", (NavItem("B", "b.md"),))),
)


def made(root: Path, tree: Tree = TREE) -> list[Any]:
    sources = [path.relative_to(root).as_posix() for path in root.rglob("*.md")]
    return navigation(tree, {one.uri: one for one in variants(sources, "nl", ("nl", "en"))}, root)


def pages(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    return [uri for one in (nav.values() if isinstance(nav, dict) else nav) for uri in pages(one)]


def titles(nav: list[Any]) -> list[str]:
    return [next(iter(one)) if isinstance(one, dict) else one for one in nav]


@given(st.lists(st.from_regex(r"([a-c]/){0,3}([a-d]|index)\.md", fullmatch=True), unique=True, max_size=12))
def test_every_page_stands_exactly_once(tmp_path_factory, sources):
    root = tmp_path_factory.mktemp("docs")
    for source in sources:
        (root / source).parent.mkdir(parents=True, exist_ok=True)
        (root / source).write_text("# x\n", encoding="utf-8")
    found = pages(made(root))
    assert sorted(found) == sorted({*sources, "work/index.md", "work/a.md", "b.md"})


def test_a_page_that_says_so_is_left_out(project):
    root = project({"a.md": "---\nnav: false\n---\n# A\n", "b.md": "# B\n"}, "docs")
    assert pages(made(root, Tree("nl"))) == ["b.md"]


def test_the_home_page_stands_first(project):
    assert made(project({"index.md": "# x", "a.md": "# x"}, "docs"))[0] == "index.md"


def test_pages_follow_their_order_and_then_their_names(project):
    head = "---\norder: {}\n---\n"
    files = {
        "x/c.md": head.format(1),
        "x/a.md": "# a",
        "x/b.md": head.format(2.5),
        "x/index.md": head.format(9),
        "x/d.md": "# d",
    }
    (section,) = made(project(files, "docs"), Tree("nl"))
    assert section == {"X": ["x/index.md", "x/c.md", "x/b.md", "x/a.md", "x/d.md"]}


def test_a_folder_is_called_as_its_index_page_in_the_language(project):
    files = {
        "hand-book/index.md": "---\ntitle: Handboek\n---\n",
        "hand-book/index.en.md": "---\ntitle: Handbook\n---\n",
        "my-notes/a.md": "x",
    }
    assert titles(made(project(files, "docs"), Tree("nl"))) == ["Handboek", "My notes"]


def test_folders_follow_the_order_of_their_index_pages(project):
    files = {"a/index.md": "---\norder: 2\n---\n", "b/index.md": "---\norder: 1\n---\n", "c/x.md": "x"}
    assert titles(made(project(files, "docs"), Tree("nl"))) == ["B", "A", "C"]


@pytest.mark.parametrize(
    "text",
    ["# no head", "---\ntitle: [broken\n---\n", "---\n- a list\n---\n", "---\nnot closed\n", "", "---\n---\n", "\xff",
     "---\na: !ENV x\n---\n", "---\n? [a]\n: b\n---\n", "---\n\x07\n---\n", "---\na: &a [*a]\n---\n",
     "---\ndate: 2026-02-31\n---\n"],
)  # fmt: skip
def test_a_head_that_cannot_be_read_does_not_stop_the_build(text, project):
    """MkDocs itself says what it thinks of it."""
    root = project({"a.md": text.encode("latin-1")}, "docs")
    assert isinstance(front_matter(root / "a.md"), dict)
    assert made(root, Tree("nl")) == ["a.md"]


@pytest.mark.parametrize("order", ["yes", "soon", "[1]", "2026-01-01", ".nan", "~"])
def test_an_order_that_is_no_number_counts_as_none(order, project):
    files = {"a/a.md": "# a", "a/b.md": f"---\norder: {order}\n---\n", "a/c.md": "---\norder: 1\n---\n"}
    assert made(project(files, "docs"), Tree("nl")) == [{"A": ["a/c.md", "a/a.md", "a/b.md"]}]


@pytest.mark.parametrize(
    "text", ["---\r\ntitle: Één\r\n---\r\n", "\ufeff---\ntitle: Één\n---\n", "---\ntitle: Één\n---"]
)
def test_heads_of_every_editor_are_read(text, project):
    root = project({"a.md": text.encode()}, "docs")
    assert front_matter(root / "a.md") == {"title": "Één"}
