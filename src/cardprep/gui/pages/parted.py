"""A page made of parts: all it is asked, it asks its parts."""

from __future__ import annotations

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.gui.context import Context
from cardprep.gui.forms.parts import Parts
from cardprep.gui.pages.page import Page


class PartedPage(Page):
    """Hands on what the frame asks.

    Attributes:
        parts: the fields, slots and forms of the page.
    """

    def __init__(self, context: Context, title: str, lead: str = "") -> None:
        super().__init__(context, title, lead)
        self.parts = Parts()

    def refresh(self, change: Change) -> None:
        self.parts.refresh(change)

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        return self.parts.focus_on(where, finding)

    def show_all(self) -> None:
        self.parts.reveal()
