"""Compiled templates, kept while the process lives.

Why not on disk: compiled templates are code, and a project that somebody cloned could bring its own.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache


class MemoryCache(BytecodeCache):
    """Templates by name and content; a changed template is compiled anew."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket from what was compiled before."""
        found = self._compiled.get((bucket.key, bucket.checksum))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
