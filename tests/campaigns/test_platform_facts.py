"""A limit without a source is a rumour, and an old one is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from smm_portfolio import resources
from smm_portfolio.campaigns.ages import age_problems
from smm_portfolio.campaigns.counting import Mode, measure
from smm_portfolio.campaigns.facts import FormatFacts
from smm_portfolio.campaigns.platforms import FILE, facts_for, figures, shipped
from smm_portfolio.content.values.media import ContentFormat, Platform
from smm_portfolio.content.values.source import Confidence
from smm_portfolio.problems import Problem

OWN = """\
checked: 2027-01-04
sources:
  my-server: {name: "About this server", url: "https://example.social/about", accessed: 2027-01-04}
platforms:
  mastodon:
    formats:
      text:
        text: {most: 5000, confidence: high, sources: [my-server]}
"""
NUMBERS = ("most", "least", "at", "px", "top", "right", "bottom", "left", "link", "heavy", "scale", "types")


def own(folder: Path, text: str) -> tuple[FormatFacts | None, tuple[Problem, ...]]:
    (folder / FILE).write_text(text, encoding="utf-8")
    facts = facts_for(folder, folder.parent)
    return facts.format(Platform.MASTODON, ContentFormat.TEXT), facts.problems


def test_eleven_platforms_and_search_are_there_with_a_name_and_a_way_to_count() -> None:
    platforms = shipped().file.platforms
    assert len(platforms) == 12
    for platform, facts in platforms.items():
        assert facts.name, platform
        assert facts.counting, platform
        assert facts.formats or facts.placements, platform


def unfounded(data: dict[str, object], path: str = "") -> list[str]:
    """Figures of a file that lack a source or say not how sure they are."""
    found = []
    if (
        any(key in data for key in NUMBERS)
        and "weight" not in data
        and not ("sources" in data and "confidence" in data)
    ):
        found.append(path)
    for key, value in data.items():
        if isinstance(value, dict):
            found += unfounded(value, f"{path}.{key}")
    return found


def test_no_number_lacks_source_date_and_confidence() -> None:
    data = yaml.safe_load((resources.data_dir() / FILE).read_text(encoding="utf-8"))
    assert unfounded(data["platforms"]) == []
    assert unfounded({"x": {"text": {"most": 280, "sources": ["x-count"]}}}) == [".x.text"]
    found = list(figures(shipped().file))
    assert len(found) > 250
    for path, fact in found:
        assert fact.checked, path
        assert set(fact.sources) <= set(shipped().file.sources), path


def test_what_no_page_says_is_never_trusted() -> None:
    for path, fact in figures(shipped().file):
        if fact.sources == ("common-knowledge",):
            assert fact.confidence is Confidence.LOW, path
    for name, source in shipped().file.sources.items():
        assert source.accessed, name
        assert source.url or name == "common-knowledge", name


def test_x_counts_with_the_published_weights() -> None:
    counting = shipped().platform(Platform.X).counting
    assert counting is not None
    assert counting.mode is Mode.X
    assert measure("Hi http://test.co 布", counting.rule(280)) == 29


def test_a_project_overrides_one_figure_and_keeps_the_others(tmp_path: Path) -> None:
    facts, problems = own(tmp_path, OWN)
    assert problems == ()
    assert facts
    assert facts.text
    assert facts.text.most == 5000
    assert facts_for(tmp_path, tmp_path).platform(Platform.MASTODON).counting == (
        shipped().platform(Platform.MASTODON).counting
    )
    before = shipped().format(Platform.MASTODON, ContentFormat.TEXT)
    assert before
    assert before.text
    assert before.text.most == 500


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "fix"),
    [
        ("most: 5000", "most: 5000, sofft: true", "SMM010", 8, 28, "Did you mean soft?"),
        ("confidence: high, ", "", "SMM011", 8, 9, "Add confidence"),
        ("[my-server]", "[]", "SMM014", 8, 55, "Add one."),
        ("[my-server]", "[my-sever]", "SMM030", 8, 56, "Did you mean my-server?"),
        ("mastodon:", "mastodom:", "SMM013", 6, 5, "Did you mean mastodon?"),
        ("checked: 2027-01-04\n", "", "SMM011", 1, 1, "Add checked"),
        ("text: {most", "texts: {most", "SMM010", 8, 9, "Did you mean text?"),
    ],
)
def test_mistakes_in_a_projects_file_are_found_at_their_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, column: int, fix: str
) -> None:
    _, problems = own(tmp_path, OWN.replace(old, new))
    assert [(one.code, one.line, one.column) for one in problems] == [(code, line, column)]
    assert problems[0].fix.startswith(fix)
    assert problems[0].file.endswith("platforms.yml")


def test_figures_older_than_a_year_are_reported_and_fresh_ones_are_not(tmp_path: Path) -> None:
    own(tmp_path, OWN)
    facts = facts_for(tmp_path, tmp_path)
    used = {Platform.MASTODON}
    assert list(age_problems(facts, tmp_path, tmp_path, used, dt.date(2027, 11, 22))) == []
    ours = list(age_problems(facts, tmp_path, tmp_path, used, dt.date(2027, 11, 23)))
    assert [(one.code, one.severity, one.file) for one in ours] == [("SMM051", "warning", "")]
    both = list(age_problems(facts, tmp_path, tmp_path, used, dt.date(2028, 1, 5)))
    assert [(one.file, one.line, one.column) for one in both] == [(FILE, 8, 9), ("", 0, 0)]
    assert list(age_problems(facts, tmp_path, tmp_path, {Platform.X}, dt.date(2027, 11, 22))) == []
