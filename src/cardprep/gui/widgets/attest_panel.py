"""What the clerk sees on a paper, asked in plain words beside its picture. Nothing is answered for her."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.case import edits
from cardprep.case.model import Answer, Attested, SealAnswer, WordingAnswer
from cardprep.case.slots import LETTER, QUALIFICATION, Part, Slot
from cardprep.gui.context import Context
from cardprep.gui.widgets.asked import DATES, Element, signer_of
from cardprep.gui.widgets.date_field import DateField
from cardprep.gui.widgets.message import Line
from cardprep.gui.widgets.question import Asking, Question, Reply

_ANSWERS = {
    Element.SEAL: SealAnswer,
    Element.WORDING: WordingAnswer,
    Element.SIGNATURE: Answer,
    Element.LEGAL_SEAL: Answer,
}


class AttestPanel(QWidget):
    """The questions about one file.

    Attributes:
        asked: the elements it asks about.
    """

    def __init__(
        self,
        context: Context,
        slot: Slot,
        file: str,
        index: int,
        asked: Sequence[Element],
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.asked = tuple(asked)
        self._narrow = narrow
        self._context = context
        self._slot = slot
        self._file = file
        self._name = f"attest:{slot}:{index}"
        self._askings: dict[Element, Asking] = {}
        self._dates: dict[Element, DateField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.em(0.9))
        for element in self.asked:
            asking = self._date_asking(element) if element in DATES else self._question(element)
            self._askings[element] = asking
            column.addWidget(asking)
        self.refresh()

    @property
    def attested(self) -> Attested:
        """What was attested of the file so far."""
        files = self._context.session.case.in_slot(self._slot)
        return next((a.attested for a in files if a.file == self._file), Attested())

    def refresh(self) -> None:
        """Show the questions and answers as they are now."""
        attested = self.attested
        for element, asking in self._askings.items():
            asking.ask(self._text(element), self._quote(element))
            if isinstance(asking, Question):
                asking.show_answer(getattr(attested, element))
        for element, field in self._dates.items():
            field.show_date(getattr(attested, element))

    def say(self, lines: Mapping[Element, Sequence[Line]]) -> None:
        """Show under each question what the rules say of it."""
        for element, asking in self._askings.items():
            asking.say(lines.get(element, ()))

    def focus(self, element: Element) -> bool:
        """Bring the keyboard to the question about `element`; False where it is not asked."""
        answer = self._dates.get(element) or self._askings.get(element)
        if answer is not None:
            answer.focus()
        return answer is not None

    def _question(self, element: Element) -> Question:
        name = f"{self._name}:{element}"
        question = Question(self._context.theme, name, self._replies(element), self._narrow)
        question.answered.connect(partial(self._on_answered, element))
        return question

    def _date_asking(self, element: Element) -> Asking:
        asking = Asking(self._context.theme)
        field = DateField(self._context.theme, f"{self._name}:{element}", self._text(element))
        field.setMaximumWidth(self._context.theme.em(18))
        field.edited.connect(partial(self._on_dated, element))
        field.left.connect(self._context.session.seal)
        self._dates[element] = field
        asking.body.addWidget(field)
        return asking

    def _on_answered(self, element: Element, value: str) -> None:
        self._attest(False, **{element.value: _ANSWERS[element](value)})

    def _on_dated(self, element: Element, date: dt.date | None) -> None:
        self._attest(True, **{element.value: date})

    def _attest(self, typing: bool, **changed: Any) -> None:  # noqa: ANN401 - each element has its own kind
        attested = replace(self.attested, **changed)
        edit = partial(edits.attest, slot=self._slot, file=self._file, attested=attested)
        self._context.session.apply(edit, where=str(self._slot), initiator=self, typing=typing)

    def _replies(self, element: Element) -> tuple[Reply, ...]:
        yes, no = Reply("yes", self.tr("Yes")), Reply("no", self.tr("No"))
        if element is Element.SEAL and self._slot.part is not Part.TRANSLATION:
            return (
                Reply("yes", self.tr("Yes, in fresh ink")),
                Reply("no", self.tr("No seal on it")),
                Reply("special", self.tr("Another seal (contract, finance …)")),
                Reply("copy", self.tr("Only a photocopied seal")),
            )
        if element is Element.WORDING and self._slot.is_person:
            return (yes, no, Reply("foreign", self.tr("Yes, but in a foreign language")))
        return (yes, no)

    def _text(self, element: Element) -> str:
        if element is Element.SEAL:
            return self._seal_text()
        if element is Element.LEGAL_SEAL:
            return self.tr("Is the legal representative's personal seal (法人章) on the letter?")
        if self._slot == LETTER and element is Element.SIGNATURE:
            return self.tr("Did {who} sign the letter by hand?").format(who=self._who())
        texts = {
            Element.WORDING: self.tr("Did {who} write this sentence on it by hand?"),
            Element.SIGNATURE: self.tr("Did {who} sign it by hand?"),
            Element.DATE: self.tr("Which date did {who} write beside the signature?"),
            Element.EXPIRES: self.tr("Document valid until (may be left empty)"),
        }
        return texts[element].format(who=self._who())

    def _seal_text(self) -> str:
        if self._slot.part is Part.TRANSLATION:
            return self.tr("Is the seal of the translator, or the firm's official seal, on it?")
        if self._slot == LETTER:
            return self.tr("Is the firm's official seal (公章) stamped on the letter?")
        return self.tr("Is the firm's official seal (公章) stamped on this copy?")

    def _who(self) -> str:
        name = signer_of(self._context.session, self._slot).name.strip()
        if name:
            return name
        return self.tr("this person") if self._slot.is_person else self.tr("the legal representative")

    def _quote(self, element: Element) -> str:
        if element is not Element.WORDING:
            return ""
        paper = "unit" if self._slot == QUALIFICATION else "person"
        return f"“{self._context.session.rulebook.wordings[paper]}”"
