"""The pages of ``smm.yml``, ``brand.yml`` and the plugin options."""

from __future__ import annotations

import re
from pathlib import Path

from smm_portfolio.content.settings import Settings
from smm_portfolio.looks.loader import BASE, BRAND_FILE, available_looks
from smm_portfolio.looks.model import Brand
from smm_portfolio.reference.fields import field_table, link_from, parts_of, sections
from smm_portfolio.reference.markdown import code, fence, heading, page, prose, table
from smm_portfolio.resources import themes_dir

_BRAND = """\
It lies in the folder of a look: `themes/<look>/brand.yml`. Looks that come with us: {looks}. A brand file says only
what differs from the look that it extends, so most fields may be left out. How to make one:
[looks and brand](../looks.md)."""

_SCHEMES = {
    "light": "The site by day. A role that `dark` does not name is the same by night.",
    "print": "Paper.",
}


def settings_page(root: Path, order: int) -> str:
    """Every key of smm.yml."""
    link = link_from()
    return page(
        "smm.yml",
        "The settings of a project: name, languages, look, address and calendar.",
        order,
        [
            "This file lies at the top of your project. Every line may be left out.",
            heading(2, "Fields", "fields"),
            field_table(Settings, link),
            *sections(parts_of(Settings), link),
            heading(2, "A complete example", "example"),
            "The one of this site:",
            fence((root / "smm.yml").read_text(encoding="utf-8")),
        ],
    )


def brand_page(order: int) -> str:
    """Every key of brand.yml, and every role and token with its plain value."""
    link = link_from()
    base = (themes_dir() / BASE / BRAND_FILE).read_text(encoding="utf-8")
    looks = ", ".join(code(name) for name in available_looks())
    parts = [
        prose(Brand.__doc__).partition(": ")[2].capitalize(),
        _BRAND.format(looks=looks),
        heading(2, "Fields", "fields"),
        field_table(Brand, link),
        *sections(parts_of(Brand), link),
    ]
    for scheme, text in _SCHEMES.items():
        parts += [heading(2, f"Colour roles: {scheme}", f"roles-{scheme}"), text]
        rows = [(code(role), group, code(value)) for role, value, group in roles(base, scheme)]
        parts.append(table(("Role", "For", "In the base look"), rows))
    return page("brand.yml", "Colours, type, corners and logo of a look, for site and paper.", order, parts)


def roles(brand: str, scheme: str) -> list[tuple[str, str, str]]:
    """Role, value and the comment above its group, from the text of the base look's brand file."""
    block = brand.partition(f"\n  {scheme}:\n")[2]
    found, group = [], "everything" if scheme == "light" else "paper"
    for line in block.splitlines():
        if not line.startswith("    "):
            break
        if line.lstrip().startswith("#"):
            group = line.strip(" #")
        elif parts := re.fullmatch(r"    ([a-z][\w-]*): (.+)", line):
            found.append((parts[1], parts[2].strip("'"), group))
    return found
