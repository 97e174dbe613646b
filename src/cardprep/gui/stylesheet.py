"""The style sheet, made from tokens; lengths are font units turned into device-independent pixels.

Roles (dynamic property `role`): on labels `title subtitle section label hint muted error warn ok info
chip`, on frames `card sunken bar over option option-on (each also with -focus) rule rule-upright drop
drop-over notice-block notice-warn notice-ok notice-info`, on buttons `primary danger quiet tool link choice
step line`, on fields `large`. A field's property `state` is `error` or `warn`.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from cardprep.gui.tokens import Tokens
from cardprep.host.resources import read_text

SCALE = {
    "e15": 0.15, "e25": 0.25, "e35": 0.35, "e5": 0.5, "e6": 0.6, "e75": 0.75, "e1": 1.0,
    "e15x": 1.5, "e25x": 2.6, "e2": 2.0,
    "fs_small": 0.9, "fs_subtitle": 1.05, "fs_section": 1.14, "fs_title": 1.7,
    "r_small": 0.4, "r_card": 0.75,
}  # fmt: skip

FOCUS_PADDINGS = {
    "p_focus": (0.35, 0.5),
    "p_button": (0.35, 1.0),
    "p_quiet": (0.35, 0.6),
    "p_step": (0.5, 0.6),
    "p_line": (0.35, 0.5),
}


def build_stylesheet(tokens: Tokens, em: float, folder: str) -> str:
    """The program's style sheet.

    Args:
        tokens: the colours.
        em: one font unit in device-independent pixels.
        folder: where the look's own pictures (check marks, arrows) are, with forward slashes.
    """
    lengths = {name: f"{max(1, round(em * units))}px" for name, units in SCALE.items()}
    # Half the indicator and its border: one pixel more and Qt draws a square, one less and it is no circle.
    lengths["r_radio"] = f"{max(1, round(em)) // 2 + 1}px"
    # A focused frame is one pixel thicker; its padding is one pixel less, so nothing moves.
    for name, sides in FOCUS_PADDINGS.items():
        lengths[name] = " ".join(f"{max(0, round(em * units) - 1)}px" for units in sides)
    return Template(read_text("themes/window.qss")).substitute(asdict(tokens), **lengths, folder=folder)
