from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from cardprep.app.errors import SaveFailed
from cardprep.gui.operation import Operations


@pytest.fixture
def operations(qapp):
    made = Operations()
    yield made
    made.close()


def test_the_result_comes_back_to_the_thread_of_the_window(qtbot, operations):
    got = []
    operations.run(
        None,
        lambda _report, _cancelled: threading.get_ident(),
        lambda ident: got.append((ident, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(got))
    worker, window = got[0]
    assert worker != window == threading.get_ident()


def test_an_error_with_a_code_goes_to_who_asked(qtbot, operations):
    got = []

    def fail(_report, _cancelled):
        raise SaveFailed("case", reason="disk-full")

    operations.run(None, fail, got.append, lambda error: got.append(error.code))
    qtbot.waitUntil(lambda: got == ["save-failed"])


def test_an_error_that_nobody_takes_goes_to_the_window(qtbot, operations):
    def fail(_report, _cancelled):
        raise SaveFailed("case", reason="disk-full")

    with qtbot.waitSignal(operations.failed) as told:
        operations.run(None, fail, print)
    assert told.args[0].code == "save-failed"


def test_a_defect_is_raised_where_the_problem_dialog_sees_it(qtbot, operations):
    with qtbot.capture_exceptions() as caught:
        operation = operations.run(None, lambda _report, _cancelled: 1 // 0, print)
        with qtbot.waitSignal(operation.ended):
            pass
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_cancelled_work_hands_nothing_over(qtbot, operations):
    got, go = [], threading.Event()
    operation = operations.run(None, lambda _report, cancelled: go.wait(5) and cancelled(), got.append)
    operation.cancel()
    with qtbot.waitSignal(operation.ended):
        go.set()
    assert got == []


def test_the_result_is_dropped_when_its_parent_is_gone(qtbot, operations):
    got, go, parent = [], threading.Event(), QObject()
    operation = operations.run(parent, lambda _report, _cancelled: go.wait(5), got.append)
    del parent
    with qtbot.waitSignal(operation.ended):
        go.set()
    assert got == []


def test_progress_is_told_in_the_thread_of_the_window(qtbot, operations):
    got = []
    operations.run(
        None,
        lambda report, _cancelled: report(1, 3),
        print,
        progress=lambda done, of: got.append((done, of, QThread.currentThread().isMainThread())),
    )
    qtbot.waitUntil(lambda: got == [(1, 3, True)])


def test_closing_waits_for_every_thread(qtbot):
    operations, ended = Operations(), []

    def work(_report, cancelled):
        while not cancelled():
            threading.Event().wait(0.001)
        ended.append(True)

    operations.run(None, work, print)
    qtbot.waitUntil(lambda: operations.is_busy)
    operations.close()
    assert len(ended) <= 1


def test_widgets_are_not_taken_apart_in_a_thread_since_nothing_is_collected_there(qtbot, operations):
    got = []
    operations.run(None, lambda _report, _cancelled: gc.isenabled(), got.append)
    qtbot.waitUntil(lambda: got == [False])
    qtbot.waitUntil(gc.isenabled)


def test_what_is_cut_off_leaves_collecting_switched_on(qapp):
    operations = Operations()
    operations.run(None, lambda _report, _cancelled: None, lambda _none: None)
    assert not gc.isenabled()
    operations.close()
    assert gc.isenabled()
