"""Who may open the library: a passphrase set or changed, a recovery sheet that is never lost half-way."""

from __future__ import annotations

import pytest

from cardprep.app.library.keys import RecoverySheets, has_passphrase, set_passphrase
from cardprep.app.library.open import create_library, open_library
from cardprep.bundle.errors import ExportTarget
from cardprep.library.errors import WrongPassphrase, WrongRecoveryKey
from cardprep.library.ways import ByPassphrase, ByRecoveryKey
from making import libraries
from making.keyrings import Kept
from making.vaults import CHEAP, OTHER, PASSPHRASE


@pytest.fixture
def made(tmp_path):
    library, way = libraries.made(tmp_path / "library")
    yield library, way
    library.close()


def test_a_changed_passphrase_opens_and_the_former_one_does_not(made):
    library, _ = made
    set_passphrase(library, PASSPHRASE, OTHER, CHEAP)
    assert library.vault.is_opened_by(ByPassphrase(OTHER))
    assert not library.vault.is_opened_by(ByPassphrase(PASSPHRASE))


def test_without_the_present_passphrase_nobody_changes_it(made):
    library, _ = made
    with pytest.raises(WrongPassphrase):
        set_passphrase(library, "somebody else's", OTHER, CHEAP)
    assert library.vault.is_opened_by(ByPassphrase(PASSPHRASE))


def test_the_first_passphrase_asks_for_no_present_one(tmp_path):
    from cardprep.host.secrets import SystemKeyring

    keyring = SystemKeyring(Kept(), seconds=5)
    with create_library(tmp_path / "library", None, keyring)[0] as library:
        assert not has_passphrase(library)
        set_passphrase(library, "", PASSPHRASE, CHEAP)
        assert has_passphrase(library)
    open_library(tmp_path / "library", libraries.BY_PASSPHRASE).close()


def test_a_new_sheet_puts_the_former_one_out_of_use(made, tmp_path):
    library, former = made
    sheet = RecoverySheets(library).write(tmp_path / "sheet.pdf", "zh_CN", libraries.TODAY)
    assert sheet.read_bytes().startswith(b"%PDF")
    assert not library.vault.is_opened_by(former)


def test_a_sheet_that_cannot_be_written_is_written_at_the_next_try_with_the_same_key(made, tmp_path):
    library, _ = made
    sheets, keys = RecoverySheets(library), []
    renew = library.vault.renew_recovery_key
    library.vault.renew_recovery_key = lambda: keys.append(renew()) or keys[-1]
    with pytest.raises(ExportTarget):
        sheets.write(tmp_path, "en", libraries.TODAY)
    sheets.write(tmp_path / "sheet.pdf", "en", libraries.TODAY)
    assert len(keys) == 1
    assert library.vault.is_opened_by(ByRecoveryKey(keys[0]))


def test_the_key_of_a_former_sheet_is_refused_at_the_door(made, tmp_path):
    library, former = made
    RecoverySheets(library).write(tmp_path / "sheet.pdf", "en", libraries.TODAY)
    library.close()
    with pytest.raises(WrongRecoveryKey):
        open_library(library.folder, former)
