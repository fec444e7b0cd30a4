"""The last look before anything is published: no hidden name stands in any finished file, whoever made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from smm_portfolio.content.gates import SETTINGS_FILE
from smm_portfolio.content.hidden import hidden_names
from smm_portfolio.content.library import Library
from smm_portfolio.content.terms import Terms
from smm_portfolio.hosts.camera_notes import noted_in
from smm_portfolio.hosts.file_texts import PICTURES, printable, texts_of
from smm_portfolio.problems import Problem

_FROM_THEME = re.compile(r"(?:[a-z]{2}/)?(?:assets/(?:javascripts|stylesheets|images)/.*|.*\.(?:woff2?|[ot]tf))")
"""Looked into only where the docs folder holds the file: those of the theme are not the project's."""
_FROM_LOOK = re.compile(r"(?:[a-z]{2}/)?assets/smm/(?:smm(?:-[a-z]+)?|[a-z]+-[0-9a-f]{8})\.(?:js|css)")
"""Code, to which a look of the project's own may have added something; short names are words of code by chance."""
_OUR_PICTURES = re.compile(r"(?:[a-z]{2}/)?assets/smm/")
"""Drawn from pixels, and without anything else."""
_TELLING = 8
"""Letters of a name that is sought in files of unknown kinds, where a shorter one would turn up by chance."""
_AROUND = 30


def hidden_in(folder: Path, library: Library, sources: Mapping[str, str] | None = None) -> list[Problem]:
    """Every finished file that holds a private term, or gives an anonymised client away.

    Args:
        folder: the finished files.
        library: what they were made from.
        sources: the content file behind an address, for the place of the problem.

    Returns:
        One problem for each file and name. It does not repeat the name: logs of a build are often public. And one for
        each file with a picture that tells where it was taken; in somebody else's site we leave pictures alone.
    """
    names = hidden_names(library)
    terms = Terms(names)
    problems = []
    for path in sorted(folder.rglob("*")) if names else ():
        if path.is_file():
            uri = path.relative_to(folder).as_posix()
            source = (sources or {}).get(uri.removesuffix("index.html"), (sources or {}).get(uri, ""))
            seen: set[str] = set()
            unread: list[str] = []
            for name, around in _found(path, uri, terms, names, library.docs, unread):
                if name not in seen:
                    seen.add(name)
                    problems.append(_problem(uri, names[name], around).at(source, 0, 0))
            problems += [unread_problem(f"/{uri}", why).at(source, 0, 0) for why in dict.fromkeys(unread)]
    ours = (library.root / SETTINGS_FILE).is_file()
    return [*problems, *(noted_in(folder, library.docs) if ours else ())]


def unread_problem(file: str, why: str) -> Problem:
    """A file that nobody could look into, so that nobody knows what it tells."""
    message = f"{file} {why}, so it cannot be searched for what must not be published"
    return Problem(
        "SMM135", message, "Save it openly, without a password or as .zip, or move it out of the docs folder."
    )


def _found(
    path: Path, uri: str, terms: Terms, names: Mapping[str, str], docs: Path, unread: list[str]
) -> Iterator[tuple[str, str]]:
    """Names in a file and its address, each with the words round it."""
    if _FROM_THEME.fullmatch(uri) and not _is_own(uri, docs):
        return
    for hit in terms.find(uri):
        yield hit.name, "its own address"
    if _FROM_LOOK.fullmatch(uri):
        yield from _in_bytes(path.read_bytes(), terms, names)
        return
    texts = texts_of(path, unread)
    if texts is None or (path.suffix.lower() in PICTURES and not _OUR_PICTURES.match(uri)):
        yield from _in_bytes(path.read_bytes(), terms, names)
    for text in texts or ():
        for hit in terms.find(text):
            before, after = text[max(0, hit.start - _AROUND) : hit.start], text[hit.end : hit.end + _AROUND]
            yield hit.name, f"'{' '.join(f'{before}█{after}'.split())}'"


def _is_own(uri: str, docs: Path) -> bool:
    """Whether a file comes from the docs folder, below a language or not."""
    return (docs / uri).is_file() or (docs / uri.partition("/")[2]).is_file()


def _in_bytes(content: bytes, terms: Terms, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names in a file that no text can be taken from: as they were typed, and in every run of letters."""
    lowered = content.lower()
    for name in names:
        plain = name.casefold()
        if _is_long(plain) and (plain.encode() in lowered or plain.encode("utf-16-le") in lowered):
            yield name, "its bytes"
    for text in printable(content):
        yield from ((hit.name, "its bytes") for hit in terms.find(text) if _is_long(hit.name))


def _is_long(name: str) -> bool:
    return sum(sign.isalnum() for sign in name) >= _TELLING


def _problem(uri: str, case: str, around: str) -> Problem:
    what = f"tells the client that {case} does not name" if case else "holds a private term"
    fix = "Change the text that it comes from; where the name is an ordinary word, make it longer or leave it out."
    return Problem("SMM129", f"/{uri} {what}: {around}", fix)
