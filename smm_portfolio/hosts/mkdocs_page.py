"""Generated pages inside MkDocs: read without parsing front matter, rendered once per content."""

from __future__ import annotations

import html
import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from smm_portfolio.hosts.islands import ids_in, joined, parted
from smm_portfolio.site.tree import Page

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


class GeneratedPage(MkDocsPage):
    """A page of the docs tree.

    Why: MkDocs would write the front matter as YAML only to read it again.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig, *, escaped: bool) -> None:
        """Bind a page of the tree to its file in MkDocs.

        Args:
            page: what was compiled.
            file: the virtual file that stands for it.
            config: of the build.
            escaped: whether the theme's templates write the description as it is, as Material's own do.
        """
        self._page = page
        self._escaped = escaped
        self._content: str | None = None
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title, description and body as they were compiled."""
        self.markdown = self._page.body
        self.meta = template_meta(self._page, escaped=self._escaped)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert headings and prose; the HTML between them is finished already."""
        whole = self.markdown or ""
        self.markdown, stretches = parted(whole)
        super().render(config, files)
        self.markdown = whole
        self.content = joined(self.content or "", stretches)
        self.present_anchor_ids = (self.present_anchor_ids or set()) | ids_in(stretches)

    def hide_drawings(self) -> None:
        """Leave drawings out while the search index reads the page: their words stand in the text beside them."""
        self._content = self.content
        self.content = _DRAWING.sub("", self.content or "")

    def show_drawings(self) -> None:
        """Put the drawings back."""
        self.content = self._content


def template_meta(page: Page, *, escaped: bool) -> dict[str, Any]:
    """Front matter as templates need it: navigation writes titles as they are, Material the description too."""
    meta = page.front_matter()
    meta["title"] = html.escape(page.title, quote=False)
    if page.description and escaped:
        meta["description"] = html.escape(page.description)
    return meta
