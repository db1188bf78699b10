"""Which study the next recordings belong to: a button in the window's top line, with a menu.

It paints a `StudyView` and emits what somebody chose.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from desktop.ui import field_texts, icons
from desktop.ui.theme import Tokens
from desktop.ui.views import StudyView
from desktop.ui.words import tr

_WIDTH_MOST = 340


class StudyButton(QToolButton):
    """Shows the chosen study's title; its menu has those that there are."""

    chosen = Signal(str, str)
    """A study's key, empty for none; and one of its languages, empty for that of the window."""
    open_pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._view: StudyView | None = None
        self.setProperty("role", "quiet")
        self.setProperty("menu", "yes")
        self.setIconSize(icons.BUTTON_ICON)
        self.setMaximumWidth(_WIDTH_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr(field_texts.STUDY_HINT))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setShortcut(QKeySequence("Ctrl+T"))
        self.setMenu(QMenu(self))
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(icons.button_icon("study", tokens.accent, tokens.muted))

    def show_view(self, view: StudyView) -> None:
        if view == self._view:
            return
        self._view = view
        self.setText(_shortened(view.label))
        self.setAccessibleName(tr(field_texts.STUDY_NAME))
        self.setAccessibleDescription(view.label)
        self.setEnabled(view.can_change)
        self._fill(view)

    def _fill(self, view: StudyView) -> None:
        menu = self.menu()
        menu.clear()
        titles = [(each.key, each.title) for each in view.options]
        self._offer(titles, view.chosen, lambda key: self.chosen.emit(key, ""))
        if view.languages:
            menu.addSection(tr(field_texts.STUDY_LANGUAGES))
            names = view.languages
            self._offer(names, view.language, lambda code: self.chosen.emit(view.chosen, code))
        menu.addSeparator()
        opened = QAction(tr(field_texts.OPEN_STUDY), menu)
        opened.triggered.connect(self.open_pressed)
        menu.addAction(opened)

    def _offer(
        self, options: Iterable[tuple[str, str]], chosen: str, choose: Callable[[str], None]
    ) -> None:
        """One of these, by key and words, the chosen one ticked."""
        menu = self.menu()
        group = QActionGroup(menu)
        for key, words in options:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _on, key=key: choose(key))
            group.addAction(action)
            menu.addAction(action)


def _shortened(words: str) -> str:
    """A title may be long; the whole of it is in the menu and in what a screen reader says."""
    most = 36
    short = words if len(words) <= most else f"{words[: most - 1]}…"
    return short.replace("&", "&&")
