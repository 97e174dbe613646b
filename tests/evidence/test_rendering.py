"""A recipe in, a prepared file out: what is kept bit for bit, what is rebuilt, what is refused."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from cardprep.case import preparation as prep
from cardprep.case.facts import Fault
from cardprep.case.preparation import Layout, PreparedPage, Recipe, recipe_of
from cardprep.evidence.errors import Cancelled, PreviewFailed, RenderFailed
from cardprep.evidence.protocol import Refusal
from making import hostile, pdfs, scans

SKEWED = ((0.1, 0.05), (0.95, 0.1), (0.9, 0.95), (0.05, 0.9))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(
        scans.encoded(scans.cornered(), "jpeg", exif_orientation=6, gps=True, quality=90)
    )
    (tmp_path / "scan.png").write_bytes(scans.page(400, 566, fmt="png"))
    (tmp_path / "text.pdf").write_bytes(pdfs.text_pdf(3))
    (tmp_path / "scan.pdf").write_bytes(pdfs.scan_pdf(2))
    (tmp_path / "signed.pdf").write_bytes(pdfs.signed())
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "cut.jpg").write_bytes(scans.page()[:5000])
    return tmp_path


def opened(made):
    return pikepdf.open(io.BytesIO(made.data))


def picture_on(page):
    return next(iter(page.Resources.XObject.values()))


def seen(made, page=0, scale=1):
    return pypdfium2.PdfDocument(made.data)[page].render(scale=scale).to_pil().convert("RGB")


def test_a_photo_that_is_only_turned_keeps_its_coded_data(worker, folder):
    made = worker.render(folder, recipe_of("photo.jpg", 1, turn=90))
    assert (made.format, made.suffix, made.pages) == ("jpeg", ".jpg", 1)
    original = (folder / "photo.jpg").read_bytes()
    assert made.data[-2000:] == original[-2000:]
    assert scans.GPS_TEXT not in made.data


def test_one_page_of_a_photo_becomes_a_jpeg_without_metadata(worker, folder):
    made = worker.render(folder, prep.brighten(prep.straighten(recipe_of("photo.jpg", 1), 0, 2), 0))
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.format == "JPEG"
        assert not picture.getexif()
        assert picture.width < picture.height  # its EXIF turn was carried out
    assert b"Exif" not in made.data


def test_the_same_recipe_gives_the_same_bytes(worker, folder):
    recipe = prep.merge([recipe_of("photo.jpg", 1), recipe_of("text.pdf", 2)])
    assert worker.render(folder, recipe).sha256 == worker.render(folder, recipe).sha256


def test_pages_of_a_pdf_that_are_not_changed_stay_text(worker, folder):
    recipe = prep.remove_page(prep.turn_page(recipe_of("text.pdf", 3), 0), 1)
    made = worker.render(folder, recipe)
    assert made.pages == 2
    with opened(made) as document:
        assert [page.get("/Rotate", 0) for page in document.pages] == [90, 0]
        assert "/Info" not in document.trailer
    text = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.data)]
    assert "page 1" in text[0]
    assert "page 3" in text[1]


def test_only_the_changed_page_of_a_pdf_is_rebuilt(worker, folder):
    made = worker.render(folder, prep.brighten(recipe_of("text.pdf", 2), 1))
    text = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.data)]
    assert "page 1" in text[0]
    assert text[1] == ""
    with opened(made) as document:
        picture = picture_on(document.pages[1])
        assert max(picture.Width, picture.Height) <= 3508


def test_a_scan_is_not_rebuilt_finer_than_it_is(worker, folder):
    made = worker.render(folder, prep.brighten(recipe_of("scan.pdf", 1), 0))
    with opened(made) as document:
        picture = picture_on(document.pages[0])
        assert (int(picture.Width), int(picture.Height)) == (1240, 1754)


def test_files_are_merged_in_the_recipes_order_and_pictures_keep_their_data(worker, folder):
    merged = prep.merge(
        [recipe_of("photo.jpg", 1), recipe_of("scan.png", 1), Recipe((PreparedPage("text.pdf", 2),))]
    )
    made = worker.render(folder, merged)
    with opened(made) as document:
        filters = [str(picture_on(page).Filter) for page in document.pages[:2]]
        assert filters == ["/DCTDecode", "/FlateDecode"]
        assert document.pages[0].Rotate == 90
    assert "page 3" in pypdfium2.PdfDocument(made.data)[2].get_textpage().get_text_range()
    corner = seen(made).resize((30, 40)).getpixel((27, 2))
    assert corner[1] > corner[0] or corner[0] > 150  # upright: a coloured mark stands in that corner


def test_the_two_sides_of_a_card_stand_on_A4_at_true_size(worker, folder):
    card = prep.set_layout(
        Recipe((PreparedPage("scan.png"), PreparedPage("photo.jpg", turn=90))), Layout.ID_CARD
    )
    card = prep.set_corners(card, 0, SKEWED)
    card = replace(card, pages=(replace(card.pages[0], turn=90), card.pages[1]))
    made = worker.render(folder, card)
    assert (made.format, made.pages) == ("pdf", 1)
    page = pypdfium2.PdfDocument(made.data)[0]
    assert [round(side) for side in page.get_size()] == [595, 842]
    for item in page.get_objects():
        left, bottom, right, top = item.get_bounds()
        millimetres = sorted((round((right - left) / 72 * 25.4, 1), round((top - bottom) / 72 * 25.4, 1)))
        assert millimetres == [54.0, 85.6]


def test_what_lies_between_the_corners_fills_the_page(worker, folder):
    picture = Image.new("RGB", (800, 600), "blue")
    picture.paste("white", (100, 100, 500, 400))
    picture.save(folder / "desk.png")
    corners = ((100 / 800, 100 / 600), (500 / 800, 100 / 600), (500 / 800, 400 / 600), (100 / 800, 400 / 600))
    made = worker.render(folder, prep.set_corners(recipe_of("desk.png", 1), 0, corners))
    with Image.open(io.BytesIO(made.data)) as flat:
        assert abs(flat.width / flat.height - 4 / 3) < 0.02
        assert min(flat.getpixel((5, 5))) > 240
        assert min(flat.getpixel((flat.width - 6, flat.height - 6))) > 240


def test_straightening_goes_clockwise_and_cuts_nothing_off(worker, folder):
    picture = Image.new("RGB", (600, 400), "white")
    picture.paste("black", (0, 190, 600, 210))
    picture.save(folder / "line.png")
    pixels = worker.preview_page(folder, PreparedPage("line.png", straighten=5), 600)
    shown = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.rgb).convert("L")
    dark = [
        (x, y) for x in (40, shown.width - 40) for y in range(shown.height) if shown.getpixel((x, y)) < 90
    ]
    assert dark[0][1] < dark[-1][1]  # the right end went down


def test_a_preview_shows_before_and_after(worker, folder):
    page = PreparedPage("photo.jpg", crop=(0, 0, 0.5, 0.5))
    before = worker.preview_page(folder, page, 200, worked=False)
    after = worker.preview_page(folder, page, 200)
    assert max(before.width, before.height) == 200
    assert (after.width, after.height) == (150, 200)
    assert before.rgb != after.rgb


def test_a_signed_pdf_is_not_broken_unasked(worker, folder):
    with pytest.raises(RenderFailed) as caught:
        worker.render(folder, recipe_of("signed.pdf", 1, turn=90))
    assert caught.value.values["reason"] is Refusal.SIGNED
    assert worker.render(folder, recipe_of("signed.pdf", 1, turn=90), break_signature=True).pages == 1


@pytest.mark.parametrize(
    ("recipe", "reason"),
    [
        (recipe_of("empty.jpg", 1), Fault.EMPTY),
        (recipe_of("cut.jpg", 1), Fault.DAMAGED),
        (prep.merge([recipe_of("scan.png", 1), recipe_of("cut.jpg", 1)]), Fault.DAMAGED),
        (Recipe((PreparedPage("text.pdf", 3),)), Refusal.NO_SUCH_PAGE),
        (Recipe((PreparedPage("text.pdf", 3, brighten=True),)), Refusal.NO_SUCH_PAGE),
        (Recipe((PreparedPage("photo.jpg", 1),)), Refusal.NO_SUCH_PAGE),
        (recipe_of("text.txt", 1), Refusal.FORMAT),
    ],
)
def test_what_cannot_be_prepared_is_told(worker, folder, recipe, reason):
    (folder / "text.txt").write_bytes(b"hello")
    with pytest.raises(RenderFailed) as caught:
        worker.render(folder, recipe)
    assert caught.value.values["reason"] is reason
    assert caught.value.values["file"] == recipe.files[0]


def test_a_page_that_is_not_there_is_not_shown(worker, folder):
    with pytest.raises(PreviewFailed) as caught:
        worker.preview_page(folder, PreparedPage("text.pdf", 9), 100)
    assert caught.value.values["page"] == 10


def test_files_that_killed_the_child_are_not_given_to_it_again(faulty, tmp_path):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    recipe = prep.merge([recipe_of("a.jpg", 1), recipe_of("b.jpg", 1)])
    worker = faulty("dies")
    for _ in range(2):
        with pytest.raises(RenderFailed) as caught:
            worker.render(tmp_path, recipe)
        assert caught.value.values["reason"] is Fault.CRASHED


def test_a_lying_child_is_not_believed(faulty, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"a")
    with pytest.raises(RenderFailed):
        faulty("lies").render(tmp_path, recipe_of("a.jpg", 1))
    with pytest.raises(PreviewFailed):
        faulty("lies").propose(tmp_path, PreparedPage("a.jpg"))


def test_rendering_can_be_cancelled(faulty, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"a")
    with pytest.raises(Cancelled):
        faulty("hangs").render(tmp_path, recipe_of("a.jpg", 1), lambda: True)


def test_a_huge_picture_is_refused_before_it_is_decoded(worker, tmp_path):
    (tmp_path / "bomb.png").write_bytes(hostile.png_bomb())
    with pytest.raises(RenderFailed) as caught:
        worker.render(tmp_path, prep.brighten(recipe_of("bomb.png", 1), 0))
    assert caught.value.values["reason"] is Fault.TOO_MANY_PIXELS
