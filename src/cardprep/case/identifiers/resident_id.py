"""居民身份证: the citizen's number (GB 11643).

No table of regions is a gate: regions are renamed and merged, old codes stay valid for life.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.identifiers.personal_number import check_frame, sex_of
from cardprep.case.identifiers.verdict import Flaw, Oddity, Verdict, verdict

_FIRST_GENERATION = re.compile(r"[0-9]{15}")
_OTHER_DOCUMENT = re.compile(r"[09]|8[123]0000")


def check(text: str, today: dt.date) -> Verdict:
    """Judge a resident identity number. One that another document's holder bears is an oddity."""
    value = fold_number(text)
    if _FIRST_GENERATION.fullmatch(value):
        return verdict(text, value, Flaw.FIFTEEN_DIGITS)
    judged = check_frame(text, value, today)
    if judged.fault:
        return judged
    oddity = Oddity.OTHER_DOCUMENT if _OTHER_DOCUMENT.match(value) else ""
    return replace(judged, sex=sex_of(value), oddity=oddity)
