"""A whole session at the library in which every text is a marker that stands nowhere else."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

from benchmarks.soak.clerk import TODAY, Tell
from benchmarks.soak.library import CHEAP, Library, chance

from cardprep.app.handing_over import HandOver, hand_over
from cardprep.bundle.handover import CaseContent
from cardprep.bundle.sealed_header import Cost as SealCost
from cardprep.case.codec import case_text
from cardprep.case.model import (
    Acknowledgement,
    Attachment,
    Case,
    Handler,
    HandlerWho,
    StatusEntry,
    StatusState,
)
from cardprep.case.slots import Part, Slot
from cardprep.errors import CardprepError
from cardprep.host import logs, paths, settings
from cardprep.library.blobs import BlobId
from cardprep.library.records import (
    ApplicationQuery,
    DirectoryQuery,
    Firm,
    Material,
    Person,
    RecordKind,
    Saving,
    Shelf,
    Stamp,
    StoredFile,
)
from cardprep.library.ways import ByPassphrase
from making import cases

_NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
_KEPT = frozenset(("rulebook",))


class Marked:
    """The session in `base`.

    Attributes:
        markers: each marker that was typed.
    """

    def __init__(self, base: Path) -> None:
        self.markers: list[str] = []
        self._base = base
        self._chance = chance("markers")

    def marker(self) -> str:
        """A new one, as long as a word and in two scripts."""
        self.markers.append(f"记号Mk{self._chance.getrandbits(56):014x}")
        return self.markers[-1]

    def with_markers(self, value: Any) -> Any:  # noqa: ANN401 - whatever a case holds
        """The value with a marker in each of its texts."""
        if isinstance(value, tuple):
            return tuple(self.with_markers(item) for item in value)
        if not dataclasses.is_dataclass(value) or isinstance(value, Slot):
            return value
        changed = {}
        for field in dataclasses.fields(value):
            old = getattr(value, field.name)
            is_text = type(old) is str and field.name not in _KEPT
            changed[field.name] = self.marker() if is_text else self.with_markers(old)
        return dataclasses.replace(value, **changed)  # type: ignore[type-var]

    def case(self) -> Case:
        """A case with everything that a case can hold."""
        full = dataclasses.replace(
            cases.complete(3, mail=True),
            handler=Handler(HandlerWho.OTHER),
            acknowledged=(Acknowledgement("", "", ""),),
            status=(StatusEntry(StatusState.SUBMITTED, TODAY),),
        )
        marked: Case = self.with_markers(full)
        return marked

    def run(self) -> None:
        """Everything that a person does in a day; the plain exports go to `plain`, where they are meant."""
        passphrase = self.marker()
        library, _ = Library.opened_or_made(self._base / "disk", passphrase)
        id = self._typed(library)
        self._remembered(library)
        self._found(library)
        self._exported(library, id)
        passphrase = self.marker()
        library.vault.change_passphrase(passphrase, CHEAP)
        library.close()
        self._reopened(passphrase)

    def _stamp(self) -> Stamp:
        return Stamp(self.marker(), _NOON)

    def _typed(self, library: Library) -> str:
        store = library.store
        for id in ("first", "second"):
            key = library.vault.new_application_key(id)
            opened = store.create(self.case(), key.wrapped, self._stamp(), id=id)
            for _ in range(3):
                opened = store.save(id, Saving(self.case(), opened.number, self._stamp(), self.marker()))
            store.undo(id, self._stamp())
            store.redo(id, self._stamp())
            opened = store.return_to(id, 2, self._stamp())
            self._attached(library, opened.case, key.key, id)
        store.move(RecordKind.APPLICATION, ["second"], Shelf.TRASH, self._stamp())
        return "first"

    def _attached(self, library: Library, case: Case, key: bytes, id: str) -> None:
        name = f"{self.marker()}.jpg"
        content = self.marker().encode() * 50_000
        source = self._base / "plain" / name
        source.write_bytes(content)
        file = StoredFile(name, library.blobs.put(source, key), len(content))
        added = Attachment(case.attachments[0].slot, name)
        case = dataclasses.replace(case, attachments=(*case.attachments, added))
        number = library.store.open(id).number
        library.store.save(id, Saving(case, number, self._stamp(), files=(file,)))

    def _remembered(self, library: Library) -> None:
        store, case = library.store, self.case()
        firms = [
            store.put_firm(Firm(case.unit, case.legal_representative, case.collection)) for _ in range(2)
        ]
        store.merge(RecordKind.FIRM, firms[0].id, firms[1].id, self._stamp())
        person = store.put_person(Person(self.marker(), self.marker(), self.marker(), self.marker()))
        key = library.vault.new_application_key(person.id)
        blob = library.blobs.put(self.marker().encode(), key.key)
        file = StoredFile(self.marker(), blob, 1)
        part = next(iter(Part))
        store.add_material(Material(person.id, part, file, owner=person.id), key.wrapped)

    def _found(self, library: Library) -> None:
        for text in self.markers[::7]:
            library.store.fetch_applications(ApplicationQuery(search=text))
            library.store.fetch_people(DirectoryQuery(search=text[2:]))
            library.store.fetch_firms(DirectoryQuery(search=text))

    def _exported(self, library: Library, id: str) -> None:
        case, key = library.store.open(id).case, library.key_of(id)
        for file in library.store.files(id).values():
            library.blobs.open_to(BlobId(file.blob), key, self._base / "plain" / "out.jpg")
        cost = SealCost(memory=256, passes=1, lanes=1)
        target = library.exports / "handed over"
        content = CaseContent(case, lambda file: file.encode())
        hand_over(HandOver([content], target, self.marker(), case.unit, cost))
        (self._base / "plain" / "case.json").write_text(case_text(case), "utf-8")

    def _reopened(self, passphrase: str) -> None:
        for typed in (self.marker(), passphrase):
            try:
                library = Library.opened(self._base / "disk", ByPassphrase(typed))
            except CardprepError as error:
                logging.getLogger("cardprep").warning("library not opened: %s", error.code)
            else:
                library.close()


def session(base: Path, tell: Tell) -> None:
    """Run it with the program's log and settings on; tell what was typed and asked of the system."""
    asked: list[str] = []

    def hear(event: str, _arguments: object) -> None:
        if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "urllib.", "http.")):
            asked.append(event)

    sys.addaudithook(hear)
    handler = logs.start_log(paths.log_file())
    settings.save(paths.settings_file(), settings.Settings())
    marked = Marked(base)
    marked.run()
    if handler is not None:
        handler.close()
    argv = Path(f"/proc/{os.getpid()}/cmdline")
    words = argv.read_text("utf-8") if argv.exists() else json.dumps(sys.argv)
    tell({"markers": marked.markers, "asked": asked, "argv": words})
