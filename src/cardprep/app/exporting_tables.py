"""Lists as workbooks: the templates to fill in, and operators and firms as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cardprep.bundle.errors import ExportTarget
from cardprep.case.model import Operator, Unit
from cardprep.case.tables.fields import FIELDS, ListKind
from cardprep.case.tables.proposing import EXAMPLE_MARKS
from cardprep.host.system_errors import reason_code
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import LANGUAGES, Catalog

if TYPE_CHECKING:
    from cardprep.bundle.workbooks import SheetSpec

_PLACES = {ListKind.OPERATORS: "operators[].", ListKind.FIRMS: "unit."}
_WIDTHS = {"name": 28, "id_type": 26, "id_number": 26, "uscc": 26, "registered_address": 44}
_PLAIN_WIDTH, _NOTE_WIDTH = 18, 30
_EXAMPLES = {
    ListKind.OPERATORS: {"name": "张三", "id_number": "11010519491231002X", "mobile": "13800138000"},
    ListKind.FIRMS: {
        "name": "南京示例进出口有限公司",
        "uscc": "91320115MA1XXXXXXX",
        "customs_code": "3201960A1B",
        "registered_address": "江苏省南京市江宁区示例路1号",
        "postal_code": "211100",
        "phone": "025-58810000",
    },
}


def write_template(target: Path, kind: ListKind, book: Rulebook, catalog: Catalog) -> None:
    """Write the workbook to fill in: heads, drop-downs, an example that an import leaves out, notes.

    Raises:
        ExportTarget: `target` cannot be written.
    """
    _write(target, _template(kind, book, catalog), ())


def export_operators(target: Path, operators: Iterable[Operator], book: Rulebook, catalog: Catalog) -> None:
    """Write the operators as a workbook that can be imported again (raises as `write_template`)."""
    rows = [_row(operator, ListKind.OPERATORS, book, catalog) for operator in operators]
    _write(target, _list(ListKind.OPERATORS, book, catalog), rows)


def export_firms(target: Path, firms: Iterable[Unit], book: Rulebook, catalog: Catalog) -> None:
    """Write the firms as a workbook that can be imported again (raises as `write_template`)."""
    rows = [_row(firm, ListKind.FIRMS, book, catalog) for firm in firms]
    _write(target, _list(ListKind.FIRMS, book, catalog), rows)


def _write(target: Path, spec: SheetSpec, rows: Iterable[tuple[str, ...]]) -> None:
    from cardprep.bundle.workbooks import write_workbook  # openpyxl: only when it is needed

    try:
        write_workbook(target, spec, rows)
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from None


def _list(kind: ListKind, book: Rulebook, catalog: Catalog) -> SheetSpec:
    from cardprep.bundle.workbooks import ColumnSpec, SheetSpec

    columns = tuple(
        ColumnSpec(
            catalog.text(f"places.{_PLACES[kind]}{name}"),
            _WIDTHS.get(name, _PLAIN_WIDTH),
            tuple(_choice_name(choice, catalog) for choice in _choices(name, book)),
        )
        for name in FIELDS[kind]
    )
    return SheetSpec(
        title=catalog.text(f"tables.title.{kind}"),
        columns=columns,
        choices_title=catalog.text("tables.title.choices"),
        choice_error=catalog.text("tables.choice_error"),
    )


def _template(kind: ListKind, book: Rulebook, catalog: Catalog) -> SheetSpec:
    from cardprep.bundle.workbooks import ColumnSpec, SheetSpec

    plain = _list(kind, book, catalog)
    mark = EXAMPLE_MARKS[LANGUAGES.index(catalog.language)]
    first = {
        name: _choice_name(choices[0], catalog) for name in FIELDS[kind] if (choices := _choices(name, book))
    }
    texts = _EXAMPLES[kind] | first
    return SheetSpec(
        title=plain.title,
        columns=(*plain.columns, ColumnSpec(catalog.text("tables.title.note"), _NOTE_WIDTH)),
        example=(*(texts[name] for name in FIELDS[kind]), mark),
        notes_title=catalog.text("tables.title.notes"),
        notes=tuple(catalog.text(f"tables.notes.{kind}").split(" | ")),
        choices_title=plain.choices_title,
        choice_error=plain.choice_error,
    )


def _choices(name: str, book: Rulebook) -> tuple[Choice, ...]:
    return {"id_type": book.id_types, "issuing_office": book.issuing_offices}.get(name, ())


def _choice_name(choice: Choice, catalog: Catalog) -> str:
    return choice.name if catalog.language == LANGUAGES[0] else choice.english


def _row(record: Operator | Unit, kind: ListKind, book: Rulebook, catalog: Catalog) -> tuple[str, ...]:
    """The texts of a record; a choice by its name, and as it stands where the rule pack has none of it."""
    texts = []
    for name in FIELDS[kind]:
        text = str(getattr(record, name))
        chosen = next((choice for choice in _choices(name, book) if choice.id == text), None)
        texts.append(text if chosen is None else _choice_name(chosen, catalog))
    return tuple(texts)
