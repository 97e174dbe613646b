"""The checklist of a case: each material with what the clerk attests, the findings, the cards, the digest."""

from __future__ import annotations

from collections.abc import Iterator

from cardprep.app.papers.source import PaperSource
from cardprep.case import people
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Answer, Attachment, CollectionWay, SealAnswer, WordingAnswer
from cardprep.case.slots import LETTER, QUALIFICATION, Owner, Part, Slot
from cardprep.paper.sheets import (
    ChecklistLabels,
    ChecklistSheet,
    ElementTick,
    FindingRow,
    MaterialRow,
    Row,
    Sign,
    SignatureLine,
    labels_of,
)
from cardprep.rules.acknowledging import holds
from cardprep.rules.addresses import same_address
from cardprep.rules.cards import count_cards
from cardprep.rules.materials_asked import materials

_SIGNS = {Severity.BLOCK: Sign.BLOCK, Severity.WARN: Sign.WARN, Severity.INFO: Sign.INFO}


def checklist_sheet(source: PaperSource) -> ChecklistSheet:
    """The sheet of the checklist."""
    return _Builder(source).sheet()


class _Builder:
    def __init__(self, source: PaperSource) -> None:
        self._source = source
        self._paper = source.catalog.paper

    def sheet(self) -> ChecklistSheet:
        source = self._source
        open_ones = [f for f in source.findings if f.is_open]
        done = [f for f in source.findings if f.acknowledged]
        return ChecklistSheet(
            heading=source.heading(self._paper("checklist.title")),
            labels=labels_of(ChecklistLabels, "checklist", source.catalog.paper_labels()),
            status=self._status(open_ones),
            facts=tuple(self._facts()),
            materials=tuple(self._materials()),
            open_findings=tuple(self._finding(f) for f in open_ones),
            acknowledged_findings=tuple(self._finding(f) for f in done),
            cards=tuple(self._cards()),
            collection=tuple(source.collection_rows()),
            digest=source.digest,
            qr=f"cardprep:sha256:{source.digest}",
            signatures=tuple(
                SignatureLine(self._paper(f"checklist.{who}"), self._paper(f"checklist.{who}_statement"))
                for who in ("preparer", "reviewer")
            ),
        )

    def _status(self, open_ones: list[Finding]) -> tuple[Sign, str]:
        blocking = sum(f.severity is Severity.BLOCK for f in open_ones)
        if not open_ones:
            return Sign.DONE, self._paper("checklist.ready")
        warnings = len(open_ones) - blocking
        return Sign.BLOCK, self._paper("checklist.not_ready", blocking=blocking, open=warnings)

    def _facts(self) -> Iterator[Row]:
        source, paper = self._source, self._paper
        case, unit = source.case, source.case.unit
        office = source.choice_name(source.rulebook.office(unit.issuing_office), unit.issuing_office)
        ticked = "checklist.declaration_ticked" if case.declaration else "checklist.declaration_not_ticked"
        yield Row(paper("checklist.firm"), unit.name, wide=True)
        yield Row(paper("checklist.uscc"), unit.uscc)
        yield Row(paper("checklist.customs_code"), unit.customs_code)
        yield Row(paper("checklist.kind"), source.kind())
        yield Row(paper("checklist.date"), source.today.isoformat())
        yield Row(paper("checklist.issuing_office"), office)
        yield Row(paper("checklist.legal_representative"), case.legal_representative.name)
        yield Row(paper("checklist.handler"), people.handler_name(case))
        yield Row(paper("checklist.operators"), str(len(case.operators)))
        yield Row(paper("checklist.declaration"), paper(ticked))

    def _cards(self) -> Iterator[Row]:
        cards, paper = count_cards(self._source.case), self._paper
        for name in ("legal_free", "operator_free", "to_buy"):
            count = paper("checklist.card_count", count=getattr(cards, name))
            yield Row(paper(f"checklist.{name}"), count)
        notes = [f for f in self._source.findings if f.rule == "APP-4"]
        for found in notes:
            yield Row(paper("checklist.buy_note"), self._source.catalog.finding(found).message, wide=True)

    def _materials(self) -> Iterator[MaterialRow]:
        case = self._source.case
        slots = [m.slot for m in materials(case)]
        if case.collection.way is CollectionWay.MAIL or case.in_slot(LETTER):
            slots.insert(1, LETTER)
        for slot in slots:
            yield self._material(slot)
            if case.in_slot(slot.translation) and slot != LETTER:
                yield self._material(slot.translation)

    def _material(self, slot: Slot) -> MaterialRow:
        files = tuple(a for a in self._source.attachments if a.slot == slot)
        return MaterialRow(
            owner=self._owner(slot),
            paper=self._source.catalog.place(str(slot), self._source.case),
            files=tuple(self._file_name(a) for a in files),
            elements=tuple(self._elements(slot, files)),
        )

    def _file_name(self, attachment: Attachment) -> str:
        name = self._source.names.get((str(attachment.slot), attachment.file), attachment.file)
        return name.rsplit("/", 1)[-1]

    def _owner(self, slot: Slot) -> str:
        case = self._source.case
        if slot.owner is Owner.UNIT:
            return case.unit.name.strip()
        if slot.owner is Owner.LEGAL:
            return case.legal_representative.name
        if slot.owner is Owner.HANDLER:
            return case.handler.name
        return case.operators[slot.index or 0].name

    def _elements(self, slot: Slot, files: tuple[Attachment, ...]) -> Iterator[ElementTick]:
        if slot.part is Part.TRANSLATION:
            yield self._seal("translation_seal", files)
            return
        yield self._seal("seal", files)
        if slot == LETTER:
            if self._letter_needs_legal():
                yield self._answer("legal_signature", [a.attested.signature for a in files])
                yield self._answer("legal_seal", [a.attested.legal_seal for a in files])
            return
        yield self._wording(files)
        signer = "legal_signature" if slot == QUALIFICATION else "signature"
        yield self._answer(signer, [a.attested.signature for a in files])
        dates = sorted({a.attested.date.isoformat() for a in files if a.attested.date})
        label = self._paper("checklist.element_date")
        yield ElementTick(
            label, True if dates else None, self._source.catalog.text("words.separator").join(dates)
        )

    def _letter_needs_legal(self) -> bool:
        case = self._source.case
        address, registered = case.collection.address.strip(), case.unit.registered_address.strip()
        return bool(address and registered) and not same_address(address, registered)

    def _seal(self, name: str, files: tuple[Attachment, ...]) -> ElementTick:
        answers = [a.attested.seal for a in files if a.attested.seal is not None]
        label = self._paper(f"checklist.element_{name}")
        for bad in (SealAnswer.SPECIAL, SealAnswer.COPY):
            if bad in answers:
                return ElementTick(label, False, self._paper(f"checklist.detail_seal_{bad.value}"))
        return ElementTick(label, SealAnswer.YES in answers if answers else None)

    def _wording(self, files: tuple[Attachment, ...]) -> ElementTick:
        answers = [a.attested.wording for a in files if a.attested.wording is not None]
        label = self._paper("checklist.element_wording")
        if WordingAnswer.YES not in answers and WordingAnswer.FOREIGN in answers:
            return ElementTick(label, True, self._paper("checklist.detail_wording_foreign"))
        return ElementTick(label, WordingAnswer.YES in answers if answers else None)

    def _answer(self, name: str, answers: list[Answer | None]) -> ElementTick:
        given = [answer for answer in answers if answer is not None]
        return ElementTick(self._paper(f"checklist.element_{name}"), Answer.YES in given if given else None)

    def _finding(self, found: Finding) -> FindingRow:
        catalog, text = self._source.catalog, self._source.catalog.finding(found, self._source.case)
        word = "acknowledged" if found.acknowledged else found.severity.value
        reason, by = self._acknowledgement(found) if found.acknowledged else ("", "")
        return FindingRow(
            sign=Sign.DONE if found.acknowledged else _SIGNS[found.severity],
            severity=catalog.paper(f"checklist.severity_{word}"),
            rule=found.rule,
            place=text.place,
            message=text.message,
            remedy="" if found.acknowledged else text.remedy,
            reason=reason,
            by=by,
        )

    def _acknowledgement(self, found: Finding) -> tuple[str, str]:
        """The reason that counts, and who gave it and when (to the minute)."""
        given = [entry for entry in self._source.case.acknowledged if holds(entry, found)]
        if not given:
            return "", ""
        at = given[-1].at[: len("2026-11-20T09:30")].replace("T", " ")
        known = [part for part in (given[-1].by, at) if part]
        return given[-1].reason, self._source.catalog.text("words.separator").join(known)
