from __future__ import annotations

import io
import json

import openpyxl
import pytest

from cardprep.app import rulebooks
from cardprep.app.exporting_tables import export_firms, export_operators, write_template
from cardprep.app.importing_tables import (
    adding_operators,
    known_firms,
    known_operators,
    mended_text,
    problem_text,
    propose_rows,
    read_pasted,
    read_table,
)
from cardprep.bundle.errors import ExportTarget
from cardprep.case.identifiers.verdict import Flaw, Oddity
from cardprep.case.model import Case
from cardprep.case.tables.fields import FIELDS, ListKind
from cardprep.case.tables.grid import TableNote
from cardprep.case.tables.layout import ColumnBy
from cardprep.case.tables.proposal import Mend, Mended, Problem, RowProblem
from cardprep.evidence.tables import TableFlaw
from cardprep.host.resources import read_text
from cardprep.wording.catalog import Catalog
from making import cases, lists, people

LANGUAGES = pytest.mark.parametrize("language", ["zh_CN", "en"])
KINDS = pytest.mark.parametrize("kind", list(ListKind))


@LANGUAGES
@KINDS
def test_a_template_that_is_filled_in_is_imported_without_its_example(tmp_path, worker, language, kind):
    target = tmp_path / "template.xlsx"
    write_template(target, kind, rulebooks.rulebook(), Catalog(language))
    book = openpyxl.load_workbook(target)
    row = lists.person(1) if kind is ListKind.OPERATORS else lists.firm(1)
    for column, text in enumerate(row, start=1):
        book.worksheets[0].cell(3, column).value = text
    book.save(target)
    proposal = propose_rows(read_table(target, worker), lists.request(kind))
    assert [found.number for found in proposal.rows] == [3]
    assert proposal.rows[0].is_proposed
    assert [column.field for column in proposal.layout.columns] == [*FIELDS[kind], ""]
    assert {column.by for column in proposal.layout.columns[:-1]} == {ColumnBy.HEADER}


@LANGUAGES
@KINDS
def test_a_template_explains_itself_and_offers_choices(tmp_path, language, kind):
    target = tmp_path / "template.xlsx"
    write_template(target, kind, rulebooks.rulebook(), Catalog(language))
    book = openpyxl.load_workbook(target)
    assert [sheet.sheet_state for sheet in book] == ["visible", "hidden", "visible"]
    assert len(list(book.worksheets[2].rows)) >= 5
    assert len(book.worksheets[0].data_validations.dataValidation) == 1
    assert book.worksheets[0].max_row == 2


@LANGUAGES
def test_operators_that_are_exported_come_back(tmp_path, worker, language):
    operators = [cases.operator(people.person(n)) for n in (1, 2)]
    export_operators(tmp_path / "a.xlsx", operators, rulebooks.rulebook(), Catalog(language))
    rows = propose_rows(read_table(tmp_path / "a.xlsx", worker), lists.request()).rows
    assert [row.fields for row in rows] == [
        {name: getattr(operator, name) for name in FIELDS[ListKind.OPERATORS]} for operator in operators
    ]


@LANGUAGES
def test_firms_that_are_exported_come_back(tmp_path, worker, language):
    firms = [cases.unit(people.firm(n)) for n in (1, 2)]
    export_firms(tmp_path / "a.xlsx", firms, rulebooks.rulebook(), Catalog(language))
    rows = propose_rows(read_table(tmp_path / "a.xlsx", worker), lists.request(ListKind.FIRMS)).rows
    assert [row.unit() for row in rows] == firms


def test_an_export_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(ExportTarget):
        export_firms(tmp_path / "absent" / "a.xlsx", [], rulebooks.rulebook(), Catalog("en"))


def test_chosen_rows_become_operators_in_draft_in_one_edit():
    rows = lists.proposed(lists.HEAD, lists.person(1), lists.person(2)).rows
    case = adding_operators(rows[1:])(Case(declaration=True))
    assert [operator.name for operator in case.operators] == [people.person(2).name]
    assert not case.declaration


def test_who_is_in_the_case_already_is_known():
    case = adding_operators(lists.proposed(lists.HEAD, lists.person(1)).rows)(Case())
    again = lists.proposed(lists.HEAD, lists.person(1), known=known_operators(case)).rows[0]
    assert [problem.code for problem in again.problems] == [RowProblem.ALREADY_THERE]


def test_a_firm_is_known_by_its_code():
    name, uscc, customs = lists.firm(1)
    head = ("单位名称", "统一社会信用代码", "海关编码")
    known = known_firms([uscc.lower(), ""])
    row = lists.proposed(head, (name, uscc, customs), kind=ListKind.FIRMS, known=known).rows[0]
    assert [problem.code for problem in row.problems] == [RowProblem.ALREADY_THERE]


@pytest.mark.parametrize(
    "alias", ["身份证", "ID card", "resident-id", "居民身份证", "Resident identity card"]
)
def test_a_kind_of_document_is_known_by_its_usual_names(alias):
    text = "\t".join(lists.HEAD) + "\n" + "\t".join(lists.person(1, kind=alias))
    assert propose_rows(read_pasted(text), lists.request()).rows[0].fields["id_type"] == "resident-id"


@LANGUAGES
def test_everything_that_may_be_said_has_a_sentence(language):
    catalog = Catalog(language)
    wording = json.loads(read_text(f"wording/{language}.json"))
    for code in (*RowProblem, *Flaw, *Oddity):
        assert problem_text(Problem("name", code, row=2), catalog) not in ("", code)
    for how in Mend:
        assert mended_text(Mended("name", how, "a", "b"), catalog)
    for key in (*(f"note.{note}" for note in TableNote), *(f"by.{by}" for by in ColumnBy)):
        assert catalog.text(f"tables.{key}")
    assert {flaw.value for flaw in TableFlaw} <= set(wording["reasons"])


def test_both_languages_say_the_same_of_lists():
    chinese, english = (json.loads(read_text(f"wording/{name}.json"))["tables"] for name in ("zh_CN", "en"))
    assert list(chinese) == list(english)


def test_a_workbook_of_the_export_is_one_for_openpyxl(tmp_path):
    export_operators(tmp_path / "a.xlsx", [], rulebooks.rulebook(), Catalog("zh_CN"))
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))
    assert [cell.value for cell in book.worksheets[0][1]] == ["姓名", "证件类型", "证件号码", "手机号码"]
