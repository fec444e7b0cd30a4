"""Write the files of a test project from a dictionary or from one indented text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

HEADER = re.compile(r"^== (?P<path>\S.*)$", re.MULTILINE)


def write_tree(root: Path, files: Mapping[str, str | bytes] | str) -> Path:
    """Write `files` below `root` and give `root` back.

    Args:
        root: made when it is not there.
        files: path -> content (text loses its common indentation), or one text where `== path` begins a file.
    """
    root.mkdir(parents=True, exist_ok=True)
    for name, content in (parse_tree(files) if isinstance(files, str) else files).items():
        target = root / name
        if not target.resolve().is_relative_to(root.resolve()):
            raise ValueError(f"{name} lies outside the project")
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_text(textwrap.dedent(content).lstrip("\n"), encoding="utf-8")
    return root


def parse_tree(text: str) -> dict[str, str]:
    """Split an indented text at its `== path` lines."""
    preamble, *parts = HEADER.split(textwrap.dedent(text))
    if preamble.strip() or not parts:
        raise ValueError("a tree begins with a line `== path`")
    return dict(zip(parts[::2], (part.lstrip("\n") for part in parts[1::2]), strict=True))
