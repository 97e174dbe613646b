"""Whether all that a library, or a backup of it, should hold is there and as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cardprep.library.blobs import BlobId, Blobs
from cardprep.library.connection import Connection, open_connection
from cardprep.library.errors import BlobDamaged, BlobMissing, BlobUnreadable, KeyDamaged
from cardprep.library.vault import Vault

_FILES = """SELECT blob, application AS owner, wrapped FROM stored_file
    LEFT JOIN sealing_key ON sealing_key.owner = application
    UNION SELECT blob, material.owner, wrapped FROM material
    LEFT JOIN sealing_key ON sealing_key.owner = material.owner"""


@dataclass(frozen=True, slots=True)
class NamedBlob:
    """A blob that a record names, and its key (None where that cannot be had)."""

    id: BlobId
    key: bytes | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found.

    Attributes:
        faults: how much of the database is not what was written.
        missing: named blobs that are not there, or whose key is not.
        damaged: named blobs that are not what was stored.
        blobs: how many blobs are named.
    """

    faults: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    blobs: int

    @property
    def is_whole(self) -> bool:
        """Whether all is well."""
        return not (self.faults or self.missing or self.damaged)


def named_blobs(connection: Connection, vault: Vault) -> tuple[NamedBlob, ...]:
    """Every blob that a record of the database names."""
    with connection.reading() as statements:
        rows = statements.all(_FILES)
    return tuple(NamedBlob(BlobId(r["blob"]), _key(vault, r["owner"], r["wrapped"])) for r in rows)


def _key(vault: Vault, owner: str, wrapped: bytes | None) -> bytes | None:
    try:
        return None if wrapped is None else vault.application_key(owner, bytes(wrapped))
    except KeyDamaged:
        return None


def survey(database: Path, blobs: Blobs, vault: Vault) -> Survey:
    """Read everything: the database page by page, and each blob (minutes, for a large library).

    Raises:
        StoreError: the database cannot be opened at all.
    """
    connection = open_connection(database, vault.database_key)
    try:
        faults = connection.faults()
        named = () if faults else named_blobs(connection, vault)
    finally:
        connection.close()
    told = {blob.id: _state(blobs, blob) for blob in named}
    return Survey(
        faults,
        tuple(sorted(id for id, state in told.items() if state == "missing")),
        tuple(sorted(id for id, state in told.items() if state == "damaged")),
        len(told),
    )


def _state(blobs: Blobs, blob: NamedBlob) -> str:
    if blob.key is None:
        return "missing"
    try:
        blobs.verify(blob.id, blob.key)
    except BlobMissing:
        return "missing"
    except (BlobDamaged, BlobUnreadable):
        return "damaged"
    return ""
