"""The head of a hand-over file: what its key is made with, and a tag that tells whether a passphrase fits.

    8 bytes   `cardprep`
    1         version (1)
    1         key derivation (1: argon2id, RFC 9106)
    4         memory in KiB        big-endian, as all numbers
    4         passes
    4         lanes
    4         bytes of content in a chunk
    32        salt
    16        key check: HMAC-SHA-256 over all before it, under half of what argon2id gives; cut
    8         SHA-256 over all before it; cut

The last says without any passphrase that the head was damaged by chance. Whoever forges it too
fails at the key check, which the head and the passphrase must both fit.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import unicodedata
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from cardprep.bundle.errors import NotSealed, SealedDamaged, SealedTooCostly, SealedTooNew, WrongPassphrase

_MAGIC = b"cardprep"
_VERSION, _ARGON2ID = 1, 1
_TOLD = struct.Struct(">8sBBIIII32s")
_CHECK_BYTES, _SUM_BYTES, _KEY_BYTES = 16, 8, 32
SALT_BYTES = 32
HEADER_BYTES = _TOLD.size + _CHECK_BYTES + _SUM_BYTES

_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 1 << 19, 8, 8
_MOST_WORK = 1 << 20
"""Memory in KiB times passes: some two seconds on a plain office computer."""
_LEAST_CHUNK, _MOST_CHUNK = 16, 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What argon2id costs (memory in KiB), and the bytes of content in one chunk."""

    memory: int = 1 << 17
    passes: int = 3
    lanes: int = 4
    chunk: int = 1 << 16

    @property
    def is_bearable(self) -> bool:
        """Whether a stranger's file may make this computer work so hard."""
        return (
            8 * self.lanes <= self.memory <= _MOST_MEMORY
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
            and self.memory * self.passes <= _MOST_WORK
            and _LEAST_CHUNK <= self.chunk <= _MOST_CHUNK
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A head whose key check was met: its bytes, which every chunk is bound to, the chunk's size, the key."""

    data: bytes
    chunk: int
    key: bytes = field(repr=False)


def make_header(passphrase: str, salt: bytes, cost: Cost) -> Opened:
    """A new head for `passphrase`. `salt` is `SALT_BYTES` of chance, never used twice."""
    if not cost.is_bearable:
        raise ValueError(cost)
    told = _TOLD.pack(_MAGIC, _VERSION, _ARGON2ID, cost.memory, cost.passes, cost.lanes, cost.chunk, salt)
    key, check_key = _derived(passphrase, salt, cost)
    checked = told + _check(check_key, told)
    return Opened(checked + _sum(checked), cost.chunk, key)


def open_header(data: bytes, passphrase: str, name: str) -> Opened:
    """The head `data` of the file called `name`, opened with `passphrase`.

    Raises:
        NotSealed: it is the head of something else.
        SealedTooNew: of a later version.
        SealedDamaged: it was changed or cut.
        SealedTooCostly: what it asks for is over the bounds; nothing was tried.
        WrongPassphrase: it does not fit (or whoever changed the head also forged its sum).
    """
    if not data.startswith(_MAGIC):
        raise NotSealed(name, found=name)
    if len(data) != HEADER_BYTES or not hmac.compare_digest(_sum(data[:-_SUM_BYTES]), data[-_SUM_BYTES:]):
        raise SealedDamaged(name, found=name)
    told = data[: _TOLD.size]
    _, version, derivation, memory, passes, lanes, chunk, salt = _TOLD.unpack(told)
    if (version, derivation) != (_VERSION, _ARGON2ID):
        raise SealedTooNew(name, found=name)
    cost = Cost(memory, passes, lanes, chunk)
    if not cost.is_bearable:
        raise SealedTooCostly(name, found=name)
    try:
        key, check_key = _derived(passphrase, salt, cost)
    except MemoryError:
        raise SealedTooCostly(name, found=name) from None
    if not hmac.compare_digest(_check(check_key, told), data[_TOLD.size : -_SUM_BYTES]):
        raise WrongPassphrase(name, found=name)
    return Opened(data, chunk, key)


def spelled(passphrase: str) -> str:
    """The passphrase as it counts: full-width letters and composed characters are typed in two ways."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _derived(passphrase: str, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    """The key of the chunks and that of the check."""
    derivation = Argon2id(
        salt=salt,
        length=2 * _KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    both = derivation.derive(spelled(passphrase).encode("utf-8", "surrogatepass"))
    return both[:_KEY_BYTES], both[_KEY_BYTES:]


def _check(key: bytes, told: bytes) -> bytes:
    return hmac.digest(key, told, "sha256")[:_CHECK_BYTES]


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_SUM_BYTES]
