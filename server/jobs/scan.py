"""The scan: a program of the operator's choice looks at every stored file before anybody does.

It changes nothing and opens nothing itself: the program is given the path of one file at a time,
and its exit code is the verdict. An answer that is none is not "clean".
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from holdfast.jsonform import Json
from holdfast.receiver_layout import ReceivedRecording
from server.operating import ScanSettings

WAITING: Final = "waiting"
CLEAN: Final = "clean"
QUARANTINED: Final = "quarantined"
NOT_PASSED: Final = (WAITING, QUARANTINED)
"""What a recording's `scan` says while nobody may open its files."""
FOUND: Final = "The scan found something in its files. They are kept, and nobody may open them."
_SAID_MOST_LETTERS: Final = 500


class ScanFailed(OSError):
    """The program could not say whether a file is clean; to be tried again."""


def scan(
    folder: ReceivedRecording, settings: ScanSettings, progress: Callable[[float], None]
) -> Json:
    """Show the program every file that was received. Raises ScanFailed."""
    if not settings.is_on:
        raise ScanFailed("no scan.command is set any more")
    files = _received(folder)
    found = []
    for number, path in enumerate(files):
        progress(number / len(files))
        said = _look(path, settings)
        if said is not None:
            found.append({"file": path.relative_to(folder.path).as_posix(), "said": said})
    return {"clean": not found, "found": found, "files": len(files)}


def _received(folder: ReceivedRecording) -> list[Path]:
    """Media and pictures as a device sent them; what is derived from them comes later."""
    folders = (folder.segments, folder.previews)
    return sorted(path for each in folders if each.is_dir() for path in each.iterdir())


def _look(path: Path, settings: ScanSettings) -> str | None:
    """None: clean. Otherwise what the program said when it found something."""
    try:
        done = subprocess.run(
            settings.words(str(path)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=settings.timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ScanFailed(f"the scan of {path.name} took over {settings.timeout_s} s") from error
    said = done.stdout.decode("utf-8", "replace").strip()[:_SAID_MOST_LETTERS]
    if done.returncode == 0:
        return None
    if done.returncode == settings.found_exit_code:
        return said
    raise ScanFailed(f"the scan of {path.name} ended with {done.returncode}: {said}")
