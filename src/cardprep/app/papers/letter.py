"""The mail-delegation letter; its text is the rule pack's, in Chinese whatever the window's language."""

from __future__ import annotations

from cardprep.case.model import Case
from cardprep.paper.sheets import Heading, LetterLabels, LetterSheet, Row, labels_of
from cardprep.rules.addresses import same_address
from cardprep.rules.rulebook import Rulebook
from cardprep.wording.catalog import Catalog, fill

LANGUAGE = "zh_CN"


def letter_sheet(case: Case, rulebook: Rulebook, draft: bool = False) -> LetterSheet:
    """The sheet of the letter, in the variant that the delivery address asks for (HAND-7)."""
    texts, collection, unit = rulebook.letter, case.collection, case.unit
    catalog = Catalog(LANGUAGE, rulebook.id)
    other = bool(collection.address.strip()) and not same_address(collection.address, unit.registered_address)
    office = rulebook.office(unit.issuing_office)
    empty = texts["empty"]
    values = {
        "firm": unit.name.strip() or empty,
        "uscc": unit.uscc.strip() or empty,
        "kind": catalog.text(f"kinds.{case.kind or 'none'}"),
        "registered_address": unit.registered_address.strip() or empty,
        "office": office.name if office else "",
    }
    paragraphs = ("body", "other" if other else "registered", "liability")
    labels = {f"letter.{key}": text for key, text in texts.items()}
    return LetterSheet(
        heading=_heading(rulebook, catalog, draft),
        labels=labels_of(LetterLabels, "letter", labels),
        addressee=fill(texts["addressee"], values),
        paragraphs=tuple(fill(texts[key], values) for key in paragraphs),
        recipient=(
            Row(texts["recipient"], collection.recipient.strip()),
            Row(texts["mobile"], collection.mobile.strip()),
            Row(texts["address"], collection.address.strip(), wide=True),
        ),
        unit=unit.name.strip(),
        legal_representative=case.legal_representative.name.strip() if other else None,
    )


def _heading(rulebook: Rulebook, catalog: Catalog, draft: bool) -> Heading:
    """The letter is a paper of the firm's: no digest on it, nothing but the page and the program."""
    paper = catalog.paper
    return Heading(
        title=rulebook.letter["title"],
        firm="",
        language="zh-CN",
        origin=paper(
            "origin", program="cardprep", version="", rulebook=rulebook.id, edition=rulebook.edition
        ),
        digest="",
        page=catalog.paper_labels()["page"],
        draft=paper("draft") if draft else "",
    )
