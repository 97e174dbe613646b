"""A dialog that works off the UI thread, tells what went wrong, and keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cardprep.gui.operation import Lane
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.gui.operation import Operations
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog

T = TypeVar("T")
_BELOW_BODY = 2


class WorkingDialog(DialogFrame):
    """While it works, what `hold` was given cannot be used, and the dialog stays open."""

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        operations: Operations,
        title: str,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, lead, parent)
        self.catalog = catalog
        self._operations = operations
        self._notice: Notice | None = None
        self._held: list[QWidget] = []
        self._could: list[QWidget] = []
        self._under_way = 0
        self._below = QVBoxLayout()
        self._bar = QProgressBar()
        self._bar.setObjectName("working")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("It is being done"))
        self._bar.hide()
        self._below.addWidget(self._bar)
        whole = self.layout()
        if isinstance(whole, QBoxLayout):
            whole.insertLayout(_BELOW_BODY, self._below)
            whole.setStretch(_BELOW_BODY - 1, 1)

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return self._under_way > 0

    def hold(self, *widgets: QWidget) -> None:
        """These cannot be used while it works."""
        self._held.extend(widgets)

    def work(
        self, do: Callable[[], T], done: Callable[[T], None], failed: Callable[[], None] = lambda: None
    ) -> None:
        """Do `do` in a thread, then `done` here; an error is told, and `failed` called."""
        self.withdraw()
        self._show_working(True)

        def on_done(result: T) -> None:
            self._show_working(False)
            done(result)

        def on_failed(error: CardprepError) -> None:
            self._show_working(False)
            self.tell_error(error)
            failed()

        self._operations.run(self, lambda _report, _cancelled: do(), on_done, on_failed, lane=Lane.SAVING)

    def tell_error(self, error: CardprepError) -> None:
        """Say what happened and what to do now."""
        told = self.catalog.error(error)
        self.tell(Tone.BLOCK, told.what, told.remedy)

    def tell(self, tone: Tone, text: str, detail: str = "") -> None:
        """Say something instead of what was said before."""
        self.withdraw()
        self._notice = Notice(self._theme, tone, text, detail)
        self._below.addWidget(self._notice)
        self._fit()

    def withdraw(self) -> None:
        """Say nothing any more."""
        if self._notice is not None:
            self._below.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as paragraphs need at this width: the layout's own hint does not know that."""
        whole = self.layout()
        if whole is not None and whole.hasHeightForWidth():
            needed = whole.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def reject(self) -> None:
        """Close, unless something is being done."""
        if not self.is_working:
            super().reject()

    def _show_working(self, working: bool) -> None:
        if working and not self.is_working:  # what is begun meanwhile finds everything held already
            self._could = [widget for widget in self._held if widget.isEnabled()]
        self._under_way += 1 if working else -1
        self._bar.setVisible(self.is_working)
        for widget in self._could:
            widget.setEnabled(not self.is_working)
