"""``make bench-packs``: packs for a thousand people, against a loop of WeasyPrint calls and a loop of Typst calls.

Everybody makes the same guide, this project's own onboarding guide in Dutch, with one person's name and dates in it.
WeasyPrint lays out our own templates for each person, as a project without this tool would; Typst gets the words of the
finished guide page by page, without fields, drawings and tables, which is less work than the real document.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import typst

from smm_portfolio.content.loader import load
from smm_portfolio.hosts.session import Dressed, dress
from smm_portfolio.packs.layout import Own, layout
from smm_portfolio.packs.people import Person, read_people
from smm_portfolio.packs.plan import Plan, group_of, make_plan, rules_of
from smm_portfolio.packs.run import PackRequest, make_packs
from smm_portfolio.packs.tables import read_table
from smm_portfolio.packs.values import Schedule, Writer
from smm_portfolio.print.engine import render

REPO = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 12, 1)
GUIDE = "new-hire"


@dataclass(frozen=True, slots=True)
class Rate:
    """Packs a second of one way to make them."""

    name: str
    per_second: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000, help="packs that we make")
    parser.add_argument("--loop", type=int, default=8, help="packs that WeasyPrint and Typst make in their loops")
    parser.add_argument("--memory", type=int, nargs=2, default=(100, 2000), help="two sizes to compare memory at")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        _once(options.once)
        return
    with tempfile.TemporaryDirectory(prefix="smm-bench-") as name:
        folder = Path(name)
        rates = _rates(folder, options.people, options.loop)
        memory = [(count, _memory(folder, count)) for count in options.memory]
    ours = rates[0].per_second
    sys.stdout.write(f"{options.people} people, one guide; ratio = our rate / this rate\n\n")
    for rate in rates:
        sys.stdout.write(f"{rate.name:58} {rate.per_second:8.2f}/s {ours / rate.per_second:8.1f}\n")
    for count, peak in memory:
        sys.stdout.write(f"peak memory of smm pack at {count:5} people {peak:16.0f} MB\n")


def write_list(path: Path, count: int) -> Path:
    """A list of people whose names, dates, managers and buddies differ."""
    names = ("Łukasz Nowák", "Noor de Vries", "Élodie Dupont", "Jan Žižek", "Hülya Yılmaz", "Tess Ó Briain")
    lines = ["Naam;Startdatum;Rol;Leidinggevende;Buddy"]
    for number in range(count):
        day = dt.date(2027, 1, 4) + dt.timedelta(days=number % 150)
        lines.append(f"{names[number % 6]} {number};{day};manager;Ilse Bakker {number % 9};Bas {number % 31}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _silent(stage: str, total: int) -> Callable[[int], None]:
    del stage, total
    return lambda done: None


def _project() -> Dressed:
    return dress(load(REPO))


def _make(dressed: Dressed, people: Path, out: Path, cache: Path) -> None:
    request = PackRequest(GUIDE, out, TODAY, people, owners=False, calendars=False, cache=cache)
    make_packs(request, dressed.library, dressed.look, dressed.fonts, _silent)


def _rates(folder: Path, people: int, loop: int) -> list[Rate]:
    dressed = _project()
    listed = write_list(folder / "people.csv", people)
    plan = make_plan(GUIDE, dressed.library, dressed.look, dressed.fonts)
    some = list(read_people(read_table(listed), rules_of(plan)).people[: loop + 1])
    documents = _laid_out(plan, some)
    first = next(documents)  # imports and caches warm for all
    return [
        Rate(
            "smm pack, its one layout included",
            _timed(lambda: _make(dressed, listed, folder / "packs", folder / "none"), people),
        ),
        Rate(
            "smm pack, layout from the cache",
            _timed(lambda: _make(dressed, listed, folder / "again", folder / "none"), people),
        ),
        Rate("WeasyPrint for each person", _timed(lambda: list(documents), loop)),
        _typst(folder, first, some[1:]),
    ]


def _timed(work: Callable[[], object], count: int) -> float:
    start = time.perf_counter()
    work()
    return count / (time.perf_counter() - start)


def _laid_out(plan: Plan, people: list[Person]) -> Iterator[bytes]:
    writer = Writer(plan, Schedule(plan))
    for person in people:
        group = group_of(person, plan)
        sheet = layout(plan, group, writer)
        values = writer.values(person, {"cover.name": None, **sheet.dues})
        result = render(layout(plan, group, writer, Own(person.name, values, frozenset())).job)
        if not result.ok:
            raise SystemExit(str(result.problems))
        yield result.pdf


def _typst(folder: Path, pdf: bytes, people: list[Person]) -> Rate:
    source = folder / "guide.typ"
    source.write_text(_typst_source(pdf), encoding="utf-8")
    compiler = typst.Compiler(str(source), ignore_system_fonts=True)

    def compile_one(person: Person) -> bytes:
        made: bytes = compiler.compile(
            format="pdf", sys_inputs={"name": person.name, "start": person.says("start")}, pdf_standards="ua-1"
        )
        return made

    compile_one(people[0])
    pages = len(pypdfium2.PdfDocument(io.BytesIO(pdf)))
    return Rate(
        f"Typst for each person ({pages} pages of words only)", _timed(lambda: [*map(compile_one, people)], len(people))
    )


def _typst_source(pdf: bytes) -> str:
    """The words of a guide, page by page, with the person at the top of each."""
    head = '#set document(title: "Inwerkgids")\n#set text(lang: "nl", size: 9pt)\n#set page(footer: sys.inputs.name)\n'
    parts = [head]
    for number, page in enumerate(pypdfium2.PdfDocument(io.BytesIO(pdf)), 1):
        words = page.get_textpage().get_text_range().replace("\r", "").replace("\ufffe", "")
        safe = "".join(f"\\{char}" if char in "\\#$*_`<>@~=-+/[]\"'" else char for char in words)
        parts.append(
            f"{'#pagebreak()' if number > 1 else ''}\n= Deel {number}\n#sys.inputs.name, #sys.inputs.start\n\n{safe}\n"
        )
    return "".join(parts)


def _memory(folder: Path, count: int) -> float:
    """Peak memory of a run in a process of its own, in MB."""
    people = write_list(folder / f"{count}.csv", count)
    subprocess.run([sys.executable, "-m", "bench.packs", "--once", str(people)], cwd=REPO, check=True)
    kilobytes = float((folder / f"{count}.txt").read_text(encoding="utf-8"))
    return kilobytes / 1024


def _once(people: Path) -> None:
    _make(_project(), people, people.with_suffix(".packs"), people.parent / "none")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    people.with_suffix(".txt").write_text(str(peak), encoding="utf-8")


if __name__ == "__main__":
    main()
