"""The one way to the files that ship with the program."""

from __future__ import annotations

import pytest

from cardprep.host.resources import read_bytes, read_text, resource_path


@pytest.mark.parametrize(
    "name",
    [
        *("wording/zh_CN.json", "wording/en.json", "rulebooks/jiangsu/rulebook.json", "rulebooks/jiangsu"),
        *("schema/cardprep-case-1.json", "fonts/NotoSansSC-Regular.ttf", "icons/cardprep.svg"),
    ],
)
def test_what_ships_with_the_program_is_there(name):
    assert resource_path(name).exists()


def test_text_is_read_as_utf_8_and_bytes_as_they_are():
    assert "须改正" in read_text("wording/zh_CN.json")
    assert read_bytes("wording/zh_CN.json").decode("utf-8") == read_text("wording/zh_CN.json")


@pytest.mark.parametrize("name", ["../pyproject.toml", "wording/../../src", "/etc/passwd", "..", "a/.."])
def test_no_name_leads_outside(name):
    with pytest.raises(ValueError, match=name.replace(".", r"\.")):
        resource_path(name)


@pytest.mark.parametrize("name", ["wording/fr.json", "nothing", "wording/zh_CN.json/x"])
def test_what_the_installation_lacks_is_an_error(name):
    with pytest.raises(FileNotFoundError):
        resource_path(name)
