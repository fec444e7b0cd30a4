"""Advertising that says so in time, approvals, required and forbidden words, claims, and quotes of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smm_portfolio.campaigns.checks.scope import Scope, variants
from smm_portfolio.campaigns.disclosure import disclosed, words_of
from smm_portfolio.campaigns.wording import as_shown, folded
from smm_portfolio.content.kinds.campaign import PostStatus
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.campaign_rules import Phrase
from smm_portfolio.content.values.text import Text
from smm_portfolio.problems import Severity

_DONE = (PostStatus.APPROVED, PostStatus.SCHEDULED, PostStatus.PUBLISHED)
_WORDS_IN_QUOTES = r"[\"“„«‘][^\"“”„«»]{12,}?[\"”“»’]"
_NAME_BELOW = r"\s*[,.]?\s*[-–—~]\s*(?P<who>[A-ZÀ-Ý][\w.'’-]*(?: [\w.'’-]+){0,4})"
_QUOTE = re.compile(_WORDS_IN_QUOTES + _NAME_BELOW)
_STARS = re.compile(r"(?:[★⭐]\ufe0f?){3,}")


def honesty_findings(scope: Scope) -> Iterator[Broken]:
    """What a post hides, claims without leave, or lets somebody say who does not exist."""
    yield from _disclosure(scope)
    yield from _approval(scope)
    yield from _words(scope)
    yield from _claims(scope)
    yield from _testimonials(scope)


def _disclosure(scope: Scope) -> Iterator[Broken]:
    if scope.post.disclosure is None:
        return
    fold = scope.format.fold
    for language, typed in scope.post.text.variants().items():
        path = scope.path("text", *([language] if language else []))
        visible, rest = folded(as_shown(scope.post, typed), fold.at if fold else None)
        strong, weak = words_of(language)
        if disclosed(visible, strong):
            continue
        fix = f"Begin the text with one of: {', '.join(strong[:3])}."
        if rest and disclosed(rest, strong):
            end = " ".join(visible.split()[-4:])
            message = f"readers see that it is advertising only behind the fold, which comes after '… {end}'"
            yield Broken("SMM101", message, fix, path)
        elif disclosed(visible, weak):
            message = "not every reader understands by these words that it is advertising"
            yield Broken("SMM101", message, fix, path, Severity.WARNING)
        else:
            message = f"the text does not say that it is advertising ({scope.post.disclosure})"
            yield Broken("SMM101", message, fix, path)


def _approval(scope: Scope) -> Iterator[Broken]:
    campaign, post = scope.campaign, scope.post
    if post.status in _DONE and not (post.approver or campaign.approver or campaign.approvals):
        message = f"the post is {post.status}, and nobody approved it"
        yield Broken("SMM106", message, "Add approver: to the post or to the campaign.", scope.path("status"))


def _words(scope: Scope) -> Iterator[Broken]:
    brief = scope.campaign.brief
    for phrase in brief.required_words:
        for path, words in _missing(scope, phrase, present=False):
            message = f"the client wants '{words}' in every post{_why(phrase)}"
            yield Broken("SMM107", message, f"Add the words: {words}", path)
    for phrase in brief.forbidden_words:
        for path, words in _missing(scope, phrase, present=True):
            message = f"the client never wants to read '{words}'{_why(phrase)}"
            yield Broken("SMM107", message, "Say it in other words, or leave it out.", path)


def _claims(scope: Scope) -> Iterator[Broken]:
    claims = {claim.id: claim for claim in scope.campaign.brief.claims}
    for id_ in scope.post.claims:
        if id_ in claims:
            for path, words in _missing(scope, Phrase(words=claims[id_].words), present=False):
                message = f"the post makes the claim '{id_}' in other words than those that are proven"
                yield Broken("SMM107", message, f"Use these words: {words}", path)


def _missing(scope: Scope, phrase: Phrase, *, present: bool) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of the post in which the words are, or are not."""
    if phrase.platforms and scope.post.platform not in phrase.platforms:
        return
    for language, text in scope.texts():
        words = phrase.words.pick(language)
        end = [language] if language else []
        places = {("text", *end): text} | {
            (*path, *end): line.pick(language) for path, line in _spoken(scope) if line is not None
        }
        found = [path for path, said in places.items() if _says(said, words)]
        if present:
            yield from ((scope.path(*path), words) for path in found)
        elif not found:
            yield scope.path("text", *end), words


def _says(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", " ".join(text.split()), re.IGNORECASE) is not None


def _spoken(scope: Scope) -> Iterator[tuple[tuple[str | int, ...], Text | None]]:
    """What a post says beside its text: in its pictures, and as an ad."""
    post = scope.post
    yield ("headline",), post.headline
    yield from ((("cards", i, "headline"), card.headline) for i, card in enumerate(post.cards))
    if post.ad is not None:
        yield ("ad", "headline"), post.ad.headline
        yield ("ad", "description"), post.ad.description


def _why(phrase: Phrase) -> str:
    return f": {phrase.why.pick('en')}" if phrase.why else ""


def _testimonials(scope: Scope) -> Iterator[Broken]:
    """Quotes with a name under them, and stars: nobody has bought what was never sold."""
    for field, text in ((("text",), scope.post.text), *_spoken(scope)):
        for steps, words in variants(text):
            quote, path = _QUOTE.search(words), scope.path(*field, *steps)
            if quote:
                message = f"a mock has no customers, so {quote['who']} cannot have said this"
                yield Broken("SMM035", message, "Remove the quote, or say it as the brand.", path)
            elif _STARS.search(words):
                message = "a mock has no customers, so nobody can have given these stars"
                yield Broken("SMM035", message, "Remove the stars.", path)
