"""The web manifest: name, colours and icons of a site that somebody puts on a home screen."""

from __future__ import annotations

import json

from smm_portfolio.looks import Look
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.icons import SIZES, SVG, png_uri
from smm_portfolio.site.tree import Asset

MANIFEST = "site.webmanifest"


def manifest_asset(context: SiteContext, look: Look) -> Asset:
    """The manifest of one language; its addresses are relative to itself, so that the site may lie in any folder."""
    settings = context.library.settings
    name = context.text(settings.name)
    pictures = [
        {"src": png_uri(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for purpose in ("any", "maskable")
        for size in SIZES
    ]
    described = {
        "name": name,
        "short_name": name,
        **({"description": context.text(settings.description)} if settings.description else {}),
        "lang": context.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": look.light["bg"],
        "theme_color": look.light["hd-bg"],
        "icons": [{"src": SVG, "sizes": "any", "type": "image/svg+xml"}, *pictures],
    }
    return Asset(MANIFEST, (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode())
