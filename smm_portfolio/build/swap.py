"""A finished folder takes the place of the published one in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

from smm_portfolio.problems import Problem, UserError

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_OLD = "-old"


def staging_folder(target: Path) -> Path:
    """A new folder beside the target, on the same disk; what killed builds left behind is cleaned up first.

    Raises:
        UserError: the target is something that a build did not make.
    """
    target = target.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clean(target)
        _refuse_foreign(target)
        return Path(tempfile.mkdtemp(prefix=f"{_prefix(target)}{os.getpid()}-", dir=target.parent))
    except OSError as error:
        message = f"nothing can be written to {target.parent.name}/ ({_reason(error)})"
        raise UserError([Problem("SMM062", message, "Name another folder with --out.")]) from None


def swap(staged: Path, target: Path) -> None:
    """Put the staged folder in the target's place and remove what was there.

    Why: two renames leave a moment without a site; the kernel exchanges two names at once. Where it cannot, a build
    that is killed in that moment leaves the old site beside the target, and the next build puts it back.

    Raises:
        UserError: the target cannot be moved, such as a mounted disk; it is as it was.
    """
    target = target.resolve()
    staged.chmod(0o755)
    if _exchange(staged, target):
        shutil.rmtree(staged, ignore_errors=True)
        return
    old = staged.with_name(f"{staged.name}{_OLD}")
    try:
        if target.exists():
            target.replace(old)
        staged.replace(target)
    except OSError as error:
        message = f"{target.name}/ cannot be replaced ({_reason(error)})"
        raise UserError([Problem("SMM062", message, "Name a folder inside it with --out.")]) from None
    shutil.rmtree(old, ignore_errors=True)


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot, or where one of them is not there.

    Source: renameat2(2) RENAME_EXCHANGE on Linux, renamex_np(2) RENAME_SWAP on macOS.
    """
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(os.fsencode(one), os.fsencode(other), _MACOS_SWAP) == 0)
        names = os.fsencode(one), os.fsencode(other)
        return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _LINUX_EXCHANGE) == 0)
    except (OSError, AttributeError, TypeError):
        return False


def _clean(target: Path) -> None:
    """Remove what killed builds left; an old site that lost its place gets it back."""
    for left in sorted(target.parent.iterdir()):
        if left.name.startswith(_prefix(target)) and not _alive(left):
            if left.name.endswith(_OLD) and not target.exists():
                left.replace(target)
            else:
                shutil.rmtree(left, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _refuse_foreign(target: Path) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not _is_site(target) or (target / ".git").exists():
        problem = Problem(
            "SMM062",
            f"{target.name}/ holds something else than a site",
            "Name another folder with --out, or empty this one yourself.",
        )
        raise UserError([problem])


def _is_site(folder: Path) -> bool:
    """Whether MkDocs made the folder: its pages say so, and nobody else packs the map of a site."""
    page = folder / "404.html"
    return page.is_file() and (b"mkdocs" in page.read_bytes().lower() or (folder / "sitemap.xml.gz").is_file())


def _alive(folder: Path) -> bool:
    """Whether the process that a staging folder is named after still runs."""
    number = folder.name.rsplit("building-", 1)[-1].split("-")[0]
    if not number.isdigit():
        return False
    if sys.platform == "win32":  # there os.kill ends the process that it asks after
        return bool(ctypes.windll.kernel32.OpenProcess(0x1000, False, int(number)))
    try:
        os.kill(int(number), 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
