"""Previews say what a post would look like, in its platform's size, and what was counted, with the source."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from PIL import Image

from smm_portfolio.campaigns.previews import post_rows, post_view
from smm_portfolio.campaigns.previews.shots import clock, lines
from smm_portfolio.campaigns.wording import folded, paragraphs
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.library import Library
from smm_portfolio.content.values.post import Medium
from smm_portfolio.pictures import prepare
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views.posts import FrameView, PostView
from tests.campaigns.formats import formats_library
from tests.support.portfolio import context_of


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A campaign with a post of every format."""
    return formats_library(tmp_path_factory.mktemp("formats"))


@pytest.fixture(scope="module")
def english(library: Library) -> SiteContext:
    """The English build."""
    return context_of(library, "en")


def campaign(context: SiteContext) -> Campaign:
    return context.library.campaigns[0].model


def post(context: SiteContext, name: str) -> Post:
    return next(one for one in campaign(context).posts if one.id == name)


def view(context: SiteContext, name: str, **changed: object) -> PostView:
    return post_view(context, campaign(context), post(context, name).model_copy(update=changed))


def frame(context: SiteContext, name: str, **changed: object) -> FrameView:
    return view(context, name, **changed).versions[0].frame


def said(context: SiteContext, name: str, **changed: object) -> list[str]:
    return [f"{one.state.id}: {one.state.label}" for one in view(context, name, **changed).versions[0].checks]


def test_every_post_of_every_format_is_drawn_in_the_size_of_its_platform(english: SiteContext) -> None:
    sizes = {one.id: view(english, one.id).size for one in campaign(english).posts}
    assert sizes == {
        "feed": "4:5, 1080 × 1350",
        "reel": "9:16, 1080 × 1920",
        "carousel": "4:5, 1080 × 1350",
        "story": "9:16, 1080 × 1920",
        "stories": "9:16, 1080 × 1920",
        "short": "9:16, 1080 × 1920",
        "vertical": "9:16, 1080 × 1920",
        "video": "16:9, 1920 × 1080",
        "text": "up to 3,000 characters",
        "thread": "up to 500 characters",
        "pin": "2:3, 1000 × 1500",
        "channel": "up to 4,096 characters",
        "poll": "up to 3,000 characters",
        "photo": "16:9, 1200 × 675",
        "article": "1.91:1, 1200 × 627",
        "letter": "1.91:1",
        "podcast": "1:1",
        "live": "16:9",
        "feed-ad": "1:1, 1080 × 1080",
        "story-ad": "9:16, 1080 × 1920",
        "in-feed-ad": "9:16, 1080 × 1920",
        "search-ad": "up to 90 characters",
        "gift": "4:5, 1080 × 1350",
    }


def test_the_mock_label_lies_in_every_picture_and_every_frame(english: SiteContext) -> None:
    for one in campaign(english).posts:
        for version in view(english, one.id).versions:
            assert version.frame.mock_tag == "Mock · not commissioned"
            assert all(shot.mock_tag == version.frame.mock_tag for shot in version.frame.shots), one.id


def test_hashtags_follow_the_text_and_it_breaks_at_the_fold_between_words(english: SiteContext) -> None:
    drawn = frame(english, "feed")
    whole = paragraphs(english.text(post(english, "feed").text))
    assert len(drawn.text) <= 125
    assert f"{drawn.text} {drawn.rest}" == f"{whole}\n#lapwerk #lente"
    assert drawn.fold == "fold after about 125 characters"
    again = frame(english, "feed", hashtags=("lapwerk", "#Lente", "lente"))
    assert again.rest.endswith("\n#lapwerk #Lente")


def test_short_texts_have_no_fold_and_long_words_are_not_lost() -> None:
    assert folded("kort", 125) == ("kort", "")
    assert folded("zonder grens", None) == ("zonder grens", "")
    assert folded("a" * 200, 125) == ("a" * 125, "a" * 75)
    assert lines("Van gordijn tot jas") == ["Van gordijn tot", "jas"]
    assert clock(252) == "4:12"
    assert clock(3725) == "1:02:05"


def test_cards_come_in_order_with_their_place_their_words_and_their_own_alt_text(english: SiteContext) -> None:
    drawn = view(english, "carousel").versions[0]
    assert [shot.position for shot in drawn.frame.shots] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert [" ".join(shot.overlay) for shot in drawn.frame.shots] == [
        "Collar", "Pocket flaps", "Cuffs", "", "The measurements",
    ]  # fmt: skip
    assert drawn.alts == (
        "A loose collar",
        "Two pocket flaps",
        "Two cuffs",
        "All parts side by side",
        "A table of sizes",
    )
    assert len({str(shot.picture.art) for shot in drawn.frame.shots}) == len(drawn.alts)
    assert drawn.frame.strip == "5 pictures, scroll to see them"


def test_a_story_has_its_poll_in_the_picture_and_other_posts_below_the_text(english: SiteContext) -> None:
    story, poll = frame(english, "story"), frame(english, "poll")
    assert story.shots[0].poll is not None
    assert story.shots[0].poll.options == ("Wood", "Horn")
    assert story.shots[0].poll.note == "open for 24 hours"
    assert story.poll is None
    assert poll.poll is not None
    assert poll.poll.note == "open for 7 days"


def test_each_part_of_a_thread_has_its_own_number_and_count(english: SiteContext) -> None:
    drawn = frame(english, "thread")
    assert [(one.number, one.count, one.late) for one in drawn.parts] == [
        ("1/3", "97 of 500 characters", False),
        ("2/3", "55 of 500 characters", False),
        ("3/3", "36 of 500 characters", False),
    ]
    assert drawn.parts[0].text.endswith("#lapwerk\nlapwerk.example/stof")
    assert drawn.warning == "Moths, close up"
    assert said(english, "thread") == ["ok: 3 parts, the longest 97 of 500 characters"]


def test_an_ad_says_so_and_shows_headline_button_and_an_address_without_parameters(english: SiteContext) -> None:
    drawn = frame(english, "feed-ad")
    assert drawn.small == "Advertisement · example, 19\N{NO-BREAK SPACE}April"
    assert drawn.ad is not None
    assert (drawn.ad.host, drawn.ad.button) == ("lapwerk.example/jassen", "Look")
    assert frame(english, "feed").small == "example, 1\N{NO-BREAK SPACE}April"
    assert view(english, "feed-ad").format_label == "Facebook, feed ad"


def test_a_search_ad_is_words_only(english: SiteContext) -> None:
    drawn = frame(english, "search-ad")
    assert (drawn.layout, drawn.shots, drawn.width) == ("search", (), 0)
    assert view(english, "search-ad").format == "txt"


def test_a_link_becomes_a_card_and_the_note_beside_it_is_the_tracked_address(english: SiteContext) -> None:
    drawn = view(english, "text").versions[0]
    assert drawn.frame.link is not None
    assert (drawn.frame.link.host, drawn.frame.link.title) == ("lapwerk.example/onderzoek", "Why coats go")
    assert drawn.facts[0].value.startswith("https://lapwerk.example/onderzoek?utm_source=linkedin&utm_medium=social")


def test_elements_under_the_platforms_buttons_are_named_with_what_is_hidden(english: SiteContext) -> None:
    (button,) = frame(english, "short").shots[0].elements
    assert (button.name, button.covered, button.end) == ("Button", "114 px at the right", True)
    assert "late: Button is hidden: 114 px at the right" in said(english, "short")
    assert [one.covered for one in frame(english, "reel").shots[0].elements] == ["", ""]
    assert "ok: Everything lies inside the safe zone" in said(english, "reel")
    assert "no: Safe zone drawn; no places of elements were given" in said(english, "story")


def test_what_is_counted_names_who_sets_the_limit_and_how_sure_that_is(english: SiteContext) -> None:
    drawn = view(english, "feed").versions[0]
    assert [one.state.label for one in drawn.checks] == ["171 of 2,200 characters", "2 of 5 hashtags"]
    assert drawn.sources[0] == "Instagram caption counter, 2026 (confidence: high)"
    for one in campaign(english).posts:
        for version in view(english, one.id).versions:
            counted = [check for check in version.checks if re.search(r"\d", check.state.label)]
            assert all(check.source for check in counted), one.id


def test_where_no_source_gives_a_limit_nothing_is_claimed(english: SiteContext) -> None:
    for name in ("letter", "podcast", "live"):
        assert said(english, name) == ["no: For this format we know no limit with a source"]
        assert view(english, name).versions[0].sources == ()


def test_more_than_allowed_is_marked(english: SiteContext) -> None:
    assert said(english, "feed", hashtags=tuple("#abcdef"[: 1 + n] for n in range(1, 7)))[1] == "late: 6 of 5 hashtags"
    assert said(english, "reel", seconds=181)[-1] == "late: 181 seconds, 3 to 180 allowed"
    assert said(english, "reel", seconds=180)[-1] == "ok: 180 seconds, 3 to 180 allowed"


def test_advertising_is_recognisable_before_the_fold_or_the_preview_says_that_it_is_not(english: SiteContext) -> None:
    assert "ok: Recognisable as advertising before the fold: #ad" in said(english, "gift")
    hidden = post(english, "feed").model_copy(update={"disclosure": post(english, "gift").disclosure})
    checks = post_view(english, campaign(english), hidden).versions[0].checks
    assert checks[-1].state.label == "Not recognisable as advertising before the fold"


def test_versions_stand_side_by_side_with_what_differs_and_when_one_has_won(english: SiteContext) -> None:
    drawn = view(english, "feed-ad")
    assert [(one.label, one.differs) for one in drawn.versions] == [
        ("Version A", ""),
        ("Version B", "The text names the place"),
        ("Version C", "Another picture"),
    ]
    assert [one.frame.text for one in drawn.versions] == [
        "A coat with a past life already fits.",
        "This coat hung in Zwolle for thirty years.",
        "A coat with a past life already fits.",
    ]
    assert drawn.versions[2].alts == ("Twelve cloths",)
    assert [one.term for one in drawn.test] == ["Hypothesis", "What decides", "When a version has won"]
    assert drawn.room == "test"


def test_two_narrow_posts_share_a_row_and_none_is_lost(english: SiteContext) -> None:
    posts = campaign(english).posts
    rows = post_rows(english, campaign(english), posts)
    assert sorted(one.id for row in rows for one in row) == sorted(f"post-{one.id}" for one in posts)
    assert [one.id for one in rows[0]] == ["post-feed", "post-reel"]
    assert all(len(row) == 1 or {one.room for one in row} == {"narrow"} for row in rows)
    assert sum(len(row) == 1 and row[0].room == "narrow" for row in rows) <= 1
    assert [one.id for one in rows[-1]] == ["post-feed-ad"]


def test_a_file_keeps_its_own_proportion_within_what_the_platform_takes(tmp_path: Path) -> None:
    library = formats_library(tmp_path)
    sizes = {"square.png": (1080, 1080), "tall.png": (400, 1600)}
    for name, size in sizes.items():
        Image.new("RGB", size, "teal").save(library.docs / name)
    media = {name: (Medium.model_validate({"file": name, "alt": "A coat"}),) for name in sizes}
    entry = library.campaigns[0]
    posts = tuple(
        one.model_copy(update={"media": media["square.png"] if one.id == "feed" else media["tall.png"]})
        if one.id in ("feed", "gift")
        else one
        for one in entry.model.posts
    )
    changed = dataclasses.replace(entry, model=entry.model.model_copy(update={"posts": posts}))
    library = dataclasses.replace(library, campaigns=(changed,))
    ready = prepare(library, whole_site=True, avif=False)
    context = dataclasses.replace(context_of(library, "en"), pictures=ready.pictures)
    assert view(context, "feed").size == "1:1, 1080 × 1080"
    assert frame(context, "feed").shots[0].picture.src
    assert frame(context, "gift").shots[0].height == 1440
