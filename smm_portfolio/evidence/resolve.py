"""A case study whose results name exports into one with ordinary figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from smm_portfolio.content.kinds.case_study import CaseStudy, Permission, Sample
from smm_portfolio.content.metrics import Unit
from smm_portfolio.content.resolving import Resolved
from smm_portfolio.content.values.base import Broken, Model, UnknownValueError, known
from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.content.values.evidence import Evidence
from smm_portfolio.content.values.metric import Figure, Metric
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.source import Cite, Source
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.evidence.cells import is_money
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.formats import spec_of
from smm_portfolio.evidence.observations import Export, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.reading.tables import MAX_BYTES
from smm_portfolio.evidence.series import series
from smm_portfolio.evidence.totals import Total, needed, total
from smm_portfolio.problems import Problem, Severity

T = TypeVar("T")


def resolve_case(entry: Model, root: Path, docs: Path, languages: tuple[str, ...]) -> Resolved:
    """Compute what a case study takes from exports; any other entry stays as it is.

    Args:
        entry: a case study, possibly with values that could not be read.
        root: the project folder, for the names of files in problems.
        docs: the docs folder, in which exports lie.
        languages: the project's languages.

    Returns:
        The case with ordinary metrics, what is wrong in it, and what is wrong in the exports. A result that cannot be
        computed keeps its file and has no figure.
    """
    if not isinstance(entry, CaseStudy):
        return Resolved(entry)
    work = _Work(entry, root, docs, languages)
    changed: dict[str, Any] = {}
    for name, step in (("results", work.results), ("samples", work.samples), ("data", work.data)):
        value = _readable(step)
        if value is not None:
            changed[name] = value
    return Resolved(entry.model_copy(update=changed), tuple(work.broken), tuple(work.problems))


def _readable(step: Callable[[], T]) -> T | None:
    """What a step gives; None where a value that it needs could not be read, which is reported already."""
    try:
        return step()
    except UnknownValueError:
        return None


@dataclass(slots=True)
class _Work:
    case: CaseStudy
    root: Path
    docs: Path
    languages: tuple[str, ...]
    broken: list[Broken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: dict[str, Export | None] = field(default_factory=dict)

    @property
    def public(self) -> bool:
        """Whether names of files may be shown."""
        return self.case.permission is Permission.PUBLIC

    def results(self) -> tuple[Metric, ...]:
        """The results, computed where they name a file."""
        return tuple(self._metric(one, ("results", place)) for place, one in enumerate(self.case.results))

    def samples(self) -> tuple[Sample, ...]:
        """The samples with their figures."""
        return tuple(self._sample(one, place) for place, one in enumerate(self.case.samples))

    def _sample(self, sample: Sample, place: int) -> Sample:
        if not known(sample) or sample.result is None:
            return sample
        return sample.model_copy(update={"result": self._metric(sample.result, ("samples", place, "result"))})

    def data(self) -> tuple[DataFile, ...]:
        """The entries on exports: none in a case that must not name its files."""
        used = {name for one in self.case.results for name in one.file}
        used |= {name for one in self.case.samples if one.result for name in one.result.file}
        for place, hints in enumerate(self.case.data):
            if hints.file not in used:
                self.broken.append(
                    Broken(
                        "SMM030",
                        f"no result uses {hints.file}",
                        f"Add file: {hints.file} to a result, or remove the entry.",
                        ("data", place, "file"),
                        Severity.WARNING,
                    )
                )
        return self.case.data if self.public else ()

    # One result

    def _metric(self, metric: Metric, path: DataPath) -> Metric:
        try:
            return self._computed(metric, path) if known(metric) and metric.file else metric
        except UnknownValueError:
            return metric

    def _computed(self, metric: Metric, path: DataPath) -> Metric:
        if self._contradicts(metric, path):
            return metric
        found = [self._export(name, (*path, "file")) for name in metric.file]
        exports = [one for one in found if one is not None]
        if len(exports) != len(found) or not self._all_useful(metric, exports, path):
            return metric
        try:
            after = total(metric.metric, exports, _span(metric.period))
            before = None
            if metric.baseline is None and metric.baseline_period is not None:
                before = total(metric.metric, exports, _span(metric.baseline_period))
        except CannotTellError as error:
            self.broken.append(Broken(error.code, error.message, error.fix, (*path, "file")))
            return metric
        self._warn_of_days_to_come(metric, path)
        currency = self._currency(metric, exports, path)
        return metric.computed(
            self._evidence(metric, exports, before, after),
            result=after.figure,
            baseline=before.figure if before else metric.baseline,
            target=_as_measured(metric.target, after.figure),
            period=metric.period or Period(start=after.span.first, end=after.span.last),
            currency=currency or metric.currency,
            source=self._source(metric),
        )

    def _warn_of_days_to_come(self, metric: Metric, path: DataPath) -> None:
        """Posts and ads do not say which days a file covers, but none covers days after it was made."""
        days = [self._hints(name).exported for name in metric.file]
        last = max((day for day in days if day is not None), default=None)
        if None not in days and last is not None and metric.period is not None and metric.period.end > last:
            told = f"the file was exported on {last}, and the period goes on until {metric.period.end}"
            fix = "Export again, end the period earlier, or correct exported under data."
            self.broken.append(Broken("SMM045", told, fix, (*path, "period"), Severity.WARNING))

    def _contradicts(self, metric: Metric, path: DataPath) -> bool:
        wrong = []
        if metric.result is not None:
            wrong.append(("result", "the result is computed from the file", "Remove result, or remove file."))
        if metric.source is not None:
            wrong.append(("source", "the file is the source", "Remove source; name: under data changes its name."))
        if metric.series:
            wrong.append(("series", "the course is read from the file", "Remove series, or remove file."))
        if metric.baseline_period is not None and metric.period is None:
            wrong.append(("baseline_period", "the result needs its period, too", "Add period: 2026-03-01..2026-05-31."))
        self.broken += [Broken("SMM018", what, fix, (*path, name)) for name, what, fix in wrong]
        return bool(wrong)

    def _all_useful(self, metric: Metric, exports: Sequence[Export], path: DataPath) -> bool:
        """Whether every file says something that the metric needs; one that does not was named by mistake."""
        words = {*needed(metric.metric), "followers"} if metric.metric == "follower_growth" else needed(metric.metric)
        useful = True
        for name, export in zip(metric.file, exports, strict=True):
            says = {quantity for table in export.tables for quantity in table.quantities}
            if len(exports) > 1 and not says.intersection(words) and metric.metric != "posts_published":
                useful = False
                self.broken.append(
                    Broken(
                        "SMM045",
                        f"{name} says nothing that {metric.metric} needs ({', '.join(words)})",
                        "Remove it from file.",
                        (*path, "file"),
                    )
                )
        return useful

    def _currency(self, metric: Metric, exports: Sequence[Export], path: DataPath) -> str:
        """The currency of what the metric counts; a return is no sum of money, and compares two all the same."""
        money = {quantity for quantity in needed(metric.metric) if is_money(quantity)}
        tables = [table for export in exports for table in export.tables if money.intersection(table.quantities)]
        codes = {table.currency for table in tables} - {""}
        is_amount = metric.definition.unit is Unit.CURRENCY
        if is_amount and not codes and metric.currency is None:
            self.broken.append(
                Broken("SMM018", "the file does not say its currency", "Add currency: EUR.", (*path, "metric"))
            )
        if len(codes) > 1 or (is_amount and codes and metric.currency and metric.currency not in codes):
            said = " and ".join(sorted(codes))
            self.broken.append(
                Broken("SMM018", f"the amounts are in {said}", "Amounts are not converted.", (*path, "currency"))
            )
        return min(codes, default="") if is_amount else ""

    def _evidence(self, metric: Metric, exports: Sequence[Export], before: Total | None, after: Total) -> Evidence:
        spans = [one for one in (_span(metric.baseline_period) if before else None, _span(metric.period)) if one]
        step, points = series(metric.metric, exports, spans or [after.span], after.grain)
        return Evidence(
            grain=after.grain,
            rows=after.rows,
            baseline_rows=before.rows if before else 0,
            formats=tuple(str(export.format) for export in exports),
            files=tuple(_name(name) for name in metric.file) if self.public else (),
            step=step,
            series=points,
        )

    def _source(self, metric: Metric) -> Cite:
        """Format, file and day of the export; without the name of the file where the case is not public."""
        names = {}
        for language in self.languages:
            told: dict[str, list[str]] = {}
            for name in metric.file:
                told.setdefault(self._told(name, language), []).append(_name(name))
            with_files = (f"{said} ({', '.join(files)})" if self.public else said for said, files in told.items())
            names[language] = "; ".join(with_files)[:390]
        days = [self._hints(name).exported for name in metric.file]
        published = max((day for day in days if day is not None), default=None)
        source = Source(
            name=Text(names, self.languages[0] if self.languages else ""),
            published=published.isoformat() if published else None,
        )
        return Cite(inline=source)

    def _told(self, name: str, language: str) -> str:
        hints, export = self._hints(name), self.read[name]
        assert export is not None
        assert export.format is not None
        return (hints.name or spec_of(export.format).name).pick(language)

    # Files

    def _hints(self, name: str) -> DataFile:
        return next((one for one in self.case.data if one.file == name), DataFile(file=name))

    def _export(self, name: str, path: DataPath) -> Export | None:
        """A file, read once; None where it cannot be used, with its problems noted once."""
        if name not in self.read:
            self.read[name] = self._read(name)
        return self.read[name]

    def _read(self, name: str) -> Export | None:
        path = (self.docs / name).resolve()
        if not path.is_relative_to(self.docs) or not path.is_file():
            return None  # reported where the reference is checked
        shown = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else name
        if path.stat().st_size > MAX_BYTES:
            self.problems.append(
                Problem("SMM004", f"the file has more than {MAX_BYTES:,} bytes", "Export a shorter period.", shown)
            )
            return None
        export = read_export(path.read_bytes(), self._hints(name), shown)
        self.problems += export.problems
        return None if export.problems else export


def _span(period: Period | None) -> Span | None:
    return Span(period.start, period.end) if period else None


def _as_measured(target: Figure | None, result: Figure) -> Figure | None:
    """The target as a share of the same thing as the result: it was set for this figure."""
    if target is None or target.of or result.of is None:
        return target
    return target.model_copy(update={"of": result.of})


def _name(path: str) -> str:
    return path.rpartition("/")[2]
