from __future__ import annotations

import hashlib
import sys
import threading
import time
from pathlib import Path

import pytest

from cardprep.case.facts import Fault
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import (
    Cancelled,
    FileNotOpened,
    FitFailed,
    NotAnArchive,
    PrepareFailed,
    PreviewFailed,
)
from cardprep.evidence.limits import MIB
from making import hostile, large, pdfs, scans


@pytest.fixture
def file(tmp_path):
    def make(data: bytes, name: str = "a.jpg"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


def test_facts_name_the_very_bytes(worker, file):
    data = scans.page()
    found = worker.facts(file(data, "wrong-name.pdf"))
    assert (found.sha256, found.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (found.format, found.fault, len(found.pages)) == ("jpeg", None, 1)


def test_FILE_1_zero_bytes_need_no_child(file):
    worker = Worker(command=("no-such-program-here",))
    assert worker.facts(file(b"")).fault is Fault.EMPTY


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("hangs", Fault.TIMED_OUT),
        ("hangs-noisily", Fault.TIMED_OUT),
        ("dies", Fault.CRASHED),
        ("eats", Fault.OUT_OF_MEMORY),
        ("raves", Fault.CRASHED),
        ("lies", Fault.CRASHED),
    ],
)
def test_FILE_1_what_the_child_suffers_becomes_a_fact(faulty, file, fault, expected):
    started = time.monotonic()
    assert faulty(fault).facts(file(b"anything")).fault is expected
    assert time.monotonic() - started < 5


def test_FILE_1_a_child_that_floods_the_program_with_signs_of_life_is_ended(faulty, file):
    flooding = faulty("floods", seconds_a_page=30.0, seconds_a_file=60.0)
    assert flooding.facts(file(b"anything")).fault is Fault.CRASHED


def test_a_child_that_never_reads_does_not_block_the_program(faulty, file):
    assert faulty("deaf").facts(file(bytes(5 * MIB))).fault is Fault.TIMED_OUT


def test_the_format_is_known_even_where_the_child_died(faulty, file):
    found = faulty("dies-in-a-jpeg").facts(file(scans.page()))
    assert (found.format, found.fault) == ("jpeg", Fault.CRASHED)


def test_MAT_12_another_format_is_no_fault_even_where_the_child_died(faulty, file):
    found = faulty("dies-in-a-gif").facts(file(b"GIF89a"))
    assert (found.format, found.fault) == ("gif", None)


def test_the_child_is_started_again_after_its_death(faulty, file):
    worker = faulty("dies-of-some")
    assert worker.facts(file(b"DIE")).fault is Fault.CRASHED
    assert worker.facts(file(scans.page(), "b.jpg")).fault is None


def test_what_killed_the_child_once_is_not_given_to_it_again_unasked(faulty, file, monkeypatch):
    worker = faulty("dies-of-some")
    path = file(b"DIE")
    worker.facts(path)
    asked = []
    monkeypatch.setattr(worker, "_running_child", lambda _: asked.append(1) or pytest.fail("asked"))
    assert worker.facts(path).fault is Fault.CRASHED
    with pytest.raises(PreviewFailed):
        worker.preview(path, 0, 100)
    assert asked == []


def test_what_killed_the_child_once_may_be_tried_again(faulty, file):
    worker = faulty("dies-of-some")
    path = file(b"DIE")
    with pytest.raises(PreviewFailed) as caught:
        worker.preview(path, 0, 100)
    assert caught.value.values == {"file": "a.jpg", "page": 1, "reason": Fault.CRASHED}
    assert worker.facts(path, retry=True).fault is Fault.CRASHED


def test_the_same_bytes_are_looked_at_once(worker, file, monkeypatch):
    data = scans.page(text_lines=("once",))
    first = worker.facts(file(data))
    monkeypatch.setattr(worker, "_ask", lambda *_: pytest.fail("asked"))
    assert worker.facts(file(data, "copy.jpg")) is first


@pytest.mark.parametrize("work", ["facts", "preview", "prepare", "fit"])
def test_a_cancelled_wait_ends_within_a_second(faulty, file, tmp_path, work):
    worker = faulty("hangs", seconds_a_page=20, seconds_a_file=60)
    more = {"facts": (), "preview": (0, 100), "prepare": (tmp_path / "out",), "fit": (tmp_path / "out", 9)}[
        work
    ]
    end = time.monotonic() + 0.4
    with pytest.raises(Cancelled):
        getattr(worker, work)(file(b"x"), *more, cancelled=lambda: time.monotonic() > end)
    assert time.monotonic() - end < 1
    assert not (tmp_path / "out").exists()


def test_a_cancelled_file_is_not_remembered_as_bad(faulty, file):
    worker = faulty("dies-of-some")
    path = file(scans.page())
    with pytest.raises(Cancelled):
        worker.facts(path, cancelled=lambda: True)
    assert worker.facts(path).fault is None


def test_one_who_waits_for_anothers_work_can_give_up(faulty, file):
    worker = faulty("hangs", seconds_a_page=2, seconds_a_file=2)
    other = threading.Thread(target=worker.facts, args=(file(b"slow"),))
    other.start()
    end = time.monotonic() + 0.3
    with pytest.raises(Cancelled):
        worker.facts(file(b"mine", "b"), cancelled=lambda: time.monotonic() > end)
    other.join()


def test_several_threads_share_one_child(worker, file):
    paths = [file(scans.page(200, 300, (str(number),)), f"{number}.jpg") for number in range(6)]
    found = {}
    threads = [threading.Thread(target=lambda p=path: found.update({p: worker.facts(p)})) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[path].sha256 for path in paths] == [
        hashlib.sha256(p.read_bytes()).hexdigest() for p in paths
    ]


def test_a_worker_may_be_used_again_after_it_was_closed(file):
    with Worker() as worker:
        worker.facts(file(b"first"))
        worker.close()
        assert worker.facts(file(b"second")).format == "text"


def test_a_file_that_is_not_there_is_no_fact(worker, tmp_path):
    with pytest.raises(FileNotOpened) as caught:
        worker.facts(tmp_path / "absent.pdf")
    assert caught.value.values == {"file": "absent.pdf", "reason": "gone"}


@pytest.mark.parametrize(
    ("work", "kind", "more"),
    [
        ("preview", PreviewFailed, (0, 100)),
        ("prepare", PrepareFailed, ("out",)),
        ("unpack", NotAnArchive, ("into",)),
        ("fit", FitFailed, ("out", 9)),
        ("flatten", FitFailed, ("out", 9)),
        ("convert", FitFailed, ("out", 9)),
    ],
)
def test_an_answer_out_of_bounds_is_a_failure_and_the_child_is_dropped(
    faulty, file, tmp_path, work, kind, more
):
    worker = faulty("lies")
    more = [tmp_path / value if isinstance(value, str) else value for value in more]
    with pytest.raises(kind) as caught:
        getattr(worker, work)(file(b"x"), *more)
    assert caught.value.values["reason"] == "crashed"
    assert worker._child is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"hello", "format"), (hostile.cut_at(scans.page(), 0.5), "damaged"),
     (pdfs.encrypted(), "encrypted"), (hostile.png_bomb(), "too-many-pixels")],
)  # fmt: skip
def test_no_copy_is_made_of_what_cannot_be_read(worker, file, tmp_path, data, reason):
    with pytest.raises(PrepareFailed) as caught:
        worker.prepare(file(data), tmp_path / "out")
    assert caught.value.values["reason"] == reason
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("data", [scans.page(), pdfs.text_pdf(2)])
def test_a_page_that_is_not_there_is_not_shown(worker, file, data):
    with pytest.raises(PreviewFailed) as caught:
        worker.preview(file(data), 2, 100)
    assert (caught.value.values["page"], caught.value.values["reason"]) == (3, "no-such-page")


def test_a_preview_has_the_pixels_that_it_says(worker, file):
    shown = worker.preview(file(scans.page(1240, 1754)), 0, 300)
    assert (shown.width, shown.height, len(shown.rgb)) == (212, 300, 212 * 300 * 3)


def test_only_quarter_turns_are_asked_for(worker, file, tmp_path):
    with pytest.raises(ValueError, match="45"):
        worker.preview(file(scans.page()), 0, 100, turn=45)


@pytest.mark.parametrize(
    "data", [scans.page(gps=True), scans.page(fmt="png", gps=True), pdfs.with_metadata()]
)
def test_the_same_input_gives_the_same_copy(worker, file, tmp_path, data):
    path = file(data)
    first, second = (worker.prepare(path, tmp_path / name, turn=90) for name in ("one", "two"))
    assert first == second
    assert first.changed
    written = (tmp_path / "one").read_bytes()
    assert (first.sha256_out, first.size_out) == (hashlib.sha256(written).hexdigest(), len(written))


def test_a_file_over_the_limit_is_told_by_its_beginning(worker, file, monkeypatch):
    monkeypatch.setattr("cardprep.evidence.source.MAX_PAYLOAD", 2_000)
    path = file(scans.page(text_lines=("too much",)))
    found = worker.facts(path)
    assert (found.format, found.fault) == ("jpeg", Fault.OUT_OF_MEMORY)
    with pytest.raises(PreviewFailed) as caught:
        worker.preview(path, 0, 100)
    assert caught.value.values["reason"] == "too-large"


def test_MAT_13_what_fits_already_is_the_same_bytes(worker, file, tmp_path):
    data = scans.page(gps=True)
    made = worker.fit(file(data), tmp_path / "out", len(data))
    assert (tmp_path / "out").read_bytes() == data
    assert (made.changed, made.format, made.notes, made.size_out) == (False, "jpeg", (), len(data))


@pytest.mark.parametrize(
    ("make", "format"), [(large.jpeg, "jpeg"), (large.png, "jpeg"), (large.scan_pdf, "pdf")]
)
def test_MAT_13_a_large_file_is_made_to_fit(worker, file, tmp_path, make, format):
    path, out = file(make()), tmp_path / "out"
    made = worker.fit(path, out, 2_000_000)
    assert (made.changed, made.format) == (True, format)
    assert made.size_out == out.stat().st_size <= 2_000_000 < made.size_in
    found = worker.facts(out)
    assert (found.format, found.fault, found.sha256) == (format, None, made.sha256_out)


def test_FILE_2_a_flattened_document_has_no_script(worker, file, tmp_path):
    path, out = file(pdfs.with_javascript()), tmp_path / "out"
    assert worker.facts(path).active
    assert worker.flatten(path, out, 900_000).changed
    assert worker.facts(out).active == ()


def test_MAT_12_a_convertible_file_says_so_and_is_converted(worker, file, tmp_path):
    path, out = file(large.tiff(3)), tmp_path / "out"
    found = worker.facts(path)
    assert (found.format, found.is_convertible, found.is_readable) == ("tiff", True, False)
    assert worker.convert(path, out, 900_000).format == "pdf"
    assert len(worker.facts(out).pages) == 3
    assert not worker.facts(out).is_convertible


@pytest.mark.parametrize(
    ("work", "data", "reason"),
    [
        ("fit", large.tiff(1), "format"),
        ("fit", hostile.cut_at(scans.page(), 0.5), "damaged"),
        ("flatten", pdfs.encrypted(), "encrypted"),
        ("convert", scans.page(), "format"),
        ("convert", hostile.cut_at(large.tiff(1), 0.01), "damaged"),
    ],
)
def test_nothing_is_written_of_what_cannot_be_made(worker, file, tmp_path, work, data, reason):
    with pytest.raises(FitFailed) as caught:
        getattr(worker, work)(file(data), tmp_path / "out", 3_000_000)
    assert caught.value.values["reason"] == reason
    assert not (tmp_path / "out").exists()


def test_a_worker_that_answers_more_than_the_limit_is_not_believed(faulty, file, tmp_path):
    liar = faulty("answers-too-much")
    with pytest.raises(FitFailed) as caught:
        liar.fit(file(b"x" * 50), tmp_path / "out", 100)
    assert caught.value.values["reason"] == "crashed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak")
def test_a_photo_of_48_megapixels_takes_less_than_500_MiB(file, tmp_path):
    picture = large.noisy(2000, 1500).resize((8000, 6000))
    path = file(scans.encoded(picture, "jpeg", 6, quality=98))
    with Worker() as own:
        own.facts(path)
        assert own.fit(path, tmp_path / "out", 3_000_000).changed
        status = Path(f"/proc/{own._child.pid}/status").read_text()
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    assert peak <= 500 * 1024
