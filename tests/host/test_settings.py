"""What the program remembers between starts, and that a spoilt file is as none."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardprep.host.settings import MOST_RECENT, Settings, load, save
from making.any_case import texts

FULL = Settings(
    language="en",
    theme="dark",
    preparer="钱静",
    recent=("/案卷/一", "C:\\案卷\\二"),
    window="AdnQywADAAA=",
    library="/资料库",
    backup_place="/盘",
    lock_after="30",
    recovery_sheet="0123",
    no_backup_place="yes",
    retention_days="120",
)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_saved_and_loaded_they_are_the_same(path):
    save(path, FULL)
    assert load(path) == FULL
    assert all(getattr(FULL, field.name) for field in fields(Settings))


@SLOW
@given(texts, st.lists(texts, max_size=3))
def test_any_text_is_kept_also_a_path_that_is_no_unicode(tmp_path, text, recent):
    kept = Settings(preparer=text, recent=tuple(recent))
    save(tmp_path / "settings.json", kept)
    assert load(tmp_path / "settings.json") == kept


def test_at_the_first_start_there_is_no_file_and_none_is_made(path):
    assert load(path) == Settings()
    assert not path.exists()


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'"x"',
        b"[" * 100_000,
        b'{"theme": 3, "recent": "x"}',
        b"\x00" * 99,
    ],
)
def test_a_spoilt_file_is_as_none(path, spoilt):
    path.parent.mkdir()
    path.write_bytes(spoilt)
    assert load(path) == Settings()


def test_what_is_sound_in_a_partly_spoilt_file_is_kept(path):
    path.parent.mkdir()
    told = {"theme": "dark", "language": None, "recent": ["/a", 7, None, "/b"], "colour": "blue"}
    path.write_text(json.dumps(told), "utf-8")
    assert load(path) == Settings(theme="dark", recent=("/a", "/b"))


def test_a_folder_in_the_files_place_is_as_none(path):
    path.mkdir(parents=True)
    assert load(path) == Settings()


def test_a_full_disk_leaves_the_former_settings(path, monkeypatch):
    save(path, FULL)

    def full(*_given):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(path, Settings())
    monkeypatch.undo()
    assert load(path) == FULL
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("told", "minutes"), [("5", 5), ("0", 0), ("-3", 0), ("soon", 15), ("", 15)])
def test_the_time_until_locking_is_a_number_whatever_the_file_says(told, minutes):
    assert Settings(lock_after=told).lock_after_minutes == minutes


def test_a_list_of_recent_cases_that_grew_elsewhere_is_cut(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"recent": [f"/{i}" for i in range(99)]}), "utf-8")
    assert len(load(path).recent) == MOST_RECENT
