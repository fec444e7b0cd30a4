"""Questions and answers of a page, from its second-level headings and the text below them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

_NUMBER = re.compile(r"^\d+[.)]\s+")
_BLOCKS = frozenset(("p", "li", "div", "h3", "h4", "tr", "br", "dd", "dt"))


def questions(html: str) -> list[dict[str, Any]]:
    """A ``Question`` for each heading, with the text below it as its answer.

    Where headings are numbered, only those are questions: what follows them, such as sources, is not one.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = [(" ".join(asked.split()), " ".join(answer.split())) for asked, answer in reader.pairs]
    numbered = [pair for pair in found if _NUMBER.match(pair[0])]
    return [
        {"@type": "Question", "name": _NUMBER.sub("", asked), "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for asked, answer in numbered or found
        if asked and answer
    ]


class _Reader(HTMLParser):
    """Collects the text of each second-level heading and of what follows it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pairs: list[list[str]] = []
        self._part = 1
        self._skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self.pairs.append(["", ""])
            self._part = 0
        elif tag == "a" and "headerlink" in (dict(attrs).get("class") or ""):
            self._skipped = True
        elif tag in _BLOCKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self._part = 1
        elif tag == "a":
            self._skipped = False

    def handle_data(self, data: str) -> None:
        if self.pairs and not self._skipped:
            self.pairs[-1][self._part] += data
