"""Colours can be told apart, the style sheet is whole, and a mute system gets light."""

import ast
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui import theme
from desktop.ui.theme import DARK, LIGHT, Tokens

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
TEXT_ON_GROUND = [
    ("text", "bg"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "selected"),
    ("text", "muted_bg"),
    ("text", "danger_bg"),
    ("text", "warn_bg"),
    ("text", "ok_bg"),
    ("text", "info_bg"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "selected"),
    ("muted", "muted_bg"),
    ("ok", "ok_bg"),
    ("warn", "warn_bg"),
    ("danger", "danger_bg"),
    ("info", "info_bg"),
    ("ok", "surface"),
    ("info", "surface"),
    ("danger", "surface"),
    ("warn", "bg"),
    ("on_accent", "accent"),
    ("on_rec", "rec"),
    ("on_rec", "rec_hover"),
    ("bg", "danger"),
    ("preview_text", "preview"),
    ("preview_muted", "preview"),
]
CONTROL_ON_GROUND = [
    ("strong", "bg"),
    ("strong", "surface"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("accent", "track"),
    ("rec", "bg"),
    ("ok", "track"),
    ("surface", "ok"),
]


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_is_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), CONTROL_ON_GROUND)
def test_controls_stand_out(tokens: Tokens, ink: str, ground: str) -> None:
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_the_standard(first: str, second: str, ratio: float) -> None:
    assert theme.contrast(first, second) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("tokens", SCHEMES)
def test_the_style_sheet_asks_for_tokens_that_exist(tokens: Tokens) -> None:
    sheet = theme.style_sheet(tokens)

    assert "$" not in sheet
    assert tokens.focus in sheet


def test_a_choice_beats_the_system(qapp: QApplication) -> None:
    assert theme.scheme_for("dark") == "dark"
    assert theme.scheme_for("light") == "light"


def test_a_system_that_does_not_say_gets_light(qapp: QApplication) -> None:
    assert QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    assert theme.scheme_for("system") == "light"


def test_the_palette_changes_with_the_scheme(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.bg

    theme.apply(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.bg


def test_the_shipped_font_is_used(qapp: QApplication) -> None:
    theme.load_fonts()

    assert QFontInfo(theme.body_font()).family() == "Inter"


def test_every_token_is_a_colour() -> None:
    for tokens in (LIGHT, DARK):
        assert [name for name, value in asdict(tokens).items() if len(value) != 7] == []


def test_no_widget_holds_a_sentence() -> None:
    """All words are in `texts.py`: elsewhere no text constant has two words and a space."""
    folder = Path(theme.__file__).parent
    widgets = ("cards", "main_window", "meter", "preview", "recordings_table", "tray")
    for name in (*widgets, "device_dialog", "sending_menu", "settings_dialog"):
        tree = ast.parse((folder / f"{name}.py").read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        sentences = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and len([word for word in node.value.split() if word.isalpha()]) > 1
        ]
        assert sentences == [], name
