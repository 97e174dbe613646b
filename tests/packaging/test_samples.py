"""The samples that ship are what `making/samples.py` makes, and show what they are to show."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from cardprep.app.folder import read_case
from cardprep.host.resources import resource_path
from making import cases, samples

SHIPPED = resource_path("samples")
DAY = ("--json", "--today", cases.TODAY.isoformat())


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    samples.main(folder)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_ships_is_what_is_made(made):
    assert files(SHIPPED) == files(made)
    for name in samples.SAMPLES:
        assert read_case(SHIPPED / name) == read_case(made / name)


def test_the_pictures_are_those_that_are_drawn(made):
    """By their looks, not their bytes: another libjpeg codes the same picture otherwise."""
    for name in files(made):
        if name.endswith(".jpg") and "损坏" not in name:
            with Image.open(SHIPPED / name) as shipped, Image.open(made / name) as drawn:
                assert shipped.size == drawn.size
                difference = ImageChops.difference(shipped.convert("L"), drawn.convert("L"))
            assert ImageStat.Stat(difference).mean[0] < 1


@pytest.mark.parametrize("name", ["complete-new-entrant", "complete-addition"])
def test_nothing_is_open_in_the_complete_ones(run, name):
    ran = run("check", SHIPPED / name, *DAY)
    assert (ran.code, ran.rules("block", "warn")) == (0, [])


def test_the_faulty_one_shows_what_was_planted_and_nothing_else(run):
    ran = run("check", SHIPPED / "faulty", *DAY)
    assert ran.code == 1
    assert sorted(ran.rules("block", "warn")) == sorted(samples.PLANTED)


def test_the_faults_stay_the_same_as_time_goes_by(run):
    """Samples are looked at years later: only what an old date says may come to it."""
    ran = run("check", SHIPPED / "faulty", "--json", "--today", "2029-01-01")
    more = set(ran.rules("block", "warn")) - set(samples.PLANTED)
    assert {rule for rule, _ in more} <= {"DATE-2"}


@pytest.mark.parametrize("name", ["complete-new-entrant", "complete-addition"])
def test_the_complete_ones_can_be_exported_and_verified(run, tmp_path, name):
    ran = run("export", SHIPPED / name, "-o", tmp_path, *DAY)
    assert ran.code == 0
    assert run("verify", ran.document["bundle"], "--json").code == 0


def test_the_pictures_tell_of_nobody():
    for name in files(SHIPPED):
        if name.endswith(".jpg") and "损坏" not in name:
            with Image.open(io.BytesIO((SHIPPED / name).read_bytes())) as picture:
                assert dict(picture.getexif()) == {}


def test_they_are_small_enough_to_ship():
    assert sum((SHIPPED / name).stat().st_size for name in files(SHIPPED)) < 3_000_000
