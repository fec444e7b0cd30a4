"""Rules of accessible print that can only be seen in the HTML, before it becomes a PDF."""

from __future__ import annotations

from html.parser import HTMLParser

from smm_portfolio.problems import Problem


def check(html: str, source: str) -> list[Problem]:
    """Pictures without words, drawings without a title, and headings that skip a level.

    Args:
        html: the whole document.
        source: the content file that problems name.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    problems = [
        Problem(
            "SMM095",
            f"the picture {name} has no text for those who cannot see it",
            'Give it an alt text; alt="" says that it is decoration.',
            source,
        )
        for name in reader.no_alt
    ]
    if reader.untitled:
        problems.append(
            Problem(
                "SMM095",
                f"{reader.untitled} drawings have no title",
                'Give the svg a <title> with its data in words, or aria-hidden="true".',
                source,
            )
        )
    problems += [
        Problem(
            "SMM095",
            f"the heading “{text}” is on level {level} below one on level {above}",
            "Use the next level; a screen reader walks them one by one.",
            source,
        )
        for text, level, above in reader.skipped
    ]
    return problems


class _Reader(HTMLParser):
    """Notes what breaks a rule."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.no_alt: list[str] = []
        self.untitled = 0
        self.skipped: list[tuple[str, int, int]] = []
        self._svg_open = False
        self._level = 0
        self._heading: list[str] | None = None
        self._above = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img" and "alt" not in given:
            self.no_alt.append((given.get("src") or "without a source")[:60])
        elif tag == "svg" and given.get("aria-hidden") != "true" and not self._svg_open:
            self._svg_open = True
            self.untitled += 1
        elif tag == "title" and self._svg_open:
            self._svg_open = False
            self.untitled -= 1
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._above, self._level, self._heading = self._level, int(tag[1]), []

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._svg_open = False
        elif self._heading is not None and tag == f"h{self._level}":
            if self._level > self._above + 1:
                self.skipped.append((" ".join("".join(self._heading).split()), self._level, self._above))
            self._heading = None
