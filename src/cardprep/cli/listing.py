"""`cardprep list` and `cardprep show`."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator

from cardprep.app.clock import SHANGHAI
from cardprep.app.library.finding import find_application, list_applications
from cardprep.app.library.open import OpenLibrary
from cardprep.case.codec import case_text, dump_case
from cardprep.cli.output import Output
from cardprep.cli.unlocking import unlocked
from cardprep.library.records import ApplicationQuery, ApplicationRow, HistoryEntry, Shelf

_MOST_HISTORY = 1_000


def run(given: argparse.Namespace, output: Output) -> int:
    """Tell what is in the library; nothing in it changes."""
    with unlocked(given, output.catalog) as library:
        if given.command == "list":
            _list(library, given, output)
        else:
            _show(library, given, output)
    return 0


def _list(library: OpenLibrary, given: argparse.Namespace, output: Output) -> None:
    query = ApplicationQuery(search=given.search, shelf=Shelf(given.shelf))
    rows = list(list_applications(library, query))
    output.document({"applications": [_row_values(row) for row in rows]})
    output.lines([*map(_row_line, rows), output.catalog.text("cli.applications", count=len(rows))])


def _row_values(row: ApplicationRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "state": row.state,
        "state_date": _day(row.state_date),
        "operators": row.operators,
        "gaps": row.gaps,
        "warnings": row.warnings,
        "deadline": _day(row.deadline),
        "changed": row.changed.isoformat(),
        "shelf": row.shelf,
    }


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _row_line(row: ApplicationRow) -> str:
    told = (row.id[:8], _local(row.changed), row.state or "-", f"{row.gaps}/{row.warnings}", row.name)
    return "  ".join(told)


def _local(at: dt.datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def _show(library: OpenLibrary, given: argparse.Namespace, output: Output) -> None:
    opened = library.store.open(find_application(library, given.application))
    history = library.store.history(opened.id, limit=_MOST_HISTORY)
    output.document(
        {
            "id": opened.id,
            "firm": opened.firm or None,
            "shelf": opened.shelf,
            "saved_at": opened.saved_at.isoformat(),
            "case": dump_case(opened.case),
            "history": [_entry_values(entry) for entry in history],
        }
    )
    output.lines([opened.id, case_text(opened.case).rstrip(), *_entry_lines(history)])


def _entry_values(entry: HistoryEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "kind": entry.kind,
        "who": entry.stamp.who,
        "at": entry.stamp.at.isoformat(),
        "where": entry.place,
        "changes": [{"path": d.path, "old": d.old, "new": d.new} for d in entry.differences],
    }


def _entry_lines(history: list[HistoryEntry]) -> Iterator[str]:
    for entry in history:
        told = (str(entry.number), _local(entry.stamp.at), entry.kind, entry.stamp.who, entry.place)
        yield "  ".join(told).rstrip()
