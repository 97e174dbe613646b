"""The clean copy of a PDF: without what tells of its maker, the pages as they are."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from cardprep.case.facts import Active
from cardprep.evidence.limits import MAX_PAYLOAD
from cardprep.evidence.protocol import Note
from cardprep.evidence.worker import jpeg_segments, pdf_survey
from cardprep.evidence.worker.faults import Unreadable
from cardprep.evidence.worker.pdf import opened

if TYPE_CHECKING:
    import pikepdf

_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
_TELLING_IN_TRAILER = ("/Info", "/DocChecksum")
_TELLING_IN_NOTE = ("/T", "/M", "/CreationDate", "/NM")
_CARRYING = ("/EF", "/AF", "/Collection", "/EmbeddedFiles")


def copy(data: bytes, turn: int) -> tuple[bytes, set[Note]]:
    """The clean copy, and what it differs in. A signed document stays as it is, bit for bit.

    Scripts and forms stay: they are told of as FILE-2, and taking them out could change the pages.

    Raises:
        Unreadable: damaged or encrypted.
    """
    with opened(data) as document:
        if Active.SIGNED in pdf_survey.survey(document).active:
            return data, {Note.SIGNED_KEPT}
        notes = strip(document)
        if turn:
            notes.add(Note.TURNED)
            for page in document.pages:
                page.rotate(turn, relative=True)
        target = io.BytesIO()
        document.save(target, deterministic_id=True)
        return target.getvalue(), notes


def strip(document: pikepdf.Pdf) -> set[Note]:
    """Take out of the document what tells of its maker, and the files that it carries."""
    import pikepdf

    notes: set[Note] = set()
    _delete(document.trailer, "/ID")  # so that the copy's depends on its content alone
    if any([_delete(document.trailer, key) for key in _TELLING_IN_TRAILER]):
        notes.add(Note.METADATA_REMOVED)
    for dictionary in list(pdf_survey.dictionaries(document)):
        if any([_delete(dictionary, key) for key in _TELLING]) | _strip_note(dictionary):
            notes.add(Note.METADATA_REMOVED)
        if any([_delete(dictionary, key) for key in _CARRYING]):
            notes.add(Note.EMBEDDED_FILES_REMOVED)
        if isinstance(dictionary, pikepdf.Stream) and _strip_jpeg(dictionary):
            notes.add(Note.METADATA_REMOVED)
    for page in document.pages:
        _drop_attachment_notes(page)
    return notes


def _delete(dictionary: pikepdf.Object, key: str) -> bool:
    if key not in dictionary:
        return False
    del dictionary[key]
    return True


def _strip_note(dictionary: pikepdf.Object) -> bool:
    """Take the author and the dates out of an annotation; a field's name is left to its form."""
    is_note = "/Rect" in dictionary and "/Subtype" in dictionary and dictionary.get("/Subtype") != "/Widget"
    return is_note and any([_delete(dictionary, key) for key in _TELLING_IN_NOTE])


def _drop_attachment_notes(page: pikepdf.Page) -> None:
    import pikepdf

    notes = page.obj.get("/Annots")
    if isinstance(notes, pikepdf.Array):
        kept = [note for note in notes if not _carries_file(note)]
        if len(kept) != len(notes):
            page.obj["/Annots"] = pikepdf.Array(kept)


def _carries_file(note: object) -> bool:
    import pikepdf

    return isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") == "/FileAttachment"


def _strip_jpeg(stream: pikepdf.Stream) -> bool:
    """Cut metadata out of a JPEG inside; what cannot be walked stays as it is."""
    import pikepdf

    jpeg = _jpeg_in(stream)
    if jpeg is None:
        return False
    try:
        made = jpeg_segments.clean(jpeg_segments.walk(jpeg), with_profile=False)
    except Unreadable:
        return False
    if made == jpeg:
        return False
    parameters = stream.get("/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[-1]
    own = parameters if isinstance(parameters, pikepdf.Dictionary) else None
    stream.write(made, filter=pikepdf.Name.DCTDecode, decode_parms=own)
    return True


def _jpeg_in(stream: pikepdf.Stream) -> bytes | None:
    import pikepdf

    given = stream.get("/Filter")
    filters = list(given) if isinstance(given, pikepdf.Array) else [given]
    if filters == [pikepdf.Name.DCTDecode]:
        return stream.read_raw_bytes()
    if filters == [pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode]:
        return zlib.decompressobj().decompress(stream.read_raw_bytes(), MAX_PAYLOAD)
    return None
