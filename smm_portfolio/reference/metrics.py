"""The page of metrics: id, meaning, formula, unit, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smm_portfolio import resources
from smm_portfolio.content.metrics import Direction, MetricDefinition, Unit, metrics
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.reference.markdown import code, heading, page, prose, table
from smm_portfolio.reference.words import meanings

_INTRO = """\
A figure in a case study or campaign names its metric by id, so that one name always means one formula. A rate is
computed from its two parts where you give them: `result: {numerator: 2784, denominator: 58000}`. Reach is never added
up, because the same people would be counted again; rates with different lower parts are never compared."""


def metrics_page(order: int) -> str:
    """Every metric of data/metrics.yml."""
    parts = [_INTRO, heading(2, "All metrics", "all")]
    parts.append(
        table(
            ("Id", "Name", "Formula", "Unit", "Better", "May be added up"),
            [_row(key, definition) for key, definition in metrics().items()],
        )
    )
    noted = [(code(key), one.note.pick("en")) for key, one in metrics().items() if one.note is not None]
    parts += [heading(2, "To know when reading them", "notes"), table(("Id", "Note"), noted)]
    for words, title in ((Unit, "Units"), (Direction, "Directions")):
        parts += [heading(2, title, title.lower()), prose(words.__doc__)]
        parts.append(table(("Word", "Meaning"), [(code(word), text) for word, text in meanings(words).items()]))
    parts += [heading(2, "Sources", "sources"), _sources()]
    return page("Metrics", "Every metric with its formula, unit and direction.", order, parts)


def _row(key: str, one: MetricDefinition) -> tuple[str, ...]:
    return (
        f"{code(key)}{{ #{key.replace('_', '-')} }}",
        one.name.pick("en"),
        code(one.formula.pick("en")),
        code(one.unit),
        {Direction.UP: "more", Direction.DOWN: "less", Direction.CONTEXT: "depends"}[one.direction],
        "yes" if one.additive else "no",
    )


def _sources() -> str:
    document, _ = read_yaml((resources.data_dir() / "metrics.yml").read_bytes(), "metrics.yml")
    listed: Mapping[str, Mapping[str, Any]] = document.data["sources"]
    used: dict[str, list[str]] = {}
    for key, one in metrics().items():
        if one.source:
            used.setdefault(one.source, []).append(code(key))
    rows = [
        (
            f"[{source['name']}]({source['url']})",
            str(source["published"]),
            ", ".join(used.get(key, ["formulas in general"])),
        )
        for key, source in listed.items()
    ]
    return table(("Source", "Published", "Used for"), rows)
