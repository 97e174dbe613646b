"""The program's side of the worker: the only way in which an untrusted file is opened."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from cardprep.case.facts import ACCEPTED_FORMATS, Fault, FileFacts
from cardprep.case.tables.grid import Table
from cardprep.errors import CardprepError
from cardprep.evidence import replies, tables
from cardprep.evidence.archive_names import ArchiveFlaw
from cardprep.evidence.errors import (
    Cancelled,
    FitFailed,
    NotAnArchive,
    NotATable,
    PrepareFailed,
    PreviewFailed,
    WorkerSpokeNonsense,
)
from cardprep.evidence.limits import MAX_PAYLOAD, Limits
from cardprep.evidence.process import Child, ChildLost, Watch, worker_command
from cardprep.evidence.protocol import Ask, Frame, Note, Refusal
from cardprep.evidence.rendering import MAX_PREVIEW_SIDE, RecipeWork, Wish, together
from cardprep.evidence.replies import TURNS, Pixels
from cardprep.evidence.source import FileSource, IsCancelled, Source, never, read_source
from cardprep.evidence.tables import TableFlaw
from cardprep.evidence.unpack import Entry, unpack
from cardprep.host.atomic import write_bytes

T = TypeVar("T")
_HEAD = 65_536
_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The clean copy that goes into a bundle."""

    sha256_in: str
    sha256_out: str
    size_out: int
    changed: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made of another one. `changed`: it is not the same bytes; `format`: by content."""

    sha256_in: str
    size_in: int
    sha256_out: str
    size_out: int
    format: str
    changed: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """What goes to the child, how much may come back, and who is told meanwhile."""

    data: bytes
    max_payload: int
    cancelled: IsCancelled
    on_sign: Callable[[Frame], None] = lambda _: None


class Worker(RecipeWork):
    """A child process that opens files, started when first needed and again whenever it was lost.

    May be used from any thread; one file is worked on at a time. What killed the child once is not
    given to it again unless `facts` is asked to `retry`.
    """

    def __init__(self, limits: Limits = _DEFAULT, command: Sequence[str] | None = None) -> None:
        self._limits = limits
        self._command = tuple(command or worker_command())
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._facts: dict[str, FileFacts] = {}
        self._killers: dict[str, Fault] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; the next request starts a new one."""
        with self._lock:
            child, self._child = self._child, None
            if child is not None:
                child.close()

    def facts(self, path: FileSource, cancelled: IsCancelled = never, retry: bool = False) -> FileFacts:
        """What there is to know about the file at `path`; a fault of the file is a fact as well.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: nothing that the file's content can cause.
        """
        source = read_source(path, cancelled)
        if source.size == 0:
            return FileFacts(source.sha256, 0, "unknown", Fault.EMPTY)
        with self._turn(cancelled):
            known = self._facts.get(source.sha256)
            if known is None or (retry and self._killers.pop(source.sha256, None) is not None):
                known = self._facts[source.sha256] = self._look(source, cancelled)
            return known

    def preview(
        self, path: FileSource, page: int, longest_side: int, turn: int = 0, cancelled: IsCancelled = never
    ) -> Pixels:
        """The page (from 0) upright, then turned by `turn` degrees clockwise.

        No side is over `longest_side` pixels: a picture is never enlarged, a PDF page has that size.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `facts`.
            PreviewFailed: the file or the page cannot be shown.
        """
        _check_turn(turn)
        side = max(1, min(longest_side, MAX_PREVIEW_SIDE))
        source = read_source(path, cancelled)
        told = {"page": page, "side": side, "turn": turn}
        with self._turn(cancelled):
            answer = self._do(Ask.PREVIEW, source, told, _Job(source.data, side * side * 3, cancelled))
            if not isinstance(answer, Frame):
                raise PreviewFailed(file=source.name, page=page + 1, reason=answer)
            with self._doubting(PreviewFailed(file=source.name, page=page + 1, reason=Fault.CRASHED)):
                return replies.pixels(answer, side)

    def prepare(
        self, source: FileSource, target: Path, turn: int = 0, cancelled: IsCancelled = never
    ) -> Prepared:
        """Write a copy of `source` without metadata, turned by `turn` degrees clockwise, to `target`.

        The picture itself stays as it is, bit for bit where its format allows; a signed PDF is
        copied whole. The same input gives the same bytes.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `facts`.
            PrepareFailed: the file cannot be read.
            OSError: `target` cannot be written.
        """
        _check_turn(turn)
        given = read_source(source, cancelled)
        with self._turn(cancelled):
            answer = self._do(Ask.PREPARE, given, {"turn": turn}, _Job(given.data, MAX_PAYLOAD, cancelled))
            if not isinstance(answer, Frame):
                raise PrepareFailed(file=given.name, reason=answer)
            with self._doubting(PrepareFailed(file=given.name, reason=Fault.CRASHED)):
                notes = replies.notes(answer)
        write_bytes(target, answer.payload)
        digest = hashlib.sha256(answer.payload).hexdigest()
        return Prepared(given.sha256, digest, len(answer.payload), digest != given.sha256, notes)

    def fit(self, source: Path, target: Path, limit: int, cancelled: IsCancelled = never) -> Made:
        """Write a legible copy of at most `limit` bytes to `target`: the same bytes where they fit already.

        A JPEG, PNG or PDF; a PNG may become a JPEG (`Made.format`). The result has no metadata, unless
        it is the same file. It is never larger than the source, in bytes or pixels.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `facts`.
            FitFailed: cannot be read, or `ILLEGIBLE`, or `SIGNED` (only `flatten` can make it smaller).
            OSError: `target` cannot be written.
        """
        return self._make(Ask.FIT, source, target, limit, cancelled)

    def flatten(self, source: Path, target: Path, limit: int, cancelled: IsCancelled = never) -> Made:
        """Write a copy of at most `limit` bytes that is made of the pages' pixels alone (FILE-2).

        Scripts, forms, signatures and the text that could be searched are gone: ask the person first.
        Raises as `fit`.
        """
        return self._make(Ask.FLATTEN, source, target, limit, cancelled)

    def convert(self, source: Path, target: Path, limit: int, cancelled: IsCancelled = never) -> Made:
        """Write a picture of `CONVERTIBLE_FORMATS` as JPEG, PNG or PDF of at most `limit` bytes (MAT-12).

        Raises as `fit`.
        """
        return self._make(Ask.CONVERT, source, target, limit, cancelled)

    def _make(self, ask: Ask, source: Path, target: Path, limit: int, cancelled: IsCancelled) -> Made:
        """Ask for another file made of this one, check what comes back, and write it."""
        given = read_source(source, cancelled)
        with self._turn(cancelled):
            answer = self._do(ask, given, {"limit": limit}, _Job(given.data, limit, cancelled))
            if not isinstance(answer, Frame):
                raise FitFailed(file=given.name, reason=answer)
            with self._doubting(FitFailed(file=given.name, reason=Fault.CRASHED)):
                made, notes = replies.made(answer), replies.notes(answer)
        write_bytes(target, answer.payload)
        digest, size = hashlib.sha256(answer.payload).hexdigest(), len(answer.payload)
        return Made(given.sha256, given.size, digest, size, made, digest != given.sha256, notes)

    def unpack(self, archive: Path, into: Path, cancelled: IsCancelled = never) -> tuple[Entry, ...]:
        """Unpack the zip file `archive` into the empty or absent folder `into`.

        Raises:
            Cancelled, WorkerUnavailable: as `facts`.
            NotAnArchive: it is none, or none that may be unpacked; `into` is left empty.
            OSError: `into` cannot be written.
        """
        with self._turn(cancelled):

            def ask(kind: Ask, values: Mapping[str, object]) -> Frame | Refusal | Fault:
                return self._ask(kind, values, _Job(b"", MAX_PAYLOAD, cancelled))

            with self._doubting(NotAnArchive(file=archive.name, reason=ArchiveFlaw.CRASHED)):
                return unpack(ask, archive, into, self._limits)

    def table(self, path: Path, sheet: str = "", cancelled: IsCancelled = never) -> Table:
        """The cells of a workbook or a CSV file: of the sheet called `sheet`, or the first with any.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `facts`.
            NotATable: it is none, or more than a list of operators or firms, and why.
        """
        source = read_source(path, cancelled)
        with self._turn(cancelled):
            if source.size > tables.MOST_FILE:
                raise NotATable(file=source.name, reason=TableFlaw.TOO_LARGE)
            job = _Job(source.data, tables.MOST_REPLY, cancelled)
            answer = self._do(Ask.TABLE, source, {"sheet": sheet}, job)
            with self._doubting(NotATable(file=source.name, reason=TableFlaw.CRASHED)):
                return tables.table_of(answer, source.name)

    def answered(self, sources: Sequence[Source], wish: Wish[T], cancelled: IsCancelled) -> T:
        """What the child makes of several files together; see `RecipeWork`."""
        with self._turn(cancelled):
            known = next((self._killers[s.sha256] for s in sources if s.sha256 in self._killers), None)
            if not all(source.size for source in sources):
                known = Fault.EMPTY
            whole = together(sources)
            job = _Job(whole.data, wish.most, cancelled)
            answer = known or self._do(wish.ask, whole, wish.values, job)
            if not isinstance(answer, Frame):
                raise wish.failed(answer)
            with self._doubting(wish.failed(Fault.CRASHED)):
                return wish.read(answer)

    @contextlib.contextmanager
    def _turn(self, cancelled: IsCancelled) -> Iterator[None]:
        """Wait for the others' work without becoming deaf."""
        while not self._lock.acquire(timeout=0.05):
            if cancelled():
                raise Cancelled
        try:
            yield
        finally:
            self._lock.release()

    @contextlib.contextmanager
    def _doubting(self, failure: CardprepError) -> Iterator[None]:
        """A child whose answer is out of bounds is dropped, and the work has failed."""
        try:
            yield
        except WorkerSpokeNonsense as error:
            self._drop_child()
            raise failure from error

    def _drop_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _running_child(self, cancelled: IsCancelled) -> Child:
        if self._child is None or not self._child.is_running:
            self._drop_child()
            child = Child(self._command, self._limits)
            child.greet(cancelled)
            self._child = child
        return self._child

    def _ask(self, kind: Ask, values: Mapping[str, object], job: _Job) -> Frame | Refusal | Fault:
        """The answer, or why there is none. A child that did not answer is gone."""
        request = Frame({"ask": kind.value, "limits": asdict(self._limits), **values}, job.data)
        watch = Watch(self._limits.seconds_a_page, self._limits.seconds_a_file, job.cancelled, job.on_sign)
        child = self._running_child(job.cancelled)
        try:
            answer = child.ask(request, job.max_payload, watch)
            return answer if kind is Ask.FACTS else replies.refusal(answer) or answer
        except ChildLost as lost:
            self._child = None
            return lost.fault
        except WorkerSpokeNonsense:
            self._drop_child()
            return Fault.CRASHED
        except Cancelled:
            self._child = None
            raise

    def _do(
        self, kind: Ask, source: Source, values: Mapping[str, object], job: _Job
    ) -> Frame | Refusal | Fault:
        """Ask for something of one file, and remember when that costs the child its life."""
        if source.size == 0:
            return Fault.EMPTY
        if not source.is_whole:
            return Refusal.TOO_LARGE
        if source.sha256 in self._killers:
            return self._killers[source.sha256]
        answer = self._ask(kind, values, job)
        if self._child is None and isinstance(answer, Fault):
            self._killers[source.sha256] = answer
        return answer

    def _look(self, source: Source, cancelled: IsCancelled) -> FileFacts:
        formats = ["unknown"]

        def note_format(sign: Frame) -> None:
            formats.append(replies.life_sign_format(sign))

        data = source.data if source.is_whole else source.data[:_HEAD]
        job = _Job(data, 0, cancelled, note_format)
        answer = self._ask(Ask.FACTS, {"whole": source.is_whole}, job)
        if isinstance(answer, Frame):
            try:
                return replies.file_facts(answer, source.sha256, source.size, self._limits)
            except WorkerSpokeNonsense:
                self._drop_child()
                answer = Fault.CRASHED
        fault = answer if isinstance(answer, Fault) else Fault.CRASHED
        self._killers[source.sha256] = fault
        is_ours = formats[-1] in (*ACCEPTED_FORMATS, "unknown")
        return FileFacts(source.sha256, source.size, formats[-1], fault if is_ours else None)


def _check_turn(turn: int) -> None:
    if turn not in TURNS:
        raise ValueError(turn)
