"""How the window looks: one table of colours per scheme, turned into a palette and a style sheet.

It owns type sizes, spacing and how a scheme is chosen; the colours are in `tokens.py`, and which
properties the style sheet knows is in `docs/look.md`. It must not know any state or sentence.
"""

from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.shipped import shipped
from desktop.ui.tokens import CONTRAST, DARK, LIGHT, TOKENS, Scheme, Tokens
from desktop.ui.views import Tone

__all__ = ["CONTRAST", "DARK", "LIGHT", "TOKENS", "Scheme", "SchemeChoice", "Tokens"]

SchemeChoice = Literal["system", "light", "dark", "contrast"]

BODY_PX = 14
CARD_TITLE_PX = 17
PAGE_TITLE_PX = 24
CONTROL_PX = 36
ROW_PX = 44
"""A line of a table."""

KIOSK_BODY_PX = 22
KIOSK_HEADING_PX = 28
KIOSK_TITLE_PX = 44
KIOSK_COUNTDOWN_PX = 220
KIOSK_CONTROL_PX = 72
KIOSK_APART_PX = 20
"""Between two things that a finger may press, so that it presses one."""

XS, S, M, L, XL, XXL, XXXL = 4, 8, 12, 16, 24, 32, 56
"""The spaces there are, in pixels."""

CONTROLS = "controls"
"""Prefix under which the style sheet finds the marks of check boxes, arrows and the like."""
_STYLE = "Fusion"
STYLE_WORDS = ("-style", _STYLE)
"""For the command line of an application: given later, Qt would tell Python all about styles."""
_FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_FAMILIES = ["Inter", "Noto Sans", "DejaVu Sans"]


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
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply(app: QApplication, scheme: Scheme) -> Tokens:
    """Give the application this scheme: style, palette, font and style sheet."""
    app.setStyle(_STYLE)
    tokens = begin(app, scheme)
    dress(app, tokens)
    return tokens


def begin(app: QApplication, scheme: Scheme) -> Tokens:
    """All of a scheme but its style sheet, for an application that builds its first window.

    With a style sheet every widget would be styled anew each time it is put into another. The
    application was made with `STYLE_WORDS`, or was given its style by `apply` before.
    """
    tokens = TOKENS[scheme]
    app.setPalette(palette(tokens))
    app.setFont(body_font())
    QDir.setSearchPaths(CONTROLS, [str(controls_folder())])
    return tokens


def dress(app: QApplication, tokens: Tokens) -> None:
    """The style sheet of a scheme that `begin` began."""
    app.setStyleSheet(style_sheet(tokens))


def load_fonts() -> None:
    """Make the fonts that are shipped known to Qt. A font that cannot be read is done without."""
    for name in _FONTS:
        data = shipped("fonts", name).read_bytes()
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


def controls_folder() -> Path:
    """Where the marks of the controls are: a style sheet takes drawings from files only."""
    return shipped("styles", "controls")


def style_sheet(tokens: Tokens) -> str:
    """The style sheet with this scheme's colours filled in."""
    template = shipped("styles", "window.qss").read_text("utf-8")
    return Template(template).substitute(tokens._asdict())


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
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
