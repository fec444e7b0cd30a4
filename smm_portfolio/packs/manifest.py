"""What a folder of packs holds: written whole at the end, and line by line before, so that a batch can resume."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from smm_portfolio.looks.files import write_whole

FILE = "manifest.json"
JOURNAL = "manifest.partial.jsonl"
IGNORE = ".gitignore"
_TEMPORARY = ".tmp-*"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One person's files.

    Args:
        line: in the list.
        name: of the person.
        file: the PDF.
        sha256: of the PDF.
        bytes: size of the PDF.
        calendar: the calendar file, or empty.
        calendar_sha256: of it, or empty.
        key: hash of everything that the files were made from.
        layout: ``shared`` or ``own``.
        status: ``made`` or ``unchanged``.
    """

    line: int
    name: str
    file: str
    sha256: str
    bytes: int
    calendar: str
    calendar_sha256: str
    key: str
    layout: str
    status: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A file for several people: a sheet or calendar of an owner, or a file for the printer.

    Args:
        file: its name.
        sha256: of it.
        key: hash of everything that it was made from; empty where it is made anew every time.
    """

    file: str
    sha256: str
    key: str = ""


class Folder:
    """A folder of packs.

    Args:
        path: made when first written to; Git ignores what is in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._before: dict[str, Item] = {}
        self._others: dict[str, Extra] = {}
        self._left: set[str] = set()
        self._read()

    def open(self) -> None:
        """Make the folder, keep it out of Git, and clear away what a killed run left half written."""
        self.path.mkdir(parents=True, exist_ok=True)
        if not (self.path / IGNORE).is_file():
            write_whole(self.path / IGNORE, b"# People: never in Git\n*\n")
        for path in self.path.rglob(_TEMPORARY):
            path.unlink(missing_ok=True)

    def unchanged(self, key: str, file: str) -> Item | None:
        """What an earlier run made from the same values, if its files are still as they were."""
        item = self._before.get(file)
        if item is None or item.key != key or file_hash(self.path / file) != item.sha256:
            return None
        if item.calendar and file_hash(self.path / item.calendar) != item.calendar_sha256:
            return None
        return item

    def unchanged_extra(self, key: str, file: str) -> Extra | None:
        """A file for several people that an earlier run made from the same, if it is still as it was."""
        extra = self._others.get(file)
        same = extra is not None and extra.key == key and file_hash(self.path / file) == extra.sha256
        return extra if same else None

    def write(self, file: str, data: bytes) -> str:
        """Write a file whole; returns its hash."""
        write_whole(self.path / file, data)
        return hashlib.sha256(data).hexdigest()

    def note(self, items: Iterable[Item]) -> None:
        """Remember finished packs before the batch is over."""
        lines = "".join(json.dumps(asdict(item), ensure_ascii=False) + "\n" for item in items)
        with (self.path / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.write(lines)

    def finish(self, head: Mapping[str, Any], items: Iterable[Item], extras: Iterable[Extra] = ()) -> list[str]:
        """Write the manifest.

        Args:
            head: what it says before the packs.
            items: every pack that is there.
            extras: files for several people.

        Returns:
            Files of earlier runs that this one did not make, sorted; the manifest lists them until they are gone.
        """
        listed = sorted(items, key=lambda item: (item.line, item.file))
        others = [asdict(extra) for extra in extras]
        now = {file for item in listed for file in (item.file, item.calendar)} | {other["file"] for other in others}
        left = sorted(file for file in self._known() - now if (self.path / file).is_file())
        packs = [asdict(item) for item in listed]
        data = {"format": FORMAT, **head, "packs": packs, "others": others, "left_over": left}
        write_whole(self.path / FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
        (self.path / JOURNAL).unlink(missing_ok=True)
        return left

    def _known(self) -> set[str]:
        """Every file of earlier runs."""
        packs = {file for item in self._before.values() for file in (item.file, item.calendar) if file}
        return packs | self._others.keys() | self._left

    def _read(self) -> None:
        """The manifest of the last run, and what a later one that did not finish has noted."""
        try:
            data = json.loads((self.path / FILE).read_text(encoding="utf-8"))
            entries, others, left = (data.get(key, []) for key in ("packs", "others", "left_over"))
            entries = entries if data["format"] == FORMAT else []
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            entries, others, left = [], [], []
        try:
            lines = (self.path / JOURNAL).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            lines = []
        for entry in (*entries, *map(_parsed, lines)):
            try:
                item = Item(**entry)
            except TypeError:
                continue
            self._before[item.file] = item
        self._others = {extra.file: extra for extra in (Extra(**other) for other in others)}
        self._left = set(left)


def _parsed(line: str) -> Any:
    """A line of the journal; the last one may have been cut off."""
    try:
        return json.loads(line)
    except ValueError:
        return {}


def file_hash(path: Path) -> str:
    """SHA-256 of a file, or an empty text where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
