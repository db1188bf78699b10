"""Reads every word that a page shows or says to a screen reader, and finds what is cut."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QTabWidget,
    QWidget,
)

MOST_ROWS = 5
_MARKUP = re.compile(r"<[^>]+>")
_UNTRANSLATED = re.compile(r"[A-Za-z]*[aeou][A-Za-z]*")
"""The pseudo-language leaves no such letter without an accent."""
_NAMES = re.compile(r"Holdfast|https?://\S+|\b[kMGT]?B(/s)?\b|\S+\.\w{2,4}\b|(/[\w.-]+)+")


def words_of(page: QWidget) -> Iterator[tuple[str, str]]:
    """Whose words, and the words: what stands on the page and what is said of it."""
    for widget in (page, *page.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        if _belongs_to_qt(widget):
            continue
        yield from ((name, words) for words in _words_of(widget) if words)
    for action in page.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()


def _belongs_to_qt(widget: QWidget) -> bool:
    """The inside of a spin box, or the corner of a table."""
    return widget.objectName().startswith("qt_")


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _words_in(widget.model())


def _words_in(model: QAbstractItemModel) -> Iterator[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    none = QModelIndex()
    # A list's own count of columns is private to Qt.
    is_list = isinstance(model, QAbstractListModel)
    columns = range(1 if is_list else model.columnCount(none))
    for column in () if is_list else columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(none), MOST_ROWS)):
        for column in columns:
            index = model.index(row, column, none)
            yield from (str(model.data(index, role) or "") for role in roles)


def untranslated(words: str, data: Sequence[str]) -> list[str]:
    """The words of a text in the pseudo-language that are plain English, and no data either."""
    left = _NAMES.sub(" ", _MARKUP.sub(" ", words))
    for known in data:
        left = re.sub(known, " ", left)
    return [found for found in _UNTRANSLATED.findall(left) if len(found) > 2]


def settle() -> None:
    """Let layouts that change other layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def cut(page: QWidget) -> Iterator[str]:
    """What stands on a page and does not fit into its place; what is elided says so itself."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or _belongs_to_qt(widget):
            continue
        if isinstance(widget, QLabel) and widget.text() and not _is_elided(widget):
            yield from _cut_label(widget)
        elif isinstance(widget, QScrollArea):
            yield from _beside_a_view(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            room = widget.width() - (0 if widget.icon().isNull() else widget.iconSize().width())
            needed = _width_of(widget)
            if needed > room:
                yield f"button {widget.text()!r}: {room} px wide, needs {needed}"


def _beside_a_view(area: QScrollArea) -> Iterator[str]:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    content = area.widget()
    if content is None:
        return
    wide, room = content.width(), area.viewport().width()
    if area.horizontalScrollBarPolicy() == off and wide > room:
        yield f"{area.objectName() or 'scrolled'}: {wide} px wide, has {room}"


def asked_in_vain(page: QWidget) -> Iterator[str]:
    """What an empty field asks for and has no room to say."""
    for field in page.findChildren(QLineEdit):
        asked = field.placeholderText()
        if not asked or not field.isVisibleTo(page) or _belongs_to_qt(field):
            continue
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        place = QStyle.SubElement.SE_LineEditContents
        # Qt keeps two pixels on either side of the text free.
        room = field.style().subElementRect(place, option, field).width() - 4
        needed = field.fontMetrics().horizontalAdvance(asked)
        if needed > room:
            yield f"field {asked!r}: {room} px wide, needs {needed}"


def _width_of(widget: QLabel | QAbstractButton) -> int:
    lines = re.sub(r"&(?=\w)", "", _MARKUP.sub("", widget.text())).splitlines()
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines)


def _is_elided(label: QLabel) -> bool:
    # Those that shorten their own words have no least width, and a tooltip with all of them.
    return type(label) is not QLabel and label.minimumSizeHint().width() <= 1


def _cut_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            yield f"label {label.text()!r}: {label.height()} px high, needs {needed}"
    elif (needed := _width_of(label)) > label.contentsRect().width():
        yield f"label {label.text()!r}: {label.contentsRect().width()} px wide, needs {needed}"


def controls(page: QWidget) -> list[QWidget]:
    """What a person can work with on this page now."""
    kinds = QAbstractButton | QLineEdit | QComboBox | QAbstractItemView | QAbstractSlider
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.isVisibleTo(page)
        and each.isEnabledTo(page)
        and not _belongs_to_qt(each)
        and not isinstance(each, QHeaderView | QScrollBar)
        and not _is_to_look_at(each)
        and not isinstance(each.parent(), QComboBox | QAbstractSpinBox)
    ]


def _is_to_look_at(widget: QWidget) -> bool:
    """A list that only shows how far something is, or a choice that arrow keys lead to."""
    if isinstance(widget, QRadioButton):
        return not widget.isChecked()
    is_list = isinstance(widget, QAbstractItemView)
    return is_list and widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def overlapping(page: QWidget) -> Iterator[str]:
    """Neighbours that stand over each other, because there is no room for all of them."""
    shown = [each for each in controls(page) if not _belongs_to_qt(each)]
    places = [(each, QRect(each.mapTo(page, QPoint(0, 0)), each.size())) for each in shown]
    for (first, its), (second, other) in combinations(places, 2):
        if its.intersects(other) and first.parent() is second.parent():
            yield f"{_name(first)} stands over {_name(second)}"


def _name(control: QWidget) -> str:
    return f"{type(control).__name__} {control.accessibleName()!r}"


def unreachable(page: QWidget) -> Iterator[str]:
    """The controls to which no key leads, or which have no name."""
    for control in controls(page):
        name = control.accessibleName() or (
            control.text() if isinstance(control, QAbstractButton) else ""
        )
        what = f"{type(control).__name__} {name!r}"
        if not name:
            yield f"{what}: no name"
        if not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield f"{what}: no key leads to it"


def twins(page: QWidget) -> list[str]:
    """The mnemonics that stand on a page twice."""
    words = [each.text() for each in controls(page) if isinstance(each, QAbstractButton)]
    words += [
        each.text()
        for each in page.findChildren(QLabel)
        if each.buddy() is not None and each.isVisibleTo(page)
    ]
    keys = Counter(
        found[1].lower()
        for text in words
        if (found := re.search(r"&(\w)", text.replace("&&", ""))) is not None
    )
    return [key for key, count in keys.items() if count > 1]
