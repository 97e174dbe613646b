"""One program at a time in a folder; the lock ends with the process, however it ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cardprep.host import locks
from cardprep.host.locks import lock_folder

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="a held file cannot be taken away there")
HOLDER = """
import sys, time
from pathlib import Path
from cardprep.host.locks import lock_folder
lock = lock_folder(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
time.sleep(30 if lock else 0)
"""


def start_holder(folder):
    command = [sys.executable, "-c", HOLDER, str(folder)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@pytest.fixture
def holder(tmp_path):
    with start_holder(tmp_path) as process:
        assert process.stdout.readline().strip() == "held"
        yield process
        process.kill()


def test_a_second_process_is_refused_while_the_first_holds_the_folder(tmp_path):
    lock = lock_folder(tmp_path)
    with start_holder(tmp_path) as second:
        assert second.stdout.readline().strip() == "refused"
    lock.release()


def test_the_lock_of_a_killed_process_is_free_again(tmp_path, holder):
    assert lock_folder(tmp_path) is None
    holder.kill()
    holder.wait()
    lock = lock_folder(tmp_path)
    assert lock is not None
    lock.release()


def test_the_same_process_is_refused_too(tmp_path):
    first = lock_folder(tmp_path)
    assert lock_folder(tmp_path) is None
    first.release()


def test_a_released_folder_is_free_and_holds_no_lock_file(tmp_path):
    lock_folder(tmp_path).release()
    assert list(tmp_path.iterdir()) == []
    again = lock_folder(tmp_path)
    assert again is not None
    again.release()


def test_releasing_twice_does_not_take_the_next_ones_lock_away(tmp_path):
    first = lock_folder(tmp_path)
    first.release()
    second = lock_folder(tmp_path)
    first.release()
    assert lock_folder(tmp_path) is None
    second.release()


@POSIX_ONLY
def test_a_lock_file_that_its_last_holder_takes_away_meanwhile_is_not_believed(tmp_path, monkeypatch):
    try_lock, taken_away = locks._try_lock, []

    def try_late(file):
        if not taken_away:
            taken_away.append((tmp_path / ".cardprep.lock").unlink())
        return try_lock(file)

    monkeypatch.setattr(locks, "_try_lock", try_late)
    lock = lock_folder(tmp_path)
    assert lock_folder(tmp_path) is None
    lock.release()


def test_two_folders_are_two_locks(tmp_path):
    (tmp_path / "other").mkdir()
    locks = [lock_folder(tmp_path), lock_folder(tmp_path / "other")]
    assert all(locks)
    for lock in locks:
        lock.release()


def test_a_folder_that_is_gone_is_an_error_on_locking_but_not_on_release(tmp_path):
    with pytest.raises(FileNotFoundError):
        lock_folder(tmp_path / "gone")
    folder = tmp_path / "stick"
    folder.mkdir()
    lock = lock_folder(folder)
    if sys.platform != "win32":
        (folder / ".cardprep.lock").unlink()
        folder.rmdir()
    lock.release()
