"""What a platform, a client or a reader would not take is found before it is posted, at its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.problems import Severity
from tests.campaigns.project import found, picture

STORY = {"platform": "instagram", "format": "story"}


def codes(problems: list[object]) -> list[str]:
    return [f"{one.code} {one.severity}" for one in problems]


def test_a_sound_post_gives_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("platform", "format_", "fits", "too_long", "severity"),
    [
        ("instagram", "feed", "a" * 2200, "a" * 2201, "error"),
        ("x", "text", "a" * 280, "a" * 281, "error"),
        ("x", "text", "布" * 140, "布" * 141, "error"),
        ("x", "text", f"{'a' * 256} https://example.com/{'a' * 99}", f"{'a' * 257} https://example.com/b", "error"),
        ("threads", "text", f"{'a' * 496}😀", f"{'a' * 497}😀", "error"),
        ("bluesky", "text", "👨‍👩‍👧‍👦" * 120, "a" * 301, "error"),
        ("bluesky", "text", "👨‍👩‍👧‍👦" * 120, "👨‍👩‍👧‍👦" * 121, "error"),  # 300 characters or 3,000 bytes
        ("mastodon", "text", f"{'a' * 476} https://example.com/{'a' * 99}", "a" * 501, "error"),
        ("mastodon", "text", f"{'a' * 495} @bob@example.social"[:495] + " @bob@example.social", "a" * 501, "error"),
        ("linkedin", "text", "a" * 3000, "a" * 3001, "error"),
        ("linkedin", "text", f"{'a' * 2998}😀", f"{'a' * 2999}😀", "error"),  # UTF-16 counts an emoji twice
        ("telegram", "channel_message", "a" * 4096, "a" * 4097, "error"),
        ("pinterest", "pin", "a" * 500, "a" * 501, "error"),
        ("youtube", "video", "a" * 5000, "a" * 5001, "error"),
        ("tiktok", "video", "a" * 4000, "a" * 4001, "warning"),
        ("facebook", "feed", "a " * 19000, "a" * 39999, ""),
    ],
)
def test_a_text_may_be_as_long_as_the_platform_takes_and_not_longer(
    tmp_path: Path, platform: str, format_: str, fits: str, too_long: str, severity: str
) -> None:
    assert found(tmp_path, platform=platform, format=format_, text=fits) == []
    problems = found(tmp_path, platform=platform, format=format_, text=too_long)
    assert [one.severity for one in problems] == ([severity] if severity else [])
    for one in problems:
        assert (one.code, one.path, one.file) == ("SMM100", "posts[0].text", "site_src/campaigns/spring.yml")
        assert (one.severity is Severity.WARNING) is ("confidence" in one.message)


def test_a_finding_stands_at_the_text_of_its_language(tmp_path: Path) -> None:
    (one,) = found(tmp_path, platform="x", format="text", text=f"\n      en: short\n      nl: {'a' * 281}")
    assert (one.line, one.column, one.path) == (24, 11, "posts[0].text.nl")
    assert one.message == "the text counts 281, and X takes 280"
    assert one.fix == "Shorten it by 1."


@pytest.mark.parametrize(
    ("fields", "sound", "broken", "severity"),
    [
        ({}, {"hashtags": "['#a', '#b', c, d, e]"}, {"hashtags": "['#a', '#b', c, d, e, f]"}, "error"),
        ({"text": "'Coat #a'"}, {"hashtags": "[a, b, c, d, e]"}, {"hashtags": "[b, c, d, e, f]"}, "error"),
        ({"platform": "threads", "format": "text"}, {"hashtags": "[a]"}, {"hashtags": "[a, b]"}, "error"),
        (
            {"platform": "tiktok", "format": "video"},
            {"hashtags": "[a, b, c, d, e]"},
            {"hashtags": "[a, b, c, d, e, f]"},
            "warning",
        ),
        (
            {"platform": "threads", "format": "text"},
            {"text": " ".join(f"https://example.com/{n}" for n in range(5))},
            {"text": " ".join(f"https://example.com/{n}" for n in range(6))},
            "error",
        ),
        ({"platform": "youtube", "format": "video"}, {"title": "a" * 60}, {"title": "a" * 101}, "error"),
        ({"platform": "pinterest", "format": "pin"}, {"title": "a" * 40}, {"title": "a" * 41}, "warning"),
        ({"platform": "pinterest", "format": "pin"}, {"headline": "a" * 250}, {"headline": "a" * 251}, "error"),
        (
            {"platform": "x", "format": "text", "text": "a" * 255},
            {"link": "https://example.com"},
            {"link": "https://example.com", "text": "a" * 256},
            "error",
        ),
        (
            {"platform": "mastodon", "format": "text", "text": "a" * 490},
            {"content_warning": "a" * 10},
            {"content_warning": "a" * 11},
            "error",
        ),
        (
            {"platform": "youtube", "format": "ad"},
            {"ad": f"{{placement: demand-gen-ad, headline: {'a' * 40}, description: {'b' * 90}}}"},
            {"ad": f"{{placement: demand-gen-ad, headline: {'a' * 41}}}"},
            "error",
        ),
        (
            {"platform": "youtube", "format": "ad"},
            {"ad": "{placement: demand-gen-ad}"},
            {"ad": f"{{placement: demand-gen-ad, description: {'a' * 91}}}"},
            "error",
        ),
        (
            {"platform": "instagram", "format": "ad"},
            {"ad": f"{{placement: feed-ad, headline: {'a' * 40}}}"},
            {"ad": f"{{placement: feed-ad, headline: {'a' * 41}}}"},
            "warning",
        ),
        (
            {"platform": "tiktok", "format": "ad", "ad": "{placement: in-feed-ad}"},
            {"text": "a coat"},
            {"text": "a coat 😀"},
            "error",
        ),
    ],
)
def test_everything_that_is_counted_has_its_limit(
    tmp_path: Path, fields: dict[str, str], sound: dict[str, str], broken: dict[str, str], severity: str
) -> None:
    def limits(more: dict[str, str]) -> list[str]:
        problems = found(tmp_path, campaign="utm: {campaign: spring}\n", **{**fields, **more})
        return [one.severity for one in problems if one.code == "SMM100"]

    assert limits(sound) == []
    assert severity in limits(broken)


def test_a_placement_that_is_none_is_named_with_the_nearest(tmp_path: Path) -> None:
    (one,) = found(tmp_path, format="ad", ad="{placement: fed-ad}")
    assert (one.code, one.line, one.column, one.fix) == ("SMM030", 24, 21, "Did you mean feed-ad?")


LONG = " ".join(["coat"] * 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"'#ad {LONG}'", []),
        (f"'Paid partnership with Lapwerk. {LONG}'", []),
        (f"'{LONG} #ad'", ["SMM101 error"]),
        (f"'{LONG}'", ["SMM101 error"]),
        ("'A coat #ads'", ["SMM101 error"]),
        ("'A coat #collab'", ["SMM101 warning"]),
    ],
)
def test_advertising_says_so_before_the_fold(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(found(tmp_path, text=text, disclosure="partnership")) == expected
    assert codes(found(tmp_path, text=text)) == []


def test_each_language_must_say_so_in_its_own_words(tmp_path: Path) -> None:
    text = "\n      en: 'Paid partnership. A coat.'\n      nl: 'Paid partnership. Een jas.'"
    (one,) = found(tmp_path, text=text, disclosure="gift")
    assert (one.path, one.fix) == ("posts[0].text.nl", "Begin the text with one of: #ad, #adv, #advertentie.")
    (behind,) = found(tmp_path, text=f"'{LONG} #ad'", disclosure="gift")
    assert "behind the fold, which comes after '… coat coat coat coat'" in behind.message


def test_an_approved_post_names_who_approved_it(tmp_path: Path) -> None:
    assert codes(found(tmp_path, status="approved")) == ["SMM106 error"]
    assert found(tmp_path, status="review") == []
    assert found(tmp_path, status="approved", approver="Client") == []
    assert found(tmp_path, status="scheduled", campaign="approver: Client\n") == []


def test_words_that_the_client_wants_are_in_and_others_are_not(tmp_path: Path) -> None:
    wanted = "  required_words: [{words: one of each, platforms: [instagram]}]\n"
    assert codes(found(tmp_path, brief=wanted)) == ["SMM107 error"]
    assert found(tmp_path, brief=wanted, text="There is One  of each.") == []
    assert found(tmp_path, brief=wanted, headline="One of each") == []
    assert found(tmp_path, brief=wanted, platform="linkedin", format="text") == []
    never = "  forbidden_words: [{words: sustainable, why: we cannot show it}]\n"
    (one,) = found(tmp_path, brief=never, text="A Sustainable coat.")
    assert one.message == "the client never wants to read 'sustainable': we cannot show it"
    assert found(tmp_path, brief=never, text="An unsustainable coat.") == []


def test_a_claim_is_made_in_the_words_that_are_proven(tmp_path: Path) -> None:
    brief = "  claims: [{id: repair, words: repaired for free for two years, proof: {name: Terms}}]\n"
    assert codes(found(tmp_path, brief=brief, claims="[repair]")) == ["SMM107 error"]
    assert found(tmp_path, brief=brief, claims="[repair]", text="A coat, repaired for free for two years.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'“I never take it off again.” — Sanne, Zwolle'", ["SMM035 error"]),
        ('"\\"Best coat I ever had\\" - Joris V."', ["SMM035 error"]),
        ("'★★★★★ by our customers'", ["SMM035 error"]),
        ("'She said: “Wood or horn?” We said: both.'", []),
        ("'“Second-hand” – a word with a history'", []),
        ("'Open 10:00 - Zwolle'", []),
    ],
)
def test_nobody_is_quoted_who_does_not_exist(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(found(tmp_path, text=text)) == expected


UTM = "utm: {campaign: spring-2026}\n"


@pytest.mark.parametrize(
    ("campaign", "fields", "expected"),
    [
        (UTM, {"link": "https://example.com/coats?size=m#red"}, []),
        (UTM, {"link": "https://example.com/?utm_campaign=spring-2026&utm_source=instagram"}, []),
        (UTM, {"link": "https://example.com/?utm_source=Insta"}, ["SMM105 error"]),
        ("", {"link": "https://example.com/"}, ["SMM105 warning"]),
        ("", {"link": "https://example.com/?utm_source=x"}, []),
        (UTM, {"link": "https://example"}, ["SMM022 error"]),
        (UTM, {"text": "See https://example.com/coats"}, ["SMM105 warning"]),
        ("", {"text": "See https://example.com/coats"}, []),
        (UTM, {"text": "See example.com"}, []),
    ],
)
def test_links_follow_one_naming_scheme(
    tmp_path: Path, campaign: str, fields: dict[str, str], expected: list[str]
) -> None:
    assert codes(found(tmp_path, campaign=campaign, **fields)) == expected


def test_the_way_out_shows_the_tracked_link(tmp_path: Path) -> None:
    (one,) = found(
        tmp_path, campaign=UTM, format="ad", ad="{placement: feed-ad}", link="https://example.com/?a=1&utm_medium=cpc"
    )
    assert one.fix.endswith(
        "https://example.com/?a=1&utm_source=instagram&utm_medium=paid-social&utm_campaign=spring-2026&utm_content=coat"
    )


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("left: 65, top: 269, width: 950, height: 979", []),
        ("left: 65, top: 268, width: 100, height: 100", ["1 px at the top"]),
        ("left: 64, top: 300, width: 100, height: 100", ["1 px at the left"]),
        ("left: 916, top: 300, width: 100, height: 100", ["1 px at the right"]),
        ("left: 65, top: 1149, width: 100, height: 100", ["1 px at the bottom"]),
        (
            "left: 0, top: 0, width: 1080, height: 1920",
            ["269 px at the top, 65 px at the right, 672 px at the bottom, 65 px at the left"],
        ),
        ("left: 0, top: 0, width: 1081, height: 10", ["outside the frame"]),
    ],
)
def test_what_the_platform_covers_is_named(tmp_path: Path, element: str, expected: list[str]) -> None:
    problems = found(tmp_path, format="reel", elements=f"[{{name: Price, {element}}}]")
    assert [one.code for one in problems] == ["SMM103"] * len(expected)
    for one, words in zip(problems, expected, strict=True):
        assert words in one.message
        assert "'Price'" in one.message
        assert (one.severity, one.path, one.line) == ("error", "posts[0].elements[0]", 24)


def test_margins_that_nobody_published_only_warn(tmp_path: Path) -> None:
    low = "[{name: Price, left: 0, top: 0, width: 10, height: 10}]"
    assert codes(found(tmp_path, platform="tiktok", format="video", elements=low)) == ["SMM103 warning"]
    assert found(tmp_path, format="feed", elements=low) == []


def test_a_project_sets_its_own_limit(tmp_path: Path) -> None:
    (tmp_path / "site_src").mkdir()
    own = (
        "checked: 2026-11-01\nsources: {ours: {name: Our server}}\n"
        "platforms: {mastodon: {formats: {text: {text: {most: 600, confidence: high, sources: [ours]}}}}}\n"
    )
    (tmp_path / "site_src" / "platforms.yml").write_text(own, encoding="utf-8")
    assert found(tmp_path, platform="mastodon", format="text", text="a" * 600) == []
    assert codes(found(tmp_path, platform="mastodon", format="text", text="a" * 601)) == ["SMM100 error"]
    (tmp_path / "site_src" / "platforms.yml").write_text(own.replace("most", "mosst"), encoding="utf-8")
    assert {one.file for one in found(tmp_path)} == {"site_src/platforms.yml"}


def test_a_picture_that_is_also_the_post_s_own_is_checked(tmp_path: Path) -> None:
    name = picture(tmp_path, "images/tall.png", (1080, 1920))
    (one,) = found(tmp_path, picture=f"{{file: {name}, alt: A coat}}")
    assert (one.code, one.severity, one.path) == ("SMM102", "warning", "posts[0].picture.file")


def test_a_warning_names_its_source_and_who_disagrees(tmp_path: Path) -> None:
    (one,) = found(tmp_path, platform="tiktok", format="video", text="a" * 4001)
    assert one.message == (
        "the text counts 4,001, and TikTok takes 4,000 "
        "(by TikTok character count, 2026; confidence medium; others say 2,200 by API and on older pages)"
    )
