"""How a font goes into a PDF: as subsets whose text can be searched and copied."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be", "surrogatepass").hex().upper()


def _to_unicode(entry: str) -> str:
    """One line `<index> <code>` of reportlab's map, with the code as UTF-16."""
    index, _, code = entry.partition("> <")
    if not code or not index.startswith("<") or not entry.endswith(">"):
        return entry
    return f"{index}> <{_utf16(int(code[:-1], 16))}>"


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab ships no types
    """A TrueType font whose characters beyond U+FFFF can be read back from the PDF.

    WORKAROUND for `reportlab.pdfbase.ttfonts.makeToUnicodeCMap`, which writes them as five hexadecimal
    digits where PDF (ISO 32000-1, 9.10.3) asks for UTF-16BE.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=False, shapable=False)

    def addObjects(self, doc: PDFDocument) -> None:  # reportlab's name
        """Add this document's subsets, then mend their maps to Unicode."""
        super().addObjects(doc)
        own = f"+{self.face.name.decode('ascii')}"
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(own):
                stream.content = "\n".join(map(_to_unicode, stream.content.split("\n")))
