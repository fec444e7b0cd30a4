"""The whole build: check, PDFs, every language, look through, publish."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from smm_portfolio.build.checking import check_project
from smm_portfolio.build.documents import Printed, document_count, print_documents
from smm_portfolio.build.language import LanguageJob, LanguageResult, build_language
from smm_portfolio.build.mock_labels import unlabelled
from smm_portfolio.build.sitemap import merge_site_maps
from smm_portfolio.build.swap import staging_folder, swap
from smm_portfolio.build.verify import Expected, verify
from smm_portfolio.clock import build_day
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import Loaded
from smm_portfolio.hosts.addresses import language_path, normal_site_url
from smm_portfolio.hosts.assembly import draw_pictures
from smm_portfolio.hosts.gates import for_publication
from smm_portfolio.hosts.hidden_search import hidden_in
from smm_portfolio.hosts.session import Request, dress
from smm_portfolio.problems import Problem, UserError, errors_in, sort_problems

Tell = Callable[[str], None]
"""Called with one line as each step begins."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build is asked for.

    Args:
        root: project folder.
        out: folder of the published site.
        site_url: address of the site; overrides smm.yml.
        with_pdf: whether PDFs are made.
        strict: whether warnings stop the build.
        draft: whether this is for a look and not for the public: texts may be missing, and every page says so.
    """

    root: Path
    out: Path
    site_url: str = ""
    with_pdf: bool = True
    strict: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was published.

    Args:
        out: its folder.
        pages: number of generated pages in all languages.
        rendered: number of PDFs that were laid out.
        reused: number of PDFs that had not changed.
        warnings: problems that did not stop the build.
    """

    out: Path
    pages: int
    rendered: int
    reused: int
    warnings: tuple[Problem, ...]


def build_site(options: BuildOptions, tell: Tell) -> Built:
    """Build and publish; the published site changes only when everything is right, and then at once.

    Raises:
        UserError: something is wrong; what was published stays as it was.
    """
    tell("Checking content")
    loaded = check_project(options.root)
    problems = loaded.problems if options.draft else for_publication(loaded.problems)
    _stop_on(problems, strict=options.strict)
    root = options.root.resolve()
    dressed = dress(loaded)
    site_url = normal_site_url(options.site_url or str(loaded.library.settings.site_url or ""))
    staged = staging_folder(_safe_target(options.out, root, loaded.library))
    try:
        printed = Printed({}, 0, 0)
        if options.with_pdf and (count := document_count(loaded.library)):
            tell(f"Printing {count} PDFs")
            printed = print_documents(dressed, site_url)
            _stop_on(printed.problems, strict=options.strict)
        if options.with_pdf and (site_url or loaded.library.campaigns):
            tell("Drawing pictures")
            draw_pictures(dressed, Request(site_url=site_url), build_day())
        tell(f"Building pages: {', '.join(loaded.library.languages)}")
        results = _build_languages(loaded, root, staged, site_url, printed, options)
        found = [problem for result in results for problem in result.problems]
        _stop_on([*loaded.problems, *found], strict=True, only=found)
        tell("Looking through the site")
        _write_root_files(staged, loaded.library, site_url, draft=options.draft)
        expected = _expected(results, printed, loaded.library)
        found = verify(staged, expected, site_url)
        found += [*hidden_in(staged, loaded.library, expected.sources), *unlabelled(staged, loaded.library)]
        _stop_on(found, strict=True)
        swap(staged, options.out)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    pages = sum(len(result.pages) for result in results)
    return Built(options.out, pages, printed.rendered, printed.reused, (*loaded.problems, *printed.problems))


def _stop_on(problems: Iterable[Problem], *, strict: bool, only: Iterable[Problem] | None = None) -> None:
    listed = list(problems)
    decisive = listed if only is None else list(only)
    if errors_in(decisive) or (strict and decisive):
        raise UserError(sort_problems(listed if only is None else decisive))


def _safe_target(out: Path, root: Path, library: Library) -> Path:
    target = out.resolve()
    if root.is_relative_to(target) or target.is_relative_to(library.docs):
        problem = Problem("SMM062", f"the site cannot be written to {out}", "Name a folder of its own, such as site.")
        raise UserError([problem])
    return target


def _build_languages(
    loaded: Loaded, root: Path, staged: Path, site_url: str, printed: Printed, options: BuildOptions
) -> list[LanguageResult]:
    """Every language side by side; a single one in this process."""
    languages = loaded.library.languages
    jobs = [
        LanguageJob(
            root,
            language,
            staged / f".{language}",
            site_url,
            printed.files.get(language, {}),
            options.with_pdf,
            loaded,
            draft=options.draft,
        )
        for language in languages
    ]
    if len(jobs) == 1:
        results = [build_language(jobs[0])]
    else:
        with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=_context()) as pool:
            results = list(pool.map(build_language, jobs))
    for job in jobs:
        if job.folder.is_dir():
            _move_into(job.folder, staged / language_path(job.language, languages))
    return results


def _move_into(folder: Path, target: Path) -> None:
    """Move what is in a folder; MkDocs cleans the folder it builds into, so languages cannot share one meanwhile."""
    target.mkdir(exist_ok=True)
    for path in sorted(folder.iterdir()):
        path.rename(target / path.name)
    folder.rmdir()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where it is safe: the children then have the content and the modules already."""
    return multiprocessing.get_context("fork" if sys.platform.startswith("linux") else "spawn")


def _write_root_files(staged: Path, library: Library, site_url: str, *, draft: bool) -> None:
    """Files that stand once at the root, whatever the languages."""
    (staged / ".nojekyll").touch()
    folders = [staged / language_path(one, library.languages) for one in library.languages]
    for folder in folders[1:]:
        (folder / "404.html").unlink(missing_ok=True)  # a server knows only the one at the root
    merge_site_maps([folder / "sitemap.xml" for folder in folders])
    if draft:
        (staged / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    elif site_url:
        lines = ["User-agent: *", "Allow: /", f"Sitemap: {site_url}sitemap.xml", ""]
        (staged / "robots.txt").write_text("\n".join(lines), encoding="utf-8")


def _expected(results: Iterable[LanguageResult], printed: Printed, library: Library) -> Expected:
    pages = {url: source for result in results for url, source in result.pages.items()}
    files = {
        language_path(language, library.languages) + uri: printed.sources.get(uri, "")
        for language, found in printed.files.items()
        for uri in found
    }
    return Expected(pages, files)
