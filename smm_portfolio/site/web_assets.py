"""Style sheet, scripts and fonts of a look, as files of the site."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from smm_portfolio.looks import FontSet, Look, web_fonts_css, web_tokens_css
from smm_portfolio.site.styles import published
from smm_portfolio.site.tree import Asset

FOLDER = "assets/smm"
_HOST_TOKENS = "host-tokens.css"
_SCRIPTS = {"frame": "", "keep": "data-smm-data=", "work": "data-smm-filter="}
"""Folders of ``web/js``, each published as one script, and what a page holds that has a use for it."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site.

    Args:
        uri: where it lies.
        needs: what a page holds that has a use for it; empty where every page has.
    """

    uri: str
    needs: str


@dataclass(frozen=True, slots=True)
class WebFiles:
    """The files of a look and how pages refer to them.

    Args:
        assets: every file.
        css: style sheets to link, in order.
        scripts: scripts to load, in order.
        preload: fonts to ask for first.
    """

    assets: tuple[Asset, ...]
    css: tuple[str, ...]
    scripts: tuple[Script, ...]
    preload: tuple[str, ...]

    def frame_values(self) -> dict[str, Any]:
        """What the theme templates are told of them."""
        return {"preload": list(self.preload), "scripts": [asdict(script) for script in self.scripts]}


def web_files(look: Look, fonts: FontSet, *, chrome: bool) -> WebFiles:
    """The look's files.

    Args:
        look: whose.
        fonts: its cut fonts.
        chrome: with the site's frame and the look's own colours and type; without, only components, which then take
            colours and type from the Material site that they stand in.
    """
    style = _style(look, fonts) if chrome else _component_style(look)
    assets = [Asset(f"{FOLDER}/smm.css", style.encode())]
    scripts = []
    for name, needs in _SCRIPTS.items():
        parts = [path.read_text(encoding="utf-8") for path in _files(look, f"web/js/{name}", "*.js")]
        scripts.append(Script(f"{FOLDER}/smm-{name}.js", needs))
        assets.append(Asset(scripts[-1].uri, "\n".join(parts).encode()))
    preload: tuple[str, ...] = ()
    if chrome:
        assets += [Asset(f"{FOLDER}/fonts/{font.path.name}", font.path.read_bytes()) for font in fonts.web]
        preload = tuple(f"{FOLDER}/fonts/{font.path.name}" for font in fonts.web if font.cut.preload)
    return WebFiles(tuple(assets), (f"{FOLDER}/smm.css",), tuple(scripts), preload)


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
