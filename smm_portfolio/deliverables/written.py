"""Models as YAML that a person could have typed: short forms, texts by language, long texts as blocks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import Any

import yaml

from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.metric import Figure
from smm_portfolio.content.values.money import Money
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.source import Cite
from smm_portfolio.content.values.text import Text

_WIDTH = 120


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and never anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else '"')


_Dumper.add_representer(str, _text)


def plain(value: Any) -> Any:
    """A value of a model as what stands in YAML; fields that hold what they hold anyway are left out."""
    match value:
        case Text():
            texts = value.variants()
            return texts[""] if set(texts) == {""} else texts
        case Period():
            return f"{value.start}..{value.end}"
        case Money():
            return f"{value.currency} {value.amount}"
        case Cite():
            return value.id or plain(value.inline)
        case Figure() if value.numerator is None:
            return plain(value.value)
        case Model():
            given = {name: getattr(value, name) for name in value.model_fields_set}
            order = [name for name in type(value).model_fields if name in given and given[name] not in (None, ())]
            return {name: plain(given[name]) for name in order}
        case Enum():
            return value.value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple() | list():
            return [plain(one) for one in value]
        case dict():
            return {name: plain(one) for name, one in value.items()}
    return f"{value:%H:%M}" if isinstance(value, dt.time) else value


def as_yaml(data: dict[str, Any]) -> str:
    """Data as YAML, in its own order; keys without quotes."""
    text = yaml.dump(plain(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return _bare_keys(text)


def _bare_keys(text: str) -> str:
    """The same YAML with keys as people write them: ``title:`` and not ``"title":``."""
    lines = []
    for line in text.split("\n"):
        body = line.lstrip(" -")
        if body.startswith('"'):
            key, quote, rest = body[1:].partition('":')
            if quote and key.replace("_", "").isalnum() and rest[:1] in ("", " "):
                line = line[: len(line) - len(body)] + f"{key}:{rest}"  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)
