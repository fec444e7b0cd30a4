"""What the head of every page refers to: icons, web manifest and the colour of the browser's bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smm_portfolio.looks import FontSet, Look
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.icons import SVG, TOUCH, icon_assets, png_uri
from smm_portfolio.site.manifest import MANIFEST, manifest_asset
from smm_portfolio.site.monogram import initials
from smm_portfolio.site.tree import Asset


def head_assets(context: SiteContext, look: Look, fonts: FontSet) -> tuple[Asset, ...]:
    """The icons and the manifest of one language."""
    library = context.library
    name = library.profile.model.name if library.profile else context.text(library.settings.name)
    root = context.language == library.settings.default_language
    icons = icon_assets(look, fonts, _letters(name), root=root)
    return (*icons, manifest_asset(context, look))


def head_values(look: Look) -> Mapping[str, Any]:
    """The same for the theme templates."""
    return {
        "icons": [
            {"rel": "icon", "href": SVG, "type": "image/svg+xml", "sizes": "any"},
            {"rel": "icon", "href": png_uri(192), "type": "image/png", "sizes": "192x192"},
            {"rel": "apple-touch-icon", "href": TOUCH, "type": "", "sizes": ""},
            {"rel": "manifest", "href": MANIFEST, "type": "", "sizes": ""},
        ],
        "theme_colours": [
            {"scheme": "light", "value": look.light["hd-bg"]},
            {"scheme": "dark", "value": look.dark["hd-bg"]},
        ],
    }


def _letters(name: str) -> str:
    """The monogram, without signs that stand before a name."""
    bare = "".join(sign if sign.isalnum() else " " for sign in name)
    return initials(bare) if bare.strip() else ""
