"""The icons: SVG files of our own, drawn in any colour and at any size and screen scale.

It owns drawing them. It must not decide which icon a state has.
"""

from collections.abc import Iterable
from functools import cache
from math import ceil

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.shipped import shipped

_SIZES = (16, 18, 20, 24)
_TRAY_SIZES = (16, 22, 24, 32, 44, 48, 64)

# The tray's colours are the same in both schemes: a panel has a scheme of its own.
TRAY_COLOURS = {
    "recording": "#d3242b",
    "recording_paused": "#a85d00",
    "stopped": "#8f1d18",
    "attention": "#a85d00",
    "paused": "#566173",
    "offline": "#566173",
    "waiting": "#566173",
    "sending": "#0b5cad",
    "checking": "#0b5cad",
    "verified": "#176f3d",
    "empty": "#566173",
}
TRAY_GLYPHS = {
    "recording": "record",
    "recording_paused": "pause",
    "stopped": "cross",
    "attention": "warning",
    "paused": "pause",
    "offline": "cloud-off",
    "waiting": "clock",
    "sending": "upload",
    "checking": "clock",
    "verified": "check",
    "empty": "camera",
}


@cache
def _source(name: str) -> str:
    return shipped("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    # A renderer knows no `currentColor`, so the colour is written into the file's text.
    text = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(text.encode("utf-8")))
    if not renderer.isValid():
        raise ValueError(f"the icon {name} is not a drawing")
    return renderer


def paint(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draw an icon into `area`, in `colour` (`#rrggbb`)."""
    _renderer(name, colour).render(painter, area)


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels on a screen of scale `ratio`."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, name, colour, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """An icon for a control; `disabled` is its colour when the control is disabled."""
    made = QIcon()
    sizes = sorted({size * scale for size in _SIZES for scale in _scales()})
    _add(made, (pixmap(name, colour, size) for size in sizes), QIcon.Mode.Normal)
    if disabled is not None:
        _add(made, (pixmap(name, disabled, size) for size in sizes), QIcon.Mode.Disabled)
    return made


def _scales() -> range:
    """Of the screens that are there: what is drawn for more delays the window for nobody."""
    ratios = (screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return range(1, ceil(max(ratios, default=1.0)) + 1)


BUTTON_ICON = QSize(20, 16)
"""Icon size of a button with words: style sheets know no space between the two, so it has some."""


def button_icon(name: str, colour: str, disabled: str) -> QIcon:
    """An icon for a button whose icon size is `BUTTON_ICON`."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        _add(made, (_with_gap(name, ink, scale) for scale in _scales()), mode)
    return made


def _with_gap(name: str, colour: str, scale: int) -> QPixmap:
    made = QPixmap(BUTTON_ICON * scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, name, colour, QRectF(0, 0, made.height(), made.height()))
    painter.end()
    return made


def app_icon() -> QIcon:
    """The mark of the application."""
    made = QIcon()
    sizes = (16, 24, 32, 48, 64, 128, 256)
    _add(made, (pixmap("holdfast", "#000000", size) for size in sizes), QIcon.Mode.Normal)
    return made


@cache
def tray_icon(state: str) -> QIcon:
    """A disc with a white rim and a white glyph: readable on a light and on a dark panel."""
    made = QIcon()
    _add(made, (_disc(state, size) for size in _TRAY_SIZES), QIcon.Mode.Normal)
    return made


def _disc(state: str, size: int) -> QPixmap:
    made = QPixmap(QSize(size, size))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = max(1.5, size / 16)
    painter.setPen(QPen(QColor("#ffffff"), rim))
    painter.setBrush(QColor(TRAY_COLOURS[state]))
    radius = (size - rim) / 2
    painter.drawEllipse(QPointF(size / 2, size / 2), radius, radius)
    inner = size * 0.6
    offset = (size - inner) / 2
    # A triangle looks centred when it sits a little high.
    lift = size * 0.03 if TRAY_GLYPHS[state] == "warning" else 0.0
    paint(painter, TRAY_GLYPHS[state], "#ffffff", QRectF(offset, offset - lift, inner, inner))
    painter.end()
    return made


def _add(target: QIcon, pixmaps: Iterable[QPixmap], mode: QIcon.Mode) -> None:
    for each in pixmaps:
        target.addPixmap(each, mode)
