"""The paths of a suitcase: recordings that travel on a disk instead of over a network.

Like `holdfast/layout.py` it only computes, and lists a folder where asked: it opens nothing and
creates nothing. One disk may carry the suitcases of many computers, a folder each.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.durable import TEMPORARY_SUFFIX
from holdfast.ids import is_id, require_id
from holdfast.layout import id_folders

_PREFIX: Final = "holdfast-suitcase-"


@dataclass(frozen=True, slots=True)
class PackedRecording:
    """One recording's files in a suitcase."""

    path: Path

    @property
    def recording(self) -> str:
        """The recording's id."""
        return self.path.name

    def paper(self, *, encrypted: bool) -> Path:
        """Everything about the recording but its segments, signed by the device."""
        return self.path / ("recording.sealed" if encrypted else "recording.json")

    @property
    def receipt(self) -> Path:
        """The receiver's receipt, on its way back."""
        return self.path / "receipt.json"

    @property
    def answer(self) -> Path:
        """What else the receiver says of the recording, signed by it."""
        return self.path / "answer.json"

    def piece(
        self, segment: int, container: str, piece: int, pieces: int, *, encrypted: bool
    ) -> Path:
        """One piece of a segment; a segment of one piece, in the clear, is a file that plays."""
        if encrypted:
            return self.path / f"{segment:06d}.{piece:06d}.sealed"
        whole = f"{segment:06d}.{container}"
        return self.path / (whole if pieces == 1 else f"{whole}.{piece:06d}")

    def leftovers(self) -> list[Path]:
        """Unfinished files of the device that packed it; the receiver's are not among them."""
        return [
            path
            for path in self.path.glob(f"*{TEMPORARY_SUFFIX}")
            if not path.name.startswith((self.receipt.name, self.answer.name))
        ]


@dataclass(frozen=True, slots=True)
class SuitcaseFolder:
    """The suitcase of one computer for one receiver."""

    path: Path

    @classmethod
    def named(cls, disk: Path, suitcase: str) -> "SuitcaseFolder":
        """The suitcase with this id on a disk."""
        return cls(disk / f"{_PREFIX}{require_id(suitcase)}")

    @property
    def id(self) -> str:
        """The suitcase's id, as its folder is named."""
        return self.path.name.removeprefix(_PREFIX)

    @property
    def header(self) -> Path:
        """Whose suitcase it is, and for which receiver."""
        return self.path / "suitcase.json"

    @property
    def note(self) -> Path:
        """For whoever finds the disk."""
        return self.path / "README.txt"

    def packed(self, recording: str) -> PackedRecording:
        """Where a recording is in this suitcase, or would be."""
        return PackedRecording(self.path / require_id(recording))

    def recordings(self) -> list[PackedRecording]:
        """Every recording in it, the oldest id first. Raises OSError."""
        return [PackedRecording(each) for each in id_folders(self.path)]

    def is_empty(self) -> bool:
        """Whether packing it was broken off before anything was in it. Raises OSError."""
        return all(path.suffix == TEMPORARY_SUFFIX for path in self.path.iterdir())

    def leftovers(self) -> list[Path]:
        """Unfinished files of the suitcase itself; those of recordings are theirs."""
        return list(self.path.glob(f"*{TEMPORARY_SUFFIX}"))


def suitcases_in(disk: Path) -> list[SuitcaseFolder]:
    """The suitcases in a folder, or the folder itself where it is one. Raises OSError."""
    if _is_suitcase(disk):
        return [SuitcaseFolder(disk)]
    return [each for each in _folders(disk) if not each.is_empty()]


def begun_in(disk: Path) -> list[SuitcaseFolder]:
    """The suitcases in a folder that have nothing in them yet. Raises OSError."""
    return [] if _is_suitcase(disk) else [each for each in _folders(disk) if each.is_empty()]


def _folders(disk: Path) -> list[SuitcaseFolder]:
    return [SuitcaseFolder(each) for each in sorted(disk.iterdir()) if _is_suitcase(each)]


def _is_suitcase(folder: Path) -> bool:
    prefix, _, id_ = folder.name.partition(_PREFIX)
    return prefix == "" and is_id(id_) and folder.is_dir()
