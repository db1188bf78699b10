"""`freed.json`: that a recording's media were deleted here, on whose word, and how far that is.

Written before the first file goes, so that a deletion that is cut short is known for one, and again
after the last. It stays beside manifest, sidecars and receipt for as long as they do.
"""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from holdfast import durable
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.layout import RecordingFolder

FREEING: Final = "freeing"
FREED: Final = "freed"
Stage = Literal["freeing", "freed"]


@dataclass(frozen=True, slots=True)
class Freed:
    """Which segments, how many bytes, when, by what; `confirmations` are the receiver's, signed."""

    stage: Stage
    at: str
    by: str
    receiver: str
    manifest_sha256: str
    segments: tuple[int, ...]
    size_bytes: int
    confirmations: tuple[Json, ...]
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        return self.stage == FREED

    def to_json(self) -> Json:
        return {
            **self.extra,
            "format_version": FORMAT_VERSION,
            "stage": self.stage,
            "at": self.at,
            "by": self.by,
            "receiver": self.receiver,
            "manifest_sha256": self.manifest_sha256,
            "segments": list(self.segments),
            "size_bytes": self.size_bytes,
            "confirmations": list(self.confirmations),
        }

    @classmethod
    def from_json(cls, value: Json) -> "Freed":
        reader = Reader(value, "freed.json")
        return cls(
            stage=reader.choice("stage", (FREEING, FREED)),
            at=reader.text("at"),
            by=reader.text("by"),
            receiver=reader.text("receiver"),
            manifest_sha256=reader.sha256("manifest_sha256"),
            segments=reader.wholes("segments"),
            size_bytes=reader.whole("size_bytes"),
            confirmations=tuple(reader.mappings("confirmations")),
            extra=reader.rest(),
        )


def write_freed(folder: RecordingFolder, freed: Freed) -> None:
    """Write it down durably. Raises OSError."""
    durable.write_replacing(folder.freed, canonical(freed.to_json()))


def read_freed(folder: RecordingFolder) -> Freed | None:
    """What was deleted here; None where nothing was. Raises OSError, FormatError."""
    try:
        data = folder.freed.read_bytes()
    except FileNotFoundError:
        return None
    return Freed.from_json(parse(data, str(folder.freed)))


def readable_freed(folder: RecordingFolder) -> Freed | None:
    """The same, where a file that cannot be read says nothing. Raises OSError."""
    try:
        return read_freed(folder)
    except FormatError:
        return None
