"""Posts as neutral frames in true proportion: sizes, fold, safe zones, and the mock label inside."""

from __future__ import annotations

import re

from smm_portfolio.campaigns.platforms import FormatFacts, format_facts
from smm_portfolio.content.kinds.campaign import Brand, Campaign, Post
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pages.case import initials
from smm_portfolio.site.pictures import FORMATS, drawn_view, file_view, nearest_ratio, ratio_words
from smm_portfolio.site.views import Format, PictureView, PostView
from smm_portfolio.site.words import say, term

LINE = 15
"""Letters on one line of the text inside a picture."""


def post_id(post: Post) -> str:
    """Anchor of a preview."""
    return f"post-{post.id}"


def shape_of(post: Post) -> Format:
    """The frame of a post: as its platform shows the format, else as the format is usually made."""
    facts = format_facts(post.platform, post.format)
    return nearest_ratio(*facts.px) if facts and facts.px else FORMATS[post.format]


def post_view(context: SiteContext, campaign: Campaign, post: Post) -> PostView:
    """A preview of a post.

    Why no counts, ticks or hearts: nobody has seen or liked what was never posted.
    """
    facts, shape = format_facts(post.platform, post.format), shape_of(post)
    tag = say(context, "campaigns.mock_tag")
    words, rest = folded(paragraphs(context.text(post.text)), facts.fold if facts else None)
    headline = context.text(post.headline)
    wide = shape == "169"
    label = (
        f"{term(context, 'platforms', post.platform)}, {context.format.inside(term(context, 'formats', post.format))}"
    )
    return PostView(
        id=post_id(post),
        format=shape,
        format_label=label,
        size=_size(context, facts, shape),
        account=campaign.brand.name,
        initials=monogram(campaign.brand),
        when=say(context, "campaigns.when", date=context.format.day_month(post.date)),
        picture=_picture(context, campaign, post, shape),
        overlay=tuple(lines(headline)) if headline and not wide else (),
        subtitle=headline if wide else "",
        duration=clock(post.seconds) if post.seconds else "",
        headline=context.text(post.title) if wide else "",
        text=words,
        rest=rest,
        fold=say(context, "campaigns.fold", n=str(facts.fold)) if facts and rest else "",
        safe=facts.safe if facts else None,
        mock_tag=tag,
    )


def monogram(brand: Brand) -> str:
    """One or two letters in place of a logo."""
    return brand.monogram or initials(brand.name)


def paragraphs(text: str) -> str:
    """A post's text as it would be typed: lines that YAML wrapped are joined, paragraphs and marked breaks stay.

    Why not as Markdown: a line that begins with # is a hashtag here, not a heading.
    """
    blocks = re.split(r"\n\s*\n|(?:\\| {2})\n", text.strip())
    return "\n".join(" ".join(block.split()) for block in blocks)


def folded(text: str, fold: int | None) -> tuple[str, str]:
    """What shows before the fold, up to the last whole word, and what follows."""
    if fold is None or len(text) <= fold:
        return text, ""
    cut = max(text.rfind(" ", 0, fold + 1), text.rfind("\n", 0, fold + 1))
    cut = cut if cut > 0 else fold
    return text[:cut].rstrip(), text[cut:].lstrip(" ")


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


def _size(context: SiteContext, facts: FormatFacts | None, shape: Format) -> str:
    """Proportion and pixels, or the longest text."""
    if facts and facts.px:
        return f"{ratio_words(context, shape)}, {facts.px[0]} × {facts.px[1]}"
    if facts and facts.limit:
        return say(context, "campaigns.limit", n=context.format.number(facts.limit))
    return ratio_words(context, shape)


def _picture(context: SiteContext, campaign: Campaign, post: Post, shape: Format) -> PictureView | None:
    """The post's picture; a text has none unless a file is given. The frame brings the mock label."""
    if post.picture is not None:
        return file_view(context, post.picture, "191" if shape == "txt" else shape)
    if shape == "txt":
        return None
    return drawn_view(post.art or campaign.art, shape, context.text(post.alt))
