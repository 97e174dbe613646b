"""PDF: three readers must agree about it, then each page is looked at as pixels."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from cardprep.case.facts import Active, Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Refusal
from cardprep.evidence.worker import pdf_survey
from cardprep.evidence.worker.blank import is_blank
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.image import check_size, dpi_on_a4

if TYPE_CHECKING:
    import pikepdf
    import pypdfium2
    from PIL import Image

_POINTS = 72
_VECTOR_DPI = 200
_FINE_DPI = 300
_FILLS = 0.6
_SURVEY_SIDE = 900
_MOST_IMAGES = 2_000
_END_WITHIN = 2_048


@contextmanager
def opened(data: bytes, locked_too: bool = False) -> Iterator[pikepdf.Pdf]:
    """The document in qpdf.

    Raises:
        Unreadable: cut short, or encrypted in any way, be it with an empty password, unless `locked_too`.
    """
    import pikepdf

    end = data.rstrip(b"\x00\r\n\t ")[-_END_WITHIN:]
    if b"startxref" not in end and b"%%EOF" not in end:
        raise Unreadable
    try:
        document = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise Unreadable(Fault.ENCRYPTED) from error
    with document:
        if document.is_encrypted and not locked_too:
            raise Unreadable(Fault.ENCRYPTED)
        yield document


@contextmanager
def rendering(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document in PDFium, with its forms, so that what was filled in is seen.

    Raises:
        Unreadable: PDFium cannot open it, or only with a password.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Unreadable(Fault.ENCRYPTED if locked else Fault.DAMAGED) from error
    try:
        if document.get_formtype():
            document.init_forms()
        yield document
    finally:
        document.close()


def _pages_by_pypdf(data: bytes) -> int:
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data), strict=False).pages)


def check(document: pikepdf.Pdf, limits: Limits) -> tuple[int, set[Active]]:
    """How many pages it has and what else it holds.

    Raises:
        Unreadable: no pages, too many, or a picture over the limits.
    """
    count = len(document.pages)
    if count > limits.pages:
        raise Unreadable(Fault.TOO_MANY_PAGES)
    if not count:
        raise Unreadable(Fault.NO_PAGES)
    found = pdf_survey.survey(document)
    for width, height in found.images:
        check_size(max(1, width), max(1, height), limits)
    return count, found.active


def structure(data: bytes, limits: Limits) -> tuple[int, set[Active]]:
    """How many pages it has and what else it holds, where two readers agree.

    Raises:
        Unreadable: a fault of the document as a whole.
    """
    with opened(data) as document:
        if len(document.pages) != _pages_by_pypdf(data):
            raise Unreadable(Fault.READERS_DISAGREE)
        return check(document, limits)


def facts(data: bytes, limits: Limits, tick: Callable[[], None]) -> dict[str, object]:
    """The document's part of an answer about facts; `tick` is called before each page."""
    count, active = structure(data, limits)
    tick()
    with rendering(data) as document:
        if len(document) != count:
            raise Unreadable(Fault.READERS_DISAGREE)
        pages = []
        for index in range(count):
            tick()
            pages.append(_page_facts(document[index], limits))
    return {"pages": pages, "active": sorted(active), "trailing": 0}


def _page_facts(page: pypdfium2.PdfPage, limits: Limits) -> dict[str, object]:
    points = page_size(page)
    scan = _filling_image(page)
    width, height = scan or [max(1, round(side * _VECTOR_DPI / _POINTS)) for side in points]
    check_size(width, height, limits)
    small = _render(page, min(_SURVEY_SIDE, max(width, height)), 0, grey=True)
    told = {
        "width": width,
        "height": height,
        "turn": page.get_rotation(),
        "dpi": dpi_on_a4(width, height) if scan else None,
        "blank": is_blank(small),
    }
    page.close()
    return told


def page_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height in points, as it is shown."""
    width, height = page.get_size()
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise Unreadable
    return width, height


def _filling_image(page: pypdfium2.PdfPage) -> tuple[int, int] | None:
    """The pixels, upright, of the one image that covers at least 60 % of the page."""
    from pypdfium2 import raw

    left, bottom, right, top = page.get_bbox()
    least = _FILLS * abs((right - left) * (top - bottom))
    for image in islice(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4), _MOST_IMAGES):
        x0, y0, x1, y1 = image.get_bounds()
        across, along = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
        if across > 0 and along > 0 and across * along >= least:
            return _upright(image, page.get_rotation())
    return None


def _upright(image: Any, page_turn: int) -> tuple[int, int]:  # noqa: ANN401  # pypdfium2 has no types
    width, height = image.get_px_size()
    matrix = image.get_matrix()
    lies = abs(matrix.b) > abs(matrix.a)
    return (height, width) if lies != (page_turn in (90, 270)) else (width, height)


def _render(page: pypdfium2.PdfPage, side: int, turn: int, grey: bool = False) -> Image.Image:
    scale = (side - 0.01) / max(page_size(page))
    bitmap = page.render(scale=scale, rotation=turn, grayscale=grey, limit_image_cache=True)
    picture: Image.Image = bitmap.to_pil()
    return picture


def preview(data: bytes, page: int, side: int, turn: int, limits: Limits) -> Image.Image:
    """The page as pixels, its longer side `side`, turned by `turn` degrees clockwise."""
    count, _ = structure(data, limits)
    if not 0 <= page < count:
        raise Refused(Refusal.NO_SUCH_PAGE)
    with rendering(data) as document:
        return _render(document[page], side, turn).convert("RGB")


def own_side(data: bytes, page: int, limits: Limits) -> int:
    """The longer side in pixels at which the page loses nothing: its scan's own, else 300 dpi."""
    count, _ = structure(data, limits)
    if not 0 <= page < count:
        raise Refused(Refusal.NO_SUCH_PAGE)
    with rendering(data) as document:
        scan = _filling_image(document[page])
        longest = max(scan) if scan else round(max(page_size(document[page])) * _FINE_DPI / _POINTS)
    return max(1, min(longest, limits.side))
