"""All reference pages, in the order in which the handbook lists them."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.kinds import KINDS
from smm_portfolio.reference.blocks import blocks_page
from smm_portfolio.reference.codes import codes_page
from smm_portfolio.reference.commands import commands_page
from smm_portfolio.reference.kinds import kind_pages, values_page
from smm_portfolio.reference.metrics import metrics_page
from smm_portfolio.reference.plugins import plugins_page
from smm_portfolio.reference.settings import brand_page, settings_page

FOLDER = Path("site_src") / "handbook" / "reference"
FIRST = 100


def reference_pages(root: Path) -> dict[str, str]:
    """Text of every page by file name.

    Args:
        root: project whose content the examples are cut from.
    """
    after = FIRST + len(KINDS)
    return {
        **dict(kind_pages(root, FIRST)),
        "values.en.md": values_page(after),
        "metrics.en.md": metrics_page(after + 1),
        "smm-yml.en.md": settings_page(root, after + 2),
        "brand-yml.en.md": brand_page(after + 3),
        "commands.en.md": commands_page(after + 4),
        "plugins.en.md": plugins_page(after + 5),
        "blocks.en.md": blocks_page(after + 6),
        "codes.en.md": codes_page(after + 7),
    }


def write_reference(root: Path) -> list[Path]:
    """Write every page into the handbook of a project, and remove pages that are no more; returns what was written."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    pages = reference_pages(root)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in pages]
