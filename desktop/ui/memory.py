"""All that the window knows, as it is at this moment, and that it has changed.

It decides nothing: what an event means for it is `learning.py`'s, what is shown the presenter's.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.ui.facts import Facts


class Memory(QObject):
    """Lives on the thread of Qt."""

    changed = Signal()

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts

    def know(self, **changes: object) -> None:
        """Take in what is known now, by the fields of `Facts`."""
        self.learn(replace(self.facts, **changes))  # type: ignore[arg-type]  # fields of Facts

    def learn(self, facts: Facts) -> None:
        """From now on this is known."""
        self.facts = facts
        self.changed.emit()
