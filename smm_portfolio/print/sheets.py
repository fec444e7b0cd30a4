"""The style sheets of a printed document: fonts, tokens, structure, look, and the words of its margins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from smm_portfolio.looks import FontSet, Look, print_fonts_css, print_tokens_css


class Paper(StrEnum):
    """Sheet sizes."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class MarginWords:
    """What head and foot say; in the language of the document.

    Args:
        brand: head, left.
        document: foot, left: document, person, version, date.
        page: before the page number, for example ``Pagina``.
        of: between page number and number of pages, for example ``van``.
        mock: the label of a mock, in the foot of every page; empty for anything else.
    """

    brand: str
    document: str
    page: str
    of: str
    mock: str = ""


def style_sheets(
    look: Look, fonts: FontSet, text: str, words: MarginWords, paper: Paper = Paper.A4
) -> tuple[str, ...]:
    """All style sheets of one document, in order.

    Args:
        look: its look.
        fonts: the cut fonts of that look.
        text: the whole document, so that fonts for other scripts and emoji come along where it needs them.
        words: of head and foot.
        paper: size of the sheet.
    """
    structure = [path.read_text(encoding="utf-8") for path in look.each("print/print.css")]
    sizes = [path.read_text(encoding="utf-8") for path in look.each(f"print/{paper}.css")]
    shown = text + "".join((words.brand, words.document, words.page, words.of, words.mock))
    return (print_fonts_css(fonts, shown), print_tokens_css(look), *structure, *sizes, _margin_css(words))


def _margin_css(words: MarginWords) -> str:
    tokens = {
        "doc-brand": words.brand,
        "doc-id": words.document,
        "page-word": f"{words.page} ",
        "of-word": f" {words.of} ",
        "mock-label": words.mock,
    }
    return ":root{" + "".join(f"--smm-{name}:{css_string(text)};" for name, text in tokens.items()) + "}"


def css_string(text: str) -> str:
    """A text as a CSS string, on one line; whatever it holds, it cannot end the string."""
    line = re.sub(r"[\r\n\t\f]+", " ", text)
    safe = "".join(c if c.isalnum() or c in " .,:·-–()/@&+%'’“”!?" else f"\\{ord(c):x} " for c in line)
    return f'"{safe}"'
