"""`inspect`: the facts of one file as values for a program, and what the file rules say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.case.facts import FIELD_NAMES, Box, FileFacts, Observation
from cardprep.case.finding import Finding
from cardprep.case.model import Attachment, Case
from cardprep.case.slots import QUALIFICATION
from cardprep.rules import engine
from cardprep.wording.catalog import Catalog

_FILE_RULES = ("MAT-12", "MAT-13", "FILE-1", "FILE-2", "FILE-3", "FILE-4")
_KINDS = {"seal": "unread", "wording": "unsure"}


def inspect_values(path: Path, facts: FileFacts, catalog: Catalog, today: dt.date) -> dict[str, object]:
    """The answer of `inspect` for one file (docs/CASE_FORMAT.md)."""
    seen = facts.observations
    return {
        "file": str(path),
        "format": facts.format,
        "bytes": facts.size,
        "sha256": facts.sha256,
        "pages": [{"width": p.width, "height": p.height, "turn": p.turn} for p in facts.pages],
        "problems": [_problem(f, catalog) for f in file_findings(path, facts, today)],
        "seal": _observation(seen.seal, kind=seen.seal.kind or _KINDS["seal"]),
        "wording": _observation(seen.wording, kind=seen.wording.kind or _KINDS["wording"]),
        "signature": _observation(seen.signature),
        "date": {**_observation(seen.date), "value": seen.date.value or None},
        "fields": {name: seen.fields.get(name) for name in FIELD_NAMES},
    }


def file_findings(path: Path, facts: FileFacts, today: dt.date) -> Iterator[Finding]:
    """What the rules about files say of one that stands for itself."""
    case = Case(attachments=(Attachment(QUALIFICATION, path.name),))
    for found in engine.run(case, {path.name: facts}, rulebooks.rulebook(), today):
        if found.rule in _FILE_RULES:
            yield found


def _problem(found: Finding, catalog: Catalog) -> dict[str, object]:
    code = found.variant or found.rule.lower()
    return {"rule": found.rule, "code": code, "message": catalog.finding(found).message}


def _observation(seen: Observation, **more: object) -> dict[str, object]:
    return {
        "status": seen.status.value,
        **more,
        "text": seen.text,
        "score": seen.score,
        "reason": seen.reason,
        "boxes": [_box(box) for box in seen.boxes],
    }


def _box(box: Box) -> list[float]:
    return [box.page, box.left, box.top, box.right, box.bottom]
