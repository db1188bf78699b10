"""How much of the disk and of other things may be used. Values only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be used. Sizes in bytes; None is no bound."""

    keep_free_bytes: int = 1 << 30
    """With less than this, nothing new is begun."""
    keep_for_documents_bytes: int = 32 << 20
    """With less than this, no bytes of segments are taken either."""
    device_bytes: int | None = None
    """What one device's segments may take here, all together."""
    device_bytes_a_day: int | None = None
    device_open_recordings: int | None = 10_000
    """Recordings that a device has announced and not finalised, and files that are on their way."""
