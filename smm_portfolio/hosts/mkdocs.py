"""The MkDocs plugins: ``smm`` adds the portfolio, ``smm-campaigns`` the campaign pages, to any Material site.

Why so thin: MkDocs 1.x has no maintainer and Material ends in May 2027; everything that matters works without them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from smm_portfolio.hosts.assembly import Scope
from smm_portfolio.hosts.hidden_search import hidden_in
from smm_portfolio.hosts.mkdocs_build import MkDocsBuild
from smm_portfolio.hosts.mkdocs_page import GeneratedPage
from smm_portfolio.hosts.session import Request
from smm_portfolio.problems import UserError
from smm_portfolio.problems.views import show
from smm_portfolio.site.compiled import MemoryCache
from smm_portfolio.site.tidy import tidied

log = get_plugin_logger("smm")
_COMPILED = MemoryCache()


class SmmOptions(Config):
    """Options of the plugin ``smm`` in mkdocs.yml."""

    language = c.Optional(c.Type(str))
    """Language to build; without it the theme's language, else the first in smm.yml."""
    pdf = c.Type(bool, default=True)
    """Whether ``mkdocs build`` makes the guides' PDFs; ``mkdocs serve`` never does."""
    frame = c.Optional(c.Type(bool))
    """Whether header, footer and colours are those of our look; by default only where there is an smm.yml."""


class CampaignOptions(Config):
    """Options of the plugin ``smm-campaigns`` in mkdocs.yml."""

    language = c.Optional(c.Type(str))
    """Language to build; without it the theme's language, else the first in smm.yml."""


@event_priority(100)
def _hide_drawings(
    _: BasePlugin[Any], context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    if isinstance(page, GeneratedPage):
        page.hide_drawings()
    return context


@event_priority(-100)
def _show_drawings(
    _: BasePlugin[Any], context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    if isinstance(page, GeneratedPage):
        page.show_drawings()
    return context


class _Plugin:
    """What both plugins do; each adds its own part of the tree."""

    first = True
    serving = False
    last_good: MkDocsBuild | None = None
    build: MkDocsBuild | None = None
    request: Request | None = None

    def prepare(self, config: MkDocsConfig, scope: Scope, request: Request) -> None:
        """Load, check and compile before MkDocs cleans anything; while serving, a mistake keeps the last good pages."""
        try:
            self.build = MkDocsBuild.prepare(config, scope, request, serving=self.serving)
            self.last_good = self.build
        except UserError as error:
            report = show(error.problems)
            if not self.serving or self.last_good is None:
                raise PluginError(f"smm: the content has problems\n\n{report}") from None
            log.warning("The content has problems; the last good pages stay.\n\n%s", report)
            self.build = self.last_good
        self.build.configure(config)

    def noted(self, page: str) -> str:
        """A finished page; in a preview or draft with a note at its top."""
        note = self.build.note(serving=self.serving) if self.build else None
        return note.on(page) if note is not None and (note or self.serving) else page

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pictures in all their sizes."""
        assert self.build is not None
        return self.build.pictures.page_content(html, page.url, files, config)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take away copies of pictures that nothing needs; stop where a hidden name stands in a finished file.

        Why not within ``smm build``: that looks through all languages at once, before anything takes the site's place.
        """
        assert self.build is not None
        self.build.pictures.tidy(Path(config.site_dir))
        if self.request is None and not self.serving and (self.first or "smm" not in config.plugins):
            hidden = hidden_in(Path(config.site_dir), self.build.assembly.context.library)
            if hidden:
                raise PluginError(f"smm: the finished site must not be published\n\n{show(hidden)}")


class SmmPlugin(_Plugin, BasePlugin[SmmOptions]):
    """Adds home, work, skills, checklists, roles, salaries and guides."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the portfolio."""
        request = self.request or Request(language=self.config.language, with_pdf=self.config.pdf and not self.serving)
        scope = Scope(
            campaigns=False, chrome=_frame(self.config.frame, config), linked="smm-campaigns" in config.plugins
        )
        self.prepare(config, scope, request)
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take YAML out, choose a language for hand-written pages, put generated pages in."""
        assert self.build is not None
        return self.build.add_portfolio(files, config)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Expand blocks in hand-written pages."""
        assert self.build is not None
        return self.build.page_markdown(markdown, page)

    # the search plugin reads pages at this event, between the two
    on_page_context = CombinedEvent(_hide_drawings, _show_drawings)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Repair what Material's frame leaves open, where the frame is ours; say what is not for the public."""
        return self.noted(tidied(output) if self.build and self.build.scope.chrome else output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page that says that a page is missing."""
        ours = template_name == "404.html" and self.build is not None and self.build.scope.chrome
        page = tidied(output_content) if ours else output_content
        return self.noted(page) if template_name == "404.html" else page

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Tell every page where it stands in the other languages; keep compiled templates for the next build."""
        assert self.build is not None
        env.bytecode_cache = env.bytecode_cache or _COMPILED
        self.build.languages_of_pages(files)


class SmmCampaignsPlugin(_Plugin, BasePlugin[CampaignOptions]):
    """Adds the campaign pages; works beside ``smm`` and alone."""

    first = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the campaigns."""
        main = config.plugins.get("smm")
        beside = main.build.request if isinstance(main, SmmPlugin) and main.build else None
        request = self.request or beside or Request(language=self.config.language, with_pdf=False)
        self.prepare(config, Scope(portfolio=False, chrome=_frame(None, config)), request)
        return config

    @event_priority(90)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the campaign pages in."""
        assert self.build is not None
        return self.build.add_campaigns(files, config)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say what is not for the public, where the other plugin does not."""
        return output if "smm" in config.plugins else self.noted(output)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Tell every page where it stands in the other languages; keep compiled templates for the next build."""
        assert self.build is not None
        env.bytecode_cache = env.bytecode_cache or _COMPILED
        self.build.languages_of_pages(files)


def _frame(wanted: bool | None, config: MkDocsConfig) -> bool:
    return MkDocsBuild.has_frame(Path(config.config_file_path or ".").parent) if wanted is None else wanted
