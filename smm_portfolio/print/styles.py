"""The style sheets of a printed document, in order: fonts, structure of every layer, paper size, tokens, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.looks import FontSet, Look, print_fonts_css, print_tokens_css


def print_styles(
    look: Look,
    fonts: FontSet,
    *,
    text: str,
    words: Mapping[str, str],
    paper: PaperSize = PaperSize.A4,
    sheets: tuple[str, ...] = (),
    large: bool = False,
) -> tuple[str, ...]:
    """CSS for one job.

    Args:
        look: whose.
        fonts: its fonts.
        text: the document, so that characters which the look lacks get a face.
        words: texts of the margins by token: doc-brand, doc-id, page-word, of-word.
        paper: sheet of paper.
        sheets: further files of the looks' ``print/`` folders, such as ``guide.css``.
        large: whether ``large.css`` follows, after the tokens, whose sizes it replaces.
    """
    names = ["print.css", *(["letter.css"] if paper is PaperSize.LETTER else []), *sheets]
    files = _files(look, names)
    larger = _files(look, ["large.css"]) if large else []
    return (print_fonts_css(fonts, text), *files, print_tokens_css(look), *larger, _words(words))


def closer_styles(look: Look, names: Iterable[str]) -> tuple[str, ...]:
    """Style sheets of the looks' ``print/`` folders that set a document closer, one step a name."""
    return tuple("\n".join(_files(look, [name])) for name in names)


def _files(look: Look, names: Iterable[str]) -> list[str]:
    return [path.read_text(encoding="utf-8") for name in names for path in look.each(f"print/{name}")]


def _words(words: Mapping[str, str]) -> str:
    return ":root {" + "".join(f" --smm-{name}: {css_string(value)};" for name, value in words.items()) + " }"


def css_string(text: str) -> str:
    """A text as a CSS string; everything but letters and digits of ASCII is written as a code point.

    Source: https://www.w3.org/TR/css-syntax-3/#escaping
    """
    safe = (char if (char.isalnum() and char.isascii()) or char == " " else f"\\{ord(char):x} " for char in text)
    return '"' + "".join(safe) + '"'
