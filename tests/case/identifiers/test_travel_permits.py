from __future__ import annotations

import pytest

from cardprep.case.identifiers import travel_permits


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("H01234567", ""),
        ("H0123456700", ""),
        ("ｍ01234567 ", ""),
        ("H012345670", "length"),
        ("H", "length"),
        ("A01234567", "prefix"),
        ("01234567", "prefix"),
        ("HA1234567", "characters"),
        ("", "empty"),
    ],
)
def test_FIELD_2_hk_macao_permit(number, fault):
    assert travel_permits.check_hk_macao(number).fault == fault


@pytest.mark.parametrize(
    ("number", "fault", "oddity"),
    [
        ("07257456", "", ""),
        ("0725745", "", "older-form"),
        ("0725745601", "", "older-form"),
        ("0725745601B", "", "older-form"),
        ("0725745601（b）", "", "older-form"),
        ("072574560", "length", ""),
        ("T2574560", "characters", ""),
        ("7.257456E+06", "excel", ""),
    ],
)
def test_FIELD_2_and_FIELD_3_taiwan_permit(number, fault, oddity):
    verdict = travel_permits.check_taiwan(number)
    assert (verdict.fault, verdict.oddity) == (fault, oddity)
