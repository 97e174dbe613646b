"""The path of a field (`operators[1].mobile`): read its value, or make a case with another value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from cardprep.case.model import Case

_PATH = re.compile(
    r"(?:(unit|legal_representative|handler|collection)|operators\[(0|[1-9]\d{0,3})\])\.([a-z_]+)",
    re.ASCII,
)
_TOP = ("remark",)

TEXT_FIELDS = {
    "unit": ("name", "uscc", "customs_code", "registered_address", "postal_code", "phone", "issuing_office"),
    "legal_representative": ("name", "id_type", "id_number", "phone"),
    "operators": ("name", "id_type", "id_number", "mobile"),
    "handler": ("name", "id_type", "id_number", "mobile"),
    "collection": ("outlet", "recipient", "mobile", "address"),
}


def operator_index(where: str) -> int | None:
    """The index in `operators[N]…`, or None for another place."""
    match = re.match(r"operators\[(\d{1,4})\]", where, re.ASCII)
    return None if match is None else int(match[1])


def _find(case: Case, path: str) -> tuple[str, int | None, str, Any]:
    match = _PATH.fullmatch(path)
    if match is None:
        raise KeyError(path)
    index = None if match[2] is None else int(match[2])
    group = match[1] or "operators"
    if match[3] not in TEXT_FIELDS[group] or (index is not None and index >= len(case.operators)):
        raise KeyError(path)
    owner = case.operators[index] if index is not None else getattr(case, group)
    return group, index, match[3], owner


def text_at(case: Case, path: str) -> str:
    """The text of the field at `path`.

    Raises:
        KeyError: there is no such text field in this case.
    """
    if path in _TOP:
        return case.remark
    _, _, name, owner = _find(case, path)
    return str(getattr(owner, name))


def with_text(case: Case, path: str, text: str) -> Case:
    """The case with `text` in the field at `path` (KeyError as in `text_at`)."""
    if path in _TOP:
        return replace(case, remark=text)
    group, index, name, owner = _find(case, path)
    changed = replace(owner, **{name: text})
    if index is None:
        return replace(case, **{group: changed})
    return replace(case, operators=(*case.operators[:index], changed, *case.operators[index + 1 :]))
