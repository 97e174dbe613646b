"""What the program is, and which edition of the rules it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cardprep.gui.theme import Theme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.rules.rulebook import Rulebook


class AboutDialog(DialogFrame):
    """Version, rules, and what the program does not do."""

    def __init__(self, theme: Theme, version: str, rulebook: Rulebook, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("About cardprep"),
            self.tr(
                "Prepares China E-Port card applications and checks the whole package before it is filed."
            ),
            parent,
        )
        picture = QLabel()
        picture.setPixmap(theme.pixmap("cardprep", units=4))
        self.body.addWidget(picture)
        told = self.tr("Version {version}").format(version=version)
        rules = self.tr("Rules: {title}, edition {edition}, valid from {date}").format(
            title=rulebook.title, edition=rulebook.edition, date=rulebook.valid_from.isoformat()
        )
        for text in (told, rules):
            label = self.add_label(text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_label(
            self.tr(
                "It works offline and sends nothing. It never makes a seal, a signature or handwriting, and "
                "never asks for a verification code. What it could only infer is "
                "marked “the online system decides”."
            ),
            "muted",
        )
        self.add_label(self.tr("Icons: Fluent System Icons (MIT). Fonts: Noto Sans SC (OFL)."), "hint")
        self.add_button("close", self.tr("Close"), "primary").clicked.connect(self.accept)
