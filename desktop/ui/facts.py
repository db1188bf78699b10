"""All that the window knows at one moment, as one frozen value. Pure; `presenter.py` shows it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from desktop.recording.disk import Space
from desktop.sending_rules import SendingRules
from desktop.study_shelf import Shelf
from desktop.study_values import Study
from desktop.ui import field_view, sentences
from desktop.ui.quality_banner import Checked
from desktop.ui.recorder_state import RecorderState, is_active
from desktop.ui.views import Tone
from uploader.items import PausedByPerson, QueueSnapshot, RecordingSnapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """Something of the window's own that a person should know: a command that failed, a defect."""

    title: str
    sentence: str
    tone: Tone = "danger"


@dataclass(frozen=True, slots=True)
class Beside:
    """A camera beside the first one, and what is known of its recorder."""

    source: str
    recorder: RecorderState = field(default_factory=RecorderState)

    @property
    def name(self) -> str:
        """What people know it by."""
        video = self.recorder.video
        return video.camera_name if video is not None else sentences.source_line(self.source)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known at one moment. `queue` and `space` are None until they were read."""

    source: str
    now: datetime
    recorder: RecorderState = field(default_factory=RecorderState)
    queue: QueueSnapshot | None = None
    queue_problem: str | None = None
    space: Space | None = None
    notice: Notice | None = None
    recovered: Notice | None = None
    """What an earlier run left unfinished, until somebody has read it."""
    zone: tzinfo | None = None
    reminder_minutes: float = 0.0
    """How often somebody is reminded of a recording that is paused; 0 for never."""
    stop_guard: bool = False
    """Whether a stop has to be meant: held for a second, or pressed twice."""
    beside: tuple[Beside, ...] = ()
    """The cameras that record at the same time as the first one."""
    staff_called: bool = False
    """Whether the staff's alarm sounds."""
    alarm_hidden: bool = False
    """Whether somebody has seen that nothing is written."""
    rules: SendingRules | None = None
    """The sending rules of the settings; None until they were read."""
    checked: tuple[Checked, ...] = ()
    """What the check found of the last recordings, until somebody has read it."""
    shelf: Shelf | None = None
    """The studies that there are, and the chosen one; None until they were read."""
    participant: str = ""
    """The participant's id as it is typed."""
    agreed: bool = False
    """Whether this participant agreed to the study's text."""
    last_bytes_s: float | None = None
    """How fast it was sent last, since the window was opened."""

    @property
    def recorders(self) -> tuple[RecorderState, ...]:
        """All recorders, the first camera's first."""
        return (self.recorder, *(each.recorder for each in self.beside))

    def name_of(self, camera: int) -> str:
        """What people know a camera by; 0 is the first."""
        if camera:
            return self.beside[camera - 1].name
        return Beside(self.source, self.recorder).name

    def recording(self, wanted: str) -> RecordingSnapshot | None:
        """What the queue knows of a recording, by its id."""
        known = () if self.queue is None else self.queue.recordings
        return next((each for each in known if each.id == wanted), None)

    @property
    def study(self) -> Study | None:
        """The chosen study, where there is one, in the language that is read here."""
        return field_view.study_of(self.shelf)

    @property
    def pause(self) -> PausedByPerson | None:
        """A person's pause of sending, while it lasts."""
        pause = self.queue.pause if self.queue is not None else None
        return None if pause is None or pause.is_over(self.now) else pause

    @property
    def rated(self) -> RecorderState:
        """The first recorder; of several only the station knows what they take together."""
        return replace(self.recorder, rate_bytes_s=None) if self.beside else self.recorder

    @property
    def is_active(self) -> bool:
        """Whether any camera has a recording that has not ended."""
        return any(is_active(each) for each in self.recorders)

    @property
    def not_growing(self) -> str | None:
        """Why nothing reaches the disk, as a sentence; None where it does."""
        return next((each.not_growing for each in self.recorders if each.not_growing), None)

    @property
    def leading(self) -> RecorderState:
        """The recorder that the big button is about: one that records, else the first."""
        return next((each for each in self.recorders if is_active(each)), self.recorder)
