"""A PDF within a number of bytes: text and vectors stay, the pictures inside are coded anew."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from cardprep.case.facts import Active
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import budget, pdf, pdf_images, pdf_pixels, picture_pdf
from cardprep.evidence.worker.faults import Refused
from cardprep.evidence.worker.fit_image import Made, Recipe, best_jpeg
from cardprep.evidence.worker.pdf_copy import strip
from cardprep.evidence.worker.pdf_images import Inside
from cardprep.evidence.worker.picture_pdf import PAGE, Drawn

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image

_MOST_ROUNDS = 3
_SAFETY, _MUCH_ELSE = 2_000, 200_000
_AT_ONCE, _LARGE, _LEAST_WEIGHT = 2, 16_000_000, 1e-9


def fit(data: bytes, limit: int, limits: Limits, tick: Callable[[], None]) -> Made:
    """The document in at most `limit` bytes, without metadata; pages keep their text.

    Raises:
        Unreadable: damaged, encrypted, or over the worker's limits.
        Refused: `SIGNED` (the signature would break), or `ILLEGIBLE`.
    """
    with pdf.opened(data) as document:
        _, active = pdf.check(document, limits)
        if Active.SIGNED in active:
            raise Refused(Refusal.SIGNED)
        notes, size = {Note.METADATA_REMOVED}, len(data)
        pictures = sum(map(pdf_images.raw_size, pdf_images.images(document)))
        if pictures <= limit or size - pictures > _MUCH_ELSE:  # else it cannot be enough, and takes its time
            notes |= strip(document)
            bare = picture_pdf.saved(document)
            if len(bare) <= limit:
                return Made("pdf", bare, frozenset(notes))
            size = len(bare)
        made = _with_smaller_pictures(document, size, limit, tick)
        if made is None and pdf_pixels.rebuild_scans(document, data, limit, tick):
            notes |= {Note.FLATTENED} | strip(document)
            made = picture_pdf.saved(document)
    if made is None or len(made) > limit:
        raise Refused(Refusal.ILLEGIBLE)
    return Made("pdf", made, frozenset(notes | {Note.REENCODED}))


def _with_smaller_pictures(
    document: pikepdf.Pdf, size: int, limit: int, tick: Callable[[], None]
) -> bytes | None:
    """The document with its pictures coded anew, or None where that is not enough; then it is unchanged."""
    found = [item for item in map(pdf_images.described, pdf_images.images(document)) if item is not None]
    room = limit - _SAFETY - (size - sum(item.size for item in found))
    made: list[Drawn | None] = [None] * len(found)
    for _ in range(_MOST_ROUNDS if found else 0):
        attempt = _draw_all(found, room, tick) if room > 0 else None
        if attempt is None:
            return None
        made, over = attempt, _total(found, attempt) - room
        if over <= 0:
            break
        room -= over + _SAFETY
    for item, new in zip(found, made, strict=True):
        if new is not None:
            _replace(item, new)
    strip(document)
    data = picture_pdf.saved(document)
    return data if len(data) <= limit else None


def _total(found: list[Inside], made: list[Drawn | None]) -> int:
    return sum(item.size if new is None else len(new.data) for item, new in zip(found, made, strict=True))


def _draw_all(found: list[Inside], room: int, tick: Callable[[], None]) -> list[Drawn | None] | None:
    """For each picture its new coding, None where it stays; None for all where they cannot fit.

    The simplest pages come first: what they leave of their share goes to the others. Two pictures are
    worked on at a time.
    """
    made: dict[int, Drawn | None] = {}
    order = sorted(
        range(len(found)), key=lambda i: (not found[i].is_one_bit, found[i].size / found[i].weight)
    )
    left, weight = float(room), sum(item.weight for item in found)
    known: dict[str, Recipe] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while order:
            tick()
            now = _next(order, found)
            shares = [int(left * found[index].weight / weight) for index in now]
            loads = [_loader(found[index], share) for index, share in zip(now, shares, strict=True)]
            work = [
                pool.submit(_drawn, found[index], load, share, known)
                for index, load, share in zip(now, loads, shares, strict=True)
            ]
            for index, answer in zip(now, work, strict=True):
                try:
                    made[index] = new = answer.result()
                except Refused:
                    return None
                left -= found[index].size if new is None else len(new.data)
                weight = max(_LEAST_WEIGHT, weight - found[index].weight)
    return [made[index] for index in range(len(found))]


def _next(order: list[int], found: list[Inside]) -> list[int]:
    """Take from the order what is worked on next: two at once, but a large one alone."""
    first = order.pop(0)
    if not order or any(found[index].pixels > _LARGE for index in (first, order[0])):
        return [first]
    return [first, order.pop(0)]


def _loader(item: Inside, share: int) -> pdf_images.Load | None:
    """How to get the pixels; None where they are not needed, since the picture may stay as it is."""
    stays = item.size <= share and (item.is_fax or item.coding == "/DCTDecode")
    return None if stays else pdf_images.loader(item)


def _drawn(item: Inside, load: pdf_images.Load | None, share: int, known: dict[str, Recipe]) -> Drawn | None:
    """The new coding within the share, or None where the old one stays.

    `known` remembers for each mode of pixels what served last.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    picture = None if load is None else load()
    if picture is None:
        return None
    if item.is_one_bit:
        return _drawn_fax(item, picture, share)
    if picture.mode != "L" and item.may_be_grey and budget.is_grey(picture):
        picture = budget.grey(picture)
    best = best_jpeg(picture, share, PAGE, known.get(picture.mode))
    if best is None:
        raise Refused(Refusal.ILLEGIBLE)
    known[picture.mode] = best.recipe
    is_better = len(best.data) < item.size
    return Drawn(best.data, *best.size, grey=picture.mode == "L") if is_better else None


def _drawn_fax(item: Inside, page: Image.Image, share: int) -> Drawn | None:
    made = picture_pdf.code_one_bit(page, share)
    return made if len(made.data) < item.size else None


def _replace(item: Inside, new: Drawn) -> None:
    import pikepdf

    picture_pdf.write(item.stream, new)
    space = item.stream["/ColorSpace"]
    if new.one_bit or (new.grey and item.channels != 1):
        item.stream["/ColorSpace"] = pikepdf.Name.DeviceGray
    elif isinstance(space, pikepdf.Array) and space[0] == "/Indexed":
        item.stream["/ColorSpace"] = pikepdf.Name.DeviceRGB
