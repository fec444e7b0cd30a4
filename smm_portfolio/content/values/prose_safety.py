"""What Markdown from YAML may not hold: HTML, event handlers, pictures from elsewhere, odd link schemes.

Why here and not in the output: the author sees the line, and the same text is safe on the web, in print, in an export.
Why strict: the text is read by Python-Markdown with whatever extensions a site has. What one of them may take for code
and another for HTML is looked at as if it were HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

_CODE = "\x1a"
"""Stands for each character of code; no text can hold it."""
_FENCE = re.compile(r"^(?P<run>`{3,}|~{3,})[ ]*(?P<word>[\w+#.-]*)[ ]*$")
_LOOKS_LIKE_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,})(?!.*\1)")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_CODE_SPAN = re.compile(r"(?P<run>`+)(?!`)[^\n]+?(?<!`)(?P=run)(?!`)")
_AUTOLINK = re.compile(r"<(?:https?://[^\s<>\"'`\\]+|(?:mailto:)?[^\s<>\"'`\\=&:/@]+@[^\s<>\"'`\\=&:/@]+)>")
_HTML = re.compile(r"<[a-zA-Z/!?][^\s>]*>?")
_ATTRIBUTES = re.compile(
    r"(?<![\w-])(?:on\w+|style|src\w*|href|action|formaction|background|poster|data|ping|data-toc-label)(?=\s*=)",
    re.IGNORECASE,
)
_SNIPPET = re.compile(r"^[ \t>;]*-+8<-+", re.MULTILINE)
_ADDRESS = re.compile(r"(?<=\])\((?=\s*<?(?P<address>[^)\"'>]{0,2000}))")
_DEFINITION = re.compile(r"\[(?P<label>[^\[\]]*)\]:(?=\s*<?(?P<address>[^\s>]{0,2000}))")
_IMAGE = re.compile(r"!\[")
_NAMED = re.compile(r"\s?\[([^\[\]]*)\]")
_SCHEME = re.compile(r"([^/?#]*?):")
_LONGEST = 2000
"""Characters of an address that are looked at; in one that has not said by then where it leads, something is hidden."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_CODE_SCHEMES = {"javascript", "vbscript", "data"}

_HTML_FIX = "Use Markdown; write &lt; for a literal <."
_FENCE_FIX = (
    "Leave an empty line above it, start and end it with the same sign in the first column, and write nothing else on "
    "these lines but the name of the language behind the first sign."
)


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A finding: the code, what is wrong, the way out, the 0-based line inside the text, and the words meant."""

    code: str
    message: str
    fix: str
    line: int
    part: str = ""


def unsafe_parts(text: str) -> Iterator[Unsafe]:
    """Every unsafe part of a Markdown text, in order of lines; what is certainly code is left alone."""
    outside, fences = _without_code(text)
    found = [*_snippets(text), *fences, *_tags(outside), *_links(outside), *_dead(outside), *_pictures(outside)]
    yield from sorted(dict.fromkeys(found), key=lambda one: (one.line, one.code, one.part))


def _unsafe(code: str, message: str, fix: str, text: str, at: re.Match[str], group: str | int = 0) -> Unsafe:
    """A finding about what a pattern found, or about one of its groups; shown from its first visible character on."""
    blank = len(at[group]) - len(at[group].lstrip())
    part = at[group].strip().split("\n")[0].partition(_CODE)[0]
    return Unsafe(code, message, fix, text.count("\n", 0, at.start(group) + blank), part)


def _without_code(text: str) -> tuple[str, list[Unsafe]]:
    """The text with code made unreadable, and the fence that somebody may read differently.

    Only a fence in the first column with at most one word behind it, closed by the very same sign, is code for every
    reader of Markdown. After another one nobody can tell which of the next fences open and which close.
    """
    lines = text.split("\n")
    unclear: list[Unsafe] = []
    number, below_indented = 0, False
    while number < len(lines):
        line = lines[number]
        # without an empty line between, a fence may belong to the indented code above it
        below_indented = bool(line) and (below_indented or _INDENTED.match(line) is not None)
        if looks := _LOOKS_LIKE_FENCE.match(line):
            opening = None if below_indented else _FENCE.match(line)
            end = _end_of_fence(lines, number, opening["run"]) if opening else None
            if end is None:
                message = "a code block that not every reader of Markdown understands"
                unclear.append(Unsafe("SMM025", message, _FENCE_FIX, number, looks[1]))
                break
            for inside in range(number, end + 1):
                lines[inside] = _CODE * len(lines[inside])
            number = end
        number += 1
    paragraphs = re.split(r"(\n[ \t]*\n)", "\n".join(lines))
    return "".join(map(_without_spans, paragraphs)), unclear


def _end_of_fence(lines: list[str], start: int, run: str) -> int | None:
    for number in range(start + 1, len(lines)):
        looks = _LOOKS_LIKE_FENCE.match(lines[number])
        if lines[number].rstrip() == run:
            return number
        if looks and looks[1][0] == run[0] and lines[number].strip().strip(run[0]) == "" and len(looks[1]) >= len(run):
            return None
    return None


def _without_spans(paragraph: str) -> str:
    """A paragraph with its code spans made unreadable, up to the first backtick that closes nothing on its line.

    Why: from there on one backtick more or less decides what is code, and readers count differently.
    """
    done = ""
    while (tick := paragraph.find("`")) >= 0:
        span = _CODE_SPAN.match(paragraph, tick)
        if span is None or paragraph[:tick].endswith("\\"):
            break
        done += paragraph[:tick] + _CODE * len(span[0])
        paragraph = paragraph[span.end() :]
    return done + paragraph


def _snippets(text: str) -> Iterator[Unsafe]:
    for found in _SNIPPET.finditer(text):  # works inside code too
        message = "including other files from YAML text is not allowed"
        yield _unsafe("SMM020", message, "Write the text itself.", text, found)


def _tags(text: str) -> Iterator[Unsafe]:
    without_links = _AUTOLINK.sub(lambda link: _CODE * len(link[0]), text)
    tags = [found for found in _HTML.finditer(without_links) if not found[0].startswith("</")]
    for found in tags or _HTML.finditer(without_links):
        yield _unsafe("SMM020", "HTML tags are not published from YAML", _HTML_FIX, text, found)
    for found in _ATTRIBUTES.finditer(text):
        if "{" in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]:
            message = f"the attribute {found[0]} can run code or change an address"
            yield _unsafe("SMM020", message, "Remove the {…} part.", text, found)


def _links(text: str) -> Iterator[Unsafe]:
    for found in (*_ADDRESS.finditer(text), *_DEFINITION.finditer(text)):
        scheme = _scheme(found["address"])
        footnote = found.groupdict().get("label", "").startswith("^")
        if scheme is None or scheme in _SCHEMES or (footnote and scheme not in _CODE_SCHEMES):
            continue
        message = (
            f"'{scheme}:' is not a web, mail or telephone address" if scheme else "something is hidden in the address"
        )
        yield _unsafe("SMM022", message, "Use https:, mailto:, tel: or a page of this site.", text, found, "address")


def _dead(text: str) -> Iterator[Unsafe]:
    """Addresses that nothing can take apart, such as one with half a pair of brackets: MkDocs would stop at them."""
    for pattern in (_ADDRESS, _DEFINITION, _AUTOLINK):
        group = "address" if pattern.groups else 0
        for found in pattern.finditer(text):
            try:
                urlsplit(found[group].strip("<> "))
            except ValueError:
                fix = "Write the whole address, for example https://example.com/coats."
                yield _unsafe("SMM022", "this is not a web address", fix, text, found, group)


def _scheme(address: str) -> str | None:
    """The scheme that a browser sees in an address; None for one inside the site, empty where something hides it."""
    if _CODE in address:
        return ""
    plain = _plain(address)
    found = _SCHEME.match(plain)
    if not found and len(address) == _LONGEST and not re.search("[/?#]", plain):
        return ""
    return found[1].lower() if found else None


def _plain(address: str) -> str:
    """An address without Markdown's escapes, entities and the blanks that browsers drop."""
    return re.sub(r"[\x00-\x20]", "", html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", address)))


def _elsewhere(address: str) -> bool:
    """Whether a browser would ask another site; it reads a backslash as a slash."""
    written = re.sub(r"[\x00-\x20]", "", html.unescape(address))
    return _scheme(address) is not None or re.match(r"[/\\]{2}", written) is not None or _plain(address)[:2] == "//"


def _pictures(text: str) -> Iterator[Unsafe]:
    remote = {_label(one["label"]): one for one in _DEFINITION.finditer(text) if _elsewhere(one["address"])}
    local = {_label(one["label"]) for one in _DEFINITION.finditer(text)} - set(remote)
    closing = _closing_brackets(text)
    for found in _IMAGE.finditer(text):
        end = closing.get(found.end() - 1)
        if end is None:
            continue
        inline = _ADDRESS.match(text, end + 1)
        named = _NAMED.match(text, end + 1)
        label = _label((named and named[1]) or text[found.end() : min(end, found.end() + _LONGEST)])
        if (inline and _elsewhere(inline["address"])) or label in remote or (named and label not in local):
            message = "the picture would be fetched from another site"
            yield _unsafe("SMM021", message, "Save it in images/ and link to that.", text, found)


def _closing_brackets(text: str) -> dict[int, int]:
    """Position of the closing bracket for that of each opening one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _label(text: str) -> str:
    return " ".join(text.split()).lower()
