"""Style sheet, script and fonts of a look, as files of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smm_portfolio.looks import FontSet, Look, web_fonts_css, web_tokens_css
from smm_portfolio.site.styles import published
from smm_portfolio.site.tree import Asset

FOLDER = "assets/smm"
_HOST_TOKENS = "host-tokens.css"


@dataclass(frozen=True, slots=True)
class WebFiles:
    """The files of a look and how pages refer to them.

    Args:
        assets: every file.
        css: style sheets to link, in order.
        js: scripts to load, in order.
        preload: fonts to ask for first.
    """

    assets: tuple[Asset, ...]
    css: tuple[str, ...]
    js: tuple[str, ...]
    preload: tuple[str, ...]


def web_files(look: Look, fonts: FontSet, *, chrome: bool) -> WebFiles:
    """The look's files.

    Args:
        look: whose.
        fonts: its cut fonts.
        chrome: with the site's frame and the look's own colours and type; without, only components, which then take
            colours and type from the Material site that they stand in.
    """
    style = _style(look, fonts) if chrome else _component_style(look)
    script = "\n".join(path.read_text(encoding="utf-8") for path in _files(look, "web/js", "*.js"))
    assets = [Asset(f"{FOLDER}/smm.css", style.encode())]
    if script:
        assets.append(Asset(f"{FOLDER}/smm.js", script.encode()))
    preload: tuple[str, ...] = ()
    if chrome:
        assets += [Asset(f"{FOLDER}/fonts/{font.path.name}", font.path.read_bytes()) for font in fonts.web]
        preload = tuple(f"{FOLDER}/fonts/{font.path.name}" for font in fonts.web if font.cut.preload)
    return WebFiles(tuple(assets), (f"{FOLDER}/smm.css",), (f"{FOLDER}/smm.js",) if script else (), preload)


def _style(look: Look, fonts: FontSet) -> str:
    parts = [web_fonts_css(fonts, "fonts/"), web_tokens_css(look)]
    parts += [
        path.read_text(encoding="utf-8") for path in _files(look, "web/css", "*.css") if path.name != _HOST_TOKENS
    ]
    parts += [path.read_text(encoding="utf-8") for path in look.each("web/look.css")]
    return published("\n".join(parts))


def _component_style(look: Look) -> str:
    tokens = look.find(f"web/css/{_HOST_TOKENS}")
    parts = [tokens] if tokens else []
    parts += [
        path for path in _files(look, "web/css", "*.css") if path.name != _HOST_TOKENS and "chrome" not in path.name
    ]
    return published("\n".join(path.read_text(encoding="utf-8") for path in parts))


def _files(look: Look, folder: str, pattern: str) -> list[Path]:
    """Files of a folder of the look by name, each once; the nearest layer that has a name wins."""
    found: dict[str, Path] = {}
    for place in reversed(look.folders(folder)):
        found.update({path.name: path for path in place.glob(pattern)})
    return [found[name] for name in sorted(found)]
