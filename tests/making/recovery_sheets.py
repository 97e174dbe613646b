"""Recovery sheets to print: a made key for a made library."""

from __future__ import annotations

import json

from cardprep.host.resources import read_text
from cardprep.library.recovery import RecoveryKey
from cardprep.paper.recovery_sheet import RecoverySheet, recovery_labels
from cardprep.paper.sheets import Heading

NAME = "南京示例代理 · 总部资料库"


def recovery_sheet(key: RecoveryKey, language: str = "zh_CN", name: str = NAME) -> RecoverySheet:
    """The sheet of `key`."""
    words = json.loads(read_text(f"wording/papers.{language}.json"))
    heading = Heading(
        title=words["recovery.title"],
        firm="",
        language="zh-CN" if language == "zh_CN" else "en",
        origin="cardprep 0.1.0",
        digest="",
        page=words["page"],
    )
    labels = recovery_labels(words)
    return RecoverySheet(heading, labels, name, "2026-11-23", "4f3a 91c0", key.groups, key.link)
