"""The study as values: what a participant reads, agrees to and records, in which order.

How a study's file becomes these values is in `desktop/study_reading.py`. They record nothing and
show nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Literal

from holdfast.decision import AFTER_ACCEPT, WHILE_RECORDING

CONSENT_PROMPT: Final = "consent"
"""The prompt that a recorded consent answers; no prompt of a study is called so."""
COUNTDOWN_S: Final = 3
NUMBER_LETTERS: Final = 40
"""No participant's number is longer."""
IDLE_RESET_S: Final = 90.0
"""So long nobody does anything on a page before it asks whether somebody is there."""

Upload = Literal["while_recording", "after_accept"]
Order = Literal["listed", "random"]
ORDERS: Final[tuple[Order, ...]] = ("listed", "random")
Sound = Literal["needed", "wished", "none"]
SOUNDS: Final[tuple[Sound, ...]] = ("needed", "wished", "none")
UPLOADS: Final[tuple[Upload, ...]] = (WHILE_RECORDING, AFTER_ACCEPT)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a study's file, and its line, counted from 1."""

    line: int
    sentence: str


class StudyFaulty(ValueError):
    """A study's file cannot be used. The text has a line `FILE:LINE: sentence` for each fault."""

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        self.name = name
        self.faults = tuple(sorted(faults, key=lambda each: each.line))
        super().__init__("\n".join(f"{name}:{each.line}: {each.sentence}" for each in self.faults))


@dataclass(frozen=True, slots=True)
class ConsentRecording:
    """The participant says on camera that they agree: these words, at most so long."""

    say: str
    seconds: float
    countdown_s: int = COUNTDOWN_S


@dataclass(frozen=True, slots=True)
class Consent:
    """What a participant has to read and to agree to before anything is recorded."""

    version: str
    text: str
    statement: str | None = None
    """What stands beside the tick, in the study's own words."""
    recording: ConsentRecording | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One task of the study."""

    id: str
    title: str
    instructions: str
    text: str | None = None
    """What stays on the screen while it is recorded: a passage to be read aloud."""
    seconds: float | None = None
    """It ends by itself after so long; None: somebody stops it."""
    least_s: float = 0.0
    """Nobody is offered to stop before so long."""
    countdown_s: int = COUNTDOWN_S


class NumberProblem(Enum):
    """Why a participant's number cannot be taken."""

    EMPTY = "empty"
    OTHER_FORM = "other form"
    NOT_LISTED = "not listed"


@dataclass(frozen=True, slots=True)
class ParticipantRule:
    """Which numbers participants have. Without list and pattern, any that can be typed."""

    generated: bool = False
    """Nobody types a number: each visit gets one of its own."""
    pattern: str | None = None
    """A regular expression that the entire number matches."""
    example: str | None = None
    listed: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is a page on which the number is typed."""
        return not self.generated

    @property
    def signs(self) -> str:
        """The letters and signs beside the digits that a keypad needs, each once, in order."""
        seen = dict.fromkeys("".join(self.listed) + (self.example or ""))
        return "".join(sign for sign in seen if not sign.isdigit())

    def normal(self, typed: str) -> str:
        """The number as it is written in the study, whatever the case it was typed in."""
        number = typed.strip()
        known = [*self.listed, *([self.example] if self.example else [])]
        if known and not any(each != each.upper() for each in known):
            return number.upper()
        return number

    def problem(self, typed: str) -> NumberProblem | None:
        """Why this number cannot be taken; None where it can."""
        number = self.normal(typed)
        if not number:
            return NumberProblem.EMPTY
        if len(number) > NUMBER_LETTERS or not number.isprintable():
            return NumberProblem.OTHER_FORM
        if self.pattern is not None and re.fullmatch(self.pattern, number) is None:
            return NumberProblem.OTHER_FORM
        if self.listed and number not in self.listed:
            return NumberProblem.NOT_LISTED
        return None


@dataclass(frozen=True, slots=True)
class CaptureWish:
    """What the study asks of the camera and the microphone; None: as the computer is set."""

    width: int | None = None
    height: int | None = None
    fps: float | None = None
    camera: str | None = None
    """Its name, or a part of it, as `holdfast devices` tells it."""
    microphone: str | None = None
    sound: Sound = "needed"
    """`needed`: staff are asked where there is none; `wished`: it goes on without."""


@dataclass(frozen=True, slots=True)
class Study:
    """One version of a study."""

    id: str
    version: int
    title: str
    prompts: tuple[Prompt, ...]
    welcome: str | None = None
    """What the first page says, in the study's own words."""
    thanks: str | None = None
    """What the last page says beside whether everything is safe."""
    consent: Consent | None = None
    participant: ParticipantRule = field(default_factory=ParticipantRule)
    order: Order = "listed"
    upload: Upload = WHILE_RECORDING
    capture: CaptureWish = field(default_factory=CaptureWish)
    closing_wait_s: float = 0.0
    """Staff would like the participant to wait so long for the sending, at the most."""
    idle_reset_s: float = IDLE_RESET_S
    language: str = ""
    """Which language its texts are in, by its code (`en`); empty where the file does not say."""
    variants: tuple["Study", ...] = ()
    """The same study in each of its languages, the first one first; empty where it has but one."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that a participant can choose from; empty where there is no choice."""
        return tuple(each.language for each in self.variants)

    def in_language(self, language: str) -> "Study":
        """The study in one of its languages; as it is where it does not have that one."""
        found = next((each for each in self.variants if each.language == language), None)
        return self if found is None else replace(found, variants=self.variants)

    @property
    def in_first_language(self) -> "Study":
        """The study as its file has it."""
        return self.in_language(self.variants[0].language) if self.variants else self

    @property
    def consent_versions(self) -> tuple[str, ...]:
        """Each version of the text that somebody can agree to: translations may have their own."""
        studies = self.variants or (self,)
        return tuple(dict.fromkeys(each.consent.version for each in studies if each.consent))

    @property
    def after_accept(self) -> bool:
        """Whether nothing of a recording leaves before somebody kept it."""
        return self.upload == AFTER_ACCEPT

    @property
    def consent_recording(self) -> ConsentRecording | None:
        """What is recorded of the consent; None where nothing is, or no consent is asked for."""
        return None if self.consent is None else self.consent.recording

    def prompt(self, id_: str) -> Prompt | None:
        """The prompt of this id, if there is one."""
        return next((each for each in self.prompts if each.id == id_), None)
