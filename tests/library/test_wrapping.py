"""Wrapped keys open for the right key and binding alone; sub-keys are apart."""

from __future__ import annotations

from cardprep.library.wrapping import WRAPPED_BYTES, new_key, sub_key, unwrap, wrap

KEY, OWN = bytes(range(32)), bytes(reversed(range(32)))


def test_a_wrapped_key_comes_back():
    wrapped = wrap(KEY, OWN, "library/recovery")
    assert len(wrapped) == WRAPPED_BYTES
    assert unwrap(wrapped, OWN, "library/recovery") == KEY


def test_another_key_or_binding_does_not_open_it():
    wrapped = wrap(KEY, OWN, "library/recovery")
    assert unwrap(wrapped, KEY, "library/recovery") is None
    assert unwrap(wrapped, OWN, "library/keyring") is None


def test_no_changed_bit_and_no_cut_is_taken():
    wrapped = wrap(KEY, OWN, "x")
    for bit in range(len(wrapped) * 8):
        changed = bytearray(wrapped)
        changed[bit // 8] ^= 1 << bit % 8
        assert unwrap(bytes(changed), OWN, "x") is None
    assert all(unwrap(wrapped[:end], OWN, "x") is None for end in range(len(wrapped)))


def test_sub_keys_differ_by_key_purpose_and_salt():
    keys = {sub_key(k, p, s) for k in (KEY, OWN) for p in ("database", "blobs") for s in (b"", b"1")}
    assert len(keys) == 8


def test_a_sub_key_stays_the_same_for_ever():
    assert sub_key(KEY, "database", b"salt").hex() == FROZEN


def test_new_keys_are_never_the_same():
    assert len({new_key() for _ in range(100)}) == 100


# HKDF-SHA256(ikm=00…1f, salt="salt", info="cardprep/1/database"): libraries in use depend on it.
FROZEN = "e63ada476753fa1246932e7c949399ad50b702cefda008d3af8a645ee94cb8aa"
