"""What came of packing a suitcase and of unpacking its receipts. Values and their JSON only."""

from dataclasses import dataclass, field
from pathlib import Path

from holdfast.jsonform import Json


@dataclass(slots=True)
class Packed:
    """What a call of `pack` came to; lists of recordings' ids."""

    suitcase: str
    folder: Path
    encrypted: bool
    packed: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    """Packed before, whole, and unchanged."""
    left_out: dict[str, str] = field(default_factory=dict)
    """Recording -> why it is not in the suitcase yet."""
    taken_out: list[str] = field(default_factory=list)
    """Discarded or withdrawn after it was packed."""
    damaged: dict[str, str] = field(default_factory=dict)
    """Recording -> what is wrong with it on this computer; the rest of it is packed."""
    written_bytes: int = 0
    is_full: bool = False

    @property
    def remains(self) -> bool:
        """Whether something that has to travel is not in the suitcase yet."""
        return self.is_full or bool(self.left_out)

    def to_json(self) -> Json:
        return {
            "suitcase": self.suitcase,
            "folder": str(self.folder),
            "encrypted": self.encrypted,
            "packed": self.packed,
            "already": self.already,
            "left_out": [{"recording": each, "why": why} for each, why in self.left_out.items()],
            "taken_out": self.taken_out,
            "damaged": [{"recording": each, "why": why} for each, why in self.damaged.items()],
            "bytes": self.written_bytes,
            "full": self.is_full,
        }


@dataclass(slots=True)
class Unpacked:
    """What a suitcase brought back; ids of recordings."""

    verified: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    """At home before."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Recording -> why there is no receipt yet."""
    refused: dict[str, str] = field(default_factory=dict)
    """Recording -> what is wrong; a person has to look."""
    cleared: list[str] = field(default_factory=list)

    def to_json(self) -> Json:
        return {
            "verified": self.verified,
            "already": self.already,
            "waiting": [{"recording": each, "why": why} for each, why in self.waiting.items()],
            "refused": [{"recording": each, "why": why} for each, why in self.refused.items()],
            "cleared": self.cleared,
        }
