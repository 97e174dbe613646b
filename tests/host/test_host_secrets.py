"""The system's keyring: only a real one counts, and a broken one gives an error of its kind, in time."""

from __future__ import annotations

import time

import keyring.errors
import pytest
from keyring.backends import chainer, fail, null

from cardprep.host.secrets import (
    KeyringError,
    KeyringRefused,
    KeyringSilent,
    SystemKeyring,
    real_backend,
    system_keyring,
)
from making.keyrings import Forgetful, Hanging, Kept, Refusing, chain, posing

SECRET_SERVICE = "keyring.backends.SecretService"
PLAIN = posing("keyrings.alt.file", "PlaintextKeyring")
REAL = [
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    (SECRET_SERVICE, "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
]


@pytest.mark.parametrize(("module", "name"), REAL)
def test_the_keyrings_of_the_systems_are_real(module, name):
    backend = posing(module, name)
    assert real_backend(backend) is backend


@pytest.mark.parametrize(
    "backend",
    [
        fail.Keyring(),
        null.Keyring(),
        PLAIN,
        posing("keyrings.alt.file", "EncryptedKeyring"),
        posing("somebody.elses"),
        chain(),
        chain(null.Keyring(), fail.Keyring(), PLAIN),
        chainer.ChainerBackend(),
    ],
    ids=lambda backend: type(backend).__module__,
)
def test_what_fails_forgets_or_writes_plain_text_is_none(backend):
    assert real_backend(backend) is None
    assert system_keyring(lambda: backend) is None


def test_of_a_chain_the_real_one_alone_is_used():
    real = posing(SECRET_SERVICE)
    found = system_keyring(lambda: chain(PLAIN, real, null.Keyring()))
    found.write("a", "secret")
    assert list(real.entries.values()) == ["secret"]
    assert not PLAIN.entries


def test_a_keyring_that_cannot_be_found_out_is_none():
    def broken():
        raise RuntimeError("no session bus")

    def slow():
        return time.sleep(2)

    assert system_keyring(broken) is None
    assert system_keyring(slow, seconds=0.05) is None


def test_this_machine_gives_an_answer():
    assert system_keyring() is None or isinstance(system_keyring(), SystemKeyring)


def test_a_secret_is_written_read_replaced_and_erased():
    secrets = SystemKeyring(Kept())
    assert secrets.read("a") is None
    secrets.write("a", "one")
    secrets.write("a", "two")
    assert secrets.read("a") == "two"
    secrets.erase("a")
    secrets.erase("a")
    assert secrets.read("a") is None


CALLS = [lambda s: s.read("a"), lambda s: s.write("a", "b"), lambda s: s.erase("a")]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (keyring.errors.KeyringLocked("personal"), KeyringRefused),
        (keyring.errors.InitError("personal"), KeyringError),
        (keyring.errors.PasswordSetError("personal"), KeyringError),
        (OSError("personal"), KeyringError),
        (ValueError("personal"), KeyringError),
        (MemoryError("personal"), KeyringError),
    ],
)
def test_whatever_a_keyring_raises_is_an_error_of_its_kind(call, raised, kind):
    with pytest.raises(KeyringError) as caught:
        call(SystemKeyring(Refusing(raised)))
    assert type(caught.value) is kind
    assert "personal" not in str(caught.value)


@pytest.mark.parametrize("call", CALLS)
def test_a_keyring_that_hangs_is_given_up(call):
    backend = Hanging()
    start = time.monotonic()
    with pytest.raises(KeyringSilent):
        call(SystemKeyring(backend, seconds=0.05))
    backend.released.set()
    assert time.monotonic() - start < 5


def test_while_it_hangs_nothing_waits_again_and_then_it_works():
    backend = Hanging()
    secrets = SystemKeyring(backend, seconds=3)
    secrets._limited._seconds = 0.05
    with pytest.raises(KeyringSilent):
        secrets.read("a")
    secrets._limited._seconds = 30
    with pytest.raises(KeyringSilent):
        secrets.read("a")
    backend.released.set()
    secrets._limited._running.join()
    assert secrets.read("a") is None


def test_a_forgetful_keyring_is_seen_by_reading_back():
    secrets = SystemKeyring(Forgetful())
    secrets.write("a", "b")
    assert secrets.read("a") is None
