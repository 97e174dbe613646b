"""Pages rebuilt from their pixels: what nobody could take out otherwise is gone, and so is their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cardprep.case.facts import Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note
from cardprep.evidence.worker import one_bit, picture_pdf
from cardprep.evidence.worker.faults import Unreadable
from cardprep.evidence.worker.fit_image import LEAST_SIDES, Made
from cardprep.evidence.worker.pdf import check, opened, page_size, rendering
from cardprep.evidence.worker.picture_pdf import Sheet

if TYPE_CHECKING:
    import pikepdf
    import pypdfium2
    from PIL import Image

_DPI, _SCAN_DPI, _POINTS = 200, 300, 72
_MOST_SIDE = 5_000
_KEPT = ("/Type", "/Parent")


def flatten(data: bytes, limit: int, limits: Limits, tick: Callable[[], None]) -> Made:
    """The document as pictures of its pages, of at most `limit` bytes: no script, form or signature is left.

    Raises:
        Unreadable: damaged, or behind a password.
        Refused: `ILLEGIBLE`.
    """
    with opened(data, locked_too=True) as surveyed:
        count, _ = check(surveyed, limits)
    with rendering(data) as document:
        if len(document) != count:
            raise Unreadable(Fault.READERS_DISAGREE)
        made = picture_pdf.document(_sheets(document, tick), count, limit)
    return Made("pdf", made.data, frozenset({Note.FLATTENED, Note.METADATA_REMOVED}))


def _sheets(document: pypdfium2.PdfDocument, tick: Callable[[], None]) -> Iterator[Sheet]:
    for index in range(len(document)):
        tick()
        page = document[index]
        size = page_size(page)
        yield Sheet(pixels(page, _dpi(size, _DPI)), size)
        page.close()


def _dpi(size: tuple[float, float], wanted: int) -> float:
    """How fine to draw a page: as wanted, a small page as if it were A4, a huge one within bounds."""
    longer = max(size)
    return min(_MOST_SIDE * _POINTS / longer, max(wanted, LEAST_SIDES[0] * _POINTS / longer))


def pixels(page: pypdfium2.PdfPage, dpi: float) -> Image.Image:
    """The page as it is seen, with its forms and notes."""
    scale = dpi / _POINTS
    bitmap = page.render(scale=scale, limit_image_cache=True)
    drawn: Image.Image = bitmap.to_pil()
    return drawn.convert("RGB")


def rebuild_scans(document: pikepdf.Pdf, data: bytes, limit: int, tick: Callable[[], None]) -> bool:
    """Put pictures in the place of the document's pages without text; False where it has none.

    Pages share what the others leave; a page with text or vectors alone stays as it is.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    with rendering(data) as drawn:
        scans = [index for index in range(len(drawn)) if _is_scan(drawn[index])]
        if not scans:
            return False
        faxes = {index for index in scans if _is_fax(document.pages[index])}
        for index in scans:
            _clear(document.pages[index])
        left = limit - len(picture_pdf.saved(document)) - 1_000 * len(scans)
        for done, index in enumerate(scans):
            tick()
            share = left // (len(scans) - done)
            left -= _rebuild(document, drawn[index], index, share, index in faxes)
    return True


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    """Whether there is at least one picture on it, and no text."""
    from pypdfium2 import raw

    has_picture = next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4)), None)
    return has_picture is not None and page.get_textpage().count_chars() == 0


def _clear(page: pikepdf.Page) -> None:
    for key in list(page.obj.keys()):
        if key not in _KEPT:
            del page.obj[key]


def _is_fax(page: pikepdf.Page) -> bool:
    """Whether all its pictures are black and white."""
    pictures = list(page.get_images().values())
    return bool(pictures) and all(
        "/ImageMask" in one or one.get("/BitsPerComponent", 8) == 1 for one in pictures
    )


def _rebuild(document: pikepdf.Pdf, drawn: pypdfium2.PdfPage, index: int, share: int, is_fax: bool) -> int:
    """Draw one page anew within the share, black and white where it was; the bytes that it took."""
    import pikepdf

    size = page_size(drawn)
    picture = pixels(drawn, _dpi(size, _SCAN_DPI))
    coded = picture_pdf.code(one_bit.of_grey(picture.convert("L")) if is_fax else picture, share)
    page = document.pages[index]
    page.obj["/MediaBox"] = pikepdf.Array([0, 0, round(size[0], 3), round(size[1], 3)])
    page.obj["/Rotate"] = 0
    picture_pdf.fill(document, page, coded, size)
    return len(coded.data)
