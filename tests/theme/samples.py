"""Views for every page template: one that says the least, one that says everything."""

import datetime as dt
from dataclasses import replace

from smm_portfolio.pictures import Candidate, Source
from smm_portfolio.site import views as v
from smm_portfolio.site.artwork import drawing
from smm_portfolio.site.charts import Course, Range, Said, Side, Spot, Target, course_chart, range_chart, target_bars
from smm_portfolio.site.views import posts as p

NASTY = 'Brood & <b>"boter"</b> *kaas* [x](y) {#z} :smile: | _a_ https://x.nl a@b.nl `c` #1'
"""A text in which every character means something to HTML, Markdown or one of its extensions."""

PROSE = "Tekst met **nadruk** en een [link](https://example.com).\n\n- een\n- twee\n\n## Kop\n\nMeer."


def _art(alt: str = "", tag: str = "") -> v.PictureView:
    return v.PictureView(ratio="45", art=drawing("loaves", "bakery", "45", alt), alt=alt, mock_tag=tag)


def _file() -> v.PictureView:
    return v.PictureView(
        ratio="169",
        src="images/a.jpg",
        sources=(Source("image/webp", (Candidate("images/a.webp", 640), Candidate("images/b.webp", 960))),),
        sizes="100vw",
        width=640,
        height=360,
        alt=NASTY,
    )


LINK = v.LinkView(text=NASTY, href="work/bakery/", note="PDF, 240 kB", lang="en", current=True)
CRUMBS = v.CrumbsView(links=(LINK,), here=NASTY)
MOCK = v.KindView(id="mock", label="Fictief")
CLIENT = v.KindView(id="client", label="Klant")
STATES = tuple(v.StateView(id=name, label=name) for name in ("ok", "late", "soon", "no", "miss"))
FACTS = (v.FactView(term=NASTY, value=NASTY),)
SOURCES = (v.SourceView(text=NASTY, href="https://example.com/a"), v.SourceView(text="eigen ervaring"))
TABLE = v.TableView(head=("Week", "Waarde"), rows=(("1", "3,1 %"), ("2", NASTY)))
SECTIONS = (v.SectionView(id="extra", title=NASTY, body=PROSE, note=NASTY),)
NEXT = v.NextView(title=NASTY, href="work/next/", result="62 → 94", art=drawing("books", "next", "band"))


def _plain(value: float) -> str:
    return f"{value:g}"


_DAYS = [dt.date(2026, 3, day) for day in (1, 2, 3, 4)]
_SPOTS = [Spot(day, day, value) for day, value in zip(_DAYS, (3.0, 3.2, 3.4, 4.1), strict=True)]
_COURSE = Course(Side(_DAYS[2], _DAYS[3], tuple(_SPOTS[2:])), Side(_DAYS[0], _DAYS[1], tuple(_SPOTS[:2])), NASTY)
_LINE = course_chart(_COURSE, _plain, lambda day, form: f"{day:%d}", Said(NASTY, NASTY))
_BARS = target_bars(
    (Target("Boekingen", 1.4, "140 %", True), Target(NASTY, 0.8, "80 %", False)), "100 %", Said(NASTY, NASTY)
)
_RANGE = range_chart(Range(24000, 29000, 35000), _plain, Said(NASTY))
FIGURES = (
    v.FigureView(title=NASTY, wide=_LINE.wide, narrow=_LINE.narrow, note=NASTY, table=TABLE),
    v.FigureView(title="b", wide=_BARS.wide, narrow=_BARS.narrow),
)
GOALS = tuple(
    v.GoalRow(name=NASTY, baseline="18", target="30", result="41", change="+23 (+128 %)", state=state)
    for state in STATES
)
CARD = v.CardView(
    title=NASTY,
    href="work/bakery/",
    kind=MOCK,
    picture=_art(tag="Fictief"),
    result="18 → 41",
    result_name=NASTY,
    meta=NASTY,
    tags=("platform=instagram", "sector=food"),
    monogram="B",
)
BARE = replace(CARD, picture=v.PictureView(ratio="169", mock_tag="Fictief"))
SKILLS = tuple(
    v.SkillView(name=NASTY, level=level, level_label="x", detail=PROSE if level else "", evidence=(LINK,) * level)
    for level in range(4)
)
TASKS = (
    v.TaskView(
        id="contract", text=NASTY, owner=v.PersonView(role="HR", initials="HM", name="Hanna"), due="2 feb",
        due_iso="2026-02-02", detail=PROSE, category="hr", notes=(NASTY,), evidence=(LINK,), state=STATES[0], done=True,
    ),
    v.TaskView(id="laptop", text="Laptop"),
    v.TaskView(id="mail", text="Mail", owner=v.PersonView(role="IT", initials="IT"), due="2 dagen ervoor"),
)  # fmt: skip
ROLES = tuple(v.RoleSummary(id=f"role-{i}", name=f"Rol {i}", summary=PROSE) for i in range(3))
TAG = "Fictief"
POLL = p.PollView(question=NASTY, options=(NASTY, "Nee"), note="24 uur open")


def _shot(picture: v.PictureView, **fields: object) -> p.ShotView:
    return p.ShotView(width=1080, height=1920, picture=picture, mock_tag=TAG, **fields)


def _frame(layout: p.Layout, **fields: object) -> p.FrameView:
    return p.FrameView(layout=layout, account=NASTY, initials="L", small="8 april", mock_tag=TAG, **fields)


def _post(name: str, room: p.PostRoom, *frames: p.FrameView, **fields: object) -> p.PostView:
    checks = tuple(p.CheckView(state=one, source=NASTY) for one in STATES)
    facts = (v.FactView(term="Link", value="https://lapwerk.example/?a=1&b=2"),)
    versions = tuple(
        p.VersionView(frame=one, label=f"Versie {i}", differs=NASTY, alts=(NASTY, "b"), checks=checks, facts=facts)
        for i, one in enumerate(frames)
    )
    return p.PostView(id=name, format="916", format_label=NASTY, size="9:16", room=room, versions=versions, **fields)


ELEMENTS = (
    p.ElementView(name=NASTY, left="1", top="2", width="30", height="4"),
    p.ElementView(name="Prijs", left="60", top="2", width="30", height="4", covered="3 px rechts", end=True),
)
LINK_CARD = p.LinkCardView(host="lapwerk.example", title=NASTY, picture=_art("jas"))
AD = p.AdView(host="lapwerk.example", headline=NASTY, description=NASTY, button=NASTY)
VERTICAL = _frame(
    "full", width=1080, title=NASTY, text=NASTY, rest=NASTY, fold=NASTY,
    shots=(
        _shot(
            _art("jas"), overlay=("Van", NASTY), subtitle=NASTY, duration="0:42", elements=ELEMENTS, poll=POLL,
            zones=p.ZonesView(top=14, right=6, bottom=35, left=6),
        ),
    ),
)  # fmt: skip
STRIP = _frame(
    "post", width=1080, strip=NASTY, ad=AD, text=NASTY, warning=NASTY,
    shots=(_shot(_file(), position="1/2"), _shot(_art("jas"), position="2/2")),
)  # fmt: skip
THREAD = _frame(
    "thread", width=0, warning=NASTY, link=LINK_CARD,
    parts=(
        p.ThreadPartView(number="1/2", text=NASTY, count="9 van 500 tekens"),
        p.ThreadPartView(number="2/2", text=NASTY, count="501 van 500 tekens", late=True),
    ),
)  # fmt: skip
CHAT = _frame("chat", width=0, time="12:00", text=NASTY, poll=POLL, link=LINK_CARD)
SEARCH = _frame("search", width=0, text=NASTY, ad=AD)
TEXT = _frame("post", width=0, text="Hallo", poll=POLL)
POSTS = (
    (_post("post-1", "narrow", VERTICAL), _post("post-2", "narrow", VERTICAL)),
    *((_post(f"post-{i}", "wide", one),) for i, one in enumerate((STRIP, THREAD, CHAT, SEARCH, TEXT), start=3)),
    (_post("post-8", "test", VERTICAL, TEXT, test=(v.FactView(term="Waarom", value=NASTY),)),),
)
MONTH = v.MonthView(
    id="m-2026-04",
    title="April 2026",
    weekdays=("ma", "di", "wo", "do", "vr", "za", "zo"),
    before=2,
    after=3,
    note=NASTY,
    days=(
        v.DayView(
            number="1", iso="2026-04-01", label="wo", weekend=True, holidays=(NASTY,),
            events=(
                v.EventView(format="45", time="10:00", channel="feed", title=NASTY, state=STATES[2], href="#post-1"),
            ),
        ),
        v.DayView(number="2", iso="2026-04-02", label="do"),
    ),
)  # fmt: skip
SAMPLES = (
    v.SampleView(
        account=NASTY, initials="DK", date="7 maart", format="45", format_label="Feed", picture=_art("brood"),
        caption=NASTY, figure="Bereik 4.120", owner=NASTY, link=LINK,
    ),
    v.SampleView(account="a", initials="A", date="", format="txt", format_label="Tekst"),
)  # fmt: skip

TICK = v.TickView(
    anchors=(("start", NASTY),), owners=(("hr", NASTY),), first="2026-01-01", last="2029-12-31",
    data={"key": NASTY, "words": {"a": NASTY}},
    questions=(v.QuestionView(field="role", label=NASTY, answers=((NASTY, NASTY),)),),
)  # fmt: skip

LEAST: dict[str, object] = {
    "home": v.HomeView(name="Noor", role="junior", title="Ik maak content"),
    "work": v.WorkView(title="Werk"),
    "case": v.CaseView(title="Case", lede="", kind=CLIENT, crumbs=v.CrumbsView(here="Case")),
    "campaign": v.CampaignView(title="Campagne", lede="", kind=MOCK, crumbs=v.CrumbsView(here="Campagne")),
    "skills": v.SkillsView(title="Vaardigheden"),
    "checklist": v.ChecklistView(id="c", title="Checklist", total="0", total_label="taken"),
    "roles": v.RolesView(title="Rollen"),
    "salaries": v.SalariesView(title="Salaris"),
    "index": v.IndexView(title="Gidsen"),
    "guide": v.GuideView(title="Gids"),
    "about": v.AboutView(title="Over mij", name="Noor", role="junior"),
    "services": v.ServicesView(title="Diensten"),
    "contact": v.ContactView(title="Contact"),
}

CHANNELS = (
    v.LinkView(text=NASTY, href="#channel-all", note="2"),
    v.LinkView(text="X", href="#channel-x", note="1"),
)
PLAN = v.PlanTable(
    caption=NASTY,
    head=(NASTY, "b", "c"),
    figures=True,
    note=NASTY,
    rows=(
        v.PlanRow(name=NASTY, note=NASTY, cells=(v.CellView(text=NASTY, tag=NASTY), v.CellView(text="1", bar=40))),
        v.PlanRow(name="b", href="#post-a", key="x", cells=(v.CellView(state=STATES[0]), v.CellView()), total=True),
    ),
)
PART = v.PartView(
    id="plan",
    title=NASTY,
    note=NASTY,
    blocks=(
        v.BlockView(title=NASTY, body=PROSE, facts=FACTS, table=PLAN, note=NASTY),
        v.BlockView(facts=FACTS, steps=(v.MomentView(mark=NASTY, items=(NASTY, "b")),)),
        v.BlockView(
            points=(
                v.PointView(
                    title=NASTY,
                    mark=NASTY,
                    facts=FACTS,
                    body=PROSE,
                    quote=PROSE,
                    items=(NASTY,),
                    aside=FACTS[0],
                    lines=4,
                ),
            )
        ),
    ),
)

MOST: dict[str, object] = {
    "home": v.HomeView(
        name=NASTY, role=NASTY, title=NASTY, lede=NASTY, contact=LINK, actions=(LINK, LINK), availability=NASTY,
        lead=v.LeadView(
            baseline="18", result="41", name=NASTY, delta="+23", source=NASTY, link=LINK, ratio=41 / 18
        ),
        works=(CARD, CARD), works_all=LINK, works_note=NASTY, skills=SKILLS, skills_all=LINK, services=FACTS,
        services_all=LINK, about_lead=NASTY, about=PROSE, about_link=LINK,
    ),
    "work": v.WorkView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, count=NASTY, cards=(CARD, BARE), chosen=NASTY, everything=LINK,
        script={"here": NASTY},
        filters=(
            v.FilterView(
                facet="kind", label=NASTY,
                options=(
                    v.OptionView(text=NASTY, href="work/kind/mock/", value="mock", count="2", current=True),
                    v.OptionView(text="b", href="work/kind/own/", value="own", count="1"),
                ),
            ),
        ),
    ),
    "case": v.CaseView(
        title=NASTY, lede=NASTY, kind=MOCK, crumbs=CRUMBS, frames=(_art(), _file(), _art(tag="F")), facts=FACTS,
        situation_lead=NASTY, situation=PROSE, audience=PROSE, goals_caption=NASTY, goals_note=NASTY, goals=GOALS,
        tiles_note=NASTY, figures=FIGURES, caveat=PROSE,
        tiles=(
            v.TileView(name=NASTY, result="58.000", baseline="42.000", delta="+1", period=NASTY, source=NASTY),
            v.TileView(name="a", result="1"),
        ),
        approach=(v.StepView(title=NASTY, why=PROSE), v.StepView(title="b")), samples_note=NASTY, samples=SAMPLES,
        worked=(NASTY,), change=(NASTY,), quote=v.QuoteView(text=NASTY, by=NASTY), skills=(LINK,), tools=("CapCut",),
        links=(LINK,), downloads=(LINK,), next=NEXT,
    ),
    "campaign": v.CampaignView(
        title=NASTY, lede=NASTY, kind=MOCK, crumbs=CRUMBS, frames=(_art(tag="F"),), facts=FACTS, brief=SECTIONS,
        goals=GOALS, goals_note=NASTY, audiences=(v.AudienceView(name=NASTY, facts=FACTS, body=PROSE),),
        channels=(v.ChannelRow(name=NASTY, role=NASTY, formats=NASTY, rhythm=NASTY),), posts_title=NASTY,
        posts_note=NASTY, posts=POSTS, months=(MONTH,), jumps=(LINK,), filters=CHANNELS, listing=PLAN, chain=NASTY,
        lessons=(replace(PART, id="lesson"),), files=(LINK,),
        parts=(PART, v.PartView(id="b", title="b", blocks=(v.BlockView(body="b"),))),
        sections=(v.SectionView(id="after", title=NASTY, body=PROSE),), disclaimer=NASTY, downloads=(LINK,), next=NEXT,
    ),
    "skills": v.SkillsView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, levels=FACTS * 4, downloads=(LINK,), sources=SOURCES,
        groups=(v.SkillGroupView(id="plan", title=NASTY, note=NASTY, skills=SKILLS),),
    ),
    "checklist": v.ChecklistView(
        id="new-hire", title=NASTY, total="3", total_label="taken", lede=NASTY, crumbs=CRUMBS, facts=FACTS,
        actions=(LINK, LINK), sources=SOURCES, signs=(v.SignView(role=NASTY, note=NASTY), v.SignView(role="b")),
        sign_note=NASTY, tick=TICK, phases=(v.PhaseView(id="week-1", title=NASTY, count="3", note=NASTY, tasks=TASKS),),
    ),
    "roles": v.RolesView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, roles=ROLES, tasks_caption=NASTY, tasks_note=NASTY,
        tasks=(v.RoleTaskRow(name=NASTY, cells=tuple(v.LevelView(level=i, label=NASTY) for i in (0, 2, 3))),),
        dimensions=(v.TextRow(name=NASTY, cells=(NASTY, "b", "c")),), dimensions_caption=NASTY,
        decisions=(v.DecisionRow(situation=NASTY, advice=NASTY, why=NASTY),), decisions_caption=NASTY,
        career=(v.CareerStep(title=NASTY, period=NASTY, detail=PROSE), v.CareerStep(title="b")), sections=SECTIONS,
        downloads=(LINK,), sources=SOURCES,
    ),
    "salaries": v.SalariesView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, note=PROSE, gap=PROSE, table=TABLE, table_caption=NASTY,
        groups=(
            v.SalaryGroupView(
                id="fr", title=NASTY, note=NASTY,
                rows=tuple(
                    v.SalaryRow(
                        title=NASTY, ends=NASTY, wide=_RANGE.wide, narrow=_RANGE.narrow, age=STATES[1], note=NASTY,
                        confidence=NASTY, source=source,
                    )
                    for source in SOURCES
                ),
            ),
        ),
    ),
    "index": v.IndexView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, empty=NASTY, after=PROSE,
        items=(
            v.ItemView(title=NASTY, href="guides/a/", summary=NASTY, meta=NASTY, kind=MOCK, downloads=(LINK,)),
            v.ItemView(title="b"),
        ),
    ),
    "about": v.AboutView(
        title=NASTY, name=NASTY, role=NASTY, lead=NASTY, portrait=_file(), actions=(LINK, LINK), story=PROSE,
        facts=FACTS, skills=SKILLS, skills_all=LINK, downloads=(LINK,),
    ),
    "services": v.ServicesView(
        title=NASTY, lede=NASTY, actions=(LINK,),
        offers=(
            v.OfferView(
                id="service-plan", name=NASTY, description=PROSE, price=NASTY, more=LINK,
                proofs=(v.ProofView(link=LINK, kind=MOCK, result="18 → 41", result_name=NASTY),),
            ),
            v.OfferView(id="service-film", name="b", description="c"),
        ),
    ),
    "contact": v.ContactView(
        title=NASTY, lede=NASTY, email=LINK, phone=LINK, facts=FACTS, links_label=NASTY, links=(LINK,),
        first_message=PROSE,
    ),
    "guide": v.GuideView(
        title=NASTY, lede=NASTY, crumbs=CRUMBS, facts=FACTS, downloads=(LINK,), contents=(LINK,), sections=SECTIONS
    ),
}  # fmt: skip

BLOCKS: dict[str, object] = {
    "salaries": MOST["salaries"],
    "roles": MOST["roles"],
    "checklist": MOST["checklist"],
    "skills": MOST["skills"],
    "works": MOST["work"],
}
