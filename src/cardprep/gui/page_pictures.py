"""Pictures of prepared pages: at once in low resolution, then sharp; what is no longer wanted is not made."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from cardprep.case.preparation import Layout, PreparedPage, Recipe
from cardprep.errors import CardprepError
from cardprep.evidence.source import InMemory
from cardprep.gui.previews import to_image

if TYPE_CHECKING:
    from cardprep.evidence.client import Worker
    from cardprep.evidence.source import FileSource
    from cardprep.gui.operation import Cancelled, Operation, Operations, Report

LOW_SIDE = 420
ROOM = 160 << 20


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen: one page of a recipe (or a card's two), before or after its steps."""

    recipe: Recipe
    worked: bool = True


def view_of(page: PreparedPage) -> View:
    """The page after its steps; one without any looks like the page before them, and is made once."""
    return View(Recipe((page,)), worked=not page.is_only_turned)


@dataclass(frozen=True, slots=True)
class _Want:
    view: View
    sides: tuple[int, ...]
    is_small: bool


class PagePictures(QObject):
    """Makes pictures for named panes, one question at a time; the newest wish of a pane counts.

    A question under way is let end, and its picture kept: to stop it would cost the worker its life.

    Signals:
        ready: pane, picture, whether it is as fine as was wished.
        failed: pane, the `CardprepError`.
    """

    ready = Signal(str, QImage, bool)
    failed = Signal(str, object)

    def __init__(
        self,
        worker: Worker,
        give: Callable[[str], FileSource],
        operations: Operations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._give = give
        self._operations = operations
        self._wants: dict[str, _Want] = {}
        self._given_up: set[tuple[View, int]] = set()
        self._kept: OrderedDict[tuple[View, int], QImage] = OrderedDict()
        self._running: Operation | None = None

    def want(self, pane: str, view: View, side: int, is_small: bool = False) -> None:
        """Show this in the pane from now on, no longer than `side`; small ones come after large ones."""
        sides = (side,) if is_small or side <= LOW_SIDE else (LOW_SIDE, side)
        want = _Want(view, sides, is_small)
        if self._wants.get(pane) == want:
            return  # it is shown, or coming
        self._wants[pane] = want
        best = self._best(view, side)
        if best is not None:
            self.ready.emit(pane, best, (view, side) in self._kept)
        self._next()

    def forget(self, pane: str) -> None:
        """Nothing is to be shown there any more."""
        self._wants.pop(pane, None)

    def try_again(self) -> None:
        """Ask again for what failed."""
        self._given_up.clear()
        self._next()

    def _best(self, view: View, side: int) -> QImage | None:
        known = {kept: image for (of, kept), image in self._kept.items() if of == view and kept <= side}
        return known[max(known)] if known else None

    def _next(self) -> None:
        if self._running is not None:
            return
        open_wishes = [
            (want.is_small, rank, want.view, side)
            for want in self._wants.values()
            for rank, side in enumerate(want.sides)
            if self._is_open(want, side)
        ]
        if not open_wishes:
            return
        _, _, view, side = min(open_wishes, key=lambda wish: wish[:2])
        self._running = self._operations.run(
            self,
            partial(self._make, view, side),
            partial(self._keep, view, side),
            partial(self._give_up, view, side),
        )
        self._running.ended.connect(self._on_ended)

    def _is_open(self, want: _Want, side: int) -> bool:
        """Whether the picture is neither there nor impossible, nor a finer one there already."""
        settled = self._kept.keys() | self._given_up
        return not any((want.view, finer) in settled for finer in want.sides if finer >= side)

    def _make(self, view: View, side: int, report: Report, cancelled: Cancelled) -> QImage:
        if view.recipe.layout is Layout.ID_CARD:
            made = self._worker.render(self._give, view.recipe, cancelled, break_signature=True)
            source = InMemory(view.recipe.files[0], lambda: made.data)
            pixels = self._worker.preview(source, 0, side, 0, cancelled)
        else:
            page = view.recipe.pages[0]
            pixels = self._worker.preview_page(self._give, page, side, view.worked, cancelled)
        return to_image(pixels.width, pixels.height, pixels.rgb)

    def _keep(self, view: View, side: int, image: QImage) -> None:
        self._kept[view, side] = image
        while len(self._kept) > 2 and sum(kept.sizeInBytes() for kept in self._kept.values()) > ROOM:
            self._kept.popitem(last=False)
        for pane, want in tuple(self._wants.items()):
            if want.view == view and side in want.sides:
                self.ready.emit(pane, image, side == want.sides[-1])

    def _give_up(self, view: View, side: int, error: CardprepError) -> None:
        self._given_up.add((view, side))
        for pane, want in tuple(self._wants.items()):
            if want.view == view and side in want.sides:
                self.failed.emit(pane, error)

    @Slot()
    def _on_ended(self) -> None:
        self._running = None
        self._next()
