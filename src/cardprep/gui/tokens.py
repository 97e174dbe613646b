"""The colours of the window by what they mean; text keeps 4.5 : 1 on `surface` and `raised` (tested)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One look. `*_soft` is the ground of a notice, `faint` is for what cannot be used now."""

    surface: str
    raised: str
    sunken: str
    hover: str
    text: str
    muted: str
    faint: str
    line: str
    line_strong: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    block: str
    block_soft: str
    info: str
    info_soft: str


LIGHT = Tokens(
    surface="#f5f6f8",
    raised="#ffffff",
    sunken="#eceef2",
    hover="#eef1f5",
    text="#1c2127",
    muted="#57606c",
    faint="#98a1ac",
    line="#e0e4e9",
    line_strong="#8d97a3",
    accent="#1d5fb8",
    accent_hover="#174e98",
    accent_soft="#e8f0fb",
    on_accent="#ffffff",
    ok="#1b7040",
    ok_soft="#e8f5ed",
    warn="#8a5200",
    warn_soft="#fdf3e1",
    block="#b3261e",
    block_soft="#fcecea",
    info="#3a5a8a",
    info_soft="#ecf1f8",
)

DARK = Tokens(
    surface="#15181c",
    raised="#1e2227",
    sunken="#111317",
    hover="#282d34",
    text="#e6e9ed",
    muted="#a6afba",
    faint="#6a737e",
    line="#333941",
    line_strong="#727c88",
    accent="#7fb2f5",
    accent_hover="#a3c8f8",
    accent_soft="#1f2f45",
    on_accent="#0d1b2e",
    ok="#74cf9b",
    ok_soft="#1a2e23",
    warn="#efb661",
    warn_soft="#33291a",
    block="#ff8f85",
    block_soft="#3a2120",
    info="#a3bde3",
    info_soft="#202a38",
)
