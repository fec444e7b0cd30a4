"""Labels of the web: complete in every language, and none too many."""

import re

import pytest

from smm_portfolio import resources
from tests.theme.pages import WEB, labels

LANGUAGES = sorted(path.stem for path in resources.locales_dir().glob("*.yml"))


def used(folder: str, pattern: str, name: str) -> set[str]:
    files = [path for path in (WEB / folder).rglob("*") if path.is_file()]
    return {key for path in files for key in re.findall(name, path.read_text(encoding="utf-8")) if path.match(pattern)}


def page_keys() -> set[str]:
    return (
        used("pages", "*.j2", r"\bt\.(\w+)")
        | used("parts", "*.j2", r"\bt\.(\w+)")
        | used("blocks", "*.j2", r"\bt\.(\w+)")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_frame_find_exactly_their_labels(lang: str) -> None:
    mine = labels(lang)
    assert set(mine) - {"chrome"} == page_keys()
    assert set(mine["chrome"]) == used("overrides", "*.html", r"labels\.(\w+)") | {"skip", "mock"}


def test_the_check_above_sees_a_missing_label() -> None:
    assert page_keys() - {"situation"} != page_keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_is_empty(lang: str) -> None:
    mine = labels(lang)
    texts = [*(value for key, value in mine.items() if key != "chrome"), *mine["chrome"].values()]
    assert all(isinstance(text, str) and text.strip() for text in texts)
