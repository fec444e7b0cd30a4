"""Every limit of every format and placement that comes with us is met exactly, and passed by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smm_portfolio.campaigns.checks import campaign_findings
from smm_portfolio.campaigns.facts import Between, Fact, FormatFacts, Most
from smm_portfolio.campaigns.platforms import shipped
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.media import ContentFormat, Platform
from smm_portfolio.problems import Severity
from tests.campaigns.formats import formats_library

Fields = dict[str, object]
Limit = Most | Between
FACTS = shipped()


def _tags(number: int) -> Fields:
    return {"text": " ".join(["Hi", *(f"#t{n}" for n in range(number))])}


def _bytes(number: int) -> Fields:
    rocket = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}"
    whole, rest = divmod(number, len(rocket.encode()))
    return {"text": rocket * whole + "a" * rest}


def _ad(**fields: object) -> Fields:
    return {"ad": fields}


def _poll(question: str = "Q", options: tuple[str, ...] = ("a", "b")) -> Fields:
    return {"poll": {"question": question, "options": list(options)}}


def _media(ending: str) -> Callable[[int], Fields]:
    return lambda number: {"media": [{"file": f"x{n}.{ending}", "alt": "A", "silent": True} for n in range(number)]}


MAKERS: dict[str, tuple[Callable[[int], Fields], str, tuple[str | int, ...]]] = {
    "text": (lambda n: {"text": "a" * n}, "SMM100", ("text",)),
    "text_bytes": (_bytes, "SMM100", ("text",)),
    "title": (lambda n: {"title": "a" * n}, "SMM100", ("title",)),
    "headline": (lambda n: _ad(headline="a" * n), "SMM100", ("ad", "headline")),
    "description": (lambda n: _ad(description="a" * n), "SMM100", ("ad", "description")),
    "overlay": (lambda n: {"headline": "a" * n}, "SMM100", ("headline",)),
    "alt": (lambda n: {"alt": "a" * n}, "SMM100", ("alt",)),
    "hashtags": (_tags, "SMM100", ("text",)),
    "mentions": (lambda n: {"text": " ".join(["Hi", *(f"@u{i}" for i in range(n))])}, "SMM100", ("text",)),
    "links": (lambda n: {"text": " ".join(["Hi", *(f"https://a{i}.com" for i in range(n))])}, "SMM100", ("text",)),
    "emoji": (lambda n: {"text": "Hi " + "\N{ROCKET}" * n}, "SMM100", ("text",)),
    "question": (lambda n: _poll(question="a" * n), "SMM100", ("poll", "question")),
    "option": (lambda n: _poll(options=("a" * n, "b")), "SMM100", ("poll", "options", 0)),
    "options": (lambda n: _poll(options=tuple(f"o{i}" for i in range(n))), "SMM100", ("poll", "options")),
    "files": (_media("jpg"), "SMM102", ("media",)),
    "images": (_media("jpg"), "SMM102", ("media",)),
    "videos": (_media("mp4"), "SMM102", ("media",)),
    "seconds": (lambda n: {"seconds": n}, "SMM102", ("seconds",)),
}
FIELD_TAKES = {"seconds": 43200, "alt": 400, "text": 40000}
"""What the fields themselves take at most; a platform that takes more is never asked."""


def _places() -> Iterator[tuple[Platform, ContentFormat, str | None, FormatFacts]]:
    for platform, facts in FACTS.file.platforms.items():
        yield from ((platform, format_, None, one) for format_, one in facts.formats.items())
        yield from ((platform, ContentFormat.AD, name, one) for name, one in facts.placements.items())


def _limits() -> Iterator[object]:
    for platform, format_, placement, facts in _places():
        for name in MAKERS:
            fact = getattr(facts, name)
            if isinstance(fact, Most | Between) and fact.most <= FIELD_TAKES.get(name, fact.most):
                case = f"{platform}-{placement or format_}-{name}"
                yield pytest.param(platform, format_, placement, name, fact, id=case)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """A campaign to put one post into."""
    return formats_library(tmp_path_factory.mktemp("limits")).campaigns[0].model


def broken(campaign: Campaign, platform: Platform, format_: ContentFormat, placement: str | None, fields: Fields):
    """What is found about one post with these fields."""
    post = {"id": "p", "title": "T", "date": dt.date(2026, 4, 8), "time": "12:00", "text": "Hi.", "alt": "A", **fields}
    if placement is not None:
        post["ad"] = {"placement": placement, **(post.get("ad") or {})}
    data = {**post, "platform": platform.value, "format": format_.value}
    context = {"languages": ("en",)}
    made = type(campaign.posts[0]).model_validate(data, context=context)
    return list(campaign_findings(campaign.model_copy(update={"posts": (made,)}), FACTS, Path("/nowhere")))


def hits(found: list[Broken], code: str, path: tuple[str | int, ...], fact: Fact) -> list[Broken]:
    level = Severity.ERROR if fact.sure else Severity.WARNING
    return [one for one in found if one.code == code and one.path == ("posts", 0, *path) and one.severity is level]


@pytest.mark.parametrize(("platform", "format_", "placement", "name", "fact"), list(_limits()))
def test_a_limit_is_met_exactly_and_passed_by_one(
    campaign: Campaign,
    platform: Platform,
    format_: ContentFormat,
    placement: str | None,
    name: str,
    fact: Most | Between,
) -> None:
    make, code, path = MAKERS[name]

    def found(number: int) -> list[Broken]:
        return hits(broken(campaign, platform, format_, placement, make(number)), code, path, fact)

    assert found(fact.most) == []
    if fact.most < FIELD_TAKES.get(name, fact.most + 1):
        assert len(found(fact.most + 1)) == 1
    if isinstance(fact, Between) and fact.least > (2 if name == "options" else 1):
        assert found(fact.least) == []
        assert len(found(fact.least - 1)) == 1


def test_no_limit_is_left_out() -> None:
    """A kind of limit that is added to the facts without a maker here would not be met by any test."""
    kinds = {name for *_, facts in _places() for name, fact in facts if isinstance(fact, Most | Between)}
    assert kinds <= set(MAKERS)


@pytest.mark.parametrize(
    ("platform", "format_", "placement", "facts"),
    [pytest.param(*one, id=f"{one[0]}-{one[2] or one[1]}") for one in _places() if one[3].safe and one[3].canvas],
)
def test_an_element_may_touch_what_the_platform_covers_and_not_a_pixel_more(
    campaign: Campaign, platform: Platform, format_: ContentFormat, placement: str | None, facts: FormatFacts
) -> None:
    assert facts.canvas
    assert facts.safe
    (width, height), (top, right, bottom, left) = facts.canvas.px, facts.safe.sides
    x, y = round(width * left / 100), round(height * top / 100)
    box = {
        "name": "Logo", "left": x, "top": y,
        "width": width - round(width * right / 100) - x, "height": height - round(height * bottom / 100) - y,
    }  # fmt: skip

    def codes(**changed: int) -> list[str]:
        found = broken(campaign, platform, format_, placement, {"elements": [{**box, **changed}]})
        return [one.code for one in found if one.code == "SMM103"]

    assert codes() == []
    assert codes(width=box["width"] + 1) == ["SMM103"]
    assert codes(height=box["height"] + 1) == ["SMM103"]
    if y:
        assert codes(top=y - 1) == ["SMM103"]
    if x:
        assert codes(left=x - 1) == ["SMM103"]
