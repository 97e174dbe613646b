"""A clerk at the real window: she finds things by name, types, drops files, clicks; nothing is faked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardprep.app.session import Session
from cardprep.case.model import Attested, Case
from cardprep.gui.case_view import CaseView
from cardprep.gui.program import Program
from making.bench import commit

W = TypeVar("W", bound=QWidget)
SLOW_MS = 20_000


class Clerk:
    """One person at one program."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot = qtbot
        self.program = program

    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget of that name, waited for."""
        self._qtbot.waitUntil(lambda: self._seen(kind, name) is not None, timeout=SLOW_MS)
        found = self._seen(kind, name)
        assert found is not None
        return found

    def _seen(self, kind: type[W], name: str) -> W | None:
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        found = [w for top in tops for w in top.findChildren(kind, name) if w.isVisible()]
        return found[-1] if found else None

    def click(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        self._qtbot.waitUntil(button.isEnabled, timeout=SLOW_MS)
        button.click()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the focus is."""
        target = QApplication.focusWidget() or self.program.window
        self._qtbot.keyClick(target, key, modifiers)

    def write(self, where: str, text: str) -> None:
        field = self.find(QLineEdit, where)
        field.setFocus()
        field.selectAll()
        commit(field, text)
        assert field.text() == text

    def choose(self, where: str, id_: str) -> None:
        box = self.find(QComboBox, where)
        position = box.findData(id_)
        assert position >= 0, f"{where} has no {id_}"
        box.setCurrentIndex(position)
        box.activated.emit(position)

    def drop(self, slot: str, files: Iterable[Path]) -> None:
        """Drag files from the desktop onto the slot's card."""
        card, data = self.find(QWidget, slot), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        middle, action = QPointF(card.rect().center()), Qt.DropAction.CopyAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(card, QDragEnterEvent(middle.toPoint(), action, data, button, keys))
        QApplication.sendEvent(card, QDropEvent(middle, action, data, button, keys, QEvent.Type.Drop))

    def answer(self, slot: str, index: int, attested: Attested) -> None:
        """Say what is on the paper, as far as something is attested and asked."""
        base = f"attest:{slot}:{index}"
        self.find(QWidget, f"thumbnail:{slot}:{index}")
        self.wait_for_facts()
        for element in ("seal", "wording", "signature", "legal_seal"):
            answer = getattr(attested, element)
            if answer is not None and self._seen(QAbstractButton, f"{base}:{element}:yes"):
                self.click(f"{base}:{element}:{answer.value}")
        if attested.date is not None and self._seen(QLineEdit, f"{base}:date"):
            self.write(f"{base}:date", attested.date.isoformat())
            self.press(Qt.Key.Key_Tab)

    def dialog(self) -> QDialog:
        self._qtbot.waitUntil(lambda: self._dialog() is not None, timeout=SLOW_MS)
        found = self._dialog()
        assert found is not None
        return found

    def _dialog(self) -> QDialog | None:
        return next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None
        )

    @property
    def view(self) -> CaseView:
        shown = self.program.window.screen_shown
        assert isinstance(shown, CaseView)
        return shown

    @property
    def session(self) -> Session:
        return self.view.context.session

    @property
    def case(self) -> Case:
        return self.session.case

    def begin(self, kind: str) -> None:
        """From the home page of an empty library to an empty application."""
        self.click(kind)
        self._qtbot.waitUntil(lambda: isinstance(self.program.window.screen_shown, CaseView), timeout=SLOW_MS)

    def remark(self) -> str:
        widget = self.find(QWidget, "remark")
        assert isinstance(widget, QTextEdit | QPlainTextEdit)
        return widget.toPlainText()

    def wait_for_facts(self) -> None:
        """Until every file has been looked into."""
        session = self.session
        self._qtbot.waitUntil(lambda: not session.unread_files, timeout=SLOW_MS)

    def export(self, target: Path, draft: bool = False) -> None:
        self.wait_for_facts()
        self.click("export-draft" if draft else "export")
        self.write("export-folder", str(target))
        self.click("start-export")
        self._qtbot.waitUntil(lambda: self._dialog() is None, timeout=SLOW_MS)
