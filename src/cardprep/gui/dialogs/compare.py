"""An application that is in the library comes in another form: what differs, and what is to be taken over."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cardprep.app.told_differences import ToldDifference
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.difference_row import DifferenceRow


class Answer(Enum):
    """What the clerk decided. Closing the dialog is LEAVE."""

    LEAVE = auto()
    MERGE = auto()
    AS_NEW = auto()


class CompareDialog(DialogFrame):
    """Shows every difference; nothing of ours is given up unless somebody chooses that.

    Attributes:
        answer: what was decided.
    """

    def __init__(
        self,
        theme: Theme,
        firm: str,
        differences: Sequence[ToldDifference],
        parent: QWidget | None = None,
    ) -> None:
        lead = self.tr(
            "The library has this application of {firm} in another form. Choose for each place what is to "
            "stand in the library. It is one step, which can be undone."
        )
        super().__init__(theme, self.tr("Compare with the library"), lead.format(firm=firm), parent)
        self.setObjectName("compare")
        self.answer = Answer.LEAVE
        self.setMinimumWidth(theme.em(56))
        self._rows = [DifferenceRow(theme, told) for told in differences]
        for row in self._rows:
            row.changed.connect(self._tell)
        self._add_tools(theme)
        self._add_heads(theme)
        self._add_rows(theme)
        self._add_buttons()
        self._tell()
        if self._rows:
            self._rows[0].take_focus()

    @property
    def chosen(self) -> frozenset[str]:
        """The places at which theirs is to be taken."""
        return frozenset(row.where for row in self._rows if row.takes_theirs)

    def _add_tools(self, theme: Theme) -> None:
        self._count = QLabel()
        self._count.setObjectName("compare-count")
        set_role(self._count, "muted")
        line = QHBoxLayout()
        line.setSpacing(theme.em(0.6))
        line.addWidget(self._count, 1)
        for name, text, theirs in (
            ("all-ours", self.tr("Keep everything"), False),
            ("all-theirs", self.tr("Take everything over"), True),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(self._take_theirs if theirs else self._take_ours)
            line.addWidget(button)
        self.body.addLayout(line)

    def _add_heads(self, theme: Theme) -> None:
        heads = QHBoxLayout()
        heads.setContentsMargins(theme.em(0.3), 0, theme.em(1.2), 0)
        heads.setSpacing(theme.em(0.6))
        for text in (self.tr("In the library"), self.tr("In the file")):
            label = QLabel(text)
            set_role(label, "section")
            heads.addWidget(label, 1)
        self.body.addLayout(heads)

    def _add_rows(self, theme: Theme) -> None:
        inner = QWidget()
        set_role(inner, "column")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.em(0.2), theme.em(0.2), theme.em(0.6), theme.em(0.2))
        column.setSpacing(theme.em(0.9))
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("differences")
        area.setAccessibleName(self.tr("Differences"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setMinimumHeight(min(theme.em(24), inner.sizeHint().height() + theme.em(0.5)))
        self.body.addWidget(area, 1)

    def _add_buttons(self) -> None:
        self.add_button("cancel", self.tr("Cancel")).clicked.connect(self.reject)
        as_new = self.add_button("take-as-new", self.tr("Take in as a new application"))
        as_new.clicked.connect(lambda: self._decide(Answer.AS_NEW))
        self._merge = self.add_button("merge", "", "primary")
        self._merge.clicked.connect(lambda: self._decide(Answer.MERGE))

    def _decide(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    def _take_theirs(self) -> None:
        for row in self._rows:
            row.take_theirs(True)

    def _take_ours(self) -> None:
        for row in self._rows:
            row.take_theirs(False)

    def _tell(self) -> None:
        taken = len(self.chosen)
        told = self.tr("%n difference(s).", "", len(self._rows))
        self._count.setText(told)
        self._merge.setText(
            self.tr("Take %n over", "", taken) if taken else self.tr("Open it as it is in the library")
        )
