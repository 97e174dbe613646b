"""The attachment desk with a real worker and small pictures: every tool, and what Apply and Cancel leave."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDoubleSpinBox, QSlider

from cardprep.case.preparation import Layout
from cardprep.case.slots import QUALIFICATION
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import RenderFailed
from cardprep.evidence.rendering import Proposal
from cardprep.evidence.source import read_whole
from cardprep.gui.dialogs.prepare import PrepareDialog
from cardprep.gui.widgets.mark_canvas import WHOLE, MarkCanvas, Shape
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.notice import Notice
from cardprep.gui.widgets.page_strip import PageStrip
from cardprep.gui.widgets.slot_card import SlotCard, SlotText
from making import desk_photos, pdfs, scans
from making.bench import open_bench

PHOTO = 4
"""A photograph whose corners are found for certain."""


@pytest.fixture(scope="module")
def real_worker():
    with Worker() as worker:
        yield worker


@pytest.fixture
def bench(qtbot, tmp_path, real_worker):
    with open_bench(tmp_path, worker=real_worker) as made:
        yield made


@pytest.fixture
def card(bench, qtbot):
    return bench.show(qtbot, SlotCard(bench.context, QUALIFICATION, SlotText("Licence")))


@pytest.fixture
def opened(bench, card, qtbot):
    """Takes files in, and opens the desk from the row of one of them."""

    def open_it(*named, row=0):
        bench.attach(qtbot, QUALIFICATION, *(bench.file(name, data) for name, data in named))
        return reopened(card, row)

    yield open_it
    for dialog in card.findChildren(PrepareDialog):
        dialog.reject()
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=20_000)


def reopened(card, row=0):
    button(card, f"prepare:unit.qualification:{row}").click()
    return next(d for d in card.findChildren(PrepareDialog) if d.isVisible())


def button(widget, name):
    return widget.findChild(QAbstractButton, name)


def canvas(dialog):
    return dialog.findChild(MarkCanvas)


def draft(dialog):
    return dialog._board.draft


def said(dialog):
    return dialog.findChild(Message).text


def attachments(bench):
    return bench.session.case.in_slot(QUALIFICATION)


def picture_of(bench, file):
    return Image.open(io.BytesIO(read_whole(bench.place.file(file))))


def apply(dialog, bench, qtbot):
    before = attachments(bench)
    button(dialog, "apply").click()
    qtbot.waitUntil(lambda: attachments(bench) != before, timeout=20_000)
    qtbot.waitUntil(lambda: not bench.session.unread_files, timeout=20_000)


def small(**more):
    return scans.encoded(scans.cornered(), "jpeg", **more)


def test_a_turned_photo_is_one_step_of_undo(bench, qtbot, opened):
    dialog = opened(("a.jpg", small()))
    original = attachments(bench)[0].file
    button(dialog, "turn-right").click()
    apply(dialog, bench, qtbot)
    (made,) = attachments(bench)
    assert made.file != original
    assert made.prepared.pages[0].turn == 90
    (page,) = bench.session.facts[made.file].pages
    assert (page.width, page.height) == (300, 400)
    bench.session.undo()
    assert attachments(bench)[0].file == original


def test_cancel_leaves_everything(bench, card, opened):
    dialog = opened(("a.jpg", small()))
    before = bench.session.case
    button(dialog, "turn-left").click()
    button(dialog, "cancel").click()
    assert bench.session.case is before
    assert not card.findChildren(PrepareDialog) or not dialog.isVisible()


def test_nothing_can_be_applied_before_anything_was_changed(opened):
    dialog = opened(("a.jpg", small()))
    assert not button(dialog, "apply").isEnabled()
    button(dialog, "turn-left").click()
    assert button(dialog, "apply").isEnabled()
    button(dialog, "undo-step").click()
    assert not button(dialog, "apply").isEnabled()


def test_a_prepared_file_opens_with_its_recipe(bench, card, qtbot, opened):
    dialog = opened(("a.jpg", small()))
    dialog.findChild(QDoubleSpinBox).setValue(2.5)
    apply(dialog, bench, qtbot)
    again = reopened(card)
    assert again.findChild(QDoubleSpinBox).value() == 2.5
    assert again.findChild(QSlider).value() == 25
    button(again, "reset-page").click()
    assert draft(again).page.straighten == 0


def test_the_row_restores_the_original(bench, card, qtbot, opened):
    dialog = opened(("a.jpg", small()))
    original = attachments(bench)[0].file
    assert not button(card, "restore:unit.qualification:0").isVisible()
    button(dialog, "turn-right").click()
    apply(dialog, bench, qtbot)
    button(card, "restore:unit.qualification:0").click()
    (back,) = attachments(bench)
    assert (back.file, back.prepared, back.turn) == (original, None, 90)


def test_the_corners_are_proposed_and_put_right_with_the_keyboard(qtbot, opened):
    photo = desk_photos.photo(PHOTO)
    dialog = opened(("photo.jpg", photo.jpeg))
    button(dialog, "corners").click()
    qtbot.waitUntil(lambda: draft(dialog).page.corners is not None, timeout=20_000)
    proposed = draft(dialog).page.corners
    assert proposed[0] == pytest.approx(tuple(photo.corners[0]), abs=0.02)
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Tab)
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Left)
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = draft(dialog).page.corners
    assert moved[1] == pytest.approx((proposed[1][0] - 0.01, proposed[1][1] + 0.001), abs=1e-4)
    assert (moved[0], moved[2], moved[3]) == (proposed[0], proposed[2], proposed[3])
    button(dialog, "undo-step").click()
    assert draft(dialog).page.corners == proposed


def test_a_corner_is_dragged(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "corners").click()
    qtbot.waitUntil(lambda: not canvas(dialog)._pixmap.isNull(), timeout=20_000)
    view, place = canvas(dialog).viewport(), canvas(dialog)._place()
    start = place.topLeft().toPoint()
    end = start + QPoint(round(place.width() / 4), round(place.height() / 4))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert draft(dialog).page.corners[0] == pytest.approx((0.25, 0.25), abs=0.03)


def test_corners_stay_where_they_go_round_a_paper(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "corners").click()
    for _ in range(130):
        qtbot.keyClick(canvas(dialog), Qt.Key.Key_Right)
    assert draft(dialog).page.corners[0][0] < 1


def test_tab_leaves_the_page_after_the_last_corner(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "corners").click()
    dialog.activateWindow()
    canvas(dialog).setFocus()
    qtbot.waitUntil(canvas(dialog).hasFocus)
    for corner in (1, 2, 3):
        qtbot.keyClick(canvas(dialog), Qt.Key.Key_Tab)
        assert canvas(dialog).chosen == corner
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Tab)
    assert not canvas(dialog).hasFocus()


def test_the_chosen_corner_is_read_aloud(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    assert canvas(dialog).accessibleDescription() == ""
    button(dialog, "crop").click()
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Right)
    assert (
        canvas(dialog).accessibleDescription() == "Upper left corner: 1.0% from the left, 0.0% from the top"
    )


def test_a_page_without_an_outline_says_so(qtbot, opened):
    dialog = opened(("a.jpg", scans.encoded(Image.new("RGB", (300, 300), "white"), "jpeg")))
    button(dialog, "corners").click()
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=20_000)
    assert canvas(dialog).points == WHOLE
    assert draft(dialog).page.corners is None


def test_doubtful_corners_are_shown_and_not_taken(bench, qtbot, opened, monkeypatch):
    doubtful = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))
    dialog = opened(("a.jpg", small()))
    monkeypatch.setattr(bench.worker, "propose", lambda *_: Proposal(doubtful, 0.3, 0.0))
    button(dialog, "corners").click()
    qtbot.waitUntil(lambda: canvas(dialog).points == doubtful, timeout=20_000)
    assert draft(dialog).page.corners is None
    assert said(dialog)
    button(dialog, "take-corners").click()
    assert draft(dialog).page.corners == doubtful


def test_a_frame_is_drawn_around_what_stays(bench, qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "crop").click()
    qtbot.waitUntil(lambda: not canvas(dialog)._pixmap.isNull(), timeout=20_000)
    view, place = canvas(dialog).viewport(), canvas(dialog)._place()
    start = place.center().toPoint()
    end = start + QPoint(round(place.width() / 4), round(place.height() / 4))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert draft(dialog).page.crop == pytest.approx((0.5, 0.5, 0.75, 0.75), abs=0.03)
    apply(dialog, bench, qtbot)
    width, height = picture_of(bench, attachments(bench)[0].file).size
    assert (width, height) == (pytest.approx(100, abs=12), pytest.approx(75, abs=10))


def test_the_frame_is_moved_with_the_keyboard_and_taken_away(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "crop").click()
    for _ in range(5):
        qtbot.keyClick(canvas(dialog), Qt.Key.Key_Right)
    assert draft(dialog).page.crop == pytest.approx((0.05, 0, 1, 1))
    qtbot.keyClick(canvas(dialog), Qt.Key.Key_Escape)
    assert canvas(dialog).shape is Shape.NONE
    assert dialog.isVisible()
    button(dialog, "uncrop").click()
    assert draft(dialog).page.crop is None


def test_an_angle_is_proposed(qtbot, opened):
    lines = [f"line {number} of a page with some text on it" for number in range(24)]
    askew = scans.drawing(800, 1130, lines).rotate(3, fillcolor="white", expand=True)
    dialog = opened(("a.jpg", scans.encoded(askew, "jpeg")))
    button(dialog, "propose").click()
    qtbot.waitUntil(lambda: draft(dialog).page.straighten != 0, timeout=20_000)
    assert draft(dialog).page.straighten == pytest.approx(3, abs=0.4)


def test_shadows_are_taken_away(bench, qtbot, opened):
    dialog = opened(("a.jpg", scans.encoded(Image.new("RGB", (200, 280), (150, 150, 150)), "jpeg")))
    dialog.findChild(QCheckBox, "brighten").click()
    apply(dialog, bench, qtbot)
    made = picture_of(bench, attachments(bench)[0].file).convert("L")
    assert made.getpixel((100, 140)) > 200


def test_before_and_after_sharpen_by_themselves(qtbot, opened):
    dialog = opened(("a.jpg", scans.page(1240, 1754, fmt="jpeg")))
    sizes = []
    dialog._board._pictures.ready.connect(
        lambda pane, image, sharp: sizes.append((pane, image.height(), sharp))
    )
    button(dialog, "turn-right").click()
    button(dialog, "turn-left").click()
    qtbot.waitUntil(lambda: dialog.findChild(MarkCanvas)._pixmap.height() == 1754, timeout=20_000)
    after = [(height, sharp) for pane, height, sharp in sizes if pane == "after"]
    assert after[-1] == (1754, True)
    assert any(height <= 420 and not sharp for height, sharp in after)


def test_both_panes_have_one_zoom(qtbot, opened):
    dialog = opened(("a.jpg", scans.page(1240, 1754, fmt="jpeg")))
    panes = dialog._board.panes
    qtbot.waitUntil(lambda: panes.before._pixmap.height() == 1754, timeout=20_000)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    assert (panes.before.zoom, panes.after.zoom) == (1.0, 1.0)
    panes.before.verticalScrollBar().setValue(panes.before.verticalScrollBar().maximum())
    assert panes.after.verticalScrollBar().value() == panes.after.verticalScrollBar().maximum()
    qtbot.keyClick(dialog, Qt.Key.Key_0)
    assert panes.after.fits


def test_pages_are_put_in_order_and_removed_with_the_keyboard(bench, qtbot, opened):
    dialog = opened(("a.pdf", pdfs.text_pdf(3)))
    strip = dialog.findChild(PageStrip)
    qtbot.keyClick(strip, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [page.page for page in draft(dialog).recipe.pages] == [1, 0, 2]
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert [page.page for page in draft(dialog).recipe.pages] == [1, 2]
    apply(dialog, bench, qtbot)
    assert len(bench.session.facts[attachments(bench)[0].file].pages) == 2


def test_the_last_page_of_a_file_stays(qtbot, opened):
    dialog = opened(("a.jpg", small()))
    assert not button(dialog, "remove-page").isEnabled()
    qtbot.keyClick(dialog.findChild(PageStrip), Qt.Key.Key_Delete)
    assert said(dialog)
    assert len(draft(dialog).recipe.pages) == 1


def test_files_become_one_pdf_and_one_pdf_several_files(bench, card, qtbot, opened):
    dialog = opened(("a.jpg", small()), ("b.pdf", pdfs.text_pdf(2)), row=1)
    assert draft(dialog).page.file.endswith("b.pdf")
    button(dialog, "merge").click()
    apply(dialog, bench, qtbot)
    (whole,) = attachments(bench)
    with pikepdf.open(io.BytesIO(read_whole(bench.place.file(whole.file)))) as document:
        assert len(document.pages) == 3
    again = reopened(card)
    qtbot.keyClick(again.findChild(PageStrip), Qt.Key.Key_Down)
    button(again, "split").click()
    apply(again, bench, qtbot)
    assert [len(a.prepared.pages) for a in attachments(bench)] == [1, 2]


def test_two_photographs_of_a_card_stand_on_one_page(bench, qtbot, opened):
    dialog = opened(("front.jpg", small()), ("back.jpg", small(quality=60)))
    dialog.findChild(QCheckBox, "id-card").click()
    assert draft(dialog).recipe.layout is Layout.ID_CARD
    apply(dialog, bench, qtbot)
    (made,) = attachments(bench)
    facts = bench.session.facts[made.file]
    assert (facts.format, len(facts.pages)) == ("pdf", 1)


def test_a_signed_pdf_is_explained_and_prepared_only_after_asking(bench, qtbot, opened):
    dialog = opened(("signed.pdf", pdfs.signed()))
    before = bench.session.case
    button(dialog, "turn-right").click()
    button(dialog, "apply").click()
    assert dialog.findChild(Notice, "signed").isVisible()
    assert bench.session.case is before
    button(dialog, "flatten").click()
    qtbot.waitUntil(lambda: bench.session.case != before, timeout=20_000)
    assert attachments(bench)[0].prepared is not None
    qtbot.waitUntil(lambda: not bench.session.unread_files, timeout=20_000)


def test_a_signature_that_only_the_worker_sees_is_asked_about_too(bench, qtbot, opened, monkeypatch):
    dialog = opened(("signed.pdf", pdfs.signed()))
    monkeypatch.setattr(dialog, "_is_signed", lambda: False)
    button(dialog, "turn-right").click()
    button(dialog, "apply").click()
    qtbot.waitUntil(dialog.findChild(Notice, "signed").isVisible, timeout=20_000)
    assert button(dialog, "apply").isEnabled()


def test_a_failure_is_told_and_nothing_is_lost(bench, qtbot, opened, monkeypatch):
    dialog = opened(("a.jpg", small()))

    def fail(*_, **__):
        raise RenderFailed(file="a.jpg", reason="unreadable")

    monkeypatch.setattr(bench.worker, "render", fail)
    button(dialog, "turn-right").click()
    wanted, before = draft(dialog).papers, bench.session.case
    button(dialog, "apply").click()
    qtbot.waitUntil(lambda: "a.jpg" in said(dialog), timeout=20_000)
    qtbot.waitUntil(button(dialog, "apply").isEnabled)
    assert draft(dialog).papers == wanted
    assert bench.session.case is before


def test_cancel_stops_the_work_and_keeps_what_was_done(bench, qtbot, opened, monkeypatch):
    dialog = opened(("a.jpg", small()))
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=20_000)

    def wait(give, recipe, cancelled, break_signature):
        while not cancelled():
            pass
        raise RenderFailed(file="a.jpg", reason="unreadable")

    button(dialog, "turn-right").click()
    monkeypatch.setattr(bench.worker, "render", wait)
    before = bench.session.case
    button(dialog, "apply").click()
    assert not button(dialog, "apply").isEnabled()
    button(dialog, "cancel").click()
    qtbot.waitUntil(button(dialog, "apply").isEnabled, timeout=20_000)
    assert dialog.isVisible()
    assert bench.session.case is before
    assert draft(dialog).page.turn == 90


def test_the_focus_is_on_the_row_again_afterwards(bench, card, qtbot, opened):
    dialog = opened(("a.jpg", small()))
    button(dialog, "turn-right").click()
    apply(dialog, bench, qtbot)
    card.window().activateWindow()
    qtbot.waitUntil(lambda: button(card, "thumbnail:unit.qualification:0").hasFocus())


def test_every_control_has_a_name(opened):
    dialog = opened(("a.jpg", small()))
    for control in dialog.findChildren(QAbstractButton):
        if control.objectName():
            assert control.text() or control.accessibleName(), control.objectName()


def test_no_tool_adds_ink(opened):
    dialog = opened(("a.jpg", small()))
    tools = {b.objectName() for b in dialog._board._tools.findChildren(QAbstractButton)}
    assert tools == {
        "turn-left", "turn-right", "corners", "take-corners", "whole-page", "propose", "crop", "uncrop",
        "brighten", "reset-page", "page-up", "page-down", "remove-page", "split", "merge", "id-card",
    }  # fmt: skip
