"""What editors are told agrees with what the tool accepts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from smm_portfolio.content.loader import content_files
from smm_portfolio.content.schema import schemas, write_schemas

SCHEMAS = schemas()
ROOT = Path(__file__).parents[2]
CONTENT = [ROOT / "smm.yml", *content_files(ROOT, ROOT / "site_src")]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class _Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers, true, false and null; dates and the rest stay text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~ "),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def as_editors_read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor)


def complaints(path: Path, data: Any) -> list[str]:
    schema = SCHEMAS[schema_of(path).name.removesuffix(".schema.json")]
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(schema).iter_errors(data)]


def schema_of(path: Path) -> Path:
    found = MODELINE.match(path.read_text(encoding="utf-8"))
    assert found, f"{path.name} has no modeline in its first line"
    return path.parent / found[1]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_itself_valid(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_an_editor_marks_nothing_in_the_reference_content(path):
    assert complaints(path, as_editors_read(path)) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_an_editor_finds_the_schema_beside_the_content(path):
    assert schema_of(path).resolve().parent == ROOT / "schema"
    assert schema_of(path).is_file()


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_an_editor_marks_an_unknown_key_wherever_it_stands(path):
    """Otherwise a spelling mistake is seen only when somebody builds."""
    data = as_editors_read(path)
    validator = Draft202012Validator(SCHEMAS[schema_of(path).name.removesuffix(".schema.json")])
    places = dict(objects(data))
    assert places
    for shape, place in places.items():
        place["zzz"] = "x"
        assert not validator.is_valid(data), shape
        del place["zzz"]


def objects(data: Any, shape: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every set of keys but those that authors name themselves, with where it stands."""
    if isinstance(data, list):
        return [found for one in data for found in objects(one, f"{shape}[]")]
    if not isinstance(data, dict):
        return []
    free = shape in {"sources", "dimensions[]values", "data[]only", "targets[]levels"}
    inside = [found for key, one in data.items() for found in objects(one, shape if free else f"{shape}{key}")]
    return inside if free else [(shape, data), *inside]


def test_the_typed_short_forms_are_no_mistake_in_an_editor():
    """A version, a year or a name may be typed without quotes; it is a text all the same."""
    profile = ROOT / "site_src" / "profile.yml"
    data = as_editors_read(profile)
    assert complaints(profile, {**data, "name": 3, "phone": 31201234567}) == []


def stale(folder: Path, fresh: Path) -> list[str]:
    """Names of schemas that differ from what the models say now."""
    write_schemas(fresh)
    names = {path.name for path in (*folder.glob("*.json"), *fresh.glob("*.json"))}
    return sorted(name for name in names if read(folder / name) != read(fresh / name))


def read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_the_schemas_in_the_repository_are_those_of_the_models(tmp_path):
    """`smm schema` writes them anew."""
    assert stale(ROOT / "schema", tmp_path) == []


def test_a_stale_a_missing_and_a_superfluous_schema_are_seen(tmp_path):
    write_schemas(tmp_path / "old")
    (tmp_path / "old/guide.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "old/smm.schema.json").unlink()
    (tmp_path / "old/kpi.schema.json").write_text("{}", encoding="utf-8")
    assert stale(tmp_path / "old", tmp_path / "new") == ["guide.schema.json", "kpi.schema.json", "smm.schema.json"]
