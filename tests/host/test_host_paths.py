"""The folders the system gives a program of one user."""

from __future__ import annotations

import pytest

from cardprep.host import paths


@pytest.mark.parametrize(
    ("path", "name"), [(paths.settings_file, "settings.json"), (paths.log_file, "cardprep.log")]
)
def test_settings_and_log_stand_in_folders_of_the_programs_own(path, name):
    assert path().is_absolute()
    assert path().name == name
    assert "cardprep" in {part.lower() for part in path().parent.parts}


def test_documents_have_a_folder():
    assert paths.documents_folder().is_absolute()
