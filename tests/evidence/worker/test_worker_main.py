from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame
from cardprep.evidence.worker import operations
from cardprep.evidence.worker.main import answer
from making import hostile, pdfs, scans

LIMITS = Limits()


def ask(kind: str, data: bytes = b"", limits: Limits = LIMITS, **values: object) -> Frame:
    return answer(Frame({"ask": kind, "whole": True, **values}, data), limits, lambda _: None)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (hostile.broken_pdf(), "damaged"),
        (hostile.png_bomb(), "too-many-pixels"),
        (pdfs.encrypted(), "encrypted"),
        (b"%PDF-1.4\n%%EOF", "damaged"),
        (hostile.cut_at(scans.page(), 0.5), "damaged"),
        (b"hello", None),
    ],
)
def test_FILE_1_every_fault_is_an_answer(data, fault):
    assert ask("facts", data).header["fault"] == fault


def test_a_decoder_that_raises_anything_makes_a_damaged_file(monkeypatch):
    for error, fault in ((RecursionError, "damaged"), (KeyError, "damaged"), (MemoryError, "out-of-memory")):

        def fail(*_: object, kind: type[Exception] = error) -> None:
            raise kind

        monkeypatch.setattr(operations.pdf, "facts", fail)
        assert ask("facts", pdfs.text_pdf()).header == {
            "format": "pdf", "pages": [], "active": [], "trailing": 0, "fault": fault,
        }  # fmt: skip


def test_the_format_is_told_before_anything_is_decoded():
    told = []
    answer(Frame({"ask": "facts", "whole": True}, pdfs.text_pdf()), LIMITS, told.append)
    assert told[0] == "pdf"


def test_the_limits_come_with_the_request():
    limits = replace(LIMITS, pages=2)
    assert ask("facts", pdfs.blank_pdf(3), limits).header["fault"] == "too-many-pages"


def test_a_picture_has_one_page():
    told = ask("preview", scans.page(60, 80), page=1, side=10, turn=0)
    assert told.header == {"refusal": "no-such-page"}


@pytest.mark.parametrize("kind", ["preview", "prepare"])
def test_MAT_12_another_format_is_refused(kind):
    assert ask(kind, scans.other_format("GIF"), page=0, side=9, turn=0).header == {"refusal": "format"}


def test_a_request_that_makes_no_sense_does_not_end_the_child():
    assert ask("dance").header == {"fault": "damaged"}
    assert ask("preview", scans.page(60, 80), page="one").header == {"fault": "damaged"}
