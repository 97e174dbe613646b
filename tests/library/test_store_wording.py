"""Every error of the records has its sentences, in both languages."""

from __future__ import annotations

import pytest

from cardprep.errors import CardprepError
from cardprep.library import store_errors
from cardprep.library.placement import Unfit
from cardprep.library.store_errors import StoreError, UnsuitablePlace
from cardprep.wording.catalog import LANGUAGES, Catalog

KINDS = [k for k in vars(store_errors).values() if isinstance(k, type) and issubclass(k, StoreError)]
VALUES = {"found": "F1", "known": "K1", "reason": "disk-full", "service": "S1", "count": 7}
VALUES["until"] = "2027-01-01"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_says_what_happened_and_what_to_do(kind, language):
    text = Catalog(language).error(kind("", **VALUES))
    assert text.what
    assert text.remedy
    assert "{" not in text.what + text.remedy
    assert text.what != Catalog(language).error(CardprepError()).what


def test_codes_are_not_given_twice():
    assert len({kind.code for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [*Unfit, "input-output", "busy", "closed"])
def test_every_reason_has_words(reason, language):
    catalog = Catalog(language)
    assert catalog.reason(reason) != catalog.reason("other")
    assert catalog.error(UnsuitablePlace(found="F1", reason=reason, service="S1")).what
