"""The commands of docs/CASE_FORMAT.md: parses the command line, runs one, turns errors into exit codes."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from cardprep import __version__
from cardprep.bundle.errors import ExportTarget
from cardprep.cli import library_arguments
from cardprep.cli.errors import OutputLost, Unexpected, UsageError
from cardprep.cli.output import Output, utf8_streams
from cardprep.errors import CardprepError
from cardprep.host.system_errors import reason_code
from cardprep.wording.catalog import LANGUAGES, Catalog

UNREADABLE = 2
INTERRUPTED = 130
_LOG = logging.getLogger("cardprep.cli")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Command = Callable[[argparse.Namespace, Output], int]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError("command", message=message)


def _day(text: str) -> dt.date:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not YYYY-MM-DD") from None


def _common() -> _Parser:
    common = _Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    common.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the day to judge by")
    common.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="language of the messages")
    return common


def parser() -> argparse.ArgumentParser:
    """The command line as the contract has it."""
    top = _Parser(
        prog="cardprep",
        allow_abbrev=False,
        description="Prepares China E-Port card applications offline. Without a command: opens the window.",
    )
    top.add_argument("--version", action="version", version=f"cardprep {__version__}")
    top.add_argument("--selftest", action="store_true", help="check this installation, without a screen")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    common = [_common()]

    def add(name: str, text: str) -> _Parser:
        return commands.add_parser(name, parents=common, help=text, description=text, allow_abbrev=False)

    check = add("check", "run every rule over a case, or over an application of a library")
    check.add_argument("case", type=Path, metavar="CASE")
    export = add("export", "write the validated bundle, the checklist and the letter")
    export.add_argument("case", type=Path, metavar="CASE")
    export.add_argument("-o", dest="target", type=Path, metavar="DIR", required=True)
    export.add_argument("--draft", action="store_true", help="write it all the same, marked as a draft")
    verify = add("verify", "check a bundle against its manifest")
    verify.add_argument("bundle", type=Path, metavar="BUNDLE")
    inspect = add("inspect", "what is on a page")
    inspect.add_argument("file", type=Path, metavar="FILE", nargs="?")
    inspect.add_argument("--batch", type=Path, metavar="FOLDER", help="one JSON line a file")
    inspect.add_argument("--expect", choices=("unit", "person", "letter"))
    inspect.add_argument("--company", metavar="NAME", default="")
    inspect.add_argument("--person", metavar="NAME", default="")
    letter = add("letter", "write the mail-delegation letter, to be printed and sealed")
    letter.add_argument("case", type=Path, metavar="CASE")
    letter.add_argument("-o", dest="target", type=Path, metavar="FILE", required=True)
    sheets = add("sheets", "copies to write on by hand, and the guide to writing, to be printed")
    sheets.add_argument("case", type=Path, metavar="CASE")
    sheets.add_argument("-o", dest="target", type=Path, metavar="DIR", required=True)
    sheets.add_argument("--what", choices=("copies", "guide"), help="one of the two alone")
    fit = add("fit", "a legible copy of at most 3 000 000 bytes")
    fit.add_argument("file", type=Path, metavar="FILE")
    fit.add_argument("-o", dest="target", type=Path, metavar="FILE", required=True)
    flatten = "rebuild it from the pixels of its pages: scripts, forms and signatures go"
    fit.add_argument("--flatten", action="store_true", help=flatten)
    add("schema", "print the JSON Schema of a case")
    for command in (check, export, sheets):
        library_arguments.add_library(command, required=False)
    library_arguments.add_commands(add)
    return top


def _command(name: str) -> Command:
    """The command's function; only its own module is imported."""
    if name == "check":
        from cardprep.cli.check import run
    elif name == "export":
        from cardprep.cli.export import run
    elif name == "verify":
        from cardprep.cli.verify import run
    elif name == "inspect":
        from cardprep.cli.inspect import run
    elif name in ("letter", "sheets"):
        return _printing_command(name)
    elif name == "fit":
        from cardprep.cli.fit import run
    elif name == "schema":
        from cardprep.cli.schema import run
    else:
        return _library_command(name)
    return run


def _library_command(name: str) -> Command:
    """A command that works on a library."""
    if name in ("list", "show"):
        from cardprep.cli.listing import run
    elif name == "import":
        from cardprep.cli.importing import run
    elif name == "handover":
        from cardprep.cli.handing import run
    else:
        from cardprep.cli.keeping import run
    return run


def _printing_command(name: str) -> Command:
    if name == "letter":
        from cardprep.cli.letter import run
    else:
        from cardprep.cli.sheets import run
    return run


def main(words: Sequence[str]) -> int:
    """Run the command line `words`; the exit status is the contract's."""
    out, err = utf8_streams()
    output = Output("--json" in words, Catalog(_language(words)), out, err)
    try:
        return _status(words, output)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputLost as lost:
        # A reader who has gone away has had enough and is told nothing.
        if not isinstance(lost.reason, BrokenPipeError):
            refused = ExportTarget("output", found="stdout", reason=reason_code(lost.reason))
            output.note(output.catalog.error(refused).what)
        return UNREADABLE


def _status(words: Sequence[str], output: Output) -> int:
    """The exit status; whatever goes wrong has been told, unless nothing can be told any more."""
    try:
        given = parser().parse_args(words)
        if given.command is None:
            raise UsageError("command", message="COMMAND")
        return _command(given.command)(given, output)
    except OutputLost:
        raise
    except CardprepError as error:
        output.failure(error)
    except Exception as error:
        _LOG.error("command failed: %s", type(error).__name__)
        output.failure(Unexpected("command", code=type(error).__name__))
    return UNREADABLE


def _language(words: Sequence[str]) -> str:
    """The language asked for, also where the rest of the command line is wrong."""
    for position, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and position + 1 < len(words):
            return words[position + 1]
    return LANGUAGES[0]
