"""YAML text into plain data plus the place of every value, with limits and all problems at once.

Why not ``yaml.safe_load``: it loses positions, keeps the last of two equal keys silently, turns ``no`` into False and
``12:30`` into 750 (YAML 1.1), and unfolds nested aliases without end. Here every scalar stays the text that the author
typed; the model that reads it decides whether it is a number. libyaml's event stream is read iteratively, so depth
costs no stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from smm_portfolio.content.yaml_syntax import forbidden_character, syntax_problem
from smm_portfolio.problems import Problem

DataPath = tuple[str | int, ...]
"""Steps from the top of a document to a value: keys and 0-based list positions."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_NODES = 100_000
MAX_ALIASES = 200

_NULLS = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file.

    Args:
        line: 1-based.
        column: 1-based, in characters.
        style: ``|`` or ``>`` for a text that starts on the line below; else empty.
        end: last line that may belong to the value.
    """

    line: int
    column: int
    style: str = ""
    end: int = 0


@dataclass(slots=True)
class Document:
    """One YAML file as data with places.

    Args:
        file: path relative to the project, forward slashes.
        data: dicts, lists, strings and None; None where the file could not be read.
        values: place of each value by path; ``()`` is the document.
        keys: place of each key by path of its value.
        lines: the source, for excerpts.
        complete: whether the file was read to its end.
    """

    file: str
    data: Any = None
    values: dict[DataPath, Mark] = field(default_factory=dict)
    keys: dict[DataPath, Mark] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    complete: bool = True

    def place(
        self, problem: Problem, path: DataPath, *, key: bool = False, line_offset: int = 0, part: str = ""
    ) -> Problem:
        """The problem at the value (or key) of a path; steps that the file does not have are passed over.

        Args:
            problem: what to place.
            path: steps to the value; a model may know steps (a short form unfolded) that were never typed.
            key: point at the key, not at its value.
            line_offset: 1-based line inside a text, where the problem is about a part of it.
            part: the words of that line to point at.
        """
        real: DataPath = ()
        for step in path:
            if (*real, step) in self.values:
                real = (*real, step)
        mark = (self.keys.get(real) if key else None) or self.values.get(real) or Mark(1, 1)
        line, column = self._inside(mark, line_offset, part) if line_offset else (mark.line, mark.column)
        return problem.at(self.file, line, column, self._line(line))

    def _inside(self, mark: Mark, offset: int, part: str) -> tuple[int, int]:
        """Line and column of a part of a text; the start of the text where folding makes it impossible to say."""
        first = mark.line + 1 if mark.style else mark.line
        while mark.style and first < mark.end and not self._line(first).strip():
            first += 1
        if mark.style == "|":
            line = first + offset - 1
            indent = len(self._line(line)) - len(self._line(line).lstrip())
            return line, max(self._line(line).find(part), indent) + 1
        for line in range(first, mark.end + 1):
            column = self._line(line).find(part, mark.column - 1 if line == mark.line else 0)
            if part and column >= 0:
                return line, column + 1
        return mark.line, mark.column

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def read_yaml(raw: bytes, file: str) -> tuple[Document, list[Problem]]:
    """Parse one file.

    Args:
        raw: the bytes of the file.
        file: its name in problems.

    Returns:
        The document, and the problems; with an error among them ``data`` may be partial or None.
    """
    document = Document(file, complete=False)
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}"
        return document, [Problem("SMM004", message, "Split it into several files.", file, 1, 1)]
    try:
        # Unicode's own line separators break a line for libyaml but for no editor; YAML 1.2 agrees with the editors
        text = re.sub("[\x85\u2028\u2029]", " ", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = Problem("SMM001", "the file is not UTF-8 text", "Save it with the encoding UTF-8.", file, line, 1)
        return document, [problem]
    document.lines = re.split(r"\r\n|\r|\n", text)
    forbidden = forbidden_character(text, document.lines, file)
    if forbidden is not None:
        return document, [forbidden]
    builder = _Builder(document)
    try:
        document.complete = all(builder.take(event) for event in yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        builder.problems.append(syntax_problem(error, document.lines, file))
    document.data = builder.root
    return document, builder.problems


@dataclass(slots=True)
class _Frame:
    """An open mapping or list while the events go by.

    Args:
        container: what is being filled.
        path: where it lies.
        anchor: its anchor, if any.
        nodes_before: count of values before it.
        dropped: it belongs to a key given twice, so that its places are not those of the data.
        key: the key whose value comes next.
        skip: the next value belongs to such a key.
        seen: line of each key.
    """

    container: dict[str, Any] | list[Any]
    path: DataPath
    anchor: str | None
    nodes_before: int
    dropped: bool = False
    key: str | None = None
    skip: bool = False
    seen: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Builds data and places from events; one ``take`` an event."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.root: Any = None
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._nodes = 0
        self._aliases = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Use one event; False stops the reading."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop(
                    "SMM005", "the file holds more than one document", "Keep what stands above ---.", event
                )
        elif isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        frame = self._stack[-1] if self._stack else None
        plain = not event.style
        if frame and isinstance(frame.container, dict) and frame.key is None:
            return self._key(frame, event)
        self._check_tag(event)
        value = None if plain and event.value in _NULLS else event.value
        self._nodes += 1
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._attach(value, event)
        return self._within_limits(event)

    def _key(self, frame: _Frame, event: yaml.ScalarEvent) -> bool:
        key, path = event.value, (*frame.path, event.value)
        self._check_tag(event)
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        merge = key == "<<" and not event.style
        if merge:
            self._problem("SMM005", "merge keys (<<) are not used here", "Write the keys out.", event, ())
        elif key in frame.seen:
            message = f"the key '{key}' was already given on line {frame.seen[key]}"
            self._problem("SMM003", message, "Remove one of the two.", event, path)
        frame.key = key
        frame.skip = merge or key in frame.seen
        frame.seen.setdefault(key, _mark(event).line)
        if not frame.skip and not frame.dropped:
            self.document.keys[path] = _mark(event)
        return True

    def _alias(self, event: yaml.AliasEvent) -> bool:
        self._aliases += 1
        value, nodes = self._anchors.get(event.anchor or "", (None, 0))
        self._nodes += nodes
        if self._aliases > MAX_ALIASES:
            return self._stop(
                "SMM004", f"the file uses more than {MAX_ALIASES} aliases", "Write the values out.", event
            )
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            return self._stop("SMM005", "an alias cannot be a key", "Write the key out.", event)
        if event.anchor not in self._anchors:
            inside = any(frame.anchor == event.anchor for frame in self._stack)
            what = "stands inside the value it names" if inside else "names nothing above it"
            fix = "Write the value out, or put quotes round a text that starts with *."
            return self._stop("SMM005", f"the alias *{event.anchor} {what}", fix, event)
        self._attach(value, event)
        return self._within_limits(event)

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            return self._stop("SMM005", "a list or mapping cannot be a key", "Use a plain word as key.", event)
        if len(self._stack) >= MAX_DEPTH:
            return self._stop("SMM004", f"the values are nested deeper than {MAX_DEPTH} levels", "Flatten them.", event)
        self._check_tag(event)
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        dropped = frame is not None and (frame.dropped or frame.skip)
        path = self._attach(container, event)
        self._nodes += 1
        self._stack.append(_Frame(container, path, event.anchor, self._nodes - 1, dropped))
        return self._within_limits(event)

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.container, self._nodes - frame.nodes_before)

    def _attach(self, value: Any, event: yaml.Event) -> DataPath:
        """Put a finished or opening value into its parent; returns its path."""
        if not self._stack:
            self.root = value
            self.document.values[()] = _mark(event)
            return ()
        frame = self._stack[-1]
        step: str | int
        if isinstance(frame.container, list):
            step = len(frame.container)
            frame.container.append(value)
        else:
            assert frame.key is not None
            step = frame.key
            if not frame.skip:
                frame.container[step] = value
            frame.key = None
        path = (*frame.path, step)
        if not frame.skip and not frame.dropped:
            self.document.values[path] = _mark(event)
        frame.skip = False
        return path

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag not in _PLAIN_TAGS:
            self._problem("SMM005", f"the tag {event.tag} is not used here", "Remove the tag.", event, ())

    def _within_limits(self, event: yaml.Event) -> bool:
        if self._nodes > MAX_NODES:
            return self._stop(
                "SMM004",
                f"the file unfolds to more than {MAX_NODES:,} values",
                "Split it, or use fewer aliases.",
                event,
            )
        return True

    def _problem(self, code: str, message: str, fix: str, event: yaml.Event, path: DataPath) -> None:
        mark = _mark(event)
        excerpt = self.document.lines[mark.line - 1] if mark.line <= len(self.document.lines) else ""
        problem = Problem(code, message, fix, path=dotted(path), excerpt=excerpt)
        self.problems.append(problem.at(self.document.file, mark.line, mark.column))

    def _stop(self, code: str, message: str, fix: str, event: yaml.Event) -> bool:
        self._problem(code, message, fix, event, ())
        return False


def _mark(event: yaml.Event) -> Mark:
    assert event.start_mark is not None
    style = event.style if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">") else ""
    end = event.end_mark.line + (event.end_mark.column > 0) if event.end_mark else 0
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1, style, end)


def dotted(path: DataPath) -> str:
    """``results[2].baseline``, as problems show it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
