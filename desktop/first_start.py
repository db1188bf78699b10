"""The first start: whether it is one, where recordings may be kept, and what is written down of it.

A home that nobody named may have its folder anywhere; the settings file then says where
(`storage.folder`). Nothing is moved: the choice is made before anything is recorded.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop import settings_file
from desktop.window_settings import OWN_RECEIVER, SET_UP
from holdfast.command import reason_of
from holdfast.durable import make_folder
from holdfast.home_choice import FOLDER
from holdfast.layout import Home, id_folders

SUBFOLDER: Final = "Holdfast"
"""Made inside the folder that somebody chooses, so that a disk that is away is noticed."""
USUAL_BYTES_S: Final = 300_000
"""About what 1280 x 720 at 30 pictures a second takes, with sound."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for recordings: how much room it has, or why it cannot be used."""

    folder: Path
    free_bytes: int = 0
    total_bytes: int = 0
    trouble: str = ""
    """What the system says; empty where the folder can be used."""

    @property
    def left_s(self) -> float:
        """How long recordings of the usual quality fit into it."""
        return self.free_bytes / USUAL_BYTES_S


def is_due(home: Home) -> bool:
    """Whether nobody has used this home yet: no settings, no enrolment, no recordings."""
    if home.config.exists() or home.enrolment.exists():
        return False
    try:
        return not id_folders(home.recordings)
    except OSError:
        return False


def place_at(folder: Path) -> Place:
    """What can be said about this folder, which need not exist yet. Never raises."""
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), None)
    if there is None:
        return Place(folder, trouble=f"{folder} is not there")
    try:
        usage = shutil.disk_usage(there)
    except OSError as error:
        return Place(folder, trouble=reason_of(error))
    if not os.access(there, os.W_OK | os.X_OK):
        return Place(folder, usage.free, usage.total, f"Permission denied: {there}")
    return Place(folder, usage.free, usage.total)


def moved(home: Home, folder: Path) -> Home:
    """The home with its folder inside this one; a home that somebody named stays where it is."""
    if home.is_named:
        return home
    inside = folder if folder.name == SUBFOLDER else folder / SUBFOLDER
    return Home(inside, config_folder=home.config_folder)


def keep_place(before: Home, chosen: Home) -> None:
    """Write down where recordings are kept, for every later start. Raises SettingError, OSError."""
    if chosen.root != before.root:
        make_folder(chosen.root)
        settings_file.change(before.config, {FOLDER: str(chosen.root)})


def note_own_receiver(home: Home, *, runs: bool) -> None:
    """Have the window run a receiver here, or none, from now on. Raises SettingError, OSError."""
    settings_file.change(home.config, {OWN_RECEIVER.name: runs})


def note_done(home: Home, more: Mapping[str, object]) -> None:
    """Write down that somebody has been through it, and what they chose.

    Raises SettingError, OSError.
    """
    settings_file.change(home.config, {SET_UP.name: True, **more})
