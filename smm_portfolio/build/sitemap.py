"""One site map for all languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

_ENTRIES = re.compile(r"<url>.*?</url>", re.DOTALL)


def merge_site_maps(paths: Sequence[Path]) -> None:
    """Put the entries of every language into the first site map and remove the others.

    Why: a search engine reads the one that robots.txt names; entries already name their pages in other languages. The
    compressed copies go too, since they would hold one language only.
    """
    found = [path for path in paths if path.is_file()]
    for path in found:
        path.with_name("sitemap.xml.gz").unlink(missing_ok=True)
    if len(found) < 2:
        return
    first, *others = found
    entries = [entry for path in others for entry in _ENTRIES.findall(path.read_text(encoding="utf-8"))]
    text = first.read_text(encoding="utf-8")
    merged = text.replace("</urlset>", "".join(f"  {entry}\n" for entry in entries) + "</urlset>")
    first.write_text(merged, encoding="utf-8")
    for path in others:
        path.unlink()
