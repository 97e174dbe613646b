"""The working part of the attachment desk: the strip, the page before and after, and the tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from cardprep.app import preparing
from cardprep.app.preparing import Change, Draft, Papers, Spot
from cardprep.case import preparation
from cardprep.case.preparation import Corners, Layout, PreparedPage, Recipe
from cardprep.errors import CardprepError
from cardprep.evidence.rendering import Proposal
from cardprep.gui.context import Context
from cardprep.gui.page_pictures import LOW_SIDE, View, view_of
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.draft_strip import DraftStrip
from cardprep.gui.widgets.mark_canvas import Shape, box_of, points_of
from cardprep.gui.widgets.message import Line, error_line
from cardprep.gui.widgets.page_panes import AFTER, BEFORE, PagePanes
from cardprep.gui.widgets.prepare_tools import PrepareTools, ToolState

SHARP_SIDE = 3_508
"""A4 at 300 dpi: no page is rebuilt finer, so that this is what 100 % can show."""
SURE = 0.5


class PrepareBoard(QWidget):
    """Works on a draft; nothing of it reaches the case.

    Signals:
        changed: the draft is another now.
        told: the `Line`s to show, none to show nothing.
    """

    changed = Signal()
    told = Signal(object)

    def __init__(self, context: Context, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._preparer = context.files.preparer
        self.draft = draft
        self._shape = Shape.NONE
        self._panes = PagePanes(context.theme)
        self._tools = PrepareTools(context.theme)
        self._pictures = self._preparer.pictures(self)
        self._strip = DraftStrip(context.theme, self._pictures)
        self._runs = self._actions()
        self._build()
        self._connect()
        self.refresh()
        self._panes.before.setFocus()

    @property
    def panes(self) -> PagePanes:
        """The page before and after."""
        return self._panes

    @property
    def is_marking(self) -> bool:
        """Whether points are shown to be moved."""
        return self._shape is not Shape.NONE

    def stop_marking(self) -> None:
        """Put the points away."""
        self._mark(Shape.NONE)

    def undo(self) -> None:
        """Take the last step back."""
        self.draft.undo()
        self._after_travel()

    def redo(self) -> None:
        """Make the step again."""
        self.draft.redo()
        self._after_travel()

    def _after_travel(self) -> None:
        self.told.emit(())
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        draft = self.draft
        is_card = draft.recipe.layout is Layout.ID_CARD
        self._tools.show_state(ToolState(draft.page, self._shape, is_card, self._possible()))
        self._strip.show_draft(draft)
        self._show_marks()
        self._want_pictures()
        self.changed.emit()

    def _build(self) -> None:
        theme = self._context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.8))
        card = QFrame()
        set_role(card, "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._tools)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setWidget(card)
        side.setFixedWidth(max(theme.em(21), card.minimumSizeHint().width() + theme.em(1)))
        row.addWidget(self._strip)
        row.addWidget(self._panes, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        self._strip.chosen.connect(self._choose)
        self._strip.move_asked.connect(self._move)
        self._strip.remove_asked.connect(self._remove)
        self._strip.foreign_drop.connect(self._tell_of_merging)
        self._tools.asked.connect(lambda name: self._runs[name]())
        self._tools.straightened.connect(self._straighten)
        self._tools.marking.connect(self._mark)
        self._tools.brightened.connect(lambda on: self._with_page(partial(preparation.brighten, wanted=on)))
        self._tools.carded.connect(self._card)
        self._panes.before.moved.connect(self._on_marked)
        self._panes.before.taken.connect(self._take_marks)
        self._pictures.ready.connect(self._on_ready)
        self._pictures.failed.connect(self._on_failed)

    def _actions(self) -> dict[str, Callable[[], object]]:
        return {
            "turn-left": partial(self._with_page, partial(preparation.turn_page, by=270)),
            "turn-right": partial(self._with_page, preparation.turn_page),
            "take-corners": self._take_marks,
            "whole-page": partial(self._with_page, partial(preparation.set_corners, corners=None)),
            "propose": self._propose_angle,
            "uncrop": partial(self._with_page, partial(preparation.set_crop, crop=None)),
            "reset-page": partial(self._with_page, preparation.reset_page),
            "page-up": partial(self._move_current, -1),
            "page-down": partial(self._move_current, 1),
            "remove-page": lambda: self._remove(self.draft.spot),
            "split": lambda: self._change(*preparing.split_before(self.draft.papers, self.draft.spot)),
            "merge": self._merge,
        }

    def _possible(self) -> frozenset[str]:
        draft, page = self.draft, self.draft.page
        count = len(draft.recipe.pages)
        whole = PreparedPage(page.file, page.page)
        can = {
            "whole-page": page.corners is not None,
            "take-corners": self._shape is Shape.CORNERS,
            "uncrop": page.crop is not None,
            "reset-page": page != whole,
            "page-up": draft.spot.page > 0,
            "page-down": draft.spot.page + 1 < count,
            "remove-page": count > 1,
            "split": draft.spot.page > 0,
            "merge": len(draft.papers) > 1,
            "id-card": preparing.can_be_card(draft.papers, draft.spot),
        }
        always = {"turn-left", "turn-right", "corners", "propose", "crop"}
        return frozenset(always | {name for name, possible in can.items() if possible})

    def _change(self, papers: Papers, spot: Spot | None = None, key: str = "") -> None:
        if self.draft.change(papers, spot, key):
            self.told.emit(())
            self.refresh()

    def _with_page(self, change: Change, key: str = "") -> None:
        try:
            papers = preparing.with_page(self.draft.papers, self.draft.spot, change)
        except ValueError:  # the points are where they cannot be: they stay where they were
            self.refresh()
            return
        self._change(papers, key=key)

    def _choose(self, spot: Spot) -> None:
        self.draft.choose(spot)
        self._shape = Shape.NONE
        self.told.emit(())
        self.refresh()

    def _move(self, spot: Spot, to: int) -> None:
        self._change(*preparing.moved(self.draft.papers, spot, to))

    def _move_current(self, by: int) -> None:
        self._move(self.draft.spot, self.draft.spot.page + by)

    def _remove(self, spot: Spot) -> None:
        if len(self.draft.papers[spot.paper].recipe.pages) == 1:
            text = self.tr("The last page of a file stays; to leave the file out, remove it from its slot.")
            self.told.emit((Line("info", text),))
            return
        papers = preparing.with_page(self.draft.papers, spot, preparation.remove_page)
        left = len(papers[spot.paper].recipe.pages)
        self._change(papers, Spot(spot.paper, min(spot.page, left - 1)))

    def _merge(self) -> None:
        before = sum(len(paper.recipe.pages) for paper in self.draft.papers[: self.draft.spot.paper])
        try:
            papers = preparing.merged(self.draft.papers)
        except ValueError:
            text = self.tr("One PDF may have at most {most} pages.").format(most=preparation.MOST_PAGES)
            self.told.emit((Line("warn", text),))
            return
        self._change(papers, Spot(0, before + self.draft.spot.page))

    def _card(self, wanted: bool) -> None:
        self._change(*preparing.as_card(self.draft.papers, self.draft.spot, wanted))

    def _straighten(self, degrees: float) -> None:
        self._with_page(partial(preparation.straighten, degrees=degrees), key="straighten")

    def _tell_of_merging(self) -> None:
        text = self.tr("Pages of several files can be mixed once the files are one PDF.")
        self.told.emit((Line("info", text),))

    def _mark(self, shape: Shape) -> None:
        self._shape = shape
        self.draft.choose(self.draft.spot)
        self.told.emit(())
        self.refresh()
        if shape is not Shape.NONE:
            self._panes.before.setFocus()
        if shape is Shape.CORNERS and self.draft.page.corners is None:
            page = self.draft.page
            self._preparer.propose(self, page, partial(self._on_corners, page), self._tell_error)

    def _on_corners(self, page: PreparedPage, proposal: Proposal) -> None:
        if self._shape is not Shape.CORNERS or self.draft.page != page:
            return  # the clerk was faster
        if proposal.corners is None:
            text = self.tr("No outline of the paper was found. Put the four points on its corners.")
            self.told.emit((Line("info", text),))
        elif proposal.confidence < SURE:
            self._panes.before.mark(Shape.CORNERS, proposal.corners)
            text = self.tr("The corners are not certain. Put them right, then press “Flatten”.")
            self.told.emit((Line("warn", text),))
        else:
            self._with_page(partial(preparation.set_corners, corners=proposal.corners))

    def _propose_angle(self) -> None:
        page = self.draft.page
        self._preparer.propose(self, page, partial(self._on_angle, page), self._tell_error)

    def _on_angle(self, page: PreparedPage, proposal: Proposal) -> None:
        if self.draft.page != page:
            return
        degrees = round(proposal.straighten, 1)
        if degrees == page.straighten:
            self.told.emit((Line("info", self.tr("As far as can be seen the page is straight.")),))
        self._straighten(degrees)

    def _on_marked(self, points: Corners) -> None:
        key = f"{self._shape.value}:{self._panes.before.chosen}"
        if self._shape is Shape.CORNERS:
            self._with_page(partial(preparation.set_corners, corners=points), key=key)
        elif self._shape is Shape.FRAME:
            self._with_page(partial(preparation.set_crop, crop=box_of(points)), key=key)

    def _take_marks(self) -> None:
        self._on_marked(self._panes.before.points)
        self.stop_marking()

    def _show_marks(self) -> None:
        page, before = self.draft.page, self._panes.before
        if self._shape is Shape.CORNERS:
            before.mark(self._shape, page.corners)
        elif self._shape is Shape.FRAME:
            before.mark(self._shape, None if page.crop is None else points_of(page.crop))
        else:
            before.mark(self._shape)
        names = {
            Shape.NONE: self.tr("Before"),
            Shape.CORNERS: self.tr("Before: put the points on the corners of the paper"),
            Shape.FRAME: self.tr("Before: draw a frame around what is to stay"),
        }
        self._panes.name_before(names[self._shape])

    def _want_pictures(self) -> None:
        page, recipe = self.draft.page, self.draft.recipe
        untouched = View(Recipe((PreparedPage(page.file, page.page, page.turn),)), worked=False)
        uncropped = replace(page, crop=None)
        before = view_of(uncropped) if self._shape is Shape.FRAME else untouched
        after = View(recipe) if recipe.layout is Layout.ID_CARD else view_of(page)
        self._pictures.want(BEFORE, before, SHARP_SIDE)
        self._pictures.want(AFTER, after, SHARP_SIDE)
        self._strip.want_pictures(self.draft)

    def _on_ready(self, pane: str, image: QImage, is_sharp: bool) -> None:
        if pane in (BEFORE, AFTER):
            self._panes.show_picture(pane, image, _page_size(image, is_sharp), is_sharp)
        else:
            self._strip.show_pane(pane, image)

    @QtSlot(str, object)
    def _on_failed(self, pane: str, error: CardprepError) -> None:
        if pane in (BEFORE, AFTER):
            self._panes.show_picture(pane, None, (0, 0), is_sharp=True)
            self._tell_error(error)

    def _tell_error(self, error: CardprepError) -> None:
        self.told.emit((error_line(self._context, error),))


def _page_size(image: QImage, is_sharp: bool) -> tuple[int, int]:
    """How many pixels the page will have once it is sharp, as far as can be told."""
    longest = max(image.width(), image.height())
    scale = SHARP_SIDE / longest if not is_sharp and longest >= LOW_SIDE else 1
    return round(image.width() * scale), round(image.height() * scale)
