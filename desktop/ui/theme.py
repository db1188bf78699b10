"""How the window looks: one table of colours per scheme, turned into a palette and a style sheet.

It owns colours, type sizes and spacing. It must not know any state or sentence.
"""

from dataclasses import asdict, dataclass
from importlib.resources import files
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.views import Tone

Scheme = Literal["light", "dark"]
SchemeChoice = Literal["system", "light", "dark"]

BODY_PX = 14
CONTROL_PX = 36

_FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_FAMILIES = ["Inter", "Noto Sans", "DejaVu Sans"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme. Names say what a colour is for, never what it looks like."""

    bg: str
    surface: str
    raised: str
    border: str
    strong: str
    text: str
    muted: str
    accent: str
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
    on_rec: str
    selected: str
    track: str
    preview: str
    preview_text: str
    preview_muted: str


LIGHT = Tokens(
    bg="#f4f6fa",
    surface="#ffffff",
    raised="#f7f9fc",
    border="#d8dee8",
    strong="#7b8698",
    text="#16202e",
    muted="#505c6e",
    accent="#0b5cad",
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
    on_rec="#ffffff",
    selected="#dcebf9",
    track="#e3e8ef",
    preview="#1b2430",
    preview_text="#eef2f7",
    preview_muted="#b3becb",
)

DARK = Tokens(
    bg="#11161d",
    surface="#19202a",
    raised="#202935",
    border="#313c4a",
    strong="#717f92",
    text="#e9eef4",
    muted="#a9b5c4",
    accent="#6fb1ff",
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
    on_rec="#ffffff",
    selected="#1d3550",
    track="#303b49",
    preview="#1b2430",
    preview_text="#eef2f7",
    preview_muted="#b3becb",
)

TOKENS: dict[Scheme, Tokens] = {"light": LIGHT, "dark": DARK}


def tone_colours(tokens: Tokens, tone: Tone) -> tuple[str, str]:
    """Foreground and background of a tone: of a pill, a banner, a light."""
    return {
        "ok": (tokens.ok, tokens.ok_bg),
        "info": (tokens.info, tokens.info_bg),
        "warn": (tokens.warn, tokens.warn_bg),
        "danger": (tokens.danger, tokens.danger_bg),
        "muted": (tokens.muted, tokens.muted_bg),
        "recording": (tokens.danger, tokens.danger_bg),
    }[tone]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def scheme_for(choice: SchemeChoice) -> Scheme:
    """The scheme to show. A system that does not say what it prefers gets light."""
    if choice != "system":
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply(app: QApplication, scheme: Scheme) -> Tokens:
    """Give the application this scheme: style, palette, font and style sheet."""
    tokens = TOKENS[scheme]
    app.setStyle("Fusion")
    app.setPalette(palette(tokens))
    app.setFont(body_font())
    app.setStyleSheet(style_sheet(tokens))
    return tokens


def load_fonts() -> None:
    """Make the fonts that are shipped known to Qt. A font that cannot be read is done without."""
    for name in _FONTS:
        data = files("resources").joinpath("fonts", name).read_bytes()
        QFontDatabase.addApplicationFontFromData(data)


def body_font() -> QFont:
    """The font of everything that says nothing else."""
    font = QFont(_FAMILIES)
    font.setPixelSize(BODY_PX)
    return font


def figures_font(px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The body font with figures of equal width, for numbers that change or stand in columns."""
    font = body_font()
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def style_sheet(tokens: Tokens) -> str:
    """The style sheet with this scheme's colours filled in."""
    template = files("resources").joinpath("styles", "window.qss").read_text("utf-8")
    return Template(template).substitute(asdict(tokens))


def palette(tokens: Tokens) -> QPalette:
    """The same colours for whatever the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.strong))
    return made
