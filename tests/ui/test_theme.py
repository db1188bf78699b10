"""Colours can be told apart, the style sheet is whole, and a mute system gets light."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.theme import CONTRAST, DARK, LIGHT, TOKENS, Tokens

UI = Path(theme.__file__).parent
SCHEMES = [pytest.param(each, id=name) for name, each in TOKENS.items()]
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
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("accent", "muted_bg"),
    ("accent", "selected"),
    ("danger", "bg"),
    ("ok", "bg"),
    ("info", "bg"),
    ("on_rec", "rec"),
    ("on_rec", "rec_hover"),
    ("on_rec", "rec_pressed"),
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
    ("muted", "track"),
    ("warn", "track"),
    ("danger", "track"),
    ("surface", "ok"),
    ("disabled", "surface"),
]


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_is_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), CONTROL_ON_GROUND)
def test_controls_stand_out(tokens: Tokens, ink: str, ground: str) -> None:
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_of_high_contrast_is_more_than_readable(ink: str, ground: str) -> None:
    assert theme.contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7


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
    assert theme.scheme_for("contrast") == "contrast"


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
    for tokens in TOKENS.values():
        wrong = [
            name for name, value in tokens._asdict().items() if not re.match("#[0-9a-f]{6}$", value)
        ]
        assert wrong == ["name"]


def test_every_drawing_that_the_style_sheet_names_exists_in_every_scheme() -> None:
    for tokens in TOKENS.values():
        named = re.findall(r"url\(controls:([^)]+)\)", theme.style_sheet(tokens))

        assert len(named) > 8
        assert [name for name in named if not (theme.controls_folder() / name).is_file()] == []


def test_the_drawings_of_controls_have_their_schemes_colours() -> None:
    for name, tokens in TOKENS.items():
        inks = {
            re.findall('stroke="(#[0-9a-f]{6})"', drawing.read_text("utf-8"))[0]
            for drawing in (theme.controls_folder() / name).glob("*.svg")
        }
        assert inks == {tokens.text, tokens.disabled, tokens.on_accent}


def test_no_control_gets_the_focus_box_of_the_style_beside_our_ring() -> None:
    """Seen on a real screen alone: after Tab, Fusion paints a box where nothing forbids it."""
    everything = re.search(r"^\* \{(.*)\}$", theme.style_sheet(LIGHT), re.MULTILINE)

    assert everything is not None
    assert "outline: none;" in everything[1]


def test_a_check_mark_is_drawn(qapp: QApplication, qtbot: QtBot) -> None:
    """A style sheet that gives a box takes the mark away, unless the drawing is found."""
    theme.apply(qapp, "light")
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.show()
    drawn = box.grab().toImage()
    inks = {drawn.pixelColor(x, y).name() for x in range(22) for y in range(drawn.height())}

    assert {LIGHT.accent, LIGHT.on_accent} <= inks


def _said_of_widgets(name: str) -> set[str]:
    """The values that the code gives a property which the style sheet looks at."""
    given = re.compile(rf'setProperty\("{name}", "([a-z-]+)"\)')
    return {value for path in UI.rglob("*.py") for value in given.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("name", ["role", "target"])
def test_the_style_sheet_knows_every_property_that_widgets_are_given(name: str) -> None:
    known = set(re.findall(rf'\[{name}="([a-z-]+)"\]', theme.style_sheet(LIGHT)))

    assert _said_of_widgets(name)
    assert _said_of_widgets(name) - known == set()


def test_no_widget_is_given_a_property_that_qt_has_already() -> None:
    """`size` is a QSize: a style sheet never sees a word that is set there."""
    assert _said_of_widgets("size") == set()


@pytest.mark.parametrize(("target", "least"), [("lg", 44), ("kiosk", theme.KIOSK_CONTROL_PX)])
def test_targets_are_as_large_as_they_are_said_to_be(
    qapp: QApplication, qtbot: QtBot, target: str, least: int
) -> None:
    theme.apply(qapp, "light")
    for role in ("", "primary", "danger", "quiet"):
        button = QPushButton(role)
        button.setProperty("role", role)
        button.setProperty("target", target)
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() >= least, role


def test_no_widget_holds_a_sentence() -> None:
    """All words are in `texts.py`: elsewhere no text constant has two words and a space."""
    folder = Path(theme.__file__).parent
    widgets = ("cards", "main_window", "meter", "preview", "recordings_table", "tray")
    for name in (*widgets, "controls", "list_card", "side_column", "device_dialog", "sending_menu"):
        tree = ast.parse((folder / f"{name}.py").read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        kinds = {id(kind) for node in ast.walk(tree) for kind in _annotations(node)}
        sentences = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings | kinds
            and len([word for word in node.value.split() if word.isalpha()]) > 1
        ]
        assert sentences == [], name


def _annotations(node: ast.AST) -> list[ast.expr]:
    """What this node says about kinds: those are words for nobody."""
    if isinstance(node, ast.FunctionDef):
        return [node.returns] if node.returns is not None else []
    if isinstance(node, ast.arg | ast.AnnAssign):
        return [node.annotation] if node.annotation is not None else []
    return []
