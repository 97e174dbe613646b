"""A tenth of every count of docs/RELIABILITY.md, with the seeds of the whole.

Nothing here measures time: that a restart takes at most three seconds is for the whole, on a machine that has
nothing else to do.
"""

from __future__ import annotations

import os

import pytest
from benchmarks.soak import failing_io, flipped_bits, kills, markers, named_steps, power_loss, ways_in
from benchmarks.soak.children import NoDisk, disk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the soak kills and forks as POSIX does")


@pytest.fixture
def _disk():
    """The recording and failing disk (Linux and gcc)."""
    try:
        disk()
    except NoDisk as reason:
        pytest.skip(str(reason))


def told(counts):
    return dict(counts.told)


def test_twenty_kills_at_any_moment_lose_nothing():
    counts = kills.run(20)
    assert (counts.tried, counts.faults) == (20, [])
    assert int(told(counts)["acknowledged acts"]) >= 16  # that they were at work


def test_a_kill_at_every_named_step_leaves_the_old_state_or_the_new():
    counts = named_steps.run()
    assert (counts.tried, counts.faults) == (named_steps.WHOLE, [])


@pytest.mark.usefixtures("_disk")
def test_sixty_power_losses_lose_nothing_and_the_control_does():
    counts = power_loss.run(60)
    assert (counts.tried, counts.faults) == (60, [])
    assert int(told(counts)["acknowledged acts that were checked"]) > 60
    assert int(told(counts)["control with synchronous=NORMAL"].split()[0]) > 0


@pytest.mark.usefixtures("_disk")
def test_forty_failing_calls_are_refused_in_our_words_or_done():
    counts = failing_io.run(40)
    assert (counts.tried, counts.faults) == (40, [])
    assert sum(int(count) for count in told(counts).values()) == 40


def test_thirty_flipped_bits_are_noticed():
    counts = flipped_bits.run(30)
    assert (counts.tried, counts.faults) == (30, [])


def test_no_marker_is_found_anywhere_and_no_socket_opened():
    counts = markers.run()
    assert counts.faults == []
    assert counts.tried > 400


def test_every_way_that_holds_leads_in_and_no_other():
    counts = ways_in.run()
    assert counts.faults == []
    assert counts.tried > 150
