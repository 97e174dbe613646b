"""The remark follows the choice of collection until the clerk writes her own (HAND-4)."""

from __future__ import annotations

from dataclasses import replace

from cardprep.case.model import Case
from cardprep.rules.remark import propose_remark
from cardprep.rules.rulebook import Rulebook


def following_remark(before: Case, after: Case, rulebook: Rulebook) -> Case:
    """`after` with the remark written anew where it was empty or was the program's own."""
    if after.collection == before.collection or after.remark != before.remark:
        return after
    own = propose_remark(before.collection, rulebook) or ""
    if before.remark.strip() and before.remark != own:
        return after
    return replace(after, remark=propose_remark(after.collection, rulebook) or "")
