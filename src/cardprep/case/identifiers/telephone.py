"""Telephone numbers: mobiles (1 and ten digits) and landlines (area code, number, extension)."""

from __future__ import annotations

import re

from cardprep.case.identifiers.normalise import half_width, is_ruined_by_excel, without_invisible
from cardprep.case.identifiers.verdict import Flaw, Oddity, Verdict, verdict

_SEPARATORS = re.compile(r"[\s()-]+")
_COUNTRY = re.compile(r"^(?:\+86|0086|86-)-?")
_MOBILE = re.compile(r"(?:\+86|0086|86)?(1[0-9]{10})")
_STARTS_AS_MOBILE = re.compile(r"(?:\+86|0086|86)?1")
_STARTS_NATIONAL = re.compile(r"0|1-?[1-9]")
_KNOWN_PREFIX = re.compile(r"1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])")
_AREA = re.compile(r"(?:0-?1-?0|0-?2-?[0-9]|0(?:-?[0-9]){3})-?")
_REAL_AREA = re.compile(r"010|02[0-9]|0[3-9][0-9]{2}")
_EXTENSION_MARK = re.compile(r"-?(?:转|轉|分机|分機|ext\.?|x|#)-?", re.IGNORECASE)
_EXTENSION = re.compile(r"[0-9]{1,6}")
_LOCAL_LENGTHS = (7, 8)


def check(text: str) -> Verdict:
    """Judge a mobile or a landline; a landline's value is `025-58812345` or `025-58812345-801`."""
    grouped = _grouped(text)
    national = _national(grouped)
    if national.startswith("1") or _MOBILE.fullmatch(_joined(text)):
        return check_mobile(text)
    value, fault = _landline(national)
    return verdict(text, value or grouped, fault)


def check_mobile(text: str) -> Verdict:
    """Judge a mobile: 1 and ten digits is the only hard rule, a prefix that is not in use is an oddity."""
    value = _joined(text)
    match = _MOBILE.fullmatch(value)
    if match is None:
        return verdict(text, value, _mobile_fault(value))
    oddity = "" if _KNOWN_PREFIX.match(match[1]) else Oddity.UNKNOWN_PREFIX
    return verdict(text, match[1], oddity=oddity)


def is_mobile(text: str) -> bool:
    """Whether `text` is a mobile number of the right form."""
    return not check_mobile(text).fault


def _grouped(text: str) -> str:
    """`text` with every run of spaces, brackets and hyphens as one hyphen."""
    return _SEPARATORS.sub("-", without_invisible(half_width(text))).strip("-")


def _joined(text: str) -> str:
    return _grouped(text).replace("-", "")


def _common_fault(value: str) -> str:
    """The fault of a number that is neither a mobile nor a landline by its looks, or ""."""
    if not value:
        return Flaw.EMPTY
    if is_ruined_by_excel(value.upper()):
        return Flaw.EXCEL
    return Flaw.COUNTRY_CODE if re.match(r"\+(?!86)[0-9]|00(?!86)[0-9]", value) else ""


def _mobile_fault(value: str) -> str:
    if fault := _common_fault(value):
        return fault
    if re.fullmatch(r"\+?[0-9]+", value) is None:
        return Flaw.CHARACTERS
    return Flaw.LENGTH if _STARTS_AS_MOBILE.match(value) else Flaw.NOT_MOBILE


def _national(grouped: str) -> str:
    """`grouped` without the country's code; the 0 before an area code, left out behind it, is put back."""
    national = _COUNTRY.sub("", grouped, count=1)
    if national == grouped or _STARTS_NATIONAL.match(national):
        return national
    return f"0{national}"


def _landline(grouped: str) -> tuple[str, str]:
    """The canonical form and the fault of a national number; one of the two is ""."""
    head, *extensions = _EXTENSION_MARK.split(grouped)
    if fault := _common_fault(grouped.replace("-", "")):
        return "", fault
    if re.fullmatch(r"[0-9-]+", head) is None:
        return "", Flaw.CHARACTERS
    match = _AREA.match(head)
    area = match[0].replace("-", "") if match else ""
    if match is None or _REAL_AREA.fullmatch(area) is None:
        return "", Flaw.AREA_CODE
    local, rest = _split_local(head[match.end() :].split("-"))
    if len(local) not in _LOCAL_LENGTHS:
        return "", Flaw.LENGTH
    parts = [rest, *extensions] if rest else extensions
    if len(parts) > 1 or not all(_EXTENSION.fullmatch(part) for part in parts):
        return "", Flaw.EXTENSION
    return "-".join((area, local, *parts)), ""


def _split_local(groups: list[str]) -> tuple[str, str]:
    """The subscriber's number, which ends with the group that fills it, and what is left: an extension."""
    local = ""
    for place, group in enumerate(groups):
        if len(local) >= _LOCAL_LENGTHS[0]:
            return local, "".join(groups[place:])
        local += group
    return local, ""
