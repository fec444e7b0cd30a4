"""Style sheets: every class is styled, only tokens carry looks, and Material's rules do not win."""

import re
from pathlib import Path

import pytest
import tinycss2

from smm_portfolio import resources
from smm_portfolio.looks import available_looks, load_look, web_tokens_css
from smm_portfolio.site.styles import published, strengthened
from tests.theme.pages import WEB, page_html
from tests.theme.samples import MOST

THEMES = resources.themes_dir()
COMPONENTS = sorted(path for path in (WEB / "css").glob("*.css") if path.name != "host-tokens.css")
LOOKS = sorted(THEMES.glob("*/web/look.css"))
SHEETS = [*COMPONENTS, *LOOKS]
MARKUP = [*WEB.rglob("*.j2"), *(WEB / "overrides").rglob("*.html"), *(WEB / "js").rglob("*.js")]

PLAIN = {
    "smm-story-b",
    "smm-part-b",
    "smm-tile-v--s",
    "smm-state--no",
    "smm-ch-a--1",
}
PLAIN |= {"smm-post--wide", "smm-frame--search", "smm-kind--volunteer", "smm-level--0", "smm-roles--text"}
"""Classes of the ordinary case, there so that a look can tell it from the others."""
HOOKS = {"smm-find-close", "smm-lang", "smm-i--arrow"}
"""Classes that only a script or a look asks for."""
UNSTYLED = PLAIN | HOOKS
PUT_TOGETHER = {"smm-wide-h", "smm-wide-b", "smm-work-b", "smm-list-b", "smm-proofs-b"} | {
    f"smm-a{role}" for role in range(6)
}
"""Classes whose name templates or drawings put together from a word of their own."""


def classes_in_css(text: str) -> set[str]:
    return set(re.findall(r"\.(smm(?:-[\w-]+)?)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))


def classes_in_html(text: str) -> set[str]:
    return {name for value in re.findall(r'class="([^"]*)"', text) for name in value.split() if name.startswith("smm")}


def literal_looks(css: str) -> list[str]:
    """Colours, font names and font sizes in pixels written into a style sheet instead of a token."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])", plain)
    found += re.findall(r"\b(?:rgb|hsl|oklch)a?\([^)]*\)", plain)
    found += re.findall(r"font-family:(?!\s*(?:var\(|inherit))[^;}]+", plain)
    found += re.findall(r":\s*(?:red|blue|green|black|white|gr[ae]y|orange)\b", plain)
    found += [size for size in re.findall(r"font(?:-size)?:[^;}]*?\b[\d.]+px", plain) if not CHART_TEXT.search(size)]
    return found


CHART_TEXT = re.compile(r"font-size: 1[34](?:\.5)?px")
"""Text in a chart is measured in units of its drawing, not of the page."""


def everything() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SHEETS)


@pytest.mark.parametrize("name", MOST)
def test_every_class_on_a_page_is_styled(name: str) -> None:
    assert classes_in_html(page_html(name, MOST[name])) - classes_in_css(everything()) - UNSTYLED == set()


def test_every_class_in_the_frame_is_styled() -> None:
    html = "\n".join(path.read_text(encoding="utf-8") for path in (WEB / "overrides").rglob("*.html"))
    whole = re.sub(r"\{[{%].*?[%}]\}", " ", html)
    assert classes_in_html(whole) - classes_in_css(everything()) - UNSTYLED == set()


def test_the_check_above_sees_a_class_without_a_style() -> None:
    assert classes_in_html('<p class="smm-nowhere a">') - classes_in_css(everything()) == {"smm-nowhere"}


def test_nothing_styles_a_class_that_no_page_has() -> None:
    python = (resources.themes_dir().parent / "smm_portfolio" / "site").rglob("*.py")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in [*MARKUP, *python])
    whole = set(re.findall(r"smm(?:-[\w-]+)?", sources)) | PUT_TOGETHER
    begun = {name for name in re.findall(r"(smm-[\w-]+)\{", sources) if name != "smm-"}
    used = {name for name in classes_in_css(everything()) if name in whole or name.startswith(tuple(begun))}
    assert classes_in_css(everything()) - used == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_only_tokens_decide_how_things_look(sheet: Path) -> None:
    assert literal_looks(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad",
    [".a { color: #ff0000; }", ".a { color: red; }", ".a { font-family: Arial; }", ".a { background: rgb(0 0 0); }",
     ".a { font-size: 12px; }", ".a { font: 500 12px/1 var(--smm-f-ui); }"],
)  # fmt: skip
def test_the_check_above_sees_a_literal(bad: str) -> None:
    assert literal_looks(bad) != []


UNKNOWN_TO_W3C = re.compile(r"@container|container-(?:type|name)|[\d.]cq[wihb]\b|[{;]\s*paint-order")
"""What W3C's checker of style sheets (Nu, September 2026) calls an error; a media query or an attribute will do."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_a_site_passes_the_checker_of_w3c(sheet: Path) -> None:
    assert UNKNOWN_TO_W3C.findall(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad", ["@container (min-width: 9px) {}", ".a { width: 9.5cqi; }", ".a { paint-order: stroke; }"]
)
def test_the_check_above_sees_what_the_checker_does_not_know(bad: str) -> None:
    assert UNKNOWN_TO_W3C.findall(bad) != []


@pytest.mark.parametrize("name", [*available_looks(), "base"])
def test_every_token_that_is_used_exists_in_every_look(name: str) -> None:
    look, problems = load_look(name)
    assert look is not None, problems
    sheets = [*COMPONENTS, THEMES / name / "web" / "look.css"]
    css = "\n".join(path.read_text(encoding="utf-8") for path in sheets if path.exists())
    known = set(re.findall(r"(--smm-[\w-]+):", web_tokens_css(look) + css + page_html("home", MOST["home"])))
    known |= set(re.findall(r"(--smm-(?:z[trbl]|[whn])):", page_html("campaign", MOST["campaign"])))
    assert set(re.findall(r"var\((--smm-[\w-]+)", css)) - known == set()


def test_tokens_for_other_sites_are_complete() -> None:
    look, _ = load_look("base")
    assert look is not None
    ours = set(re.findall(r"(--smm-[\w-]+):", web_tokens_css(look)))
    theirs = set(re.findall(r"(--smm-[\w-]+):", (WEB / "css" / "host-tokens.css").read_text(encoding="utf-8")))
    assert theirs == ours


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_publishing_keeps_every_rule(sheet: Path) -> None:
    before = sheet.read_text(encoding="utf-8")
    after = published(before)
    assert after.count("{") == re.sub(r"/\*.*?\*/", "", before, flags=re.DOTALL).count("{")
    assert not [node for node in tinycss2.parse_stylesheet(after) if node.type == "error"]
    assert published(before) == after


@pytest.mark.parametrize(
    ("plain", "strong"),
    [
        (".smm-work a", ".smm-work.smm-work.smm-work a"),
        (".smm :where(p)", ".smm.smm.smm :where(p)"),
        ("[data-x] .smm-a::after", "[data-x] .smm-a.smm-a.smm-a::after"),
        (".md-typeset h2", ".md-typeset h2"),
    ],
)
def test_our_selectors_are_stronger_than_those_of_material(plain: str, strong: str) -> None:
    assert strengthened(plain) == strong


def test_publishing_leaves_strings_and_lists_in_brackets_alone() -> None:
    css = '.smm-a, .smm-b:is(p, ul) { content: "a ;  b"; font: 1rem/1.2 "A  B", serif; }'
    expected = '.smm-a.smm-a.smm-a,.smm-b.smm-b.smm-b:is(p,ul){content: "a ;  b";font: 1rem/1.2 "A  B",serif}'
    assert published(css) == expected


def test_a_style_sheet_that_cannot_be_read_is_not_published() -> None:
    with pytest.raises(ValueError, match="line 1"):
        published("}")
