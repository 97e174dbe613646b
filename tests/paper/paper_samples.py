"""Sheets to print: fictitious people, in both languages, and what is on the pages again."""

from __future__ import annotations

import hashlib
import io
import json

import pypdf
import pypdfium2

from cardprep.host.resources import read_text
from cardprep.paper.sheets import (
    ChecklistLabels,
    ChecklistSheet,
    ConfirmationLabels,
    ConfirmationSheet,
    ElementTick,
    FileRow,
    FindingRow,
    Group,
    Heading,
    LetterLabels,
    LetterSheet,
    MaterialRow,
    Paper,
    Row,
    Screen,
    Sign,
    SignatureLine,
    labels_of,
)

DIGEST = hashlib.sha256("南京示例".encode()).hexdigest()
FIRM = "南京示例进出口有限公司"
PEOPLE = (
    "王示例", "𠮷田样", "䶮㛃", "买买提·艾力", "Łukasz Żółć",
    "Алексей Иванов", "欧阳𫍯𬭎", "José Müller", "𪚏𡧳", "赵样例",
)  # fmt: skip


def texts(language: str = "zh_CN") -> dict[str, str]:
    """The wording of the papers."""
    found: dict[str, str] = json.loads(read_text(f"wording/papers.{language}.json"))
    return found


def heading(paper: str, language: str = "zh_CN", *, firm: str = FIRM, draft: bool = False) -> Heading:
    """What stands around the pages of `paper`."""
    words = texts(language)
    origin = words["origin"].format(program="cardprep", version="0.1.0", rulebook="江苏", edition="2026-11")
    return Heading(
        title=words[f"{paper}.title"],
        firm=firm,
        language="zh-CN" if language == "zh_CN" else "en",
        origin=origin,
        digest=words["digest_short"].format(digest=DIGEST[:12]),
        page=words["page"],
        draft=words["draft"] if draft else "",
    )


def _material(words: dict[str, str], owner: str, paper: str, seen: bool | None, *files: str) -> MaterialRow:
    elements = tuple(
        ElementTick(words[f"checklist.element_{name}"], seen, "2026-11-20" if name == "date" and seen else "")
        for name in ("seal", "wording", "signature", "date")
    )
    return MaterialRow(owner, paper, files, elements)


def materials(words: dict[str, str], people: tuple[str, ...] = PEOPLE) -> tuple[MaterialRow, ...]:
    """Fourteen materials for ten operators, with the letter."""
    letter = tuple(
        ElementTick(words[f"checklist.element_{name}"], None)
        for name in ("seal", "legal_signature", "legal_seal")
    )
    return (
        _material(words, "", "市场主体资格证明材料", True, "unit-qualification.pdf"),
        MaterialRow("", "邮寄业务委托书", ("mail-letter.pdf",), letter),
        _material(words, "法定代表人　李样本", "身份证明材料", True, "legal-front.jpg", "legal-back.jpg"),
        *(
            _material(
                words, f"操作员 {n}　{name}", "身份证明材料", n % 3 != 0, f"operator-{n:02}-identity.pdf"
            )
            for n, name in enumerate(people, start=1)
        ),
        _material(words, "经办人　钱样品", "身份证明材料", None),
    )


def _findings(words: dict[str, str]) -> tuple[FindingRow, ...]:
    return (
        FindingRow(
            Sign.BLOCK, words["checklist.severity_block"], "MAT-10", "操作员 3 · 身份证明材料",
            "身份证明材料上未见签字日期。", "请由本人在空白处手写签字日期，重新扫描后替换该附件。",
        ),
        FindingRow(
            Sign.WARN, words["checklist.severity_warn"], "FIELD-3", "法定代表人 · 联系电话",
            "号段较少见，请核对。", "与本人核对后更正，或注明理由予以确认。",
        ),
    )  # fmt: skip


def _acknowledged(words: dict[str, str], reason: str) -> tuple[FindingRow, ...]:
    by = words["checklist.by_at"].format(by="孙样张", at="2026-11-23 14:05")
    return (
        FindingRow(
            Sign.DONE, words["checklist.severity_acknowledged"], "VIEW-2", "操作员 1 · 姓名",
            "录入“王示例”，证件上读作“王小例”。", reason=reason, by=by,
        ),
    )  # fmt: skip


def checklist_sheet(
    language: str = "zh_CN",
    *,
    firm: str = FIRM,
    people: tuple[str, ...] = PEOPLE,
    draft: bool = False,
    reason: str = "证件照片反光，已与本人核对无误。",
) -> ChecklistSheet:
    """A full checklist."""
    words = texts(language)

    def word(key: str) -> str:
        return words[f"checklist.{key}"]

    facts = (
        Row(word("firm"), firm, wide=True),
        Row(word("uscc"), "91320115MA1XXXXXXX"),
        Row(word("customs_code"), "3201960A1B"),
        Row(word("kind"), "新增操作员卡（增办）"),
        Row(word("date"), "2026-11-23"),
        Row(word("issuing_office"), "南京江北制卡网点"),
        Row(word("handler"), "钱样品"),
        Row(word("declaration"), ""),
    )
    return ChecklistSheet(
        heading=heading("checklist", language, firm=firm, draft=draft),
        labels=labels_of(ChecklistLabels, "checklist", words),
        status=(Sign.BLOCK, word("not_ready").format(blocking=1, open=1))
        if draft
        else (Sign.DONE, word("ready")),
        facts=facts,
        materials=materials(words, people),
        open_findings=_findings(words) if draft else (),
        acknowledged_findings=_acknowledged(words, reason),
        cards=(
            Row(word("legal_free"), word("card_count").format(count=0)),
            Row(word("operator_free"), word("card_count").format(count=0)),
            Row(word("to_buy"), word("card_count").format(count=10)),
        ),
        collection=(
            Row(word("way"), "邮寄取卡"),
            Row(word("recipient"), people[0]),
            Row(word("recipient_mobile"), "13800138000"),
            Row(word("address"), "江苏省南京市江北新区示例路 1 号 <A&B> 座", wide=True),
        ),
        digest=DIGEST,
        qr=f"cardprep:sha256:{DIGEST}",
        signatures=tuple(
            SignatureLine(word(who), word(f"{who}_statement")) for who in ("preparer", "reviewer")
        ),
    )


def letter_sheet(language: str = "zh_CN", *, legal: str | None = None, draft: bool = False) -> LetterSheet:
    """A letter; `legal` for the variant with another address."""
    words = texts(language)
    address = "江苏省南京市江北新区示例路 1 号"
    body = words["letter.body"].format(unit=FIRM, uscc="91320115MA1XXXXXXX", kind="新增操作员卡")
    where = words["letter.body_other" if legal else "letter.body_registered"]
    return LetterSheet(
        heading=heading("letter", language, draft=draft),
        labels=labels_of(LetterLabels, "letter", words),
        addressee=words["letter.addressee"].format(office="南京江北制卡网点"),
        paragraphs=(body, where.format(registered_address=address), words["letter.body_liability"]),
        recipient=(
            Row(words["letter.recipient"], PEOPLE[1]),
            Row(words["letter.mobile"], "13800138000"),
            Row(words["letter.address"], address, wide=True),
        ),
        unit=FIRM,
        legal_representative=legal,
    )


def _file(words: dict[str, str], name: str) -> FileRow:
    detail = words["file_detail"].format(format="PDF", size="812 345", pages=2, digest=DIGEST[:12])
    return FileRow("身份证明材料", name, detail)


def confirmation_sheet(language: str = "zh_CN", *, draft: bool = False) -> ConfirmationSheet:
    """Everything of an application with ten operators."""
    words = texts(language)
    labels = ("姓名", "证件类型", "证件号码", "手机号码")
    operators = tuple(
        Group(
            f"操作员 {number}（已确认）",
            tuple(
                Row(label, value)
                for label, value in zip(
                    labels, (name, "居民身份证", "11010519491231002X", "13800138000"), strict=True
                )
            ),
            (_file(words, f"operator-{number:02}-identity.pdf"),),
        )
        for number, name in enumerate(PEOPLE, start=1)
    )
    unit = Group("", (Row("单位名称", FIRM, wide=True),), (_file(words, "licence.jpg"),))
    return ConfirmationSheet(
        heading=heading("confirmation", language, draft=draft),
        labels=labels_of(ConfirmationLabels, "confirmation", words),
        screens=(
            Screen(words["confirmation.screen_unit"], (unit,)),
            Screen(words["confirmation.screen_operators"], operators),
        ),
    )


def text_of(paper: Paper) -> str:
    """All text of the pages, without white space."""
    reader = pypdf.PdfReader(io.BytesIO(paper.pdf))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def page_texts(paper: Paper) -> list[str]:
    """The text of each page, without white space."""
    reader = pypdf.PdfReader(io.BytesIO(paper.pdf))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def inked(paper: Paper, scale: float = 1.0) -> list[tuple[float, float, float, float]]:
    """For each page the box of everything drawn: left, top, right, bottom in points."""
    document = pypdfium2.PdfDocument(paper.pdf)
    boxes = []
    for page in document:
        picture = page.render(scale=scale, grayscale=True).to_pil()
        box = picture.point(lambda level: 255 if level < 250 else 0).getbbox()
        boxes.append(tuple(edge / scale for edge in box))
        page.close()
    document.close()
    return boxes
