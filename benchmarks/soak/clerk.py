"""A clerk who never rests: types, takes back, attaches, hands over, changes the passphrase, throws away.

Each act is told before it begins, with what it will leave, and again when the library has acknowledged it:
whoever hears both knows what must be there after any fault (`ledger`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.soak.library import Library, chance

from cardprep.app.handing_over import HandOver, hand_over
from cardprep.bundle.handover import CaseContent
from cardprep.bundle.sealed_header import Cost as SealCost
from cardprep.case.codec import case_text
from cardprep.case.model import Attachment, Case
from cardprep.case.slots import QUALIFICATION
from cardprep.library.blobs import BlobId
from cardprep.library.passphrase import Cost
from cardprep.library.records import (
    ApplicationQuery,
    Firm,
    OpenApplication,
    RecordKind,
    Saving,
    Shelf,
    Stamp,
    StoredFile,
)
from making import cases, people

Telling = dict[str, Any]
Tell = Callable[[Telling], None]

TODAY = dt.date(2026, 11, 23)
EXPORT_PASSPHRASE = "told on the telephone"  # noqa: S105 - of made files
MOST_APPLICATIONS = 5
KINDS = (
    ("save",) * 10
    + ("undo", "redo", "attach", "attach", "attach", "firm", "export", "rekey")
    + (
        "create",
        "purge",
    )
)
_SEAL = SealCost(memory=256, passes=1, lanes=1)
_NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Act:
    """Something the clerk is about to do: what is told of it before, and the doing, which tells the rest."""

    before: Telling
    run: Callable[[], Telling]


def digest_of(case: Case) -> str:
    """What tells two cases apart."""
    return hashlib.sha256(case_text(case).encode()).hexdigest()[:16]


class Clerk:
    """Works on an open library; which act comes next is chance of a seed."""

    def __init__(self, library: Library, seed: str, tell: Tell, passphrase: str, cost: Cost) -> None:
        self.library = library
        self.passphrase = passphrase
        self._chance = chance(seed)
        self._tell = tell
        self._cost = cost
        self._acts = {
            "save": self._save,
            "undo": self._undo,
            "redo": self._redo,
            "attach": self._attach,
            "firm": self._firm,
            "export": self._export,
            "rekey": self._rekey,
            "create": self._create,
            "purge": self._purge,
        }

    def work(self, acts: int | None = None) -> None:
        """Do so many acts, or go on for ever."""
        while acts is None or acts > 0:
            self.do(self.next())
            acts = None if acts is None else acts - 1

    def do(self, act: Act) -> None:
        """Do it, telling before and after."""
        self._tell({"begin": act.before})
        self._tell({"done": act.before | act.run()})

    def next(self, kind: str = "") -> Act:
        """The next act; of a kind, or of any."""
        ids = self._ids()
        kind = kind or self._chance.choice(KINDS)
        if not ids or (kind == "create" and len(ids) < MOST_APPLICATIONS):
            return self._create()
        if kind == "create" or (kind == "purge" and len(ids) < 2):
            kind = "save"
        return self._acts[kind]()

    def _ids(self) -> list[str]:
        return sorted(row.id for row in self.library.store.fetch_applications(ApplicationQuery()).rows)

    def _one(self) -> OpenApplication:
        return self.library.store.open(self._chance.choice(self._ids()))

    def _stamp(self) -> Stamp:
        return Stamp("钱晓燕", _NOON + dt.timedelta(seconds=self._chance.randrange(10_000)))

    def _word(self) -> str:
        return f"{self._chance.getrandbits(48):012x}"

    def _create(self) -> Act:
        id = self._word()
        case = replace(cases.complete(self._chance.randint(1, 4)), remark=self._word())
        key, stamp = self.library.vault.new_application_key(id), self._stamp()

        def run() -> Telling:
            made = self.library.store.create(case, key.wrapped, stamp, id=id)
            return {"number": made.number}

        return Act({"act": "create", "app": id, "digest": digest_of(case)}, run)

    def _save(self) -> Act:
        opened = self._one()
        firm = people.firm(self._chance.randrange(50))
        text = self._word() * self._chance.choice((1, 1, 1, 30, 200))
        case = replace(
            opened.case, unit=replace(cases.unit(firm), name=firm.name + self._word()), remark=text
        )
        saving = Saving(case, opened.number, self._stamp(), "unit.name", self._chance.random() < 0.3)
        return self._saving(opened.id, saving, {"act": "save"})

    def _saving(self, id: str, saving: Saving, told: Telling) -> Act:
        def run() -> Telling:
            return {"number": self.library.store.save(id, saving).number}

        return Act(told | {"app": id, "digest": digest_of(saving.case)}, run)

    def _undo(self) -> Act:
        return self._travel("undo")

    def _redo(self) -> Act:
        return self._travel("redo")

    def _travel(self, kind: str) -> Act:
        opened, stamp = self._one(), self._stamp()
        store = self.library.store

        def run() -> Telling:
            after = (store.undo if kind == "undo" else store.redo)(opened.id, stamp) or opened
            return {"number": after.number, "digest": digest_of(after.case)}

        return Act({"act": kind, "app": opened.id}, run)

    def _attach(self) -> Act:
        opened = self._one()
        size = self._chance.choice((300, 60_000, 1_200_000))
        content = self._chance.randbytes(300) * (size // 300)
        name = f"{self._word()}.jpg"
        case = replace(opened.case, attachments=(*opened.case.attachments, Attachment(QUALIFICATION, name)))
        key, stamp = self.library.key_of(opened.id), self._stamp()

        def run() -> Telling:
            blob = self.library.blobs.put(content, key)
            file = StoredFile(name, blob, len(content))
            saving = Saving(case, opened.number, stamp, "attachments", files=(file,))
            return {"number": self.library.store.save(opened.id, saving).number}

        told = {"act": "attach", "app": opened.id, "digest": digest_of(case), "file": name}
        return Act(told | {"content": hashlib.sha256(content).hexdigest()}, run)

    def _firm(self) -> Act:
        firm = Firm(replace(cases.unit(people.firm(self._chance.randrange(50))), phone=self._word()))

        def run() -> Telling:
            return {"id": self.library.store.put_firm(firm).id}

        return Act({"act": "firm", "phone": firm.unit.phone}, run)

    def _export(self) -> Act:
        opened, library = self._one(), self.library
        files, key = library.store.files(opened.id), library.key_of(opened.id)

        def read(file: str) -> bytes:
            stored = files.get(file)
            return b"made" if stored is None else library.blobs.get(BlobId(stored.blob), key)

        name = f"{self._word()}.cardprep"
        wanted = HandOver(
            [CaseContent(opened.case, read)], library.exports / name, EXPORT_PASSPHRASE, None, _SEAL
        )

        def run() -> Telling:
            return {"export": hand_over(wanted).name}

        return Act({"act": "export"}, run)

    def _rekey(self) -> Act:
        new = f"{self._word()} 新"

        def run() -> Telling:
            self.library.vault.change_passphrase(new, self._cost)
            self.passphrase = new
            return {}

        return Act({"act": "rekey", "passphrase": new}, run)

    def _purge(self) -> Act:
        id, store, stamp = self._chance.choice(self._ids()), self.library.store, self._stamp()

        def run() -> Telling:
            store.move(RecordKind.APPLICATION, [id], Shelf.TRASH, stamp)
            store.purge(RecordKind.APPLICATION, [id], self.library.blobs, TODAY)
            return {}

        return Act({"act": "purge", "app": id}, run)
