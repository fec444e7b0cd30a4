"""What is withheld stands nowhere in what is published: figures behind an index, the story of a case on request."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.print.share import share_views
from smm_portfolio.problems import Severity, errors_in
from smm_portfolio.site.compile import compile_tree
from tests.evidence import samples as s
from tests.support.portfolio import context_of
from tests.support.reading import row, words
from tests.support.small_project import smm, tree_of, write_small_project

PROFILE = """\
name: Noor Veldkamp
role: {nl: "socialmediamanager", en: "social media manager"}
headline: {nl: Ik maak content., en: I make content.}
strongest: hidden
selected: [hidden]
"""
CASE = """\
title: {nl: "Van stil naar druk", en: "From quiet to busy"}
kind: client
permission: anonymised
client: {name: "Zilverdraad Interieur"}
anonymised_as: {nl: "Een woonwinkel", en: "A home shop"}
numbers: index
summary: {nl: "Kort", en: "Short"}
sector: {nl: "Wonen", en: "Homes"}
role: {nl: "Alles", en: "Everything"}
budget: EUR 7316
period: 2026-03..2026-05
platforms: [instagram]
situation: {text: {nl: "Zo", en: "So"}, date: 2026-02-28}
goals: [{text: {nl: "Meer", en: "More"}, metric: sessions, target: 48123}]
approach: [{title: {nl: "Plan", en: "Plan"}, why: {nl: "Omdat", en: "Because"}}]
samples:
  - {platform: instagram, format: reel, caption: {nl: a, en: a}, result: {metric: views, result: 93127}}
results:
  - metric: views
    file: exports/posts.csv
    baseline_period: 2025-12..2026-02
    period: 2026-03..2026-05
    target: 88231
  - metric: er_reach
    file: exports/posts.csv
    baseline_period: 2025-12..2026-02
    period: 2026-03..2026-05
  - metric: sessions
    baseline: 31847
    result: 52963
    baseline_period: 2026-01..2026-02
    period: 2026-03..2026-04
    series:
      - {period: 2026-01, value: 15411}
      - {period: 2026-02, value: 16436}
      - {period: 2026-03, value: 25017}
      - {period: 2026-04, value: 27946}
  - metric: aov
    baseline: {numerator: 41236.50, denominator: 733}
    result: {numerator: 66821.75, denominator: 947}
    currency: EUR
  - {metric: followers, result: 21459}
"""
TEASER = """\
title: {nl: "Een lancering", en: "A launch"}
kind: client
permission: on_request
client: {name: "Kwikstaart Zorg", url: kwikstaart.example}
summary: {nl: "Waarover ik graag vertel.", en: "Which I am glad to talk about."}
sector: {nl: "Gezondheid", en: "Health"}
role: {nl: "geheim-rol", en: "secret-role"}
team: {nl: "geheim-team", en: "secret-team"}
hours: {nl: "geheim-uren", en: "secret-hours"}
budget: EUR 64318
period: 2021-03..2021-05
platforms: [pinterest]
services: [{nl: "geheim-dienst", en: "secret-service"}]
situation: {text: {nl: "geheim-begin", en: "secret-start"}, date: 2021-02-28}
goals: [{text: {nl: "geheim-doel", en: "secret-goal"}, metric: views, target: 60312}]
audience: {nl: "geheim-publiek", en: "secret-audience"}
approach: [{title: {nl: "geheim-keuze", en: "secret-choice"}, why: {nl: "geheim-reden", en: "secret-reason"}}]
samples: [{platform: pinterest, format: photo, caption: {nl: "geheim-post", en: "secret-post"}}]
results:
  - metric: views
    label: {nl: "geheim-cijfer", en: "secret-figure"}
    baseline: 10411
    result: 55719
    period: 2021-03..2021-04
    series: [{period: 2021-03, value: 25700}, {period: 2021-04, value: 30019}]
    source: {name: {nl: "geheim-bron", en: "secret-source"}}
    note: {nl: "geheim-noot", en: "secret-note"}
  - {metric: likes, file: exports/secret-file.csv}
caveat: {nl: "geheim-voorbehoud", en: "secret-caveat"}
lessons: {worked: [{nl: "geheim-les", en: "secret-lesson"}]}
testimonial:
  quote: {nl: "geheim-lof", en: "secret-praise"}
  name: Secret-Speaker
  role: {nl: "geheim-ambt", en: "secret-office"}
  permission: {granted: true, date: 2021-06-04}
tools: [Secret-Tool]
links: [{label: {nl: "geheim-link", en: "secret-link"}, url: "https://kwikstaart.example/p"}]
"""
SKILLS = """\
type: skill
title: {nl: Vaardigheden, en: Skills}
summary: {nl: Wat ik kan., en: What I can do.}
levels:
  - {id: basic, name: {nl: Basis, en: Basic}, description: {nl: Geoefend., en: Practised.}}
  - {id: alone, name: {nl: Zelfstandig, en: Alone}, description: {nl: Zonder hulp., en: Without help.}}
groups:
  - id: making
    name: {nl: Maken, en: Making}
    items: [{id: plan, name: {nl: Plannen, en: Planning}, level: basic, evidence: [teaser, hidden]}]
"""
TOTALS = (
    64318,
    60312,
    10411,
    55719,
    25700,
    30019,
    7316,
    48123,
    93127,
    88231,
    31847,
    52963,
    15411,
    16436,
    25017,
    27946,
    41236,
    66821,
    21459,
)
POSTS = [
    ("12/09/2025", 11873),
    ("01/20/2026", 9418),
    ("03/03/2026", 17652),
    ("04/14/2026", 23719),
    ("05/26/2026", 31286),
]


def posts() -> bytes:
    rows = [
        s.ig_post(n, day, Views=views, Reach=views - 1017, Likes=views // 13, Comments=7, Shares=3, Saves=11)
        for n, (day, views) in enumerate(POSTS, 1)
    ]
    return s.table(s.IG_EN, *rows)


def absolute() -> list[int]:
    """Every figure that the client does not want to be known: typed, from rows, their sums and parts."""
    views = [value for _, value in POSTS]
    reach = [value - 1017 for value in views]
    sums = [sum(found[:2]) for found in (views, reach)] + [sum(found[2:]) for found in (views, reach)]
    return [*TOTALS, *views, *reach, *sums]


def spelled(value: int) -> str:
    """A pattern for a number however its thousands are set apart."""
    digits = str(value)
    return rf"(?<![\d.,]){digits[:-3]}[.,\u00a0\u202f ']?{digits[-3:]}(?!\d)"


def found_in(text: str) -> list[int]:
    return [value for value in absolute() if re.search(spelled(value), text)]


def project(folder: Path, repo_root: Path, case: str = CASE) -> Path:
    return write_small_project(folder, repo_root, **{
        "site_src/profile.yml": PROFILE,
        "site_src/cases/hidden.yml": case,
        "site_src/cases/teaser.yml": TEASER,
        "checklists/skills.yml": SKILLS,
        "site_src/exports/posts.csv": posts(),
        "site_src/exports/secret-file.csv": posts(),
    })  # fmt: skip


@pytest.fixture(scope="module")
def published(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every text in everything that is published: pages, search, PDFs, data, the exported tree."""
    folder = project(tmp_path_factory.mktemp("index") / "project", repo_root)
    smm(folder, "build")
    smm(folder, "export", "exported", "--no-pdf")
    trees = {f"{name}/{path}": raw for name in ("site", "exported") for path, raw in tree_of(folder / name).items()}
    return {path: text_of(path, raw) for path, raw in trees.items()}


@pytest.fixture(scope="module")
def library(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    loaded = load(project(tmp_path_factory.mktemp("index") / "library", repo_root), resolve=resolve_case)
    assert not errors_in(loaded.problems), loaded.problems
    return loaded.library


def text_of(path: str, raw: bytes) -> str:
    if path.endswith(".pdf"):
        document = pypdfium2.PdfDocument(io.BytesIO(raw))
        return " ".join(page.get_textpage().get_text_range() for page in document)
    return raw.decode("utf-8", errors="ignore") if not path.endswith((".png", ".woff2", ".ico", ".webp")) else ""


def test_no_real_figure_stands_in_any_output(published: dict[str, str]) -> None:
    assert {path: found for path, text in published.items() if (found := found_in(text))} == {}


def test_the_search_would_find_one() -> None:
    """The guard above must be able to fail, however the figure is written."""
    for written in ("48.123", "48,123", "48 123", "48123", "€ 48.123,50", "48\u00a0123 per week"):
        assert found_in(f"a {written} b") == [48123]


def test_pdfs_were_among_what_was_searched(published: dict[str, str]) -> None:
    assert any(path.startswith("site/work/hidden") for path in published)
    assert any("Een woonwinkel" in text for text in published.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_real_figure_stands_on_a_picture_for_shared_links(library: Library, language: str) -> None:
    views = share_views(context_of(library, language))
    assert found_in(" ".join(map(str, views.values()))) == []
    assert any("100" in view.result for view in views.values())


def test_every_part_of_the_page_uses_one_index_with_the_baseline_at_100(library: Library) -> None:
    page = compile_tree(context_of(library, "nl")).page("work/hidden.md")
    assert page is not None
    assert row(page.body, "Weergaven").endswith("100 414 341 +241 % Niet gehaald")
    text = words(page.body)
    assert "Weergaven: van 100 naar 341" in text
    assert "Index: het gemiddelde ervoor is 100." in text
    assert "niet getoond" in text


def test_a_course_is_an_index_of_its_own_average_before(library: Library) -> None:
    """Points of a month beside a total of three months would all look like a fall."""
    page = compile_tree(context_of(library, "nl")).page("work/hidden.md")
    assert page is not None
    chart = re.findall(r'<svg class="smm-chart smm-chart--wide".*?</svg>', page.body, re.DOTALL)[0]
    assert "gem. 100 per week" in chart
    assert "gem. 334 per week" in chart
    assert "doel: 405 per week" in chart


def test_what_has_no_baseline_cannot_be_an_index_and_is_not_told(library: Library) -> None:
    page = compile_tree(context_of(library, "nl")).page("work/hidden.md")
    assert page is not None
    assert re.search(r"Volgers n\.v\.t\.", words(page.body))


# A case on request


def test_of_a_case_on_request_nothing_but_its_teaser_stands_anywhere(published: dict[str, str]) -> None:
    told = re.compile(r"geheim-|secret-|kwikstaart|pinterest\b(?!\.(?:com|svg))|2021", re.IGNORECASE)
    ours = {path: text for path, text in published.items() if "/assets/" not in path and "/handbook/" not in path}
    assert {path: found for path, text in ours.items() if (found := told.findall(text))} == {}


def test_a_teaser_says_what_it_is_about_and_what_there_is_to_see(library: Library) -> None:
    page = compile_tree(context_of(library, "nl")).page("work/teaser.md")
    assert page is not None
    text = words(page.body)
    for part in ("Een lancering", "Gezondheid", "Op verzoek", "de resultaten, met uitgangspunt, periode en bron"):
        assert part in text
    assert "voorbeelden van wat er is gemaakt" in text


def test_the_name_of_a_client_on_request_is_reported_where_the_teaser_tells_it(repo_root: Path, tmp_path: Path) -> None:
    root = project(tmp_path / "p", repo_root)
    told = TEASER.replace('"Waarover ik graag vertel."', '"Voor Kwikstaart Zorg."')
    (root / "site_src/cases/teaser.yml").write_text(told, encoding="utf-8")
    found = [one for one in errors_in(load(root, resolve=resolve_case).problems) if one.code == "SMM036"]
    assert [(one.file, one.path) for one in found] == [("site_src/cases/teaser.yml", "summary.nl")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site_src/profile.yml", "selected: [hidden]", "selected: [gone]"),
        ("site_src/profile.yml", "strongest: hidden", "strongest: gone"),
        ("checklists/skills.yml", "evidence: [teaser, hidden]", "evidence: [gone]"),
    ],
)
def test_a_case_with_no_permission_fails_the_build_where_anything_refers_to_it(
    repo_root: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    root = project(tmp_path / "p", repo_root)
    (root / "site_src/cases/gone.yml").write_text(CASE.replace("permission: anonymised", "permission: none"))
    assert not errors_in(load(root, resolve=resolve_case).problems)
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    assert {one.code for one in errors_in(load(root, resolve=resolve_case).problems)} == {"SMM034"}


# Figures that slip into a text


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("Van 31.847 naar meer", Severity.ERROR),
        ("From 31,847 up", Severity.ERROR),
        ("ruim 32 bezoeken", None),
        ("in 2026", None),
        ("wel 947 bestellingen", Severity.ERROR),
        ("besteding van 70,56 euro", Severity.ERROR),
        ("€ 7316 aan advertenties", Severity.ERROR),
        ("half zoveel", None),
        ("9" * 5000, None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_real_figure_in_a_text_is_reported_where_it_stands(
    repo_root: Path, tmp_path: Path, told: str, severity: Severity | None
) -> None:
    case = CASE.replace('text: {nl: "Zo", en: "So"}', f'text: {{nl: "{told}", en: "So"}}')
    problems = load(project(tmp_path / "p", repo_root, case), resolve=resolve_case).problems
    codes = [(one.code, one.severity) for one in problems if one.code == "SMM121"]
    assert codes == ([("SMM121", severity)] if severity else [])


def test_without_an_index_nothing_is_secret(repo_root: Path, tmp_path: Path) -> None:
    case = CASE.replace("numbers: index\n", "").replace('"Zo"', '"Van 31.847 naar 52.963"')
    problems = load(project(tmp_path / "p", repo_root, case), resolve=resolve_case).problems
    assert "SMM121" not in {one.code for one in problems}
