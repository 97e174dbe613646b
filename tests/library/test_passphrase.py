"""Passphrases: the same however typed, costly to guess, never costlier than a machine bears."""

from __future__ import annotations

import math
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardprep.library import passphrase
from cardprep.library.errors import NotEnoughMemory, PassphraseTooShort
from cardprep.library.passphrase import Cost, checked, derive, new_salt, seconds_of, tuned
from making.vaults import CHEAP

SALT = bytes(16)
MIB = 1024


def _machine(speed: float, memory: int = 10**9):
    """Measures as a machine that passes over `speed` KiB a second and has so much memory."""
    return lambda cost: math.inf if cost.memory > memory else cost.memory * cost.iterations / speed


@pytest.mark.parametrize("text", ["Łódź żółć café", "가나다라마바사아", "パスワードがぎぐげご"])
def test_composed_and_decomposed_are_one_passphrase(text):
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    assert len(forms) == 2
    assert len({derive(form, SALT, CHEAP) for form in forms}) == 1


@settings(max_examples=20)
@given(st.text(max_size=40))
def test_any_text_derives(text):
    assert len(derive(text, SALT, CHEAP)) == 32


def test_case_blanks_and_full_width_count():
    texts = ["table boat", "Table boat", "table  boat", "table boat ", "ｔable boat"]
    assert len({derive(text, SALT, CHEAP) for text in texts}) == len(texts)


def test_a_lone_surrogate_is_no_raw_exception():
    assert derive("table \ud800 boat", SALT, CHEAP)


def test_salt_and_cost_make_another_key():
    keys = {derive("table boat", salt, CHEAP) for salt in (SALT, new_salt(), new_salt())}
    keys.add(derive("table boat", SALT, Cost(8192, 2, 1)))
    assert len(keys) == 4


def test_seven_characters_are_too_few_and_eight_enough():
    with pytest.raises(PassphraseTooShort) as caught:
        checked("七个字符的口令")
    assert caught.value.values == {"limit": 8}
    assert checked("八个字符的口令呀") == "八个字符的口令呀"


@pytest.mark.parametrize(
    "cost",
    [(0, 3, 4), (8191, 3, 4), (1025 * MIB, 1, 1), (65536, 0, 4), (65536, 65, 4), (65536, 3, 0),
     (65536, 3, 17), (1024 * MIB, 9, 4), (-65536, 3, 4), (1 << 62, 3, 4)],
)  # fmt: skip
def test_a_cost_beyond_what_machines_bear_is_refused(cost):
    with pytest.raises(ValueError, match=r"cost|work"):
        Cost(*cost)


@pytest.mark.parametrize("speed", [2e5, 4e5, 8e5, 1.2e6, 3e6, 1e7])
def test_tuning_takes_between_a_third_of_a_second_and_one(speed):
    measure = _machine(speed)
    assert 0.3 <= measure(tuned(measure)) <= 1.0


def test_a_slow_machine_waits_longer_rather_than_be_guessed_sooner():
    assert tuned(_machine(5e4)) == Cost(64 * MIB, 3, 4)


def test_a_machine_beyond_all_speed_stays_within_bounds():
    assert tuned(_machine(1e12)) == Cost(256 * MIB, 32, 4)


def test_little_memory_is_made_up_for_by_passes():
    cost = tuned(_machine(1e6, memory=100 * MIB))
    assert cost.memory == 64 * MIB
    assert cost.iterations > 3


def test_the_machine_at_hand_is_measured():
    assert 0 < seconds_of(CHEAP) < 5


def test_memory_that_is_lacking_is_an_error_of_its_kind(monkeypatch):
    class Lacking:
        def __init__(self, **_: object) -> None: ...

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(passphrase, "Argon2id", Lacking)
    with pytest.raises(NotEnoughMemory) as caught:
        derive("table boat", SALT, CHEAP)
    assert caught.value.values == {"needed": 8}
    assert seconds_of(CHEAP) == math.inf
