"""JSON Schema of every kind of content, made from the models and their descriptions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from smm_portfolio.content.kinds import KINDS
from smm_portfolio.content.settings import Settings
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.text import Text


class _Generator(GenerateJsonSchema):
    """Knows how a text is typed."""

    def encode_default(self, dft: Any) -> Any:
        """A default as an author would type it."""
        return dft.pick("") if isinstance(dft, Text) else super().encode_default(dft)


def schemas() -> dict[str, dict[str, Any]]:
    """Schema by file name without ending: one a kind, one for smm.yml."""
    models: dict[str, type[Model]] = {"smm": Settings, **{kind.name: kind.model for kind in KINDS}}
    return {name: _schema(name, model) for name, model in models.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema; returns the paths, sorted."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in sorted(schemas().items()):
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _schema(name: str, model: type[Model]) -> dict[str, Any]:
    made = model.model_json_schema(schema_generator=_Generator)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name.replace("_", " "), **_tidy(made)}


def _tidy(node: Any) -> Any:
    """Without pydantic's generated titles, which repeat the key; null is left to the keys that may be left out."""
    if isinstance(node, list):
        return [_tidy(one) for one in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    options = tidy.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        if len(rest) == 1:
            del tidy["anyOf"]
            tidy = {**rest[0], **tidy}
        else:
            tidy["anyOf"] = rest
    if tidy.get("default", 0) is None:
        del tidy["default"]
    return tidy
