"""The header: whatever of it is changed, by accident or by intent, is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.library.errors import HeaderDamaged, LibraryError, LibraryTooNew, WrongRecoveryKey
from cardprep.library.header import Header, Holder, header_bytes, read_header
from cardprep.library.ways import unlocked
from making.vaults import CHEAP, forged_header, made

PASSPHRASE_KEYS = ["iterations", "kdf", "lanes", "memory", "salt", "wrapped"]


@pytest.fixture
def library(tmp_path):
    return made(tmp_path / "library", in_keyring=True)


@pytest.fixture
def data(library):
    return (library.folder / "library.json").read_bytes()


def _leaves(node: dict, path: tuple = ()):
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _with(document: dict, path: tuple, value: object) -> dict:
    copy = json.loads(json.dumps(document))
    node = copy
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return copy


def test_a_header_is_read_as_it_was_written(data):
    header = read_header(data)
    assert header_bytes(header) == data
    assert header.holders == set(Holder)
    assert header.passphrase.cost == CHEAP


def test_nothing_in_it_tells_more_than_it_must(data):
    assert [path for path, _ in _leaves(json.loads(data))] == [
        ("check",), ("format",), ("holders", "keyring", "wrapped"),
        *(("holders", "passphrase", key) for key in PASSPHRASE_KEYS),
        ("holders", "recovery", "wrapped"), ("id",), ("mac",), ("version",),
    ]  # fmt: skip


def test_every_flipped_bit_is_found(data):
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(HeaderDamaged):
            read_header(bytes(changed))


def test_every_cut_and_every_addition_is_found(data):
    for end in range(len(data)):
        with pytest.raises(HeaderDamaged):
            read_header(data[:end])
    for more in (b"\n", b" ", b"{}", data):
        with pytest.raises(HeaderDamaged):
            read_header(data + more)


def test_every_change_by_intent_is_refused(library, data):
    document = json.loads(data)
    for path, value in _leaves(document):
        for place in range(len(value) if isinstance(value, str) else 0):
            other = "0" if value[place] != "0" else "1"
            forged = forged_header(_with(document, path, value[:place] + other + value[place + 1 :]))
            if path == ("check",):
                continue
            with pytest.raises((HeaderDamaged, WrongRecoveryKey)):
                unlocked(read_header(forged), library.by_recovery_key)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("holders", "passphrase", "memory"), 16384), (("holders", "passphrase", "iterations"), 2),
     (("holders", "passphrase", "lanes"), 2)],
)  # fmt: skip
def test_another_cost_is_refused_by_who_has_the_key(library, data, path, value):
    header = read_header(forged_header(_with(json.loads(data), path, value)))
    with pytest.raises(HeaderDamaged):
        unlocked(header, library.by_recovery_key)


def test_a_holder_taken_away_is_noticed(library, data):
    document = json.loads(data)
    del document["holders"]["keyring"]
    with pytest.raises(HeaderDamaged):
        unlocked(read_header(forged_header(document)), library.by_recovery_key)


@pytest.mark.parametrize("value", [2**31, 2**63, 10**400, -1, 0, 1.5, True, None, "65536", [], {}])
@pytest.mark.parametrize("name", ["memory", "iterations", "lanes"])
def test_a_hostile_cost_is_refused_before_anything_is_derived(data, name, value):
    forged = forged_header(_with(json.loads(data), ("holders", "passphrase", name), value))
    with pytest.raises(HeaderDamaged):
        read_header(forged)


def test_unknown_keys_and_other_spellings_are_refused(data):
    document = json.loads(data)
    upper = _with(document, ("id",), "AB" * 16)
    for forged in ({**document, "note": 1}, upper, {**document, "holders": []}, {**document, "format": "x"}):
        with pytest.raises(HeaderDamaged):
            read_header(forged_header(forged))


def test_a_later_version_is_told_from_damage(data):
    with pytest.raises(LibraryTooNew) as caught:
        read_header(forged_header({**json.loads(data), "version": 2, "new": []}))
    assert caught.value.values == {"found": 2, "expected": 1}


@given(st.binary(max_size=300) | st.just(b"[" * 16000) | st.just(b"0" * 20000))
def test_any_bytes_are_an_error_of_its_kind(data):
    with pytest.raises(LibraryError):
        read_header(data)


def test_the_same_header_gives_the_same_bytes():
    header = Header("00" * 16, bytes(60), mac=bytes(32))
    assert header_bytes(header) == header_bytes(Header("00" * 16, bytes(60), mac=bytes(32)))
