"""What a page says at its top as long as it is not for the public: that it is a draft, and which texts are missing."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from smm_portfolio.content.labels import labels, plural
from smm_portfolio.problems import Problem

_BODY = re.compile(r"<body\b[^>]*>")
_MOST = 200
"""Places that are listed; the first that somebody writes shortens the list anyway."""
_BOX = (
    "position:relative;z-index:5;padding:.6rem 1.2rem;background:#fff1b8;color:#2b2300;border-bottom:3px solid #a66a00;"
    "font:max(.7rem,13px)/1.5 system-ui,sans-serif"
)
_LIST = "margin:.4rem 0 0;padding:0 0 0 2.2rem;max-height:40vh;overflow:auto;font-family:ui-monospace,monospace"


@dataclass(frozen=True, slots=True)
class PreviewNote:
    """What is said on every page of a preview or draft.

    Args:
        language: of the page.
        places: texts that wait to be written.
        draft: whether the pages were built as a draft, and so might be shown to others.
    """

    language: str
    places: Sequence[Problem] = ()
    draft: bool = False

    def __bool__(self) -> bool:
        return self.draft or bool(self.places)

    def on(self, page: str) -> str:
        """The page with the note, kept away from search engines."""
        page = page.replace("</head>", '<meta name="robots" content="noindex">\n</head>', 1)
        found = _BODY.search(page)
        if not self or found is None:
            return page
        return f"{page[: found.end()]}\n{self._box()}{page[found.end() :]}"

    def _box(self) -> str:
        words = labels(self.language)["preview"]
        draft = f"<strong>{html.escape(str(words['draft']))}.</strong>" if self.draft else ""
        rest = ""
        if self.places:
            count = html.escape(plural(words["places"], len(self.places), self.language))
            items = "".join(f"<li>{html.escape(_where(one))}</li>" for one in self.places[:_MOST])
            more = "<li>…</li>" if len(self.places) > _MOST else ""
            rest = (
                f'<details><summary style="cursor:pointer">{draft} <strong>{count}.</strong> '
                f'{html.escape(str(words["why"]))}</summary><ol style="{_LIST}">{items}{more}</ol></details>'
            )
        note = rest or f'<p style="margin:0">{draft}</p>'
        name = html.escape(str(words["name"]))
        return f'<aside class="smm-preview-note" aria-label="{name}" style="{_BOX}">{note}</aside>\n'


def _where(problem: Problem) -> str:
    """``file:line path`` of a place."""
    return f"{problem.file}:{problem.line} {problem.path or problem.message}"
