"""The library's backups: which there are, where else they go, a new one now, and whether all is whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton

from cardprep.app.library.backing_up import BackedUp, verify_library
from cardprep.app.library.kept_backups import Shelf, backups_at
from cardprep.app.library.open import BACKUPS
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.file_size import file_size
from cardprep.gui.widgets.moment import moment
from cardprep.gui.widgets.notice import Tone
from cardprep.gui.widgets.section import Section

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.gui.memory import Memory
    from cardprep.gui.widgets.working_dialog import WorkingDialog
    from cardprep.library.survey import Survey

LEAST_LINES = 5


class BackupsPanel(Section):
    """Shows the backups and makes new ones.

    Signals:
        restore_asked: bring one back.
    """

    restore_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        host: WorkingDialog,
        library: OpenLibrary,
        memory: Memory,
        back_up: Callable[[], BackedUp],
    ) -> None:
        super().__init__(theme, "")
        self._theme = theme
        self._host = host
        self._library = library
        self._memory = memory
        self._back_up = back_up
        self._place = QLabel()
        self._choose = QPushButton(theme.icon("folder-open"), self.tr("Choose a folder…"))
        self._none = QPushButton(self.tr("No second place"))
        self._list = QListWidget()
        self._build()
        host.hold(self)
        self._show_place()
        self.refresh()

    def refresh(self) -> None:
        """List what there is now."""
        places = [self._library.folder / BACKUPS]
        second = self._memory.second_place
        if second is not None and second.is_dir():
            places.append(second)
        id = self._library.vault.library
        self._host.work(lambda: [backups_at(place, id) for place in places], self._on_listed)

    def _build(self) -> None:
        heading = QLabel(self.tr("Backups"))
        set_role(heading, "section")
        lead = QLabel(
            self.tr(
                "Made every half hour if something changed, and at the end; each is opened once to verify "
                "it. They are encrypted like the library and open by the same passphrase or recovery sheet."
            )
        )
        set_role(lead, "hint")
        for label in (heading, lead):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self._add_place()
        self._list.setObjectName("backups")
        self._list.setAccessibleName(self.tr("Backups"))
        height = self._list.fontMetrics().lineSpacing() + self._theme.em(0.7)
        self._list.setMinimumHeight(height * LEAST_LINES)
        self.body.addWidget(self._list)
        row = QHBoxLayout()
        buttons = (
            ("back-up", "save", self.tr("Back up now"), self._make),
            ("check-library", "checkmark-circle", self.tr("Check the library"), self._check),
            ("restore", "arrow-undo", self.tr("Bring a backup back…"), self.restore_asked.emit),
        )
        for name, icon, text, run in buttons:
            button = QPushButton(self._theme.icon(icon), text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, run=run: run())
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_place(self) -> None:
        self._place.setWordWrap(True)
        self._place.setObjectName("second-place")
        self._choose.setObjectName("choose-second-place")
        self._none.setObjectName("no-second-place")
        self._choose.clicked.connect(self._on_choose)
        self._none.clicked.connect(partial(self._set_place, ""))
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        for button in (self._choose, self._none):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _show_place(self) -> None:
        place = self._memory.second_place
        self._none.setVisible(place is not None)
        if place is None:
            text = self.tr(
                "Second place: none. A disk that breaks or is stolen takes the library and its backups with "
                "it; choose a folder on a USB disk."
            )
        elif place.is_dir():
            text = self.tr("Second place: {place}").format(place=place)
        else:
            text = self.tr("Second place: {place} (not connected now; it follows when it is)").format(
                place=place
            )
        self._place.setText(text)

    def _on_choose(self) -> None:
        start = self._memory.second_place or Path.home()
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A second place for backups"), str(start))
        if chosen and Path(chosen).is_relative_to(self._library.folder):
            self._host.tell(
                Tone.BLOCK,
                self.tr("This folder is part of the library itself."),
                self.tr("Choose a folder on another disk, for example a USB disk."),
            )
        elif chosen:
            self._set_place(chosen)

    def _set_place(self, place: str) -> None:
        self._memory.remember(backup_place=place)
        self._show_place()
        if place:
            self._make()
        else:
            self.refresh()

    def _on_listed(self, shelves: list[Shelf]) -> None:
        self._list.clear()
        names = (self.tr("this computer"), self.tr("second place"))
        for shelf, name in zip(shelves, names, strict=False):
            for kept in shelf.kept:
                at = moment(kept.at)
                self._list.addItem(f"{at}    {file_size(kept.size)}    {name}")
        if not self._list.count():
            self._list.addItem(self.tr("There is no backup yet."))

    def _make(self) -> None:
        self._host.work(self._back_up, self._on_made)

    def _on_made(self, made: BackedUp) -> None:
        self.refresh()
        if made.failed:
            place, error = made.failed[0]
            told = self._host.catalog.error(error)
            where = self.tr("At “{place}”: {what}").format(place=place, what=told.what)
            self._host.tell(Tone.BLOCK, where, told.remedy)
        elif any(backup.lost for backup in made.made):
            lost = max(len(backup.lost) for backup in made.made)
            self._host.tell(
                Tone.WARN,
                self.tr("The backup is made, but %n stored file(s) could not be read.", "", lost),
                self.tr("Press “Check the library” to see how it stands."),
            )
        else:
            self._host.tell(Tone.OK, self.tr("The backup is made, and was opened to verify it."))

    def _check(self) -> None:
        library = self._library
        self._host.work(lambda: verify_library(library), self._on_checked)

    def _on_checked(self, survey: Survey) -> None:
        if survey.is_whole:
            self._host.tell(
                Tone.OK,
                self.tr("All is as it was written. Stored files read: %n.", "", survey.blobs),
            )
            return
        bad = len(survey.missing) + len(survey.damaged)
        told = (
            self.tr("The library's records are damaged.")
            if survey.faults
            else self.tr("%n stored file(s) are missing or damaged.", "", bad)
        )
        self._host.tell(Tone.BLOCK, told, self.tr("Bring a backup back, or attach these files again."))
