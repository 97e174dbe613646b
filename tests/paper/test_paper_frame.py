"""What every page of every paper has in common."""

from __future__ import annotations

import dataclasses
import io

import pypdf
import pypdfium2
import pytest
from paper_samples import (
    DIGEST,
    checklist_sheet,
    confirmation_sheet,
    inked,
    letter_sheet,
    page_texts,
    text_of,
    texts,
)

from cardprep.paper import checklist, confirmation, delegation_letter
from cardprep.paper.frame import EDGE, FOOTER, PAGE_HEIGHT, PAGE_WIDTH
from cardprep.paper.sheets import Paper, Row

LONG = ("欧" * 50, "W" * 50, "<b>&amp;" * 6, "一" * 49 + "😀", "Христофор" * 5)


def _all_papers(language: str = "zh_CN", *, draft: bool = False) -> list[Paper]:
    return [
        checklist.draw(checklist_sheet(language, draft=draft)),
        delegation_letter.draw(letter_sheet(language, draft=draft)),
        delegation_letter.draw(letter_sheet(language, legal="李样本", draft=draft)),
        confirmation.draw(confirmation_sheet(language, draft=draft)),
    ]


def _inside(paper: Paper) -> bool:
    return all(
        left >= EDGE and top >= EDGE and right <= PAGE_WIDTH - EDGE and bottom <= PAGE_HEIGHT - EDGE
        for left, top, right, bottom in inked(paper)
    )


def _overprinted(paper: Paper) -> bool:
    """Whether text runs into the gap above the footer's line on any page."""
    document = pypdfium2.PdfDocument(paper.pdf)
    gaps = []
    for page in document:
        text = page.get_textpage()
        gaps.append(text.get_text_bounded(left=0, right=PAGE_WIDTH, bottom=FOOTER - 8, top=FOOTER - 2))
        text.close()
        page.close()
    document.close()
    return any(gap.strip() for gap in gaps)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("draft", [False, True])
def test_draft_mark_stands_on_every_page_of_a_draft_alone(language, draft):
    mark = "".join(texts(language)["draft"].split())
    pages = [page for paper in _all_papers(language, draft=draft) for page in page_texts(paper)]
    assert all((page.count(mark) >= 2) is draft for page in pages)


def test_pages_are_numbered_to_the_last():
    paper = checklist.draw(checklist_sheet())
    pages = page_texts(paper)
    assert len(pages) == paper.pages > 1
    assert all(f"第{n}页/共{paper.pages}页" in page for n, page in enumerate(pages, start=1))


def test_every_page_names_title_firm_origin_and_digest():
    for page in page_texts(checklist.draw(checklist_sheet())):
        assert "电子口岸制发卡申请材料核对单" in page
        assert "南京示例进出口有限公司" in page
        assert "cardprep0.1.0" in page
        assert DIGEST[:12] in page


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("draft", [False, True])
def test_nothing_is_drawn_at_the_edge(language, draft):
    assert all(_inside(paper) for paper in _all_papers(language, draft=draft))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_long_and_odd_names_stay_inside_and_complete(language):
    paper = checklist.draw(checklist_sheet(language, firm="W" * 100, people=LONG))
    assert _inside(paper)
    text = text_of(paper)
    assert all(name.replace("😀", "〔U+1F600〕") in text for name in LONG)


def test_a_reason_longer_than_a_page_flows_on():
    paper = checklist.draw(checklist_sheet(reason="囍" * 5000))
    assert _inside(paper)
    assert not _overprinted(paper)
    assert sum(page.count("囍") for page in page_texts(paper)) == 5000


def test_every_font_is_embedded_as_a_subset():
    for paper in _all_papers():
        for page in pypdf.PdfReader(io.BytesIO(paper.pdf)).pages:
            for font in page["/Resources"]["/Font"].values():
                assert font["/BaseFont"][7] == "+"
                assert "/FontFile2" in font["/FontDescriptor"]


def test_the_same_sheet_gives_the_same_bytes():
    assert _all_papers() == _all_papers()


def test_metadata_holds_the_title_and_no_person():
    reader = pypdf.PdfReader(io.BytesIO(checklist.draw(checklist_sheet()).pdf))
    assert reader.metadata.title == "电子口岸制发卡申请材料核对单"
    assert not reader.metadata.author
    assert "南京示例" not in str(dict(reader.metadata))
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_braces_in_a_firm_name_are_plain_text():
    sheet = checklist_sheet(firm="{page} {0} %s 有限公司")
    assert "{page}{0}%s有限公司" in text_of(checklist.draw(sheet))


def test_line_ends_in_a_firm_name_do_not_heighten_the_header():
    assert _inside(checklist.draw(checklist_sheet(firm="南京\n\n\n\n示例\r\n有限公司")))


def test_a_firm_name_too_long_for_the_header_stands_whole_below_the_title():
    paper = checklist.draw(checklist_sheet(firm="😀" * 90, draft=True))
    assert _inside(paper)
    assert "〔U+1F600〕" * 90 in page_texts(paper)[0]


def test_a_remark_longer_than_a_page_flows_on():
    sheet = checklist_sheet()
    remark = dataclasses.replace(sheet, collection=(Row("备注栏内容", "囍" * 4000, wide=True),))
    paper = checklist.draw(remark)
    assert _inside(paper)
    assert not _overprinted(paper)
    assert text_of(paper).count("囍") == 4000


def test_a_sheet_without_digest_and_firm_can_be_drawn():
    sheet = letter_sheet()
    bare = dataclasses.replace(sheet, heading=dataclasses.replace(sheet.heading, firm="", digest=""))
    assert delegation_letter.draw(bare).pages == 1
