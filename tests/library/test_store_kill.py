"""A writer killed in the midst of it has lost nothing that was acknowledged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import store_making as making
from store_making import new

from cardprep.library.records import RecordKind, Shelf
from cardprep.library.sqlite_store import SqliteStore
from cardprep.library.store_errors import NoSuchRecord

# Saves without end; a number on the standard output is an edit that was acknowledged.
_WRITER = """
import sys
from pathlib import Path
import store_making as making
store = making.reopened(Path(sys.argv[1]))
here = store.open(sys.argv[2])
while True:
    number = here.number + 1
    here = making.saved(store, here, making.case_of(number % 7, f"第{number}号", operators=number % 4 + 1))
    print(here.number, flush=True)
"""
_CUT = """
import os, signal, sys
from pathlib import Path
import store_making as making
from cardprep.library.records import RecordKind
from cardprep.library.sqlite_store import SqliteStore
def cut(name):
    if name == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
store = SqliteStore.open_in(Path(sys.argv[1]), making.KEY, making.no_backup, cut)
if sys.argv[3].startswith("save"):
    making.saved(store, store.open(sys.argv[2]), making.case_of(5))
else:
    store.purge(RecordKind.APPLICATION, [sys.argv[2]], making.Blobs(), making.TODAY)
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX systems")


def _started(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    )


def _killed(folder: Path, application: str, after: float) -> int:
    """Let a child write so long, kill it, and give the last edit that it acknowledged."""
    child = _started(_WRITER, str(folder), application)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    told = child.stdout.read().split("\n")
    child.wait()
    child.stdout.close()
    return max((int(line) for line in told[:-1]), default=0)


def test_twenty_kills_lose_no_acknowledged_edit_and_harm_nothing(tmp_path):
    folder = tmp_path / "library"
    store = making.created(folder)
    id = new(store).id
    store.close()
    for attempt in range(20):
        acknowledged = _killed(folder, id, 0.005 * attempt)
        again = making.reopened(folder)
        found = again.open(id)
        assert found.number >= acknowledged
        assert found.case == making.case_of(found.number % 7, f"第{found.number}号", found.number % 4 + 1)
        assert again.faults() == 0
        again.close()
    _assert_journal_is_whole(folder, id)


def _assert_journal_is_whole(folder: Path, id: str) -> None:
    store = making.reopened(folder)
    number = store.open(id).number
    for past in (1, number // 2, number - 1):
        expected = making.case_of(past % 7, f"第{past}号", past % 4 + 1) if past > 1 else making.case_of(0)
        assert store.case_at(id, past) == expected
    store.close()


@pytest.mark.parametrize(
    ("step", "is_done"),
    [
        ("save-before-commit", False),
        ("save-done", True),
        ("purge-before-commit", False),
        ("purge-committed", True),
        ("purge-blobs-gone", True),
    ],
)
def test_a_kill_at_a_step_leaves_the_old_or_the_new_state(tmp_path, step, is_done):
    folder = tmp_path / "library"
    store = making.created(folder)
    opened = new(store)
    if step.startswith("purge"):
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, making.STAMP)
    store.close()
    child = _started(_CUT, str(folder), opened.id, step)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    again = making.reopened(folder)
    assert again.faults() == 0
    assert _is_done(again, opened.id, step) is is_done
    again.close()


def _is_done(store: SqliteStore, id: str, step: str) -> bool:
    try:
        found = store.open(id).case
    except NoSuchRecord:
        return step.startswith("purge")
    return found == making.case_of(5)
