from __future__ import annotations

import datetime as dt

import pytest

from cardprep.app import rulebooks
from cardprep.app.folder import CaseFolder
from cardprep.case import edits
from cardprep.case.model import Attachment, Case
from cardprep.case.slots import QUALIFICATION
from cardprep.gui.opened import OpenCase
from cardprep.gui.operation import Operations
from making.bench import PretendWorker

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
NAMED, OTHER = "attachments/scan.jpg", "attachments/of-another-program.txt"


@pytest.fixture
def opened(qtbot, tmp_path):
    """A case that names one file when it is opened; beside it lies one that the case never named."""
    case = Case(attachments=(Attachment(QUALIFICATION, NAMED),))
    folder = CaseFolder.create(tmp_path / "case", case)
    for file in (NAMED, OTHER):
        folder.path_of(file).write_bytes(b"content")
    operations = Operations()
    yield OpenCase(case, folder, rulebooks.rulebook(), PretendWorker(), operations, lambda: NOW)
    operations.close()


def remove(opened):
    opened.session.apply(lambda case: edits.detach(case, QUALIFICATION, NAMED))


def left(opened):
    return sorted(f"attachments/{path.name}" for path in (opened.folder.path / "attachments").iterdir())


def test_a_file_that_was_removed_goes_when_the_case_is_left(opened):
    remove(opened)
    opened.autosave.write_now()
    opened.close()
    assert left(opened) == [OTHER]


def test_a_removal_that_was_taken_back_leaves_the_file(opened):
    remove(opened)
    opened.session.undo()
    opened.autosave.write_now()
    opened.close()
    assert left(opened) == sorted([NAMED, OTHER])


def test_no_file_goes_while_the_saved_case_may_still_name_it(opened):
    remove(opened)
    opened.close()
    assert left(opened) == sorted([NAMED, OTHER])
