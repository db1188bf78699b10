"""The paths of an overflow folder: its marker and its reserve.

It says whether the right disk is connected, and nothing of which folders are a home's: that is
`holdfast/overflow.py`'s.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from holdfast.ids import is_id, require_id

_MARKER = re.compile(r"holdfast-overflow-(.+)\.json\Z")


@dataclass(frozen=True, slots=True)
class OverflowFolder:
    """A further recordings folder, on a disk that may be away; named by the marker in it."""

    path: Path
    id: str
    takes_new: bool = True
    """Whether the settings name it; one that they named earlier is only read from."""

    @property
    def marker(self) -> Path:
        """The file by which the right disk is known: without it, nothing is written here."""
        return self.path / f"holdfast-overflow-{require_id(self.id)}.json"

    @property
    def ballast(self) -> Path:
        """Space in reserve on this disk, given back when it is full."""
        return self.path / "ballast.bin"

    @property
    def is_here(self) -> bool:
        """Whether the right disk is connected."""
        try:
            return self.marker.is_file()
        except OSError:
            # A disk that was pulled out can stay mounted, and answers everything with an error.
            return False


def overflow_markers(folder: Path) -> dict[str, Path]:
    """Id -> marker of every overflow folder that this folder is; one at the most is right."""
    found = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        match = _MARKER.match(path.name)
        if match is not None and is_id(match.group(1)):
            found[match.group(1)] = path
    return found
