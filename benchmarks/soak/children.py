"""Starts children, with the recording and failing disk under them where it can be compiled."""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
_SOURCE = Path(__file__).with_name("disk.c")


class NoDisk(Exception):
    """The disk that records and fails cannot be had here; says why."""


@functools.cache
def disk() -> Path:
    """The compiled disk.

    Raises:
        NoDisk: not Linux, no compiler, or it does not compile.
    """
    compiler = shutil.which("gcc") or shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        raise NoDisk("it is preloaded on Linux, and compiled by gcc: one of them is not here")
    folder = tempfile.mkdtemp(prefix="soak-disk-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Path(folder) / "disk.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-U_FORTIFY_SOURCE", "-o", str(made), str(_SOURCE)]
    ran = subprocess.run([*command, "-ldl", "-pthread"], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise NoDisk(f"disk.c does not compile: {ran.stderr[:300]}")
    return made


def started(
    kind: str,
    base: Path,
    words: Mapping[str, object],
    log: Path | None = None,
    *,
    on_disk: bool = False,
    before: Sequence[str] = (),
    environment: Mapping[str, str] = MappingProxyType({}),
    errors: IO[str] | None = None,
) -> subprocess.Popen[str]:
    """A child of that kind at work in `base`; its standard output is piped.

    With `log` or `on_disk` it works on the recording and failing disk; the command `before` starts it.
    """
    path = os.pathsep.join(str(ROOT / part) for part in ("", "src", "tests"))
    environment = os.environ | environment | {"PYTHONPATH": path}
    if on_disk or log is not None:
        environment |= {"LD_PRELOAD": str(disk()), "SOAK_ROOT": str(base)}
    if log is not None:
        environment |= {"SOAK_LOG": str(log)}
    child = subprocess.Popen(
        [*before, sys.executable, "-m", "benchmarks.soak.child", kind, str(base)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("no pipes")
    child.stdin.write(json.dumps(dict(words)) + "\n")
    child.stdin.close()
    child.stdin = None  # else `communicate` would write to it
    return child
