"""The recovery key on paper: every group, its QR code, and room for all of it on one page."""

from __future__ import annotations

import dataclasses

import pytest
from paper_samples import inked, text_of

from cardprep.library.recovery import RecoveryKey
from cardprep.paper import recovery_sheet as module
from cardprep.paper.frame import EDGE, PAGE_HEIGHT, PAGE_WIDTH
from cardprep.paper.recovery_sheet import RecoveryLabels, draw
from making.recovery_sheets import NAME, recovery_sheet

KEY = RecoveryKey.new()
LANGUAGES = ["zh_CN", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_all_that_is_needed_on_one_page(language):
    paper = draw(recovery_sheet(KEY, language))
    text = text_of(paper)
    assert paper.pages == 1
    assert not paper.missing
    assert all(group in text for group in KEY.groups)
    assert all(said.replace(" ", "") in text for said in (NAME, "2026-11-23", "4f3a 91c0"))


@pytest.mark.parametrize("group", ["WWWWW", "MMMMM", "QQQQQ"])
def test_the_widest_group_stays_on_one_line(group):
    sheet = dataclasses.replace(recovery_sheet(KEY), groups=(group,) * 7)
    assert text_of(draw(sheet)).count(group) == 7


def test_the_qr_code_says_the_key(monkeypatch):
    said = []
    original = module.QrCode
    monkeypatch.setattr(module, "QrCode", lambda text, size: said.append(text) or original(text, size))
    draw(recovery_sheet(KEY))
    assert [RecoveryKey.read(text) for text in said] == [KEY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_drawn_at_the_edge(language):
    for left, top, right, bottom in inked(draw(recovery_sheet(KEY, language, name="示例" * 60))):
        assert min(left, top) >= EDGE - 1
        assert right <= PAGE_WIDTH - EDGE + 1
        assert bottom <= PAGE_HEIGHT - EDGE + 1


def test_the_key_stands_in_no_metadata_and_shows_in_no_words():
    sheet = recovery_sheet(KEY)
    assert KEY.groups[0] not in repr(sheet)
    assert KEY.groups[0].encode() not in draw(sheet).pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_empty(language):
    labels = recovery_sheet(KEY, language).labels
    assert all(getattr(labels, field.name).strip() for field in dataclasses.fields(RecoveryLabels))
