"""What the doctor looks at on this computer: devices, disk, database, ffmpeg.

Each check is one function and gives one `Check`; none raises for what it finds. Nothing is
recorded, and what is written to measure the disk is gone afterwards.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from stat import S_ISREG
from typing import Final

from desktop.check import Check
from desktop.encoder_wishes import HARDWARE
from desktop.encoders import Encoders, sentence
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.devices import Devices, MicrophoneList
from desktop.recording.errors import RecordingError
from desktop.recording.microphone import DEFAULT, NO_SOUND, TONE, choose
from desktop.settings import DesktopSettings
from holdfast.clock import Clock
from holdfast.command import reason_of
from holdfast.durable import make_folder
from holdfast.layout import Home
from holdfast.overflow import trouble_with

TRIAL_BYTES: Final = 8 * 1024 * 1024
LEAST_BYTES_S: Final = 2_000_000
"""Ten times what 720p takes, so that nothing waits for the disk."""
LEAST_HOURS: Final = 1.0
_RECORDING_BYTES_S: Final = 300_000
"""About what 1280 x 720 at 30 pictures a second takes, with sound."""
_WAL_RESET_FIXED: Final = (3, 51, 3)
_FFMPEG_S: Final = 5.0


def check_camera(settings: DesktopSettings, devices: Devices) -> Check:
    """Whether the picture source of the settings is there."""
    names = ", ".join(f"{each.name} ({each.path})" for each in devices.cameras)
    try:
        kind = kind_of(settings.source)
    except RecordingError as error:
        return Check("camera", False, f"The settings name a source that is not there. {error}")
    if kind is not SourceKind.CAMERA:
        there = f"Cameras: {names}." if names else "No camera, and none is needed:"
        return Check("camera", True, f"{there} the source is {settings.source!r}.")
    if not devices.cameras:
        return Check(
            "camera",
            False,
            "No camera was found.",
            "Plug one in, or switch it on; then `holdfast devices` lists it.",
        )
    path = f"/dev/video{settings.source}" if settings.source.isdigit() else settings.source
    if not any(_is_same(Path(path), Path(each.path)) for each in devices.cameras):
        return Check(
            "camera",
            False,
            f"There is {names}, but not {path}, which the settings name.",
            "Plug that one in, or name another in `capture.source`.",
        )
    return Check("camera", True, names)


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def check_microphone(settings: DesktopSettings, devices: Devices) -> Check:
    """Whether the microphone of the settings is there; only a named one is essential."""
    names = ", ".join(dict.fromkeys(each.name for each in devices.microphones))
    wanted = settings.audio or DEFAULT
    if wanted in (NO_SOUND, TONE) or not _needs_microphone(settings):
        return Check("microphone", True, "None is needed with these settings.")
    try:
        found = choose(wanted, MicrophoneList(devices.microphones, devices.microphones_note))
    except RecordingError as error:
        return Check(
            "microphone",
            False,
            devices.microphones_note or (f"There is {names}." if names else "None was found."),
            "Plug one in, or choose the system's input; without one, recordings are silent."
            if wanted == DEFAULT
            else str(error),
            essential=wanted != DEFAULT,
        )
    return Check("microphone", True, f"{found.name} ({found.rate_hz / 1000:g} kHz)")


def _needs_microphone(settings: DesktopSettings) -> bool:
    try:
        return settings.audio is not None or kind_of(settings.source) is SourceKind.CAMERA
    except RecordingError:
        return True


def check_disk(home: Home, clock: Clock, trial_bytes: int = TRIAL_BYTES) -> Check:
    """Whether the home can be written to, how fast, and how long its space lasts."""
    try:
        make_folder(home.root)
        speed = _written_bytes_s(home.root, clock, trial_bytes)
        free = shutil.disk_usage(home.root).free
    except OSError as error:
        return Check(
            "disk",
            False,
            f"The folder {home.root} cannot be written ({reason_of(error)}).",
            "Make it writable, free some space, or choose another with --home.",
        )
    hours = free / _RECORDING_BYTES_S / 3600
    detail = (
        f"Written and synced at {speed / 1e6:.0f} MB/s; {free / 1e9:.1f} GB free, about"
        f" {hours:.0f} h of recording; {_taken(home.recordings, free)}."
    )
    if speed < LEAST_BYTES_S:
        return Check("disk", False, detail, "Choose a faster disk: this one may lose pictures.")
    if hours < LEAST_HOURS:
        return Check("disk", False, detail, "Free some space, or choose another disk.")
    return Check("disk", True, detail)


def _taken(recordings: Path, free_bytes: int) -> str:
    """Who takes what is not free: our recordings, and all other files of that disk."""
    ours = sum(_size_bytes(each) for each in recordings.rglob("*"))
    place = next(each for each in (recordings, *recordings.parents) if each.is_dir())
    others = max(0, shutil.disk_usage(place).total - free_bytes - ours)
    return f"recordings {ours / 1e9:.1f} GB, other files {others / 1e9:.1f} GB"


def _size_bytes(path: Path) -> int:
    try:
        status = path.lstat()
    except FileNotFoundError:
        # The name of an open segment, while somebody records.
        return 0
    return status.st_size if S_ISREG(status.st_mode) else 0


def check_overflow(home: Home, folder: Path) -> Check:
    """Whether the overflow folder that the settings name is connected and the right one."""
    trouble = trouble_with(home, folder)
    if trouble is not None:
        return Check("overflow", False, trouble, essential=False)
    try:
        free = shutil.disk_usage(folder if folder.is_dir() else folder.parent).free
        detail = f"{folder}: {_taken(folder, free)}, {free / 1e9:.1f} GB free."
    except OSError as error:
        detail = f"The overflow folder {folder} cannot be read ({reason_of(error)})."
        return Check("overflow", False, detail, "Connect its disk again.", essential=False)
    return Check("overflow", True, detail)


def _written_bytes_s(folder: Path, clock: Clock, size_bytes: int) -> float:
    block = os.urandom(1024 * 1024)
    with tempfile.TemporaryFile(dir=folder) as file:
        started_ns = clock.monotonic_ns()
        for _each in range(max(1, size_bytes // len(block))):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
        return file.tell() * 1e9 / max(1, clock.monotonic_ns() - started_ns)


def check_sqlite(home: Home) -> Check:
    """Whether a queue database on this disk keeps what it promises."""
    from pysqlite3 import sqlite_version

    from uploader.database import PRAGMAS, open_queue_database
    from uploader.errors import UploaderError

    try:
        # Beside the real one: opening that would put a damaged one aside, and doctors look only.
        with tempfile.TemporaryDirectory(dir=home.root, prefix="doctor-") as folder:
            open_queue_database(Home(Path(folder))).close()
    except (UploaderError, OSError) as error:
        return Check(
            "SQLite",
            False,
            f"{sqlite_version}; a database in {home.root} does not work ({error}).",
            "Choose a disk of this computer for --home, not a network drive.",
        )
    detail = f"{sqlite_version}; all {len(PRAGMAS)} settings of the queue hold on this disk."
    if tuple(map(int, sqlite_version.split("."))) < _WAL_RESET_FIXED:
        return Check(
            "SQLite", False, detail, "This version can lose what it wrote: install pysqlite3 again."
        )
    return Check("SQLite", True, detail)


def check_ffmpeg() -> Check:
    """Whether the ffmpeg command is there. Nothing in Holdfast needs it."""
    path = shutil.which("ffmpeg")
    if path is None:
        return Check("ffmpeg", True, "Not installed. Nothing needs it: Holdfast brings its own.")
    try:
        done = subprocess.run(
            [path, "-version"], capture_output=True, text=True, timeout=_FFMPEG_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Check(
            "ffmpeg", False, f"{path} does not run ({error}).", "Nothing needs it.", essential=False
        )
    first_line = (done.stdout.splitlines() or [path])[0]
    return Check("ffmpeg", True, f"{first_line.split(' Copyright')[0]}; nothing needs it.")


def check_encoder(home: Home, settings: DesktopSettings) -> Check:
    """Which encoder recordings use; a named one that is refused costs processor time, no more."""
    encoders = Encoders(home, settings.encoder)
    try:
        survey = encoders.survey()
    except OSError as error:
        return Check(
            "encoder",
            False,
            f"What was found out cannot be kept ({reason_of(error)}); recordings use libx264.",
            "Make the home writable.",
            essential=False,
        )
    is_as_wanted = settings.encoder not in HARDWARE or survey.used.encoder == settings.encoder
    do = "" if is_as_wanted else "Check its driver, or set `capture.encoder` to `auto`."
    return Check("encoder", is_as_wanted, sentence(survey), do, essential=False)
