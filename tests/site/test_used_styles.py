"""What is left out of a style sheet: only what no page and no script can come to need."""

from __future__ import annotations

import pytest

from smm_portfolio.site.used_styles import Seen, used

PAGE = (
    '<html><body data-md-color-scheme="slate"><ul class="list wide" hidden id=top>'
    '<li style="color:var(--page)">a</li></ul>'
)


def left(css: str, page: str = PAGE, script: str = "") -> str:
    seen = Seen([css])
    seen.add(page)
    if script:
        seen.add_script(script)
    return used([css], seen)


@pytest.mark.parametrize(
    "css",
    [
        "*{margin:0}",
        "html body>ul.list li{color:red}",
        '.list.wide:not(.gone)::before{content:"a,b"}',
        ":is(.gone,.list) li:hover{color:red}",
        "#top{color:red}",
        "[hidden]{display:none}",
        '[data-md-color-scheme="slate"] li{color:red}',
        "@media (width<1em){.list{color:red}}",
        "@font-face{font-family:A;src:url(a.woff2)}",
        "@keyframes fade{from{opacity:0}}",
        ".list{background:url(\"data:image/svg+xml,<svg xmlns='http://x'/>\")}",
    ],
)
def test_what_a_page_can_use_stays_to_the_letter(css: str) -> None:
    assert left(css) == css


@pytest.mark.parametrize(
    "css",
    [
        ".gone{color:red}",
        ".list .gone li{color:red}",
        "table td{color:red}",
        "#gone{color:red}",
        "[data-gone]{color:red}",
        '[data-md-color-scheme="default"] li{color:red}',
        "@media print{.gone{color:red}}",
        "@supports (display:grid){@media print{.gone{color:red}}}",
        ".list{}",
        '@charset "UTF-8";',
    ],
)
def test_what_no_page_can_use_goes(css: str) -> None:
    assert not left(css)


def test_of_several_selectors_those_stay_that_can_match() -> None:
    assert left(".gone,.list,table td,ul:is(.a,.b){color:red}") == ".list,ul:is(.a,.b){color:red}"


@pytest.mark.parametrize(
    ("script", "css"),
    [
        ('x.className="mark on"', ".mark .on{color:red}"),
        ("x.innerHTML=`<table><td>`", "table td{color:red}"),
        ("x.hidden=true,x.disabled=1", "[disabled]{color:red}"),
        ("x.dataset.smmState=1", "[data-smm-state]{color:red}"),
        ('x.setAttribute("data-md-color-scheme","default")', '[data-md-color-scheme="default"]{color:red}'),
        ('y.style.setProperty("--script",1)', ".list{--script:red}"),
        ("x.className=`step-${n}`", ".step-2{color:red}"),
    ],
)
def test_what_a_script_may_bring_in_stays(script: str, css: str) -> None:
    assert left(css, script=script) == css
    assert left(css, PAGE + f"<script>{script}</script>") == css
    assert left(css, PAGE + f'<script type="module">{script}</script>') == css
    assert left(css, PAGE + f"<b onclick='{script}'>") == css


def test_a_class_that_a_script_only_looks_for_does_not_count() -> None:
    assert not left(".tabs{color:red}", script='document.querySelectorAll(".tabs")')


def test_a_direction_counts_only_where_a_page_reads_that_way() -> None:
    css = "[dir=rtl] .list{color:red}"
    assert not left(css, script='x.dir==="rtl"')
    assert left(css, PAGE.replace("<body", "<body dir=rtl")) == css


def test_custom_properties_stay_where_something_asks_for_them_in_the_end() -> None:
    css = ":root{--a:var(--b);--b:1px;--c:var(--a);--page:red;--gone:url(data:x)}.list{margin:var(--a)}"
    assert left(css) == ":root{--a:var(--b);--b:1px;--page:red}.list{margin:var(--a)}"


def test_a_property_of_one_sheet_stays_where_another_asks_for_it() -> None:
    sheets = ["li{color:var(--ink)}", ":root{--ink:red;--gone:blue}"]
    seen = Seen(sheets)
    seen.add(PAGE)
    assert used(sheets, seen) == "li{color:var(--ink)}:root{--ink:red}"


def test_faults_in_somebodys_style_sheet_are_passed_over_as_a_browser_does() -> None:
    assert left("}.list{margin:0}.list{*zoom:1;color:red;:}.list li{margin:0") == ".list{color:red}.list li{margin:0}"
