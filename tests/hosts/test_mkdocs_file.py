"""mkdocs.yml of other people is read without running anything in it, and comes out as it went in."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.hosts.mkdocs_file import read_config, write_config
from smm_portfolio.problems import UserError

TAGGED = """\
site_name: !ENV [NAME, "Naam: één"]
theme:
  name: material
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      options: {custom_icons: [!relative $config_dir/icons]}
  - pymdownx.superfences:
      custom_fences:
        - format: !!python/object/apply:pymdownx.superfences.fence {kwds: {a: 1}}
extra:
  version: !ENV VERSION
  word: "no"
  time: "12:30"
  day: 2026-01-05
"""


def test_tags_come_out_as_they_went_in(project):
    root = project({"mkdocs.yml": TAGGED})
    config = read_config(root / "mkdocs.yml")
    config["plugins"] = ["smm"]
    write_config(root / "out.yml", config)
    again = yaml.compose((root / "out.yml").read_text(encoding="utf-8"))
    before = yaml.compose(TAGGED + "plugins: [smm]\n")
    assert shape(again) == shape(before)


def shape(node: yaml.Node) -> object:
    """What a reader of the file sees: tags and values, not quotes and line breaks."""
    if isinstance(node, yaml.MappingNode):
        return node.tag, [(shape(key), shape(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return node.tag, [shape(one) for one in node.value]
    return node.tag, node.value


def test_nothing_in_it_is_run(project, tmp_path):
    text = f"site_name: !!python/object/apply:os.system ['touch {tmp_path}/ran']\n"
    read_config(project({"mkdocs.yml": text}) / "mkdocs.yml")
    assert not (tmp_path / "ran").exists()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cc", "Cs"))) | st.dates(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text("abc-_ é", min_size=1), inside, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcdef_", min_size=1), VALUES, max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory, config):
    path = tmp_path_factory.mktemp("config") / "mkdocs.yml"
    write_config(path, config)
    assert read_config(path) == config
    assert list(read_config(path)) == list(config)


WRONG = {
    "nothing": (None, "SMM060", 0),
    "a list": ("- a\n", "SMM006", 0),
    "empty": ("", "SMM006", 0),
    "not closed": ("a: 1\nb: [\nc: 2\n", "SMM002", 3),
    "an invisible character": ("a: \x07\n", "SMM002", 1),
    "a day that is not there": ("a: 2026-02-31\n", "SMM002", 1),
    "a list as key": ("? [a]\n: b\n", "SMM002", 1),
    "another encoding": (b"a: caf\xe9\n", "SMM001", 1),
    "a value inside itself": ("a: &a\n  ? *a\n  : 1\n", "SMM002", 1),
    "deep": ("a: " + "[" * 5000 + "]" * 5000, "SMM002", 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_cannot_be_read_is_a_problem_not_a_traceback(name, project):
    text, code, line = WRONG[name]
    root = project({"mkdocs.yml": text} if text is not None else {"x": ""})
    with pytest.raises(UserError) as caught:
        read_config(root / "mkdocs.yml")
    (problem,) = caught.value.problems
    assert (problem.code, problem.file) == (code, "mkdocs.yml" if text is not None else "")
    assert problem.line >= min(line, 1)


def test_a_mark_of_windows_editors_is_no_part_of_the_first_key(tmp_path):
    path = Path(tmp_path / "mkdocs.yml")
    path.write_bytes("\ufeffsite_name: x\r\n".encode())
    assert read_config(path) == {"site_name": "x"}
