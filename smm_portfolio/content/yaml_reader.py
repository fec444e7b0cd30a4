"""YAML text into plain data plus the place of every value, with limits and all problems at once.

Why not ``yaml.safe_load``: it loses positions, keeps the last of two equal keys silently, turns ``no`` into False and
``12:30`` into 750 (YAML 1.1), and unfolds nested aliases without end. Here every scalar stays the text that the author
typed; the model that reads it decides whether it is a number. libyaml's event stream is read iteratively, so depth
costs no stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

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
    """A place in a file: 1-based line and column, and whether the value is a block (``|``, ``>``) below its key."""

    line: int
    column: int
    block: bool = False


@dataclass(slots=True)
class Document:
    """One YAML file as data with places.

    Args:
        file: path relative to the project, forward slashes.
        data: dicts, lists, strings and None; None where the file could not be read.
        values: place of each value by path; ``()`` is the document.
        keys: place of each key by path of its value.
        lines: the source, for excerpts.
    """

    file: str
    data: Any = None
    values: dict[DataPath, Mark] = field(default_factory=dict)
    keys: dict[DataPath, Mark] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def place(self, problem: Problem, path: DataPath, *, key: bool = False, line_offset: int = 0) -> Problem:
        """The problem at the value (or key) of a path; steps that the file does not have are passed over.

        Args:
            problem: what to place.
            path: steps to the value; a model may know steps (a short form unfolded) that were never typed.
            key: point at the key, not at its value.
            line_offset: 1-based line inside a block text.
        """
        real: DataPath = ()
        for step in path:
            if (*real, step) in self.values:
                real = (*real, step)
        mark = (self.keys.get(real) if key else None) or self.values.get(real) or Mark(1, 1)
        line, column = mark.line, mark.column
        if line_offset and mark.block:
            line, column = line + line_offset, 1
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return problem.at(self.file, line, column, excerpt)


def read_yaml(raw: bytes, file: str) -> tuple[Document, list[Problem]]:
    """Parse one file.

    Args:
        raw: the bytes of the file.
        file: its name in problems.

    Returns:
        The document, and the problems; with an error among them ``data`` may be partial or None.
    """
    document = Document(file)
    if len(raw) > MAX_BYTES:
        problem = Problem(
            "SMM004",
            f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}",
            "Split it into several files.",
            file,
            1,
            1,
        )
        return document, [problem]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = Problem("SMM001", "the file is not UTF-8 text", "Save it with the encoding UTF-8.", file, line, 1)
        return document, [problem]
    document.lines = text.splitlines()
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, document))
    except (yaml.YAMLError, ValueError) as error:
        # libyaml's reader rejects control characters without a mark
        builder.problems.append(
            Problem(
                "SMM002",
                f"the file holds a character that YAML forbids ({error})",
                "Remove control characters.",
                file,
                1,
                1,
            )
        )
    document.data = builder.root
    return document, builder.problems


def _syntax_problem(error: yaml.MarkedYAMLError, document: Document) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    excerpt = document.lines[line - 1] if 0 < line <= len(document.lines) else ""
    what = error.problem or "the text cannot be read"
    fix = "Check indentation, and put quotes round a text that holds a colon and a space or starts with @ ` * & !."
    if "\t" in excerpt:
        fix = "Replace the tab by spaces; YAML is indented with spaces only."
    elif "mapping values are not allowed" in what:
        fix = 'Put quotes round the text: key: "one: two".'
    return Problem("SMM002", what, fix).at(document.file, line, column, excerpt)


@dataclass(slots=True)
class _Frame:
    """An open mapping or list while the events go by."""

    container: dict[str, Any] | list[Any]
    path: DataPath
    anchor: str | None
    nodes_before: int
    key: str | None = None
    skip: bool = False


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
        plain = event.style is None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            return self._key(frame, event)
        self._check_tag(event)
        value = None if plain and event.value in _NULLS else event.value
        self._nodes += 1
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        block = event.style in ("|", ">")
        self._attach(value, event, block=block)
        return self._within_limits(event)

    def _key(self, frame: _Frame, event: yaml.ScalarEvent) -> bool:
        assert isinstance(frame.container, dict)
        path = (*frame.path, event.value)
        mark = _mark(event)
        if event.value in frame.container:
            first = self.document.keys[path].line
            self._problem(
                "SMM003",
                f"the key '{event.value}' was already given on line {first}",
                "Remove one of the two.",
                event,
                path,
            )
        frame.key = event.value
        frame.skip = event.value in frame.container
        if not frame.skip:
            self.document.keys[path] = mark
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
            return self._stop(
                "SMM005", f"the alias *{event.anchor} stands inside the value it names", "Write the value out.", event
            )
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
        path = self._attach(container, event)
        self._nodes += 1
        self._stack.append(_Frame(container, path, event.anchor, self._nodes - 1))
        return self._within_limits(event)

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.container, self._nodes - frame.nodes_before)

    def _attach(self, value: Any, event: yaml.Event, *, block: bool = False) -> DataPath:
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
        if not frame.skip:
            self.document.values.setdefault(path, _mark(event, block))
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


def _mark(event: yaml.Event, block: bool = False) -> Mark:
    assert event.start_mark is not None
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1, block)


def dotted(path: DataPath) -> str:
    """``results[2].baseline``, as problems show it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
