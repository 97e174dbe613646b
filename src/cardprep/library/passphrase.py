"""A passphrase becomes a key by Argon2id (RFC 9106), at a cost that fits the machine.

Memory is in KiB as Argon2 has it. A header tells the cost it was made with, and may be hostile:
`Cost` refuses what would exhaust the machine before anything is derived.
"""

from __future__ import annotations

import math
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from cardprep.library.errors import NotEnoughMemory, PassphraseTooShort
from cardprep.library.wrapping import KEY_BYTES

SALT_BYTES = 16
LEAST_CHARACTERS = 8
_MIB = 1024
_MEMORY = (8 * _MIB, 1024 * _MIB)
_ITERATIONS = (1, 64)
_LANES = (1, 16)
_MOST_WORK = 8 * 1024 * _MIB  # KiB passed over: some 7 s on a slow machine

_TUNED_MEMORY = (256 * _MIB, 128 * _MIB, 64 * _MIB)
_TUNED_ITERATIONS = (3, 32)  # three passes over 64 MiB in four lanes: the second choice of RFC 9106
_TUNED_LANES = 4
_LEAST_SECONDS, _GOAL_SECONDS, _MOST_SECONDS = 0.3, 0.55, 1.0
_MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What one derivation costs.

    Attributes:
        memory: KiB of memory.
        iterations: passes over it.
        lanes: how many parts it is filled in.

    Raises:
        ValueError: outside the bounds that any machine can bear.
    """

    memory: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        bounds = ((self.memory, _MEMORY), (self.iterations, _ITERATIONS), (self.lanes, _LANES))
        if any(not least <= value <= most for value, (least, most) in bounds):
            raise ValueError("cost")
        if self.memory * self.iterations > _MOST_WORK:
            raise ValueError("work")


def new_salt() -> bytes:
    """A random salt."""
    return secrets.token_bytes(SALT_BYTES)


def checked(passphrase: str) -> str:
    """A passphrase that may be set.

    Raises:
        PassphraseTooShort: fewer characters than a guess would take long for.
    """
    if len(_normal(passphrase)) < LEAST_CHARACTERS:
        raise PassphraseTooShort("passphrase", limit=LEAST_CHARACTERS)
    return passphrase


def _normal(passphrase: str) -> str:
    """One form for what looks the same: keyboards compose accents and kana in two ways."""
    return unicodedata.normalize("NFC", passphrase)


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 256-bit key of a passphrase; takes as long as the cost says.

    Raises:
        NotEnoughMemory: the machine has not the memory just now.
    """
    function = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    try:
        return function.derive(_normal(passphrase).encode("utf-8", "surrogatepass"))
    except MemoryError:
        raise NotEnoughMemory("passphrase", needed=cost.memory // _MIB) from None


def seconds_of(cost: Cost) -> float:
    """How long a derivation takes here; endless where the memory is lacking."""
    start = time.perf_counter()
    try:
        derive("cardprep", bytes(SALT_BYTES), cost)
    except NotEnoughMemory:
        return math.inf
    return time.perf_counter() - start


def tuned(measure: Callable[[Cost], float] = seconds_of) -> Cost:
    """A cost that takes 0.3 to 1 s on this machine, as far as the bounds allow.

    Memory first, for it is what an attacker's hardware lacks; then passes. A slow machine takes
    longer rather than less than 64 MiB and three passes.
    """
    cost, took = _most_memory(measure)
    for _ in range(_MOST_TRIES):
        wanted = _scaled(cost, took)
        if _LEAST_SECONDS <= took <= _MOST_SECONDS or wanted == cost:
            break
        cost = wanted
        took = measure(cost)
    return cost


def _most_memory(measure: Callable[[Cost], float]) -> tuple[Cost, float]:
    for memory in _TUNED_MEMORY:
        cost = Cost(memory, _TUNED_ITERATIONS[0], _TUNED_LANES)
        took = measure(cost)
        if took <= _MOST_SECONDS:
            break
    return cost, took


def _scaled(cost: Cost, took: float) -> Cost:
    """The cost with as many passes as come nearest to the goal."""
    least, most = _TUNED_ITERATIONS
    passes = cost.iterations * _GOAL_SECONDS / max(took, 1e-6)
    return replace(cost, iterations=round(min(max(passes, least), most)))
