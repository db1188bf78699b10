"""The station as the window has it: opened, asked and closed off the thread of Qt.

It must not know what is shown, nor decide when anything is asked.
"""

import threading
from collections.abc import Callable
from enum import Enum
from typing import Final

from desktop.recording.sighting import Sighting
from desktop.ui.bridge import Bridge, Commands, Looker
from desktop.ui.ports import OpenStation, PreviewReader, StationPort

CLOSE_LIMIT_S: Final = 5.0


class Command(Enum):
    """What the window asks of the station; desks have names of their own."""

    OPEN = "open"
    PREPARE = "prepare"
    CHOOSE = "choose"
    RECORD = "record"
    STOP = "stop"
    MARK = "mark"
    PAUSE = "pause"
    RESUME = "resume"
    CONFIRM = "confirm devices"
    QUIET = "acknowledge alarm"
    RETRY = "retry"
    DECIDE = "keep or discard"
    TRY_NOW = "try now"
    CLOSE = "close"


CHANGES_THE_QUEUE: Final = (Command.RETRY.value, Command.TRY_NOW.value, Command.DECIDE.value)


class StationDesk:
    """One station. `port` is None until it is open; once it is being closed nothing is asked."""

    def __init__(
        self, open_station: OpenStation, bridge: Bridge, opened: Callable[[StationPort], object]
    ) -> None:
        """`opened` is called with the station before it begins to send, off the thread of Qt."""
        self._open_station = open_station
        self._bridge = bridge
        self._opened = opened
        self._commands = Commands(bridge)
        self._looker: Looker | None = None
        self._is_closing = False
        self.port: StationPort | None = None

    @property
    def is_closing(self) -> bool:
        """Whether it is closed, or about to be."""
        return self._is_closing

    def start(self) -> None:
        """Open it; `Command.OPEN` is done or failed later."""
        self._commands.run(Command.OPEN.value, self._open)

    def command(self, command: Command, call: Callable[[StationPort], object]) -> None:
        """Have the station do this."""
        self.run(command.value, call)

    def run(self, name: str, call: Callable[[StationPort], object]) -> None:
        """Have the station do this, under a name."""
        station = self.port
        if station is not None and not self._is_closing:
            self._commands.run(name, lambda: call(station))

    def preview(self, camera: int) -> PreviewReader | None:
        """The reader of a camera's live picture, as soon as there is one; 0 is the first."""
        if self.port is None or self._is_closing:
            return None
        return self.port.preview_of(camera)

    def sighting(self) -> Sighting | None:
        """What the newest look at the first camera's picture showed."""
        return None if self.port is None or self._is_closing else self.port.sighting()

    def look_now(self) -> None:
        """Look at the queue at once: something has happened that the list should show."""
        if self._looker is not None:
            self._looker.look_now()

    def close(self) -> None:
        """Close it; `Command.CLOSE` is done or failed later."""
        self._is_closing = True
        if self._looker is not None:
            self._looker.stop()
        # Behind whatever runs: a station that is still being opened is closed as well.
        self._commands.run(Command.CLOSE.value, self._close)

    def end(self) -> None:
        """Take no more commands, whatever became of the last."""
        self._commands.close()

    def _open(self) -> None:
        station = self._open_station(self._bridge.on_event)
        self.port = station
        self._opened(station)
        looker = Looker(station, self._bridge)
        self._looker = looker
        looker.start()
        threading.Thread(target=_start, args=(station, looker), name="start", daemon=True).start()

    def _close(self) -> None:
        if self.port is not None:
            self.port.close(CLOSE_LIMIT_S)


def _start(station: StationPort, looker: Looker) -> None:
    station.start()
    looker.look_now()
