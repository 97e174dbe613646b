"""The letter is printed before the package is complete: it must be sealed to be attached (UNIT-3)."""

from __future__ import annotations

import io
import stat

import pypdf
import pytest

from cardprep.app.printing import write_letter
from cardprep.app.rulebooks import rulebook
from cardprep.bundle.errors import ExportTarget
from cardprep.case.slots import LETTER
from making import cases

UNFINISHED = cases.complete(1, mail=True)


def test_UNIT_3_the_letter_can_be_printed_unmarked_while_the_scan_is_missing(tmp_path):
    case = cases.without_files(UNFINISHED, LETTER)
    written = write_letter(case, rulebook(), tmp_path / "letter.pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written.read_bytes())).pages)
    assert case.collection.recipient in text
    assert "草稿" not in text
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_to_is_told(tmp_path):
    with pytest.raises(ExportTarget):
        write_letter(UNFINISHED, rulebook(), tmp_path / "absent" / "letter.pdf")


def test_the_command_writes_the_letter(run, tmp_path):
    folder = cases.write(tmp_path / "case", cases.without_files(UNFINISHED, LETTER), lambda _: b"x")
    ran = run("letter", folder, "-o", tmp_path / "letter.pdf", "--json")
    assert (ran.code, ran.document) == (0, {"letter": str(tmp_path / "letter.pdf")})
