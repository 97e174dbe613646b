"""The child's own loop: it reads requests from its input until that closes, and answers each."""

from __future__ import annotations

import logging
import os
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from cardprep.case.facts import Fault
from cardprep.evidence.limits import ADDRESS_SPACE, Limits
from cardprep.evidence.protocol import WORKER_VERSION, Ask, Frame, read_frame, write_frame
from cardprep.evidence.worker.faults import Refused, Unreadable

if TYPE_CHECKING:
    from cardprep.evidence.worker.operations import SignOfLife

_GRACE = 10


def main() -> int:
    """Serve until the other side is gone."""
    answers = _only_answers_on_stdout()
    _lower_itself()
    write_frame(answers, Frame({"hello": WORKER_VERSION}))
    try:
        while True:
            request = read_frame(sys.stdin.buffer)
            limits = Limits(**cast("dict[str, Any]", request.header["limits"]))
            _set_alarm(limits)
            write_frame(answers, answer(request, limits, lambda name: _sign(answers, name)))
            _set_alarm(None)
    except (EOFError, BrokenPipeError):
        return 0


def answer(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """The answer to one request, whatever the file does to the libraries that read it."""
    from cardprep.evidence.worker.operations import OPERATIONS

    try:
        return OPERATIONS[str(request.header["ask"])](request, limits, alive)
    except Refused as error:
        return Frame({"refusal": error.refusal.value})
    except Unreadable as error:
        return _fault(request, error.fault)
    except MemoryError:
        return _fault(request, Fault.OUT_OF_MEMORY)
    except BrokenPipeError:
        raise
    except Exception:  # the decoders raise kinds without end; see DESIGN §3
        return _fault(request, Fault.DAMAGED)


def _fault(request: Frame, fault: Fault) -> Frame:
    """A fault as this request's answer: facts tell the format all the same."""
    if request.header["ask"] != Ask.FACTS:
        return Frame({"fault": fault.value})
    from cardprep.evidence.worker.sniff import sniff

    told = {"format": sniff(request.payload), "pages": [], "active": [], "trailing": 0}
    return Frame(told | {"fault": fault.value})


def _sign(answers: BinaryIO, name: str) -> None:
    write_frame(answers, Frame({"at": 1, "format": name}))


def _only_answers_on_stdout() -> BinaryIO:
    """Take standard output for the answers; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    return answers


def _lower_itself() -> None:
    """No core dump, which would hold identity papers, and a last bound of memory."""
    # numpy's OpenBLAS takes address space for each processor, which on large machines reaches the bound.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def _set_alarm(limits: Limits | None) -> None:
    """End by itself when the program that should have ended it is gone."""
    if sys.platform != "win32":
        signal.alarm(0 if limits is None else int(limits.seconds_a_file) + _GRACE)
