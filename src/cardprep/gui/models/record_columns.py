"""What the lists of applications, firms and people show of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QIcon

from cardprep.app.clock import SHANGHAI
from cardprep.case.model import Kind, StatusState
from cardprep.gui.models.records import Column
from cardprep.gui.theme import Theme
from cardprep.library.records import ApplicationOrder, ApplicationRow, FirmRow, PersonRow

Today = Callable[[], dt.date]


class RecordColumns(QObject):
    """Makes the columns, in the look and language of now."""

    def __init__(self, theme: Theme, id_types: dict[str, str], today: Today) -> None:
        super().__init__()
        self._theme = theme
        self._id_types = id_types
        self._today = today
        self._icons: dict[tuple[str, str], QIcon] = {}

    def applications(self) -> tuple[Column[ApplicationRow], ...]:
        """Firm, kind, operators, how far it is, what is open, until when, changed when."""
        order = ApplicationOrder
        return (
            Column("name", self.tr("Firm"), self._firm_name, order=order.NAME),
            Column("kind", self.tr("Kind"), self._kind),
            Column("operators", self.tr("Operators"), lambda row: str(row.operators), is_number=True),
            Column("state", self.tr("State"), self.state, order=order.STATE),
            Column("gaps", self.tr("Open items"), self._gaps, self._gaps_icon, order.GAPS),
            Column("deadline", self.tr("Deadline"), self._deadline, self._deadline_icon, order.DEADLINE),
            Column("changed", self.tr("Changed"), self._changed, order=order.CHANGED),
        )

    def firms(self) -> tuple[Column[FirmRow], ...]:
        """Name, codes, how many applications, what is open, until when."""
        return (
            Column("name", self.tr("Firm"), lambda row: row.name or self._nameless()),
            Column("uscc", self.tr("Credit code"), lambda row: row.uscc),
            Column("customs", self.tr("Customs code"), lambda row: row.customs_code),
            Column("count", self.tr("Applications"), lambda row: str(row.applications), is_number=True),
            Column("gaps", self.tr("Open items"), lambda row: self._count(row.gaps)),
            Column("deadline", self.tr("Deadline"), self._deadline, self._deadline_icon),
        )

    def people(self) -> tuple[Column[PersonRow], ...]:
        """Name, document, mobile, how many applications."""
        return (
            Column("name", self.tr("Name"), lambda row: row.name or self.tr("Without a name")),
            Column("id_type", self.tr("Kind of document"), self._id_type),
            Column("id_number", self.tr("Number of the document"), lambda row: row.id_number),
            Column("mobile", self.tr("Mobile number"), lambda row: row.mobile),
            Column("count", self.tr("Applications"), lambda row: str(row.applications), is_number=True),
        )

    def state(self, row: ApplicationRow) -> str:
        """How far an application is, in the words of the online system."""
        return state_name(row.state)

    def _firm_name(self, row: ApplicationRow) -> str:
        return row.name.strip() or self._nameless()

    def _nameless(self) -> str:
        return self.tr("Firm without a name yet")

    def _kind(self, row: ApplicationRow) -> str:
        names = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
        }
        return names[row.kind] if row.kind else ""

    def _id_type(self, row: PersonRow) -> str:
        return self._id_types.get(row.id_type, row.id_type)

    def _gaps(self, row: ApplicationRow) -> str:
        return self._count(row.gaps + row.warnings)

    def _count(self, count: int) -> str:
        return self.tr("%n open", "", count) if count else self.tr("None")

    def _gaps_icon(self, row: ApplicationRow) -> QIcon:
        if row.gaps:
            return self._icon("error-circle", "block")
        return self._icon(*(("warning", "warn") if row.warnings else ("checkmark", "ok")))

    def _deadline(self, row: ApplicationRow | FirmRow) -> str:
        if row.deadline is None:
            return ""
        left = (row.deadline - self._today()).days
        if left < 0:
            return self.tr("Overdue since {date}").format(date=row.deadline.isoformat())
        return self.tr("{date}, %n day(s) left", "", left).format(date=row.deadline.isoformat())

    def _deadline_icon(self, row: ApplicationRow | FirmRow) -> QIcon | None:
        return None if row.deadline is None else self._icon("calendar", "block")

    def _icon(self, name: str, colour: str) -> QIcon:
        """As a picture that is drawn once: the theme's own icons draw themselves at every paint."""
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = QIcon(self._theme.pixmap(name, colour, 1.1))
        return self._icons[key]

    def _changed(self, row: ApplicationRow) -> str:
        at = row.changed.astimezone(SHANGHAI)
        return f"{at:%H:%M}" if at.date() == self._today() else f"{at:%Y-%m-%d}"


def state_name(state: StatusState | None) -> str:
    """A state in words; None: not submitted yet."""
    if state is None:
        return QCoreApplication.translate("RecordColumns", "In preparation")
    names = {
        StatusState.SUBMITTED: QCoreApplication.translate("RecordColumns", "Submitted"),
        StatusState.MEDIA_NEEDED: QCoreApplication.translate("RecordColumns", "Media needed"),
        StatusState.IN_PRODUCTION: QCoreApplication.translate("RecordColumns", "Cards in production"),
        StatusState.DONE: QCoreApplication.translate("RecordColumns", "Done"),
        StatusState.RETURNED: QCoreApplication.translate("RecordColumns", "Returned"),
        StatusState.WITHDRAWN: QCoreApplication.translate("RecordColumns", "Withdrawn"),
    }
    return names[state]
