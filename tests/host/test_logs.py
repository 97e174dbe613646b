"""The log is written to one file, and a system that does not let it stops nothing."""

from __future__ import annotations

import contextlib
import logging

import pytest

from cardprep.host.logs import start_log


@contextlib.contextmanager
def logging_to(path):
    log = logging.getLogger("cardprep")
    level, handler = log.level, start_log(path)
    try:
        yield handler
    finally:
        log.setLevel(level)
        if handler is not None:
            log.removeHandler(handler)
            handler.close()


def test_a_line_tells_time_level_and_module(tmp_path):
    path = tmp_path / "log" / "cardprep.log"
    with logging_to(path):
        logging.getLogger("cardprep.cli").info("checked rules=%d", 42)
        logging.getLogger("cardprep.cli").debug("not this")
    assert path.read_text("utf-8").endswith("INFO cardprep.cli checked rules=42\n")
    assert len(path.read_text("utf-8").splitlines()) == 1


def test_no_file_is_made_before_there_is_a_line(tmp_path):
    with logging_to(tmp_path / "cardprep.log"):
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("size", "put_aside"), [(400_000, False), (600_000, True)])
def test_a_log_that_has_grown_large_is_put_aside(tmp_path, size, put_aside):
    path = tmp_path / "cardprep.log"
    path.write_bytes(b"x" * size)
    with logging_to(path):
        logging.getLogger("cardprep").info("started")
    assert (path.stat().st_size < 1000) is put_aside
    assert (len(list(tmp_path.iterdir())) == 2) is put_aside


def test_where_the_system_does_not_let_it_the_program_runs_on(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with logging_to(tmp_path / "file" / "cardprep.log") as handler:
        assert handler is None
