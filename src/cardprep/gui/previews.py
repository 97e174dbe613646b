"""Pictures of pages for the window, made from the worker's pixels and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cardprep.gui.questions import Question, Questions

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.evidence.source import FileSource
    from cardprep.gui.operation import Cancelled

ROOM = 96 << 20


@dataclass(frozen=True, slots=True)
class PageKey:
    """One picture: content of the file, page from 0, longest side in pixels, degrees clockwise."""

    sha256: str
    page: int
    side: int
    turn: int


def to_image(width: int, height: int, rgb: bytes) -> QImage:
    """The worker's pixels as a picture that owns its memory; a null picture where the sizes disagree."""
    if width < 1 or height < 1 or len(rgb) != width * height * 3:
        return QImage()
    return QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class Previews(QObject):
    """Hands out pictures: at once where they are known, else by a signal later.

    Signals:
        ready: key, picture.
        failed: key, the `CardprepError`.
    """

    ready = Signal(object, QImage)
    failed = Signal(object, object)

    def __init__(self, worker: Worker, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._questions = questions
        self._asked: set[PageKey] = set()
        self._kept: OrderedDict[PageKey, QImage] = OrderedDict()

    def picture(self, key: PageKey, source: FileSource) -> QImage | None:
        """The picture, or None: then `ready` or `failed` will tell."""
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        if key not in self._asked:
            self._asked.add(key)
            question = Question(
                partial(self._make, key, source), partial(self._keep, key), partial(self._give_up, key)
            )
            self._questions.ask(question, first=True)
        return None

    def _make(self, key: PageKey, source: FileSource, cancelled: Cancelled) -> QImage:
        pixels = self._worker.preview(source, key.page, key.side, key.turn, cancelled)
        return to_image(pixels.width, pixels.height, pixels.rgb)

    def _keep(self, key: PageKey, image: QImage) -> None:
        self._asked.discard(key)
        self._kept[key] = image
        while len(self._kept) > 1 and sum(kept.sizeInBytes() for kept in self._kept.values()) > ROOM:
            self._kept.popitem(last=False)
        self.ready.emit(key, image)

    def _give_up(self, key: PageKey, error: CardprepError) -> None:
        self._asked.discard(key)
        self.failed.emit(key, error)
