"""Reads the window's log: its newest lines, over the files that it was rotated into.

A line is a JSON object (`desktop/ui/faults.py` writes it); what is none is shown as it stands. It
opens files only while it reads.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LEVELS: Final = ("debug", "info", "warning", "error", "critical")
_BLOCK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. `trace` is the traceback that belongs to it, if any."""

    t: str
    level: str
    logger: str
    message: str
    trace: str = ""

    @property
    def text(self) -> str:
        """As one copies it."""
        head = f"{self.t} {self.level.upper()} {self.logger}: {self.message}"
        return f"{head}\n{self.trace.rstrip()}" if self.trace else head


def newest(log: Path, count: int) -> tuple[LogLine, ...]:
    """The newest lines of a log, the oldest of them first. Raises OSError.

    A log that is not there has none.
    """
    found: list[str] = []
    for file in _files(log):
        found = _tail(file, count - len(found)) + found
        if len(found) >= count:
            break
    return tuple(parsed(each) for each in found)


def parsed(line: str) -> LogLine:
    """A line of the file; one that is no JSON object is its own message."""
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        return LogLine("", "info", "", line)
    return LogLine(
        t=str(value.get("t", "")),
        level=str(value.get("level", "info")).lower(),
        logger=str(value.get("logger", "")),
        message=str(value.get("message", "")),
        trace=str(value.get("trace", "")),
    )


def _files(log: Path) -> list[Path]:
    """The log and what it was rotated into, the newest first."""
    rotated = [log.with_name(f"{log.name}.{number}") for number in range(1, 100)]
    there = [log] if log.is_file() else []
    for each in rotated:
        if not each.is_file():
            break
        there.append(each)
    return there


def _tail(file: Path, count: int) -> list[str]:
    """The last so many lines, read from the end."""
    if count <= 0:
        return []
    with file.open("rb") as stream:
        end = stream.seek(0, 2)
        data = b""
        while end > 0 and data.count(b"\n") <= count:
            start = max(0, end - _BLOCK)
            stream.seek(start)
            data = stream.read(end - start) + data
            end = start
    lines = data.decode("utf-8", "replace").splitlines()
    return lines[-count:]
