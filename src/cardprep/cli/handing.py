"""`cardprep handover APPLICATION… --library PATH -o FILE`."""

from __future__ import annotations

import argparse

from cardprep.app.handing_over import suggested_passphrase
from cardprep.app.library.finding import find_application
from cardprep.app.library.handing import gather, hand_over_parcel
from cardprep.cli.output import Output
from cardprep.cli.unlocking import seal_passphrase, unlocked
from cardprep.library.records import RecordKind


def run(given: argparse.Namespace, output: Output) -> int:
    """Write the encrypted file; where no passphrase is typed one is made, and told this once."""
    catalog = output.catalog
    with unlocked(given, catalog) as library:
        ids = [find_application(library, words) for words in given.applications]
        parcel = gather(library, RecordKind.APPLICATION, ids)
        typed = seal_passphrase(given.seal_fd, catalog.text("cli.ask_new_seal"))
        made = suggested_passphrase() if given.seal_fd is None and not typed.strip() else None
        written = hand_over_parcel(library, parcel, given.target.absolute(), made or typed)
    output.document(
        {
            "handover": str(written),
            "applications": [item.id for item in parcel.items],
            "passphrase": made,
        }
    )
    output.lines([catalog.text("cli.handed_over", path=str(written), count=len(parcel.items))])
    if made is not None:
        output.lines([catalog.text("cli.seal_told", passphrase=made)])
    return 0
