"""One language of the site, built by MkDocs into a folder; runs in a process of its own."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from smm_portfolio.build.page_styles import share_styles
from smm_portfolio.content.loader import Loaded
from smm_portfolio.hosts.addresses import language_path
from smm_portfolio.hosts.session import Request
from smm_portfolio.problems import Problem, UserError

_DOC_FILE = re.compile(r"Doc file '([^']+)'(?: contains (?:a|an [a-z]+) link '([^']+)')?")


@dataclass(frozen=True, slots=True)
class LanguageJob:
    """What to build.

    Args:
        root: project folder, with mkdocs.yml.
        language: language to build.
        folder: folder for the pages of this language.
        site_url: address of the whole site, or empty.
        pdf: finished PDFs by address below the language's root.
        with_pdf: whether pages link to PDFs.
        loaded: the checked content.
        preview: whether this is for somebody's own eyes while they write.
        draft: whether the pages say that they are not for the public.
    """

    root: Path
    language: str
    folder: Path
    site_url: str
    pdf: Mapping[str, bytes]
    with_pdf: bool
    loaded: Loaded
    preview: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class LanguageResult:
    """What came out.

    Args:
        language: the language.
        pages: generated pages by address below the site's root, with their sources.
        problems: whatever MkDocs and its plugins complained about.
        complete: whether every page was written.
    """

    language: str
    pages: Mapping[str, str]
    problems: tuple[Problem, ...]
    complete: bool


class _Collector(logging.Handler):
    """Keeps warnings and errors of MkDocs and its plugins."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def build_language(job: LanguageJob) -> LanguageResult:
    """Run MkDocs for one language; its warnings become problems, since a broken link is not published."""
    # Material would print its end of life, which the handbook says, on every build
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    docs = job.loaded.library.docs
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    problems: list[Problem] = []
    pages: dict[str, str] = {}
    complete = False
    try:
        config = load_config(str(job.root / "mkdocs.yml"), site_dir=str(job.folder))
        config.theme["language"] = job.language
        request = Request(job.language, job.site_url, job.pdf, job.with_pdf, job.loaded, draft=job.draft)
        for name in ("smm", "smm-campaigns"):
            if name in config.plugins:
                config.plugins[name].request = request  # type: ignore[attr-defined]  # both are ours
        config.plugins.on_startup(command="serve" if job.preview else "build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        if not job.preview:
            share_styles(job.folder)
        pages = _generated(config, job)
        complete = True
    except UserError as error:
        problems += error.problems
    except (MkDocsException, Abort) as error:
        problems.append(_stopped(str(error), docs, job.root))
    finally:
        logger.removeHandler(collector)
    problems += [_stopped(record.getMessage(), docs, job.root) for record in collector.records]
    return LanguageResult(job.language, pages, tuple(problems), complete)


def _generated(config: object, job: LanguageJob) -> dict[str, str]:
    """Address and source of every generated page, from both plugins."""
    prefix = language_path(job.language, job.loaded.library.languages)
    found: dict[str, str] = {}
    for name in ("smm", "smm-campaigns"):
        plugin = getattr(config, "plugins", {}).get(name)
        if plugin is not None and plugin.build is not None:
            found.update({prefix + page.url: page.source for page in plugin.build.assembly.tree.pages})
    return found


def _stopped(message: str, docs: Path, root: Path) -> Problem:
    """A complaint of MkDocs as a problem, at the file and line that it means where they can be found."""
    first, _, rest = message.strip().partition("\n")
    problem = Problem("SMM080", f"{first}{' …' if rest else ''}", rest.strip() or "Correct the page that it names.")
    named = _DOC_FILE.search(message)
    path = docs / named[1] if named else docs
    if not named or not path.is_file() or not path.is_relative_to(root):
        return problem
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    link = named[2] or ""
    line = next((number for number, text in enumerate(lines, 1) if link and link in text), 0)
    excerpt = lines[line - 1] if line else ""
    return problem.at(path.relative_to(root).as_posix(), line, excerpt.find(link) + 1 if line else 0, excerpt)
