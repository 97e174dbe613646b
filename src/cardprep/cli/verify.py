"""`cardprep verify BUNDLE`."""

from __future__ import annotations

import argparse

from cardprep.app.verifying import verify_bundle
from cardprep.bundle.verify import Problem
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker


def run(given: argparse.Namespace, output: Output) -> int:
    """Check the bundle: 0 unchanged, 1 changed."""
    with Worker() as worker:
        verification = verify_bundle(given.bundle, worker)
    problems = [
        {"code": p.code, "file": p.file, "message": _message(p, output)} for p in verification.problems
    ]
    output.document({"ok": verification.ok, "draft": verification.draft, "problems": problems})
    if verification.ok:
        key = "cli.verified_draft" if verification.draft else "cli.verified"
        output.lines([output.catalog.text(key)])
    else:
        output.lines(problem["message"] for problem in problems)
    return 0 if verification.ok else 1


def _message(problem: Problem, output: Output) -> str:
    return output.catalog.text(f"problems.{problem.code}", file=problem.file, message=problem.message)
