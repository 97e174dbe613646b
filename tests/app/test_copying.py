from __future__ import annotations

import pytest

from cardprep.app.errors import CaseExists
from cardprep.app.folder import CaseFolder
from cardprep.case.model import Attachment, Case, Unit
from cardprep.case.slots import LEGAL_IDENTITY, QUALIFICATION
from cardprep.gui.rescue import copy_case


@pytest.fixture
def former(tmp_path):
    folder = CaseFolder.create(tmp_path / "former", Case())
    yield folder
    folder.close()


def test_everything_typed_and_attached_comes_along(tmp_path, former):
    source = tmp_path / "scan.jpg"
    source.write_bytes(b"scan")
    file = former.take_in(source)
    case = Case(unit=Unit(name="x"), attachments=(Attachment(QUALIFICATION, file),))
    copied = copy_case(case, former, tmp_path / "new")
    assert copied.read() == case
    assert copied.path_of(file).read_bytes() == b"scan"
    copied.close()


def test_a_file_that_is_gone_does_not_hold_up_the_words(tmp_path, former):
    case = Case(unit=Unit(name="x"), attachments=(Attachment(LEGAL_IDENTITY, "attachments/gone.jpg"),))
    copied = copy_case(case, former, tmp_path / "new")
    assert copied.read() == Case(unit=Unit(name="x"))
    copied.close()


def test_another_case_is_never_written_over(former):
    with pytest.raises(CaseExists):
        copy_case(Case(), former, former.path)
