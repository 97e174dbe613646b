"""The recovery key on paper, written once: when a library, or a new recovery key, is made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cardprep import __version__
from cardprep.app.library.open import OpenLibrary
from cardprep.bundle.errors import ExportTarget
from cardprep.host.atomic import write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.library.recovery import RecoveryKey
from cardprep.wording.catalog import Catalog

_MARK, _HALF = 8, 4


def write_recovery_sheet(
    library: OpenLibrary, key: RecoveryKey, target: Path, language: str, today: dt.date
) -> Path:
    """Write the sheet, to be printed and then deleted, to the PDF `target`; what is there is replaced.

    Raises:
        ExportTarget: it cannot be written there.
    """
    from cardprep.paper import recovery_sheet  # reportlab: only when printing
    from cardprep.paper.sheets import Heading

    words = Catalog(language).paper_labels()
    heading = Heading(
        title=words["recovery.title"],
        firm="",
        language="zh-CN" if language == "zh_CN" else "en",
        origin=f"cardprep {__version__}",
        digest="",
        page=words["page"],
    )
    id = library.vault.library[:_MARK]
    sheet = recovery_sheet.RecoverySheet(
        heading,
        recovery_sheet.recovery_labels(words),
        library.folder.name,
        today.isoformat(),
        f"{id[:_HALF]} {id[_HALF:]}",
        key.groups,
        key.link,
    )
    try:
        write_bytes(target, recovery_sheet.draw(sheet).pdf)
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from None
    return target
