"""What the window shows, as frozen values: a widget paints one of these and decides nothing. Pure.

The presenter makes them; sentences in them come from `texts.py`. They are named tuples, since all
of them are made before the window is painted, and as data classes that alone took 15 ms.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from desktop.recording.sighting import Face
    from desktop.ui.row_views import Row

Tone = Literal["ok", "info", "warn", "danger", "muted", "recording"]
PartKind = Literal["ours", "others", "free"]
"""Who takes a part of the disk."""
TrayState = Literal[
    "recording",
    "recording_paused",
    "stopped",
    "attention",
    "paused",
    "offline",
    "sending",
    "waiting",
    "checking",
    "verified",
    "empty",
]
BannerAction = Literal["retry", "prepare", "dismiss", "confirm", "quiet", "resume_sending"]


class DecisionView(NamedTuple):
    """A recording that somebody has to keep or discard, or may keep after all."""

    recording: str
    sentence: str
    keep_label: str
    can_discard: bool


class Pill(NamedTuple):
    """The whole queue in a few words; `tooltip` is the long form."""

    tone: Tone
    icon: str
    text: str
    tooltip: str


class Banner(NamedTuple):
    """What a person should know now, and perhaps do. `action` has a button with `label`."""

    tone: Tone
    icon: str
    title: str
    sentence: str
    action: BannerAction | None = None
    label: str = ""
    choose: "ChooseWhat | None" = None
    """Which device a second button offers to choose anew."""


class ChooseWhat(NamedTuple):
    """A device that may be chosen anew, and of which camera, 0 the first."""

    device: Literal["camera", "microphone"] = "camera"
    camera: int = 0


class PreviewView(NamedTuple):
    """Frame, badge and the message that stands where there is no picture."""

    recording: bool
    badge: str
    badge_waiting: bool
    footer: str
    icon: str
    title: str
    sentence: str
    can_retry: bool
    wants_picture: bool
    """Whether a picture is expected; without one the message is shown."""


class BesideView(NamedTuple):
    """A camera beside the first one: its name and its own small picture."""

    name: str
    preview: PreviewView


class RecordView(NamedTuple):
    """The big button."""

    label: str
    spoken: str
    hint: str
    icon: str
    enabled: bool
    guarded: bool = False
    """Whether it has to be held, or pressed twice."""


class AlarmView(NamedTuple):
    """What covers the window while nothing reaches the disk."""

    title: str
    sentence: str


class PausedView(NamedTuple):
    """What covers the window while the recording is paused."""

    clock: str
    """For how long it has been paused."""
    line: str
    sentence: str
    is_long: bool
    """Whether somebody has probably forgotten it."""
    stop_guarded: bool = False
    """Whether the button that stops has to be held, or pressed twice."""


class MeterView(NamedTuple):
    """The microphone's level; `available` is False without sound."""

    available: bool
    level_db: float | None
    peak_db: float | None
    text: str
    word: str
    tone: Tone


class CaptureView(NamedTuple):
    """The card about the recording: its title, camera, microphone, whether they may change."""

    title: str
    camera: str
    microphone: str
    can_change: bool
    prompts: tuple["PromptOption", ...] = ()
    """What the study asks for; anything else may be typed."""
    participant_trouble: str = ""
    """What is odd about the participant's id, in a sentence."""
    consent: str = ""
    """What stands beside the tick of a study that asks for consent; empty for no tick."""
    agreed: bool = False


class PromptOption(NamedTuple):
    """One prompt of the study."""

    id: str
    title: str


class StudyOption(NamedTuple):
    """One study to choose; the key is empty for none."""

    key: str
    title: str


class StudyView(NamedTuple):
    """The chosen study, and those that there are."""

    label: str = ""
    options: tuple[StudyOption, ...] = ()
    chosen: str = ""
    can_change: bool = True
    languages: tuple[tuple[str, str], ...] = ()
    """Those of the chosen study, code and name; empty where there is no choice."""
    language: str = ""


class MarksView(NamedTuple):
    """The line for marks with words; `last` has the newest first."""

    can_mark: bool = False
    last: tuple[str, ...] = ()


class GuideView(NamedTuple):
    """The oval on the picture, the face that is seen, and one piece of advice."""

    shown: bool = False
    tone: Tone = "muted"
    words: str = ""
    face: "Face | None" = None


NO_GUIDE = GuideView()


class SpacePart(NamedTuple):
    """Who takes how much of the disk: `share` per mille, and the words for it."""

    kind: PartKind
    label: str
    share: int


class SpaceView(NamedTuple):
    """Disk space; `used` is 0 to 1000 per mille of the disk."""

    headline: str
    sentence: str
    used: int
    tone: Tone
    parts: tuple[SpacePart, ...] = ()
    """Empty while nobody knows what is whose."""
    spoken: str = ""
    plan: str = ""
    """The trip planner's sentences."""


class ToSendView(NamedTuple):
    """What has not been verified yet."""

    headline: str
    sentence: str
    can_try: bool
    can_pause: bool = False
    can_resume: bool = False
    """Whether a person paused sending."""


class SendingView(NamedTuple):
    """What menus say of sending. `speed` is that while recording; None before it was read."""

    is_paused: bool = False
    speed: str | None = None
    speed_is_fixed: bool = False


class TrayView(NamedTuple):
    """The worst state of all, its sentence, and which menu entries make sense."""

    state: TrayState
    sentence: str
    retry_label: str | None
    quit_label: str
    sending: SendingView = SendingView()
    queue_label: str = ""
    """What the entry that opens the queue says; empty for its name alone."""


class WindowView(NamedTuple):
    """Everything that the window and the tray show at one moment."""

    pill: Pill
    banner: Banner | None
    preview: PreviewView
    record: RecordView
    can_mark: bool
    meter: MeterView
    capture: CaptureView
    space: SpaceView
    to_send: ToSendView
    tray: TrayView
    rows: "tuple[Row, ...]"
    empty_title: str
    empty_sentence: str
    failed: tuple[str, ...]
    """Ids of the recordings that Retry would try again."""
    can_pause: bool = False
    paused: PausedView | None = None
    alarm: AlarmView | None = None
    """Covers everything else."""
    beside: tuple[BesideView, ...] = ()
    decision: DecisionView | None = None
    study: StudyView = StudyView()
    marks: MarksView = MarksView()
    sending: SendingView = SendingView()
