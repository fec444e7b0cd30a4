"""The site on this machine, rebuilt on every change; a mistake is shown in terminal and browser, and nothing dies.

Why not ``mkdocs serve``: it knows one language, and leaves the browser waiting while something is wrong.
"""

from __future__ import annotations

import html
import logging
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from smm_portfolio.build.checking import check_project
from smm_portfolio.build.documents import Printed, print_documents
from smm_portfolio.build.language import LanguageJob, build_language
from smm_portfolio.build.swap import swap
from smm_portfolio.content.hidden import PRIVATE_TERMS_FILE
from smm_portfolio.content.kinds import FILES, FOLDERS
from smm_portfolio.content.loader import Loaded
from smm_portfolio.hosts.addresses import language_path
from smm_portfolio.hosts.gates import waiting_places
from smm_portfolio.hosts.session import dress
from smm_portfolio.problems import Problem, UserError, sort_problems
from smm_portfolio.problems.views import show

HOST = "127.0.0.1"
_POLL_SECONDS = 0.2

Tell = Callable[[str], None]
Complain = Callable[[Sequence[Problem]], None]

_BANNER = """
<div role="alert" style="position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9999;padding:1rem 1.5rem;
background:#131416;color:#fff;border-top:4px solid #ff5b35;font:14px/1.5 monospace;white-space:pre-wrap">{}</div>
"""


def serve_site(root: Path, port: int, *, with_pdf: bool, tell: Tell, complain: Complain) -> None:
    """Build every language, serve it, and follow changes until interrupted.

    Args:
        root: project folder.
        port: on this machine; 0 takes a free one.
        with_pdf: whether the guides' PDFs are made too.
        tell: called with lines for people.
        complain: called with the problems of each rebuild.

    Raises:
        UserError: there is no project here.
    """
    root = root.resolve()
    check_project(root)
    with tempfile.TemporaryDirectory(prefix="smm-preview-") as folder:
        preview = Preview(root, Path(folder), with_pdf=with_pdf, complain=complain)
        preview.rebuild()
        server = _Server(preview, port, tell)
        for path in watched_paths(root):
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it without annotations
        finally:
            server.shutdown(wait=True)


def watched_paths(root: Path) -> list[Path]:
    """Everything whose change changes the site."""
    loaded = check_project(root)
    names = ("smm.yml", "mkdocs.yml", PRIVATE_TERMS_FILE, "themes", *FILES, *FOLDERS)
    found = [loaded.library.docs, *(root / name for name in names)]
    return [path for path in dict.fromkeys(found) if path.exists()]


class Preview:
    """Builds into a new folder each time, which takes the place of the last one when it succeeded.

    Args:
        root: project folder.
        folder: where the builds go.
        with_pdf: whether PDFs are made.
        complain: called with the problems of each rebuild.
    """

    def __init__(self, root: Path, folder: Path, *, with_pdf: bool, complain: Complain) -> None:
        self.root = root
        self.site = folder / "site"
        self.problems: list[Problem] = []
        self._folder = folder
        self._with_pdf = with_pdf
        self._complain = complain
        self._count = 0
        self.site.mkdir()

    def rebuild(self) -> None:
        """Build again; on a mistake the pages stay as they were and ``problems`` says what is wrong."""
        self._count += 1
        target = self._folder / str(self._count)
        try:
            loaded = check_project(self.root)
            waiting = waiting_places(loaded.problems)
            self.problems = [one for one in loaded.problems if one not in waiting]  # these stand on every page
            complete = self._build(loaded, target)
        except UserError as error:
            self.problems, complete = error.problems, False
        self._complain(self.problems)
        if complete:
            swap(target, self.site)
        shutil.rmtree(target, ignore_errors=True)

    def _build(self, loaded: Loaded, target: Path) -> bool:
        dressed = dress(loaded)
        printed = print_documents(dressed, "") if self._with_pdf else Printed({}, 0, 0)
        complete = True
        for language in loaded.library.languages:
            folder = target / language_path(language, loaded.library.languages)
            pdf = printed.files.get(language, {})
            job = LanguageJob(self.root, language, folder, "", pdf, self._with_pdf, loaded, preview=True)
            result = build_language(job)
            self.problems = sort_problems([*self.problems, *result.problems])
            complete = complete and result.complete
        return complete


class _Server(LiveReloadServer):
    """MkDocs' live reload server over the preview's current folder, with the problems shown on every page."""

    def __init__(self, preview: Preview, port: int, tell: Tell) -> None:
        logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
        self._preview = preview
        self._tell = tell
        super().__init__(preview.rebuild, HOST, port, str(preview.site), polling_interval=_POLL_SECONDS)
        self.error_handler = self._error_page

    def server_activate(self) -> None:
        """Start to listen; only now is the port known where any was asked for."""
        super().server_activate()
        self._tell(f"Serving on http://{HOST}:{self.server_port}/ . Stop with Ctrl-C.")

    def _error_page(self, code: int) -> bytes | None:
        page = self._preview.site / f"{code}.html"
        return (
            self._inject_js_into_html(page.read_bytes(), self._visible_epoch)
            if page.is_file()
            else self._only_problems()
        )

    def _only_problems(self) -> bytes | None:
        if not self._preview.problems:
            return None
        empty = b'<!doctype html><html lang="en"><title>smm</title><body></body></html>'
        return self._inject_js_into_html(empty, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        injected: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]  # as above
        if not self._preview.problems:
            return injected
        banner = _BANNER.format(html.escape(show(self._preview.problems))).encode()
        return injected.replace(b"</body>", banner + b"</body>", 1) if b"</body>" in injected else injected + banner
