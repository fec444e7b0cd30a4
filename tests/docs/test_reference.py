"""The reference pages say what the program does: nothing is missing, and nothing is from yesterday."""

import shutil
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from smm_portfolio.content.kinds import KINDS, Kind
from smm_portfolio.content.loader import load
from smm_portfolio.content.metrics import Direction, Unit, metrics
from smm_portfolio.content.settings import Settings
from smm_portfolio.looks.model import Brand
from smm_portfolio.problems import CODES
from smm_portfolio.problems.views import show
from smm_portfolio.reference import FOLDER, reference_pages, write_reference
from smm_portfolio.reference.blocks import BLOCKS
from smm_portfolio.reference.codes import GROUPS
from smm_portfolio.reference.commands import commands
from smm_portfolio.reference.fields import is_shared, parts_of
from smm_portfolio.reference.kinds import EXAMPLES, example_of, file_name
from smm_portfolio.reference.plugins import PLUGINS
from smm_portfolio.reference.shortened import shortened
from smm_portfolio.reference.words import differing


@pytest.fixture(scope="module")
def made(repo_root: Path) -> dict[str, str]:
    return reference_pages(repo_root)


def stale(folder: Path, made: dict[str, str]) -> list[str]:
    """Names of pages that differ from what the program would write, are missing, or are no longer made."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*there, *made} if there.get(name) != made.get(name))


def test_pages_are_those_of_this_version(repo_root: Path, made: dict[str, str]):
    assert stale(repo_root / FOLDER, made) == [], "run: make docs"


def test_a_stale_page_is_seen(repo_root: Path, tmp_path: Path, made: dict[str, str]):
    shutil.copytree(repo_root / FOLDER, tmp_path / "reference")
    for name, text in made.items():
        (tmp_path / "reference" / name).write_text(text, encoding="utf-8")
    page = tmp_path / "reference" / "case-study.en.md"
    page.write_text(page.read_text(encoding="utf-8").replace("`summary`", "`teaser`"), encoding="utf-8")
    (tmp_path / "reference" / "gone.en.md").write_text("of an earlier version")
    (tmp_path / "reference" / "codes.en.md").unlink()
    assert stale(tmp_path / "reference", made) == ["case-study.en.md", "codes.en.md", "gone.en.md"]


def test_writing_replaces_and_removes(repo_root: Path, tmp_path: Path, made: dict[str, str]):
    for name in ("site_src", "checklists"):
        shutil.copytree(repo_root / name, tmp_path / name)
    shutil.copy(repo_root / "smm.yml", tmp_path)
    (tmp_path / FOLDER).mkdir(parents=True, exist_ok=True)
    (tmp_path / FOLDER / "gone.en.md").write_text("of an earlier version")
    write_reference(tmp_path)
    assert stale(tmp_path / FOLDER, made) == []


def models() -> Iterator[tuple[str, type[BaseModel]]]:
    """Every model that somebody fills in, with the page that explains it."""
    roots = [(f"{file_name(kind)}.en.md", kind.model) for kind in KINDS]
    for page, root in [*roots, ("smm-yml.en.md", Settings), ("brand-yml.en.md", Brand)]:
        yield page, root
        for part in parts_of(root):
            if issubclass(part, BaseModel):
                yield ("values.en.md" if is_shared(part) else page), part


@pytest.mark.parametrize(
    ("page", "model"), sorted(set(models()), key=str), ids=lambda value: getattr(value, "__name__", "")
)
def test_every_field_is_explained(made: dict[str, str], page: str, model: type[BaseModel]):
    for name, field in model.model_fields.items():
        assert f"| `{name}` |" in made[page]
        assert field.description, f"{model.__name__}.{name} has no description"
    assert model.__doc__


def test_a_field_without_description_is_seen():
    class Bare(BaseModel):
        name: str

    assert not Bare.model_fields["name"].description


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_example_loads_as_it_stands(kind: Kind, repo_root: Path, tmp_path: Path):
    """Somebody copies the example into a project; nothing is wrong with it."""
    for name in ("site_src", "checklists"):
        shutil.copytree(repo_root / name, tmp_path / name)
    shutil.copy(repo_root / "smm.yml", tmp_path)
    file = EXAMPLES[kind.name].file
    (tmp_path / file).write_text(example_of(kind, repo_root), encoding="utf-8")
    loaded = load(tmp_path)
    assert show([problem for problem in loaded.problems if problem.file == file]) == ""


TYPED = """\
# yaml-language-server: $schema=../schema/x.json
# a remark
title: {nl: Een, en: "One: two"}
rows:
  - {name: a, more: [1, 2, 3]}
  - {name: b, more: [1]}
long:
  nl: kort
  en: "A sentence that is long enough to be folded, because it would not fit on the screen of a small computer."
only: {nl: Alleen}
"""
CUT = """\
# yaml-language-server: $schema=../schema/x.json
title: "One: two"
rows:
  - {name: a, more: [1, 2]}
long: >-
  A sentence that is long enough to be folded, because it would not fit on the screen of a small computer.
only: {nl: Alleen}
"""


def test_an_example_is_cut_and_keeps_how_it_was_typed():
    assert shortened(TYPED, {"rows": 1, "rows.more": 2}, "en", ("nl", "en")) == CUT


def test_every_command_and_option_is_explained(made: dict[str, str]):
    page = made["commands.en.md"]
    for name, command in commands().items():
        assert f"## smm {name} {{#{name.replace(' ', '-')}}}" in page
        assert command.help, f"smm {name} has no help"
        for parameter in command.params:
            shown = parameter.opts[0] if parameter.opts[0].startswith("-") else str(parameter.name).upper()
            assert f"`{shown}`" in page.partition(f"## smm {name} ")[2].partition("\n## ")[0]


def test_every_code_is_explained(made: dict[str, str]):
    page = made["codes.en.md"]
    for code in CODES.values():
        assert f"### {code.id} {code.title} {{#{code.id.lower()}}}" in page
        assert code.why
    assert {code.id[3:5] for code in CODES.values()} <= set(GROUPS)


def test_every_metric_option_and_block_is_explained(made: dict[str, str]):
    assert [name for name in metrics() if f"`{name}`" not in made["metrics.en.md"]] == []
    options = [name for plugin in PLUGINS.values() for name, _ in plugin._schema]
    assert [name for name in options if f"| `{name}` |" not in made["plugins.en.md"]] == []
    assert [name for name in BLOCKS if f"`[smm:{name}" not in made["blocks.en.md"]] == []


def test_every_colour_role_is_listed(made: dict[str, str], repo_root: Path):
    """The message about an unknown role sends people to this list."""
    from smm_portfolio.looks.loader import load_look

    look, _ = load_look("studio", repo_root)
    assert look is not None
    for scheme in ("light", "print"):
        part = made["brand-yml.en.md"].partition(f"{{#roles-{scheme}}}")[2].partition("\n## ")[0]
        assert {role for role in getattr(look.brand.colours, scheme) if f"| `{role}` |" not in part} == set()


def closed_lists() -> set[type[StrEnum]]:
    """Every list of words that content may use."""
    roots = [Settings, Brand, *(kind.model for kind in KINDS)]
    return {Unit, Direction, *(part for root in roots for part in parts_of(root) if issubclass(part, StrEnum))}


def test_every_word_has_a_meaning_and_no_meaning_is_left_over():
    assert differing(closed_lists()) == [], "write it down in smm_portfolio/reference/words.yml"


def test_a_word_without_meaning_is_seen():
    class Confidence(StrEnum):
        HIGH = "high"
        UNHEARD_OF = "unheard_of"

    others = {words for words in closed_lists() if words.__name__ != "Confidence"}
    found = set(differing({*others, Confidence})) - set(differing(closed_lists()))
    assert found == {"Confidence.low", "Confidence.medium", "Confidence.unheard_of"}
