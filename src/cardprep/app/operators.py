"""确定录入: confirming an operator runs every check of him; what blocks keeps him a draft (OPER-2)."""

from __future__ import annotations

from cardprep.app.session import Session
from cardprep.case.edits import set_operator_state
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import OperatorState

_OWN_STATE = "OPER-5"


def blocking_findings(session: Session, index: int) -> tuple[Finding, ...]:
    """What stands in the way of confirming the operator at `index`: his fields, his materials, duplicates."""
    own = f"operators[{index}]"
    return tuple(
        found
        for found in session.findings
        if found.severity is Severity.BLOCK
        and found.rule != _OWN_STATE
        and (found.where == own or found.where.startswith(f"{own}."))
    )


def confirm_operator(session: Session, index: int, initiator: object | None = None) -> tuple[Finding, ...]:
    """Confirm the operator, or leave him a draft and give what refuses it.

    A file that has not been looked into yet refuses nothing: its findings follow, and block the export.
    """
    refusing = blocking_findings(session, index)
    if not refusing:
        session.apply(
            lambda case: set_operator_state(case, index, OperatorState.CONFIRMED),
            where=f"operators[{index}]",
            initiator=initiator,
        )
    return refusing


def save_as_draft(session: Session, index: int, initiator: object | None = None) -> None:
    """暂存: keep whatever is there, check nothing (OPER-3)."""
    session.apply(
        lambda case: set_operator_state(case, index, OperatorState.DRAFT),
        where=f"operators[{index}]",
        initiator=initiator,
    )
