"""The picture of a recording that is played back; its sound comes out of the loudspeaker.

It shows what the player has due, and says by signals how playing goes. Buttons are others': it is
the stage alone, for the dialog and for the kiosk. It must not show a participant what went wrong
inside: that is in `failed`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import review_texts as texts
from desktop.ui import theme
from desktop.ui.retelling import retell
from desktop.ui.theme import Tokens
from desktop.ui.words import tr
from holdfast.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desktop.playback.player import Player
    from desktop.playback.reel import Picture

LOOK_EVERY_MS = 8
"""Half of what a screen needs between two pictures, so that none is late by more."""
RADIUS = 12.0


class ReviewPlayer(QWidget):
    """Plays one recording after the other. Lives on the thread of Qt."""

    first_frame = Signal()
    ended = Signal()
    failed = Signal(str)
    """Why it cannot be played, as a sentence for staff."""
    changed = Signal()
    """It began or ceased to play, or it became known how long the recording is."""
    _player_changed = Signal(object)

    def __init__(
        self, tokens: Tokens, parent: QWidget | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._clock = clock or SystemClock()
        self._player: Player | None = None
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._has_failed = False
        self.setAccessibleName(tr(texts.PICTURE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._player_changed.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def sizeHint(self) -> QSize:
        return QSize(864, 486)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def open(self, files: Sequence[Path]) -> None:
        """Get these segments ready, in this order; the first picture shows as soon as it can."""
        # PyAV takes its time to load, and most people never play a recording here.
        from desktop.playback.player import Player

        self.close_media()
        player: Player | None = None

        def tell() -> None:
            self._player_changed.emit(player)

        player = self._player = Player(self._clock, tell)
        player.set_view(*self._view_px())
        player.open(files)
        self.update()

    def play(self) -> None:
        """Go on; from the beginning where it has ended."""
        if self._player is not None and not self._has_failed:
            self._player.play()
            self._timer.start()
            self.changed.emit()

    def pause(self) -> None:
        """Stand still."""
        if self._player is not None:
            self._player.pause()
            self.changed.emit()

    def seek(self, at_s: float) -> None:
        """Go to this moment of the recording, in seconds."""
        if self._player is not None:
            self._player.set_view(*self._view_px())
            self._player.seek(at_s)
            self.changed.emit()

    def close_media(self) -> None:
        """Let go of the recording's files and of the loudspeaker."""
        self._timer.stop()
        player, self._player = self._player, None
        self._picture = self._image = None
        self._has_failed = False
        self.setAccessibleDescription("")
        if player is not None:
            player.close()
        self.update()

    @property
    def duration_s(self) -> float:
        """How long the recording is, in seconds; 0 until that is known."""
        return self._player.duration_s if self._player is not None else 0.0

    @property
    def position_s(self) -> float:
        """Where it is, in seconds."""
        return self._player.position_s if self._player is not None else 0.0

    @property
    def is_playing(self) -> bool:
        return self._player is not None and self._player.is_playing

    @property
    def is_silent(self) -> bool:
        """Whether it plays without sound."""
        return self._player is not None and self._player.is_open and not self._player.has_sound

    @property
    def shown_at_s(self) -> float | None:
        """The time of the picture that is shown, in seconds on the recording's clock."""
        return self._picture.at_s if self._picture is not None else None

    def _view_px(self) -> tuple[int, int]:
        scale = self.devicePixelRatioF()
        return round(self.width() * scale), round(self.height() * scale)

    def _hear(self, player: object) -> None:
        if self._player is None or player is not self._player:
            return
        trouble = self._player.trouble
        if trouble is not None and not self._has_failed:
            self._has_failed = True
            self._timer.stop()
            self.setAccessibleDescription(tr(texts.UNPLAYABLE))
            self.update()
            self.failed.emit(retell(trouble))
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        player = self._player
        if player is None:
            return
        picture = player.picture()
        if picture is not None:
            self._show(picture)
        if self._timer.isActive() and not player.is_playing:
            self._timer.stop()
            if player.trouble is None and player.position_s >= player.duration_s:
                self.ended.emit()

    def _show(self, picture: "Picture") -> None:
        is_first = self._picture is None
        # The image borrows the bytes; the picture is kept as long as the image is.
        self._picture = picture
        self._image = QImage(
            picture.bgra,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB32,
        )
        self.update()
        if is_first:
            self.first_frame.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stage = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(stage, RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(stage, QColor(self._tokens.preview))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_fitted(stage, self._image), self._image)
        elif self._has_failed:
            self._say(painter, tr(texts.UNPLAYABLE), tr(texts.UNPLAYABLE_SENTENCE))
        elif self._player is not None:
            self._say(painter, tr(texts.OPENING), "")
        painter.end()

    def _say(self, painter: QPainter, title: str, sentence: str) -> None:
        area = QRectF(self.rect()).adjusted(24, self.height() / 2 - 30, -24, 0)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        flags |= int(Qt.TextFlag.TextWordWrap)
        painter.setPen(QColor(self._tokens.preview_text))
        painter.setFont(theme.figures_font(18, QFont.Weight.DemiBold))
        painter.drawText(area, flags, title)
        painter.setPen(QColor(self._tokens.preview_muted))
        painter.setFont(theme.figures_font(14))
        painter.drawText(area.adjusted(0, 32, 0, 0), flags, sentence)


def _fitted(stage: QRectF, image: QImage) -> QRectF:
    """As large as fits, centred, in the picture's own proportions."""
    scale = min(stage.width() / image.width(), stage.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((stage.width() - width) / 2, (stage.height() - height) / 2, width, height)
