"""One MkDocs build in one language: what is added to its files, its configuration and its pages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from smm_portfolio.clock import build_day
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import content_files, unpublished_files
from smm_portfolio.hosts.addresses import alternates, language_path, normal_site_url
from smm_portfolio.hosts.assembly import Assembly, Scope, assemble
from smm_portfolio.hosts.documents import document_files
from smm_portfolio.hosts.gates import for_publication, waiting_places
from smm_portfolio.hosts.handwritten import Variant, variants
from smm_portfolio.hosts.host_script import host_waits
from smm_portfolio.hosts.mkdocs_page import GeneratedPage
from smm_portfolio.hosts.mkdocs_pictures import MkDocsPictures
from smm_portfolio.hosts.navigation import front_matter, navigation
from smm_portfolio.hosts.preview_banner import PreviewNote
from smm_portfolio.hosts.session import Request, dress, has_settings, language_of, load_for
from smm_portfolio.hosts.sharing import written_meta, written_titles
from smm_portfolio.hosts.written_blocks import block_problems
from smm_portfolio.problems import UserError, errors_in
from smm_portfolio.site.blocks import expand_blocks
from smm_portfolio.site.tree import Page


@dataclass(frozen=True, slots=True)
class MkDocsBuild:
    """A compiled language and the hand-written pages around it."""

    assembly: Assembly
    scope: Scope
    request: Request
    written: dict[str, Variant]
    pdf: dict[str, bytes]
    root: Path
    docs: Path
    pictures: MkDocsPictures

    @staticmethod
    def has_frame(root: Path) -> bool:
        """Whether header, footer and colours are ours."""
        return has_settings(root)

    @classmethod
    def prepare(cls, config: MkDocsConfig, scope: Scope, request: Request, *, serving: bool) -> MkDocsBuild:
        """Load, check and compile.

        Raises:
            UserError: the content has errors; nothing was touched.
        """
        root, docs = Path(config.config_file_path or "mkdocs.yml").resolve().parent, Path(config.docs_dir).resolve()
        theme_language = str(config.theme.get("language") or "") or None
        loaded = request.loaded or load_for(root, docs, request.language or theme_language)
        if request.loaded is None and not serving and (wrong := errors_in(for_publication(loaded.problems))):
            raise UserError(wrong)
        dressed = dress(loaded)
        library = dressed.library
        if scope.portfolio and request.loaded is None and (wrong := block_problems(library, dressed.look, build_day())):
            raise UserError(wrong)
        language = language_of(library, request.language, theme_language)
        site_url = (
            request.site_url or str(library.settings.site_url or "") or _site_root(config.site_url, language, library)
        )
        pictured = request.with_pdf and not serving
        request = replace(
            request, language=language, site_url=normal_site_url(site_url), loaded=loaded, pictured=pictured
        )
        sources = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]
        written = {one.uri: one for one in variants(sources, language, library.languages)}
        pdf = dict(request.pdf)
        if request.with_pdf and scope.portfolio and not pdf and not serving:
            printed = dressed if scope.linked else replace(dressed, library=replace(library, campaigns=()))
            pdf = document_files(printed, language, request.site_url)
        request = replace(request, pdf=pdf)
        assembly = assemble(dressed, request, language, scope, build_day(), frozenset(written))
        pictures = MkDocsPictures(assembly.context.pictures, docs, scope.chrome)
        return cls(assembly, scope, request, written, pdf, root, docs, pictures)

    def note(self, *, serving: bool) -> PreviewNote:
        """What every page says of itself: nothing on a published one."""
        draft, loaded = self.request.draft, self.request.loaded
        places = waiting_places(loaded.problems) if loaded and (serving or draft) else ()
        return PreviewNote(self.language, places, draft)

    @property
    def language(self) -> str:
        """Language of the pages."""
        return self.assembly.context.language

    def configure(self, config: MkDocsConfig) -> None:
        """Add style sheets, templates, names and watched folders to the host's configuration."""
        settings, library = self.assembly.context.library.settings, self.assembly.context.library
        config.extra_css = list(dict.fromkeys([*self.assembly.files.css, *config.extra_css]))
        _require_extensions(config)
        if not self.scope.chrome:
            known = {str(script) for script in config.extra_javascript}
            ours = [script.uri for script in self.assembly.files.scripts if script.uri not in known]
            config.extra_javascript = [*config.extra_javascript, *ours]
        else:
            for folder in reversed(self.assembly.overrides):
                if str(folder) not in config.theme.dirs:
                    config.theme.dirs.insert(0, str(folder))
            config.theme["language"] = self.language
            config.theme["font"] = False
            config.site_name = settings.name.pick(self.language)
            if settings.description:
                config.site_description = settings.description.pick(self.language)
            told = config.extra.get("smm") or {}
            mine = {**self.assembly.extra, **self.assembly.files.frame_values(), "host_waits": host_waits(config)}
            # the other plugin knows nothing of places that this one makes, and says so with an empty list
            config.extra["smm"] = {**told, **{name: value for name, value in mine.items() if value or name not in told}}
        if self.request.site_url:
            config.site_url = self.request.site_url + language_path(self.language, library.languages)
        if settings.repository and not config.repo_url and not config.edit_uri_template:
            config.edit_uri_template = f"{_repository(settings.repository)}/edit/{settings.branch}/{{path}}"
        if config.nav is None and self.scope.portfolio and self.scope.chrome:
            config.nav = navigation(self.assembly.tree, self.written, self.docs)
        watched = [self.root / "smm.yml", *{path.parent for path in content_files(self.root, self.docs)}]
        watched += [layer for layer in self.assembly.overrides if layer.is_relative_to(self.root)]
        config.watch.extend(str(path) for path in watched if path.exists() and str(path) not in config.watch)

    def add_portfolio(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the generated pages and assets in, take YAML out, and choose hand-written pages by language."""
        self._hide_yaml(files)
        self.pictures.choose(files)
        self._choose_written(files, config)
        self._add(files, config, self.assembly.tree.pages)
        self._add_assets(files, config)
        for uri, content in sorted(self.pdf.items()):
            files.append(File.generated(config, uri, content=content))
        return files

    def add_campaigns(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the campaign pages in."""
        self._hide_yaml(files)
        self.pictures.choose(files)
        self._add(files, config, self.assembly.tree.pages)
        self._add_assets(files, config)
        return files

    def page_markdown(self, markdown: str, page: MkDocsPage) -> str:
        """A hand-written page with its blocks expanded.

        Raises:
            UserError: a block is not known or names something that is not there.
        """
        if isinstance(page, GeneratedPage) or page.file.src_uri not in self.written:
            return markdown
        file = (self.docs / self.written[page.file.src_uri].source).relative_to(self.root).as_posix()
        return expand_blocks(markdown, self.assembly.context, page.file.src_uri, file)

    def languages_of_pages(self, files: Files) -> None:
        """Tell every page where it stands in the other languages, for the switch and for search engines."""
        titles = written_titles(
            {uri: front_matter(self.docs / variant.source) for uri, variant in self.written.items()}
        )
        for file in files.documentation_pages():
            if file.page is not None:
                self._languages_of(file.page)
                self._shared(file.page, titles)

    def _shared(self, page: MkDocsPage, titles: Mapping[str, str]) -> None:
        """What other sites show of a hand-written page; a generated one knows it from its entry."""
        variant = self.written.get(page.file.src_uri)
        if variant is None or not self.scope.chrome or "smm_share" in page.meta:
            return
        title, content = str(page.title or ""), page.content or ""
        page.meta.update(written_meta(self.assembly, variant, titles, page.meta, title, content))

    def _languages_of(self, page: MkDocsPage) -> None:
        library = self.assembly.context.library
        if "smm_alternates" in page.meta or len(library.languages) < 2:
            return
        variant = self.written.get(page.file.src_uri)
        own = variant.languages if variant else library.languages
        if variant and variant.language != self.language:
            page.meta["smm_lang"] = variant.language
        page.meta["smm_alternates"] = alternates(
            page.url if page.url != "./" else "", self.language, library.languages, own, self.request.site_url
        )

    def _hide_yaml(self, files: Files) -> None:
        hidden = unpublished_files(self.assembly.context.library)
        for file in list(files):
            if file.abs_src_path and Path(file.abs_src_path).resolve() in hidden:
                files.remove(file)

    def _choose_written(self, files: Files, config: MkDocsConfig) -> None:
        chosen = {variant.source: uri for uri, variant in self.written.items()}
        for file in [one for one in files if one.is_documentation_page() and one.abs_src_path]:
            uri = chosen.get(file.src_uri)
            if uri is None:
                if file.src_uri not in self.written and (self.docs / file.src_uri).is_file():
                    files.remove(file)
                continue
            if uri != file.src_uri:
                files.remove(file)
                renamed = File.generated(config, uri, abs_src_path=str(file.abs_src_path), inclusion=file.inclusion)
                files.append(renamed)
                self._edit(renamed, self.docs / file.src_uri, config)
            else:
                self._edit(file, self.docs / file.src_uri, config)

    def _add(self, files: Files, config: MkDocsConfig, pages: tuple[Page, ...]) -> None:
        for page in pages:
            inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.uri, content=page.body, inclusion=inclusion)
            if page.source:
                self._edit(file, self.root / page.source, config)
            files.append(file)
            file.page = GeneratedPage(page, file, config, escaped=not self.scope.chrome)

    def _add_assets(self, files: Files, config: MkDocsConfig) -> None:
        for asset in (*self.assembly.files.assets, *self.assembly.tree.assets):
            if asset.uri not in files.src_uris:
                files.append(File.generated(config, asset.uri, content=asset.content))

    def _edit(self, file: File, source: Path, config: MkDocsConfig) -> None:
        """Where the edit link points: relative to the project for our own template, to the docs folder for others'."""
        ours = str(config.edit_uri_template or "").endswith("/{path}") and self.scope.chrome
        base = self.root if ours else self.docs
        file.edit_uri = Path(os.path.relpath(source, base)).as_posix()


def _site_root(url: str | None, language: str, library: Library) -> str:
    """The whole site's address from the configured one, which may already name the language's folder."""
    root = normal_site_url(url)
    return root.removesuffix(language_path(language, library.languages)) if root else ""


def _repository(configured: str) -> str:
    """Address of the repository; on GitHub Actions the one that runs the build, so that forks link to themselves."""
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else configured.rstrip("/")


def _require_extensions(config: MkDocsConfig) -> None:
    """The Markdown extensions that generated pages are written in."""
    for name in ("attr_list", "md_in_html", "tables", "toc"):
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
