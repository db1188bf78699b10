"""The window's sync marks: one as soon as a recording runs, one before it is stopped.

It says when a stop has to wait and when it is due. It shows nothing (`sync_screen.py` does, in a
process of its own) and stops nothing.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.recording.model import PartBegan
from desktop.sync_mark import Mark, SyncMarks, SyncPlayer


class SyncEnds(QObject):
    """Marks at the ends of recordings. Lives on the thread of Qt."""

    stop_due = Signal()
    """The closing mark is over: the recording may end."""
    trouble = Signal(str)
    """A sentence about a mark that could not be shown; the recording is not touched."""

    def __init__(self, when: str, player: SyncPlayer, mark: Mark) -> None:
        super().__init__()
        self._marks = SyncMarks(when, player, mark, self.trouble.emit)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.stop_due)

    def get_ready(self) -> None:
        """The window is there; a recording may follow."""
        self._marks.get_ready()

    def hear(self, event: object) -> None:
        """The first picture of a recording is in: mark its beginning."""
        if isinstance(event, PartBegan) and event.part == 0:
            self._marks.open()

    def holds_stop(self) -> bool:
        """A person wants to stop: whether that has to wait for a mark. Asked twice, it does not."""
        if self._wait.isActive():
            self.let_go()
            return False
        wait_s = self._marks.begin_to_close()
        if wait_s <= 0:
            return False
        self._wait.start(round(wait_s * 1000))
        return True

    def let_go(self) -> None:
        """Hold no stop any more."""
        self._wait.stop()

    def close(self) -> None:
        """The window is closed: whatever is shown goes."""
        self.let_go()
        self._marks.close()
