"""What the kiosk shows, as frozen values: a page paints one of these and decides nothing. Pure.

The kiosk's presenter makes them. Sentences in them are ready to read: filled in and translated.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.ui.views import Pill, PreviewView, Tone

Figure = Literal["none", "good", "almost", "bad"]
"""How the face stands in the frame; `none` where nobody has looked."""


@dataclass(frozen=True, slots=True)
class GuideView:
    """The oval on the live picture, and the words in it. Words and figure say the same."""

    figure: Figure = "none"
    words: str = ""
    has_oval: bool = True


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at before recording: is it good, and what it is."""

    icon: str
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """The microphone's level in dB below full scale; None where nothing is heard or measured."""

    level_db: float | None
    peak_db: float | None
    words: str
    tone: Tone
    available: bool = True


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """The first page: what comes, how long it takes."""

    title: str
    sentences: tuple[str, ...]
    start: str
    languages: tuple[tuple[str, str], ...] = ()
    """Code and name of each language that can be chosen; empty where there is no choice."""
    language: str = ""
    """The code of the one that is shown."""


@dataclass(frozen=True, slots=True)
class ConsentView:
    """The consent text, and whether the participant has agreed to it."""

    title: str
    paragraphs: tuple[str, ...]
    agree: str
    agreed: bool
    hint: str = ""
    """Why nothing can be ticked yet; empty where it can."""


@dataclass(frozen=True, slots=True)
class NumberView:
    """The participant's number. `keys` are the keypad's; `tone` colours the message."""

    title: str
    sentence: str
    keys: tuple[str, ...]
    message: str = ""
    tone: Tone = "muted"
    can_continue: bool = False
    longest: int = 32


@dataclass(frozen=True, slots=True)
class PromptView:
    """Instructions beside the live picture, and what was looked at: also the device check."""

    title: str
    text: str
    heading: str
    lines: tuple[CheckLine, ...]
    level: LevelView
    note: str
    preview: PreviewView
    guide: GuideView
    go_on: str
    can_go_on: bool
    back: str = ""
    """What the quiet button says; empty: there is none."""


@dataclass(frozen=True, slots=True)
class CountdownView:
    """The last seconds before a recording. `figure` is empty while camera and sound get ready."""

    title: str
    figure: str
    sentence: str
    can_cancel: bool = False


@dataclass(frozen=True, slots=True)
class RecordView:
    """The recording that runs. `note` is what a person should know now, in `note_tone`."""

    text: str
    preview: PreviewView
    guide: GuideView
    left: str
    level: LevelView
    note: str = ""
    note_tone: Tone = "warn"
    can_stop: bool = True
    stop: str = ""
    passage: str = ""
    """What is to be read aloud; it stands large beside a smaller picture."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The recording that has just ended, and what the check found in it."""

    title: str
    files: tuple[Path, ...]
    findings: tuple[str, ...]
    tone: Tone
    icon: str
    can_keep: bool
    can_redo: bool
    keep: str
    redo: str
    """What the button says; empty: it cannot be recorded again."""


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """One recording of the session on its way. `share` is in percent; None: no bar."""

    icon: str
    tone: Tone
    title: str
    share: int | None
    words: str


@dataclass(frozen=True, slots=True)
class ClosingView:
    """The last page. `waits` is what is said while staff are to wait; empty: nobody waits."""

    title: str
    sentence: str
    rows: tuple[ClosingRow, ...]
    more: str
    reference: str
    try_again: str
    """What the button says; empty: nothing has failed."""
    finish: str
    lights: tuple[str, ...] = ()
    """For staff: how many recordings are saved, received, verified, playable."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A question or a message with one or two answers: resuming, leaving, trouble, goodbye."""

    icon: str
    tone: Tone
    title: str
    sentence: str
    main: str
    main_wish: object
    other: str = ""
    other_wish: object = None
    third: str = ""
    third_wish: object = None


@dataclass(frozen=True, slots=True)
class PinView:
    """The keypad for the staff PIN. `typed` is how many digits stand there."""

    title: str
    sentence: str
    message: str = ""
    can_enter: bool = True
    can_cancel: bool = True


@dataclass(frozen=True, slots=True)
class StaffAction:
    """One thing that staff can do here and now."""

    text: str
    wish: object
    icon: str
    danger: bool = False


@dataclass(frozen=True, slots=True)
class StaffView:
    """What staff see behind the PIN: the session, its recordings and what can be done."""

    title: str
    lines: tuple[str, ...]
    rows: tuple["StaffRow", ...]
    actions: tuple[StaffAction, ...]


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One take of this session, as staff see it; `action` can undo its decision."""

    text: str
    words: str
    action: StaffAction | None = None


@dataclass(frozen=True, slots=True)
class StillThereView:
    """Nobody has been there for a while; `figure` counts down to the welcome page."""

    title: str
    figure: str
    sentence: str
    stay: str


PageView = (
    WelcomeView
    | ConsentView
    | NumberView
    | PromptView
    | CountdownView
    | RecordView
    | ReviewView
    | ClosingView
    | ChoiceView
)
OverlayView = StillThereView | PinView | StaffView | ChoiceView


@dataclass(frozen=True, slots=True)
class KioskView:
    """Everything on the screen at one moment. `step` and `leave` are empty where they are not."""

    page: PageView
    step: str = ""
    pill: Pill | None = None
    leave: str = ""
    """The quiet way out that every page between welcome and closing has."""
    overlay: OverlayView | None = None
