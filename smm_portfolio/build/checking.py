"""Everything that can be known to be wrong before anything is built."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.campaigns.checks import campaign_problems
from smm_portfolio.clock import build_day
from smm_portfolio.content.loader import SETTINGS_FILE, Loaded, load, read_settings
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.hosts.clashes import clash_problems
from smm_portfolio.hosts.gates import gate_problems
from smm_portfolio.hosts.mkdocs_file import read_config
from smm_portfolio.hosts.written_blocks import block_problems
from smm_portfolio.looks import load_look
from smm_portfolio.pictures import prepare
from smm_portfolio.problems import Problem, UserError, errors_in, sort_problems

CONFIG_FILE = "mkdocs.yml"


def check_project(root: Path) -> Loaded:
    """Load a project and find every problem in its content, campaigns, look and the blocks of its hand-written pages.

    Raises:
        UserError: there is no project in the folder.
    """
    require_project(root)
    loaded = load(root, docs=_docs(root), resolve=resolve_case)
    look, found = load_look(loaded.library.settings.look, loaded.library.root)
    problems = [*loaded.problems, *found, *campaign_problems(loaded.library, build_day())]
    problems += clash_problems(loaded.library)
    problems += gate_problems(loaded.library)
    problems += prepare(loaded.library, whole_site=(root / SETTINGS_FILE).is_file()).problems
    if look is not None and not errors_in(problems):
        problems += block_problems(loaded.library, look, build_day())
    return Loaded(loaded.library, sort_problems(problems))


def require_project(root: Path) -> None:
    """Refuse a folder that holds no project.

    Raises:
        UserError: there is no project in the folder.
    """
    if not (root / SETTINGS_FILE).is_file() and not (root / CONFIG_FILE).is_file():
        problem = Problem(
            "SMM060",
            f"there is neither {SETTINGS_FILE} nor {CONFIG_FILE} in {root.resolve().name}/",
            "Go to the project folder, name it with --project, or start one with: smm new my-site",
        )
        raise UserError([problem])


def docs_folder(root: Path) -> Path:
    """The docs folder of a project.

    Raises:
        UserError: there is no project in the folder.
    """
    require_project(root)
    root = root.resolve()
    return _docs(root) or root / read_settings(root)[0].docs


def _docs(root: Path) -> Path | None:
    """The docs folder that mkdocs.yml names; None where there is no mkdocs.yml and smm.yml decides."""
    path = root / CONFIG_FILE
    return root / str(read_config(path).get("docs_dir", "docs")) if path.is_file() else None
