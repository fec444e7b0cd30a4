"""``smm new``: a project of one's own, from the starter that travels with the package."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from smm_portfolio import resources
from smm_portfolio.content.schema import write_schemas
from smm_portfolio.content.values.text import is_language
from smm_portfolio.problems import Problem, UserError


def make_project(folder: Path, languages: tuple[str, ...]) -> list[Path]:
    """Write a project into a new folder.

    Args:
        folder: new, or empty.
        languages: two-letter codes, the first is the default.

    Returns:
        The files, relative to the folder, sorted.

    Raises:
        UserError: the folder holds something, or a language is not one.
    """
    for language in languages:
        if not is_language(language):
            raise UserError([Problem("SMM017", f"'{language}' is not a language code", "Use for example nl or en.")])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        problem = Problem("SMM062", f"{folder.name} already holds something", "Give a new name: smm new my-portfolio")
        raise UserError([problem])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as made:
        draft = Path(made) / "project"
        shutil.copytree(resources.starter_dir(), draft, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        # hidden files travel under names that packaging tools and Git do not act upon
        for path in sorted(draft.rglob("dot-*")):
            path.rename(path.with_name("." + path.name.removeprefix("dot-")))
        settings = draft / "smm.yml"
        text = settings.read_text(encoding="utf-8").replace("[nl, en]", f"[{', '.join(languages)}]")
        settings.write_text(text, encoding="utf-8")
        mkdocs = draft / "mkdocs.yml"
        mkdocs.write_text(
            mkdocs.read_text(encoding="utf-8").replace("language: nl", f"language: {languages[0]}"), encoding="utf-8"
        )
        write_schemas(draft / "schema")
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
