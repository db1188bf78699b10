"""The diagnostics bundle: one zip with what helps to find out, and nothing that nobody may read.

First the list of what would go in, then the file. No media, no token, no key, no PIN; participants
get codes unless somebody wants their ids in it, and the user's folder is called ~.
"""

import io
import json
import logging
import os
import platform
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from desktop.redaction import Redaction
from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.settings_table import SettingError
from holdfast.version import VERSION
from uploader.errors import UploaderError
from uploader.identity import open_secrets

_log = logging.getLogger(__name__)

MOST_LOG_BYTES: Final = 2_000_000
"""Of each log, its end."""
_NEVER: Final = frozenset({"secrets", "queue.db", "ballast.bin"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the bundle, already clean."""

    name: str
    content: str

    @property
    def size_bytes(self) -> int:
        return len(self.content.encode())


@dataclass(frozen=True, slots=True)
class Bundle:
    """What goes in, and what could not be read."""

    entries: tuple[Entry, ...]

    def save(self, file: Path) -> None:
        """Write it. Raises OSError."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self.entries:
                archive.writestr(entry.name, entry.content)
        durable.make_folder(file.parent)
        durable.write_replacing(file, made.getvalue())


def collect(
    home: Home,
    clock: Clock,
    environ: Mapping[str, str] = os.environ,
    *,
    with_participants: bool = False,
    devices: Callable[[], Any] | None = None,
    user: Path | None = None,
) -> Bundle:
    """Gather it, which takes a few seconds; never raises for what cannot be read.

    `devices` lists cameras and microphones; left out, they are looked for. `user` is the folder of
    whoever is signed in, left out as the system says.
    """
    queue, participants = _queue(home, clock)
    named = () if with_participants else participants
    redaction = Redaction(_secrets(home), named, user or _user())
    entries = [
        Entry("versions.json", _json(_versions(clock))),
        Entry("settings.toml", _text(home.config)),
        Entry("environment.json", _json(_environment(environ))),
        Entry("devices.json", _json(_devices(devices))),
        Entry("disk.json", _json(_disk(home))),
        Entry("queue.json", _json(queue)),
        Entry("checks.json", _json(_checks(home, clock))),
        *_logs(home),
    ]
    cleaned = (Entry(each.name, redaction.clean(each.content)) for each in entries)
    return Bundle(tuple(each for each in cleaned if each.content))


def file_name(clock: Clock) -> str:
    """What a bundle of now is called."""
    return f"holdfast-diagnostics-{clock.now():%Y-%m-%d-%H%M}.zip"


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"This file could not be read: {error.strerror}.\n"


def _user() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _secrets(home: Home) -> list[str]:
    try:
        return list(open_secrets(home).read().values())
    except (UploaderError, OSError) as error:
        _log.info("secrets cannot be read, so none of them is looked for: %s", error)
        return []


def _versions(clock: Clock) -> dict[str, Any]:
    packages = {
        each.metadata["Name"]: each.version
        for each in sorted(metadata.distributions(), key=lambda one: one.metadata["Name"].lower())
    }
    return {
        "holdfast": VERSION,
        "made_at": rfc3339(clock.now()),
        "python": sys.version,
        "system": platform.platform(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "packages": packages,
    }


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    ours = ("HOLDFAST_", "QT_", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "LANG", "LC_")
    return {name: value for name, value in sorted(environ.items()) if name.startswith(ours)}


def _devices(look: Callable[[], Any] | None) -> Any:
    from desktop.recording.devices import list_devices

    found = look() if look is not None else list_devices()
    return found.to_json()


def _disk(home: Home) -> dict[str, Any]:
    from desktop.space import disk_usage

    usage = disk_usage(home.root)
    return {"folder": str(home.root), **asdict(usage)}


def _queue(home: Home, clock: Clock) -> tuple[Any, set[str]]:
    """The queue as `holdfast queue list --json` shows it, and who is in it."""
    from uploader.installation import Installation

    if not home.queue_database.is_file():
        return {"recordings": []}, set()
    try:
        with Installation.open(home, clock) as installation:
            snapshot = installation.queue.snapshot()
    except (UploaderError, SettingError, FormatError, OSError) as error:
        return {"not_readable": str(error)}, set()
    return snapshot.to_json(), {each.participant for each in snapshot.recordings}


def _checks(home: Home, clock: Clock) -> list[Any]:
    """The doctor's quick checks of this computer."""
    from desktop.computer_checks import check_disk, check_ffmpeg, check_sqlite
    from desktop.receiver_checks import receiver_checks
    from uploader.settings import load_settings

    checks = [check_disk(home, clock), check_ffmpeg()]
    if home.root.is_dir():
        checks.append(check_sqlite(home))
    try:
        checks += receiver_checks(home, load_settings(home.config, os.environ), clock)
    except SettingError as error:
        return [each.to_json() for each in checks] + [{"settings": str(error)}]
    return [each.to_json() for each in checks]


def _logs(home: Home) -> Iterator[Entry]:
    if not home.logs.is_dir():
        return
    for path in sorted(home.logs.iterdir()):
        if path.is_file() and path.name not in _NEVER:
            yield Entry(f"logs/{path.name}", _text(path)[-MOST_LOG_BYTES:])
