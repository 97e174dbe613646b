"""Cases as the database keeps them: compact JSON that any text survives, and any rule pack's kinds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cardprep.case.codec import KNOWN_ID_TYPES, dump_case, load_case
from cardprep.case.errors import CaseError
from cardprep.case.model import Case
from cardprep.library.store_errors import StoreDamaged

Document = dict[str, Any]


def json_text(value: object) -> str:
    """Compact JSON; what UTF-8 cannot hold (a lone surrogate) is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text == storable(text) else json.dumps(value, separators=(",", ":"))


def storable(text: str) -> str:
    """`text` as a column can hold it: for lists and search; the exact text stands in the document."""
    return text.encode("utf-8", "replace").decode("utf-8")


def document_of(case: Case) -> Document:
    """The case as JSON values that can be read back.

    Raises:
        CaseError: it could not be (a text far too long …); the place is named.
    """
    document = dump_case(case)
    load_case(document, _kinds(document))
    return document


def stored_document(text: str) -> Document:
    """The JSON object that a column holds.

    Raises:
        StoreDamaged: it is none.
    """
    try:
        document = json.loads(text)
    except ValueError:
        raise StoreDamaged from None
    if not isinstance(document, dict):
        raise StoreDamaged
    return document


def case_of(document: Document) -> Case:
    """The case in a stored document (raises as `stored_document`)."""
    try:
        return load_case(document, _kinds(document))
    except CaseError:
        raise StoreDamaged from None


def _kinds(document: Document) -> tuple[str, ...]:
    """Kinds of identity document: the rules judge them, not the store."""
    return (*KNOWN_ID_TYPES, *_own_kinds(document))


def _own_kinds(document: Document) -> Iterator[str]:
    for person in (*document["operators"], document["handler"], document["legal_representative"]):
        if isinstance(person, dict) and isinstance(person.get("id_type"), str):
            yield person["id_type"]
