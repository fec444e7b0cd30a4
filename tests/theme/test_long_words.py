"""Words and titles of any length: no page grows wider than its window, and a long title leaves room for the rest."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from smm_portfolio import resources
from smm_portfolio.looks import load_look, web_tokens_css
from smm_portfolio.site import views as v
from smm_portfolio.site.artwork import drawing
from smm_portfolio.site.styles import published
from tests.theme.pages import WEB, page_html

pytestmark = pytest.mark.browser

WORD = "Sozialversicherungsfachangestelltenausbildungsberatungsgesellschaft"
TITLE = "Hoe een kinderboekenwinkel met twee berichten per week haar voorleesmiddagen vulde, en de zomer niet"
KIND = v.KindView(id="client", label="Klant")
CARD = v.CardView(
    title=WORD, href="work/a/", kind=KIND, picture=v.PictureView(ratio="169", art=drawing("loaves", "a", "169")),
    result="1 → 2", result_name=WORD, meta=WORD,
)  # fmt: skip
FACTS = (v.FactView(term=WORD, value=WORD),)
LEAD = v.LeadView(
    name=WORD, baseline="€ 1.234.567,89", result="€ 9.876.543,21", delta="+1 (+2 %)", source=WORD, ratio=2.0
)
SKILLS = (
    v.SkillView(name=WORD, level=2, level_label="Zelfstandig", evidence=(v.LinkView(text=WORD, href="work/a/"),)),
)
PAGES = {
    "home": v.HomeView(
        name=WORD, role=WORD, title=WORD, lede=WORD, works=(CARD,) * 3, lead=LEAD, services=FACTS, skills=SKILLS,
        about_lead=WORD, about=WORD,
    ),
    "case": v.CaseView(
        title=WORD, lede=WORD, kind=KIND, crumbs=v.CrumbsView(here=WORD), facts=FACTS, situation_lead=WORD,
        situation=WORD, approach=(v.StepView(title=WORD, why=WORD),), worked=(WORD,), change=(WORD,),
        goals=(
            v.GoalRow(name="Omzet", baseline="€ 1.234.567,89", target="€ 5.000.000", result="€ 9.876.543,21",
                      change="+€ 8.641.975,32 (+700 %)", state=v.StateView(id="miss", label="Niet gehaald")),
            v.GoalRow(name=WORD, baseline="1", target="2", result="3", change="+2 (+200 %)",
                      state=v.StateView(id="ok", label="Gehaald")),
        ),
        tiles=(v.TileView(name=WORD, result="€ 9.876.543,21", baseline="€ 1.234.567,89", source=WORD),),
        quote=v.QuoteView(text=WORD, by=WORD), next=v.NextView(title=WORD, href="work/b/", result=WORD),
    ),
    "work": v.WorkView(title=WORD, cards=(CARD,) * 3),
}  # fmt: skip


def document(name: str, view: object, look: str) -> str:
    """A page as a reader gets it, without the frame: the styles of the look are in it."""
    loaded, _ = load_look(look)
    assert loaded is not None
    sheets = [*sorted((WEB / "css").glob("[1-8]*.css")), resources.themes_dir() / look / "web" / "look.css"]
    css = web_tokens_css(loaded) + "".join(published(path.read_text(encoding="utf-8")) for path in sheets)
    body = f'<article class="md-content__inner md-typeset smm-full">{page_html(name, view)}</article>'
    css = f"* {{ box-sizing: border-box }} body {{ margin: 0 }}{css}"
    return f"<!DOCTYPE html><html lang=nl><meta charset=utf-8><style>{css}</style><body>{body}</body></html>"


@pytest.mark.parametrize("look", ["studio", "quiet"])
@pytest.mark.parametrize("name", PAGES)
def test_a_word_longer_than_the_window_does_not_widen_it(chromium: Browser, name: str, look: str) -> None:
    page = chromium.new_page()
    page.set_content(document(name, PAGES[name], look))
    for width in (320, 375, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    page.close()


@pytest.mark.parametrize("look", ["studio", "quiet"])
@pytest.mark.parametrize("size", [(1280, 800), (375, 667)], ids=["desktop", "phone"])
def test_a_long_title_leaves_room_on_the_first_screen(chromium: Browser, look: str, size: tuple[int, int]) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    view = v.CaseView(title=TITLE, lede="", kind=KIND, crumbs=v.CrumbsView(here="Case"), facts=FACTS)
    page.set_content(document("case", view, look))
    box = page.locator("h1").bounding_box()
    assert box is not None
    assert box["height"] < size[1] / 2
    page.close()
