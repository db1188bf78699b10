"""Every path of one recording on the device that made it.

Like `holdfast/layout.py` it only computes, and lists a folder where asked: it opens nothing and
creates nothing.
"""

import re
from dataclasses import dataclass
from pathlib import Path

CONTAINERS = ("mp4", "mkv", "mov", "webm", "avi", "ts", "mpg")
_SEGMENT = re.compile(r"(\d{6})\.(" + "|".join(CONTAINERS) + r")\Z")
_SIDECAR = re.compile(r"(\d{6})\.json\Z")
_PREVIEW = re.compile(r"(\d{6})\.jpg\Z")
_PART = re.compile(r"(\d{6})\.part\Z")
_UNFINISHED = re.compile(r"(\d{6}\.(json|jpg)|(announce|manifest)\.json)\.[0-9a-f]{8}\.tmp\Z")


@dataclass(frozen=True, slots=True)
class RecordingFolder:
    """One recording's files on the device that recorded it."""

    path: Path

    @property
    def recording(self) -> str:
        """The recording's id."""
        return self.path.name

    @property
    def session(self) -> str:
        """The id of the session that the recording belongs to."""
        return self.path.parent.name

    @property
    def session_file(self) -> Path:
        """The session's own file, shared by all its recordings."""
        return self.path.parent / "session.json"

    @property
    def lock(self) -> Path:
        """Held, as an OS lock, by whoever may still add to this recording."""
        return self.path / "recording.lock"

    @property
    def announce(self) -> Path:
        return self.path / "announce.json"

    @property
    def journal(self) -> Path:
        """What happened while recording, a JSON line each: parts, markers, the end."""
        return self.path / "journal.jsonl"

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.json"

    @property
    def decision(self) -> Path:
        return self.path / "decision.json"

    @property
    def receipt(self) -> Path:
        return self.path / "receipt.json"

    @property
    def freed(self) -> Path:
        """What was, or is being, deleted here after the receiver confirmed that it holds it."""
        return self.path / "freed.json"

    def earlier_manifest(self, number: int) -> Path:
        """The manifest that another one replaced, because a segment was given up; from 1 on."""
        return self.path / f"manifest.{number}.json"

    @property
    def quality(self) -> Path:
        """What the quality check found; absent where a recording was finished after a crash."""
        return self.path / "quality.json"

    @property
    def note(self) -> Path:
        """What a person noted about it; absent where nobody did."""
        return self.path / "note.json"

    @property
    def annotations(self) -> Path:
        """What was learned after the manifest; sent whenever it changes."""
        return self.path / "annotations.json"

    @property
    def intake(self) -> Path:
        """Says, until a file of another camera is taken in, from where its bytes come."""
        return self.path / "intake.json"

    @property
    def quarantine(self) -> Path:
        """Bytes that could be neither trusted nor thrown away; nothing here is sent or deleted."""
        return self.path / "quarantine"

    def segment(self, number: int, container: str = "mp4") -> Path:
        return self.path / f"{number:06d}.{container}"

    def part(self, number: int) -> Path:
        """The open segment: it has this name until it is complete and hashed."""
        return self.path / f"{number:06d}.part"

    def sidecar(self, number: int) -> Path:
        return self.path / f"{number:06d}.json"

    def preview(self, number: int) -> Path:
        """The small picture of a segment; there may be none."""
        return self.path / f"{number:06d}.jpg"

    def previews(self) -> dict[int, Path]:
        """Number -> preview picture of every segment that has one, in order."""
        return self._numbered(_PREVIEW)

    def segments(self) -> dict[int, Path]:
        """Number -> file of every closed segment that is there, in order."""
        return self._numbered(_SEGMENT)

    def sidecars(self) -> dict[int, Path]:
        """Number -> sidecar of every segment that was ever closed, in order."""
        return self._numbered(_SIDECAR)

    def open_parts(self) -> dict[int, Path]:
        """Number -> file of every segment that was not closed, in order."""
        return self._numbered(_PART)

    def unfinished(self) -> list[Path]:
        """What a recorder, or who closes a recording, was writing anew when it was killed."""
        return sorted(each for each in self.path.iterdir() if _UNFINISHED.match(each.name))

    def newest_segment(self) -> tuple[int, Path] | None:
        """Number and file of the newest segment, open or closed. Raises OSError."""
        newest: tuple[int, Path] | None = None
        for path in self.path.iterdir():
            match = _PART.match(path.name) or _SEGMENT.match(path.name)
            if match is not None and (newest is None or (int(match.group(1)), path) > newest):
                newest = (int(match.group(1)), path)
        return newest

    def _numbered(self, pattern: re.Pattern[str]) -> dict[int, Path]:
        found = {}
        for path in sorted(self.path.iterdir()) if self.path.is_dir() else []:
            match = pattern.match(path.name)
            if match is not None:
                found[int(match.group(1))] = path
        return found
