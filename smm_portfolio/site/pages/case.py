"""Case studies: the whole story, or a teaser for what is shown on request."""

from __future__ import annotations

from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Numbers, Permission, Sample, Testimonial
from smm_portfolio.content.library import Entry
from smm_portfolio.site.cards import kind_view, mock_tag, platform_list, result_name, result_words, work_tags
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import case_download
from smm_portfolio.site.figures import first_told, metric_name, tell_results
from smm_portfolio.site.frame import crumbs, make_page
from smm_portfolio.site.markdown_text import contained_prose, literal
from smm_portfolio.site.monogram import initials
from smm_portfolio.site.pages.courses import case_figures
from smm_portfolio.site.pages.results import goal_rows, goals_note, tiles
from smm_portfolio.site.pictures import (
    FORMATS,
    drawn,
    drawn_view,
    file_view,
    head_frames,
    ratio_of,
    ratio_words,
    subject,
)
from smm_portfolio.site.relations import Relations, client_name, relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import (
    CaseView,
    FactView,
    GuideView,
    LinkView,
    NextView,
    PictureView,
    QuoteView,
    SampleView,
    SectionView,
    StepView,
)
from smm_portfolio.site.words import bare, say, term


def case_pages(context: SiteContext) -> tuple[Page, ...]:
    """A page for every case study, each leading to the next."""
    known = relations(context)
    told = [entry for entry in known.cases if entry.model.permission is not Permission.ON_REQUEST]
    followers = {entry.slug: follower for entry, follower in zip(told, (*told[1:], *told[:1]), strict=True)}
    pages = []
    for entry in known.cases:
        follower = followers.get(entry.slug, entry)
        pages.append(_page(context, known, entry, _next(context, known, follower) if follower is not entry else None))
    return tuple(pages)


def _page(context: SiteContext, known: Relations, entry: Entry[CaseStudy], following: NextView | None) -> Page:
    case = entry.model
    teaser = case.permission is Permission.ON_REQUEST
    view: CaseView | GuideView = _teaser(context, entry) if teaser else _story(context, known, entry, following)
    title = context.text(case.title)
    mock = case.kind is CaseKind.MOCK
    return make_page(
        context,
        f"work/{entry.slug}.md",
        "guide" if teaser else "case",
        view,
        title=say(context, "case.mock_title", title=title) if mock else title,
        description=context.text(case.summary),
        layout="doc" if teaser else "wide",
        source=entry.file,
        kind=entry.kind,
        tags=work_tags(context, entry),
        smm_mock=say(context, "case.mock") if mock else "",
        smm_mock_note=say(context, "case.mock_note") if mock else "",
        smm_sample=say(context, "case.sample") if case.sample else "",
    )


def _story(context: SiteContext, known: Relations, entry: Entry[CaseStudy], following: NextView | None) -> CaseView:
    case, text = entry.model, context.text
    told = tell_results(context, case)
    return CaseView(
        title=text(case.title),
        lede=text(case.summary),
        kind=kind_view(context, entry),
        crumbs=crumbs(known.name(entry), (say(context, "works.title"), "work/")),
        frames=head_frames(context, case.picture, subject(entry.slug, case.art), mock_tag(context, entry)),
        facts=case_facts(context, case),
        situation_lead=text(case.situation.lead),
        situation=_situation(context, case),
        audience=text(case.audience),
        goals_caption=say(context, "case.goals_caption", title=text(case.title)),
        goals_note=goals_note(context, case),
        goals=goal_rows(context, told),
        tiles_note=say(context, "case.tiles_note"),
        tiles=tiles(context, told),
        figures=case_figures(context, case, told),
        caveat=text(case.caveat),
        approach=tuple(StepView(title=text(step.title), why=text(step.why)) for step in case.approach),
        samples_note=say(context, "case.samples_note") if case.samples else "",
        samples=tuple(_sample(context, entry, sample, place) for place, sample in enumerate(case.samples)),
        worked=tuple(map(text, case.lessons.worked)),
        change=tuple(map(text, case.lessons.change)),
        quote=case_quote(context, case, case.testimonial),
        skills=known.skills_of.get(entry.slug, ()),
        tools=case.tools,
        links=case_links(context, case),
        downloads=case_download(context, entry),
        next=following,
    )


def _teaser(context: SiteContext, entry: Entry[CaseStudy]) -> GuideView:
    """What a case shown on request says in public: title, summary, sector, kind, what there is to see, how to ask."""
    case = entry.model
    profile = context.library.profile
    mail = profile.model.email if profile else None
    facts = (
        FactView(term=say(context, "case.kind"), value=kind_view(context, entry).label),
        FactView(term=say(context, "case.sector"), value=context.text(case.sector)),
    )
    asking = (LinkView(text=say(context, "case.request_mail"), href=f"mailto:{mail}"),) if mail else ()
    title = say(context, "case.request_title")
    section = SectionView(id="on-request", title=title, body=_on_request(context, case))
    return GuideView(
        title=context.text(case.title),
        lede=context.text(case.summary),
        crumbs=crumbs(context.text(case.title), (say(context, "works.title"), "work/")),
        facts=facts,
        downloads=asking,
        sections=(section,),
    )


def _on_request(context: SiteContext, case: CaseStudy) -> str:
    """How to ask, and which parts of the story there are, as Markdown; nothing of what they say."""
    parts = {
        "situation": True,
        "approach": True,
        "samples": bool(case.samples),
        "results": True,
        "lessons": bool(case.lessons.worked or case.lessons.change),
    }
    shown = [f"- {literal(say(context, f'case.request_parts.{part}'))}" for part, there in parts.items() if there]
    head = literal(say(context, "case.request_shown"))
    return "\n".join([literal(say(context, "case.request_text")), "", head, "", *shown])


def case_facts(context: SiteContext, case: CaseStudy) -> tuple[FactView, ...]:
    """Six facts; money and hours are always among them, also when they were not recorded."""
    text, form = context.text, context.format
    label = say(context, f"case.{case.kind.value}" if case.kind in (CaseKind.CLIENT, CaseKind.EMPLOYER) else "case.own")
    role, team = text(case.role), text(case.team)
    if team:
        role = say(context, "case.role_team", role=role, team=team.rstrip("."))
    if case.numbers is Numbers.INDEX:
        budget = say(context, "case.budget_hidden")
    elif case.budget is not None:
        budget = say(context, "case.budget_amount", amount=form.money(case.budget.amount, case.budget.currency))
    else:
        budget = say(context, "case.budget_unknown")
    platforms = platform_list(context, case.platforms)
    rows = (
        (label, client_name(context, case) or term(context, "kinds", case.kind)),
        (say(context, "case.period"), form.period(case.period)),
        (say(context, "case.role"), role),
        (say(context, "case.hours"), text(case.hours) or say(context, "case.hours_unknown")),
        (say(context, "case.platforms"), platforms),
        (say(context, "case.budget"), budget),
    )
    return tuple(FactView(term=name, value=value) for name, value in rows)


def _situation(context: SiteContext, case: CaseStudy) -> str:
    """The starting point, and the goals in the words that tie them to the business."""
    goals = []
    for goal in case.goals:
        words = context.text(goal.text)
        if goal.by is not None:
            words = say(context, "case.aim_by", goal=words, date=context.format.date(goal.by))
        goals.append(f"- {literal(words)}")
    story = contained_prose(context.text(case.situation.text), 3)
    return "\n".join([story, "", f"### {literal(say(context, 'case.aims'))}", "", *goals])


def _sample(context: SiteContext, entry: Entry[CaseStudy], sample: Sample, place: int) -> SampleView:
    case = entry.model
    account = client_name(context, case) or say(context, "case.account")
    shape = FORMATS[sample.format]
    label = term(context, "formats", sample.format)
    picture = _sample_picture(context, entry, sample, place)
    figure = ""
    if sample.result is not None and case.numbers is Numbers.EXACT:
        amount = sample.result.amount(sample.result.result)
        unit = sample.result.definition.unit
        if amount is not None:
            written = context.format.amount(amount, unit, sample.result.currency)
            name = context.format.sentence(result_name(context, case, metric_name(context, sample.result)))
            figure = say(context, "case.sample_figure", name=name, amount=written)
    owner = sample.owner or (sample.picture.owner if sample.picture else None)
    ratio = ratio_words(context, shape)
    return SampleView(
        account=account,
        initials=initials(account),
        date=context.format.date(sample.date) if sample.date else "",
        format=shape,
        format_label=f"{label}, {ratio}" if ratio and picture else label,
        picture=picture,
        caption=context.text(sample.caption),
        figure=figure,
        owner=context.text(owner),
    )


def _sample_picture(context: SiteContext, entry: Entry[CaseStudy], sample: Sample, place: int) -> PictureView | None:
    ratio, tag = ratio_of(sample.format), mock_tag(context, entry)
    if sample.picture is not None:
        return file_view(context, sample.picture, ratio, tag, "gallery")
    if FORMATS[sample.format] == "txt" and sample.art is None:
        return None
    art, turn = (sample.art, "") if sample.art else (subject(entry.slug, entry.model.art), f"/sample-{place}")
    return drawn_view(art, ratio, context.text(sample.alt), tag, turn)


def case_quote(context: SiteContext, case: CaseStudy, said: Testimonial | None) -> QuoteView | None:
    """A quote whose permission is on record; without a name where the client has none."""
    if said is None or not said.permission.granted or case.kind is CaseKind.MOCK:
        return None
    role, date = context.text(said.role), context.format.date(said.permission.date)
    if case.permission is Permission.ANONYMISED:
        by = say(context, "case.quote_anonymous", role=context.format.sentence(role), date=date)
    else:
        by = say(context, "case.quote_by", name=said.name, role=role, date=date)
    return QuoteView(text=say(context, "case.quoted", words=bare(context.text(said.quote))), by=by)


def case_links(context: SiteContext, case: CaseStudy) -> tuple[LinkView, ...]:
    """Where the work can be seen; nothing of an anonymised client."""
    if case.permission is Permission.ANONYMISED:
        return ()
    return tuple(LinkView(text=context.text(link.label), href=link.url) for link in case.links)


def _next(context: SiteContext, known: Relations, entry: Entry[CaseStudy]) -> NextView:
    told = first_told(context, entry.model)
    result = f"{result_words(told)} {result_name(context, entry.model, told.name)}"
    return NextView(
        title=known.name(entry),
        href=known.href(entry),
        result=result,
        art=drawn(subject(entry.slug, entry.model.art), "band"),
    )
