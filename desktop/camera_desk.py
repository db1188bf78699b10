"""What people ask of a station's cameras: look through them, exchange them, and end what they make.

It passes their wishes to the decks. Which recording begins, and in which session, is `station.py`'s
to say.
"""

import os

from desktop import settings_file
from desktop.choosing import Choose
from desktop.decks import Decks
from desktop.recording.devices import Devices, list_devices
from desktop.recording.model import CaptureRequest, Progress
from desktop.recording.preview_memory import PreviewReader
from desktop.recording.sighting import Sighting
from desktop.recording.states import State
from desktop.settings import load_settings
from holdfast.layout import Home


class CameraDesk:
    """The part of a station that answers for its cameras. Called from any thread."""

    def __init__(self, decks: Decks, home: Home) -> None:
        self._decks = decks
        self._home = home

    def preview_of(self, camera: int) -> PreviewReader | None:
        """The newest picture of an open source (0: the first), or None where there is none."""
        return self._decks.preview_of(camera)

    def sighting(self) -> Sighting | None:
        """What the newest look at the first camera's picture showed; see `watch_picture`."""
        preview = self.preview_of(0)
        return None if preview is None else preview.sighting()

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether somebody wants to see what is seen in the first camera's live picture.

        `sighting` tells it then, twice a second, also while nothing is recorded;
        without the quality check it tells nothing.
        """
        self._decks.watch_picture(wanted=wanted)

    @property
    def active_recording(self) -> str | None:
        """The id of a recording that is being made, or None."""
        return self._decks.recording

    @property
    def state(self) -> State:
        """What the recorder does: that of the first camera that records, else of the first."""
        return self._decks.state

    @property
    def progress(self) -> Progress | None:
        """The last sign of life of the first camera that records, else of the first."""
        return self._decks.progress

    def prepare(self, capture: CaptureRequest, *beside: CaptureRequest) -> None:
        """Open sources, so that picture and level can be seen before anything is recorded.

        Those `beside` the first are recorded at the same time, each as a recording of its own;
        what happens to them is told in `FromCamera`.
        """
        self._decks.prepare((capture, *beside))

    def release(self) -> None:
        """Let go of every camera and microphone; `prepare` opens them again.

        Raises RecordingRunning while something is being recorded.
        """
        self._decks.release()

    def choose(self, choice: Choose, camera: int = 0) -> None:
        """Go on with another camera, another microphone or both; `Ready` follows.

        A running recording goes on with it in a new part. `camera` is the place of the source
        among those that are open. Raises RecordingRunning where it cannot change while it is
        recorded, and desktop.recording.errors.UnknownSource.
        """
        self._decks.choose(choice, camera)

    def devices(self) -> Devices:
        """The cameras and microphones that there are. Takes a second or two; never raises."""
        return list_devices()

    def stop_recording(self) -> None:
        """Ask the recording to end. Returns at once; `RecordingSaved` follows within 5 s."""
        self._decks.stop()

    def pause_recording(self) -> None:
        """Record nothing until `resume_recording`; the recording's clock goes on, `Paused` follows.

        Without a recording it does nothing.
        """
        self._decks.pause()

    def resume_recording(self) -> None:
        """Go on with what is paused. Returns at once; `Resumed` follows with the next frame."""
        self._decks.resume()

    def show_guide(self, *, wanted: bool) -> None:
        """Whether somebody wants the framing guide, for the next start too. Raises SettingError."""
        self.watch_picture(wanted=wanted)
        settings_file.change(self._home.config, {"capture.framing_guide": wanted})

    def wants_guide(self) -> bool:
        """Whether somebody wanted the framing guide last time. Raises SettingError."""
        return load_settings(self._home.config, os.environ).framing_guide

    def confirm_devices(self) -> None:
        """A person says that the cameras and microphones of now are the right ones."""
        self._decks.confirm_devices()
