"""The requests that make another file of one: fit it to a size, flatten it, convert it."""

from __future__ import annotations

from collections.abc import Callable

from cardprep.case.facts import ACCEPTED_FORMATS, Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame, Refusal
from cardprep.evidence.worker import convert as converting
from cardprep.evidence.worker import fit_image, fit_pdf, image, image_copy, pdf, pdf_pixels
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.fit_image import Made
from cardprep.evidence.worker.sniff import sniff

SignOfLife = Callable[[str], None]


def fit(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """The file in at most `limit` bytes; what is within them already comes back bit for bit."""
    found, limit = _known(request, alive)
    if len(request.payload) <= limit:
        _check(request.payload, found, limits)
        return _told(Made(found, request.payload))
    if found == "pdf":
        return _told(fit_pdf.fit(request.payload, limit, limits, lambda: alive(found)))
    return _told(fit_image.fit(request.payload, found, limit, limits))


def flatten(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """A PDF rebuilt from the pixels of its pages, a picture without all that is not picture."""
    found, limit = _known(request, alive)
    if found == "pdf":
        return _told(pdf_pixels.flatten(request.payload, limit, limits, lambda: alive(found)))
    data, notes = image_copy.copy(request.payload, found, 0, limits)
    if len(data) <= limit:
        return _told(Made(found, data, frozenset(notes)))
    return _told(fit_image.fit(request.payload, found, limit, limits))


def convert(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """A picture of another format as one that the online system takes."""
    found = sniff(request.payload)
    alive(found)
    limit = _limit(request)
    return _told(converting.convert(request.payload, found, limit, limits, lambda: alive(found)))


def _check(data: bytes, found: str, limits: Limits) -> None:
    """Raise what is wrong with a file as far as it is seen without decoding it: it is not passed on."""
    if found == "pdf":
        count, _ = pdf.structure(data, limits)
        with pdf.rendering(data) as document:
            if len(document) != count:
                raise Unreadable(Fault.READERS_DISAGREE)
    else:
        image.open_picture(data, found, limits)


def _known(request: Frame, alive: SignOfLife) -> tuple[str, int]:
    """The file's format, one of those accepted, and the limit in bytes."""
    found = sniff(request.payload)
    alive(found)
    if found not in ACCEPTED_FORMATS:
        raise Refused(Refusal.FORMAT)
    return found, _limit(request)


def _limit(request: Frame) -> int:
    value = request.header["limit"]
    if not isinstance(value, int):
        raise TypeError("limit")
    return value


def _told(made: Made) -> Frame:
    return Frame({"format": made.format, "notes": sorted(made.notes)}, made.data)
