from __future__ import annotations

import threading

from cardprep.case import edits
from cardprep.case.model import Case
from cardprep.case.slots import QUALIFICATION, operator_identity
from cardprep.evidence.errors import WorkerUnavailable
from making.bench import open_bench


def test_a_file_is_pending_until_it_was_looked_into(bench, qtbot):
    look, held = bench.worker.facts, threading.Event()
    bench.worker.facts = lambda path, cancelled: held.wait(5) and look(path, cancelled)
    bench.context.files.take_in(QUALIFICATION, [bench.file()])
    qtbot.waitUntil(lambda: bool(bench.session.case.attachments))
    file = bench.session.case.attachments[0].file
    assert bench.context.files.is_pending(file)
    held.set()
    qtbot.waitUntil(lambda: not bench.context.files.is_pending(file))
    assert bench.session.facts[file].format == "jpeg"


def test_the_original_is_left_as_it_is(bench, qtbot):
    source = bench.file("a.jpg", b"a scan")
    bench.attach(qtbot, QUALIFICATION, source)
    assert source.read_bytes() == b"a scan"


def test_a_worker_that_cannot_start_is_told_and_tried_again(bench, qtbot):
    files, bench.worker.failing = bench.context.files, WorkerUnavailable()
    files.take_in(QUALIFICATION, [bench.file()])
    qtbot.waitUntil(lambda: bool(bench.session.case.attachments))
    file = bench.session.case.attachments[0].file
    qtbot.waitUntil(lambda: files.failure(file) is not None)
    bench.worker.failing = None
    files.try_again(file)
    qtbot.waitUntil(lambda: file in bench.session.facts)


def test_files_of_an_operator_who_was_removed_meanwhile_are_not_attached(bench, qtbot):
    bench.session.apply(edits.add_operator)
    bench.context.files.take_in(operator_identity(0), [bench.file()])
    bench.session.apply(lambda case: edits.remove_operator(case, 0))
    qtbot.waitUntil(lambda: not bench.context.files.is_taking_in)
    assert bench.session.case.attachments == ()


def test_a_picture_is_made_once_and_kept(bench, qtbot):
    bench.attach(qtbot, QUALIFICATION, bench.file())
    attachment = bench.session.case.attachments[0]
    with qtbot.waitSignal(bench.context.files.previews.ready):
        assert bench.context.files.picture(attachment, 0, 100)[1] is None
    assert bench.context.files.picture(attachment, 0, 100)[1].height() == 3
    assert len(bench.worker.previews) == 1


def test_a_damaged_file_has_no_picture(bench, qtbot):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.pdf", b"broken"))
    assert bench.context.files.picture(bench.session.case.attachments[0], 0, 100) is None


def test_the_files_of_a_case_that_is_opened_are_looked_into(qtbot, tmp_path):
    case = edits.attach(Case(), QUALIFICATION, "attachments/a.jpg")
    with open_bench(tmp_path, case, files={"a.jpg": b"a scan"}) as bench:
        qtbot.waitUntil(lambda: not bench.session.unread_files)


def test_closing_does_not_wait_for_the_questions_in_the_queue(qtbot, tmp_path):
    held = threading.Event()
    with open_bench(tmp_path) as bench:
        bench.worker.facts = lambda path, cancelled: held.wait(0.2)
        bench.context.files.take_in(QUALIFICATION, [bench.file(f"{n}.jpg", bytes([n])) for n in range(30)])
        qtbot.waitUntil(lambda: len(bench.session.case.attachments) == 30)
    assert len(bench.session.facts) <= 1
