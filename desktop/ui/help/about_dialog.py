"""About: what this is, its version, and under which licences all its parts are passed on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.licences import Part
from desktop.ui import icons, theme
from desktop.ui.cards import label
from desktop.ui.help import texts
from desktop.ui.wizard.parts import button
from desktop.ui.words import tr
from holdfast.version import VERSION

_SIZE = QSize(820, 600)
_MARK_PX = 56
_LIST_W = 300


class AboutDialog(QDialog):
    """Name, version, and a list of parts with their licences' own words."""

    def __init__(self, parent: QWidget | None, parts: Sequence[Part]) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(texts.ABOUT_TITLE))
        self.resize(_SIZE)
        self.name = label(tr(texts.ABOUT_NAME).format(version=VERSION), "page")
        self.licence = label(tr(texts.ABOUT_LICENCE), "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr(texts.PARTS))
        self.list.setFixedWidth(_LIST_W)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.ensurePolished()
        for part in self._parts:
            item = QListWidgetItem(f"{part.name} {part.version}")
            item.setToolTip(part.licence or tr(texts.NO_LICENCE))
            self.list.addItem(item)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("role", "mono")
        self.text.setAccessibleName(tr(texts.LICENCE_TEXT))
        self.list.currentRowChanged.connect(self._show)
        self.close_button = button(texts.CLOSE_MNEMONIC)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        if self._parts:
            self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(icons.pixmap("holdfast", "#000000", _MARK_PX, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(label(tr(texts.ABOUT_SENTENCE)))
        top = QHBoxLayout()
        top.setSpacing(theme.L)
        top.addWidget(mark)
        top.addLayout(words, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.M)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(top)
        column.addWidget(self.licence)
        column.addWidget(label(tr(texts.PARTS), "title"))
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _show(self, row: int) -> None:
        part = self._parts[row]
        head = f"{part.name} {part.version}\n{part.licence or tr(texts.NO_LICENCE)}"
        body = part.text or tr(texts.NO_LICENCE_TEXT).format(page=part.homepage)
        self.text.setPlainText(f"{head}\n\n{body}")
