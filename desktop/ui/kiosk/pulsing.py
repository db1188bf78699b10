"""The quiet line, top right: it breathes slowly while recordings are being sent, and only then.

Nothing moves where the desktop asks for no animation, nor while a recording runs: that has the
processor for itself.
"""

import math

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGraphicsOpacityEffect, QStyle

from desktop.ui.cards import StatusPill
from desktop.ui.theme import Tokens

_STEP_MS = 125
_STEPS = 16
"""Two seconds for a breath."""
_FAINTEST = 0.6


class PulsingPill(StatusPill):
    """A status pill that can breathe."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._step = 0
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._breathe)

    @property
    def is_pulsing(self) -> bool:
        """Whether it breathes at this moment."""
        return self._timer.isActive()

    def pulse(self, *, wanted: bool) -> None:
        """Breathe, or stand still."""
        animates = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if (wanted and animates) == self.is_pulsing:
            return
        self._step = 0
        self._effect.setEnabled(not self.is_pulsing)
        if self.is_pulsing:
            self._timer.stop()
        else:
            self._timer.start()

    def _breathe(self) -> None:
        self._step = (self._step + 1) % _STEPS
        share = (1 + math.cos(2 * math.pi * self._step / _STEPS)) / 2
        self._effect.setOpacity(_FAINTEST + (1 - _FAINTEST) * share)
