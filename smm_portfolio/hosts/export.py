"""The docs tree on disk: the same pages and addresses for Zensical, ProperDocs or whatever comes next."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markdown import markdown

from smm_portfolio.clock import build_day
from smm_portfolio.content.loader import load, unpublished_files
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.hosts.addresses import alternates, language_path, normal_site_url
from smm_portfolio.hosts.assembly import Assembly, Scope, assemble
from smm_portfolio.hosts.documents import document_files
from smm_portfolio.hosts.gates import for_publication, gate_problems, is_dotted
from smm_portfolio.hosts.handwritten import Variant, variants
from smm_portfolio.hosts.hidden_search import hidden_in
from smm_portfolio.hosts.host_script import host_waits
from smm_portfolio.hosts.mkdocs_file import read_config, write_config
from smm_portfolio.hosts.mkdocs_page import template_meta
from smm_portfolio.hosts.navigation import front_matter, navigation
from smm_portfolio.hosts.session import Dressed, Request, dress
from smm_portfolio.hosts.sharing import written_meta, written_titles
from smm_portfolio.pictures import PictureSet, prepare
from smm_portfolio.problems import Problem, UserError, errors_in, sort_problems
from smm_portfolio.site.blocks import expand_blocks
from smm_portfolio.site.tree import Page

OUR_PLUGINS = ("smm", "smm-campaigns")
_MARK = ".smm-export"
_READ = ["admonition", "attr_list", "md_in_html", "tables"]
"""What the Markdown of a page with questions is read with."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: number of files, an example configuration, and warnings."""

    files: int
    example: str
    warnings: tuple[Problem, ...]


def export_project(root: Path, target: Path, site_url: str, *, with_pdf: bool) -> Exported:
    """Write every language of a project as a docs folder with a mkdocs.yml that needs no plugin of ours.

    Args:
        root: project folder.
        target: new or empty folder, or one that an export made; replaced as a whole.
        site_url: address of the site; overrides smm.yml.
        with_pdf: whether PDFs are made.

    Raises:
        UserError: the content has errors, or the target holds something else.
    """
    root = root.resolve()
    config = read_config(root / "mkdocs.yml")
    loaded = load(root, docs=root / str(config.get("docs_dir", "docs")), resolve=resolve_case)
    problems = sort_problems([*loaded.problems, *prepare(loaded.library, whole_site=True).problems])
    problems = for_publication(sort_problems([*problems, *gate_problems(loaded.library)]))
    if errors_in(problems):
        raise UserError(problems)
    _refuse_foreign(target)
    dressed = dress(loaded)
    url = normal_site_url(site_url or str(dressed.library.settings.site_url or ""))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as made:
        draft = Path(made) / "export"
        draft.mkdir()
        for language in dressed.library.languages:
            _Language(dressed, config, language, url, with_pdf).write(draft)
        (draft / _MARK).touch()
        if hidden := hidden_in(draft, dressed.library):
            raise UserError(hidden)
        if target.exists():
            shutil.rmtree(target)
        draft.replace(target)
    count = sum(1 for path in target.rglob("*") if path.is_file())
    return Exported(count, _config_name(dressed.library.languages[0]), tuple(problems))


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target / _MARK).is_file() and (not target.is_dir() or any(target.iterdir())):
        problem = Problem("SMM062", f"{target.name} holds something else than an export", "Name a new folder.")
        raise UserError([problem])


def _config_name(language: str) -> str:
    return f"mkdocs.{language}.yml"


@dataclass(frozen=True, slots=True)
class _Language:
    """One language on its way to disk."""

    dressed: Dressed
    config: Mapping[str, Any]
    language: str
    site_url: str
    with_pdf: bool

    def write(self, draft: Path) -> None:
        library = self.dressed.library
        docs = draft / self.language
        sources = [path.relative_to(library.docs).as_posix() for path in sorted(library.docs.rglob("*.md"))]
        written = {one.uri: one for one in variants(sources, self.language, library.languages)}
        pdf = document_files(self.dressed, self.language, self.site_url) if self.with_pdf else {}
        request = Request(self.language, self.site_url, pdf, self.with_pdf, pictured=self.with_pdf)
        assembly = assemble(self.dressed, request, self.language, Scope(), build_day(), frozenset(written))
        self._copy_files(docs, assembly.context.pictures)
        pictures: dict[str, Path] = {}
        titles = written_titles({uri: front_matter(library.docs / one.source) for uri, one in written.items()})
        for variant in written.values():
            body = self._written_page(variant, assembly, titles)
            pictures.update(assembly.context.pictures.used_in(body))
            _write(docs / variant.uri, body.encode())
        for page in assembly.tree.pages:
            _write(docs / page.uri, self._generated_page(page).encode())
            pictures.update(assembly.context.pictures.used_in(page.body))
        for uri, path in sorted(pictures.items()):
            _write(docs / uri, path.read_bytes())
        for asset in (*assembly.files.assets, *assembly.tree.assets):
            _write(docs / asset.uri, asset.content)
        for uri, content in pdf.items():
            _write(docs / uri, content)
        for folder in reversed(assembly.overrides):
            shutil.copytree(folder, draft / "overrides", dirs_exist_ok=True)
        write_config(draft / _config_name(self.language), self._config(assembly, written))

    def _copy_files(self, docs: Path, pictures: PictureSet) -> None:
        """Files beside the pages: pictures cleaned, and only where a page may ask for their name; no content YAML."""
        library = self.dressed.library
        hidden = unpublished_files(library)
        for path in sorted(library.docs.rglob("*")):
            uri = path.relative_to(library.docs)
            if path.is_file() and path.suffix != ".md" and path.resolve() not in hidden and not is_dotted(uri):
                published = pictures.published(uri.as_posix(), path)
                if published is not None:
                    _write(docs / uri, published.read_bytes())

    def _alternates(self, url: str, own: tuple[str, ...]) -> dict[str, Any]:
        languages = self.dressed.library.languages
        if len(languages) < 2:
            return {}
        return {"smm_alternates": alternates(url, self.language, languages, own, self.site_url)}

    def _generated_page(self, page: Page) -> str:
        meta = {**template_meta(page, escaped=False), **self._alternates(page.url, self.dressed.library.languages)}
        return _with_front_matter(meta, page.body)

    def _written_page(self, variant: Variant, assembly: Assembly, titles: Mapping[str, str]) -> str:
        path = self.dressed.library.docs / variant.source
        meta = front_matter(path)
        text = path.read_text(encoding="utf-8-sig")
        body = text[4:].partition("\n---")[2].lstrip("\n") if meta else text
        file = path.relative_to(self.dressed.library.root).as_posix()
        url = Page(variant.uri, "", "").url
        if variant.language != self.language:
            meta["smm_lang"] = variant.language
        meta.update(self._alternates(url, variant.languages))
        body = expand_blocks(body, assembly.context, variant.uri, file)
        shown = markdown(body, extensions=_READ) if meta.get("faq") is True else ""
        meta.update(written_meta(assembly, variant, titles, meta, str(meta.get("title", "")), shown))
        return _with_front_matter(meta, body)

    def _config(self, assembly: Assembly, written: Mapping[str, Variant]) -> dict[str, Any]:
        """The project's mkdocs.yml for one language, without our plugins."""
        settings, languages = self.dressed.library.settings, self.dressed.library.languages
        config = dict(self.config)
        theme = config.get("theme")
        theme = dict(theme) if isinstance(theme, dict) else {"name": theme or "material"}
        theme.update(language=self.language, custom_dir="overrides", font=False)
        path = language_path(self.language, languages)
        config.update(
            site_name=settings.name.pick(self.language), docs_dir=self.language, site_dir=f"site/{path}".rstrip("/")
        )
        if self.site_url:
            config["site_url"] = self.site_url + path
        if settings.description:
            config["site_description"] = settings.description.pick(self.language)
        config["theme"] = theme
        config["plugins"] = [one for one in config.get("plugins", ["search"]) if _plugin_name(one) not in OUR_PLUGINS]
        config["extra_css"] = [*assembly.files.css, *config.get("extra_css", [])]
        frame = {**assembly.extra, **assembly.files.frame_values(), "host_waits": host_waits(config)}
        config["extra"] = {**config.get("extra", {}), "smm": frame}
        config.setdefault("nav", navigation(assembly.tree, written, self.dressed.library.docs))
        hidden = [page.uri for page in assembly.tree.pages if not page.in_nav]
        config["not_in_nav"] = "\n".join(["/" + uri for uri in hidden]) + "\n"
        return config


def _plugin_name(plugin: Any) -> str:
    return next(iter(plugin)) if isinstance(plugin, dict) else str(plugin)


def _with_front_matter(meta: Mapping[str, Any], body: str) -> str:
    head = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=True, width=1000)
    return f"---\n{head}---\n\n{body}"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
