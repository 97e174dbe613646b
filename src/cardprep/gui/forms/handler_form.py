"""Who the handler is: the legal representative, an operator of this application, or someone else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.model import HandlerWho
from cardprep.case.people import handler_is_known, inherited_mobile
from cardprep.gui.context import Context
from cardprep.gui.forms.form import Form
from cardprep.gui.forms.inherited_person import InheritedPerson
from cardprep.gui.forms.person_form import PersonForm
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.choice_group import ChoiceGroup, Item
from cardprep.gui.widgets.field import FieldText
from cardprep.gui.widgets.text_field import TextField


class HandlerForm(Form):
    """The choice, the person behind it, and the mobile that receives the code online."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._who = self.parts.add(ChoiceGroup(context, "handler", tuple(self._items()), 2))
        self._who.chosen.connect(self._choose)
        self._follows = QLabel(self.tr("Taken over from that screen; later changes there are followed here."))
        self._follows.setWordWrap(True)
        set_role(self._follows, "hint")
        self._inherited = InheritedPerson(context)
        self._other = self.parts.add(PersonForm(context, "handler"))
        self._mobile = self.parts.add(TextField(context, "handler.mobile", self._mobile_text()))
        for widget in (self._who, self._follows, self._inherited, self._other, self._mobile):
            self.column.addWidget(widget)
        self._show()

    @property
    def is_other(self) -> bool:
        """Whether the handler is someone else, who has papers of his own."""
        return self.context.session.case.handler.who is HandlerWho.OTHER

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        self._show()

    def _choose(self, id_: str) -> None:
        who, _, index = id_.partition(":")
        operator = int(index) if index else None
        edit = partial(edits.choose_handler, who=HandlerWho(who), operator=operator)
        self.context.session.apply(edit, where="handler", initiator=self)

    def _items(self) -> Iterator[Item]:
        case, nameless = self.context.session.case, self.tr("not entered yet")
        title = self.tr("Legal representative: {name}")
        yield Item("legal-representative", title.format(name=case.legal_representative.name or nameless))
        for index, operator in enumerate(case.operators):
            title = self.tr("Operator {number}: {name}").format(
                number=index + 1, name=operator.name or nameless
            )
            yield Item(f"operator:{index}", title)
        detail = self.tr("His or her data and identity material are entered below.")
        yield Item("other", self.tr("Someone else"), detail)

    def _mobile_text(self) -> FieldText:
        hint = self.tr(
            "Receives the SMS code online. May be another number than above; left empty, that one is used."
        )
        return FieldText(self.tr("Mobile number of the handler"), hint, required=True)

    def _show(self) -> None:
        case = self.context.session.case
        self._who.show_items(tuple(self._items()))
        self._who.show_choice(self._chosen())
        known = handler_is_known(case)
        self._follows.setVisible(known and not self.is_other)
        self._inherited.refresh()
        self._other.setVisible(self.is_other)
        self._mobile.setVisible(known)
        inherited = inherited_mobile(case)
        self._mobile.set_placeholder(inherited)
        self._mobile.show_required(not inherited.strip())

    def _chosen(self) -> str:
        handler = self.context.session.case.handler
        if handler.who is HandlerWho.OPERATOR:
            return f"operator:{handler.operator}"
        return handler.who.value if handler.who is not None else ""
