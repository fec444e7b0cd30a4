"""Find the Chromium that the browser tests drive; as a program, print where it is (exit code 1: nowhere)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_chromium() -> str | None:
    """Path of a Chromium that starts: `SMM_CHROMIUM`, else one of the system, else Playwright's own download.

    Why it is started: on Ubuntu `chromium-browser` can be an empty door to a snap.
    """
    if chosen := os.environ.get("SMM_CHROMIUM"):
        return chosen if _starts(chosen) else None
    candidates = [shutil.which(name) for name in NAMES] + [str(MAC)]
    return next((path for path in candidates if path and _starts(path)), None) or _of_playwright()


def _starts(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"Chrom" in done.stdout


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _starts(path) else None


if __name__ == "__main__":
    found = find_chromium()
    print(found or "no Chromium found")
    sys.exit(not found)
