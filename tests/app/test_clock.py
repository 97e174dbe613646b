from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from cardprep.app import clock


@pytest.fixture
def at(monkeypatch):
    """Stops the clock at a time of UTC."""

    def stop(*moment: int) -> None:
        fixed = dt.datetime(*moment, tzinfo=dt.UTC)
        frozen = SimpleNamespace(now=lambda zone: fixed.astimezone(zone))
        monkeypatch.setattr(clock, "dt", SimpleNamespace(datetime=frozen))

    return stop


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Shanghai"])
@pytest.mark.parametrize(
    ("moment", "day"),
    [((2026, 11, 22, 15, 59, 59), dt.date(2026, 11, 22)), ((2026, 11, 22, 16, 0, 0), dt.date(2026, 11, 23)),
     ((2026, 12, 31, 16, 0, 0), dt.date(2027, 1, 1))],
)  # fmt: skip
def test_the_day_is_that_of_Shanghai_wherever_the_machine_stands(at, in_zone, zone, moment, day):
    in_zone(zone)
    at(*moment)
    assert clock.today() == day


def test_there_is_no_summer_time(at):
    at(2026, 7, 1, 0, 0, 0)
    assert clock.now().isoformat() == "2026-07-01T08:00:00+08:00"
