"""The strip of a draft: its papers by name, and a small picture of each page."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from cardprep.app.preparing import Draft, Papers, Spot
from cardprep.gui.page_pictures import PagePictures, view_of
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.page_strip import PageStrip, StripFile

MOST_THUMBNAILS = 60


class DraftStrip(PageStrip):
    """Shows the pages of a draft; it is made anew only when other pages are in it, or in another order."""

    def __init__(self, theme: Theme, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures = pictures
        self._shown: tuple[tuple[tuple[str, ...], tuple[tuple[str, int], ...]], ...] = ()

    def show_draft(self, draft: Draft) -> None:
        """Show the pages as they are now, and which one is worked on."""
        papers = draft.papers
        shown = tuple((paper.of, tuple((p.file, p.page) for p in paper.recipe.pages)) for paper in papers)
        if shown == self._shown:
            self.choose(draft.spot)
            return
        for number, (_, pages) in enumerate(self._shown):
            for page in range(len(pages)):
                self._pictures.forget(_pane(number, page))
        self._shown = shown
        files = tuple(StripFile(self._name(papers, n), len(p.recipe.pages)) for n, p in enumerate(papers))
        self.show_files(files, draft.spot)

    def want_pictures(self, draft: Draft) -> None:
        """Ask for a picture of each page, as far as is sensible."""
        side, left = self.side(), MOST_THUMBNAILS
        for number, paper in enumerate(draft.papers):
            for place, page in enumerate(paper.recipe.pages[:left]):
                self._pictures.want(_pane(number, place), view_of(page), side, is_small=True)
            left = max(0, left - len(paper.recipe.pages))

    def show_pane(self, pane: str, image: QImage) -> None:
        """Show a picture that was asked for."""
        number, page = pane.split(":")
        self.show_picture(Spot(int(number), int(page)), image)

    def _name(self, papers: Papers, at: int) -> str:
        paper = papers[at]
        file = paper.of[0].rsplit("/", 1)[-1]
        parts = [number for number, other in enumerate(papers) if other.of == paper.of]
        if len(paper.of) > 1 and len(parts) == 1:
            return self.tr("Merged: {file} …").format(file=file)
        if len(parts) == 1:
            return file
        return self.tr("{file}, part {number}").format(file=file, number=parts.index(at) + 1)


def _pane(number: int, page: int) -> str:
    return f"{number}:{page}"
