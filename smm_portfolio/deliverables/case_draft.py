"""A finished campaign as a case study of kind mock: the same words, every figure still called simulated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.content.values.text import Text
from smm_portfolio.deliverables.written import as_yaml, plain
from smm_portfolio.problems import Problem, UserError

SAMPLES = 6
"""Posts that the case shows: a gallery, no archive."""
STEPS = 4
"""Decisions that it tells."""


def case_draft(entry: Entry[Campaign], languages: Iterable[str]) -> str:
    """The case study as YAML, to be read over and completed.

    Args:
        entry: the campaign; it needs a report.
        languages: of the project.

    Raises:
        UserError: there is no report, so there are no results.
    """
    campaign, spoken = entry.model, tuple(languages)
    if campaign.report is None:
        message = "this campaign has no report, so there are no results to tell"
        fix = "Add report: with the simulated results, as the handbook shows, and try again."
        raise UserError([Problem("SMM142", message, fix, file=entry.file)])
    data = {**_head(campaign, spoken), **_story(campaign, spoken), **_proof(campaign, spoken)}
    return "# yaml-language-server: $schema=../../schema/case_study.schema.json\n" + as_yaml(data)


def _head(campaign: Campaign, spoken: tuple[str, ...]) -> dict[str, Any]:
    sector = campaign.brand.sector
    return {
        "title": campaign.title,
        "kind": "mock",
        "permission": "public",
        "client": {"name": campaign.brand.name},
        "summary": campaign.summary,
        "sector": sector if sector is not None else _ours(spoken, "sector", marked=True),
        "role": _ours(spoken, "role"),
        "period": campaign.period,
        **({"budget": campaign.budget} if campaign.budget else {}),
        "platforms": list(dict.fromkeys(one.platform for one in campaign.channels)),
        "formats": list(dict.fromkeys(one.format for one in campaign.posts)),
    }


def _story(campaign: Campaign, spoken: tuple[str, ...]) -> dict[str, Any]:
    brief = campaign.brief
    first = brief.objectives[0]
    read = first.baseline_period.end if first.baseline_period else campaign.period.start
    steps = [{"title": brief.message, "why": brief.insight}]
    steps += [{"title": one.name, "why": one.description} for one in campaign.pillars]
    return {
        "situation": {"lead": brief.business_goal, "text": campaign.brand.description, "date": read},
        "goals": [_goal(one, campaign, spoken) for one in brief.objectives if _measured(campaign, one)],
        "approach": steps[:STEPS],
        "samples": [
            {
                "platform": post.platform,
                "format": post.format,
                "date": post.date,
                "caption": _line(post.text),
                "alt": post.alt,
                "art": post.art or campaign.art,
                **({"picture": post.picture} if post.picture else {}),
            }
            for post in [one for one in campaign.posts if one.preview][:SAMPLES]
        ],
    }


def _proof(campaign: Campaign, spoken: tuple[str, ...]) -> dict[str, Any]:
    report = campaign.report
    assert report is not None
    worked = [one.why for one in report.best]
    change = [one.action for one in report.findings]
    lessons = {name: texts for name, texts in (("worked", worked), ("change", change)) if texts}
    return {
        "results": [_simulated(one, spoken) for one in report.results],
        "caveat": _ours(spoken, "caveat"),
        **({"lessons": lessons} if lessons else {}),
        "art": campaign.art,
    }


def _measured(campaign: Campaign, objective: Metric) -> bool:
    """Whether the report has a result for it: a case study may not set a goal that nobody measured."""
    report = campaign.report
    return report is not None and objective.metric in {one.metric for one in report.results}


def _goal(objective: Metric, campaign: Campaign, spoken: tuple[str, ...]) -> dict[str, Any]:
    target = objective.amount(objective.target)
    name = objective.label or objective.definition.name
    by = objective.period.end if objective.period else campaign.period.end
    found: dict[str, Any] = {"text": _worded(name, spoken), "metric": objective.metric}
    return {**found, **({"target": target} if target is not None else {}), "by": by}


def _worded(name: Text, spoken: tuple[str, ...]) -> dict[str, str]:
    return {one: str(labels(one)["pages"]["campaigns"]["case"]["goal"]).format(name=name.pick(one)) for one in spoken}


def _simulated(metric: Metric, spoken: tuple[str, ...]) -> dict[str, Any]:
    """A result whose source says that nobody measured it."""
    written: dict[str, Any] = plain(metric)
    return {**written, "source": {"name": _ours(spoken, "source")}}


def _ours(spoken: tuple[str, ...], key: str, *, marked: bool = False) -> dict[str, str]:
    """A text of ours in every language of the project; a marked one has to be replaced before anything is published."""
    found = {}
    for one in spoken:
        words = str(labels(one)["pages"]["campaigns"]["case"][key])
        found[one] = f"{labels(one)['preview']['marker']} {words}" if marked else words
    return found


def _line(text: Text) -> dict[str, str] | str:
    """A post's text on one line, cut after the first paragraph: the start of it, as the gallery shows."""
    texts = {language: " ".join(words.split("\n\n")[0].split()) for language, words in text.variants().items()}
    return texts[""] if set(texts) == {""} else texts
