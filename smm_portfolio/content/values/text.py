"""Texts in one or several languages: ``Text`` for a line, ``Prose`` for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Self

from babel.core import Locale, UnknownLocaleError
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from smm_portfolio.content.values.base import refuse, shown
from smm_portfolio.content.values.scalars import visible

MAX_LINE = 400
MAX_PROSE = 40_000


class Text:
    """One line of plain text, the same in all languages or one per language.

    Args:
        by_language: texts by two-letter code; the key ``""`` holds a text for all languages.
        default: the language that stands in where one is missing.
    """

    __slots__ = ("_by_language", "_default")
    limit: ClassVar[int] = MAX_LINE
    one_line: ClassVar[bool] = True

    def __init__(self, by_language: Mapping[str, str], default: str = "") -> None:
        self._by_language = dict(by_language)
        self._default = default

    def pick(self, language: str) -> str:
        """The text in a language, else in the default language, else in the first that was typed."""
        texts = self._by_language
        for key in ("", language, self._default):
            if key in texts:
                return texts[key]
        return next(iter(texts.values()), "")

    def language_of(self, language: str) -> str:
        """The language that ``pick`` really answers in; the asked one for texts meant for all."""
        if "" in self._by_language or language in self._by_language:
            return language
        return self._default if self._default in self._by_language else next(iter(self._by_language), language)

    def missing(self, languages: Iterable[str]) -> list[str]:
        """Which of these languages have no text of their own."""
        if "" in self._by_language:
            return []
        return [language for language in languages if language not in self._by_language]

    def variants(self) -> dict[str, str]:
        """The texts as typed, by language; key ``""`` for all."""
        return dict(self._by_language)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._by_language == self._by_language

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._by_language.items())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._by_language!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": ["string", "number", "boolean"]}
        per_language = {
            "type": "object",
            "patternProperties": {"^[a-z]{2}$": text},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [text, per_language]}

    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Self:
        context = info.context or {}
        languages: tuple[str, ...] = context.get("languages", ())
        default = languages[0] if languages else ""
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls({"": cls._clean(value)}, default)
        if not isinstance(value, dict) or not value:
            raise refuse("SMM012", "this must be a text, or one text per language", "Write a text, or {nl: …, en: …}.")
        for key in value:
            if not is_language(key):
                known = ", ".join(languages) or "nl, en"
                fix = f"Use one of: {known}."
                raise refuse("SMM017", f"{shown(key)} is not a language code", fix, key, at_key=True)
        texts = {}
        for key, text in _wanted(value, languages).items():
            if not isinstance(text, str):
                raise refuse("SMM012", f"the text in '{key}' is missing or not a text", "Write a text.", key)
            texts[key] = cls._clean(text, key)
        return cls(texts, default)

    @classmethod
    def _clean(cls, text: str, key: str = "") -> str:
        text = " ".join(visible(text, key).split()) if cls.one_line else visible(text, key).strip("\n")
        if not text.strip():
            raise refuse("SMM014", "the text is empty", "Write a text or leave the key out.", key)
        if len(text) > cls.limit:
            message = f"the text has {len(text):,} characters, more than {cls.limit:,}"
            raise refuse("SMM014", message, "Shorten it.", key)
        return text


@cache
def is_language(code: str) -> bool:
    """Whether a word is the two-letter code of a language."""
    try:
        return len(code) == 2 and code.islower() and bool(Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return False


def _wanted(texts: dict[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """The texts in the project's languages; all of them where none is, so that there is something to show.

    Why: a project that gives up a language keeps its files as they are.
    """
    wanted = {key: text for key, text in texts.items() if key in languages}
    return wanted or texts


class Prose(Text):
    """Markdown, the same in all languages or one per language."""

    limit = MAX_PROSE
    one_line = False
