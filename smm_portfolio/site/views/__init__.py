"""What each web page shows: frozen values, texts picked for one language, numbers already formatted.

Why: templates hold loops and conditions only, so whatever a page says can be read and tested here,
without any HTML.

Conventions
    href      path from the root of this language's site (``work/korenmaat/``), or ``#part``, ``mailto:…``,
              ``https://…``; templates make it relative to the page with the filter ``url``.
    prose     Markdown, shown through the filter ``prose``; every other ``str`` is plain text and is escaped.
    ""        absent; a template leaves the element out.
"""

from __future__ import annotations

from smm_portfolio.site.views.campaign import (
    AudienceView,
    CampaignView,
    ChannelRow,
    DayView,
    EventView,
    MonthView,
    PostView,
)
from smm_portfolio.site.views.case import (
    CaseView,
    GoalRow,
    NextView,
    QuoteView,
    SampleView,
    StepView,
    TileView,
)
from smm_portfolio.site.views.checklists import (
    ChecklistView,
    PersonView,
    PhaseView,
    SignView,
    SkillGroupView,
    SkillsView,
    TaskView,
    TickView,
)
from smm_portfolio.site.views.index import (
    GuideView,
    IndexView,
    ItemView,
)
from smm_portfolio.site.views.parts import (
    CrumbsView,
    FactView,
    FigureView,
    Format,
    KindId,
    KindView,
    LinkView,
    PictureView,
    Ratio,
    Room,
    SectionView,
    SourceView,
    StateId,
    StateView,
    TableView,
)
from smm_portfolio.site.views.roles import (
    CareerStep,
    DecisionRow,
    LevelView,
    RoleSummary,
    RolesView,
    RoleTaskRow,
    SalariesView,
    SalaryGroupView,
    SalaryRow,
    TextRow,
)
from smm_portfolio.site.views.work import (
    CardView,
    FilterView,
    HomeView,
    LeadView,
    SkillView,
    WorkView,
)

__all__ = [
    "AudienceView",
    "CampaignView",
    "CardView",
    "CareerStep",
    "CaseView",
    "ChannelRow",
    "ChecklistView",
    "CrumbsView",
    "DayView",
    "DecisionRow",
    "EventView",
    "FactView",
    "FigureView",
    "FilterView",
    "Format",
    "GoalRow",
    "GuideView",
    "HomeView",
    "IndexView",
    "ItemView",
    "KindId",
    "KindView",
    "LeadView",
    "LevelView",
    "LinkView",
    "MonthView",
    "NextView",
    "PersonView",
    "PhaseView",
    "PictureView",
    "PostView",
    "QuoteView",
    "Ratio",
    "RoleSummary",
    "RoleTaskRow",
    "RolesView",
    "Room",
    "SalariesView",
    "SalaryGroupView",
    "SalaryRow",
    "SampleView",
    "SectionView",
    "SignView",
    "SkillGroupView",
    "SkillView",
    "SkillsView",
    "SourceView",
    "StateId",
    "StateView",
    "StepView",
    "TableView",
    "TaskView",
    "TextRow",
    "TickView",
    "TileView",
    "WorkView",
]
