"""Find and start the Chromium that the browser tests drive; as a program, say whether that works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium(playwright: Playwright) -> str | None:
    """Path of a Chromium that starts: `SMM_CHROMIUM`, else one of the system, else Playwright's own download.

    Why it is started: on Ubuntu `chromium-browser` can be an empty door to a snap.
    """
    if chosen := os.environ.get("SMM_CHROMIUM"):
        return chosen if _starts(chosen) else None
    candidates = [*map(shutil.which, NAMES), MAC, playwright.chromium.executable_path]
    return next((path for path in candidates if path and _starts(path)), None)


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"Chrom" in done.stdout


def launch(playwright: Playwright) -> Browser:
    """Start Chromium, or raise LookupError when there is none."""
    path = find_chromium(playwright)
    if path is None:
        raise LookupError("no Chromium: `make test` installs it, or set SMM_CHROMIUM")
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


def main() -> str | None:
    """Start Chromium once; give back what is wrong, if anything."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except LookupError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - a driver that cannot start raises just that
        return f"Chromium does not start: {error}"
    return None


if __name__ == "__main__":
    sys.exit(main())
