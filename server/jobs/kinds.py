"""The kinds of jobs there are: what each does, after which, how early, how patiently, how often.

A table and the values that cross between a job's own process and the runner. It does no work and
loads none: `work` is found in the child only. A new kind is a row here and a function
`make(task: Task) -> Made` in a module of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from holdfast import durable
from holdfast.jsonform import Json
from holdfast.receiver_layout import ReceivedRecording
from server.operating import OperatingSettings


@dataclass(frozen=True, slots=True)
class Task:
    """What work gets. `told` takes progress from 0 to 1, `say` a line for the job's log, `step`
    what is being done now, in a word or two."""

    folder: ReceivedRecording
    """The recording's files at a place of this machine; `folder.derived` exists."""
    attempt: str
    params: Json
    operating: OperatingSettings
    """What stands in receiver.toml."""
    told: Callable[[float], None]
    say: Callable[[str], None]
    step: Callable[[str], None]

    def temporary(self, final: Path) -> Path:
        """The name under which a file is written that is to be called `final`."""
        return temporary_name(final, self.attempt)


def temporary_name(final: Path, attempt: str) -> Path:
    """`playback.mp4.<job>.<attempt>.tmp`, beside it; what an attempt leaves is found by its end."""
    return final.with_name(f"{final.name}.{attempt}{durable.TEMPORARY_SUFFIX}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A finished, durable file that still has a temporary name; the runner gives it its own."""

    temporary: Path
    final: Path


@dataclass(frozen=True, slots=True)
class Made:
    """What work made. `facts` are JSON below 64 KiB with a `format_version`; all else are files."""

    files: tuple[Piece, ...] = ()
    facts: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of job. Times in seconds, sizes in bytes.

    The runner takes care of leases, progress, the log, cancelling, limits and the files' names.
    """

    name: str
    work: str
    """`module:function`, loaded in the job's own process."""
    after: str | None = None
    """The kind that must have succeeded before, where it is made with it."""
    waits_for: tuple[str, ...] = ()
    """Kinds of the same recording that must have ended before, however they did."""
    version: int = 1
    """Of what it makes: results of a lower version count as missing."""
    head_start_min: int = 0
    """Its priority: it is done as if it had been queued so many minutes earlier. So what is more
    important comes first, and what is less important comes in the end."""
    at_once: int | None = None
    """So many at a time over all workers, unless an administrator says otherwise; None: as many
    as there are workers."""
    silence_most_s: float = 120.0
    """A job that says nothing for so long is ended."""
    memory_most_bytes: int | None = 4 << 30
    """What its process may take beyond what it maps from files, where the system can bound it."""
    is_required: bool = False
    """It belongs to every stored recording and cannot be chosen; no result is kept of it."""


_HOUR_MIN: Final = 60

REQUIRED: Final = (
    Kind(
        name="scan",
        work="server.jobs.film:scan_files",
        head_start_min=2 * _HOUR_MIN,
        is_required=True,
    ),
    Kind(
        name="assemble",
        work="server.jobs.film:make",
        after="scan",
        head_start_min=_HOUR_MIN,
        is_required=True,
    ),
    Kind(
        name="probe",
        work="server.jobs.film:look",
        after="assemble",
        head_start_min=_HOUR_MIN,
        is_required=True,
    ),
    Kind(
        name="partial",
        work="server.jobs.film:make_partial",
        head_start_min=_HOUR_MIN,
        is_required=True,
    ),
)
"""What makes a recording playable, and what looks at it before anybody does."""

DERIVED: Final[tuple[Kind, ...]] = (
    Kind(name="thumbnail", work="server.jobs.thumbnail:make", after="probe", head_start_min=30),
    Kind(
        name="sprite",
        work="server.jobs.sprite:make",
        after="probe",
        # 1 knew the first of several films only, as it did of waveform and quality.
        version=2,
        head_start_min=10,
    ),
    Kind(
        name="waveform",
        work="server.jobs.waveform:make",
        after="probe",
        version=2,
        head_start_min=10,
    ),
    Kind(name="transcode", work="server.jobs.transcode:make", after="probe", at_once=1),
    Kind(name="quality", work="server.jobs.quality:make", after="probe", version=2),
    Kind(
        name="track",
        work="server.jobs.tracking:make",
        after="probe",
        # It takes longest, and nobody waits for it.
        head_start_min=-_HOUR_MIN,
        at_once=1,
    ),
    Kind(
        name="passport",
        work="server.jobs.passport:make",
        after="probe",
        waits_for=("transcode", "quality", "track"),
    ),
)
"""What else is made of a playable recording, in the order in which it is queued."""

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {each.name: each for each in REQUIRED + DERIVED}
)


def is_for_film(kind: str) -> bool:
    """Whether jobs of this kind are about the film itself, and not about what is made of it."""
    known = KINDS.get(kind)
    return known is None or known.is_required
