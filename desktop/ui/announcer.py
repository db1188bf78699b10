"""Tells a screen reader what changed in the window while the keyboard was elsewhere.

It decides what is worth a word: recording begins, pauses and ends, a mark is set, and a banner
appears. It must say nothing twice, and no numbers that run.
"""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from desktop.ui import announcer_texts as texts
from desktop.ui.views import WindowView
from desktop.ui.words import tr

Say = Callable[[str, bool], None]
"""Takes the words, and whether they interrupt what is being said."""


class Announcer:
    """Hears every view of the window and says what is new in it."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._before: WindowView | None = None

    def hear(self, view: WindowView) -> None:
        """The window shows this now."""
        before, self._before = self._before, view
        if before is None:
            return
        for words, urgent in news(before, view):
            self._say(words, urgent)


def news(before: WindowView, now: WindowView) -> Iterator[tuple[str, bool]]:
    """What to say of a change, and whether at once; nothing where only numbers ran on."""
    if now.preview.recording != before.preview.recording:
        yield tr(texts.BEGAN if now.preview.recording else texts.ENDED), False
    elif now.preview.recording and (now.paused is None) != (before.paused is None):
        yield tr(texts.GOES_ON if now.paused is None else texts.PAUSED), False
    if now.marks.last and now.marks.last != before.marks.last:
        yield now.marks.last[0], False
    if now.banner is not None and now.banner != before.banner:
        yield f"{now.banner.title} {now.banner.sentence}".strip(), now.banner.tone == "danger"


def to_screen_reader(widget: QWidget) -> Say:
    """Says it in the name of this widget; without a screen reader nothing happens."""

    def say(words: str, urgent: bool) -> None:
        # When there is something to say: the window is painted before.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        politeness = QAccessible.AnnouncementPoliteness
        event = QAccessibleAnnouncementEvent(widget, words)
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    return say
