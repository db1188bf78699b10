"""What the control socket can ask of a station, and when it is refused.

It joins `control.py` to the station; it knows no socket.
"""

import threading
from collections.abc import Callable

from desktop.control_lines import Refused, Start
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.states import State
from desktop.register import RecordingRunning
from desktop.station import Station
from holdfast.jsonform import Json

NOT_RUNNING = "No recording is running. Nothing was changed."
NOT_READY = "The camera is not ready. Nothing was changed; try again in a few seconds."
_LOOK_EVERY_S, _LOOKS = 0.01, 100
NO_START = (
    "This Holdfast begins its one recording by itself; start is for the window. Nothing was"
    " changed."
)


class StationDesk:
    """Carries out what lines ask for. Methods may be called from any thread and raise Refused.

    `begin` begins a recording and returns its id; None where nobody may begin one.
    """

    def __init__(self, station: Station, begin: Callable[[Start], str] | None = None) -> None:
        self._station = station
        self._begin = begin

    def mark(self, name: str, source: str, at_ns: int) -> None:
        self._require_recording()
        self._station.mark(name, source, at_ns)

    def start(self, wish: Start) -> str:
        if self._begin is None:
            raise Refused(NO_START)
        if self._station.active_recording is None and self._station.state is not State.IDLE:
            raise Refused(NOT_READY)
        try:
            return self._begin(wish)
        except NotEnoughSpace as error:
            raise Refused(error.sentence) from error
        except RecordingRunning as error:
            raise Refused(f"{error} Nothing was changed.") from error
        except OSError as error:
            raise Refused(f"The recordings folder cannot be used ({error}).") from error

    def stop(self) -> None:
        self._require_recording()
        self._station.stop_recording()

    def pause(self) -> None:
        if self._require_recording() is State.PAUSED:
            raise Refused("The recording is paused already. Nothing was changed.")
        self._station.pause_recording()
        self._await(lambda state: state is not State.RECORDING)

    def resume(self) -> None:
        if self._require_recording() is not State.PAUSED:
            raise Refused("The recording is not paused. Nothing was changed.")
        self._station.resume_recording()
        self._await(lambda state: state is not State.PAUSED)

    def status(self) -> Json:
        recording, progress = self._station.active_recording, self._station.progress
        found: Json = {"state": self._station.state.value, "recording": recording}
        if recording is not None and progress is not None and progress.recording == recording:
            found |= {
                "elapsed_s": round(progress.elapsed_s, 3),
                "frames": progress.frames,
                "lost_frames": progress.lost_frames,
            }
        return found

    def _await(self, holds: Callable[[State], bool]) -> None:
        """Let the wish arrive, so that the next line of the same program finds it done."""
        pause = threading.Event()
        for _ in range(_LOOKS):
            if holds(self._station.state):
                return
            pause.wait(_LOOK_EVERY_S)

    def _require_recording(self) -> State:
        if self._station.active_recording is None:
            raise Refused(NOT_RUNNING)
        return self._station.state
