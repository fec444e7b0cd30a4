"""Small onboarding checklists for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smm_portfolio.content.kinds.checklist import OnboardingChecklist


def checklist(
    dues: Mapping[str, str],
    *,
    depends: Mapping[str, Sequence[str]] | None = None,
    closed_days: str = "next",
) -> OnboardingChecklist:
    """A checklist of one phase: due dates by task id, dependencies by task id."""
    tasks = [
        {
            "id": name,
            "title": f"Task {name}",
            "done": "It works.",
            "owner": "hire",
            "due": due,
            "category": "work",
            "depends_on": list((depends or {}).get(name, ())),
        }
        for name, due in dues.items()
    ]
    return OnboardingChecklist.model_validate(
        {
            "type": "onboarding",
            "title": "Plan",
            "summary": "A plan.",
            "closed_days": closed_days,
            "phases": [{"id": "all", "name": "All", "tasks": tasks}],
        }
    )
