"""Versions, cards, further posts of a thread and polls keep the platform's limits, each at its own line."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.problems import Problem
from tests.campaigns.project import found

TEST = "{{hypothesis: H, metric: ctr, decision: D, variants: [{}]}}"
THREADS = [("x", "a", 280), ("mastodon", "a", 500), ("threads", "a", 500), ("bluesky", "é", 300)]


def said(problems: list[Problem], *codes: str) -> list[tuple[str, str, str]]:
    return [(one.code, one.severity.value, one.path) for one in problems if not codes or one.code in codes]


def test_a_version_is_counted_by_itself_and_found_at_its_own_line(tmp_path: Path) -> None:
    test = (
        "{hypothesis: Longer, metric: ctr, decision: Later, variants: ["
        f"{{id: b, differs: Longer, text: {'a' * 281}}}, {{id: c, differs: Fits, text: {'a' * 280}}}]}}"
    )
    problems = found(tmp_path, platform="x", format="text", text="Short.", test=test)
    assert said(problems) == [("SMM100", "error", "posts[0].test.variants[0].text")]
    assert (problems[0].line, problems[0].column > 60) == (24, True)


def test_ad_copy_and_words_in_the_picture_of_a_version_are_checked(tmp_path: Path) -> None:
    def test_of(headline: str) -> str:
        return (
            "{hypothesis: Shorter, metric: ctr, decision: Later, variants: [{id: b, differs: Words, "
            f"ad: {{placement: search-ad, headline: {headline}}}, headline: '★★★★★ wonderful'}}]}}"
        )

    fields = {"platform": "search", "format": "ad", "ad": "{placement: search-ad, headline: Coats}"}
    assert said(found(tmp_path, **fields, test=test_of("a" * 30)), "SMM100", "SMM035") == [
        ("SMM035", "error", "posts[0].test.variants[0].headline")
    ]
    assert said(found(tmp_path, **fields, test=test_of("a" * 31)), "SMM100") == [
        ("SMM100", "error", "posts[0].test.variants[0].ad.headline")
    ]


def test_what_the_post_itself_does_wrong_is_not_said_again_for_each_version(tmp_path: Path) -> None:
    test = TEST.format("{id: b, differs: Picture, art: {motif: cups}, alt: Cups}")
    problems = found(tmp_path, platform="x", format="text", text="a" * 281, test=test)
    assert said(problems) == [("SMM100", "error", "posts[0].text")]


def test_words_that_the_client_forbids_are_found_in_a_version(tmp_path: Path) -> None:
    test = (
        "{hypothesis: H, metric: ctr, decision: D, variants: [{id: b, differs: Words, headline: A sustainable coat}]}"
    )
    problems = found(tmp_path, brief="  forbidden_words: [{words: sustainable}]\n", test=test)
    assert said(problems, "SMM107") == [("SMM107", "error", "posts[0].test.variants[0].headline")]


def test_a_version_that_is_the_same_has_no_answer(tmp_path: Path) -> None:
    test = TEST.format("{id: b, differs: Nothing, text: One coat.}")
    assert said(found(tmp_path, test=test), "SMM140") == [("SMM140", "error", "posts[0].test.variants[0].id")]
    bare = TEST.format("{id: b, differs: Nothing}")
    assert said(found(tmp_path, test=bare), "SMM140") == [("SMM140", "error", "posts[0].test.variants[0].id")]
    other = test.replace("One coat.", "Two coats.")
    assert said(found(tmp_path, test=other), "SMM140") == []


@pytest.mark.parametrize(("platform", "letter", "most"), THREADS)
def test_each_post_of_a_thread_has_the_limit_to_itself(tmp_path: Path, platform: str, letter: str, most: int) -> None:
    fits = f"['{letter * most}', '{letter * most}']"
    assert said(found(tmp_path, platform=platform, format="thread", parts=fits), "SMM100") == []
    over = f"['{letter * most}', '{letter * (most + 1)}']"
    problems = found(tmp_path, platform=platform, format="thread", parts=over)
    assert said(problems, "SMM100") == [("SMM100", "error", "posts[0].parts[1]")]
    assert f"counts {most + 1}" in problems[0].message


def test_a_thread_need_not_repeat_what_its_first_post_says(tmp_path: Path) -> None:
    brief = "  required_words: [{words: Lapwerk}]\n  forbidden_words: [{words: cheap}]\n"
    fields = {"platform": "x", "format": "thread", "text": "'#ad Lapwerk'", "disclosure": "gift"}
    assert said(found(tmp_path, brief=brief, **fields, parts="[More., Even more.]"), "SMM101", "SMM107") == []
    problems = found(tmp_path, brief=brief, **fields, parts="[More., Not cheap.]")
    assert said(problems, "SMM101", "SMM107") == [("SMM107", "error", "posts[0].parts[1]")]


def test_a_mocks_link_counts_as_the_real_one_would(tmp_path: Path) -> None:
    link = "https://lapwerk.example/a/long/address/of/a/page"
    assert said(found(tmp_path, platform="x", format="text", text="a" * 255, link=link), "SMM100") == []
    problems = found(tmp_path, platform="x", format="text", text="a" * 256, link=link)
    assert "counts 281" in next(one for one in problems if one.code == "SMM100").message


def cards(number: int, **fields: str) -> str:
    more = "".join(f", {key}: {value}" for key, value in fields.items())
    return f"[{', '.join([f'{{alt: A coat{more}}}'] * number)}]"


@pytest.mark.parametrize(("number", "wrong"), [(1, True), (2, False), (20, False), (21, True)])
def test_a_carousel_has_as_many_cards_as_the_platform_takes(tmp_path: Path, number: int, wrong: bool) -> None:
    problems = found(tmp_path, format="carousel", cards=cards(number))
    assert said(problems, "SMM102") == ([("SMM102", "warning", "posts[0].cards")] if wrong else [])


def test_words_on_a_card_and_its_alt_text_are_checked(tmp_path: Path) -> None:
    typed = f"[{{alt: A}}, {{alt: {'b' * 5}, headline: '{'c' * 250}'}}, {{alt: D, headline: '★★★ great'}}]"
    assert said(found(tmp_path, format="carousel", cards=typed), "SMM035") == [
        ("SMM035", "error", "posts[0].cards[2].headline")
    ]
    own = "checked: 2026-11-22\nsources: {us: {name: Us}}\nplatforms: {instagram: {formats: {carousel: {overlay: "
    (tmp_path / "site_src" / "platforms.yml").write_text(
        own + "{most: 249, confidence: high, sources: [us]}, alt: {most: 4, confidence: high, sources: [us]}}}}}\n",
        encoding="utf-8",
    )
    problems = found(tmp_path, format="carousel", cards=typed)
    assert said(problems, "SMM100") == [
        ("SMM100", "error", "posts[0].alt"),
        ("SMM100", "error", "posts[0].cards[1].alt"),
        ("SMM100", "error", "posts[0].cards[1].headline"),
    ]


@pytest.mark.parametrize(
    ("platform", "format_", "question", "answers", "letters", "level"),
    [
        ("linkedin", "poll", 140, 4, 30, "warning"),
        ("x", "poll", None, 4, 25, "warning"),
        ("telegram", "channel_message", 255, 10, 100, "warning"),
        ("mastodon", "poll", None, 4, 50, "warning"),
    ],
)
def test_polls_keep_the_platforms_limits(
    tmp_path: Path, platform: str, format_: str, question: int | None, answers: int, letters: int, level: str
) -> None:
    def poll(asked: int, number: int, length: int) -> list[tuple[str, str, str]]:
        options = ", ".join(["'" + "b" * length + "'", *(f"o{n}" for n in range(number - 1))])
        typed = f"{{question: '{'a' * asked}', options: [{options}]}}"
        return said(found(tmp_path, platform=platform, format=format_, text="Hi.", poll=typed), "SMM100")

    assert poll(question or 100, answers, letters) == []
    assert poll(10, answers, letters + 1) == [("SMM100", level, "posts[0].poll.options[0]")]
    ((code, _, path),) = poll(10, answers + 1, letters)
    assert (code, path) == ("SMM100", "posts[0].poll.options")
    if question is not None:
        assert poll(question + 1, answers, letters) == [("SMM100", level, "posts[0].poll.question")]


def test_where_no_source_limits_a_poll_nothing_is_said(tmp_path: Path) -> None:
    typed = f"{{question: '{'a' * 200}', options: ['{'b' * 90}', c, d, e, f]}}"
    assert said(found(tmp_path, format="story", poll=typed), "SMM100") == []


def test_a_part_that_the_format_does_not_show_is_reported(tmp_path: Path) -> None:
    assert said(found(tmp_path, cards=cards(2), parts="[More.]", poll="{question: Q, options: [a, b]}"), "SMM141") == [
        ("SMM141", "warning", "posts[0].cards"),
        ("SMM141", "warning", "posts[0].parts"),
        ("SMM141", "warning", "posts[0].poll"),
    ]
    assert said(found(tmp_path, format="carousel", cards=cards(2)), "SMM141") == []


@pytest.mark.parametrize(
    ("headline", "description", "wrong"), [(30, 90, []), (31, 90, ["headline"]), (30, 91, ["description"])]
)
def test_a_search_ad_keeps_its_limits(tmp_path: Path, headline: int, description: int, wrong: list[str]) -> None:
    copy = f"{{placement: search-ad, headline: {'a' * headline}, description: {'b' * description}}}"
    problems = found(tmp_path, platform="search", format="ad", ad=copy)
    assert said(problems, "SMM100") == [("SMM100", "error", f"posts[0].ad.{one}") for one in wrong]
