"""Archives that are the same bytes for the same files."""

from __future__ import annotations

import zipfile

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can name."""
_PACKED = (".png", ".jpg", ".pdf")
"""Files that are compressed already."""


def add_file(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Put a file into an archive, without the time or the rights of this machine.

    Args:
        archive: open for writing.
        name: of the file.
        content: of the file.
    """
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    archive.writestr(info, content)
