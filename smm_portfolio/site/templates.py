"""The Jinja environment of the page templates: sandboxed, strict, escaping.

A template turns one view (``smm_portfolio.site.views``) into the Markdown of one page. A look, or a user's
own look folder, may replace any template by a file of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from smm_portfolio.pictures import Candidate
from smm_portfolio.site.compiled import MemoryCache
from smm_portfolio.site.markdown_text import contained_prose, literal
from smm_portfolio.site.views.parts import is_long

_COMPILED = MemoryCache()
_ELSEWHERE = ("#", "/", "http://", "https://", "mailto:", "tel:")


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which asks once a class and attribute instead of at every look.

    Why: the answer depends on nothing else, and asking took a third of the time of a page.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answers: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = (type(obj), attr)
        if key not in self._answers:
            self._answers[key] = super().is_safe_attribute(obj, attr, value)
        return self._answers[key]


class PageTemplates:
    """The templates of a chain of looks."""

    def __init__(self, web_folders: Sequence[Path]) -> None:
        """Look for templates in ``pages/`` and ``blocks/`` of each folder.

        Args:
            web_folders: ``web/`` folders of the looks, the nearest first (the user's, Studio's, the base).
        """
        self._environment = _Sandbox(
            loader=FileSystemLoader([str(folder) for folder in web_folders]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_COMPILED,
        )
        self._environment.tests.update(long=is_long)
        self._environment.filters.update(md=_md, prose=_prose, url=_url, srcset=_srcset)

    def page(self, name: str, view: object, *, labels: Mapping[str, Any], lang: str, page_url: str) -> str:
        """The Markdown of a page.

        Args:
            name: Template without folder and ending, such as ``case``.
            view: The view that this template shows.
            labels: Section ``site`` of the language's label file.
            lang: Language of the page, such as ``nl``.
            page_url: The page's path from the root of its language's site, to make links relative.

        Returns:
            Markdown with HTML blocks, without front matter.
        """
        return self._render(f"pages/{name}.md.j2", view, labels=labels, lang=lang, page_url=page_url)

    def block(self, name: str, view: object, *, labels: Mapping[str, Any], lang: str, page_url: str) -> str:
        """The HTML of one component for the middle of a hand-written page; arguments as in ``page``."""
        return self._render(f"blocks/{name}.html.j2", view, labels=labels, lang=lang, page_url=page_url).strip() + "\n"

    def _render(self, path: str, view: object, *, labels: Mapping[str, Any], lang: str, page_url: str) -> str:
        template = self._environment.get_template(path)
        return template.render(view=view, t=labels, lang=lang, root="../" * page_url.count("/"))


def _md(text: str) -> Markup:
    """Plain text inside a Markdown line, shown as typed."""
    return Markup(literal(text))  # noqa: S704  (escaped by ``literal``)


def _prose(text: str, level: int = 3) -> Markup:
    """An author's Markdown, as a block of its own."""
    return Markup(f"\n{contained_prose(text, level)}\n")  # noqa: S704  (Markdown is the author's; tags balance)


@pass_context
def _srcset(context: Context, files: Sequence[Candidate]) -> str:
    """The files of a set as HTML lists them, each as seen from the page that is being rendered."""
    listed = ((_url(context, one.href), one.width) for one in files)
    return ", ".join(f"{url} {width}w" if width else url for url, width in listed)


@pass_context
def _url(context: Context, href: str) -> str:
    """A link as seen from the page that is being rendered."""
    if href.startswith(_ELSEWHERE):
        return href
    return f"{context['root']}{href}" or "./"
