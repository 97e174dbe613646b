from __future__ import annotations

import datetime as dt
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cardprep.app.folder import CaseFolder
from cardprep.case.model import Case, Kind, Unit
from cardprep.gui.models.recent import RecentModel, RecentRole, read_recent


@pytest.fixture
def folder(tmp_path):
    CaseFolder.create(tmp_path / "a", Case(kind=Kind.NEW_ENTRANT, unit=Unit(name="南京示例公司"))).close()
    return tmp_path / "a"


@pytest.fixture
def model(qapp, folder):
    made = RecentModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_cases(read_recent((str(folder),)))
    yield made
    del tester


def test_a_row_shows_firm_kind_day_and_state(model):
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "南京示例公司"
    assert index.data(RecentRole.DETAIL).split("  ·  ")[::2] == ["New entrant", "In preparation"]


def test_the_day_is_that_of_shanghai(folder):
    late = dt.datetime(2026, 11, 22, 17, 30, tzinfo=dt.UTC)
    os.utime(folder / "case.json", (late.timestamp(),) * 2)
    (case,) = read_recent((str(folder),))
    assert case.day == dt.date(2026, 11, 23)


def test_a_folder_that_is_gone_or_no_case_is_left_out(tmp_path, folder):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "case.json").write_text("{", "utf-8")
    found = read_recent((str(tmp_path / "gone"), str(tmp_path / "b"), str(folder)))
    assert [case.path for case in found] == [folder]
