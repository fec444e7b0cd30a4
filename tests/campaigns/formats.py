"""A campaign with a post of every format and placement, for previews, and the projects that hold it."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.library import Library
from tests.support.portfolio import library_of
from tests.support.small_project import write_small_project
from tests.support.trees import write_tree


def campaign_yaml() -> str:
    """The whole file; every post is drawn, at noon, with a picture that is described."""
    more = "    time: '12:00'\n    preview: true\n    alt: {nl: Een jas, en: A coat}\n    platform:"
    return Path(__file__).with_name("formats.yml").read_text(encoding="utf-8").replace("    platform:", more)


FILES = {"site_src/campaigns/vormen.yml": campaign_yaml()}


def formats_library(root: Path) -> Library:
    """The campaign as content."""
    return library_of(write_tree(root, {"smm.yml": "languages: [nl, en]\ndocs: site_src\n", **FILES}))


def formats_project(root: Path, repo_root: Path) -> Path:
    """The campaign in a project that can be built."""
    return write_small_project(root, repo_root, **FILES)
