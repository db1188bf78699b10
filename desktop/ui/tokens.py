"""The colours of each scheme, by what they are for.

Every pair that stands on one another is held to the contrast of WCAG 2.2 by a test.
"""

from typing import Literal, NamedTuple

Scheme = Literal["light", "dark", "contrast"]


class Tokens(NamedTuple):
    """The colours of one scheme. Names say what a colour is for, never what it looks like."""

    name: Scheme
    bg: str
    surface: str
    raised: str
    border: str
    strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    danger: str
    danger_bg: str
    info: str
    info_bg: str
    muted_bg: str
    focus: str
    rec: str
    rec_hover: str
    rec_pressed: str
    on_rec: str
    selected: str
    track: str
    preview: str
    preview_text: str
    preview_muted: str


LIGHT = Tokens(
    name="light",
    bg="#f4f6fa",
    surface="#ffffff",
    raised="#f7f9fc",
    border="#d8dee8",
    strong="#7b8698",
    text="#16202e",
    muted="#505c6e",
    disabled="#7b8698",
    accent="#0b5cad",
    accent_hover="#094f96",
    accent_pressed="#073f78",
    on_accent="#ffffff",
    ok="#176f3d",
    ok_bg="#e2f3e8",
    warn="#8a5200",
    warn_bg="#fdf0d8",
    danger="#b3261e",
    danger_bg="#fdeae8",
    info="#0b5cad",
    info_bg="#e4eff9",
    muted_bg="#e9edf3",
    focus="#0b5cad",
    rec="#d3242b",
    rec_hover="#b81d24",
    rec_pressed="#97161d",
    on_rec="#ffffff",
    selected="#dcebf9",
    track="#e3e8ef",
    preview="#1b2430",
    preview_text="#eef2f7",
    preview_muted="#b3becb",
)

DARK = Tokens(
    name="dark",
    bg="#11161d",
    surface="#19202a",
    raised="#202935",
    border="#313c4a",
    strong="#717f92",
    text="#e9eef4",
    muted="#a9b5c4",
    disabled="#717f92",
    accent="#6fb1ff",
    accent_hover="#8fc3ff",
    accent_pressed="#b0d5ff",
    on_accent="#0c1824",
    ok="#5fd08f",
    ok_bg="#14301f",
    warn="#f2b955",
    warn_bg="#382a10",
    danger="#ff8a80",
    danger_bg="#3f1a19",
    info="#7ab8ff",
    info_bg="#14293f",
    muted_bg="#252e3a",
    focus="#8cc2ff",
    # The light scheme's red: white on a lighter one has a contrast of 3.3 only.
    rec="#d3242b",
    rec_hover="#b81d24",
    rec_pressed="#97161d",
    on_rec="#ffffff",
    selected="#1d3550",
    track="#303b49",
    preview="#1b2430",
    preview_text="#eef2f7",
    preview_muted="#b3becb",
)

CONTRAST = Tokens(
    name="contrast",
    bg="#000000",
    surface="#000000",
    raised="#1c1c1c",
    border="#9a9a9a",
    strong="#ffffff",
    text="#ffffff",
    muted="#e2e2e2",
    disabled="#a0a0a0",
    accent="#ffd83d",
    accent_hover="#ffe78a",
    accent_pressed="#fff3c4",
    on_accent="#000000",
    ok="#6df0a0",
    ok_bg="#00250f",
    warn="#ffd166",
    warn_bg="#2b1d00",
    danger="#ffa39b",
    danger_bg="#380906",
    info="#9bd0ff",
    info_bg="#00213f",
    muted_bg="#262626",
    focus="#00e5ff",
    # White on a red that stands out from black is hard to read; black on a light red is not.
    rec="#ff665d",
    rec_hover="#ff8b84",
    rec_pressed="#ffb0ab",
    on_rec="#000000",
    selected="#0a3a66",
    track="#3a3a3a",
    preview="#000000",
    preview_text="#ffffff",
    preview_muted="#e2e2e2",
)

TOKENS: dict[Scheme, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
