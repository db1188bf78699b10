"""The questions that the window asks. Each has a default that loses nothing."""

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui import texts
from desktop.ui.words import tr


def may_stop_and_quit(parent: QWidget) -> bool:
    """Whether the running recording may be stopped; keeping it is the default."""
    question = QMessageBox(parent)
    question.setIcon(QMessageBox.Icon.NoIcon)
    question.setWindowTitle(tr(texts.APP))
    question.setText(tr(texts.QUIT_WHILE_RECORDING))
    question.setInformativeText(tr(texts.QUIT_WHILE_RECORDING_MORE))
    keep = question.addButton(tr(texts.KEEP_RECORDING), QMessageBox.ButtonRole.RejectRole)
    stop = question.addButton(tr(texts.STOP_AND_QUIT), QMessageBox.ButtonRole.DestructiveRole)
    question.setDefaultButton(keep)
    question.setEscapeButton(keep)
    question.exec()
    may = question.clickedButton() is stop
    question.deleteLater()
    return may
