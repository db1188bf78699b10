"""What a recorder notices by itself: sound that stops, alarms, a computer that does not keep up.

It says so at once and has it noted in the recording. What has to give way for a slow computer is
told to whoever records; nothing is started or ended here.
"""

from collections.abc import Callable

from desktop.recording.alarms import Alarms
from desktop.recording.capture import Capture
from desktop.recording.load_watch import LoadWatch
from desktop.recording.model import SOUND_BACK, SOUND_LOST, Event, Overload
from desktop.recording.overload import Taken
from desktop.recording.parts import PartsRecorder


class Attention:
    """One source looked at while it is open. Used by the recorder's thread alone."""

    def __init__(
        self,
        capture: Capture,
        report: Callable[[Event], None],
        note: Callable[[str], None],
        load: LoadWatch | None,
    ) -> None:
        """`note` writes a marker of that name into the recording that is being made."""
        self._capture = capture
        self._report = report
        self._note = note
        self._load = load
        self._told: str | None = None
        """What was said last of the load."""
        self._alarms = Alarms(capture, report)
        self._silent = False

    def recording_begins(self) -> None:
        """Nothing is noted in this recording yet."""
        self._alarms.recording_begins()

    def recording_ends(self, recording: str) -> None:
        """Nothing needs to give way any more."""
        if self._load is not None and self._load.ends():
            self._report_load(self._load, recording)

    def look_for_silence(self) -> None:
        """Note it in the recording when the microphone stops, and when it is back."""
        silent = self._capture.sound_is_silent()
        if silent != self._silent:
            self._silent = silent
            self._note(SOUND_LOST if silent else SOUND_BACK)

    def look_for_alarms(self) -> None:
        """Say when sound or picture cannot be what was meant, and when they are well again."""
        self._alarms.look()

    def note_alarms(self) -> None:
        """Note in the recording what was said since it was noted last."""
        for name in self._alarms.to_be_noted():
            self._note(name)

    def watch_load(self, part: PartsRecorder) -> None:
        """Have something give way before the encoder falls so far behind that pictures are lost."""
        if self._load is None:
            return
        steps = self._load.look(part)
        for step in steps:
            if isinstance(step, Taken) and step.encoding is not None:
                part.switch(step.marker, step.encoding, at_once=True)
        # The disk may be what is slow: only now is anything written about it.
        for step in steps:
            self._note(step.marker)
        if steps or self._load.sentence != self._told:
            self._report_load(self._load, part.request.recording)

    def _report_load(self, load: LoadWatch, recording: str) -> None:
        self._told = load.sentence
        self._report(Overload(recording, load.holds_uploads, load.sentence, load.loses_frames))
