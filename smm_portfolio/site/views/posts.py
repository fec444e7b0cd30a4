"""Posts as neutral previews in true proportion: frames, pictures, zones, polls, and what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from smm_portfolio.site.views.parts import FactView, Format, PictureView, StateView

Layout = Literal["post", "full", "chat", "thread", "search"]
"""Order of a frame's parts: sender above the picture, picture first, a bubble, numbered parts, or a line of results."""
PostRoom = Literal["narrow", "wide", "test"]
"""How much of a row a post takes: half, all, or all of the page for versions side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementView:
    """Something over a picture, in percent of it.

    ``covered`` says by how much it is hidden, empty where it is free; ``end`` is true in the right half, where its
    name would run out of the picture.
    """

    name: str
    left: str
    top: str
    width: str
    height: str
    covered: str = ""
    end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonesView:
    """Parts that the platform covers, in percent of the picture."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollView:
    """A question with its answers; nobody has answered it."""

    question: str
    options: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotView:
    """One picture of a post; ``width`` and ``height`` in pixels of the platform.

    ``file`` is the picture's path in the docs folder, empty for a drawing; ``picture`` has it in the sizes of pages.
    ``mock_tag`` lies inside every picture, so that a screenshot of one card keeps it.
    """

    width: int
    height: int
    picture: PictureView
    overlay: tuple[str, ...] = ()
    subtitle: str = ""
    duration: str = ""
    position: str = ""
    zones: ZonesView | None = None
    elements: tuple[ElementView, ...] = ()
    poll: PollView | None = None
    file: str = ""
    mock_tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCardView:
    """What a platform makes of a link: a drawing, the address without its parameters, and a title."""

    host: str
    title: str = ""
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPartView:
    """One post of a thread, with its own count."""

    number: str
    text: str
    count: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdView:
    """What an ad has below or instead of a picture; ``host`` is the address that is shown."""

    host: str = ""
    headline: str = ""
    description: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """One version of a post, drawn.

    ``text`` is what shows before the fold, ``rest`` what follows it; ``fold`` names the fold in words.
    ``width`` is that of one picture in pixels of the platform, 0 for a text, which takes the room there is.
    """

    layout: Layout
    width: int
    account: str
    initials: str
    small: str = ""
    time: str = ""
    shots: tuple[ShotView, ...] = ()
    strip: str = ""
    title: str = ""
    text: str = ""
    rest: str = ""
    fold: str = ""
    warning: str = ""
    parts: tuple[ThreadPartView, ...] = ()
    poll: PollView | None = None
    link: LinkCardView | None = None
    ad: AdView | None = None
    mock_tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What was counted or looked at, and who names the limit; ``source`` is empty where no limit is meant."""

    state: StateView
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """A version with everything beside it; ``label`` and ``differs`` only where there are several."""

    frame: FrameView
    label: str = ""
    differs: str = ""
    alts: tuple[str, ...] = ()
    checks: tuple[CheckView, ...] = ()
    facts: tuple[FactView, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Who names the limits, each once."""
        return tuple(dict.fromkeys(check.source for check in self.checks if check.source))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post as a neutral preview in true proportion; several versions where it is a test."""

    id: str
    format: Format
    format_label: str
    size: str
    room: PostRoom
    versions: tuple[VersionView, ...]
    test: tuple[FactView, ...] = ()
