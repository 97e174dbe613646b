"""What a record is found by."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.library.pinyin import sort_key, spellings
from cardprep.library.terms import Findable, folded, terms_of, words
from making import any_case


def test_a_name_is_spelt_whole_by_letters_and_by_initials():
    (spelt, *_) = spellings("南京示例A1")
    assert (spelt.full, spelt.letters, spelt.initials) == ("nanjingshilia1", "njsla1", "njshla1")


def test_a_surname_of_several_readings_is_found_by_each():
    assert {s.full for s in spellings("单明")} >= {"danming", "shanming"}


def test_a_word_with_its_own_reading_is_sorted_by_it():
    assert sort_key("重庆").startswith("chong qing")


@given(st.text(any_case.CHARACTERS, max_size=8))
def test_any_text_can_be_indexed_and_looked_for(text):
    terms = terms_of(Findable((text,), (text,)))
    assert terms.text == folded(terms.text.replace("\n", "\0")) or "\n" in terms.text or not terms.text
    terms.text.encode("utf-8")
    assert all(1 <= len(term) <= 2 for term in terms.short)
    for word in words(text):
        assert word in terms.text.split("\n")[0] or " " in terms.text


@pytest.mark.parametrize("typed", ["南京", "京示", "例", "nj", "n", "na", "32", "46", "6"])
def test_one_and_two_letters_have_terms_of_their_own(typed):
    assert typed in terms_of(Findable(("南京示例",), ("3201 12346",))).short


def test_pinyin_is_loaded_only_when_something_is_indexed():
    code = "import sys; import cardprep.library.sqlite_store; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
