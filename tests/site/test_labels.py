"""Every choice that content can make has a word in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest

from smm_portfolio.content.kinds.campaign import Funnel, PostStatus
from smm_portfolio.content.kinds.case_study import CaseKind, Permission
from smm_portfolio.content.kinds.checklist import Owner, TaskCategory
from smm_portfolio.content.kinds.profile import LanguageLevel
from smm_portfolio.content.kinds.salary_table import GrossNet, SalaryPeriod
from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.learning import CampaignPart, Urgency
from smm_portfolio.content.values.media import ContentFormat, Motif, Platform
from smm_portfolio.content.values.response import CrisisGrade, Moderation, Priority
from smm_portfolio.content.values.source import Confidence
from smm_portfolio.site.artwork import MOTIFS
from smm_portfolio.site.pictures import FORMATS

SECTIONS = ("site", "terms", "pages", "tick", "assess")
GROUPS: dict[str, type[StrEnum]] = {
    "kinds": CaseKind,
    "permissions": Permission,
    "platforms": Platform,
    "formats": ContentFormat,
    "owners": Owner,
    "categories": TaskCategory,
    "salary_periods": SalaryPeriod,
    "gross": GrossNet,
    "confidence": Confidence,
    "funnel": Funnel,
    "post_status": PostStatus,
    "language_levels": LanguageLevel,
    "priorities": Priority,
    "moderation": Moderation,
    "crisis_levels": CrisisGrade,
    "urgency": Urgency,
    "campaign_parts": CampaignPart,
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_every_choice_has_a_word(group: str, language: str) -> None:
    assert set(labels(language)["terms"][group]) == {one.value for one in GROUPS[group]}


def test_languages_have_the_same_labels_with_the_same_placeholders() -> None:
    """A label that one language lacks would stop its build, a placeholder would show on the page."""
    dutch, english = ({**dict(_flat({name: labels(code)[name] for name in SECTIONS}))} for code in ("nl", "en"))
    assert set(dutch) == set(english)
    for key, text in dutch.items():
        assert _placeholders(text) == _placeholders(english[key]), key


def test_every_format_has_a_frame_and_every_subject_a_drawing() -> None:
    assert set(FORMATS) == set(ContentFormat)
    assert {motif.value for motif in Motif} <= set(MOTIFS)


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat(one, f"{path}.{key}")
    elif isinstance(value, list):
        yield f"{path}[{len(value)}]", " ".join(value)
    else:
        yield path, str(value)


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
