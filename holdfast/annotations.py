"""What is learned of a recording after its manifest: clock offset, quality, notes. Versioned.

A manifest never changes; this stands beside it, on the device (`annotations.json`) and at the
receiver, which keeps every version with who wrote it and when. Values and their JSON only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader

FIELD_NOTE: Final = "field_note"
"""What somebody noted in the window of the device; notes made elsewhere have other keys."""
DEVICE_KEYS: Final = ("quality", "clock_offset_s", FIELD_NOTE)
"""What a device says; all else is written by people at the receiver."""
_SAID_BY_THE_RECEIVER: Final = ("recording", "at", "by")


@dataclass(frozen=True, slots=True)
class Annotations:
    """One version. `version` counts from 1; 0 stands for a recording without any.

    `quality` is what the quality check found. `clock_offset_s` is the receiver's time minus ours
    at the recording's start, learned later: as a manifest has it, or with `value` null and a
    `reason` why it can never be known. `extra` are other keys, such as notes.
    """

    version: int = 0
    quality: Json | None = None
    clock_offset_s: Json | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def content(self) -> Json:
        """What it says, without its version."""
        return {**self.extra, "quality": self.quality, "clock_offset_s": self.clock_offset_s}

    def to_json(self) -> Json:
        return {**self.content(), "format_version": FORMAT_VERSION, "version": self.version}

    @classmethod
    def from_json(cls, value: Json) -> "Annotations":
        """Raises FormatError. What a receiver adds when it is asked is read over."""
        reader = Reader(value, "the annotations")
        reader.skip(*_SAID_BY_THE_RECEIVER)
        version = reader.whole("version")
        quality = reader.optional_mapping("quality")
        offset = reader.optional_mapping("clock_offset_s")
        if offset is not None:
            _check_offset(offset)
        return cls(version, quality, offset, reader.rest())


def _check_offset(offset: Json) -> None:
    reader = Reader(offset, "the clock's offset")
    if not reader.has("value"):
        reader.text("reason")
        return
    reader.number("value")
    if reader.number("uncertainty") < 0:
        raise FormatError("the clock's offset: 'uncertainty' must not be negative")


def taken_in(own: Annotations, current: Annotations) -> Annotations:
    """The version after the receiver's newest: that one, with what this computer found."""
    found = {key: value for key, value in own.content().items() if value is not None}
    content: Json = {
        **found,
        **{key: value for key, value in current.content().items() if value is not None},
        **{key: found[key] for key in DEVICE_KEYS if key in found},
    }
    return Annotations.from_json({**content, "version": current.version + 1})
