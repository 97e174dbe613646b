"""Makes the screen of an open case: the frame with its five pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardprep.app import clock
from cardprep.app.flow import Step
from cardprep.gui.case_view import CaseView
from cardprep.gui.context import Context
from cardprep.gui.pages.handler import HandlerPage
from cardprep.gui.pages.legal import LegalPage
from cardprep.gui.pages.operators import OperatorsPage
from cardprep.gui.pages.preview import PreviewPage
from cardprep.gui.pages.unit import UnitPage

if TYPE_CHECKING:
    from cardprep.gui.commands import Commands
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.opened import OpenCase
    from cardprep.gui.operation import Operations


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who works here: the name to confirm warnings under, and whom to tell of another one."""

    preparer: str
    remember: Callable[[str], None]
    start_another: Callable[[], None]


def make_case_view(
    opened: OpenCase,
    look: Look,
    operations: Operations,
    commands: Commands,
    clerk: Clerk,
    desk: LibraryDesk | None = None,
) -> CaseView:
    """The wizard around `opened`, in the look and language of now."""
    context = Context(
        session=opened.session,
        place=opened.place,
        catalog=look.catalog,
        theme=look.theme,
        operations=operations,
        files=opened.files,
        desk=desk,
    )

    def preview(given: Context) -> PreviewPage:
        page = PreviewPage(given, opened.worker, clock.now, clerk.preparer)
        page.preparer_named.connect(clerk.remember)
        page.another_asked.connect(clerk.start_another)
        return page

    makers = {
        Step.UNIT: UnitPage,
        Step.LEGAL: LegalPage,
        Step.OPERATORS: OperatorsPage,
        Step.HANDLER: HandlerPage,
        Step.PREVIEW: preview,
    }
    return CaseView(context, opened.autosave, commands, makers)
