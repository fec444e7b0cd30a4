"""The versions of a post that are tried against each other: the post itself is A, its variants are B and on."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.content.kinds.campaign import Post
from smm_portfolio.content.values.post import Variant
from smm_portfolio.content.values.text import Text

REPLACED = ("text", "headline", "alt", "picture", "art", "ad")
"""Fields of a post that a variant may give anew."""
_FIRST = ord("A")


@dataclass(frozen=True, slots=True)
class Version:
    """One version.

    Args:
        letter: A, B, C; empty where there is only one.
        post: the post as this version would be published.
        differs: what is different from A; None for A.
        given: the fields that this version has of its own.
    """

    letter: str
    post: Post
    differs: Text | None = None
    given: tuple[str, ...] = ()


def versions_of(post: Post) -> tuple[Version, ...]:
    """The versions of a post in order; the post alone where nothing is tried."""
    if post.test is None:
        return (Version("", post),)
    others = (
        Version(chr(_FIRST + 1 + i), varied(post, one), one.differs, given_in(one))
        for i, one in enumerate(post.test.variants)
    )
    return Version(chr(_FIRST), post), *others


def given_in(variant: Variant) -> tuple[str, ...]:
    """The fields that a variant gives anew."""
    return tuple(name for name in REPLACED if getattr(variant, name) is not None)


def varied(post: Post, variant: Variant) -> Post:
    """The post as a variant would be published: other words in a picture, or another picture, never an old one."""
    changed = {name: getattr(variant, name) for name in given_in(variant)}
    if "art" in changed and "picture" not in changed:
        changed["picture"] = None
    if "picture" in changed or "art" in changed:
        changed["media"] = ()
    return post.model_copy(update=changed)
