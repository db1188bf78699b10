"""The About box: what this is, its version, and under which licences it may be passed on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui import texts
from desktop.ui.words import tr
from holdfast.version import VERSION


def about_box(parent: QWidget) -> QMessageBox:
    """The box, not shown yet; it deletes itself when it is closed."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr(texts.ABOUT))
    box.setText(tr(texts.ABOUT_TITLE).format(version=VERSION))
    box.setInformativeText(tr(texts.ABOUT_MORE))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return box
