"""Text that waits to be written: what came with the starter, lorem ipsum, TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smm_portfolio import resources
from smm_portfolio.content.contacts import is_reserved
from smm_portfolio.content.labels import labels
from smm_portfolio.content.yaml_reader import DataPath, read_yaml

_ADDRESS_FIELDS = ("email", "url", "site_url", "repository", "link")
_HOST = re.compile(r"(?:https?://|[^@\s]+@)([\w.-]+)", re.IGNORECASE)
_CODE = re.compile(
    r"^ {0,3}(```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)|(?<!`)(`{1,3})(?!`)[^`]{1,400}\2(?!`)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A part of a text that is not meant for readers.

    Args:
        what: the kind, in words.
        text: as it stands there.
        start: where it stands in the text.
    """

    what: str
    text: str
    start: int


def placeholders(text: str, path: DataPath = (), *, invented: bool = False) -> Iterator[Placeholder]:
    """Everything in a text that waits to be written; one finding for a whole value.

    Args:
        text: as it was typed.
        path: where it stands in its entry, if it is a value of one.
        invented: whether the entry says of itself that it is an example, so that it may hold addresses of nobody.
    """
    if path and text.strip() in _known()["values"]:
        yield Placeholder("sample text of the starter", text, 0)
        return
    marked = _marker().search(text)
    if marked:
        yield Placeholder("sample text of the starter", marked[0], marked.start())
        return
    for found in _words().finditer(text):
        yield Placeholder("text that waits to be written", found[0], found.start())
    if path and not invented and path[-1] in _ADDRESS_FIELDS:
        host = _HOST.match(text)
        if host and is_reserved(host[1]):
            yield Placeholder("address that belongs to nobody", text, 0)


def without_code(markdown: str) -> str:
    """Markdown with its code blanked out, every other sign where it was: code shows what others write."""
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markdown)


@cache
def _marker() -> re.Pattern[str]:
    """The mark of starter texts, in every language that we have labels for."""
    languages = sorted(path.stem for path in resources.locales_dir().glob("*.yml"))
    marks = dict.fromkeys(re.escape(str(labels(language)["preview"]["marker"])) for language in languages)
    return re.compile(rf"(?<!\w)(?:{'|'.join(marks)})\s*:", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(map(str, _known()["words"])))


@cache
def _known() -> Mapping[str, Any]:
    path = resources.data_dir() / "placeholders.yml"
    found: Mapping[str, Any] = read_yaml(path.read_bytes(), path.name)[0].data
    return found
