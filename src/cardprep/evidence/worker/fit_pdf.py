"""A PDF within a number of bytes: text and vectors stay, the pictures inside are coded anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cardprep.case.facts import Active, Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import budget, one_bit, pdf_images, pdf_pixels, pdf_survey, picture_pdf
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.fit_image import Made, best_jpeg
from cardprep.evidence.worker.image import check_size
from cardprep.evidence.worker.pdf import opened
from cardprep.evidence.worker.pdf_copy import strip
from cardprep.evidence.worker.pdf_images import Inside
from cardprep.evidence.worker.picture_pdf import PAGE, Coded

if TYPE_CHECKING:
    import pikepdf

_MOST_ROUNDS = 3
_SAFETY = 2_000
_HINT = 1.25


def fit(data: bytes, limit: int, limits: Limits, tick: Callable[[], None]) -> Made:
    """The document in at most `limit` bytes, without metadata; pages keep their text.

    Raises:
        Unreadable: damaged, encrypted, or over the worker's limits.
        Refused: `SIGNED` (the signature would break), or `ILLEGIBLE`.
    """
    with opened(data) as document:
        _check(document, limits)
        notes = {Note.METADATA_REMOVED} | strip(document)
        bare = picture_pdf.saved(document)
        if len(bare) <= limit:
            return Made("pdf", bare, frozenset(notes))
        made = _with_smaller_pictures(document, len(bare), limit, tick)
        if made is None and pdf_pixels.rebuild_scans(document, data, limit, tick):
            notes.add(Note.FLATTENED)
            made = picture_pdf.saved(document)
    if made is None or len(made) > limit:
        raise Refused(Refusal.ILLEGIBLE)
    return Made("pdf", made, frozenset(notes | {Note.REENCODED}))


def _check(document: pikepdf.Pdf, limits: Limits) -> None:
    if len(document.pages) > limits.pages:
        raise Unreadable(Fault.TOO_MANY_PAGES)
    if not len(document.pages):
        raise Unreadable(Fault.NO_PAGES)
    found = pdf_survey.survey(document)
    if Active.SIGNED in found.active:
        raise Refused(Refusal.SIGNED)
    for width, height in found.images:
        check_size(max(1, width), max(1, height), limits)


def _with_smaller_pictures(
    document: pikepdf.Pdf, size: int, limit: int, tick: Callable[[], None]
) -> bytes | None:
    """The document with its pictures coded anew, or None where that is not enough; then it is unchanged."""
    found = [item for item in map(pdf_images.described, pdf_images.images(document)) if item is not None]
    room = limit - _SAFETY - (size - sum(item.size for item in found))
    coded: list[Coded | None] = []
    for _ in range(_MOST_ROUNDS if found else 0):
        new = _code_all(found, room, tick) if room > 0 else None
        if new is None:
            return None
        coded, over = new, _total(found, new) - room
        if over <= 0:
            break
        room -= over + _SAFETY
    for item, new in zip(found, coded, strict=False):
        if new is not None:
            _replace(item, new)
    made = picture_pdf.saved(document)
    return made if len(made) <= limit else None


def _total(found: list[Inside], coded: list[Coded | None]) -> int:
    return sum(item.size if new is None else len(new.data) for item, new in zip(found, coded, strict=True))


def _code_all(found: list[Inside], room: int, tick: Callable[[], None]) -> list[Coded | None] | None:
    """For each picture its new coding, None where it stays; None for all where they cannot fit.

    The simplest pages come first: what they leave of their share goes to the others.
    """
    made: dict[int, Coded | None] = {}
    order = sorted(
        range(len(found)), key=lambda i: (not found[i].is_one_bit, found[i].size / found[i].weight)
    )
    left, weight, hint = float(room), sum(item.weight for item in found), 1.0
    for index in order:
        tick()
        item = found[index]
        share = int(left * item.weight / weight)
        try:
            made[index], hint = _coded(item, share, hint)
        except Refused:
            return None
        new = made[index]
        left -= item.size if new is None else len(new.data)
        weight = max(1e-9, weight - item.weight)
    return [made[index] for index in range(len(found))]


def _coded(item: Inside, share: int, hint: float) -> tuple[Coded | None, float]:
    """The new coding within the share, or None where the old one fits, and how coarse it had to be.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    if item.is_one_bit:
        return _coded_fax(item, share), hint
    if item.size <= share and item.coding == "/DCTDecode":
        return None, hint
    picture = pdf_images.pixels(item)
    if picture is None:
        return None, hint
    if picture.mode == "RGB" and budget.is_grey(picture) and "/SMask" not in item.stream:
        picture = picture.convert("L")
    best = best_jpeg(picture, share, PAGE, min(1.0, hint * _HINT))
    if best is None:
        raise Refused(Refusal.ILLEGIBLE)
    made = Coded(best[0], *best[1], grey=picture.mode == "L")
    if len(made.data) >= item.size:
        return None, hint
    return made, max(best[1]) / max(picture.size)


def _coded_fax(item: Inside, share: int) -> Coded | None:
    if item.is_fax and item.size <= share:
        return None
    page = pdf_images.pixels(item)
    if page is None:
        raise Refused(Refusal.ILLEGIBLE)
    if not item.is_fax:
        data = one_bit.packed(page)
        if len(data) <= share:
            return Coded(data, page.width, page.height, grey=True, one_bit=True)
    return picture_pdf.code_one_bit(page, share)


def _replace(item: Inside, new: Coded) -> None:
    import pikepdf

    picture_pdf.write(item.stream, new)
    space = item.stream["/ColorSpace"]
    if new.one_bit or (new.grey and item.channels != 1):
        item.stream["/ColorSpace"] = pikepdf.Name.DeviceGray
    elif isinstance(space, pikepdf.Array) and space[0] == "/Indexed":
        item.stream["/ColorSpace"] = pikepdf.Name.DeviceRGB
