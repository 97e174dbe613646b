"""What the program does to a whole library, with every named step that each deed passes.

The acts of `clerk` are single records; these are the verbs of `app.library`: make, import, back up, restore,
purge with its backups, throw away, migrate after a backup, and every change of who can open it.
"""

from __future__ import annotations

import contextlib
import functools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.soak.clerk import EXPORT_PASSPHRASE, TODAY
from benchmarks.soak.library import CHEAP, FIRST_PASSPHRASE

from cardprep.app.clock import now
from cardprep.app.folder import read_case
from cardprep.app.handing_over import HandOver, folder_content, hand_over, handed_over
from cardprep.app.library import importing, purging
from cardprep.app.library import open as opening
from cardprep.app.library.applications import Application
from cardprep.app.library.backing_up import back_up, restoring
from cardprep.app.library.open import OpenLibrary, create_library, open_library
from cardprep.bundle.sealed_header import Cost as SealCost
from cardprep.evidence.client import Worker
from cardprep.host.secrets import SystemKeyring
from cardprep.library import backup, blobs, header_file, schema
from cardprep.library import restoring as library_restoring
from cardprep.library.errors import WayError
from cardprep.library.migrations import MIGRATIONS, Migration
from cardprep.library.records import ApplicationQuery, RecordKind, Shelf, Stamp
from cardprep.library.recovery import RecoveryKey
from cardprep.library.steps import Step, no_step
from cardprep.library.ways import ByKeyring, ByPassphrase, ByRecoveryKey, Way
from making import libraries
from making.keyrings import Kept

NEXT_VERSION = Migration(
    len(MIGRATIONS) + 1,
    (
        "CREATE TABLE later (application TEXT PRIMARY KEY, remark TEXT NOT NULL) STRICT",
        "INSERT INTO later SELECT application, document FROM application_document",
    ),
)
OTHER_PASSPHRASE = "another boat, another table"  # noqa: S105 - of made libraries
_WHO = "钱晓燕"


class FileKeyring(Kept):
    """A keyring that outlives the process, as the system's does."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if path.exists():
            self.entries = {
                ("cardprep", name): secret for name, secret in json.loads(path.read_text()).items()
            }

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        super().set_password(service, username, password)
        self._write()

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        super().delete_password(service, username)
        self._write()

    def _write(self) -> None:
        self._path.write_text(json.dumps({name: secret for (_, name), secret in self.entries.items()}))


@dataclass(frozen=True, slots=True)
class Place:
    """A library in `base`, a second place for its backups, and what is to be imported."""

    base: Path

    @property
    def folder(self) -> Path:
        """The library."""
        return self.base / "library"

    @property
    def usb(self) -> Path:
        """The second place of backups."""
        return self.base / "usb"

    def keyring(self) -> SystemKeyring:
        """The system's keyring."""
        return SystemKeyring(FileKeyring(self.base / "keyring.json"), 5)  # type: ignore[arg-type] # it quacks

    def ways(self) -> dict[str, Way]:
        """Every way that may lead in."""
        ways: dict[str, Way] = {
            "passphrase": ByPassphrase(FIRST_PASSPHRASE),
            "other passphrase": ByPassphrase(OTHER_PASSPHRASE),
            "keyring": ByKeyring(self.keyring()),
        }
        printed = self.base / "recovery.txt"
        return ways | (
            {"recovery key": ByRecoveryKey(RecoveryKey(printed.read_text()))} if printed.exists() else {}
        )

    def opened(self, at: Step = no_step) -> OpenLibrary:
        """Open it by the passphrase, the former or the new."""
        try:
            return open_library(self.folder, ByPassphrase(FIRST_PASSPHRASE), at=at)
        except WayError:
            return open_library(self.folder, ByPassphrase(OTHER_PASSPHRASE), at=at)


def make_template(base: Path) -> None:
    """Two applications, one in the trash; a backup, an edit since; a case and a sealed one to import."""
    place = Place(base)
    library, key = create_library(place.folder, FIRST_PASSPHRASE, place.keyring(), cost=CHEAP)
    (base / "recovery.txt").write_text(key.characters)
    case = libraries.case_folder(base / "case", 3)
    sealed = HandOver(
        [folder_content(case, read_case(case))],
        base / "sealed",
        EXPORT_PASSPHRASE,
        cost=SealCost(memory=256, passes=1, lanes=1),
    )
    hand_over(sealed)
    with library, Worker() as worker:
        for number in (1, 2):
            folder = libraries.case_folder(base / f"taken-{number}", number)
            id = importing.import_case(library, folder, worker, _WHO, TODAY).application.id
        library.store.move(RecordKind.APPLICATION, [id], Shelf.TRASH, Stamp(_WHO, now()))
        back_up(library)
        back_up(library, place.usb)
        _edit(library)


def _ids(library: OpenLibrary, shelf: Shelf) -> list[str]:
    return sorted(row.id for row in library.store.fetch_applications(ApplicationQuery(shelf=shelf)).rows)


def _edit(library: OpenLibrary) -> None:
    application = Application.open(library, _ids(library, Shelf.ACTIVE)[0], lambda: _WHO)
    application.save(replace(application.case, remark="后来写的"), "remark")


def _create(place: Place, at: Step) -> None:
    if not place.folder.exists():
        create_library(place.folder, FIRST_PASSPHRASE, cost=CHEAP, at=at)[0].close()


def _import(place: Place, at: Step) -> None:
    with place.opened(at) as library, Worker() as worker:
        importing.import_case(library, place.base / "case", worker, _WHO, TODAY)


def _import_sealed(place: Place, at: Step) -> None:
    with place.opened(at) as library, Worker() as worker, library.working_folder() as scratch:
        (sealed,) = place.base.glob("sealed*")
        with handed_over(sealed, EXPORT_PASSPHRASE, worker, scratch) as came:
            for case in came.cases:
                importing.take_in(library, case, worker, _WHO, TODAY)


def _back_up(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        back_up(library, place.usb)


def _restore(place: Place, at: Step) -> None:
    way = ByPassphrase(FIRST_PASSPHRASE)
    with restoring(place.folder, way, place.usb, at=at) as restore:
        restore.swap()


def _purge(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        ids = _ids(library, Shelf.TRASH)
        if ids:
            purging.purge(library, RecordKind.APPLICATION, ids, TODAY, places=[place.usb])
        else:  # it was done, and the backups follow
            back_up(library, place.usb)
            back_up(library)


def _delete(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        ids = _ids(library, Shelf.ACTIVE)
        library.store.move(RecordKind.APPLICATION, ids, Shelf.TRASH, Stamp(_WHO, now()))


def _attach(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        application = Application.open(library, _ids(library, Shelf.ACTIVE)[0], lambda: _WHO)
        if application.case.remark == "附上了":
            return
        application.attach("扫描.jpg", b"scanned" * 20_000)
        application.save(replace(application.case, remark="附上了"), "attachments")


@contextlib.contextmanager
def next_program() -> Iterator[None]:
    """The program of the next version, which knows one more migration."""
    present = schema.migrate
    later = functools.partial(present, migrations=(*MIGRATIONS, NEXT_VERSION))
    schema.migrate = later  # type: ignore[assignment] # only what is not given by the store is bound
    try:
        yield
    finally:
        schema.migrate = present


def _migrate(place: Place, at: Step) -> None:
    with next_program():
        place.opened(at).close()


def _change_passphrase(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        library.vault.change_passphrase(OTHER_PASSPHRASE, CHEAP)


def _renew_recovery_key(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        library.vault.renew_recovery_key()


def _forget(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        library.vault.forget_keyring(place.keyring())


def _remember(place: Place, at: Step) -> None:
    with place.opened(at) as library:
        library.vault.remember_in_keyring(place.keyring())


def _nothing(_place: Place) -> None:
    """The template is what is needed."""


def _forgotten(place: Place) -> None:
    _forget(place, no_step)


def _absent(place: Place) -> None:
    shutil.rmtree(place.folder)
    (place.base / "recovery.txt").unlink()


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done to a library, and every step at which it may be cut off."""

    run: Callable[[Place, Step], None]
    steps: tuple[str, ...]
    prepare: Callable[[Place], None] = _nothing


def _migration(version: int) -> tuple[str, ...]:
    return tuple(f"migrate-{version}-{when}" for when in ("before-commit", "done"))


_PUT = tuple(step for step in blobs.STEPS if step != "blob.deleted")
_HEADER = header_file.STEPS

DEEDS: dict[str, Deed] = {
    "create": Deed(
        _create,
        (
            "header.begin",
            "header.written",
            *_migration(1),
            *opening.STEPS,
        ),
        _absent,
    ),
    "import": Deed(_import, (*_PUT, *importing.STEPS)),
    "import sealed": Deed(_import_sealed, importing.STEPS),
    "attach": Deed(_attach, (*_PUT, "save-before-commit", "save-done")),
    "back up": Deed(_back_up, backup.STEPS),
    "restore": Deed(_restore, library_restoring.STEPS),
    "purge": Deed(_purge, (*purging.STEPS, "blob.deleted")),
    "delete": Deed(_delete, ("move-before-commit", "move-done")),
    "migrate": Deed(_migrate, (*backup.STEPS, *_migration(NEXT_VERSION.version))),
    "change passphrase": Deed(_change_passphrase, _HEADER),
    "renew recovery key": Deed(_renew_recovery_key, _HEADER),
    "forget keyring": Deed(_forget, _HEADER),
    "remember in keyring": Deed(_remember, _HEADER, _forgotten),
}
"""Each deed by its name."""
