"""Posts as neutral frames in true proportion: sizes, fold, safe zones, and the mock label inside."""

from __future__ import annotations

from smm_portfolio.campaigns.facts import FormatFacts
from smm_portfolio.campaigns.platforms import facts_for
from smm_portfolio.campaigns.wording import as_shown, folded
from smm_portfolio.content.kinds.campaign import Brand, Campaign, Post
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.monogram import initials
from smm_portfolio.site.pictures import FORMATS, drawn_view, file_view, nearest_ratio, ratio_words
from smm_portfolio.site.views import Format, PictureView, PostView
from smm_portfolio.site.words import say, term

LINE = 15
"""Letters on one line of the text inside a picture."""


def post_id(post: Post) -> str:
    """Anchor of a preview."""
    return f"post-{post.id}"


def facts_of(context: SiteContext, post: Post) -> FormatFacts | None:
    """What is known of a post's format; None where nothing is, and then nothing is drawn or claimed."""
    return facts_for(context.library.docs, context.library.root).format(post.platform, post.format)


def shape_of(context: SiteContext, post: Post) -> Format:
    """The frame of a post: as its platform shows the format, else as the format is usually made."""
    facts = facts_of(context, post)
    return nearest_ratio(*facts.canvas.px) if facts and facts.canvas else FORMATS[post.format]


def post_view(context: SiteContext, campaign: Campaign, post: Post) -> PostView:
    """A preview of a post.

    Why no counts, ticks or hearts: nobody has seen or liked what was never posted.
    """
    facts, shape = facts_of(context, post), shape_of(context, post)
    fold = facts.fold.at if facts and facts.fold else None
    tag = say(context, "campaigns.mock_tag")
    words, rest = folded(as_shown(post, context.text(post.text)), fold)
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
        fold=say(context, "campaigns.fold", n=str(fold)) if rest else "",
        safe=facts.safe.sides if facts and facts.safe else None,
        mock_tag=tag,
    )


def monogram(brand: Brand) -> str:
    """One or two letters in place of a logo."""
    return brand.monogram or initials(brand.name)


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
    if facts and facts.canvas:
        width, height = facts.canvas.px
        return f"{ratio_words(context, shape)}, {width} × {height}"
    if facts and facts.text:
        return say(context, "campaigns.limit", n=context.format.number(facts.text.most))
    return ratio_words(context, shape)


def _picture(context: SiteContext, campaign: Campaign, post: Post, shape: Format) -> PictureView | None:
    """The post's picture; a text has none unless a file is given. The frame brings the mock label."""
    if post.picture is not None:
        wide = shape in ("169", "191", "txt")
        return file_view(context, post.picture, "191" if shape == "txt" else shape, place="head" if wide else "post")
    if shape == "txt":
        return None
    return drawn_view(post.art or campaign.art, shape, context.text(post.alt))
