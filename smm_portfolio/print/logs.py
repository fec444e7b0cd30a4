"""What WeasyPrint and fontTools complain about while one document is made, as problems."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from smm_portfolio.problems import Problem

_LOGGERS = ("weasyprint", "fontTools")
_NOTDEF = re.compile(r'\.notdef glyph rendered .*: "(?P<char>.*)" \((?P<code>U\+[0-9A-F]+)\)', re.DOTALL)
_NO_ALT = re.compile(r'^Image ".*" has no required alt description$', re.DOTALL)
_IMAGE = re.compile(r"Failed to load image at '(?P<url>.*?)': (?P<why>.*)", re.DOTALL)


class _Collector(logging.Handler):
    """Keeps the messages of the thread that made it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.messages.append(record.getMessage())


class _Tap:
    """Takes the messages of the libraries out of everybody else's logs while documents are made.

    Why counted: threads may make documents at the same time; the first turns the tap, the last turns it back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open = 0
        self._before: list[tuple[logging.Logger, int, bool]] = []

    def attach(self, collector: _Collector) -> None:
        with self._lock:
            loggers = [logging.getLogger(name) for name in _LOGGERS]
            if not self._open:
                self._before = [(logger, logger.level, logger.propagate) for logger in loggers]
                for logger in loggers:
                    logger.propagate = False
                    logger.setLevel(logging.WARNING)
            self._open += 1
            for logger in loggers:
                logger.addHandler(collector)

    def detach(self, collector: _Collector) -> None:
        with self._lock:
            self._open -= 1
            for logger, level, propagate in self._before:
                logger.removeHandler(collector)
                if not self._open:
                    logger.setLevel(level)
                    logger.propagate = propagate


_tap = _Tap()


@contextmanager
def captured() -> Iterator[list[str]]:
    """Collect every warning and error of the libraries on this thread, and leave their loggers as they were."""
    collector = _Collector()
    _tap.attach(collector)
    try:
        yield collector.messages
    finally:
        _tap.detach(collector)


def as_problems(messages: list[str], source: str, refused: set[str]) -> list[Problem]:
    """One problem a distinct message.

    Args:
        messages: as logged.
        source: the content file of the document.
        refused: addresses that the reader has reported already.
    """
    problems = (_as_problem(message, source, refused) for message in dict.fromkeys(messages))
    return [problem for problem in problems if problem]


def _as_problem(message: str, source: str, refused: set[str]) -> Problem | None:
    if _NO_ALT.search(message):
        return None  # it cannot tell a missing text from an empty one, which says "decoration"; markup.py can
    if found := _NOTDEF.search(message):
        return missing_glyph(found["char"], source)
    if found := _IMAGE.search(message):
        if found["url"] in refused:
            return None
        return Problem(
            "SMM091", f"a picture cannot be used: {found['why'].strip()}", "Save it again as PNG, JPEG or SVG.", source
        )
    return Problem(
        "SMM093",
        f"WeasyPrint: {message.strip()}",
        "Change the text or style that it names; print takes no half-understood rule.",
        source,
    )


def missing_glyph(char: str, source: str) -> Problem:
    """A character that no font of the document draws."""
    code = " ".join(f"U+{ord(c):04X}" for c in char)
    return Problem(
        "SMM092",
        f"no font of the look can draw “{char}” ({code})",
        "Write it in other words, or put a font that has it into the folder fonts of the project.",
        source,
    )
