"""The system's keyring behind three calls, with a time limit and errors of known kinds.

`keyring` finds the system's keyring, and where there is none gives stand-ins that fail, forget, or
write plain text. Only those that are known to keep a secret count; with any other there is no keyring.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from cardprep.errors import CardprepError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "cardprep"
_REAL = frozenset(
    (
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    )
)
_CHAIN = "keyring.backends.chainer.ChainerBackend"
# A locked keyring asks for its own password, and the person has to find and type it.
_MOST_SECONDS = 45.0
_DETECTION_SECONDS = 10.0

Result = TypeVar("Result")


class KeyringError(CardprepError):
    """The system's keyring does not do what it was asked."""

    code = "keyring-failed"


class KeyringRefused(KeyringError):
    """The keyring is locked and was not unlocked."""

    code = "keyring-locked"


class KeyringSilent(KeyringError):
    """The keyring gives no answer; values: seconds."""

    code = "keyring-silent"


class Keyring(Protocol):
    """A place that the system guards. Each call raises `KeyringError`, and nothing else."""

    def read(self, name: str) -> str | None:
        """The secret of that name, None where there is none."""

    def write(self, name: str, secret: str) -> None:
        """Keep a secret under that name, instead of a former one."""

    def erase(self, name: str) -> None:
        """Forget the secret of that name, if there is one."""


class SystemKeyring:
    """The keyring of one user of this system.

    Each call runs in a thread of its own that is given up after the time limit: a keyring may hang in
    a system call. While one hangs, further calls are refused at once.
    """

    def __init__(self, backend: KeyringBackend, seconds: float = _MOST_SECONDS) -> None:
        self._backend = backend
        self._limited = _Limited(seconds)

    def read(self, name: str) -> str | None:
        """As `Keyring.read`."""
        return self._asked(lambda: self._backend.get_password(SERVICE, name))

    def write(self, name: str, secret: str) -> None:
        """As `Keyring.write`."""
        self._asked(lambda: self._backend.set_password(SERVICE, name, secret))

    def erase(self, name: str) -> None:
        """As `Keyring.erase`."""

        def erase() -> None:
            if self._backend.get_password(SERVICE, name) is not None:
                self._backend.delete_password(SERVICE, name)

        self._asked(erase)

    def _asked(self, call: Callable[[], Result]) -> Result:
        from keyring.errors import KeyringLocked

        try:
            return self._limited.run(call)
        except KeyringError:
            raise
        except KeyringLocked:
            raise KeyringRefused("keyring") from None
        except Exception:  # the backends let through whatever D-Bus, COM and the keychain raise
            raise KeyringError("keyring") from None


class _Limited:
    """Runs calls, one at a time, none longer than so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running: threading.Thread | None = None

    def run(self, call: Callable[[], Result]) -> Result:
        """What `call` gives or raises; KeyringSilent where it takes too long, or another still does."""
        if self._running is not None and self._running.is_alive():
            raise KeyringSilent("keyring", seconds=round(self._seconds))
        answers: queue.SimpleQueue[tuple[Result] | Exception] = queue.SimpleQueue()

        def answer() -> None:
            try:
                answers.put((call(),))
            except Exception as error:  # it is raised again in the thread that asked
                answers.put(error)

        self._running = threading.Thread(target=answer, name="keyring", daemon=True)
        self._running.start()
        try:
            answered = answers.get(timeout=self._seconds)
        except queue.Empty:
            raise KeyringSilent("keyring", seconds=round(self._seconds)) from None
        self._running.join()
        if isinstance(answered, Exception):
            raise answered
        return answered[0]


def _name_of(backend: object) -> str:
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


def real_backend(found: KeyringBackend) -> KeyringBackend | None:
    """The backend that keeps a secret: `found`, or the first such in a chain, or None.

    A chain is never used as a whole: what one member refuses would go to the next, whatever that is.
    """
    members: Iterable[KeyringBackend] = (
        getattr(found, "backends", ()) if _name_of(found) == _CHAIN else (found,)
    )
    return next((backend for backend in members if _name_of(backend) in _REAL), None)


def _detected() -> KeyringBackend:
    import keyring  # late: it looks through all installed packages

    return keyring.get_keyring()


def system_keyring(
    detect: Callable[[], KeyringBackend] = _detected, seconds: float = _MOST_SECONDS
) -> SystemKeyring | None:
    """The system's keyring, or None where there is no real one or it cannot be found out in time."""
    try:
        backend = _Limited(min(seconds, _DETECTION_SECONDS)).run(lambda: real_backend(detect()))
    except Exception:  # no session bus, a broken configuration, a plug-in: all mean that there is none
        return None
    return None if backend is None else SystemKeyring(backend, seconds)
