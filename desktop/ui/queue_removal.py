"""The question before recordings are taken out of the queue. Its default keeps every file."""

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.ui import queue_texts as texts
from desktop.ui.words import tr


class Removal(Enum):
    """What somebody chose."""

    NONE = "none"
    ASIDE = "aside"
    DISCARD = "discard"


def ask_removal(parent: QWidget | None, count: int) -> Removal:
    """Whether these are set aside, discarded, or stay."""
    question = QMessageBox(parent)
    question.setIcon(QMessageBox.Icon.NoIcon)
    question.setWindowTitle(tr(texts.REMOVE_TITLE))
    question.setText(tr(texts.REMOVE_QUESTION, count))
    question.setInformativeText(tr(texts.REMOVE_MORE))
    cancel = question.addButton(tr(texts.CANCEL), QMessageBox.ButtonRole.RejectRole)
    discard = question.addButton(tr(texts.REMOVE_DISCARD), QMessageBox.ButtonRole.DestructiveRole)
    discard.setProperty("role", "danger")
    aside = question.addButton(tr(texts.REMOVE_ASIDE), QMessageBox.ButtonRole.AcceptRole)
    aside.setProperty("role", "primary")
    question.setDefaultButton(aside)
    question.setEscapeButton(cancel)
    question.exec()
    chosen = question.clickedButton()
    question.deleteLater()
    if chosen is aside:
        return Removal.ASIDE
    return Removal.DISCARD if chosen is discard else Removal.NONE
