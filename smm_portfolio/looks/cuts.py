"""Which font files a look needs: from the typefaces of its brand file to a list of cuts."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg

from smm_portfolio.looks.look import Look
from smm_portfolio.looks.model import Font, PrintCut, WebCut
from smm_portfolio.problems import Problem, UserError

Span = tuple[float, float]
"""Limits of a variable axis; both equal means that the axis is cut away."""

Ranges = tuple[tuple[int, int], ...]

PREFIX = "Smm"
"""First word of every family that we declare, so that a font from elsewhere is seen in a PDF."""

_LATIN = (
    (0x20, 0x7E),
    (0xA0, 0xA0),
    *((ord(letter), ord(letter)) for letter in "£©°¶·×ÉËÏÖÜàáâäçèéêëíîïñóôöúûü"),
    (0x2010, 0x2015),
    (0x2018, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x20AC, 0x20AC),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
)
_LATIN_MORE = (
    (0xA1, 0xFF),
    (0x131, 0x131),
    (0x152, 0x153),
    (0x178, 0x178),
    (0x2BC, 0x2BC),
    (0x2C6, 0x2C6),
    (0x2DC, 0x2DC),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2122, 0x2122),
    (0x2196, 0x2199),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
)
_LATIN_EXT = (
    (0x100, 0x130),
    (0x132, 0x151),
    (0x154, 0x177),
    (0x179, 0x17F),
    (0x192, 0x192),
    (0x218, 0x21B),
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x20BD, 0x20BD),
    (0x2C7, 0x2C7),
    (0x2D8, 0x2DB),
    (0x2DD, 0x2DD),
)
_PRINT = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x259, 0x259),
    (0x2B0, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0x2713, 0x2717),
    (0xFB00, 0xFB06),
)
_FORM = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2010, 0x2027), (0x20AC, 0x20AC))


def _beyond(ranges: Ranges, taken: Ranges) -> Iterator[tuple[int, int]]:
    """Ranges without the characters of others."""
    known = {code for low, high in taken for code in range(low, high + 1)}
    for low, high in ranges:
        start = low
        for code in range(low, high + 2):
            if code in known or code > high:
                if start < code:
                    yield start, code - 1
                start = code + 1


GLYPHS: dict[str, Ranges] = {
    "latin": _LATIN,
    "latin-more": tuple(_beyond(_LATIN_MORE, _LATIN)),
    "latin-ext": _LATIN_EXT,
    "print": _PRINT,
    "form": _FORM,
    "all": ((0x20, 0x10FFFF),),
}
"""Ranges of characters, ends included, by name. On the site ``latin``, ``latin-more`` and ``latin-ext`` are files of
their own: the first has what Dutch and English are written with, and a browser asks for the others only where a page
holds such a letter. No character is in two of them, since a browser would then ask for both."""

FALLBACK_PACKAGE = "manimgx_fonts"
FALLBACKS = (
    "NotoSans[wght].ttf",
    "NotoEmoji[wght].ttf",
    "NotoSansSymbols[wght].ttf",
    "NotoSansArabic[wght].ttf",
    "NotoSansHebrew[wght].ttf",
    "NotoSansDevanagari[wght].ttf",
    "NotoSansArmenian[wght].ttf",
    "NotoSansGeorgian[wght].ttf",
    "NotoSansBengali[wght].ttf",
    "NotoSansEthiopic[wght].ttf",
    "NotoSansGujarati[wght].ttf",
    "NotoSansGurmukhi[wght].ttf",
    "NotoSansKannada[wght].ttf",
    "NotoSansKhmer[wght].ttf",
    "NotoSansLao[wght].ttf",
    "NotoSansMalayalam[wght].ttf",
    "NotoSansMyanmar[wght].ttf",
    "NotoSansOriya[wght].ttf",
    "NotoSansSinhala[wght].ttf",
    "NotoSansTamil[wght].ttf",
    "NotoSansTelugu[wght].ttf",
    "NotoSansThai[wght].ttf",
)
"""Noto faces that draw what a brand face lacks, in the order in which they are asked; one-colour emoji among them."""

EMOJI = FALLBACKS[1]


@dataclass(frozen=True, slots=True)
class Cut:
    """One font file to make.

    Args:
        source: the font it is cut from.
        digest: SHA-256 of the source.
        family: CSS family that it serves.
        weight: span of weights that it serves, on the CSS scale.
        italic: whether it is one.
        stretch: width in per cent, for ``font-stretch``.
        axes: limits by axis; the font's other axes are cut at their default (weight at 400).
        glyphs: a key of ``GLYPHS``, or ``whole`` for a font that is taken as it is.
        web: WOFF2 for the site, or TrueType for print.
        preload: whether the site asks for it first.
        number: of the font in a collection.
    """

    source: Path
    digest: str
    family: str
    weight: Span
    italic: bool
    stretch: float
    axes: tuple[tuple[str, Span], ...]
    glyphs: str
    web: bool
    preload: bool = False
    number: int = 0

    @property
    def stem(self) -> str:
        """Start of the file name, for people who look into the folder."""
        words = [self.family.removeprefix(PREFIX).strip().lower().replace(" ", "-"), f"{self.weight[0]:g}"]
        words += ["italic"] * self.italic + ["wide"] * (self.stretch > 100)
        words += [self.glyphs.removeprefix("latin-")] * self.glyphs.startswith("latin-")
        return "-".join(words)


def web_font(look: Look, reference: str) -> tuple[str, str]:
    """Key of the typeface and CSS family of an entry of ``type.families``: ``archivo``, or ``newsreader-display``.

    Raises:
        UserError: the look has no such font.
    """
    fonts = look.brand.type.fonts
    if reference in fonts:
        return reference, f"{PREFIX} {fonts[reference].family}"
    name, _, role = reference.rpartition("-")
    if name in fonts and any(cut.role == role for cut in fonts[name].web):
        return name, f"{PREFIX} {fonts[name].family} {role.capitalize()}"
    raise _unusable(look, f"the look has no font “{reference}”", f"Choose one of: {', '.join(sorted(fonts))}.")


def cuts_of(look: Look) -> list[Cut]:
    """Every cut that the look needs for site and print, each once.

    Raises:
        UserError: a typeface is not installed, or a name leads nowhere.
    """
    kind = look.brand.type
    used = dict.fromkeys(web_font(look, reference)[0] for reference in kind.families.values())
    cuts = [cut for name in used for spec in kind.fonts[name].web for cut in _web_cuts(look, kind.fonts[name], spec)]
    for role, printed in kind.print.items():
        cuts += _print_cuts(look, role, printed)
    return list(dict.fromkeys(cuts))


def _web_cuts(look: Look, font: Font, spec: WebCut) -> list[Cut]:
    axes = tuple(sorted((tag, _span(look, value)) for tag, value in spec.axes.items()))
    limits = dict(axes)
    source = _source(look, font, italic=spec.italic)
    family = f"{PREFIX} {font.family}" + (f" {spec.role.capitalize()}" if spec.role != "text" else "")
    weight = limits.get("wght", (400.0, 400.0))
    stretch = limits.get("wdth", (100.0, 100.0))[0]
    return [
        Cut(
            source,
            digest_of(source),
            family,
            weight,
            spec.italic,
            stretch,
            axes,
            glyphs,
            True,
            spec.preload and glyphs == "latin",
        )
        for glyphs in ("latin", "latin-more", "latin-ext")
    ]


def _print_cuts(look: Look, role: str, spec: PrintCut) -> list[Cut]:
    fonts = look.brand.type.fonts
    if spec.font not in fonts:
        raise _unusable(
            look,
            f"type.print.{role} names the font “{spec.font}”, which the look lacks",
            f"Choose one of: {', '.join(sorted(fonts))}.",
        )
    family = f"{PREFIX} {role.capitalize()}"
    glyphs = "form" if role == "form" else "print"
    wanted = [(spec.weight, 400, False)]
    wanted += [(spec.bold, 600, False)] if spec.bold else []
    wanted += [(spec.weight, 400, True)] if spec.italic else []
    cuts = []
    for weight, serves, italic in wanted:
        source = _source(look, fonts[spec.font], italic=italic)
        axes = {**{tag: (value, value) for tag, value in spec.axes.items()}, "wght": (float(weight), float(weight))}
        cuts.append(
            Cut(
                source,
                digest_of(source),
                family,
                (serves, serves),
                italic,
                100.0,
                tuple(sorted(axes.items())),
                glyphs,
                False,
            )
        )
    return cuts


def fallback_cuts(file_name: str) -> list[Cut]:
    """The cuts of a Noto face: regular and bold, or the one weight of the emoji; empty where it is not installed."""
    source = fallback_source(file_name)
    if source is None:
        return []
    emoji, family = file_name == EMOJI, fallback_family(file_name)
    weights = ((400, 400),) if emoji else ((400, 400), (600, 640))
    return [
        Cut(source, digest_of(source), family, (serves, serves), False, 100.0, (("wght", (cut, cut)),), "all", False)
        for serves, cut in weights
    ]


def fallback_family(file_name: str) -> str:
    """The family of a Noto face: ``Smm Fallback Arabic``.

    Why each its own: WeasyPrint takes faces of one family and weight for one font, and mixes up their glyphs.
    """
    if file_name == EMOJI:
        return f"{PREFIX} Emoji"
    return f"{PREFIX} Fallback {file_name.removeprefix('NotoSans').partition('[')[0]}".rstrip()


@cache
def fallback_source(file_name: str) -> Path | None:
    """Where a Noto face lies, or None."""
    spec = importlib.util.find_spec(FALLBACK_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / file_name
    return path if path.is_file() else None


def _source(look: Look, font: Font, *, italic: bool) -> Path:
    named = font.file_italic if italic else font.file
    if named:
        found = look.find(named)
        if found is None:
            raise _unusable(look, f"the look has no file {named}", "Put it into the folder of the look.")
        return found
    try:
        family = fontpkg.family(font.family)
        return Path(fontpkg.select_file(family, 400, "italic" if italic else "normal", nearest=True).path)
    except fontpkg.FamilyNotInstalled:
        slug = fontpkg.slugify(font.family)
        raise _unusable(
            look,
            f"the typeface {font.family} is not installed",
            f"pip install fontpkg-{slug}, or name a font file in the look.",
        ) from None
    except fontpkg.FontpkgError as error:
        raise _unusable(look, f"{font.family}: {error}", "Choose a family that has this style.") from error


def _span(look: Look, text: str) -> Span:
    low, _, high = text.partition("..")
    try:
        return float(low), float(high or low)
    except ValueError:
        raise _unusable(look, f"“{text}” is not a range of a font axis", "Write 400..700 or 400.") from None


def _unusable(look: Look, message: str, fix: str) -> UserError:
    return UserError([Problem("SMM072", message, fix, f"themes/{look.name}/brand.yml")])


@cache
def digest_of(path: Path) -> str:
    """SHA-256 of a font file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
