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


def staging_folder(target: Path) -> Path:
    """A new folder beside the target, on the same disk; leftovers of killed builds are removed.

    Raises:
        UserError: the target is something that a build did not make.
    """
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{target.name}.building-*"):
        if not _alive(left):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f".{target.name}.building-{os.getpid()}-", dir=target.parent))


def swap(staged: Path, target: Path) -> None:
    """Put the staged folder in the target's place and remove what was there.

    Why: two renames leave a moment without a site; the kernel exchanges two names at once.
    """
    staged.chmod(0o755)
    if not target.exists():
        staged.replace(target)
        return
    if _exchange(staged, target):
        shutil.rmtree(staged, ignore_errors=True)
        return
    old = staged.with_name(f"{staged.name}-old")
    target.replace(old)
    staged.replace(target)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot.

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


def _refuse_foreign(target: Path) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    ours = target.is_dir() and ((target / "404.html").is_file() or (target / "search").is_dir())
    if not ours or (target / ".git").exists():
        problem = Problem(
            "SMM062",
            f"{target.name}/ holds something else than a site",
            "Name another folder with --out, or empty this one yourself.",
        )
        raise UserError([problem])


def _alive(folder: Path) -> bool:
    """Whether the process that a staging folder is named after still runs."""
    number = folder.name.rsplit("building-", 1)[-1].split("-")[0]
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
