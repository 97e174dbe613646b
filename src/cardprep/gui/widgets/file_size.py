"""How large a file is, for reading."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def file_size(size: int) -> str:
    """Bytes as kB or MB of thousands, as the limit of the guide is read (MAT-13)."""
    digits = 0 if size % 1_000_000 == 0 or size < 1_000_000 else 2
    return QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat)
