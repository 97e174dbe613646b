"""Makes a library to be frozen: `python -m making.frozen_library FOLDER`, once for each released form.

Beside the library lies `content.json`: what was put in, as it was put in, not as it was read back. Later
programs open the library and compare. Everything in it is made up; its passphrase is `vaults.PASSPHRASE`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from cardprep.app.library.open import OpenLibrary, create_library
from cardprep.case.codec import dump_case
from cardprep.case.model import Attachment, Attested, Case
from cardprep.case.slots import QUALIFICATION, Part
from cardprep.library.migrations import MIGRATIONS
from cardprep.library.records import (
    Firm,
    Material,
    Person,
    RecordKind,
    Saving,
    Shelf,
    Stamp,
    Standing,
    StoredFile,
)
from making import cases, people
from making.libraries import TODAY, WHO, later
from making.vaults import CHEAP, PASSPHRASE

SCAN = b"\xff\xd8\xff\xe0 a made-up scan " * 300
PAPER = "虚构的身份证扫描件".encode() * 200
_LEFT_OUT = ("ballast",)


def _stamp(minutes: int) -> Stamp:
    return Stamp(WHO, later(hours=minutes / 60))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Frozen:
    """The library while it is filled, and `content`: what was put in."""

    def __init__(self, library: OpenLibrary, recovery_key: str) -> None:
        self._library = library
        self.content: dict[str, Any] = {
            "version": MIGRATIONS[-1].version,
            "recovery_key": recovery_key,
            "firms": {},
            "people": {},
            "applications": {},
        }

    def fill(self) -> None:
        """A firm, a person and her paper, an application with a history; one archived, one thrown away."""
        firm = self._firm()
        self._person()
        self._worked_on(firm)
        for number, shelf in ((2, Shelf.ARCHIVED), (3, Shelf.TRASH)):
            id = f"frozen-{shelf}"
            self._create(id, replace(cases.complete(number), remark=f"{shelf} 备注"), "")
            self._library.store.move(RecordKind.APPLICATION, [id], shelf, _stamp(50))
            self.content["applications"][id]["shelf"] = shelf.value

    def _firm(self) -> str:
        case = cases.complete()
        firm = Firm(case.unit, case.legal_representative, case.collection)
        stored = self._library.store.put_firm(firm)
        self.content["firms"][stored.id] = dump_case(of_firm(firm))
        return stored.id

    def _person(self) -> None:
        operator = cases.complete().operators[0]
        person = Person(operator.name, operator.id_type, operator.id_number, operator.mobile)
        stored = self._library.store.put_person(person)
        key = self._library.vault.new_application_key(stored.id)
        blob = self._library.blobs.put(PAPER, key.key)
        file = StoredFile("身份证.pdf", blob, len(PAPER))
        self._library.store.add_material(
            Material(stored.id, Part.IDENTITY, file, attested=Attested()), key.wrapped
        )
        self.content["people"][stored.id] = {
            "values": [person.name, person.id_type, person.id_number, person.mobile],
            "papers": {"身份证.pdf": _digest(PAPER)},
        }

    def _create(self, id: str, case: Case, firm: str) -> int:
        key = self._library.vault.new_application_key(id)
        made = self._library.store.create(case, key.wrapped, _stamp(0), firm, id)
        self.content["applications"][id] = {
            "shelf": Shelf.ACTIVE.value,
            "firm": firm,
            "files": {},
            "states": {str(made.number): ["created", dump_case(case)]},
        }
        return made.number

    def _worked_on(self, firm: str) -> None:
        id, case = "frozen-active", cases.complete()
        number = self._create(id, case, firm)
        edited = replace(case, remark="第一次改动 ✓ 😀")
        number = self._save(id, edited, number, 1)
        attached = replace(
            edited, attachments=(*edited.attachments, Attachment(QUALIFICATION, "files/扫描.jpg"))
        )
        key = self._library.application_key(id)
        file = StoredFile("files/扫描.jpg", self._library.blobs.put(SCAN, key), len(SCAN))
        number = self._save(id, attached, number, 2, (file,))
        self.content["applications"][id]["files"]["files/扫描.jpg"] = _digest(SCAN)
        self._save(id, replace(attached, unit=cases.unit(people.firm(7))), number, 3)
        store, states = self._library.store, self.content["applications"][id]["states"]
        undone = store.undo(id, _stamp(4))
        assert undone is not None
        states[str(undone.number)] = ["undo", dump_case(attached)]
        redone = store.redo(id, _stamp(5))
        assert redone is not None
        states[str(redone.number)] = ["redo", dump_case(replace(attached, unit=cases.unit(people.firm(7))))]
        store.set_standing(id, Standing(2, 1, TODAY))

    def _save(self, id: str, case: Case, base: int, minute: int, files: tuple[StoredFile, ...] = ()) -> int:
        saved = self._library.store.save(id, Saving(case, base, _stamp(minute), "remark", files=files))
        self.content["applications"][id]["states"][str(saved.number)] = ["edit", dump_case(case)]
        return saved.number


def of_firm(firm: Firm) -> Case:
    """A firm's parts in a case, so that one codec writes both."""
    return replace(
        cases.complete(),
        unit=firm.unit,
        legal_representative=firm.legal_representative,
        collection=firm.collection,
    )


def make(target: Path) -> None:
    """Make the library in `target/library` and tell its content in `target/content.json`."""
    library, key = create_library(target / "library", PASSPHRASE, cost=CHEAP)
    with library:
        frozen = Frozen(library, key.characters)
        frozen.fill()
    for name in _LEFT_OUT:
        (target / "library" / name).unlink(missing_ok=True)
    shutil.rmtree(target / "library" / "work", ignore_errors=True)
    text = json.dumps(frozen.content, ensure_ascii=False, indent=1, sort_keys=True)
    (target / "content.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
