"""Brings a library to the form this program knows, step by step, and refuses one that is newer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cardprep.library.connection import Connection
from cardprep.library.migrations import MIGRATIONS, Migration
from cardprep.library.steps import Step, no_step
from cardprep.library.store_errors import StoreTooNew

Before = Callable[[int], None]
"""Called with the present version before the first step: makes a verified backup, or raises."""


def version_of(connection: Connection) -> int:
    """The library's version; 0 for an empty one."""
    with connection.reading() as statements:
        return int(statements.value("PRAGMA user_version"))


def migrate(
    connection: Connection,
    before: Before,
    migrations: Sequence[Migration] = MIGRATIONS,
    step: Step = no_step,
) -> None:
    """Take every step that is still to be taken; each is whole or did not happen.

    Raises:
        StoreTooNew: a later program wrote it; nothing is touched.
        StoreError: a step failed; the library is in the form before it.
    """
    version, known = version_of(connection), migrations[-1].version
    if version > known:
        raise StoreTooNew(found=version, known=known)
    pending = [migration for migration in migrations if migration.version > version]
    if pending and version:
        before(version)
    for migration in pending:
        _take(connection, migration, step)


def _take(connection: Connection, migration: Migration, step: Step) -> None:
    with connection.writing() as statements:
        for statement in migration.statements:
            statements.run(statement)
        # A pragma takes no parameter.
        statements.run(f"PRAGMA user_version = {int(migration.version)}")
        step(f"migrate-{migration.version}-before-commit")
    step(f"migrate-{migration.version}-done")
