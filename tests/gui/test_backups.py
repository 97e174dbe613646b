from __future__ import annotations

import pytest

from cardprep.app.place import Record
from cardprep.case import edits
from cardprep.gui.backups import BackupClock


@pytest.fixture
def clock(bench, tmp_path):
    made = BackupClock(bench.place.library, bench.context.operations, lambda: tmp_path / "usb")
    yield made
    made.stop()


def change(bench):
    bench.place.save(Record(edits.set_text(bench.place.case, "remark", "x"), where="remark"))


def backups(folder):
    return sorted(folder.glob("*/*/library.db"))


def test_without_a_change_there_is_no_backup(clock, bench):
    assert not clock.is_due
    clock.back_up_if_changed()
    assert backups(bench.place.library.folder / "backups") == []


def test_a_change_is_backed_up_once_and_where_a_second_place_is_there_also_there(
    clock, bench, qtbot, tmp_path
):
    (tmp_path / "usb").mkdir()
    change(bench)
    assert clock.is_due
    clock.back_up_if_changed()
    qtbot.waitUntil(lambda: not clock.is_due)
    assert len(backups(bench.place.library.folder / "backups")) == 1
    qtbot.waitUntil(lambda: len(backups(tmp_path / "usb")) == 1)


def test_a_second_place_in_the_drawer_is_no_failure(clock, bench, qtbot):
    change(bench)
    with qtbot.waitSignal(clock.made) as told:
        clock.back_up_if_changed()
    assert told.args[0].failed == ()


def test_a_place_that_cannot_be_written_is_told_and_stays_due(clock, bench, qtbot):
    (bench.place.library.folder / "backups").write_bytes(b"in the way")
    change(bench)
    with qtbot.waitSignal(clock.made) as told:
        clock.back_up_if_changed()
    assert [place for place, _ in told.args[0].failed] == [bench.place.library.folder / "backups"]
    assert clock.is_due
