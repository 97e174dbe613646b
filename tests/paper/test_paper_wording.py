"""The words of the papers: the same keys and placeholders in both languages, and none missing."""

from __future__ import annotations

import dataclasses
from string import Formatter

import pytest
from paper_samples import texts

from cardprep.paper.sheets import ChecklistLabels, ConfirmationLabels, LetterLabels, labels_of

KINDS = (("checklist", ChecklistLabels), ("letter", LetterLabels), ("confirmation", ConfirmationLabels))


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_and_placeholders():
    chinese, english = texts("zh_CN"), texts("en")
    assert list(chinese) == list(english)
    assert all(_placeholders(chinese[key]) == _placeholders(english[key]) for key in chinese)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(("paper", "kind"), KINDS)
def test_labels_can_be_filled(language, paper, kind):
    labels = labels_of(kind, paper, texts(language))
    assert all(getattr(labels, field.name).strip() for field in dataclasses.fields(labels))


def test_a_missing_text_is_an_error():
    with pytest.raises(KeyError, match="letter"):
        labels_of(LetterLabels, "letter", {})
