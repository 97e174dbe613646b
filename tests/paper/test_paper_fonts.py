"""Which font draws which character, and what becomes of those that none has."""

from __future__ import annotations

import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from cardprep.host.resources import resource_path
from cardprep.paper import fonts

FILES = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSans-Regular", "NotoSans-Bold", "CardprepRareHan")
RARE = "𠮷𡋾𪚏𡧳𨭎"


def _cmap(name: str) -> dict[int, str]:
    with TTFont(resource_path(f"fonts/{name}.ttf"), lazy=True) as font:
        found: dict[int, str] = font.getBestCmap()
    return found


@pytest.mark.parametrize("name", FILES)
def test_font_has_truetype_outlines_and_may_be_embedded(name):
    with TTFont(resource_path(f"fonts/{name}.ttf"), lazy=True) as font:
        assert "glyf" in font
        assert font["OS/2"].fsType == 0


@pytest.mark.parametrize("name", ["NotoSansSC-Regular", "NotoSansSC-Bold"])
def test_han_font_holds_all_of_gb_2312(name):
    cmap = _cmap(name)
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = {pair.decode("gb2312", "ignore") for pair in pairs} - {""}
    assert len(characters) == 6763
    assert not [character for character in characters if ord(character) not in cmap]


@pytest.mark.parametrize("name", ["NotoSans-Regular", "NotoSans-Bold"])
def test_latin_font_holds_european_letters(name):
    cmap = _cmap(name)
    assert all(code in cmap for low, high in ((0xC0, 0x24F), (0x400, 0x4FF)) for code in range(low, high + 1))


def test_rare_font_adds_only_what_the_han_font_lacks():
    rare = set(_cmap("CardprepRareHan"))
    assert len(rare) > 45_000
    assert not rare & set(_cmap("NotoSansSC-Regular"))


@pytest.mark.parametrize("name", FILES)
def test_every_font_has_its_licence_beside_it(name):
    family = name.partition("-")[0]
    licences = [path.name for path in resource_path("fonts/LICENSES").iterdir()]
    assert any(licence.partition(".")[0].partition("-")[0] == family for licence in licences)


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("王示例", fonts.HAN),
        ("䶮㛃𫍯𬭎", fonts.HAN),
        ("José Müller", fonts.HAN),
        ("Łukasz", fonts.LATIN),
        ("Алексей", fonts.LATIN),
        (RARE, fonts.RARE),
    ],
)
def test_one_font_draws_a_name(text, font):
    assert fonts.runs(text) == (fonts.Run(font, text),)


def test_runs_follow_each_other_as_typed():
    mixed = fonts.runs("𠮷田·Żółć", bold=True)
    assert [run.text for run in mixed] == ["𠮷", "田·", "Żółć"]
    assert [run.font for run in mixed] == [fonts.RARE, f"{fonts.HAN}-Bold", f"{fonts.LATIN}-Bold"]


def test_english_documents_are_set_in_the_latin_font():
    assert fonts.runs("plain", latin_first=True) == (fonts.Run(fonts.LATIN, "plain"),)


@pytest.mark.parametrize("character", ["😀", "\ue000", "\x07", "\u202e", "\ud800", "\U000323b0"])
def test_what_no_font_has_becomes_its_code_point(character):
    legible = fonts.legible(f"王{character}")
    assert legible.text == f"王〔U+{ord(character):04X}〕"
    assert legible.missing == {character}


def test_zero_width_characters_are_left_out():
    assert fonts.legible("王\u200b示\ufeff例") == fonts.Legible("王示例", frozenset())


def test_variation_selector_is_left_out_and_reported():
    assert fonts.legible("葛\U000e0100") == fonts.Legible("葛", frozenset("\U000e0100"))


def test_accents_join_their_letters_but_ideographs_stay_as_typed():
    assert fonts.legible("Jose\u0301 \uf9d1").text == "José \uf9d1"


def test_registering_again_changes_nothing():
    fonts.register()
    before = fonts.runs("王")
    fonts.register()
    assert fonts.runs("王") == before


def test_the_package_alone_loads_no_typesetter():
    code = "import sys, cardprep.paper, cardprep.paper.sheets; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
