"""One field of the case: label above, editor, hint, and what the rules say of it below."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.case.paths import text_at
from cardprep.gui.context import Context
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.message import Message, finding_lines

PAUSE_MS = 900
"""A pause in typing after which a value is judged before the field was left."""
_AT_ONCE = frozenset({"OPER-6"})


@dataclass(frozen=True, slots=True)
class FieldText:
    """What stands around an editor. `inferred`: the guide does not say it, the online system decides."""

    label: str
    hint: str = ""
    placeholder: str = ""
    required: bool = False
    inferred: bool = False


def marked(theme: Theme, label: str, required: bool) -> str:
    """The words of a label as rich text, with the mark of what must be filled in."""
    star = f' <span style="color:{theme.tokens.block}">*</span>' if required else ""
    return f"{escape(label)}{star}"


class Field(QWidget):
    """The frame around an editor for the text at one path.

    A field in which nothing was typed keeps quiet until it was left or `reveal` was called.

    Attributes:
        path: the path of the text (`operators[1].mobile`); also the editor's object name.
        message: what is said under the editor.
    """

    def __init__(
        self, context: Context, path: str, text: FieldText, editor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.path = path
        self.message = Message(context.theme)
        self._editor = editor
        self._revealed = bool(self.value.strip())
        self._told_of: str | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._name_editor(text)
        self._build(text)

    @property
    def value(self) -> str:
        """The text of the case at the path; "" where the path is no longer there."""
        try:
            return text_at(self.context.session.case, self.path)
        except KeyError:
            return ""

    def findings(self) -> tuple[Finding, ...]:
        """What the rules say of the field."""
        return self.context.session.findings_at(self.path)

    def refresh(self, change: Change) -> None:
        """Show the value and the messages as they are now."""
        if change.initiator is not self:
            self.show_value(self.value)
        if self._told_of is not None and self.value != self._told_of:
            self.tell("")
        self.show_messages()

    def show_value(self, value: str) -> None:
        """Put the value into the editor."""
        raise NotImplementedError

    def show_messages(self) -> None:
        """Say what there is to say, if it is time to say it."""
        findings = self.findings()
        if not self._revealed:
            findings = tuple(finding for finding in findings if finding.rule in _AT_ONCE)
        self.message.say(finding_lines(self.context, findings))
        self._editor.setAccessibleDescription(self.message.text or self._hint.text())
        worst = self.message.worst
        state = worst if worst in ("error", "warn") else ""
        if self._editor.property("state") != state:
            self._editor.setProperty("state", state)
            self._editor.style().unpolish(self._editor)
            self._editor.style().polish(self._editor)

    def tell(self, text: str) -> None:
        """Say in the line of the hint what was done with the value, until it changes; "" brings it back."""
        self._told_of = self.value if text else None
        self._hint.setText(text or self._usual_hint)
        self._hint.setVisible(bool(self._hint.text()))

    def show_required(self, required: bool) -> None:
        """Mark the field as one that must be filled, or not."""
        self._caption.setText(marked(self.context.theme, self._caption_text, required))

    def take_focus(self) -> None:
        """Bring the cursor here, without asking yet for what is missing."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Show the messages even if the field was not touched yet."""
        self._pause.stop()
        if not self._revealed:
            self._revealed = True
            self.show_messages()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the cursor here when the field is the one at `where`."""
        if where != self.path:
            return False
        self.reveal()
        self.take_focus()
        return True

    def await_pause(self) -> None:
        """Something was typed: the value is judged when the typing pauses."""
        if not self._revealed:
            self._pause.start()

    def on_left(self) -> None:
        """The editor was left: what is typed next is another step of undo."""
        self.context.session.seal()
        self.reveal()

    def _on_pause(self) -> None:
        if self.value.strip():
            self.reveal()

    def _name_editor(self, text: FieldText) -> None:
        self.setObjectName(f"field:{self.path}")
        self._editor.setObjectName(self.path)
        self._editor.setAccessibleName(text.label)
        self._usual_hint = text.hint
        self._editor.setAccessibleDescription(text.hint)

    def _build(self, text: FieldText) -> None:
        theme = self.context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addLayout(self._heading(text))
        column.addWidget(self._editor)
        self._hint = QLabel(text.hint)
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(text.hint))
        set_role(self._hint, "hint")
        column.addWidget(self._hint)
        column.addWidget(self.message)

    def _heading(self, text: FieldText) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.addWidget(self._label(text))
        heading.addStretch(1)
        if text.inferred:
            chip = QLabel(self.tr("Check online"))
            set_role(chip, "chip")
            heading.addWidget(chip)
        return heading

    def _label(self, text: FieldText) -> QLabel:
        label = QLabel(marked(self.context.theme, text.label, text.required))
        self._caption, self._caption_text = label, text.label
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setBuddy(self._editor)
        label.setMinimumHeight(self.context.theme.em(1.75))
        set_role(label, "label")
        return label
