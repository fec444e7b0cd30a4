"""The pictures of a post: cards and stories in order, words on them, covered parts, and the mock label inside each."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.campaigns.checks.safe_zones import hidden
from smm_portfolio.campaigns.previews.sheet import Sheet
from smm_portfolio.campaigns.previews.sizes import SCALE, files_of, size_of
from smm_portfolio.content.values.media import Artwork, ContentFormat, Picture
from smm_portfolio.content.values.post import Element, Poll
from smm_portfolio.site.pictures import drawn_view, file_view, nearest_ratio
from smm_portfolio.site.views import PictureView
from smm_portfolio.site.views.posts import ElementView, PollView, ShotView, ZonesView
from smm_portfolio.site.words import count

LINE = 15
"""Letters on one line of the text inside a picture."""
DAYS = 2
"""From so many days on nobody counts in hours."""
_MOVING = (ContentFormat.VIDEO, ContentFormat.LIVE)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where one picture comes from: a file or a drawing, with the words on it."""

    headline: str
    alt: str
    file: Picture | None
    art: Artwork
    turn: str = ""


def shots(sheet: Sheet) -> tuple[ShotView, ...]:
    """The pictures of a post in the order in which people see them; none for a text."""
    size = size_of(sheet)
    if size is None:
        return ()
    found = tuple(_sources(sheet))
    return tuple(_shot(sheet, one, size, place, len(found)) for place, one in enumerate(found))


def _sources(sheet: Sheet) -> list[_Source]:
    post, text = sheet.post, sheet.text
    art, headline = post.art or sheet.campaign.art, text(post.headline)
    if post.cards:
        return [
            _Source(text(card.headline), text(card.alt), card.picture, card.art or art, f"/{i}" if i else "")
            for i, card in enumerate(post.cards)
        ]
    files = files_of(post)
    if files:
        return [_Source(headline if not i else "", text(one.alt), one, art) for i, one in enumerate(files)]
    return [_Source(headline, text(post.alt), None, art)]


def _shot(sheet: Sheet, source: _Source, size: tuple[int, int], place: int, number: int) -> ShotView:
    post, wide = sheet.post, size[0] > size[1]
    spoken = wide and post.format in _MOVING
    last = place == number - 1
    return ShotView(
        width=size[0],
        height=size[1],
        picture=_picture(sheet, source, size),
        overlay=tuple(lines(source.headline)) if source.headline and not spoken else (),
        subtitle=source.headline if spoken else "",
        duration=clock(post.seconds) if post.seconds and number == 1 else "",
        position=f"{place + 1}/{number}" if number > 1 else "",
        zones=_zones(sheet),
        elements=tuple(_element(sheet, one, size) for one in post.elements) if not place else (),
        poll=poll_view(sheet, post.poll) if post.poll and post.format is ContentFormat.STORY and last else None,
        file=source.file.file if source.file else "",
        mock_tag=sheet.say("tag"),
    )


def _picture(sheet: Sheet, source: _Source, size: tuple[int, int]) -> PictureView:
    """The picture itself; the frame brings the mock label."""
    ratio = nearest_ratio(*size)
    if source.file is not None:
        view = file_view(sheet.context, source.file, ratio, place="head" if size[0] > SCALE else "post")
        if view.src:
            return view
    return drawn_view(source.art, ratio, source.alt, turn=source.turn)


def _zones(sheet: Sheet) -> ZonesView | None:
    safe = sheet.facts.safe
    if safe is None:
        return None
    return ZonesView(top=safe.top, right=safe.right, bottom=safe.bottom, left=safe.left)


def _element(sheet: Sheet, element: Element, size: tuple[int, int]) -> ElementView:
    def percent(pixels: int, whole: int) -> str:
        return f"{100 * pixels / whole:.2f}"

    return ElementView(
        name=sheet.text(element.name),
        left=percent(element.left, size[0]),
        top=percent(element.top, size[1]),
        width=percent(element.width, size[0]),
        height=percent(element.height, size[1]),
        covered=covered_words(sheet, element),
        end=2 * element.left > size[0],
    )


def covered_words(sheet: Sheet, element: Element) -> str:
    """By how much the platform hides an element, side by side; empty where it is free."""
    return ", ".join(sheet.say(f"side_{side}", n=str(over)) for side, over in hidden(sheet.scope, element))


def poll_view(sheet: Sheet, poll: Poll) -> PollView:
    """A poll without a single vote."""
    options = tuple(sheet.text(one) for one in poll.options)
    note = _open(sheet, poll.hours) if poll.hours else ""
    return PollView(question=sheet.text(poll.question), options=options, note=note)


def _open(sheet: Sheet, hours: int) -> str:
    """How long a poll is open, in whole days where it is days."""
    days, rest = divmod(hours, 24)
    unit = "hours" if rest or days < DAYS else "days"
    return count(sheet.context, f"campaigns.preview.{unit}", hours if unit == "hours" else days)


def lines(text: str, most: int = LINE) -> list[str]:
    """Words on lines of about the same length, none cut."""
    found: list[str] = []
    for word in text.split():
        if found and len(found[-1]) + 1 + len(word) <= most:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def clock(seconds: int) -> str:
    """The length of a video: 4:12."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
