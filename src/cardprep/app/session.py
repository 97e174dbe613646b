"""An open case: what was typed, its history, and what the rules say of it. No Qt, no prose.

The window listens by `subscribe`; the command line never needs a session.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from cardprep.app.flow import Step, StepState, step_states
from cardprep.app.remarks import following_remark
from cardprep.case.edits import Edit
from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding, may_be_exported
from cardprep.case.model import Case
from cardprep.rules import engine
from cardprep.rules.cards import Cards, count_cards
from cardprep.rules.rulebook import Rulebook

MOST_UNDO_STEPS = 500


class Move(Enum):
    """How the case came to be another one, as its journal tells it."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the session: who began it (a view need not show its own typing again), and where.

    Attributes:
        initiator: the object given to `apply`, or None for undo, redo and new facts.
        case_changed: whether the case itself is another one now, so that it is to be saved.
        where: the place the change was made at, for undo to lead there.
        move: an edit, or a step taken back or made again.
        joins: typed on at the same place: one step of undo together with the change before it.
        number: of a return, the journal's row that was returned to.
    """

    initiator: object | None = None
    case_changed: bool = True
    where: str = ""
    move: Move = Move.EDIT
    joins: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """One state that undo or redo leads to, and the place of the step between."""

    case: Case
    where: str


Listener = Callable[[Change], None]
Elsewhere = tuple[engine.OtherApplication, ...]


@dataclass(frozen=True, slots=True)
class _Snapshot:
    case: Case
    where: str
    key: str


class Session:
    """The one open case.

    Attributes:
        rulebook: the rule pack the case is judged by.
    """

    def __init__(
        self,
        case: Case,
        rulebook: Rulebook,
        today: Callable[[], dt.date],
        before: Iterable[Past] = (),
        after: Iterable[Past] = (),
    ) -> None:
        """`before` and `after` are the steps of undo and redo of former sessions, the nearest one last."""
        self.rulebook = rulebook
        self._today = today
        self._case = case
        self._facts: dict[str, FileFacts] = {}
        self._undo = [_Snapshot(past.case, past.where, "") for past in before]
        self._redo = [_Snapshot(past.case, past.where, "") for past in after]
        self._listeners: list[Listener] = []
        self._elsewhere: Elsewhere = ()
        self._findings: tuple[Finding, ...] | None = None

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._case

    @property
    def today(self) -> dt.date:
        """The day to judge by."""
        return self._today()

    @property
    def facts(self) -> Mapping[str, FileFacts]:
        """The facts known so far, by the case's name of the file."""
        return MappingProxyType(self._facts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every rule says now; computed at most once a change (milliseconds)."""
        if self._findings is None:
            self._findings = engine.run(self._case, self._facts, self.rulebook, self.today, self._elsewhere)
        return self._findings

    @property
    def cards(self) -> Cards:
        """Cards free and to buy (APP-3)."""
        return count_cards(self._case)

    @property
    def is_ready(self) -> bool:
        """Whether a validated export is possible and every file has been looked into."""
        return may_be_exported(self.findings) and not self.unread_files

    @property
    def unread_files(self) -> tuple[str, ...]:
        """The attached files whose facts have not come in yet."""
        return tuple(a.file for a in self._case.attachments if a.file not in self._facts)

    def states(self) -> Mapping[Step, StepState]:
        """The state of each step of the wizard."""
        return step_states(self._case, self.findings)

    def findings_at(self, where: str) -> tuple[Finding, ...]:
        """The findings that stand exactly at `where`."""
        return tuple(finding for finding in self.findings if finding.where == where)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(
        self, edit: Edit, where: str = "", initiator: object | None = None, typing: bool = False
    ) -> None:
        """Make one edit, as one step of undo; further `typing` at the same place joins the same step."""
        before = self._case
        after = following_remark(before, edit(before), self.rulebook)
        if after == before:
            return
        key = where if typing else ""
        joins = bool(key) and bool(self._undo) and self._undo[-1].key == key and not self._redo
        if not joins:
            self._undo.append(_Snapshot(before, where, key))
            del self._undo[:-MOST_UNDO_STEPS]
        self._redo.clear()
        self._move_to(after, Change(initiator, where=where, joins=joins))

    def return_to(self, case: Case, number: int) -> None:
        """Make a former state the present one, as one step of undo; `number` is its row of the journal."""
        if case != self._case:
            self._undo.append(_Snapshot(self._case, "", ""))
            self._redo.clear()
            self._move_to(case, Change(move=Move.RETURN, number=number))

    def seal(self) -> None:
        """End the joining of typed letters: what is typed next is a step of undo of its own."""
        if self._undo:
            last = self._undo[-1]
            self._undo[-1] = _Snapshot(last.case, last.where, "")

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._redo)

    def undo(self) -> None:
        """Go back to the case before the last step."""
        self._travel(self._undo, self._redo, Move.UNDO)

    def redo(self) -> None:
        """Make the step again that was taken back."""
        self._travel(self._redo, self._undo, Move.REDO)

    def _travel(self, source: list[_Snapshot], target: list[_Snapshot], move: Move) -> None:
        if not source:
            return
        snapshot = source.pop()
        target.append(_Snapshot(self._case, snapshot.where, ""))
        self._move_to(snapshot.case, Change(where=snapshot.where, move=move))

    def set_facts(self, facts: Mapping[str, FileFacts]) -> None:
        """Take in what the worker found out about some files."""
        self._facts.update(facts)
        self._findings = None
        self._tell(Change(case_changed=False))

    def set_elsewhere(self, elsewhere: Elsewhere) -> None:
        """Take in the firm's other applications (OPER-6)."""
        self._elsewhere = elsewhere
        self._findings = None
        self._tell(Change(case_changed=False))

    def _move_to(self, case: Case, change: Change) -> None:
        self._case = case
        self._findings = None
        self._tell(change)

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
