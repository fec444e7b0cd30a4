"""What a check looks at, and how a limit that is passed becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from smm_portfolio.campaigns.counting import Mode, Rule, measure
from smm_portfolio.campaigns.facts import Fact, FormatFacts, PlatformFacts
from smm_portfolio.campaigns.platforms import Facts
from smm_portfolio.campaigns.tracking import tracked
from smm_portfolio.campaigns.wording import as_posted
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

_RESERVED = re.compile(r"(https?://[\w.-]+)\.(?:example|test|invalid)(?![\w.-])")
"""Addresses of nobody (RFC 2606), which a mock has in place of a real one: platforms would not take them for links."""


@dataclass(frozen=True)
class Scope:
    """One post and everything that is known around it.

    Args:
        campaign: the campaign.
        post: the post.
        number: 0-based place of the post.
        facts: what is known of platforms.
        docs: the docs folder.
    """

    campaign: Campaign
    post: Post
    number: int
    facts: Facts
    docs: Path

    @cached_property
    def platform(self) -> PlatformFacts:
        """What is known of the post's platform."""
        return self.facts.platform(self.post.platform)

    @cached_property
    def format(self) -> FormatFacts:
        """What is known of the post's format or placement; empty where nothing is."""
        placement = self.post.ad.placement if self.post.ad else None
        return self.facts.format(self.post.platform, self.post.format, placement) or FormatFacts()

    @property
    def name(self) -> str:
        """The platform's name."""
        return self.platform.name or self.post.platform.value

    def path(self, *steps: str | int) -> DataPath:
        """A place in the post."""
        return ("posts", self.number, *steps)

    def texts(self) -> Iterator[tuple[str, str]]:
        """The post's text in each language as it would be posted, without its link."""
        for language, words in self.post.text.variants().items():
            yield language, as_posted(self.post, words)

    def whole(self, text: str) -> str:
        """A text with the link, where the platform has it there."""
        link = tracked(self.campaign, self.post)
        inside = link and self.platform.counting and self.platform.counting.link_in_text
        return f"{text}\n\n{link}" if inside and link not in text else text

    def count(self, text: str, most: int) -> int:
        """Length of a text in the platform's counting."""
        counting = self.platform.counting
        if counting is not None and counting.link:
            text = _RESERVED.sub(r"\1.com", text)
        return measure(text, counting.rule(most) if counting else Rule(Mode.CODEPOINTS))

    def beyond(self, fact: Fact, code: str, message: str, fix: str, path: DataPath) -> Broken:
        """A finding about a limit: an error where the limit is sure, else a warning that says who names it."""
        if fact.sure:
            return Broken(code, message, fix, path)
        others = f"; others say {fact.disagree.pick('en')}" if fact.disagree else ""
        said = f"{message} (by {self.facts.cited(fact)}; confidence {fact.confidence}{others})"
        return Broken(code, said, fix, path, Severity.WARNING)


def variants(text: Text | None) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts as typed, each with the step that leads to it in the file."""
    if text is not None:
        for language, words in text.variants().items():
            yield (language,) if language else (), words
