"""A real content file cut down to an example: one language, and the first few entries of its lists."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

MODELINE = "# yaml-language-server:"
_LONG = 70


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def shortened(text: str, keep: Mapping[str, int], language: str, languages: tuple[str, ...]) -> str:
    """Cut a YAML file down; what stays keeps the way it was typed.

    Args:
        text: of the file.
        keep: how many entries to keep, by the path of a list or set of keys without positions, for example
            ``phases.tasks``.
        language: the one whose texts stay.
        languages: those that texts are given in.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert node is not None, "content files are not empty"
    first = text.partition("\n")[0]
    head = f"{first}\n" if first.startswith(MODELINE) else ""
    _cut(node, "", keep)
    node = _pick(node, language, frozenset(languages))
    return head + yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=100).rstrip("\n") + "\n"


def _cut(node: yaml.Node, path: str, keep: Mapping[str, int], *, entry: bool = False) -> None:
    """Cut in place; `entry` says that the node is an entry of the list at `path`, and not what stands there itself."""
    if isinstance(node, yaml.SequenceNode):
        del node.value[keep.get(path, len(node.value)) :]
        for one in node.value:
            _cut(one, path, keep, entry=True)
    elif isinstance(node, yaml.MappingNode):
        if not entry:
            del node.value[keep.get(path, len(node.value)) :]
        node.value = [pair for pair in node.value if keep.get(_below(path, pair[0].value)) != 0]
        for key, value in node.value:
            _cut(value, _below(path, key.value), keep)


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _pick(node: yaml.Node, language: str, languages: frozenset[str]) -> yaml.Node:
    if isinstance(node, yaml.SequenceNode):
        node.value = [_pick(one, language, languages) for one in node.value]
    elif isinstance(node, yaml.MappingNode):
        texts = {key.value: value for key, value in node.value}
        if language in texts and set(texts) <= languages:
            return _pick(texts[language], language, languages)
        node.value = [(key, _pick(value, language, languages)) for key, value in node.value]
    elif isinstance(node, yaml.ScalarNode) and node.style == '"':
        node.style = ">" if len(node.value) > _LONG else None if _plain(node.value) else '"'
    return node


def _plain(text: str) -> bool:
    """Whether a text reads the same without quotes."""
    return yaml.safe_load(f"- {text}") == [text] if text.strip() and ": " not in text else False
