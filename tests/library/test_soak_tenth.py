"""A tenth of the soak (docs/RELIABILITY.md), same seeds: nothing lost, nothing raw, nothing unnoticed."""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("benchmarks.soak", reason="the source archive holds no benchmarks")
from benchmarks.soak import failing_io, flipped_bits, kills, markers, power_loss, ways_in
from benchmarks.soak.children import NoDisk, disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX systems")


@pytest.fixture
def recording_disk():
    try:
        return disk()
    except NoDisk as reason:
        pytest.skip(f"no disk that loses or fails: {reason}")


def _assert_no_faults(counts, tried):
    assert counts.tried >= tried
    assert list(counts.faults) == []


@posix
def test_kills_lose_nothing():
    _assert_no_faults(kills.run(kills.WHOLE // 10), 20)


@pytest.mark.usefixtures("recording_disk")
def test_power_loss_loses_nothing_and_would_with_less_care():
    _assert_no_faults(power_loss.run(power_loss.WHOLE // 10), 60)


@pytest.mark.usefixtures("recording_disk")
def test_failing_calls_are_told_and_a_retry_works():
    _assert_no_faults(failing_io.run(failing_io.WHOLE // 10), 40)


def test_flipped_bits_are_noticed_and_the_rest_is_readable():
    _assert_no_faults(flipped_bits.run(flipped_bits.WHOLE // 10), 30)


@posix
def test_no_marker_is_left_anywhere_and_no_socket_is_opened():
    _assert_no_faults(markers.run(), 100)


def test_every_way_that_holds_leads_in_and_no_other():
    _assert_no_faults(ways_in.run(), 150)
