"""``smm serve``: what somebody sees while they write."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.small_project import write_small_project


class Served:
    """A running ``smm serve`` and what it printed."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "smm_portfolio.cli", "serve", "--port", "0"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.url = self.wait_for(r"Serving on (http://\S+/) ")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output.append(line)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        self.reader.join(timeout=20)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def wait_for(self, pattern: str, seconds: float = 60) -> str:
        """The first group of a pattern as soon as it was printed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(pattern, "".join(self.output))
            if found:
                return found[1] if found.groups() else found[0]
            assert self.process.poll() is None, "".join(self.output)
            time.sleep(0.05)
        pytest.fail(f"{pattern} never came:\n{''.join(self.output)}", pytrace=False)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            return str(answer.read().decode())

    def until(self, path: str, wanted: str, seconds: float = 60) -> str:
        """The page as soon as it holds some words."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = self.page(path)
            if wanted in text:
                return text
            time.sleep(0.1)
        pytest.fail(f"{wanted!r} never came to /{path}", pytrace=False)


@pytest.fixture(scope="module")
def project_folder(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    return write_small_project(tmp_path_factory.mktemp("serve") / "project", repo_root)


@pytest.fixture(scope="module")
def served(project_folder: Path) -> Iterator[Served]:
    running = Served(project_folder)
    yield running
    running.stop()


def test_both_languages_follow_a_change_in_the_yaml(served: Served, project_folder: Path) -> None:
    assert "2,500" in served.page("en/salaries/pay/")
    path = project_folder / "site_src/salaries/pay.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("2500", "2600"), encoding="utf-8")
    served.until("en/salaries/pay/", "2,600")
    served.until("salaries/pay/", "2.600")


def test_a_mistake_is_shown_and_the_last_good_page_stays(served: Served, project_folder: Path) -> None:
    path = project_folder / "site_src/salaries/pay.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("currency: EUR", "currency: EURO"), encoding="utf-8")
    text = served.until("en/salaries/pay/", "SMM013")
    assert "pay.yml:9:15" in text
    assert "Netherlands" in text, "the last good page is under the message"
    path.write_text(good, encoding="utf-8")
    end = time.monotonic() + 60
    while "SMM013" in served.page("en/salaries/pay/") and time.monotonic() < end:
        time.sleep(0.1)
    assert "SMM013" not in served.page("en/salaries/pay/")


def test_a_new_page_appears_without_a_restart(served: Served, project_folder: Path) -> None:
    (project_folder / "site_src/training/second.md").write_text("# Tweede les\n", encoding="utf-8")
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            assert "Tweede les" in served.page("training/second/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the new page never came", pytrace=False)
