"""Links with utm parameters, all by the campaign's one naming scheme."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.values.media import ContentFormat

PREFIX = "utm_"


def is_ad(post: Post) -> bool:
    """Whether a post is bought and not only posted."""
    return post.ad is not None or post.format is ContentFormat.AD


def parameters(campaign: Campaign, post: Post) -> dict[str, str]:
    """The utm parameters of a post's link; none where the campaign has no scheme."""
    scheme = campaign.utm
    if scheme is None:
        return {}
    return {
        "utm_source": post.platform.value,
        "utm_medium": scheme.paid_medium if is_ad(post) else scheme.medium,
        "utm_campaign": scheme.campaign,
        "utm_content": post.id,
    }


def tracked(campaign: Campaign, post: Post) -> str:
    """A post's link as it would be published; empty where it has none."""
    if post.link is None:
        return ""
    parts = urlsplit(post.link)
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _ours(key, campaign)]
    query = urlencode([*kept, *parameters(campaign, post).items()])
    return urlunsplit(parts._replace(query=query))


def typed_parameters(address: str) -> dict[str, str]:
    """The utm parameters that somebody typed into an address."""
    return {key: value for key, value in parse_qsl(urlsplit(address).query) if key.startswith(PREFIX)}


def _ours(key: str, campaign: Campaign) -> bool:
    return campaign.utm is not None and key.startswith(PREFIX)
