"""Where a row's recording is on disk: the queue keeps an overflow folder's id, never a path.

A disk that is mounted elsewhere the next time changes no row, and a row whose disk is away is known
to be away. It asks the home and decides nothing.
"""

import json
import os
from pathlib import Path
from typing import Final

from holdfast.layout import OWN_FOLDER, Home, RecordingFolder

IS_HERE: Final = "r.overflow IN (SELECT value FROM json_each(:here))"
"""SQL: whether the disk that the recording `r` is on is connected; `here` is `Places.here()`."""


class Places:
    """The recordings folders of one home. Methods may be called from any thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._own = str(home.recordings)

    def here(self) -> str:
        """The ids of all folders whose disk is connected now, as a JSON list for a query."""
        return json.dumps(list(self._home.folders_here()))

    def roots(self) -> list[Path]:
        """Every recordings folder whose disk is connected now."""
        return list(self._home.folders_here().values())

    def overflow_of(self, folder: RecordingFolder) -> str:
        """What the queue keeps of a recording's place."""
        return self._home.overflow_of(folder)

    def is_here(self, folder: RecordingFolder) -> bool:
        """Whether the disk that a recording is on is connected now."""
        return self._home.is_here(folder)

    def folder(self, overflow: str, session: str, recording: str) -> str:
        """The folder of a recording: where it is, or where it was when its disk was seen last."""
        root = self._own if overflow == OWN_FOLDER else self._home.folder_of(overflow)
        # An overflow that nobody remembers was never at a place that could be told. Joined as text,
        # as every picture of the queue names the folders of all recordings.
        return recording if root is None else f"{root}{os.sep}{session}{os.sep}{recording}"

    def away(self) -> "Away":
        """Which disks are away, as of now."""
        return Away(self._home, frozenset(self._home.folders_here()))


class Away:
    """One look at which disks are away; many rows are asked about, each disk is looked at once."""

    def __init__(self, home: Home, here: frozenset[str]) -> None:
        self._home = home
        self._here = here

    def sentence(self, overflow: str) -> str | None:
        """Why a recording in this folder cannot be read now; None where it can."""
        if overflow in self._here:
            return None
        root = self._home.folder_of(overflow)
        where = f" ({root})" if root is not None else ""
        return f"The disk with this recording{where} is not connected. Nothing is lost; connect it."
