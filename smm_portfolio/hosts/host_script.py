"""Whether pages can do without Material's script until somebody searches, or at least until somebody is there.

It weighs as much as a whole page of ours and keeps a telephone busy for longer than everything else. On pages without
code or tabs only the search uses it; on the others it may come when a reader first moves. Whatever else a project
switched on may need it at once, so only what is known not to is let through.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_STILL = (
    "content.action.",
    "content.code.",
    "content.footnote.",
    "content.tabs.",
    "navigation.expand",
    "navigation.footer",
    "navigation.indexes",
    "navigation.path",
    "navigation.prune",
    "navigation.sections",
    "navigation.tabs",
    "search.",
    "toc.",
)
"""Features of Material that do nothing on pages without code, tabs, footnotes and a list of contents, or before
somebody moves or searches."""
_ASKING = ("analytics", "consent")


def host_waits(config: Mapping[str, Any]) -> bool:
    """Whether nothing in mkdocs.yml wants Material's script from the start.

    Args:
        config: ``mkdocs.yml`` as read, or MkDocs' own configuration.
    """
    theme, extra = config.get("theme"), config.get("extra") or {}
    features = theme.get("features") if isinstance(theme, Mapping) else None
    still = all(str(one).startswith(_STILL) for one in features or ())
    return still and not config.get("extra_javascript") and not any(extra.get(one) for one in _ASKING)
