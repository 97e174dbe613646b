"""`fit` beside jpegoptim, ImageMagick and Ghostscript: time, bytes, contrast of text, colour of the seal.

`python3 dev.py bench fit [RUNS]`. The peers are Debian packages and for this only.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import fit_documents
import fit_pictures
import pypdfium2
from fit_measures import colour_error, contrast
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from cardprep.evidence.client import Worker  # noqa: E402 - the folder is known only now
from cardprep.evidence.limits import Limits  # noqa: E402
from cardprep.evidence.protocol import Frame  # noqa: E402
from cardprep.evidence.worker import fit_image  # noqa: E402
from cardprep.evidence.worker.main import answer  # noqa: E402

LIMIT = 3_000_000
PEERS = {"jpegoptim": "jpegoptim", "convert": "imagemagick", "gs": "ghostscript"}
SCANS = (("12 grey pages", 12, False, 95), ("3 pages in colour", 3, True, 97), ("8 in colour", 8, True, 97))
Make = Callable[[bytes], bytes]


def main(runs: int) -> None:
    """Print the tables, as they stand in docs/BENCHMARKS.md."""
    missing = [package for program, package in PEERS.items() if shutil.which(program) is None]
    if missing:
        print(f"missing: {', '.join(missing)}; apt-get install {' '.join(missing)}")
        raise SystemExit(1)
    with tempfile.TemporaryDirectory() as folder:
        for megapixels in (12, 48):
            photo(megapixels, Path(folder), runs)
        for name, pages, coloured, quality in SCANS:
            scan(name, pages, coloured, quality, Path(folder), runs)
    untouched()


def head(titles: tuple[str, ...]) -> str:
    """The first two lines of a table."""
    return f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}"


def timed(makers: dict[str, Make], data: bytes, runs: int) -> dict[str, tuple[float, float, bytes]]:
    """For each its quickest run: seconds, those of the processor (children too), and the result.

    They take turns, so that a busy machine is fair to all.
    """
    best: dict[str, tuple[float, float, bytes]] = {}
    for _ in range(runs):
        for name, make in makers.items():
            began, used = time.perf_counter(), processor()
            made = make(data)
            spent = time.perf_counter() - began
            if name not in best or spent < best[name][0]:
                best[name] = (spent, processor() - used, made)
    return best


def processor() -> float:
    """The seconds that this process and those that it waited for have computed."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def fit(data: bytes) -> bytes:
    """What the worker does, in this process."""
    request = Frame({"ask": "fit", "limit": LIMIT}, data)
    return answer(request, Limits(), lambda _: None).payload


def through(command: list[str | Path], source: Path, target: Path) -> Make:
    """A program that reads one file and writes another."""

    def make(data: bytes) -> bytes:
        source.write_bytes(data)
        subprocess.run([str(word) for word in command], check=True, capture_output=True)
        return target.read_bytes()

    return make


def bound(data: bytes) -> bytes:
    """The least that any way costs: one decode as `fit` does it, and one encode."""
    picture = Image.open(io.BytesIO(data))
    factor = fit_image.whole_factor(picture.size)
    picture.draft("", (picture.width // factor, picture.height // factor))
    picture.load()
    return fit_pictures.as_jpeg(picture, 85, "4:4:4")


def photo(megapixels: int, folder: Path, runs: int) -> None:
    """One table of a photo."""
    sheet, data = fit_pictures.photo(megapixels, 5)
    source, target = folder / "a.jpg", folder / "b.jpg"
    peers = {
        "jpegoptim --size": through(["jpegoptim", "-q", "--size=2929k", source], source, source),
        "ImageMagick jpeg:extent": through(
            ["convert", source, "-define", f"jpeg:extent={LIMIT}b", target], source, target
        ),
    }
    best = timed({"fit": fit, "one decode + one encode": bound} | peers, data, runs)
    original = Image.open(io.BytesIO(data)).convert("RGB")
    fastest = min(best[name][0] for name in peers)
    print(f"\n**{megapixels} megapixels**, {len(data):,} bytes; worker's peak memory {peak(data):.0f} MiB\n")
    titles = (
        "",
        "s",
        "CPU s",
        "to the faster peer",
        "bytes",
        *(f"text at {at}" for at in ("200 dpi", "300 dpi")),
        "full",
        "ΔE",
    )
    print(head(titles))
    for name, (spent, cpu, made) in best.items():
        copy = Image.open(io.BytesIO(made)).convert("RGB")
        sizes = [
            contrast(copy, sheet.small_text, sheet.block, longer)
            / contrast(original, sheet.small_text, sheet.block, longer)
            for longer in (2339, 3508, max(original.size))
        ]
        error = colour_error(original, copy, sheet.seal)
        texts = " | ".join(f"{size:.3f}" for size in sizes)
        row = f"{spent:.2f} | {cpu:.2f} | {spent / fastest:.2f} | {len(made):,} | {texts}"
        print(f"| {name} | {row} | {error:.2f} |")


def scan(name: str, pages: int, coloured: bool, quality: int, folder: Path, runs: int) -> None:
    """One table of a scanned PDF."""
    sheet, data = fit_documents.scan(pages, coloured, quality)
    source, target = folder / "a.pdf", folder / "b.pdf"
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/ebook"]
    ghost = through([*command, f"-sOutputFile={target}", source], source, target)
    best = timed({"fit": fit, "Ghostscript /ebook": ghost}, data, runs)
    original = first_page(data)
    print(f"\n**{name}**, {len(data):,} bytes\n")
    print(head(("", "s", "CPU s", "to Ghostscript", "CPU to Ghostscript", "bytes", "text at 300 dpi", "ΔE")))
    for maker, (spent, cpu, made) in best.items():
        copy = first_page(made)
        kept = contrast(copy, sheet.small_text, sheet.block) / contrast(
            original, sheet.small_text, sheet.block
        )
        error = f"{colour_error(original, copy, sheet.seal):.2f}" if coloured else ""
        ratios = [
            value / peer for value, peer in zip((spent, cpu), best["Ghostscript /ebook"][:2], strict=True)
        ]
        row = f"{spent:.2f} | {cpu:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} | {len(made):,} | {kept:.3f}"
        print(f"| {maker} | {row} | {error} |")


def first_page(data: bytes) -> Image.Image:
    """The first page at 300 dpi."""
    page = pypdfium2.PdfDocument(data)[0].render(scale=300 / 72).to_pil().convert("RGB")
    return page.crop((0, 0, *fit_documents.A4_300))


def untouched() -> None:
    """Tell whether files that fit come back bit for bit."""
    from making import large, pdfs

    for name, data in (("a text PDF", pdfs.text_pdf(3)), ("a 1-bit scan", large.one_bit_pdf())):
        print(f"\n{name} that fits ({len(data):,} bytes) is not touched: {fit(data) == data}")


def peak(data: bytes) -> float:
    """The most memory that a worker of its own had for it, in MiB (Linux alone tells)."""
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        source = Path(folder) / "a.jpg"
        source.write_bytes(data)
        worker.fit(source, Path(folder) / "b.jpg", LIMIT)
        child = worker._child  # noqa: SLF001 - nobody else needs to know the process
        status = Path(f"/proc/{child.pid if child else os.getpid()}/status")
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
