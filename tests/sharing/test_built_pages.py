"""What stands in the head of finished pages, in both languages, with and without the site's address."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.small_project import smm, write_small_project

SITE = "https://example.org/course/"
ASKED = "---\ntitle: Vragen & <b>antwoorden</b>\nfaq: true\n---\n# Vragen\n\n## 1. Gratis?\n\nNee.\n"


@pytest.fixture(scope="module", params=[SITE, ""], ids=["with address", "without"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repo_root: Path
) -> tuple[Path, str]:
    folder = write_small_project(
        tmp_path_factory.mktemp("shared") / "site", repo_root, **{"site_src/training/asked.md": ASKED}
    )
    address = ["--site-url", request.param] if request.param else []
    smm(folder, "build", "--no-pdf", *address)
    return folder / "site", request.param


def head(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8").partition("</head>")[0]


@pytest.mark.parametrize(("folder", "locale", "other"), [("", "nl_NL", "en_GB"), ("en/", "en_GB", "nl_NL")])
def test_every_kind_of_page_says_what_it_is(built: tuple[Path, str], folder: str, locale: str, other: str) -> None:
    site, address = built
    for name in ("", "salaries/pay/", "training/lesson/"):
        text = head(site, f"{folder}{name}")
        for tag in (f'og:locale" content="{locale}', f'og:locale:alternate" content="{other}', "og:title", "og:type"):
            assert f'property="{tag}' in text, (name, tag)
        assert ('property="og:url"' in text) == bool(address)
        assert text.count('name="theme-color"') == 2
        if address:
            assert f'property="og:url" content="{SITE}{folder}{name}"' in text


def test_without_pdfs_no_page_promises_a_picture(built: tuple[Path, str]) -> None:
    """A picture that is not there shows as a grey box beside every shared link."""
    site, _ = built
    assert "og:image" not in head(site, "")
    assert 'name="twitter:card" content="summary"' in head(site, "")
    assert not list(site.rglob("share/*.png"))


def test_questions_of_a_written_page_are_data_and_its_title_stays_text(built: tuple[Path, str]) -> None:
    site, address = built
    text = head(site, "training/asked")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    found = {one["@type"]: one for one in json.loads(data)["@graph"]}
    assert found["FAQPage"]["mainEntity"][0]["name"] == "Gratis?"
    assert ("BreadcrumbList" in found) == bool(address)
    assert "<b>" not in text.partition("og:title")[2].partition(">")[0]
    assert "FAQPage" not in head(site, "training/lesson")


def test_a_page_without_a_translation_claims_none(built: tuple[Path, str]) -> None:
    """The address in the other language shows the same text; whoever searches in that language would be misled."""
    site, address = built
    whole, stand_in = head(site, "training/asked"), head(site, "en/training/asked")
    assert 'og:locale" content="nl_NL"' in stand_in
    assert "hreflang" not in stand_in
    assert 'hreflang="en"' not in whole
    if address:
        assert f'href="{SITE}training/asked/" hreflang="nl"' in whole
        assert f'href="{SITE}training/lesson/" hreflang="x-default"' in head(site, "en/training/lesson")
        assert f"{SITE}en/training/asked/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    page = (site / "en/training/asked/index.html").read_text(encoding="utf-8")
    assert '<article class="md-content__inner md-typeset" lang="nl">' in page


def test_a_head_loads_nothing_from_elsewhere(built: tuple[Path, str]) -> None:
    """A visitor of a portfolio is nobody else's business."""
    site, _ = built
    for name in ("", "en/", "training/lesson"):
        for link in re.findall(r"<(?:link|script)\b[^>]*>", head(site, name)):
            if re.search(r'rel="?(?:canonical|alternate)', link):
                continue
            assert not re.search(r'(?:href|src)="(?:https?:)?//', link), link
    manifest = json.loads((site / "en/site.webmanifest").read_text(encoding="utf-8"))
    assert all((site / "en" / icon["src"]).is_file() for icon in manifest["icons"])
