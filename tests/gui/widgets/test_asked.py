from __future__ import annotations

import pytest

from cardprep.gui.widgets.asked import Element, element_of


@pytest.mark.parametrize(
    ("rule", "variant", "element"),
    [
        ("MAT-4", "", Element.SEAL),
        ("MAT-8", "not-looked", Element.WORDING),
        ("MAT-9", "not-looked", Element.SIGNATURE),
        ("MAT-10", "", Element.DATE),
        ("MAT-11", "unsealed", Element.SEAL),
        ("DATE-2", "", Element.DATE),
        ("UNIT-3", "", Element.SEAL),
        ("HAND-7", "", Element.SIGNATURE),
        ("HAND-7", "signature", Element.SIGNATURE),
        ("HAND-7", "legal-seal", Element.LEGAL_SEAL),
        ("EVID-1", "seal-other", Element.SEAL),
        ("EVID-1", "date-missing", Element.DATE),
        ("EVID-1", "", None),
        ("FILE-1", "damaged", None),
    ],
)
def test_each_finding_is_about_its_element(rule, variant, element):
    assert element_of(rule, variant) is element
