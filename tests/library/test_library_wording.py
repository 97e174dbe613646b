"""Every error of the library has its sentences, in both languages, with the values it carries."""

from __future__ import annotations

import pytest

from cardprep.errors import CardprepError
from cardprep.host.secrets import KeyringError, KeyringSilent
from cardprep.library import errors
from cardprep.library.errors import LibraryError
from cardprep.wording.catalog import LANGUAGES, Catalog

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, LibraryError)]
HOST = [KeyringError, *KeyringError.__subclasses__()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*KINDS, *HOST], ids=lambda kind: kind.__name__)
def test_it_says_what_happened_and_what_to_do(kind, language):
    text = Catalog(language).error(kind("x", reason="disk-full"))
    assert text.what
    assert text.remedy
    assert text.what != Catalog(language).error(CardprepError()).what


def test_codes_are_not_given_twice():
    codes = [kind.code for kind in [*KINDS, *HOST]]
    assert len(set(codes)) == len(codes)


def test_values_stand_in_the_sentence():
    text = Catalog("en").error(KeyringSilent("keyring", seconds=45))
    assert "45 seconds" in text.what
