"""What the first start asks through the system's own dialogs; a test answers in their place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.ui.wizard import texts
from desktop.ui.words import tr


def ask_folder(parent: QWidget, start: Path) -> Path | None:
    """A folder that somebody chooses; None where they do not."""
    chosen = QFileDialog.getExistingDirectory(parent, tr(texts.CHOOSE_FOLDER), str(start))
    return Path(chosen) if chosen else None


def ask_invitation(parent: QWidget) -> Path | None:
    """A file with an invitation, or a picture of one; None where nobody chooses any."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, tr(texts.FROM_FILE), "", tr(texts.FILES))
    return Path(chosen) if chosen else None


def may_leave(parent: QWidget) -> bool:
    """Whether to leave the set-up unfinished."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr(texts.TITLE))
    box.setText(tr(texts.CLOSE_TITLE))
    box.setInformativeText(tr(texts.CLOSE_SENTENCE))
    stay = box.addButton(tr(texts.CLOSE_STAY), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(tr(texts.CLOSE_LEAVE), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave


def open_page(url: str) -> None:
    """Show a page in the system's browser."""
    QDesktopServices.openUrl(QUrl(url))


@dataclass(frozen=True, slots=True)
class Asking:
    """How a person is asked."""

    folder: Callable[[QWidget, Path], Path | None] = ask_folder
    invitation: Callable[[QWidget], Path | None] = ask_invitation
    may_leave: Callable[[QWidget], bool] = may_leave
    open_page: Callable[[str], None] = open_page
