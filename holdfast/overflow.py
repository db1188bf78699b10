"""The second recordings folder: which one this home has, and whether it is the right one.

It is on another disk, which may be away. A disk that is away leaves an empty mount point behind,
and another disk may turn up in its place; so the folder carries a marker with its id, the home
remembers that id, and without that very marker nothing is ever written. The marker is made once, at
the first use, and never again.
"""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.clock import rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.layout import Home
from holdfast.overflow_layout import OverflowFolder, overflow_markers
from holdfast.settings_table import Setting, load

FOLDER_SETTING: Final = Setting(
    "disk",
    "overflow_folder",
    "text",
    None,
    "A second folder for recordings, on another disk; used once the first disk is nearly full.",
)

_log = logging.getLogger(__name__)

DeviceOf = Callable[[Path], int]
"""The number of the disk that a path is on."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the home keeps of one overflow folder: its id, where it was last, whether it is used."""

    id: str
    folder: Path
    begun: bool


class OverflowRefused(Exception):
    """The folder cannot be used. The message is a sentence: why, is anything lost, what next."""

    def __init__(self, sentence: str, *, needs_a_person: bool = True) -> None:
        super().__init__(sentence)
        self.needs_a_person = needs_a_person
        """False where the disk is just not connected, as disks that travel often are not."""


def disk_of(path: Path) -> int:
    """The number of the disk that a path is on. Raises OSError."""
    return path.stat().st_dev


def named_folder(home: Home, environ: Mapping[str, str]) -> Path | None:
    """The folder that the settings name, or None. Raises SettingError."""
    values = load((FOLDER_SETTING,), home.config, environ, whole_sections=False)
    return folder_of(values[FOLDER_SETTING.name])


def folder_of(name: str | None) -> Path | None:
    """The folder that the setting's text means; none for an empty one."""
    return Path(name).expanduser().absolute() if name else None


def remembered(home: Home) -> list[Remembered]:
    """The overflow folders that this home ever had, the one that was named last at the end.

    A memory that cannot be read is none: this installation's own markers say the same again.
    """
    what = str(home.overflow_memory)
    try:
        value = parse(home.overflow_memory.read_bytes(), what)
        return [_remembered(each, what) for each in Reader(value, what).mappings("overflows")]
    except FileNotFoundError:
        return []
    except (OSError, FormatError) as error:
        _log.warning("which overflow folders there are cannot be read: %s", error)
        return []


def with_remembered(home: Home) -> Home:
    """The home with every overflow folder that it ever had, to read from."""
    return replace(home, overflows=_folders(remembered(home), None))


def joined(home: Home, environ: Mapping[str, str], device: str, now: datetime) -> Home:
    """The home with the overflow folder of the settings, and with those that it had earlier.

    A folder that is named for the first time gets its id here, and its marker in `make_ready`; one
    that is mounted elsewhere than before is known by its marker. Raises SettingError, FormatError
    and OSError.
    """
    known = remembered(home)
    folder = named_folder(home, environ)
    if folder is None:
        return replace(home, overflows=_folders(known, None))
    here = _made_by(device, folder)
    current = (
        next((each for each in known if each.id in here), None)
        or next((Remembered(each, folder, begun=True) for each in sorted(here)), None)
        or next((each for each in reversed(known) if each.folder == folder), None)
        or Remembered(new_id(now), folder, begun=False)
    )
    current = replace(current, folder=folder)
    try:
        _remember(home, current)
    except OSError as error:
        # A full disk must not keep anybody from the recordings; there is no marker without it.
        _log.warning("the overflow folder %s cannot be remembered now: %s", folder, error)
    return replace(home, overflows=_folders(_with(known, current), current.id))


def make_ready(home: Home, device: str, now: datetime, disk_of: DeviceOf = disk_of) -> bool:
    """Whether recordings may begin in the overflow folder; gives it its marker at the first use.

    False where there is none in the settings. Raises OverflowRefused where it cannot be used.
    """
    folder = home.overflow
    if folder is None:
        return False
    if folder.is_here:
        return True
    known = next((each for each in remembered(home) if each.id == folder.id), None)
    if known is None or known.begun:
        raise _not_here(folder.path)
    try:
        _begin(home, folder, device, now, disk_of)
    except OSError as error:
        raise OverflowRefused(
            f"The overflow folder {folder.path} cannot be written ({error.strerror or error})."
            f" {_ONLY_FIRST} Make it writable, or name another in disk.overflow_folder."
        ) from error
    return True


def trouble_with(home: Home, folder: Path, disk_of: DeviceOf = disk_of) -> str | None:
    """Why this folder, which the settings name, cannot be used now; None where it can.

    It looks only: unlike `make_ready` it makes no marker.
    """
    known = {each.id: each for each in remembered(home)}
    if any(each in known for each in overflow_markers(folder)):
        return None
    try:
        if any(each.begun and each.folder == folder for each in known.values()):
            raise _not_here(folder)
        _require_another_disk(home, folder, disk_of)
    except OverflowRefused as error:
        return str(error)
    return None


_ONLY_FIRST: Final = "Recordings go to the first disk only, and nothing is lost."


def _begin(
    home: Home, folder: OverflowFolder, device: str, now: datetime, disk_of: DeviceOf
) -> None:
    path = folder.path
    durable.make_folder(home.recordings)
    _require_another_disk(home, path, disk_of)
    durable.make_folder(path)
    value = {
        "format_version": FORMAT_VERSION,
        "overflow": folder.id,
        "installation": device,
        "made_at": rfc3339(now),
    }
    # The memory first: a marker that nobody remembers would be another's.
    _remember(home, Remembered(folder.id, path, begun=True))
    try:
        durable.write_new(folder.marker, canonical(value))
    except OSError:
        _remember(home, Remembered(folder.id, path, begun=False))
        raise


def _require_another_disk(home: Home, path: Path, disk_of: DeviceOf) -> None:
    if not path.parent.is_dir():
        raise _not_here(path)
    if overflow_markers(path):
        raise OverflowRefused(
            f"The folder {path} is the overflow folder of another Holdfast. {_ONLY_FIRST}"
            " Name another folder in disk.overflow_folder."
        )
    first = next(each for each in (home.recordings, *home.recordings.parents) if each.is_dir())
    # An empty mount point is on the first disk too.
    if disk_of(path if path.is_dir() else path.parent) == disk_of(first):
        raise OverflowRefused(
            f"The overflow folder {path} is on the first disk, or the disk that belongs there is"
            f" not connected. {_ONLY_FIRST} Connect it, or name a folder on another disk in"
            " disk.overflow_folder."
        )


def _not_here(path: Path) -> OverflowRefused:
    if not path.is_dir():
        return OverflowRefused(
            f"The disk with the overflow folder {path} is not connected. {_ONLY_FIRST}"
            " Connect it to have its room, too.",
            needs_a_person=False,
        )
    if overflow_markers(path):
        return OverflowRefused(
            f"The folder {path} is the overflow folder of another Holdfast, or another disk of"
            f" this one. {_ONLY_FIRST} Connect the right disk, or name another folder in"
            " disk.overflow_folder."
        )
    return OverflowRefused(
        f"The folder {path} does not carry this Holdfast's mark: the disk that belongs there is not"
        f" connected. {_ONLY_FIRST} Connect it, or name another folder in disk.overflow_folder."
    )


def _made_by(device: str, folder: Path) -> set[str]:
    """Ids of the markers in this folder that this installation made."""
    found = set()
    try:
        markers = overflow_markers(folder)
        for overflow, marker in markers.items():
            if parse(marker.read_bytes(), str(marker)).get("installation") == device:
                found.add(overflow)
    except (OSError, FormatError) as error:
        _log.warning("the overflow folder %s cannot be read: %s", folder, error)
    return found


def _remembered(value: Json, what: str) -> Remembered:
    reader = Reader(value, what)
    return Remembered(reader.id("id"), Path(reader.text("folder")), reader.flag("begun"))


def _with(known: list[Remembered], current: Remembered) -> list[Remembered]:
    # One that was named and never used is forgotten.
    return [*(each for each in known if each.id != current.id and each.begun), current]


def _remember(home: Home, current: Remembered) -> None:
    known = remembered(home)
    wanted = _with(known, current)
    if wanted == known:
        return
    value = {
        "format_version": FORMAT_VERSION,
        "overflows": [
            {"id": each.id, "folder": os.fspath(each.folder), "begun": each.begun}
            for each in wanted
        ],
    }
    durable.make_folder(home.root)
    durable.write_replacing(home.overflow_memory, canonical(value))


def _folders(known: list[Remembered], takes_new: str | None) -> tuple[OverflowFolder, ...]:
    return tuple(OverflowFolder(each.folder, each.id, each.id == takes_new) for each in known)
