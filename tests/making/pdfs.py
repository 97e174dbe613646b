"""PDF files made by code: scans, text, forms, scripts, attachments, signatures, encryption."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from making import scans

A4 = (595, 842)
AUTHOR = "Li Biaoti"
_XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq>
</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def written(pdf: Pdf, **options: object) -> bytes:
    """The document as a file, the same each time."""
    target = io.BytesIO()
    pdf.save(target, **({"deterministic_id": "encryption" not in options} | options))
    return target.getvalue()


def text_pdf(pages: int = 1, lines: Sequence[str] = scans.TEXT, rotate: int = 0) -> bytes:
    """A4 pages of text, telling of their author; `rotate` is each page's /Rotate."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    canvas.setAuthor(AUTHOR)
    for page in range(pages):
        for index, line in enumerate((*lines, f"page {page + 1}")):
            canvas.drawString(72, 760 - 20 * index, line)
        canvas.setPageRotation(rotate)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def blank_pdf(pages: int = 1) -> bytes:
    """A4 pages with nothing on them."""
    return text_pdf(pages, ()) if pages == 0 else written(_blank(pages))


def _blank(pages: int) -> Pdf:
    pdf = Pdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=A4)
    return pdf


def scan_pdf(
    pages: int = 1,
    jpeg: bytes | None = None,
    rotate: int = 0,
    share: float = 1.0,
    size: tuple[int, int] = (1240, 1754),
) -> bytes:
    """A4 pages, each filled by one JPEG (or `share` of its width and height)."""
    picture = jpeg or scans.page(*size, noise=6, gps=True)
    pdf = _blank(pages)
    for page in pdf.pages:
        page.Resources = Dictionary(XObject=Dictionary(Im0=image_in(pdf, picture)))
        matrix = f"q {A4[0] * share} 0 0 {A4[1] * share} 0 0 cm /Im0 Do Q"
        page.Contents = pdf.make_stream(matrix.encode())
        page.Rotate = rotate
    pdf.docinfo["/Author"] = AUTHOR
    return written(pdf)


def image_in(pdf: Pdf, jpeg: bytes) -> pikepdf.Stream:
    """The JPEG as an image of the document."""
    with Image.open(io.BytesIO(jpeg)) as picture:
        width, height = picture.size
    stream = pdf.make_stream(jpeg)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    stream.ColorSpace, stream.Filter = Name.DeviceRGB, Name.DCTDecode
    return stream


def encrypted(user: str = "geheim", owner: str = "geheim") -> bytes:
    """A page behind a password; `user=""` opens without asking and is encrypted all the same."""
    pdf = Pdf.open(io.BytesIO(text_pdf()))
    return written(pdf, encryption=pikepdf.Encryption(user=user, owner=owner))


def changed(change: object, data: bytes | None = None, **options: object) -> bytes:
    """A document after `change(pdf)`."""
    with Pdf.open(io.BytesIO(data or text_pdf())) as pdf:
        change(pdf)  # type: ignore[operator]
        return written(pdf, **options)


def with_javascript(in_object_stream: bool = False) -> bytes:
    """A page that runs a script when it is opened."""

    def change(pdf: Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS="app.alert('1')")
        pdf.Root.OpenAction = pdf.make_indirect(script)

    mode = pikepdf.ObjectStreamMode
    return changed(change, object_stream_mode=mode.generate if in_object_stream else mode.disable)


def with_destination() -> bytes:
    """A page that is opened at its top: an /OpenAction that does nothing else."""

    def change(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    return changed(change)


def with_attachment(content: bytes = b"hidden") -> bytes:
    """A page with a file in the document's list of attachments and one pinned to the page."""

    def change(pdf: Pdf) -> None:
        pdf.attachments["notes.txt"] = content
        stream = pdf.make_stream(content)
        stream.Type = Name.EmbeddedFile
        pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[9, 9, 29, 29])
        pin.FS = Dictionary(Type=Name.Filespec, F="pin.txt", EF=Dictionary(F=stream))
        pdf.pages[0].Annots = Array([pdf.make_indirect(pin)])

    return changed(change)


def with_xfa() -> bytes:
    """A page with an XFA form."""

    def change(pdf: Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(Fields=[], XFA=pdf.make_stream(b"<xdp:xdp/>"))

    return changed(change)


def signed() -> bytes:
    """A page that bears a digital signature (its form; nobody vouches for it)."""

    def change(pdf: Pdf) -> None:
        mark = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=[0, 9, 99, 9])
        mark.Contents = pikepdf.String(b"\x30\x00")
        field = Dictionary(FT=Name.Sig, T="s", V=pdf.make_indirect(mark), Rect=[0, 0, 0, 0])
        field.Type, field.Subtype = Name.Annot, Name.Widget
        pdf.Root.AcroForm = Dictionary(Fields=[pdf.make_indirect(field)], SigFlags=3)

    return changed(change)


def with_metadata() -> bytes:
    """A scan with an XMP packet, private data of its maker, a thumbnail and a note that names its author."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        packet = pdf.make_stream(_XMP)
        pdf.Root.Metadata = page.Metadata = packet
        page.PieceInfo = Dictionary(Maker=Dictionary(Private=AUTHOR))
        page.Thumb = image_in(pdf, scans.page(16, 16, ()))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[9, 9, 99, 99], T=AUTHOR)
        page.Annots = Array([note])

    return changed(change, scan_pdf())


def with_huge_image(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small file with an image that announces more pixels than any memory holds."""

    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(b"\x00" * 64)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        stream.Width, stream.Height, stream.BitsPerComponent = width, height, 1
        stream.ColorSpace = Name.DeviceGray
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=stream))
        pdf.pages[0].Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")

    return changed(change)


def without_pages() -> bytes:
    """A document of no pages."""
    return written(Pdf.new())


def with_gbk_names() -> bytes:
    """A page whose font bears a name in GBK, as old Chinese programs write it."""
    return text_pdf().replace(b"/F1", "/宋体".encode("gbk"))
