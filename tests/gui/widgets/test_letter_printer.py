from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from cardprep.bundle.errors import ExportTarget
from cardprep.case.edits import set_text
from cardprep.case.model import Case, Collection, CollectionWay
from cardprep.gui.forms.collection_form import CollectionForm
from cardprep.gui.pages.unit import UnitPage
from cardprep.gui.widgets import letter_printer
from cardprep.gui.widgets.message import Message
from making.bench import open_bench

BY_MAIL = Collection(CollectionWay.MAIL, "", "王静", "13800138000", "江苏省南京市江宁区秣周东路1号")


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open; it has a program for it."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True)
    return asked


@pytest.fixture
def show(qtbot, tmp_path, monkeypatch):
    """Shows a form for a case with that collection."""
    with open_bench(tmp_path, Case(collection=BY_MAIL)) as bench:
        yield bench, lambda form: bench.show(qtbot, form(bench.context))


def said(shown):
    return " ".join(message.text for message in shown.findChildren(Message))


@pytest.mark.parametrize(("form", "place"), [(CollectionForm, "collection"), (UnitPage, "unit.other")])
def test_UNIT_3_the_letter_is_opened_and_goes_with_the_case(show, qtbot, opened, form, place):
    bench, shown = show[0], show[1](form)
    target = bench.place.paper("邮寄业务委托书.pdf")
    shown.findChild(QPushButton, f"print-letter:{place}").click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [str(target)]
    assert target.read_bytes().startswith(b"%PDF")
    bench.place.close()
    assert not target.exists()


def test_where_nothing_shows_a_pdf_the_letters_place_is_told(show, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    bench, shown = show[0], show[1](CollectionForm)
    shown.findChild(QPushButton, "print-letter:collection").click()
    qtbot.waitUntil(lambda: str(bench.place.paper("邮寄业务委托书.pdf")) in said(shown))


def test_a_letter_that_cannot_be_written_is_told_beside_the_button(show, qtbot, monkeypatch, opened):
    def refuse(*_):
        raise ExportTarget("export", found="here", reason="disk-full")

    monkeypatch.setattr(letter_printer, "write_letter", refuse)
    shown = show[1](CollectionForm)
    button = shown.findChild(QPushButton, "print-letter:collection")
    button.click()
    qtbot.waitUntil(button.isEnabled)
    assert "here" in said(shown)
    assert opened == []


@pytest.mark.parametrize("name", ["recipient", "mobile", "address"])
def test_without_somebody_to_send_it_to_no_letter_can_be_printed(show, name):
    bench, shown = show[0], show[1](CollectionForm)
    button = shown.findChild(QPushButton, "print-letter:collection")
    assert button.isEnabled()
    bench.session.apply(lambda case: set_text(case, f"collection.{name}", " "))
    assert not button.isEnabled()
