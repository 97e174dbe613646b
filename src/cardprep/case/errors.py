"""What may be wrong with a case document. Each names the place (`operators[1].mobile`)."""

from __future__ import annotations

from cardprep.errors import CardprepError


class CaseError(CardprepError):
    """The document is not a case of this format."""

    code = "case-not-a-case"


class NotJson(CaseError):
    """The text is not JSON; values: line, column."""

    code = "case-not-json"


class TooLarge(CaseError):
    """The document is larger or deeper than any case; values: limit."""

    code = "case-too-large"


class WrongFormat(CaseError):
    """`format` is absent or another one; values: found, expected."""

    code = "case-wrong-format"


class UnknownKey(CaseError):
    """A key that the format does not have; values: key, nearest ("" where none is near)."""

    code = "case-unknown-key"


class RepeatedKey(CaseError):
    """A key that stands twice in one object; values: key."""

    code = "case-repeated-key"


class WrongType(CaseError):
    """A value of the wrong JSON type; values: found, expected (type codes)."""

    code = "case-wrong-type"


class NotAChoice(CaseError):
    """A text that is none of the allowed ones; values: found, choices."""

    code = "case-not-a-choice"


class NotADate(CaseError):
    """A date that is not YYYY-MM-DD or not in the calendar; values: found."""

    code = "case-not-a-date"


class OutOfRange(CaseError):
    """A number beyond its bounds; values: found, low, high."""

    code = "case-out-of-range"


class NotAShape(CaseError):
    """Corners or a crop box that enclose nothing."""

    code = "case-not-a-shape"


class MissingKey(CaseError):
    """A key without which the entry means nothing; values: key."""

    code = "case-missing-key"


class UnknownSlot(CaseError):
    """A slot that does not exist; values: found."""

    code = "case-unknown-slot"


class NoSuchOperator(CaseError):
    """An attachment for an operator who is not in the list; values: slot, count."""

    code = "case-no-such-operator"


class PathLeadsOut(CaseError):
    """A file path that is absolute or leaves the case's folder; values: found."""

    code = "case-path-leads-out"


class TextTooLong(CaseError):
    """A text longer than any form takes; values: limit."""

    code = "case-text-too-long"


class FileTwice(CaseError):
    """The same file stands twice in one slot; values: found."""

    code = "case-file-twice"
