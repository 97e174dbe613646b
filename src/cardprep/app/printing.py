"""Papers printed before the package is complete: the letter must be sealed to be attached (UNIT-3)."""

from __future__ import annotations

from pathlib import Path

from cardprep.app.papers.letter import letter_sheet
from cardprep.bundle.errors import ExportTarget
from cardprep.case.model import Case
from cardprep.host.atomic import write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.rules.rulebook import Rulebook


def write_letter(case: Case, rulebook: Rulebook, target: Path) -> Path:
    """Write the mail-delegation letter, ready to be printed and sealed, to the PDF `target`.

    Raises:
        ExportTarget: it cannot be written there.
    """
    from cardprep.paper import delegation_letter  # reportlab: only when printing

    pdf = delegation_letter.draw(letter_sheet(case, rulebook)).pdf
    try:
        write_bytes(target, pdf)
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from None
    return target
