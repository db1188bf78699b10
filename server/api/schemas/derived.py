"""Shapes of what is made of a recording."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import AnyObject, Count, FormatVersion, Id, Instant, Says

Peak = Annotated[int, Says({"minimum": -128, "maximum": 127})]
Peaks = Annotated[list[Peak], Says({"minItems": 2, "maxItems": 2})]
"""Lowest and highest sample of a stretch."""


class MadeFile(TypedDict):
    """A file that was made."""

    name: str
    size_bytes: Count


class MadeResult(TypedDict):
    """What one kind of job made; `facts` differ from kind to kind."""

    kind: str
    job: Id
    at: Instant
    version: Count
    facts: AnyObject
    files: list[MadeFile]


class Results(TypedDict):
    """What was made of a recording, by kind of job."""

    recording: Id
    results: dict[str, MadeResult]


class Waveform(TypedDict):
    """How loud a recording is, `rate_hz` stretches a second; without sound there are no peaks."""

    format_version: FormatVersion
    rate_hz: float
    peaks: list[Peaks]


class FilmQuality(TypedDict):
    """What was measured on the film; `docs/quality.md` says what each number means."""

    format_version: FormatVersion
    recording: Id
    film: str
    checker: AnyObject
    picture: AnyObject
    sound: AnyObject | None
    timing: AnyObject
    films: NotRequired[list[AnyObject]]
    findings: list[AnyObject]


class PassportQuery(TypedDict, total=False):
    """In which form."""

    format: Literal["json", "html"]


class Passport(TypedDict):
    """Everything that is known, in the words of `holdfast passport`, and what the receiver adds."""

    format_version: FormatVersion
    session: Id
    participant: str
    study: str | None
    made_at: Instant
    made_by: str
    clocks: list[AnyObject]
    recordings: list[AnyObject]
    receiver: AnyObject


class VideoQuery(TypedDict, total=False):
    """Which film: the one as it was recorded, or the copy for browsers where there is one."""

    variant: Literal["original", "playback"]
