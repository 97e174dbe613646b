"""No step that the program names is forgotten by the soak."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.soak import named_steps

import cardprep

SOURCE = Path(cardprep.__file__).parent
_CALLED = frozenset(("at", "_at", "step", "_step"))


def named_in(tree: ast.AST) -> Iterator[str]:
    """Each step that is passed, as a pattern: what is put in at run time matches anything."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or len(call.args) != 1:
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        (word,) = call.args
        if name in _CALLED and isinstance(word, ast.Constant) and isinstance(word.value, str):
            yield re.escape(word.value)
        elif name in _CALLED and isinstance(word, ast.JoinedStr):
            yield "".join(
                re.escape(part.value) if isinstance(part, ast.Constant) else r"\d+" for part in word.values
            )


def named_by_the_program() -> set[str]:
    folders = (SOURCE / "library", SOURCE / "app" / "library")
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return {pattern for path in files for pattern in named_in(ast.parse(path.read_text("utf-8")))}


def listed_by_the_program() -> set[str]:
    """Everything that a `STEPS` of a module lists."""
    listed: set[str] = set()
    for folder in (SOURCE / "library", SOURCE / "app" / "library"):
        for path in sorted(folder.rglob("*.py")):
            for node in ast.parse(path.read_text("utf-8")).body:
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "STEPS":
                    listed.update(ast.literal_eval(node.value))
    return listed


def test_every_step_that_the_program_passes_is_cut_at():
    patterns = named_by_the_program()
    assert len(patterns) > 30
    forgotten = {p for p in patterns if not any(re.fullmatch(p, step) for step in named_steps.STEPS)}
    assert forgotten == set()


def test_nothing_is_cut_at_that_the_program_does_not_pass():
    patterns = named_by_the_program()
    assert {s for s in named_steps.STEPS if not any(re.fullmatch(p, s) for p in patterns)} == set()


def test_every_step_that_a_module_lists_is_cut_at():
    assert listed_by_the_program() - named_steps.STEPS == set()


@pytest.mark.parametrize("source", ["self._at('a-new-one')", "library.at('a-new-one')", "step(f'{n}-new')"])
def test_a_new_step_would_be_seen(source):
    (found,) = named_in(ast.parse(source))
    assert not any(re.fullmatch(found, step) for step in named_steps.STEPS)
