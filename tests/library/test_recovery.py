"""Recovery keys: read however typed, and no slip of the finger goes unnoticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.library.errors import LibraryError, RecoveryKeyLength, RecoveryKeyMistyped
from cardprep.library.recovery import ALPHABET, GROUP_LENGTH, GROUPS, LENGTH, RecoveryKey, _check

GROUP = st.text(ALPHABET, min_size=4, max_size=4)
KEYS = st.lists(GROUP, min_size=GROUPS, max_size=GROUPS).map(
    lambda groups: RecoveryKey("".join(text + _check(text, n) for n, text in enumerate(groups)))
)
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in ALPHABET}
LIKE = str.maketrans({"1": "l", "0": "O", "V": "u"})
TYPED = [
    str.lower,
    lambda text: text.translate(LIKE),
    lambda text: text.translate(FULL_WIDTH),
    lambda text: "-".join(text[i : i + 5] for i in range(0, LENGTH, 5)),
    lambda text: " — ".join(text[i : i + 5] for i in range(0, LENGTH, 5)) + "\n",
    lambda text: "\t" + "，".join(text),
    lambda text: text.replace("1", "|").replace("0", "o"),
]


@given(KEYS, st.lists(st.sampled_from(TYPED), max_size=4))
def test_it_is_read_however_it_is_typed(key, ways):
    text = key.characters
    for way in ways:
        text = way(text) if len(text) == LENGTH else text.swapcase()
    assert RecoveryKey.read(text) == key


@given(KEYS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found_in_its_group(key, place, character):
    text = key.characters[:place] + character + key.characters[place + 1 :]
    if text == key.characters:
        return
    with pytest.raises(RecoveryKeyMistyped) as caught:
        RecoveryKey.read(text)
    assert caught.value.values == {"group": place // GROUP_LENGTH + 1}


@given(KEYS, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_characters_that_changed_places_are_found(key, one, other):
    text = list(key.characters)
    text[one], text[other] = text[other], text[one]
    if "".join(text) == key.characters:
        return
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.read("".join(text))


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_two_groups_that_changed_places_are_found(key, one, other):
    groups = list(key.groups)
    groups[one], groups[other] = groups[other], groups[one]
    if one == other:
        return
    with pytest.raises(RecoveryKeyMistyped) as caught:
        RecoveryKey.read(" ".join(groups))
    assert caught.value.values == {"group": min(one, other) + 1}


@given(st.text())
def test_any_text_is_a_key_or_an_error_of_its_kind(text):
    with pytest.raises(LibraryError):
        RecoveryKey.read(text)


def test_too_short_and_too_long_tell_the_length():
    text = RecoveryKey.new().characters
    for wrong in ("", text[:-1], text + "0"):
        with pytest.raises(RecoveryKeyLength) as caught:
            RecoveryKey.read(wrong)
        assert caught.value.values == {"found": len(wrong), "expected": 35}


def test_the_qr_code_says_what_can_be_read():
    key = RecoveryKey.new()
    assert RecoveryKey.read(key.link) == key
    assert RecoveryKey.read(key.link.lower() + "\n") == key


def test_keys_are_random_and_keep_to_the_alphabet():
    keys = {RecoveryKey.new().characters for _ in range(200)}
    assert len(keys) == 200
    assert set("".join(keys)) == set(ALPHABET)


def test_it_does_not_show_itself():
    key = RecoveryKey.new()
    assert key.characters not in repr(key)


def test_its_wrapping_key_is_of_one_library():
    key = RecoveryKey.new()
    assert key.wrapping_key("00") != key.wrapping_key("01")
