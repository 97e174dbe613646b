from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton

from cardprep.case.facts import Fault, FileFacts
from cardprep.case.finding import Finding, Severity
from cardprep.case.slots import QUALIFICATION
from cardprep.gui.widgets.file_row import FileRow
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.page_view import PageView
from cardprep.gui.widgets.slot_card import SlotCard, SlotText
from cardprep.gui.widgets.tab_order import reachable
from cardprep.gui.widgets.thumbnail import Thumbnail


@pytest.fixture
def card(bench, qtbot):
    return bench.show(qtbot, SlotCard(bench.context, QUALIFICATION, SlotText("Licence", "A copy")))


def files(bench):
    return [a.file.rsplit("/", 1)[-1] for a in bench.session.case.in_slot(QUALIFICATION)]


def button(card, name):
    return card.findChild(QAbstractButton, name)


def said(card):
    return " ".join(message.text for message in card.findChildren(Message)).strip()


def urls(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(card, mime):
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(5, 5), action, mime, left, none))
    QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), action, mime, left, none))


def test_dropped_files_come_in_together_as_one_step_of_undo(bench, qtbot, card):
    drop(card, urls(bench.file("a.jpg"), bench.file("b.jpg", b"another")))
    qtbot.waitUntil(lambda: files(bench) == ["a.jpg", "b.jpg"])
    qtbot.waitUntil(lambda: not bench.session.unread_files)
    bench.session.undo()
    assert files(bench) == []


def test_a_folder_that_is_dropped_is_left_out(bench, qtbot, card, tmp_path):
    drop(card, urls(tmp_path))
    assert bench.context.files.incoming(QUALIFICATION) == 0


def test_copied_files_are_pasted_with_the_keyboard(bench, qtbot, card):
    QGuiApplication.clipboard().setMimeData(urls(bench.file("a.jpg")))
    button(card, "browse:unit.qualification").setFocus()
    qtbot.keyClick(
        button(card, "browse:unit.qualification"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: files(bench) == ["a.jpg"])


def test_a_copied_picture_is_pasted_as_a_png(bench, qtbot, card):
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    qtbot.mouseClick(button(card, "paste:unit.qualification"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: files(bench) == ["pasted.png"])
    file = bench.place.file(bench.session.case.attachments[0].file)
    assert file.read().startswith(b"\x89PNG")


def test_pasting_nothing_says_what_to_do(bench, qtbot, card):
    QGuiApplication.clipboard().clear()
    card.paste()
    assert "Nothing to paste" in said(card)


def test_files_are_chosen_in_a_dialog(bench, qtbot, card):
    with qtbot.waitSignal(card.files_asked) as asked:
        qtbot.mouseClick(button(card, "browse:unit.qualification"), Qt.MouseButton.LeftButton)
    dialog = asked.args[0]
    dialog.filesSelected.emit([str(bench.file("a.jpg"))])
    dialog.reject()
    qtbot.waitUntil(lambda: files(bench) == ["a.jpg"])


def test_a_file_that_cannot_be_copied_is_told_and_the_others_come_in(bench, qtbot, card, tmp_path):
    bench.context.files.take_in(QUALIFICATION, [tmp_path / "gone.jpg", bench.file("a.jpg")])
    qtbot.waitUntil(lambda: files(bench) == ["a.jpg"])
    qtbot.waitUntil(lambda: "gone.jpg" in said(card))


def test_MAT_1_an_empty_slot_keeps_quiet_until_asked(card):
    assert said(card) == ""
    card.reveal()
    assert "To correct" in said(card)


def test_a_damaged_file_is_told_at_its_row(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.pdf", b"broken"))
    row = card.findChild(FileRow)
    assert "damaged" in " ".join(message.text for message in row.findChildren(Message))


def test_what_is_known_of_a_file_stands_beside_it(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg", b"1|2|3"))
    label = card.findChild(Thumbnail).accessibleName()
    assert "a.jpg" in label
    assert "JPEG" in label


def test_removing_can_be_undone_from_the_card(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    qtbot.keyClick(card.findChild(Thumbnail), Qt.Key.Key_Delete)
    assert files(bench) == []
    qtbot.mouseClick(card.findChild(QPushButton, "undo:unit.qualification"), Qt.MouseButton.LeftButton)
    assert files(bench) == ["a.jpg"]


def test_the_offer_to_undo_goes_with_the_next_edit(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"), bench.file("b.jpg", b"another"))
    button(card, "remove:unit.qualification:0").click()
    undo = card.findChild(QPushButton, "undo:unit.qualification")
    assert undo.isVisible()
    button(card, "turn:unit.qualification:0").click()
    assert not undo.isVisible()


def test_replacing_forgets_what_was_attested(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    button(card, "attest:unit.qualification:0:seal:yes").click()
    bench.context.files.replace(
        QUALIFICATION, bench.session.case.attachments[0].file, bench.file("b.jpg", b"other")
    )
    qtbot.waitUntil(lambda: files(bench) == ["b.jpg"])
    assert bench.session.case.attachments[0].attested.seal is None


def test_files_move_up_and_down(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"), bench.file("b.jpg", b"another"))
    button(card, "down:unit.qualification:0").click()
    assert files(bench) == ["b.jpg", "a.jpg"]
    assert button(card, "up:unit.qualification:1").isVisible()
    assert button(card, "thumbnail:unit.qualification:1").hasFocus()


def test_R_turns_the_picture(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    qtbot.keyClick(card.findChild(Thumbnail), Qt.Key.Key_R)
    assert bench.session.case.attachments[0].turn == 90
    qtbot.waitUntil(lambda: any(turn == 90 for *_, turn in bench.worker.previews))


def test_MAT_11_a_material_is_marked_as_foreign(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    card.findChild(QCheckBox, "foreign:unit.qualification:0").click()
    assert bench.session.case.attachments[0].foreign_language


def test_Enter_looks_at_the_file_in_full_size(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    qtbot.keyClick(card.findChild(Thumbnail), Qt.Key.Key_Return)
    view = card.findChild(PageView)
    assert view.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card.findChild(PageView) is None)


def test_the_keyboard_stays_at_a_row_that_stays(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    radio = button(card, "attest:unit.qualification:0:seal:yes")
    radio.setFocus()
    radio.click()
    assert button(card, "attest:unit.qualification:0:seal:yes").hasFocus()


def test_two_files_of_one_name_are_both_kept(bench, qtbot, card):
    first = bench.file("scan.jpg", b"first")
    bench.context.files.take_in(QUALIFICATION, [first])
    bench.context.files.take_in(QUALIFICATION, [first])
    qtbot.waitUntil(lambda: len(set(files(bench))) == 2)


def test_a_dragged_web_address_is_not_taken(card):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.invalid/a.jpg")])
    drop(card, mime)
    assert card.findChildren(FileRow) == []


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("MAT-2", "attest:unit.qualification:1:seal:yes"),
        ("MAT-5", "attest:unit.qualification:1:wording:yes"),
        ("MAT-6", "attest:unit.qualification:1:signature:yes"),
        ("MAT-7", "attest:unit.qualification:1:date"),
        ("DATE-1", "attest:unit.qualification:1:date"),
        ("FILE-1", "thumbnail:unit.qualification:1"),
    ],
)
def test_a_finding_leads_to_the_question_or_file_that_it_is_about(bench, qtbot, card, rule, name):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"), bench.file("b.jpg", b"another"))
    file = bench.session.case.in_slot(QUALIFICATION)[1].file
    card.focus_on(str(QUALIFICATION), Finding(rule, Severity.BLOCK, str(QUALIFICATION), file))
    assert QApplication.focusWidget().objectName() == name


def test_being_led_to_the_slot_means_the_first_open_question(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    for name in ("seal", "wording", "signature"):
        button(card, f"attest:unit.qualification:0:{name}:yes").click()
    card.focus_on("unit.qualification")
    assert QApplication.focusWidget().objectName() == "attest:unit.qualification:0:date"


def test_FILE_1_of_a_file_that_cannot_be_read_nothing_is_asked(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.pdf", b"broken"))
    row = card.findChild(FileRow)
    named = ("view:unit.qualification:0", "turn:unit.qualification:0", "foreign:unit.qualification:0")
    assert not any(button(card, name).isVisible() for name in named)
    assert not row.panel.isVisible()
    assert button(card, "replace:unit.qualification:0").isVisible()
    assert "cannot be read" in said(card) or "damaged" in said(card)


def test_what_was_answered_of_a_file_that_cannot_be_read_is_kept(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    button(card, "attest:unit.qualification:0:seal:yes").click()
    attachment = bench.session.case.attachments[0]
    bench.session.set_facts({attachment.file: FileFacts("", 9, "heic")})
    assert not card.findChild(FileRow).panel.isVisible()
    assert bench.session.case.attachments == (attachment,)


def test_an_empty_file_is_called_empty(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    bench.session.set_facts(
        {bench.session.case.attachments[0].file: FileFacts("", 0, "unknown", Fault.EMPTY)}
    )
    assert "Empty file" in [label.text() for label in card.findChildren(QLabel)]


def test_the_next_choice_begins_where_the_last_file_came_from(bench, qtbot, card, tmp_path):
    dialogs = []
    card.files_asked.connect(dialogs.append)
    with qtbot.waitSignal(bench.context.files.changed):
        card.browse()
        dialogs[0].filesSelected.emit([str(bench.file("a.jpg"))])
    dialogs[0].reject()
    card.browse()
    assert dialogs[1].directory().absolutePath() == str(tmp_path)
    dialogs[1].reject()
    qtbot.waitUntil(lambda: not bench.session.unread_files)


def test_tab_goes_from_the_questions_to_the_means_to_bring_more_files(bench, qtbot, card):
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg"))
    names = [widget.objectName() for widget in reachable(card)]
    parts = (
        "thumbnail",
        "remove",
        "attest:unit.qualification:0:seal:yes",
        "attest:unit.qualification:0:date",
    )
    places = [next(n for n, name in enumerate(names) if name.startswith(part)) for part in (*parts, "browse")]
    assert places == sorted(places)
