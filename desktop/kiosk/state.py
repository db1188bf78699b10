"""Where a visit stands, as one frozen value. Pure; what follows from what is in `flow.py`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Literal

from desktop.study_values import CONSENT_PROMPT, ConsentRecording, Prompt, Study

STILL_THERE_S: Final = 15.0
"""So long the question whether somebody is there stands on the screen."""
READY_WITHIN_S: Final = 12.0
"""A countdown that waits longer for pictures and sound is trouble, and staff are asked."""
FAREWELL_S: Final = 20.0
"""So long a goodbye stays on the screen."""


class Page(Enum):
    """What is on the screen."""

    WELCOME = "welcome"
    RESUME = "resume"
    """A visit was interrupted: go on with it?"""
    CONSENT = "consent"
    NUMBER = "number"
    DEVICE_CHECK = "device check"
    INSTRUCTIONS = "instructions"
    COUNTDOWN = "countdown"
    RECORDING = "recording"
    SAVING = "saving"
    """The recording is being closed."""
    REVIEW = "review"
    TROUBLE = "trouble"
    """Something does not work: staff are asked to come."""
    CLOSING = "closing"
    GOODBYE = "goodbye"
    """The visit ended before its end; `farewell` says how."""


class Farewell(Enum):
    """How a visit ended that did not come to its end."""

    DECLINED = "declined"
    LEFT = "left"
    """The participant left; what was recorded is kept."""
    DELETED = "deleted"
    """The participant left, and wants nothing to be kept."""


Decision = Literal["pending", "kept", "discarded"]


@dataclass(frozen=True, slots=True)
class Take:
    """One answer to a prompt. It has several recordings where a full disk was left for another."""

    prompt: str
    recordings: tuple[str, ...]
    decision: Decision = "pending"
    counts: bool = True
    """Whether it answers the prompt once it is kept. What a crash cut short does not, by itself."""
    played: tuple[str, ...] = ()
    """Those of the recordings that were seen to play."""
    unplayable: bool = False

    @property
    def playable(self) -> bool | None:
        """Whether all of it plays; None while that is not known."""
        if self.unplayable:
            return False
        return True if set(self.played) == set(self.recordings) else None


@dataclass(frozen=True, slots=True)
class FlowState:
    """One visit, or the wait for one. A new visit begins with nothing of the one before."""

    study: Study
    page: Page = Page.WELCOME
    session: str | None = None
    participant: str = ""
    typed: str = ""
    """The number as it stands on its page."""
    order: tuple[str, ...] = ()
    """The prompts of this visit, by id; the recorded consent comes first."""
    at: int = 0
    """Which of `order` is being answered."""
    takes: tuple[Take, ...] = ()
    read: bool = False
    ticked: bool = False
    consented_at: str | None = None
    consent_given: bool = False
    """Whether the session says for good that the participant agrees."""
    has_picture: bool = False
    has_sound: bool = False
    without_sound: bool = False
    recording: str | None = None
    """What is being recorded, once its first picture is taken."""
    recorded: tuple[str, ...] = ()
    """Recordings of the present take that are closed already: their disk was full."""
    elapsed_s: float = 0.0
    """How long this page has been shown; on the countdown, since everything was ready."""
    waited_s: float = 0.0
    """How long a countdown has waited for pictures and sound."""
    idle_s: float = 0.0
    """How long nobody did anything, where somebody is to do something."""
    leaving: bool = False
    """Whether the participant is asked if they really want to leave."""
    leaves: Farewell | None = None
    """They leave as soon as the recording is closed."""
    farewell: Farewell | None = None
    trouble: str = ""
    all_there: bool = False

    @property
    def task(self) -> str:
        """The id of the prompt that is being answered; `consent` for the recorded consent."""
        return self.order[self.at] if self.at < len(self.order) else ""

    @property
    def prompt(self) -> Prompt | None:
        """The prompt that is being answered; None for the recorded consent."""
        return self.study.prompt(self.task)

    @property
    def consent_recording(self) -> ConsentRecording | None:
        """What is being said on camera, where the consent is being recorded."""
        return self.study.consent_recording if self.task == CONSENT_PROMPT else None

    @property
    def prompts(self) -> tuple[str, ...]:
        """The prompts of this visit, without the consent."""
        return tuple(each for each in self.order if each != CONSENT_PROMPT)

    @property
    def number(self) -> int:
        """Which of the prompts is being answered, from 1; 0 for the consent."""
        return 0 if self.task not in self.prompts else self.prompts.index(self.task) + 1

    @property
    def done(self) -> int:
        """How many of the prompts have a take that was kept."""
        return sum(self.kept(each) is not None for each in self.prompts)

    @property
    def take(self) -> Take | None:
        """The take that is looked at: the newest of the present prompt."""
        return self.newest(self.task)

    @property
    def ready(self) -> bool:
        """Whether everything that the study wants to record arrives."""
        return self.has_picture and (self.has_sound or not self.needs_sound)

    @property
    def needs_sound(self) -> bool:
        """Whether nothing is recorded without sound."""
        return self.study.capture.sound == "needed" and not self.without_sound

    @property
    def wants_sound(self) -> bool:
        """Whether a microphone is opened at all; one that is named and absent is trouble."""
        return self.study.capture.sound != "none" and not self.without_sound

    @property
    def seconds(self) -> float | None:
        """How long the present recording may take; None: until somebody stops it."""
        if self.consent_recording is not None:
            return self.consent_recording.seconds
        return None if self.prompt is None else self.prompt.seconds

    @property
    def countdown_s(self) -> int:
        """From where the present countdown counts."""
        source = self.consent_recording or self.prompt
        return 0 if source is None else source.countdown_s

    @property
    def counts_s(self) -> float | None:
        """What is left of the countdown; None while it waits for pictures and sound."""
        if self.page is not Page.COUNTDOWN or not self.ready:
            return None
        return max(0.0, self.countdown_s - self.elapsed_s)

    @property
    def can_stop(self) -> bool:
        """Whether the recording is long enough to be stopped."""
        least_s = 0.0 if self.prompt is None else self.prompt.least_s
        return self.page is Page.RECORDING and bool(self.recording) and self.elapsed_s >= least_s

    @property
    def can_go_on(self) -> bool:
        """Whether the page's main button does something."""
        match self.page:
            case Page.CONSENT:
                return self.read and self.ticked
            case Page.NUMBER:
                return self.study.participant.problem(self.typed) is None
            case Page.DEVICE_CHECK | Page.INSTRUCTIONS:
                return self.ready
            case Page.REVIEW:
                return self.can_keep
        return True

    @property
    def can_keep(self) -> bool:
        """Whether the take may be kept: a consent only once it was seen to play."""
        take = self.take
        if self.page is not Page.REVIEW or take is None:
            return False
        return take.prompt != CONSENT_PROMPT or take.playable is True

    @property
    def can_leave(self) -> bool:
        """Whether a participant is on a page that can be left."""
        return self.page not in (Page.WELCOME, Page.RESUME, Page.CLOSING, Page.GOODBYE)

    @property
    def still_there_s(self) -> float | None:
        """What is left of the question whether somebody is there; None while nobody asks."""
        over_s = self.idle_s - self.study.idle_reset_s
        if over_s < 0 or self.page not in ASKS_WHO_IS_THERE:
            return None
        return max(0.0, STILL_THERE_S - over_s)

    @property
    def waits(self) -> bool:
        """Whether the participant is asked to wait a little for the sending."""
        at_the_end = self.page is Page.CLOSING and not self.all_there
        return at_the_end and self.elapsed_s < self.study.closing_wait_s

    @property
    def reference(self) -> str:
        """What the participant can name later to have their recordings found: the id's end."""
        return "" if self.session is None else self.session[-6:].upper()

    def newest(self, prompt: str) -> Take | None:
        """The newest take of a prompt."""
        return next((each for each in reversed(self.takes) if each.prompt == prompt), None)

    def kept(self, prompt: str) -> Take | None:
        """The newest take that answers a prompt: kept, and not cut short."""
        answers = (each for each in reversed(self.takes) if each.prompt == prompt)
        return next((each for each in answers if each.decision == "kept" and each.counts), None)

    def with_take(self, take: Take) -> "FlowState":
        """The same with one take more, or with another value of one that is there."""
        same = [each.recordings == take.recordings for each in self.takes]
        if True not in same:
            return replace(self, takes=(*self.takes, take))
        takes = list(self.takes)
        takes[same.index(True)] = take
        return replace(self, takes=tuple(takes))


ASKS_WHO_IS_THERE: Final = (
    Page.CONSENT,
    Page.NUMBER,
    Page.DEVICE_CHECK,
    Page.INSTRUCTIONS,
    Page.REVIEW,
    Page.TROUBLE,
)
"""Pages on which a person is to do something: what was recorded is kept when nobody does."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What is known of a visit that was cut off: what was written down, and what is on disk."""

    session: str
    participant: str
    order: tuple[str, ...]
    consented_at: str | None
    consent_given: bool
    without_sound: bool = False
    language: str = ""
    """Which of the study's languages the participant reads."""
    takes: Sequence[Take] = field(default=())


def new_visit(study: Study) -> FlowState:
    """The wait for the next participant."""
    return FlowState(study)


def interrupted_visit(study: Study, visit: Interrupted) -> FlowState:
    """A visit that was cut off, with the question whether it goes on."""
    return FlowState(
        study.in_language(visit.language),
        page=Page.RESUME,
        session=visit.session,
        participant=visit.participant,
        typed=visit.participant,
        order=visit.order,
        takes=tuple(visit.takes),
        read=True,
        ticked=True,
        consented_at=visit.consented_at,
        consent_given=visit.consent_given,
        without_sound=visit.without_sound,
    )
