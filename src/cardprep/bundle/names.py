"""How the files in a bundle are called: a folder a screen, then the paper and the person."""

from __future__ import annotations

from collections.abc import Mapping

from cardprep.case.model import Attachment, Case
from cardprep.case.slots import Owner, Part
from cardprep.host.filenames import legal_name, unique_name

# The bundle is for a Chinese system: its folders and files are named as that system's screens are.
FOLDERS = {
    Owner.UNIT: "01-单位信息",
    Owner.LEGAL: "02-法定代表人",
    Owner.OPERATOR: "03-操作员",
    Owner.HANDLER: "04-经办人",
}
PAPERS = "05-打印件"
CASE_FILE = "case.json"
MANIFEST_FILE = "manifest.json"
_PARTS = {
    Part.QUALIFICATION: "市场主体资格证明材料",
    Part.OTHER: "其他证明材料（邮寄业务委托书）",
    Part.IDENTITY: "身份证明材料",
    Part.TRANSLATION: "翻译材料",
}
_SUFFIXES = {"jpeg": ".jpg", "png": ".png", "pdf": ".pdf"}
_MOST_NAME_BYTES = 80  # leaves room for what tells the paper, the day and the draft


def _short(name: str) -> str:
    """As much of a name as leaves room for the rest of a file name."""
    return name.encode("utf-8", "ignore")[:_MOST_NAME_BYTES].decode("utf-8", "ignore")


def _person(case: Case, attachment: Attachment) -> str:
    slot = attachment.slot
    if slot.owner is Owner.OPERATOR and slot.index is not None:
        return f"操作员{slot.index + 1}-{case.operators[slot.index].name}"
    if slot.owner is Owner.LEGAL:
        return f"法定代表人-{case.legal_representative.name}"
    return f"经办人-{case.handler.name}" if slot.owner is Owner.HANDLER else "单位"


def bundle_names(case: Case, formats: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The path in the bundle for each attachment in `formats`, by (slot, file).

    `formats` gives each file's true format. Paths are legal on Windows, unique in any case of letters.
    """
    names: dict[tuple[str, str], str] = {}
    for attachment in case.attachments:
        if attachment.file not in formats:
            continue
        person = _short(_person(case, attachment).strip("-"))
        stem = legal_name(f"{person}-{_PARTS[attachment.slot.part]}")
        path = f"{FOLDERS[attachment.slot.owner]}/{stem}{_SUFFIXES[formats[attachment.file]]}"
        names[str(attachment.slot), attachment.file] = unique_name(path, names.values())
    return names


def bundle_title(case: Case, day: str, draft: str) -> str:
    """The name of the bundle and the papers beside it, without an ending."""
    firm = legal_name(_short(case.unit.name.strip()), "未命名单位")
    return legal_name("-".join(part for part in (firm, "电子口岸办卡", day, draft) if part))
