"""The index of one record, and the condition that finds records by what was typed.

Three letters and more are looked up in a trigram index (anywhere inside a name, a number, a spelling), one
and two in the table of short terms; each word of the search must be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cardprep.library.connection import Statements, Value
from cardprep.library.records import RecordKind
from cardprep.library.terms import SHORT, Findable, terms_of, words


@dataclass(frozen=True, slots=True)
class _Index:
    """The statements on the index of one kind of record."""

    add_text: str
    drop_text: str
    rebuild: str
    match: str
    terms: str
    add_term: str
    drop_term: str
    has_term: str


def _index(kind: RecordKind) -> _Index:
    """Both tables of a kind are called after it: `firm_text`, `firm_term`."""
    text, term = f"{kind}_text", f"{kind}_term"
    return _Index(
        add_text=f"INSERT INTO {text} (rowid, text) VALUES (?, ?)",  # noqa: S608 (names of our own tables)
        drop_text=f"DELETE FROM {text} WHERE rowid = ?",  # noqa: S608
        rebuild=f"INSERT INTO {text} ({text}) VALUES ('rebuild')",  # noqa: S608
        match=f"row IN (SELECT rowid FROM {text} WHERE {text} MATCH ?)",  # noqa: S608
        terms=f"SELECT term FROM {term} WHERE row = ?",  # noqa: S608
        add_term=f"INSERT INTO {term} (row, term) VALUES (?, ?)",  # noqa: S608
        drop_term=f"DELETE FROM {term} WHERE row = ? AND term = ?",  # noqa: S608
        has_term=f"row IN (SELECT row FROM {term} WHERE term = ?)",  # noqa: S608
    )


_INDEXES: Mapping[RecordKind, _Index] = MappingProxyType({kind: _index(kind) for kind in RecordKind})


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a WHERE and the values in it."""

    sql: str
    values: tuple[Value, ...]


def write_index(statements: Statements, kind: RecordKind, row: int, findable: Findable) -> None:
    """Make the record findable by what it holds now, and by nothing else."""
    index, terms = _INDEXES[kind], terms_of(findable)
    statements.run(index.drop_text, row)
    statements.run(index.add_text, row, terms.text)
    _set_terms(statements, index, row, terms.short)


def drop_index(statements: Statements, kind: RecordKind, row: int) -> None:
    """Make the record unfindable."""
    index = _INDEXES[kind]
    statements.run(index.drop_text, row)
    _set_terms(statements, index, row, frozenset())


def rebuild_index(statements: Statements, kind: RecordKind) -> None:
    """Write the trigram index anew: its inner nodes keep pieces of what was deleted."""
    statements.run(_INDEXES[kind].rebuild)


def _set_terms(statements: Statements, index: _Index, row: int, wanted: frozenset[str]) -> None:
    present = {found["term"] for found in statements.all(index.terms, row)}
    statements.many(index.drop_term, [(row, term) for term in sorted(present - wanted)])
    statements.many(index.add_term, [(row, term) for term in sorted(wanted - present)])


def conditions(kind: RecordKind, search: str) -> Iterator[Condition]:
    """What a row must fulfil to be found by `search`; nothing for a blank one."""
    index, typed = _INDEXES[kind], words(search)
    long = [f'"{word.replace(chr(34), chr(34) * 2)}"' for word in typed if len(word) > SHORT]
    if long:
        yield Condition(index.match, (" AND ".join(long),))
    for word in typed:
        if len(word) <= SHORT:
            yield Condition(index.has_term, (word,))
