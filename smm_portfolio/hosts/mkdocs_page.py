"""Generated pages inside MkDocs: read without parsing front matter, rendered once per content."""

from __future__ import annotations

import html
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from smm_portfolio.site.tree import Page


class GeneratedPage(MkDocsPage):
    """A page of the docs tree.

    Why: MkDocs would write the front matter as YAML only to read it again.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        """Bind a page of the tree to its file in MkDocs.

        Args:
            page: what was compiled.
            file: the virtual file that stands for it.
            config: of the build.
        """
        self._page = page
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title, description and body as they were compiled."""
        self.markdown = self._page.body
        self.meta = escaped_meta(self._page)


def escaped_meta(page: Page) -> dict[str, Any]:
    """Front matter with title and description as HTML text, since Material's templates write them as they are."""
    meta = page.front_matter()
    meta["title"] = html.escape(page.title, quote=False)
    if page.description:
        meta["description"] = html.escape(page.description)
    return meta
