"""What every part of a preview is drawn from: the build, the post, and what is known of its platform."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.facts import FormatFacts
from smm_portfolio.campaigns.platforms import facts_for
from smm_portfolio.campaigns.tracking import is_ad, tracked
from smm_portfolio.campaigns.wording import as_shown, folded
from smm_portfolio.content.kinds.campaign import Brand, Campaign, Post
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.monogram import initials
from smm_portfolio.site.words import say


@dataclass(frozen=True)
class Sheet:
    """A post in one language of the site.

    Args:
        context: the build.
        scope: the post with its campaign and the facts around it.
    """

    context: SiteContext
    scope: Scope

    @property
    def campaign(self) -> Campaign:
        """The campaign."""
        return self.scope.campaign

    @property
    def post(self) -> Post:
        """The post, or one version of it."""
        return self.scope.post

    @property
    def facts(self) -> FormatFacts:
        """What is known of the format or placement; empty where nothing is, and then nothing is claimed."""
        return self.scope.format

    @property
    def advertising(self) -> bool:
        """Whether somebody pays for it to be shown."""
        return is_ad(self.post)

    def text(self, text: Text | None) -> str:
        """A text in the language of the page."""
        return self.context.text(text)

    def say(self, path: str, **values: str) -> str:
        """A label of previews, filled in."""
        return say(self.context, f"campaigns.preview.{path}", **values)

    def number(self, value: int) -> str:
        """A number as it is written in the language of the page."""
        return self.context.format.number(value)

    def words(self) -> tuple[str, str]:
        """The text with hashtags, and with the link where the platform has it there: before the fold, and after."""
        fold, counting = self.facts.fold, self.scope.platform.counting
        text = self.text(self.post.text)
        link = host_of(self.post.link) if self.post.link and counting and counting.link_in_text else ""
        shown = as_shown(self.post, text, "" if self.post.link and self.post.link in text else link)
        return folded(shown, fold.at if fold else None)

    def address(self) -> str:
        """The link as it would be published."""
        return tracked(self.campaign, self.post)

    def of(self, post: Post) -> Sheet:
        """The same sheet for another version of the post."""
        return replace(self, scope=replace(self.scope, post=post))


def sheet_of(context: SiteContext, campaign: Campaign, post: Post) -> Sheet:
    """Everything that a preview of a post is drawn from."""
    docs, root = context.library.docs, context.library.root
    return Sheet(context, Scope(campaign, post, 0, facts_for(docs, root), docs))


def monogram(brand: Brand) -> str:
    """One or two letters in place of a logo."""
    return brand.monogram or initials(brand.name)


def host_of(link: str) -> str:
    """An address as platforms show it: without scheme and parameters."""
    return link.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/")
