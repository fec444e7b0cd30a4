"""The lines of a case study that take its figures from an export."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.content.values.period import Period
from smm_portfolio.evidence.observations import Span
from smm_portfolio.evidence.report import Findings

_MOST = 8
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_TOLD_PERIOD = frozenset({ExportFormat.YOUTUBE})
"""Exports of a period that was chosen on the screen and stands nowhere in the file."""


def snippet(findings: Findings, hints: DataFile, schema: str) -> str:
    """YAML to paste into a case study.

    Args:
        findings: what the file gives.
        hints: what is known of the file beyond itself.
        schema: path of the schema, relative to the place of the snippet.
    """
    export, file = findings.export, quoted(hints.file)
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "# To paste into a case study: keep the results that matter, the strongest first, and correct the periods.",
        "# To compare, add to a result: baseline_period: 2025-12..2026-02, and target: with the figure aimed at.",
        "data:",
        f"  - file: {file}",
        f"    format: {export.format}",
    ]
    if hints.exported:
        lines.append(f"    exported: {hints.exported.isoformat()}  # the day of the file; correct it where it is wrong")
    if hints.period:
        lines.append(f"    period: {_period(hints.period)}")
    elif export.format in _TOLD_PERIOD:
        lines.append("    # period: 2026-03-01..2026-05-31  # the period that was chosen for the export")
    return "\n".join([*lines, *results_lines(findings, file)]) + "\n"


def results_lines(findings: Findings, file: str) -> list[str]:
    """The first results that a file gives; ``file`` as YAML writes it."""
    lines = ["results:"]
    for metric, _ in findings.figures[:_MOST]:
        lines += [f"  - metric: {metric}", f"    file: {file}"]
        lines += [f"    period: {_span(findings.span)}"] if findings.span else []
    return lines


def schema_from(place: Path, project: Path) -> str:
    """The way from a file to the schema of case studies."""
    schema = project / "schema" / "case_study.schema.json"
    return Path(os.path.relpath(schema, place.parent)).as_posix()


def quoted(text: str) -> str:
    """A text as YAML takes it in one line."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _period(period: Period) -> str:
    return f"{period.start}..{period.end}"


def _span(span: Span) -> str:
    return f"{span.first}..{span.last}"
