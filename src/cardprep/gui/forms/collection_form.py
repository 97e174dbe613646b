"""How the cards are collected: at one of the counters, or by mail (HAND-5 to HAND-7)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case.edits import choose_collection, set_text
from cardprep.case.finding import Finding
from cardprep.case.model import CollectionWay
from cardprep.case.slots import LETTER
from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.asked import is_delivered_elsewhere
from cardprep.gui.widgets.choice_group import ChoiceGroup, Item
from cardprep.gui.widgets.field import FieldText, marked
from cardprep.gui.widgets.letter_printer import LetterPrinter
from cardprep.gui.widgets.message import Line, Message, finding_lines
from cardprep.gui.widgets.text_field import TextField


class CollectionForm(Form):
    """The way of collection and what belongs to it; without the letter where it is a firm's usual way.

    Signals:
        letter_asked: the clerk wants to go to the slot of the mail-delegation letter.
    """

    letter_asked = Signal(str)

    def __init__(self, context: Context, with_letter: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._with_letter = with_letter
        self._printer: LetterPrinter | None = None
        self._way = self.parts.add(ChoiceGroup(context, "collection.way", self._ways()))
        self._way.chosen.connect(self._choose_way)
        self.column.addWidget(self._way)
        self._outlet = self.parts.add(ChoiceGroup(context, "collection.outlet", self._outlets(), 2))
        self._outlet.chosen.connect(self._choose_outlet)
        self._counter = self._counter_fields()
        self._way.put_below(CollectionWay.COUNTER, self._counter)
        self._mail = self._mail_fields()
        self._way.put_below(CollectionWay.MAIL, self._mail)
        self._show()

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show()

    def _ways(self) -> tuple[Item, ...]:
        return (
            Item(
                CollectionWay.COUNTER,
                self.tr("At the counter"),
                self.tr("At one of the issuing outlets (制卡网点)."),
            ),
            Item(
                CollectionWay.MAIL,
                self.tr("By mail"),
                self.tr("Needs the mail-delegation letter with the firm's seal."),
            ),
        )

    def _outlets(self) -> tuple[Item, ...]:
        english = self.context.catalog.language == "en"
        return tuple(
            Item(
                outlet.id, f"{outlet.english} ({outlet.name})" if english and outlet.english else outlet.name
            )
            for outlet in self.context.session.rulebook.outlets
        )

    def _counter_fields(self) -> QWidget:
        """The outlets under their heading, set in: they belong to the choice above."""
        held = QWidget()
        em = self.context.theme.em
        column = QVBoxLayout(held)
        column.setContentsMargins(em(1.7), em(0.2), 0, em(0.6))
        column.setSpacing(em(0.5))
        heading = QLabel(marked(self.context.theme, self.tr("Issuing outlet (取卡网点)"), True))
        heading.setTextFormat(Qt.TextFormat.RichText)
        set_role(heading, "label")
        column.addWidget(heading)
        column.addWidget(self._outlet)
        return held

    def _mail_fields(self) -> Form:
        form = Form(self.context)
        form.column.setContentsMargins(self.context.theme.em(1.7), self.context.theme.em(0.2), 0, 0)
        recipient = FieldText(self.tr("Recipient at the firm"), required=True)
        mobile = FieldText(self.tr("Recipient's mobile number"), self.tr("11 digits"), required=True)
        address = FieldText(self.tr("Delivery address"), required=True)
        form.side_by_side(self._text("recipient", recipient), self._text("mobile", mobile))
        form.column.addWidget(self._text("address", address))
        self._same = QPushButton(self.tr("Use the registered address"))
        self._same.setObjectName("use-registered-address")
        set_role(self._same, "link")
        self._note = Message(self.context.theme)
        form.column.addWidget(self._same, 0, Qt.AlignmentFlag.AlignLeft)
        form.column.addWidget(self._note)
        self._same.clicked.connect(self._use_registered)
        if self._with_letter:
            self._add_letter(form)
        return form

    def _add_letter(self, form: Form) -> None:
        self._printer = LetterPrinter(self.context, "collection")
        letter = QPushButton(self.tr("Go to the mail-delegation letter"))
        letter.setObjectName("go-to-letter")
        set_role(letter, "link")
        letter.clicked.connect(partial(self.letter_asked.emit, str(LETTER)))
        form.column.addWidget(self._printer)
        form.column.addWidget(letter, 0, Qt.AlignmentFlag.AlignLeft)

    def _text(self, name: str, text: FieldText) -> TextField:
        return self.parts.add(TextField(self.context, f"collection.{name}", text))

    def _choose_way(self, way: str) -> None:
        edit = partial(choose_collection, way=CollectionWay(way))
        self.context.session.apply(edit, where="collection.way", initiator=self)

    def _choose_outlet(self, outlet: str) -> None:
        edit = partial(set_text, path="collection.outlet", text=outlet)
        self.context.session.apply(edit, where="collection.outlet", initiator=self)

    def _use_registered(self) -> None:
        address = self.context.session.case.unit.registered_address
        edit = partial(set_text, path="collection.address", text=address)
        self.context.session.apply(edit, where="collection.address", initiator=self)

    def _show(self) -> None:
        case = self.context.session.case
        way = case.collection.way
        self._way.show_choice(way.value if way is not None else "")
        self._outlet.show_choice(case.collection.outlet)
        self._counter.setVisible(way is CollectionWay.COUNTER)
        self._mail.setVisible(way is CollectionWay.MAIL)
        if self._printer is not None:
            self._printer.refresh()
        registered = case.unit.registered_address.strip()
        self._same.setEnabled(bool(registered) and case.collection.address.strip() != registered)
        self._note.say((*self._elsewhere(), *finding_lines(self.context, self._about_letter())))

    def _elsewhere(self) -> tuple[Line, ...]:
        if not self._with_letter or not is_delivered_elsewhere(self.context.session):
            return ()
        told = self.tr(
            "This is not the registered address: the letter also needs the legal representative's signature "
            "and personal seal (法人章)."
        )
        return (Line("info", told),)

    def _about_letter(self) -> Iterator[Finding]:
        findings = self.context.session.findings_at(str(LETTER))
        return (finding for finding in findings if finding.rule in ("UNIT-3", "HAND-7"))
