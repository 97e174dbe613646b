from __future__ import annotations

import pytest

from cardprep.app.copying import copy_case
from cardprep.app.errors import CaseExists
from cardprep.app.folder import read_case
from cardprep.app.library.place import ApplicationPlace
from cardprep.case.model import Attachment, Case, Unit
from cardprep.case.slots import LEGAL_IDENTITY, QUALIFICATION
from making import libraries


@pytest.fixture
def place(tmp_path):
    library, _ = libraries.made(tmp_path / "library")
    with library:
        yield ApplicationPlace.create(library, Case(), lambda: libraries.WHO)


def test_everything_typed_and_attached_comes_along(tmp_path, place):
    file = place.take_in_bytes("scan.jpg", b"scan")
    case = Case(unit=Unit(name="x"), attachments=(Attachment(QUALIFICATION, file),))
    copy_case(case, place, tmp_path / "new")
    assert read_case(tmp_path / "new") == case
    assert (tmp_path / "new" / file).read_bytes() == b"scan"


def test_a_file_that_is_gone_does_not_hold_up_the_words(tmp_path, place):
    case = Case(unit=Unit(name="x"), attachments=(Attachment(LEGAL_IDENTITY, "attachments/gone.jpg"),))
    copy_case(case, place, tmp_path / "new")
    assert read_case(tmp_path / "new") == Case(unit=Unit(name="x"))


def test_another_case_is_never_written_over(tmp_path, place):
    copy_case(Case(), place, tmp_path / "new")
    with pytest.raises(CaseExists):
        copy_case(Case(), place, tmp_path / "new")
