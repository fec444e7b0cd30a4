"""What was counted in a post and against which limit, in words, with the source that names the limit."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.campaigns.checks.lines import lines_of
from smm_portfolio.campaigns.counting.names import hashtags_in
from smm_portfolio.campaigns.disclosure import disclosed, words_of
from smm_portfolio.campaigns.facts import Between, Fact, Most
from smm_portfolio.campaigns.previews.sheet import Sheet
from smm_portfolio.campaigns.previews.shots import covered_words
from smm_portfolio.campaigns.previews.threads import is_thread, thread_parts
from smm_portfolio.campaigns.wording import as_posted
from smm_portfolio.site.views import FactView, StateView
from smm_portfolio.site.views.posts import CheckView
from smm_portfolio.site.words import term


def checks(sheet: Sheet) -> tuple[CheckView, ...]:
    """Everything of a version that has a limit with a source; where there is none, that is said."""
    found = [*_texts(sheet), *_disclosure(sheet), *_zones(sheet), *_ranges(sheet)]
    if not found:
        return (CheckView(state=StateView(id="no", label=sheet.say("unknown"))),)
    return tuple(found)


def _texts(sheet: Sheet) -> Iterator[CheckView]:
    """Text, hashtags, title, headline, description and answers."""
    facts, posted = sheet.facts, as_posted(sheet.post, sheet.text(sheet.post.text))
    if facts.text and is_thread(sheet.post):
        yield _thread(sheet, facts.text)
    elif facts.text:
        counted = sheet.text(sheet.post.content_warning) + sheet.scope.whole(posted)
        yield _most(sheet, "count", sheet.scope.count(counted, facts.text.most), facts.text)
    tags = hashtags_in(posted)
    if facts.hashtags and tags:
        yield _most(sheet, "hashtags", len(tags), facts.hashtags)
    longest: dict[str, tuple[int, Most]] = {}
    for line in lines_of(sheet.scope):
        if line.fact is not None and line.text is not None and line.key != "alt":
            length = sheet.scope.count(sheet.text(line.text), line.fact.most)
            longest[line.key] = max(longest.get(line.key, (0, line.fact)), (length, line.fact), key=lambda one: one[0])
    for key, (length, fact) in longest.items():
        yield _most(sheet, key, length, fact)


def _thread(sheet: Sheet, fact: Most) -> CheckView:
    """How many posts, and whether the longest fits."""
    lengths = [length for _, length in thread_parts(sheet)]
    number = sheet.number
    label = sheet.say("parts", n=number(len(lengths)), longest=number(max(lengths)), most=number(fact.most))
    return CheckView(state=_state(label, good=max(lengths) <= fact.most), source=cited(sheet, fact))


def _most(sheet: Sheet, key: str, number: int, fact: Most) -> CheckView:
    label = sheet.say(key, n=sheet.number(number), most=sheet.number(fact.most))
    return CheckView(state=_state(label, good=number <= fact.most), source=cited(sheet, fact))


def _disclosure(sheet: Sheet) -> Iterator[CheckView]:
    """The words by which the post says that it is advertising, and whether they come before the fold."""
    if sheet.post.disclosure is None:
        return
    visible, _ = sheet.words()
    strong, _ = words_of(sheet.context.language)
    said = next((word for word in strong if disclosed(visible, (word,))), "")
    label = sheet.say("disclosed", words=said) if said else sheet.say("undisclosed")
    yield CheckView(state=_state(label, good=bool(said)))


def _zones(sheet: Sheet) -> Iterator[CheckView]:
    safe, elements = sheet.facts.safe, sheet.post.elements
    if safe is None:
        return
    if not elements:
        yield CheckView(state=StateView(id="no", label=sheet.say("no_elements")), source=cited(sheet, safe))
        return
    hidden = [(one, covered_words(sheet, one)) for one in elements]
    if not any(words for _, words in hidden):
        yield CheckView(state=_state(sheet.say("free"), good=True), source=cited(sheet, safe))
    for one, words in hidden:
        if words:
            label = sheet.say("covered", name=sheet.text(one.name), by=words)
            yield CheckView(state=_state(label, good=False), source=cited(sheet, safe))


def _ranges(sheet: Sheet) -> Iterator[CheckView]:
    """Length, number of cards and number of answers."""
    post, facts = sheet.post, sheet.facts
    counted: tuple[tuple[str, int | None, Between | None], ...] = (
        ("seconds", post.seconds, facts.seconds),
        ("cards", len(post.cards) or None, facts.files),
        ("answers", len(post.poll.options) if post.poll else None, facts.options),
    )
    for key, number, fact in counted:
        if number is not None and fact is not None:
            label = sheet.say(key, n=sheet.number(number), least=sheet.number(fact.least), most=sheet.number(fact.most))
            yield CheckView(state=_state(label, good=fact.least <= number <= fact.most), source=cited(sheet, fact))


def _state(label: str, *, good: bool) -> StateView:
    return StateView(id="ok" if good else "late", label=label)


def cited(sheet: Sheet, fact: Fact) -> str:
    """Who names a limit, when, and how sure that is."""
    facts = sheet.scope.facts
    source = facts.file.sources.get(fact.sources[0])
    name = sheet.text(source.name) if source else fact.sources[0]
    day = source.published if source and source.published else sheet.context.format.date(facts.checked(fact))
    sure = term(sheet.context, "confidence", fact.confidence)
    return sheet.say("source", name=name, date=day, confidence=sure)


def facts(sheet: Sheet) -> tuple[FactView, ...]:
    """Where the post leads, with everything that is measured by it."""
    address = sheet.address()
    return (FactView(term=sheet.say("link"), value=address),) if address else ()
