"""The system's errors as a few codes that a sentence exists for."""

from __future__ import annotations

import errno

import pytest

from cardprep.host.system_errors import reason_code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "no-permission"),
        (errno.EPERM, "no-permission"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "gone"),
        (errno.ENOTDIR, "gone"),
        (errno.EISDIR, "is-folder"),
        (errno.EIO, "other"),
        (None, "other"),
    ],
)
def test_each_error_has_a_code(number, code):
    assert reason_code(OSError(number, "x") if number else OSError("x")) == code
