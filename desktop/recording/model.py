"""The recorder's values: what it is asked to do and what it reports. Frozen, and picklable.

Commands go to the recorder process and events come back over one pipe; both are values of this
module. No device, no file and no thread is touched here.
"""

from dataclasses import dataclass
from pathlib import Path

from desktop.recording.capture_request import CaptureRequest as CaptureRequest
from desktop.recording.encoding import DEFAULT, Encoding
from holdfast.announcement import Audio, Video
from holdfast.journal import RecordingState

SEGMENT_S = 4.0
"""A segment is cut at the first key frame at or after this many seconds."""
KEY_FRAME_S = 2.0
FRAGMENT_S = 0.5
SYNC_S = 0.5
"""The open segment is flushed and synced at least this often: the most that a kill can take."""
SOUND_LOST = "sound lost"
SOUND_BACK = "sound back"
"""Names of the markers that note where a microphone stopped, and where it was back."""


@dataclass(frozen=True, slots=True)
class RecordingRequest:
    """One recording, or the next part of it. `zero_ns` is the monotonic time of its first frame.

    `zero_ns` is None for part 0: the recorder sets it at the first frame and writes it down.
    """

    folder: Path
    recording: str
    session: str
    participant: str
    study: str | None
    prompt: str | None
    take: int
    device: str
    app_version: str
    seconds: float | None = None
    part: int = 0
    first_segment: int = 0
    zero_ns: int | None = None
    reason: str = "start"
    encoding: Encoding = DEFAULT
    """How the pictures are encoded."""
    frames_before: int = 0
    """Pictures that earlier recorders have saved of this recording."""


@dataclass(frozen=True, slots=True)
class StartRecording:
    """Command: record from the next frame on."""

    request: RecordingRequest


@dataclass(frozen=True, slots=True)
class StopRecording:
    """Command: close the open segment and end the recording as `state`."""

    state: RecordingState = "complete"
    reason: str = "stopped"


@dataclass(frozen=True, slots=True)
class PauseRecording:
    """Command: close what is open and record nothing; the recording and its clock go on."""


@dataclass(frozen=True, slots=True)
class ResumeRecording:
    """Command: record again from the next frame on, in a new part."""


@dataclass(frozen=True, slots=True)
class SetMarker:
    """Command: note a named instant; `monotonic_ns` is when it happened, not when it arrived."""

    name: str
    source: str
    monotonic_ns: int


@dataclass(frozen=True, slots=True)
class Reopen:
    """Command: close what is open and end, so that a successor opens the source anew."""

    sentence: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """Command: close what is open and end: a person chose another device, which comes next.

    `sentence` says so to people, `reason` is what the gap is called.
    """

    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Close:
    """Command: stop whatever runs, release the devices and end the process."""


Command = (
    StartRecording
    | PauseRecording
    | ResumeRecording
    | StopRecording
    | SetMarker
    | Reopen
    | LetGo
    | Close
)


@dataclass(frozen=True, slots=True)
class Ready:
    """Event: real frames (and sound, where there is any) have arrived; recording may start."""

    video: Video
    audio: Audio | None
    audio_note: str | None = None
    """Why there is no sound although some was expected; one sentence."""


@dataclass(frozen=True, slots=True)
class PartBegan:
    """Event: the first frame of a part is in; `zero_ns` is the recording's own zero."""

    recording: str
    part: int
    offset_s: float
    zero_ns: int
    encoding: Encoding = DEFAULT


@dataclass(frozen=True, slots=True)
class SegmentClosed:
    """Event: a segment is complete, hashed, renamed and durable, and so is its sidecar."""

    recording: str
    segment: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Event, several times a second and always: the recorder's sign of life.

    `elapsed_s` is where the newest frame is on the recording's clock, `level_db` and `peak_db` are
    dB below full scale (None without sound), `last_frame_ns` is the monotonic time at which the
    newest frame came (None before one).
    """

    recording: str | None
    elapsed_s: float
    frames: int
    lost_frames: int
    fps: float
    bytes_on_disk: int
    level_db: float | None
    peak_db: float | None
    last_frame_ns: int | None
    lost_sound_s: float = 0.0
    """Sound that the sound system or a full queue lost, as far as this recorder knows."""
    silence_s: float = 0.0
    """Silence that stands where no sound arrived, as far as this recorder knows."""
    paused_s: float = 0.0
    """How much of `elapsed_s` the recording was paused."""

    behind_s: float = 0.0
    """How much of `elapsed_s` waits in memory to be encoded: less than a frame where the computer
    keeps up. What a crash of the recorder costs besides its usual second."""
    picture_age_s: float | None = None
    """How long no picture had come when this was said. None before one, and of a source that waits
    for us: nothing stands still in what is recorded of it."""

    @property
    def encoded_s(self) -> float:
        """How far the encoder has come on the recording's clock."""
        return max(0.0, self.elapsed_s - self.behind_s)

    @property
    def recorded_s(self) -> float:
        """For how long pictures were recorded: what `bytes_on_disk` belong to."""
        return max(0.0, self.encoded_s - self.paused_s)


@dataclass(frozen=True, slots=True)
class SoundAlarm:
    """Event: the sound that arrives cannot be what was meant, or is well again.

    `kind` is `zero`, `clipped` or `faint`, and `sentence` what people read; both None: all is well.
    """

    kind: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class PictureAlarm:
    """Event: the picture that arrives cannot be what was meant, or is well again.

    `kind` is `frozen`, `still` or `black`, `sentence` what people read; both None: all is well.
    """

    kind: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class MicrophoneOpened:
    """Event: after a pause the sound comes from this microphone, maybe another than before."""

    microphone: str


@dataclass(frozen=True, slots=True)
class MarkerSet:
    """Event: the marker stands in the journal."""

    recording: str
    t_s: float
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Paused:
    """Event: the recording is paused, and all that was recorded is closed.

    `t_s` is where it paused, in seconds on the recording's clock.
    """

    recording: str
    t_s: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """Event: the first frame after a pause is in, at `t_s` seconds on the recording's clock."""

    recording: str
    t_s: float


@dataclass(frozen=True, slots=True)
class Overload:
    """Event: something gives way because the computer is too slow, or all is as before.

    `sentence` is what people read; None: nothing gives way any more.
    """

    recording: str
    holds_uploads: bool
    sentence: str | None
    loses_frames: bool = False


@dataclass(frozen=True, slots=True)
class RecordingEnded:
    """Event: every segment of the recording is closed and the journal says how it ended."""

    recording: str
    state: RecordingState
    reason: str
    end_s: float


@dataclass(frozen=True, slots=True)
class PartLost:
    """Event: this part cannot go on (camera lost, disk error); its segments are closed.

    The supervisor decides whether another part follows. `code` is the error's, `sentence` its text.
    """

    recording: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Event: the recorder cannot work (no such source, device busy); the process ends."""

    code: str
    title: str
    sentence: str
    wrong_usage: bool = False


Event = (
    Ready
    | PartBegan
    | SegmentClosed
    | Progress
    | SoundAlarm
    | PictureAlarm
    | MicrophoneOpened
    | MarkerSet
    | Paused
    | Resumed
    | Overload
    | RecordingEnded
    | PartLost
    | Failed
)
