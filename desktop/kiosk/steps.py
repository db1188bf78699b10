"""What can happen during a visit, and what is to be done about it, as values. Pure.

Steps come from the person at the kiosk, from staff and from the world; effects go to the conductor.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Begin:
    """The participant begins. `order` are the ids of the prompts as this visit has them.

    `number` is what a participant is called whom nobody asks for a number.
    """

    session: str
    order: tuple[str, ...]
    number: str


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """The participant reads this language, by its code."""

    language: str


@dataclass(frozen=True, slots=True)
class GoOn:
    """The page's main button. On the first page the conductor makes `Begin` of it."""

    at: str = ""
    """When it was pressed (RFC 3339), which the conductor adds: consent has a time."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """To the page before, or out of the countdown."""


@dataclass(frozen=True, slots=True)
class ReadToEnd:
    """The end of the consent text has been on the screen."""


@dataclass(frozen=True, slots=True)
class Agree:
    """The participant ticked, or unticked, that they agree."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class Decline:
    """No, thank you: the participant does not agree."""


@dataclass(frozen=True, slots=True)
class EnterNumber:
    """The number that stands there now."""

    text: str


@dataclass(frozen=True, slots=True)
class StopNow:
    """End the recording before its time."""


@dataclass(frozen=True, slots=True)
class KeepTake:
    """This recording is good."""


@dataclass(frozen=True, slots=True)
class RedoTake:
    """Record this prompt again; the take that was just looked at is discarded."""


@dataclass(frozen=True, slots=True)
class AskToLeave:
    """The participant wants to stop here; a question follows."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Stop here. `deletes`: what was recorded in this visit goes as well."""

    deletes: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """I am still here; or: no, I do not want to leave."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The participant is done."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the visit that was interrupted, or end it and keep what there is."""

    goes_on: bool


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Open camera and microphone again, after trouble."""


@dataclass(frozen=True, slots=True)
class GoWithoutSound:
    """Staff: record this visit without sound."""


@dataclass(frozen=True, slots=True)
class UndoDecision:
    """Staff: keep a take that was discarded, or discard one that was kept."""

    recording: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class RecordAgain:
    """Staff: record this prompt again. What was kept stays until the new take is kept."""

    prompt: str


@dataclass(frozen=True, slots=True)
class EndSession:
    """Staff: end this visit; what was recorded stays."""


PersonStep = (
    Begin
    | ChooseLanguage
    | GoOn
    | GoBack
    | ReadToEnd
    | Agree
    | Decline
    | EnterNumber
    | StopNow
    | KeepTake
    | RedoTake
    | AskToLeave
    | Leave
    | Stay
    | Finish
    | Resume
    | TryAgain
    | GoWithoutSound
    | UndoDecision
    | RecordAgain
    | EndSession
)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody speaks or moves: a person is there, although nobody presses anything."""


@dataclass(frozen=True, slots=True)
class Passed:
    """So much time went by, in seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Devices:
    """Whether real pictures, and real sound, arrive at this moment."""

    picture: bool
    sound: bool


@dataclass(frozen=True, slots=True)
class NotBegun:
    """The recording that was asked for cannot begin; the sentence is for staff."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Began:
    """The first picture of this recording is taken."""

    recording: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The recording has ended and is safe on disk, as far as there was anything.

    `complete` is false where it was cut short, `goes_on_as` the recording that follows at once on
    another disk.
    """

    recording: str
    has_media: bool = True
    complete: bool = True
    goes_on_as: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the recording can be played, from its first picture to its last."""

    recording: str
    playable: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something could not be done, and the visit goes on; the sentence is for staff."""

    sentence: str


@dataclass(frozen=True, slots=True)
class ConsentNotGiven:
    """The consent could not be written down; the sentence is for staff."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Sending:
    """Whether everything of this visit is safely at the receiver."""

    all_there: bool


WorldStep = (
    Present
    | Passed
    | Devices
    | NotBegun
    | Began
    | Saved
    | Checked
    | Trouble
    | ConsentNotGiven
    | Sending
)
Step = PersonStep | WorldStep


@dataclass(frozen=True, slots=True)
class OpenDevices:
    """Open camera and microphone, anew where they are open."""


@dataclass(frozen=True, slots=True)
class CloseDevices:
    """Let go of camera and microphone: nobody is looked at between two visits."""


@dataclass(frozen=True, slots=True)
class Record:
    """Begin a recording; `seconds` None: until it is stopped."""

    session: str
    participant: str
    prompt: str
    seconds: float | None
    consented_at: str | None
    """When the participant agreed; for the first recording of the session."""
    awaits_consent: bool
    """Nothing of the session leaves before they have said so on camera."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the running recording."""


@dataclass(frozen=True, slots=True)
class Check:
    """See whether this recording can be played; `Checked` follows."""

    recording: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep this recording; `by` is who says so."""

    recording: str
    by: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Discard this recording, with the time to undo."""

    recording: str
    by: str


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """Write down that the participant agreed, and in which recording they say so."""

    session: str
    at: str
    recording: str


@dataclass(frozen=True, slots=True)
class Remember:
    """Write down how far the visit is, durably: a computer that dies goes on from here."""


@dataclass(frozen=True, slots=True)
class Forget:
    """The visit is over: nothing is to be resumed."""


Effect = (
    OpenDevices
    | CloseDevices
    | Record
    | Stop
    | Check
    | Keep
    | Discard
    | GiveConsent
    | Remember
    | Forget
)
