"""A case study of the library as two pages: the story first, the proof second."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from markupsafe import Markup

from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy
from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Entry
from smm_portfolio.print.case_frames import HEIGHT, LETTER_HEIGHT, case_frames
from smm_portfolio.print.case_views import (
    BigFigureView,
    CaseSheetView,
    ChartView,
    ContactView,
    DecisionView,
    ResultView,
    SaidView,
)
from smm_portfolio.print.drawings import printed_chart
from smm_portfolio.print.part_views import FactView, WebView
from smm_portfolio.print.prose import Place, prose
from smm_portfolio.print.qr import qr_image
from smm_portfolio.site.cards import is_mock, kind_view
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import Told, periods_words, same_periods, tell_results
from smm_portfolio.site.pages.case import case_facts, case_links, case_quote
from smm_portfolio.site.pages.courses import course_figure, pair_figures
from smm_portfolio.site.pages.results import goal_figures, goals_note, sentences, tiled_results
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.views import LinkView
from smm_portfolio.site.words import say

_RUNNING = 70
"""Letters of a title that fit in the head of a page."""
_MOST_BARS = 7
"""Results that one chart shows; it stands beside text, and should be no higher."""


def case_sheet(context: SiteContext, entry: Entry[CaseStudy], paper: PaperSize, *, alone: bool = True) -> CaseSheetView:
    """A case study.

    Args:
        context: the build.
        entry: a case study that is public or anonymised.
        paper: sheet of paper; the strip of pictures is lower where the page is.
        alone: whether it is a document of its own; in the portfolio whose it is stands elsewhere.
    """
    case, text = entry.model, context.text
    told = tell_results(context, case)
    return CaseSheetView(
        lang=context.language,
        author=owner_name(context),
        id=f"case-{entry.slug}",
        label=kind_view(context, entry).label,
        mock=mock_label(context, entry),
        sample=say(context, "case.sample") if case.sample else "",
        title=shown_title(context, entry),
        running=running_title(context, entry),
        lede=text(case.summary),
        foot=_foot(context, case),
        frames=case_frames(context, entry, LETTER_HEIGHT if paper is PaperSize.LETTER else HEIGHT),
        facts=tuple(FactView(label=fact.term, value=fact.value) for fact in case_facts(context, case)),
        figures=tuple(_big(context, one) for one in tiled_results(told)),
        situation_lead=text(case.situation.lead),
        situation=html(context, text(case.situation.text)),
        audience=html(context, text(case.audience)) if case.audience else None,
        goals=_goals(context, case),
        approach=tuple(DecisionView(title=text(one.title), why=html(context, text(one.why))) for one in case.approach),
        results=_results(context, told),
        results_note=goals_note(context, case),
        chart=_chart(context, entry, told),
        caveat=html(context, text(case.caveat)) if case.caveat else None,
        worked=tuple(map(text, case.lessons.worked)),
        change=tuple(map(text, case.lessons.change)),
        quote=_quote(context, case),
        skills=_skills(context, entry, alone=alone),
        tools=context.format.listing(case.tools) if case.tools else "",
        links=case_links(context, case),
        web=web_view(context, relations(context).href(entry), "portfolio.web_case"),
        contact=contact_view(context) if alone else None,
    )


def shown_title(context: SiteContext, entry: Entry[CaseStudy]) -> str:
    """The title; that of a mock says so itself."""
    title = context.text(entry.model.title)
    return say(context, "case.mock_title", title=title) if entry.model.kind is CaseKind.MOCK else title


def running_title(context: SiteContext, entry: Entry[CaseStudy]) -> str:
    """The title for the head of a page, cut between words where it is too long; that of a mock keeps its label."""
    title = context.text(entry.model.title)
    if len(title) > _RUNNING:
        title = f"{title[:_RUNNING].rsplit(' ', 1)[0]}…"
    return say(context, "case.mock_title", title=title) if entry.model.kind is CaseKind.MOCK else title


def mock_label(context: SiteContext, work: Work) -> str:
    """What every page of a mock says; empty for real work."""
    if not is_mock(work):
        return ""
    group = "case" if work.kind == "case_study" else "campaigns"
    return f"{say(context, f'{group}.mock')} · {say(context, f'{group}.mock_note')}"


def html(context: SiteContext, markdown: str) -> Markup:
    """An author's Markdown for paper."""
    return prose(markdown, Place(context.labels["print"]["picture"], context.language_url))


def web_view(context: SiteContext, href: str, words: str) -> WebView:
    """Where the page is on the web: words, QR code and address; no words where the address is not known."""
    if not context.site_url:
        return WebView(words="")
    address = f"{context.language_url}{href}"
    shown = shown_address(address)
    group, _, key = words.partition(".")
    qr = qr_image(address, context.labels["print"]["qr_alt"].format(address=shown))
    return WebView(words=context.labels["print"][group][key], qr=qr, href=address, shown=shown)


def shown_address(url: str) -> str:
    """An address as it stands on paper: without its scheme."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def contact_view(context: SiteContext) -> ContactView | None:
    """Whom to ask, where the profile says how."""
    if context.library.profile is None:
        return None
    profile = context.library.profile.model
    if not profile.email and not profile.phone:
        return None
    return ContactView(
        question=context.text(profile.contact_line) or context.labels["print"]["portfolio"]["contact_line"],
        name=profile.name,
        email=profile.email or "",
        phone=profile.phone or "",
    )


def last_day(case: CaseStudy) -> dt.date:
    """The last day that the figures of a case say something about."""
    return max([case.period.end, *(one.period.end for one in case.results if one.period)])


def owner_name(context: SiteContext) -> str:
    """Whose document it is."""
    profile = context.library.profile
    return profile.model.name if profile else context.text(context.library.settings.name)


def _foot(context: SiteContext, case: CaseStudy) -> str:
    words = context.labels["print"]["portfolio"]
    until = words["figures_to"].format(date=context.format.date(last_day(case)))
    parts = [owner_name(context), words["case_study"], until]
    return " · ".join([*parts, *([words["sample"]] if case.sample else [])])


def _big(context: SiteContext, one: Told) -> BigFigureView:
    words = context.labels["print"]["portfolio"]
    was = words["was"].format(baseline=one.baseline) if one.baseline else ""
    note = f"{was}: {one.change}" if was and one.change else was or one.change
    return BigFigureView(name=one.name, figure=one.result, note=note or periods_words(context, one.metric))


def _goals(context: SiteContext, case: CaseStudy) -> tuple[str, ...]:
    return tuple(
        say(context, "case.aim_by", goal=context.text(goal.text), date=context.format.date(goal.by))
        if goal.by
        else context.text(goal.text)
        for goal in case.goals
    )


def _results(context: SiteContext, told: tuple[Told, ...]) -> tuple[ResultView, ...]:
    dated = same_periods([one.metric for one in told]) is None
    return tuple(_result(context, one, dated=dated) for one in told)


def _result(context: SiteContext, one: Told, *, dated: bool) -> ResultView:
    reached = one.metric.reached()
    verdict = {True: "case.reached", False: "case.missed", None: "case.unsure" if one.target else "case.no_target"}
    site = context.labels["site"]
    source = say(context, "source", source=one.source) if one.source else ""
    period = context.format.sentence(periods_words(context, one.metric)) if dated else ""
    return ResultView(
        name=one.name,
        baseline=one.baseline or site["unknown"],
        target=one.target or "–",
        result=one.result or site["not_yet"],
        change=one.change or "–",
        verdict=say(context, verdict[reached]),
        state={True: "full", False: "open", None: ""}[reached],
        note=sentences(period, one.parts, source, context.text(one.metric.note)),
    )


def _chart(context: SiteContext, entry: Entry[CaseStudy], told: tuple[Told, ...]) -> ChartView | None:
    """The chart that says most: a course over time, else goals against results, else before and after.

    Why only one: the table beside it holds every figure, and a second chart would need a third page; so would one with
    a bar for each of many results.
    """
    courses = (figure for one in told if (figure := course_figure(context, entry.model, one)))
    few = told if len(told) <= _MOST_BARS else ()
    figures = (*islice(courses, 1), *goal_figures(context, few), *pair_figures(context, entry.model, few))
    if not figures:
        return None
    chosen = figures[0]
    note = " ".join(part for part in (chosen.note, chosen.foot) if part)
    return ChartView(title=chosen.title, drawing=printed_chart(chosen.narrow, entry.slug), note=note)


def _quote(context: SiteContext, case: CaseStudy) -> SaidView | None:
    said = case_quote(context, case, case.testimonial)
    return SaidView(text=said.text, by=said.by) if said else None


def _skills(context: SiteContext, entry: Entry[CaseStudy], *, alone: bool) -> tuple[LinkView, ...]:
    """Skills that the case shows: links to the page of the site, or to the list in the portfolio."""
    root = context.language_url
    links = relations(context).skills_of.get(entry.slug, ())
    return tuple(
        LinkView(text=link.text, href=(f"{root}{link.href}" if root else "") if alone else "#skills") for link in links
    )
