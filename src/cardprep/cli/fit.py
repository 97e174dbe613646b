"""`cardprep fit FILE -o FILE`: a legible copy that the online system takes."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.app.clock import today
from cardprep.app.errors import FileUnreadable
from cardprep.app.inspecting import file_findings
from cardprep.bundle.errors import ExportTarget
from cardprep.case.facts import FileFacts
from cardprep.case.finding import Severity
from cardprep.cli.output import Output
from cardprep.errors import CardprepError
from cardprep.evidence.client import Made, Worker
from cardprep.evidence.errors import FitFailed
from cardprep.evidence.protocol import Refusal
from cardprep.host.system_errors import reason_code

_TOLD = {Refusal.ILLEGIBLE: "cli.fit_illegible", Refusal.SIGNED: "cli.fit_signed"}
_SIZE_RULE = "MAT-13"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of the file: the copy, or the sentence that says why there is none."""

    size_in: int
    made: Made | None
    message: str


def run(given: argparse.Namespace, output: Output) -> int:
    """Copy what fits, make smaller what does not; what cannot be is told and not written (exit 1)."""
    size = _size(given.file)
    with Worker() as worker:
        outcome = _outcome(worker, given, output, size)
    made = outcome.made
    output.document(
        {
            "bytes_in": outcome.size_in,
            "bytes_out": None if made is None else made.size_out,
            "changed": made is not None and made.changed,
            "reached": made is not None,
            "message": outcome.message,
        }
    )
    output.lines([outcome.message])
    return 1 if made is None else 0


def _outcome(worker: Worker, given: argparse.Namespace, output: Output, size: int) -> _Outcome:
    facts = worker.facts(given.file)
    problem = "" if given.flatten and facts.format == "pdf" else _unreadable(given, facts, output)
    if problem:
        return _Outcome(size, None, problem)
    limit = rulebooks.rulebook().limits.file_bytes
    make = worker.flatten if given.flatten else worker.fit
    try:
        made = make(given.file, given.target, limit)
    except FitFailed as failed:
        return _Outcome(size, None, _refused(failed, limit, output))
    except OSError as error:
        raise ExportTarget("fit", found=given.target.name, reason=reason_code(error)) from None
    return _Outcome(made.size_in, made, _message(made, given.target, output))


def _refused(failed: CardprepError, limit: int, output: Output) -> str:
    """Why there is no copy, and what to do."""
    reason = str(failed.values["reason"])
    key = next((text for refusal, text in _TOLD.items() if refusal == reason), "cli.fit_failed")
    file, told = str(failed.values["file"]), output.catalog.reason(reason)
    return output.catalog.text(key, file=file, limit=limit, reason=told)


def _message(made: Made, target: Path, output: Output) -> str:
    if not made.changed:
        return output.catalog.text("cli.fit_fits")
    told = output.catalog.text("cli.fit_done", size=made.size_out, was=f"{made.size_in:,}")
    is_misnamed = made.format == "jpeg" and target.suffix.lower() not in (".jpg", ".jpeg")
    return told + (output.catalog.text("cli.fit_jpeg") if is_misnamed else "")


def _unreadable(given: argparse.Namespace, facts: FileFacts, output: Output) -> str:
    """Why the online system could not take the file whatever its size, or ""."""
    found = file_findings(given.file, facts, given.today or today())
    blocking = (f for f in found if f.severity is Severity.BLOCK and f.rule != _SIZE_RULE)
    return next((output.catalog.finding(f).message for f in blocking), "")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileUnreadable(path.name, found=path.name, reason=reason_code(error)) from None
