"""Nothing goes out that a file tells of its maker; the picture itself stays as it is."""

from __future__ import annotations

import io
import json
import zipfile

import pikepdf
import pytest
from PIL import Image

from making import bundles, folders, hostile, pdfs, scans
from making.folders import changed

HIDDEN = "hidden-content-of-an-embedded-file"
OWN_NAME = "IMG_20261120_private"
MARKERS = (
    scans.GPS_TEXT.decode(),
    scans.AUTHOR,
    scans.CAMERA,
    pdfs.AUTHOR,
    HIDDEN,
    OWN_NAME,
    "JFXX",
    "Photoshop",
)
FILES = {
    "jpg": folders.picture(gps=True),
    "png": folders.picture(fmt="png", gps=True),
    "metadata.pdf": pdfs.with_metadata(),
    "attached.pdf": pdfs.with_attachment(HIDDEN.encode()),
    "script.pdf": pdfs.with_javascript(in_object_stream=True),
    "trailing.jpg": folders.picture(gps=True) + HIDDEN.encode(),
    "two.jpg": scans.two_picture_jpeg(),
}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory, worker):
    """A draft with every kind of file that tells something."""
    told = folders.document()
    files = {f"attachments/{OWN_NAME}.{ending}": data for ending, data in FILES.items()}
    for file in files:
        folders.attach(told, "unit.qualification", file)
    return bundles.export(tmp_path_factory.mktemp("privacy"), worker, told, files, draft=True).bundle


@pytest.mark.parametrize("marker", MARKERS)
def test_the_markers_are_there_before_or_the_search_would_prove_nothing(marker):
    planted = [*FILES.values(), OWN_NAME.encode()]
    assert any(bundles.holds(data, marker) for data in planted)


@pytest.mark.parametrize("marker", MARKERS)
def test_no_marker_is_left_anywhere_in_the_bundle(bundle, marker):
    found = [name for name, data in bundles.entries(bundle).items() if bundles.holds(data, marker)]
    assert found == []


def test_no_marker_is_left_in_any_object_of_a_pdf(bundle):
    for name, data in bundles.entries(bundle).items():
        if name.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(data)) as document:
                told = b"".join(_streams(document)) + repr(list(document.objects)).encode()
            assert [marker for marker in MARKERS if marker.encode() in told] == []


def _streams(document):
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream):
            yield thing.read_raw_bytes()
            if thing.get("/Filter") != "/DCTDecode":
                yield thing.read_bytes()


def test_no_picture_has_exif_or_text_left(bundle):
    for name, data in bundles.entries(bundle).items():
        if name.endswith((".jpg", ".png")):
            with Image.open(io.BytesIO(data)) as picture:
                assert dict(picture.getexif()) == {}
                assert {"comment", "exif", "xmp", "photoshop"}.isdisjoint(picture.info)
                assert getattr(picture, "text", {}) == {}


def test_the_papers_tell_of_nobody(bundle, home):
    for name, data in bundles.entries(bundle).items():
        if name.startswith("05-"):
            with pikepdf.open(io.BytesIO(data)) as document:
                told = {str(value) for key, value in document.docinfo.items() if key != "/Title"}
                assert "/Metadata" not in document.Root
            assert told <= {"", "cardprep", "(unspecified)", "/False", "D:20000101000000+00'00'"}
            assert not bundles.holds(data, str(home))


def test_the_zip_tells_no_times_and_no_rights(bundle):
    with zipfile.ZipFile(bundle) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(2020, 1, 1, 0, 0, 0)}
    assert {info.external_attr >> 16 for info in infos} == {0o100600}
    assert not any(info.extra or info.comment for info in infos)


@pytest.mark.parametrize("fmt", ["jpeg", "png"])
def test_the_pixels_stay_bit_for_bit_where_metadata_goes(tmp_path, worker, fmt):
    data = folders.picture(fmt=fmt, gps=True)
    copy = copy_of(tmp_path, worker, data)
    assert copy != data
    with Image.open(io.BytesIO(copy)) as left, Image.open(io.BytesIO(data)) as right:
        assert left.tobytes() == right.tobytes()


def plain(fmt):
    """A picture that tells nothing."""
    target = io.BytesIO()
    scans.drawing(860, 1200).save(target, fmt)
    return target.getvalue()


@pytest.mark.parametrize("data", [plain("JPEG"), plain("PNG"), pdfs.signed()], ids=["jpeg", "png", "signed"])
def test_a_file_that_tells_nothing_is_the_same_file(tmp_path, worker, data):
    told = folders.document()
    told["acknowledged"] = [{"rule": "FILE-2", "where": "legal.identity", "reason": "电子签名，保留"}]
    assert copy_of(tmp_path, worker, data, told) == data


def test_the_scans_in_a_pdf_stay_bit_for_bit(tmp_path, worker):
    jpeg = plain("JPEG")
    with pikepdf.open(io.BytesIO(copy_of(tmp_path, worker, pdfs.scan_pdf(2, jpeg)))) as document:
        assert [page.Resources.XObject.Im0.read_raw_bytes() for page in document.pages] == [jpeg, jpeg]


def copy_of(tmp_path, worker, data, told=None):
    """The bundle's copy of the legal representative's paper."""
    exported = bundles.export(tmp_path, worker, told, {"legal.identity.jpg": data})
    (copy,) = (
        content for name, content in bundles.entries(exported.bundle).items() if name.startswith("02-")
    )
    return copy


@pytest.mark.parametrize(
    ("turn", "size"), [(0, (860, 1200)), (90, (1200, 860)), (180, (860, 1200)), (270, (1200, 860))]
)
def test_a_turn_is_in_the_file_and_no_longer_in_the_case(tmp_path, worker, turn, size):
    told = changed(folders.document(), **{"attachments[1].turn": turn})
    out = bundles.entries(bundles.export(tmp_path, worker, told).bundle)
    (name,) = (name for name in out if name.startswith("02-"))
    facts_path = tmp_path / "copy.jpg"
    facts_path.write_bytes(out[name])
    (page,) = worker.facts(facts_path).pages
    assert (page.width, page.height) == size
    assert not any("turn" in entry for entry in json.loads(out["case.json"])["attachments"])


def test_a_signed_pdf_cannot_be_turned_and_keeps_its_turn_in_the_case(tmp_path, worker):
    told = changed(folders.document(), **{"attachments[1].turn": 90})
    exported = bundles.export(tmp_path, worker, told, {"legal.identity.jpg": pdfs.signed()}, draft=True)
    out = bundles.entries(exported.bundle)
    (copy,) = (content for name, content in out.items() if name.startswith("02-"))
    assert copy == pdfs.signed()
    assert [entry.get("turn") for entry in json.loads(out["case.json"])["attachments"]] == [
        None,
        90,
        None,
        None,
    ]


def test_what_a_draft_leaves_out_is_told_and_is_not_in_it(tmp_path, worker):
    told = folders.attach(folders.document(), "unit.qualification", "broken.pdf")
    folders.attach(told, "unit.qualification", "note.docx")
    files = {"broken.pdf": hostile.broken_pdf(), "note.docx": hostile.archive([("word/a", b"x")])}
    exported = bundles.export(tmp_path, worker, told, files, draft=True)
    left_out = json.loads(bundles.entries(exported.bundle)["manifest.json"])["left_out"]
    assert left_out == [
        {"slot": "unit.qualification", "file": "broken.pdf", "reason": "damaged"},
        {"slot": "unit.qualification", "file": "note.docx", "reason": "docx"},
    ]
    assert len(bundles.attachment_names(exported.bundle)) == 4
