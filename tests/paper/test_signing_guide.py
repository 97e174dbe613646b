"""The signing guide: one page a person, the sentence word for word and large."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest
from paper_samples import FIRM, PEOPLE, heading, text_of, texts

from cardprep.paper import signing_guide
from cardprep.paper.handwriting import GuideLabels, GuidePage, GuidePaper, guide_labels

UNIT, PERSON = "同意办理电子口岸制发卡业务", "同意使用本人信息办理电子口岸制发卡业务"


IDENTITY = (GuidePaper("写在身份证明材料上：", PERSON),)


def page(name="张三", papers=IDENTITY, hints=()):
    return GuidePage(name, "操作员", papers, f"签本人姓名“{name}”。", hints)


def drawn(*pages, language="zh_CN"):
    labels = guide_labels(texts(language))
    return signing_guide.draw(heading("guide", language, firm=""), labels, FIRM, pages)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_each_person_has_one_page_whatever_his_name_and_papers(language):
    long = page("阿卜" * 25, (GuidePaper("写" * 60, UNIT), GuidePaper("在" * 120, PERSON)), ("外文" * 40,))
    assert drawn(long, *(page(name) for name in PEOPLE), language=language).pages == len(PEOPLE) + 1


def test_the_sentences_stand_there_word_for_word():
    text = text_of(drawn(page(papers=(GuidePaper("a", UNIT), GuidePaper("b", PERSON)))))
    assert UNIT in text
    assert PERSON in text


def test_the_sentence_is_the_largest_text_and_on_one_line():
    shown = pypdfium2.PdfDocument(drawn(page()).pdf)[0].get_textpage()
    found = shown.search(PERSON)
    at, count = found.get_next()
    boxes = [shown.get_charbox(number) for number in range(at, at + count)]
    assert min(top - bottom for _, bottom, _, top in boxes) > 10
    assert max(bottom for _, bottom, _, _ in boxes) - min(bottom for _, bottom, _, _ in boxes) < 12


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_label_is_filled(language):
    labels = guide_labels(texts(language))
    assert all(getattr(labels, known.name).strip() for known in dataclasses.fields(GuideLabels))
