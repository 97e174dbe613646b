"""The base of every error that a person may be shown.

A kind of error is a class in the package that knows it. It carries values, never prose: the
sentence is made once, in `cardprep.wording`, from `code` and `values`, in the reader's language.
"""

from __future__ import annotations

from typing import ClassVar

Value = str | int


class CardprepError(Exception):
    """An error with a name for its sentence and the values that stand in it.

    Attributes:
        code: the key of the sentence in `resources/wording/<language>.json` under `errors`.
        where: the path of the field, slot or file it is about (`operators[1].mobile`), or "".
        values: what the sentence names. Personal data in here is never logged.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, where: str = "", **values: Value) -> None:
        super().__init__(self.code, where)
        self.where = where
        self.values: dict[str, Value] = values
