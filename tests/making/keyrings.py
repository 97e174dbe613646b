"""Keyrings: one that works, and every kind of broken one. They quack as `keyring`'s backends do."""

from __future__ import annotations

import threading

import keyring.errors


class Kept:
    """Keeps secrets in memory."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


class Refusing(Kept):
    """Raises the same at every call."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def get_password(self, *_: str) -> str | None:
        raise self._error

    def set_password(self, *_: str) -> None:
        raise self._error

    delete_password = set_password


class Forgetful(Kept):
    """Takes everything and keeps nothing."""

    def set_password(self, *_: str) -> None:
        pass


class Hanging(Kept):
    """Answers when `released` is set, and not before."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(20)
        return super().get_password(service, username)

    def set_password(self, *_: str) -> None:
        self.released.wait(20)


def posing(module: str, name: str = "Keyring") -> Kept:
    """A keyring that works and is called like another one."""
    return type(name, (Kept,), {"__module__": module, "__qualname__": name})()


def chain(*members: object) -> Kept:
    """A chain of keyrings, as `keyring` makes it where there are several."""
    made = posing("keyring.backends.chainer", "ChainerBackend")
    made.backends = list(members)
    return made
