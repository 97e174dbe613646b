"""`cardprep schema`."""

from __future__ import annotations

import argparse
import json

from cardprep.cli.output import Output
from cardprep.host.resources import read_text

SCHEMA = "schema/cardprep-case-1.json"


def run(given: argparse.Namespace, output: Output) -> int:
    """Print the JSON Schema of a case, in either mode."""
    output.answer(json.dumps(json.loads(read_text(SCHEMA)), ensure_ascii=False, indent=2))
    return 0
