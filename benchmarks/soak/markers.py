"""Nothing that was typed can be read anywhere: not in a file, a name, a log, a temporary file, on the way.

A session of its own process types a marker into every field. Looked through for each marker, in the usual
encodings: every file below its home, temporary folder and library, every byte that it ever wrote there
(disk.c), its standard error and its command line. What it exports in plain must be found, or this is blind.
"""

from __future__ import annotations

import base64
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.soak.children import NoDisk, disk, started
from benchmarks.soak.clerk import Telling
from benchmarks.soak.counts import Counts
from benchmarks.soak.replay import records

_STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-o")
_FOLDERS = {
    "HOME": "home",
    "TMPDIR": "temp",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
}


def run(_of: int = 0) -> Counts:
    """Run the session once; a tenth of it would be no session."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="soak-markers-") as scratch:
        base = Path(scratch).resolve() / "base"
        for part in ("disk", "plain", *_FOLDERS.values()):
            (base / part).mkdir(parents=True, exist_ok=True)
        told, errors, log, calls = _ran(base)
        needles = _needles(told["markers"])
        if not any(_hits(path, needles) for path in (base / "plain").iterdir()):
            found.append("blind: the plain exports hold no marker")
        looked = [path for path in base.rglob("*") if path.is_file() and base / "plain" not in path.parents]
        found += [f"marker in {path.relative_to(base)}" for path in looked if _hits(path, needles)]
        found += [f"marker written to {path}" for path in _written(log, base / "plain", needles)]
        for name, text in (("stderr", errors), ("argv", told["argv"])):
            found += [f"marker in {name}"] if _count(text.encode(), needles) else []
        found += [f"asked of the system: {event}" for event in told["asked"]]
        found += [f"network: {line}" for line in calls or ()]
    figures = (
        ("markers", str(len(told["markers"]))),
        ("files looked through", str(len(looked))),
        ("all writes looked through", "yes" if log is not None else "no: no recording disk here"),
        ("network calls watched by", "an audit hook" + (" and strace" if calls is not None else "")),
    )
    return Counts("markers", len(told["markers"]), found, figures)


def _ran(base: Path) -> tuple[Telling, str, Path | None, list[str] | None]:
    """What the session told, its standard error, the record of the disk, the network calls that it made."""
    log: Path | None = base.parent / "log"
    try:
        disk()
    except NoDisk:
        log = None
    trace = base.parent / "trace"
    watch = [*_STRACE, str(trace)] if shutil.which("strace") else []
    environment = {name: str(base / part) for name, part in _FOLDERS.items()}
    with (base.parent / "errors").open("w+", encoding="utf-8") as errors:
        child = started("markers", base, {}, log, before=watch, environment=environment, errors=errors)
        told, _ = child.communicate()
        errors.seek(0)
        said = errors.read()
    if child.returncode:
        raise RuntimeError(f"the session ended with {child.returncode}: {said[-500:]}")
    calls = [line for line in trace.read_text().splitlines() if "(" in line] if watch else None
    return json.loads(told.splitlines()[-1]), said, log, calls


def _needles(markers: Iterable[str]) -> list[bytes]:
    """Each marker's ASCII part as text, UTF-16, hexadecimal and base64 would show it."""
    found = []
    for marker in markers:
        plain = marker[4:].encode()
        found += [plain, marker[4:].encode("utf-16-le"), plain.hex().encode()]
        found += [base64.b64encode(bytes(shift) + plain)[4:-4] for shift in range(3)]
    return found


def _count(data: bytes, needles: list[bytes]) -> int:
    return sum(needle in data for needle in needles)


def _hits(path: Path, needles: list[bytes]) -> int:
    return _count(path.name.encode() + path.read_bytes(), needles)


def _written(log: Path | None, allowed: Path, needles: list[bytes]) -> Iterator[str]:
    """Every path below which, at any time, a marker was written or named."""
    paths: dict[int, str] = {}
    for record in records(log) if log is not None else ():
        if record.what == "C":
            paths[record.inode] = record.first.decode()
        elif record.what == "R":
            paths = {
                inode: record.second.decode() if path == record.first.decode() else path
                for inode, path in paths.items()
            }
        where = paths.get(record.inode, "") if record.what in "CWT" else record.first.decode()
        if not where.startswith(str(allowed)) and _count(record.first + record.second, needles):
            yield where
