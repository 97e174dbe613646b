"""The standard spelling of an identifier that was typed in another one: full width, spaces, lower case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from cardprep.case.identifiers import customs_code, person_name, postal_code, telephone, uscc
from cardprep.case.identifiers.documents import check_document
from cardprep.case.identifiers.verdict import Verdict
from cardprep.case.model import Case
from cardprep.case.paths import text_at

_Check = Callable[[str], Verdict]

_OF_UNIT: Mapping[str, _Check] = {
    "uscc": uscc.check,
    "customs_code": customs_code.check,
    "postal_code": postal_code.check,
    "phone": telephone.check,
}
_OF_PERSON: Mapping[str, _Check] = {
    "name": person_name.check,
    "phone": telephone.check,
    "mobile": telephone.check_mobile,
}
_CHECKS: Mapping[str, Mapping[str, _Check]] = {
    "unit": _OF_UNIT,
    "legal_representative": _OF_PERSON,
    "operators": _OF_PERSON,
    "handler": _OF_PERSON,
    "collection": {"mobile": telephone.check_mobile},
}


def standard_form(case: Case, path: str, today: dt.date) -> str | None:
    """The text at `path` as it is written by rule; None where it is so already, or is faulty.

    A name keeps every character but the dot inside it, which becomes U+00B7 as on identity cards.
    """
    try:
        text = text_at(case, path)
    except KeyError:
        return None
    verdict = _verdict(case, path, text, today)
    return verdict.value if verdict is not None and verdict.folded and not verdict.fault else None


def _verdict(case: Case, path: str, text: str, today: dt.date) -> Verdict | None:
    owner, _, name = path.rpartition(".")
    if name == "id_number":
        return check_document(text_at(case, f"{owner}.id_type"), text, today)
    check = _CHECKS.get(owner.partition("[")[0], {}).get(name)
    return None if check is None else check(text)
