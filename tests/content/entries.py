"""The smallest complete entry of every kind, to break one thing at a time."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from smm_portfolio.content.loader import load
from smm_portfolio.problems import Problem

CASE: dict[str, Any] = {
    "title": "From two to ten",
    "kind": "own",
    "permission": "public",
    "summary": "More orders.",
    "sector": "Food",
    "role": "Everything",
    "period": "2026-03",
    "platforms": ["instagram"],
    "situation": {"text": "It was quiet.", "date": "2026-02-28"},
    "goals": [{"text": "More orders", "metric": "conversions", "target": "10"}],
    "approach": [{"title": "Film", "why": "It shows the bread."}],
    "results": [{"metric": "conversions", "baseline": "2", "result": "10"}],
}
SKILLS: dict[str, Any] = {
    "type": "skill",
    "title": "Skills",
    "summary": "What one can do.",
    "levels": [
        {"id": "basic", "name": "Basic", "description": "Knows it."},
        {"id": "sure", "name": "Sure", "description": "Does it."},
    ],
    "groups": [{"id": "write", "name": "Write", "items": [{"id": "caption", "name": "Captions", "level": "basic"}]}],
}
TASK: dict[str, Any] = {
    "id": "laptop",
    "title": "Laptop ready",
    "done": "It starts.",
    "owner": "it",
    "due": "start - 3 days",
    "category": "it",
}
TASKS: dict[str, Any] = {
    "type": "onboarding",
    "title": "First month",
    "summary": "What to do.",
    "phases": [{"id": "before", "name": "Before", "tasks": [TASK]}],
}
ROLES: dict[str, Any] = {
    "title": "Manager or specialist",
    "summary": "Whom to hire.",
    "roles": [
        {"id": "manager", "name": "Manager", "focus": "Overview", "tasks": ["Plan"]},
        {"id": "specialist", "name": "Specialist", "focus": "Depth", "tasks": ["Make"]},
    ],
    "dimensions": [
        {"id": "plan", "name": "Plan", "values": {"manager": {"text": "Much"}, "specialist": {"text": "Little"}}}
    ],
}
SALARIES: dict[str, Any] = {
    "title": "Pay",
    "summary": "What people earn.",
    "rows": [
        {
            "region": "Netherlands",
            "role": "Manager",
            "level": "junior",
            "low": "30000",
            "high": "40000",
            "currency": "EUR",
            "period": "year",
            "year": "2025",
            "source": {"name": "CBS"},
            "confidence": "high",
        }
    ],
}
GUIDE: dict[str, Any] = {
    "title": "Welcome",
    "summary": "For a new hire.",
    "version": "1.0",
    "date": "2026-01-05",
    "sections": [{"title": "Hello", "text": "Good to have you."}],
}
CAMPAIGN: dict[str, Any] = {
    "title": "Spring",
    "summary": "A mock campaign.",
    "brand": {"name": "Bremmer", "description": "Coats."},
    "period": "2026-03-01..2026-05-31",
    "brief": {
        "business_goal": "Sell more",
        "objectives": [{"metric": "er_reach", "target": "5"}],
        "insight": "Rain sells coats.",
        "message": "Stay dry",
        "tone": "Plain",
        "call_to_action": "Come and see",
    },
    "audiences": [{"name": "Cyclists", "description": "In town."}],
    "channels": [{"platform": "instagram", "funnel": "awareness", "job": "Show"}],
    "posts": [
        {
            "id": "post-1",
            "title": "The coat",
            "date": "2026-03-05",
            "time": "09:30",
            "platform": "instagram",
            "format": "feed",
            "text": "A coat.",
            "alt": "A coat on a hook",
        }
    ],
    "art": {"motif": "coat"},
}
PROFILE: dict[str, Any] = {"name": "Mila Groen", "role": "Social media manager", "headline": "Content that sells."}
SOURCES: dict[str, Any] = {"sources": {"cbs-2025": {"name": "CBS"}}}

PLACES: dict[str, tuple[str, dict[str, Any]]] = {
    "case_study": ("site_src/cases/case.yml", CASE),
    "skill_checklist": ("checklists/skills.yml", SKILLS),
    "onboarding_checklist": ("checklists/tasks.yml", TASKS),
    "role_comparison": ("site_src/roles/roles.yml", ROLES),
    "salary_table": ("site_src/salaries/pay.yml", SALARIES),
    "guide": ("site_src/guides/welcome.yml", GUIDE),
    "campaign": ("site_src/campaigns/spring.yml", CAMPAIGN),
    "profile": ("site_src/profile.yml", PROFILE),
    "sources": ("site_src/sources.yml", SOURCES),
}
"""Where an entry of each kind lies, and a sound one."""


def changed(entry: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A copy of an entry with some keys changed; ``...`` removes a key, ``a__0__b`` reaches inside."""
    made = copy.deepcopy(entry)
    for name, value in changes.items():
        *way, last = (int(step) if step.isdigit() else step for step in name.split("__"))
        inside: Any = made
        for step in way:
            inside = inside[step]
        if value is ...:
            del inside[last]
        else:
            inside[last] = value
    return made


def typed(data: Any) -> str:
    """Data as an author would type it."""
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def found(root: Path) -> list[tuple[str, str]]:
    """Code and path of every problem of a project."""
    return [(problem.code, problem.path) for problem in problems(root)]


def problems(root: Path) -> list[Problem]:
    """Every problem of the content of a project."""
    return load(root).problems
