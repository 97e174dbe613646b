"""VIEW-1: everything typed and every attachment, in the order of the online form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.flow import STEPS, step_of
from cardprep.app.overview import overview
from cardprep.app.papers.confirmation import confirmation_sheet
from cardprep.app.rulebooks import rulebook
from cardprep.bundle.manifest import FileEntry
from cardprep.case.model import Attachment, Case, Collection, Handler, HandlerWho
from cardprep.case.paths import TEXT_FIELDS, text_at
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY
from cardprep.wording.catalog import Catalog
from making import cases, people
from making.sources import source

LANGUAGES = ("zh_CN", "en")
CHOICES = ("issuing_office", "id_type", "outlet")
OTHER = people.person(9)
BY_OTHER = Handler(HandlerWho.OTHER, None, OTHER.name, OTHER.id_type, OTHER.id_number, OTHER.mobile)


def lines(case: Case, language: str = "zh_CN") -> dict[str, list[str]]:
    """The values by the path of their field."""
    told: dict[str, list[str]] = {}
    for group in overview(case, rulebook(), Catalog(language)):
        for entry in group.entries:
            told.setdefault(entry.where, []).append(entry.value)
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_VIEW_1_the_screens_are_those_of_the_online_form(language):
    screens = confirmation_sheet(source(cases.complete(), language)).screens
    assert len(screens) == len(STEPS)
    assert all(screen.title and screen.groups for screen in screens)


@pytest.mark.parametrize("language", LANGUAGES)
def test_VIEW_1_every_line_stands_on_the_screen_of_its_field_and_has_a_label(language):
    for group in overview(cases.complete(2, mail=True), rulebook(), Catalog(language)):
        for entry in group.entries:
            assert entry.label
            assert entry.label != entry.where
            assert entry.where == "kind" or step_of(entry.where) is step_of(group.where)


def test_VIEW_1_everything_typed_is_there():
    case = replace(cases.complete(3, mail=True), handler=BY_OTHER)
    told = lines(case)
    groups = [f"operators[{index}]" for index in range(3)]
    for group in ("unit", "legal_representative", "collection", "handler", *groups):
        for name in TEXT_FIELDS[group.partition("[")[0]]:
            typed = text_at(case, f"{group}.{name}")
            assert name in CHOICES or not typed or told[f"{group}.{name}"] == [typed]
    assert told["remark"] == [case.remark]


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("zh_CN", ("南京江北", "居民身份证", "吴江")),
        ("en", ("Nanjing Jiangbei (南京江北)", "Resident identity card (居民身份证)", "Wujiang (吴江)")),
    ],
)
def test_choices_are_told_by_their_names(language, values):
    told = lines(cases.complete(), language)
    places = ("unit.issuing_office", "operators[0].id_type", "collection.outlet")
    assert tuple(told[place][0] for place in places) == values


def test_a_choice_that_nobody_knows_is_told_as_it_stands():
    case = cases.complete()
    odd = replace(case, unit=replace(case.unit, issuing_office="shanghai"))
    assert lines(odd)["unit.issuing_office"] == ["shanghai"]


@pytest.mark.parametrize(
    ("handler", "name", "mobile"),
    [(Handler(HandlerWho.OPERATOR, 1), 1, 1), (Handler(HandlerWho.LEGAL_REPRESENTATIVE), None, None),
     (Handler(HandlerWho.OPERATOR, 0, mobile="13912345678"), 0, "13912345678")],
)  # fmt: skip
def test_HAND_1_the_handler_is_shown_with_what_he_brings_along(handler, name, mobile):
    case = replace(cases.complete(), handler=handler)
    person = case.legal_representative if name is None else case.operators[name]
    number = case.legal_representative.phone if mobile is None else mobile
    number = case.operators[number].mobile if isinstance(number, int) else number
    told = lines(case)
    assert told["handler"][1] == person.name
    assert told["handler.mobile"] == [number]


@pytest.mark.parametrize("handler", [Handler(), Handler(HandlerWho.OPERATOR, 9)])
def test_HAND_2_nobody_is_nobody(handler):
    told = lines(replace(cases.complete(), handler=handler))
    assert (told["handler"][1], told["handler.mobile"]) == ("", [""])


def test_an_empty_case_is_shown_with_empty_lines():
    told = lines(Case())
    assert told["unit.name"] == [""]
    assert told["collection.way"] == [""]
    assert "collection.outlet" not in told


def test_both_ways_are_not_shown_at_once():
    told = lines(replace(cases.complete(), collection=Collection()))
    assert not {"collection.outlet", "collection.recipient"} & set(told)


def files(case: Case, **more: object):
    made = source(case, "en")
    sheet = confirmation_sheet(replace(made, **more))
    return [file for screen in sheet.screens for group in screen.groups for file in group.files]


def test_VIEW_1_every_attachment_is_listed_once_by_its_name_in_the_bundle():
    case = cases.complete(2, mail=True)
    translation = Attachment(LEGAL_IDENTITY.translation, "t.jpg")
    case = replace(case, attachments=(*case.attachments, translation))
    assert sorted(file.name for file in files(case)) == sorted(
        name.rsplit("/")[-1] for name in source(case).names.values()
    )


def test_FILE_4_the_papers_of_a_handler_who_needs_none_are_not_listed():
    case = cases.complete(1)
    with_paper = replace(case, attachments=(*case.attachments, Attachment(HANDLER_IDENTITY, "h.jpg")))
    assert len(files(with_paper)) == len(files(case)) == 3
    assert len(files(replace(with_paper, handler=BY_OTHER))) == 4


def test_a_file_is_told_with_format_size_pages_and_the_beginning_of_its_hash():
    (_, file, _) = files(cases.complete(1))
    digest = source(cases.complete(1)).facts["legal.identity.jpg"].sha256
    assert file.detail == f"JPEG · 400,000 bytes · 1 p. · {digest[:12]}…"


def test_the_hash_is_that_of_the_copy_in_the_bundle():
    case = cases.complete(1)
    name = source(case).names["legal.identity", "legal.identity.jpg"]
    (_, file, _) = files(case, copies={name: FileEntry(name, "ab" * 32, 123)})
    assert file.detail == "JPEG · 123 bytes · 1 p. · abababababab…"


def test_a_file_of_which_nothing_is_known_has_no_detail():
    assert [file.detail for file in files(cases.complete(1), facts={})] == ["", "", ""]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ticked", [True, False])
def test_VIEW_3_the_declaration_is_on_the_last_screen(language, ticked):
    case = replace(cases.complete(), declaration=ticked)
    wanted = Catalog(language).paper(f"checklist.declaration_{'ticked' if ticked else 'not_ticked'}")
    (group,) = confirmation_sheet(source(case, language)).screens[-1].groups
    assert [row.value for row in group.rows] == [wanted]


@pytest.mark.parametrize("language", LANGUAGES)
def test_operators_are_numbered_and_their_state_told(language):
    sheet = confirmation_sheet(source(cases.complete(3), language))
    titles = [group.title for group in sheet.screens[2].groups]
    assert [str(number) in title for number, title in enumerate(titles, 1)] == [True] * 3
