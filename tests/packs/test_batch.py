"""A batch: everything wrong is said before anything is written; what is written is whole, resumes and repeats."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import icalendar
import page
import pikepdf
import pytest

import smm_portfolio.looks.fonts as looks_fonts
from smm_portfolio.content.library import Library
from smm_portfolio.looks import font_set, spare_fonts
from smm_portfolio.packs.manifest import FILE, JOURNAL
from smm_portfolio.packs.owners import ROWS_PER_SHEET, Duty, sheets_of
from smm_portfolio.packs.run import PackReport, PackRequest, make_packs
from smm_portfolio.problems import UserError, errors_in
from tests.looks.test_spare import tiny_font
from tests.packs.pack_project import HEADINGS, TODAY, listed, row
from tests.print.documents import shipped

Run = Callable[..., PackReport]


def silent(stage: str, total: int) -> Callable[[int], None]:
    del stage, total
    return lambda done: None


@pytest.fixture
def run(books: Library, font_cache: Path, tmp_path: Path) -> Run:
    """`run(rows, keep_going=True)` makes packs in `tmp_path / "packs"`, without owners' files unless asked."""

    def make(rows: list[str], out: str = "packs", **more: object) -> PackReport:
        request = PackRequest(
            "start", tmp_path / out, TODAY, listed(tmp_path / "people.csv", rows), owners=False, cache=font_cache
        )
        look = shipped("studio")
        return make_packs(replace(request, **more), books, look, font_set(look, font_cache), silent)

    return make


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def value(path: Path, name: str) -> str:
    with pikepdf.open(path) as document:
        return next((str(field.V) for field in document.Root.AcroForm.Fields if str(field.T) == name), "")


def text(path: Path) -> str:
    import pypdfium2

    return "\n".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(path))


def test_everybody_gets_a_pack_and_a_calendar_and_the_manifest_tells(run: Run, tmp_path: Path):
    report = run([row("Noor de Vries"), row("Bas", role="maker"), row("Eva", language="en", region="BE")])
    assert (report.made, report.layouts) == (3, 3)
    folder = tmp_path / "packs"
    manifest = json.loads((folder / FILE).read_text(encoding="utf-8"))
    assert [one["name"] for one in manifest["packs"]] == ["Noor de Vries", "Bas", "Eva"]
    found = files(folder)
    for one in manifest["packs"]:
        assert found[one["file"]] == one["sha256"]
        assert found[one["calendar"]] == one["calendar_sha256"]
    assert set(found) == {FILE, ".gitignore"} | {one[key] for one in manifest["packs"] for key in ("file", "calendar")}
    assert "\n*\n" in (folder / ".gitignore").read_text(encoding="utf-8")


def test_tasks_with_a_condition_are_for_those_who_meet_it(run: Run, tmp_path: Path):
    run([row("Noor"), row("Bas", role="Maker"), row("Eva", language="English", region="BE")])
    noor, bas, eva = (
        text(path) for path in sorted((tmp_path / "packs").glob("*.pdf"), key=lambda p: "NBE".find(p.name[6]))
    )
    assert "Camera" in bas
    assert "Camera" not in noor
    assert "Belgian rules" in eva
    assert "Belgische" not in noor + bas
    assert "alleen voor" not in bas


def test_ten_bad_rows_of_a_thousand_are_all_said_and_nothing_is_written(run: Run, tmp_path: Path):
    rows = [row(f"Persoon {n}", f"2027-03-{n % 28 + 1:02d}") for n in range(1000)]
    bad = {
        7: row("", "2027-02-01"), 99: row("Anna", "03/04/2027"), 180: row("Anna", "2027-02-30"),
        250: row("Anna", "2025-02-03"), 333: row("Anna", role="baas"), 404: row("Anna", language="fr"),
        512: row("Anna", region="XX"), 640: row("བཀྲ་ཤིས"), 777: row("Persoon 3", "2027-03-04"), 998: row("123"),
    }  # fmt: skip
    for number, text_ in bad.items():
        rows[number] = text_
    with pytest.raises(UserError) as refused:
        run(rows)
    assert [problem.line for problem in errors_in(refused.value.problems)] == [number + 2 for number in bad]
    assert not (tmp_path / "packs").exists()


def test_with_keep_going_the_good_rows_are_made_and_the_rest_listed(run: Run, tmp_path: Path):
    report = run([row("Noor"), row("Bas", "vandaag"), row("Eva")], keep_going=True)
    assert (report.made, report.left_out) == (2, 1)
    assert [problem.line for problem in errors_in(report.problems)] == [3]
    assert json.loads((tmp_path / "packs" / FILE).read_text(encoding="utf-8"))["left_out"] == [3]


def test_a_first_day_on_a_closed_day_warns_with_the_next_one(run: Run):
    report = run([row("Noor", "2027-02-19"), row("Bas", "2027-05-05", region="NL")])
    found = {problem.line: problem.message for problem in report.problems}
    assert "maandag 22 februari 2027" in found[2]
    assert len(found) == 2 or 3 not in found


def test_a_first_day_that_is_over_needs_a_word(run: Run):
    with pytest.raises(UserError, match="is over"):
        run([row("Noor", "2026-02-02")])
    assert run([row("Noor", "2026-02-02")], allow_past=True).made == 1


def test_scripts_that_a_field_cannot_shape_get_a_layout_of_their_own(run: Run, tmp_path: Path):
    names = ["محمد علي", "דנה כהן", "Jan 🎉", "W" * 100, "Noor"]
    report = run([row(name) for name in names])
    assert errors_in(report.problems) == []
    packs = json.loads((tmp_path / "packs" / FILE).read_text(encoding="utf-8"))["packs"]
    assert [one["layout"] for one in packs] == ["own"] * 4 + ["shared"]
    shown = text(tmp_path / "packs" / packs[2]["file"])
    assert "Jan" in shown
    assert value(tmp_path / "packs" / packs[0]["file"], "person.manager") == "Ilse Bakker"
    assert all(one["bytes"] < 400_000 for one in packs)


def test_who_asks_for_large_print_gets_it_and_nobody_else(run: Run, tmp_path: Path):
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfDocument

    def smallest(name: str) -> float:
        page = PdfDocument(tmp_path / "packs" / f"start-{name}-2027-02-01.pdf")[2].get_textpage()
        shown = [n for n in range(page.count_chars()) if chr(pdfium.FPDFText_GetUnicode(page, n)).strip()]
        return min(pdfium.FPDFText_GetFontSize(page, n) for n in shown) * 0.75

    text_ = "\n".join([f"{HEADINGS};Grote letters", f"{row('Noor')};ja", f"{row('Bas')};", f"{row('محمد علي')};Yes"])
    path = tmp_path / "large.csv"
    path.write_text(text_ + "\n", encoding="utf-8")
    report = run([], people=path)
    assert (report.made, report.layouts) == (3, 2)
    assert smallest("Bas") < 8
    # the dash is the tick for the hole punch, in 9 points
    assert min(smallest("Noor"), smallest("محمد-علي")) > 8.9
    drawn = value(tmp_path / "packs" / "start-Noor-2027-02-01.pdf", "task.plan.sunday.due")
    assert drawn == "ma 15 februari, 13 dagen na je eerste dag, was zondag"
    path.write_text(text_.replace(";ja", ";misschien"), encoding="utf-8")
    with pytest.raises(UserError, match="neither yes nor no"):
        run([], people=path)


@pytest.mark.parametrize("name", ["王小明", "佐藤 さくら", "김민준", "Jan 👩🏽‍💻 🇳🇱"])
def test_east_asian_names_and_emoji_are_on_every_page_in_a_font_that_has_them(run: Run, tmp_path: Path, name: str):
    run([row(name)], pattern="pack-{line}")
    pack = tmp_path / "packs" / "pack-2.pdf"
    letters = [char for char in name if char.isalpha()]
    assert all(text(pack).count(char) >= 3 for char in letters)
    assert value(pack, "person.manager") == "Ilse Bakker"
    assert pack.stat().st_size < 400_000
    found = page.validate_pdf(str(pack), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in found.failures] == []


def test_without_a_font_a_name_is_refused_with_the_way_out(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(looks_fonts, "east_asian", lambda: None)
    with pytest.raises(UserError) as refused:
        run([row("王小明"), row("བཀྲ")])
    chinese, tibetan = (problem.fix for problem in errors_in(refused.value.problems))
    assert "smm-portfolio[cjk]" in chinese
    assert "cjk" not in tibetan
    assert "folder fonts of the project" in tibetan
    assert not (tmp_path / "packs").exists()


def test_a_font_in_the_project_prints_the_name(run: Run, tmp_path: Path, books: Library, font_cache: Path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "tibetan.ttf").write_bytes(tiny_font("བཀྲ"))
    people = listed(tmp_path / "people.csv", [row("བཀྲ")])
    request = PackRequest("start", tmp_path / "packs", TODAY, people, owners=False, pattern="pack-{line}")
    look = shipped("studio")
    report = make_packs(request, books, look, font_set(look, font_cache, spare_fonts(tmp_path)), silent)
    assert errors_in(report.problems) == []
    assert "བཀྲ" in text(tmp_path / "packs" / "pack-2.pdf")


def test_unchanged_packs_are_not_made_again(run: Run, tmp_path: Path):
    rows = [row("Noor"), row("Bas"), row("Eva")]
    run(rows)
    before = files(tmp_path / "packs")
    stamp = (tmp_path / "packs" / "start-Noor-2027-02-01.pdf").stat().st_mtime_ns
    (tmp_path / "packs" / "start-Eva-2027-02-01.pdf").write_bytes(b"broken")
    again = run([*rows[1:], rows[0], row("Nieuw")], today=TODAY + dt.timedelta(days=1))
    assert (again.made, again.unchanged) == (2, 2)
    assert (tmp_path / "packs" / "start-Noor-2027-02-01.pdf").stat().st_mtime_ns == stamp
    assert files(tmp_path / "packs")["start-Eva-2027-02-01.pdf"] == before["start-Eva-2027-02-01.pdf"]


def test_who_is_no_longer_on_the_list_is_named_and_kept(run: Run, tmp_path: Path):
    run([row("Noor"), row("Bas")])
    report = run([row("Noor")])
    assert report.left_over == ["start-Bas-2027-02-01.ics", "start-Bas-2027-02-01.pdf"]
    assert all((tmp_path / "packs" / name).is_file() for name in report.left_over)
    (tmp_path / "packs" / "start-Bas-2027-02-01.ics").unlink()
    assert run([row("Noor")]).left_over == ["start-Bas-2027-02-01.pdf"]


def test_sheets_of_owners_are_laid_out_again_only_when_something_in_them_changed(run: Run, tmp_path: Path):
    rows = [row("Noor"), row("Bas", role="maker")]
    run(rows, owners=True)
    owners = tmp_path / "packs" / "owners"
    before, stamps = files(owners), {path.name: path.stat().st_mtime_ns for path in owners.iterdir()}
    (owners / "it.ics").write_bytes(b"broken")
    run([rows[0], row("Bas", "2027-03-01", role="maker")], owners=True, today=TODAY + dt.timedelta(days=1))
    after = {path.name: path.stat().st_mtime_ns for path in owners.iterdir()}
    assert {name for name in stamps if stamps[name] == after[name]} == set()
    run(rows, owners=True)
    assert files(owners) == before
    stamps = {path.name: path.stat().st_mtime_ns for path in owners.iterdir()}
    report = run([*rows, row("Eva", "2027-04-01").replace("Ilse Bakker", "Sam")], owners=True)
    after = {path.name: path.stat().st_mtime_ns for path in owners.iterdir()}
    kept = {name for name in stamps if stamps[name] == after[name]}
    assert kept == {"manager-Ilse-Bakker.ics", "manager-Ilse-Bakker.pdf", "buddy-Bas.ics", "buddy-Bas.pdf"}
    assert [extra.file for extra in report.extras] == sorted(f"owners/{name}" for name in after)
    left = run(rows, owners=True).left_over
    assert [name for name in left if "Bas" not in name] == [
        "owners/manager-Sam.ics", "owners/manager-Sam.pdf", "start-Eva-2027-04-01.ics", "start-Eva-2027-04-01.pdf"
    ]  # fmt: skip


def test_two_runs_give_the_same_files(run: Run, tmp_path: Path):
    rows = [row(f"Persoon {n}") for n in range(40)] + [row("Jan 🎉")]
    run(rows, out="one")
    run(rows, out="two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_file_names_stay_in_their_folder_and_apart(run: Run, tmp_path: Path):
    run([row("../../etc/passwd"), row("CON"), row("Ünï Çødé")], pattern="{name}")
    assert sorted(path.stem for path in (tmp_path / "packs").glob("*.pdf")) == ["CON-", "etc-passwd", "Ünï-Çødé"]
    with pytest.raises(UserError, match="would both get"):
        run([row("Noor"), row("NOOR")])
    with pytest.raises(UserError, match="pattern"):
        run([row("Noor")], pattern="{name.__class__}")


def test_calendars_hold_what_is_theirs_and_keep_their_ids(run: Run, tmp_path: Path):
    run([row("Noor")])
    path = tmp_path / "packs" / "start-Noor-2027-02-01.ics"
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {"Kennismaken", "Terugblik"}
    assert events["Terugblik"]["dtstart"].dt == dt.date(2027, 2, 15)
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    ids = {str(event["uid"]) for event in events.values()}
    run([row("Noor", "2027-03-01")], pattern="start-{name}-2027-02-01")
    moved = icalendar.Calendar.from_ical(path.read_bytes())
    assert {str(event["uid"]) for event in moved.walk("VEVENT")} == ids


def test_owners_get_a_sheet_and_a_calendar_for_all_starters(run: Run, tmp_path: Path):
    rows = [row("Noor"), row("Bas", role="maker"), row("محمد علي", "2027-03-01"), row("Eva", "2027-03-01")]
    run(rows, owners=True, workers=2)
    owners = tmp_path / "packs" / "owners"
    assert sorted(path.name for path in owners.iterdir()) == [
        "buddy-Bas.ics", "buddy-Bas.pdf", "it.ics", "it.pdf", "manager-Ilse-Bakker.ics", "manager-Ilse-Bakker.pdf",
    ]  # fmt: skip
    sheet = " ".join(text(owners / "it.pdf").split())
    assert "Taken van ICT" in sheet
    assert sheet.index("Januari 2027") < sheet.index("Noor") < sheet.index("Februari 2027")
    assert sheet.count("Laptop werkt") == 4
    calendar = icalendar.Calendar.from_ical((owners / "buddy-Bas.ics").read_bytes())
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == ["Camera ligt klaar: Bas"]


def test_a_long_list_of_an_owner_has_a_sheet_a_month_so_that_few_change():
    def duties(count: int, *extra: Duty) -> list[Duty]:
        first = dt.date(2027, 1, 4)
        found = [
            Duty(first + dt.timedelta(days=n % 80), f"Persoon {n}", f"p-{n}", ("plan", "laptop")) for n in range(count)
        ]
        return sorted([*found, *extra])

    assert [end for end, _ in sheets_of(duties(ROWS_PER_SHEET))] == [""]
    before = dict(sheets_of(duties(900)))
    assert list(before) == ["-2027-01", "-2027-02", "-2027-03"]
    after = dict(sheets_of(duties(900, Duty(dt.date(2027, 3, 1), "Nieuw", "nieuw", ("plan", "laptop")))))
    assert [end for end in before if before[end] != after[end]] == ["-2027-03"]
    long = sheets_of(duties(3000))
    assert [end for end, _ in long][:3] == ["-2027-01-1", "-2027-01-2", "-2027-01-3"]
    assert [duty for _, rows in long for duty in rows] == duties(3000)


def test_the_file_for_the_printer_starts_each_pack_on_an_odd_page(run: Run, tmp_path: Path):
    run([row("Noor"), row("Jan 🎉")], print_file=True)
    path = tmp_path / "packs" / "print" / "print-001.pdf"
    with pikepdf.open(path) as document:
        starts = [n for n, one in enumerate(document.pages) if one.get("/Contents") and _is_cover(path, n)]
        assert len(document.pages) % 2 == 0
        assert str(document.docinfo["/Title"]) == "Pakketten om te printen, niet voor het scherm: 2"
        assert str(document.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
        assert not any("/Annots" in one and one.Annots and _widgets(one) for one in document.pages)
    assert len(starts) == 2
    assert all(start % 2 == 0 for start in starts)
    assert "Noor" in text(path)


def _widgets(one: pikepdf.Page) -> list[object]:
    return [annotation for annotation in one.Annots if annotation.get("/Subtype") == "/Widget"]


def _is_cover(path: Path, number: int) -> bool:
    import pypdfium2

    return "De eerste tijd" in pypdfium2.PdfDocument(path)[number].get_textpage().get_text_range()


SCRIPT = """
import datetime as dt, sys, time
from pathlib import Path
from smm_portfolio.content.loader import load
from smm_portfolio.looks import font_set
from smm_portfolio.packs.run import PackRequest, make_packs
from tests.print.documents import shipped

def begin(stage, total):
    print("begin", flush=True)
    return lambda done: time.sleep(0.5)  # so that it is at work when it is interrupted

if __name__ == "__main__":
    root, cache, folder, people = map(Path, sys.argv[1:5])
    look = shipped("studio")
    today = dt.date(2026, 11, 23)
    request = PackRequest("start", folder, today, people, owners=False, cache=cache, workers=1)
    make_packs(request, load(root).library, look, font_set(look, cache), begin)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_batch_leaves_whole_files_and_goes_on(
    run: Run, books: Library, font_cache: Path, tmp_path: Path, repo_root: Path, how: signal.Signals
):
    rows = [row(f"Persoon {n}", f"2027-02-{n % 28 + 1:02d}") for n in range(600)]
    run(rows, out="whole")
    whole = files(tmp_path / "whole")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    folder = tmp_path / "packs"
    words = [str(one) for one in (script, books.root, font_cache, folder, tmp_path / "people.csv")]
    environment = {**os.environ, "PYTHONPATH": str(repo_root)}
    started = subprocess.Popen(
        [sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not (folder / JOURNAL).is_file() and time.monotonic() < deadline and started.poll() is None:
        time.sleep(0.01)
    started.send_signal(how)
    started.wait(30)
    left = files(folder)
    for name, digest in left.items():
        if name.endswith((".pdf", ".ics")) and not Path(name).name.startswith(".tmp-"):
            assert whole[name] == digest
    assert FILE not in left
    noted = (folder / JOURNAL).read_text(encoding="utf-8").count('"line"')
    report = run(rows)
    assert report.unchanged >= min(noted, 1)
    assert report.made + report.unchanged == 600
    after = files(folder)
    assert {name: digest for name, digest in after.items() if name != FILE} == {
        name: digest for name, digest in whole.items() if name != FILE
    }
