"""Editors complete and check while somebody types: every kind has a schema that stands by itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from smm_portfolio.content.kinds import KINDS
from smm_portfolio.content.schema import schemas, write_schemas


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, Any]]:
    return schemas()


def test_there_is_one_for_every_kind_and_for_the_settings(made: dict[str, dict[str, Any]]):
    assert set(made) == {"smm", *(kind.name for kind in KINDS)}


@pytest.mark.parametrize("name", ["smm", *(kind.name for kind in KINDS)])
def test_every_reference_leads_to_a_definition(name: str, made: dict[str, dict[str, Any]]):
    named = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(made[name])))
    assert named == set(made[name].get("$defs", {}))


@pytest.mark.parametrize("name", ["smm", *(kind.name for kind in KINDS)])
def test_every_field_is_described(name: str, made: dict[str, dict[str, Any]]):
    """A description that its model has too is written there once."""
    definitions = made[name].get("$defs", {})
    for shape in (made[name], *definitions.values()):
        for key, field in shape.get("properties", {}).items():
            model = definitions.get(field.get("$ref", "").rpartition("/")[2], {})
            assert field.get("description") or model.get("description"), key


def test_a_source_is_an_id_or_written_in_place(made: dict[str, dict[str, Any]]):
    by_id, in_place = made["salary_table"]["$defs"]["Cite"]["anyOf"]
    assert by_id == {"type": "string"}
    assert in_place["required"] == ["name"]
    assert in_place["additionalProperties"] is False


def test_defaults_are_what_somebody_would_type(made: dict[str, dict[str, Any]]):
    assert made["smm"]["properties"]["name"]["default"] == "Portfolio"
    assert "default" not in made["smm"]["properties"]["site_url"]


def test_files_are_written_where_the_modelines_look(tmp_path: Path):
    paths = write_schemas(tmp_path / "schema")
    assert [path.name for path in paths] == sorted(f"{name}.schema.json" for name in schemas())
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in paths)
