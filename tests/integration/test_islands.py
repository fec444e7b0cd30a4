"""Generated pages skip most of Markdown; what a reader gets must be what Markdown would have made of the whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from smm_portfolio.hosts.islands import ids_in, joined, parted
from smm_portfolio.hosts.mkdocs_page import GeneratedPage


def _plain(html: str) -> str:
    """HTML without the white space between tags that no reader sees."""
    return re.sub(r"\s+", " ", re.sub(r">\s+|\s+<", lambda found: found[0].strip(), html)).strip()


def test_every_page_of_the_reference_site_is_as_markdown_makes_it(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    render = GeneratedPage.render

    def both(self: GeneratedPage, config: object, files: object) -> None:
        Page.render(self, config, files)  # type: ignore[arg-type]  # passed on as they came
        slow = _plain(self.content or "")
        toc = [(item.id, item.title) for item in self.toc]
        render(self, config, files)  # type: ignore[arg-type]  # as above
        assert _plain(self.content or "") == slow, self.file.src_uri
        assert [(item.id, item.title) for item in self.toc] == toc
        compared.append(self.file.src_uri)

    monkeypatch.setattr(GeneratedPage, "render", both)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(repo_root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins["smm"].config["pdf"] = False
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert len(compared) > 15


def test_prose_with_a_closing_tag_in_code_stays_whole() -> None:
    body = '<div class="smm-prose" markdown="1">\n\n```html\n</div>\n```\n\nafter\n\n</div>\n<p id="x">raw</p>\n'
    markdown, stretches = parted(body)
    assert "```html\n</div>\n```" in markdown
    assert "raw" not in markdown
    assert ids_in(stretches) == {"x"}
    assert joined(markdown, stretches).count("<p id=") == 1
