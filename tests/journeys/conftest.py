"""The real program on a screen of its own for each journey."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cardprep.gui.program import Program
from cardprep.host.secrets import SystemKeyring
from making.clerk import Clerk
from making.keyrings import Kept


@pytest.fixture
def clerk(qtbot, tmp_path: Path) -> Iterator[Clerk]:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"language": "zh_CN", "theme": "light"}), "utf-8")
    keyring = SystemKeyring(Kept(), seconds=5)
    program = Program(QApplication.instance(), settings, detect_keyring=lambda: keyring)
    program.window.show()
    yield Clerk(qtbot, program)
    program.window.may_close = lambda: True
    program.close()
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
