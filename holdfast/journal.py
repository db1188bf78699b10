"""`journal.jsonl`: what happened while recording, a JSON line each, durable before it is told.

Parts, markers and the reasons of gaps must survive a recorder that is killed, and a manifest is
only built afterwards. Values and their JSON only; no files.
"""

from dataclasses import dataclass
from typing import Literal

from holdfast.announcement import Audio, Video, audio_or_none, video_or_none
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.soundloss import SoundLoss, read_sound_loss

RecordingState = Literal["complete", "interrupted"]


@dataclass(frozen=True, slots=True)
class PartStarted:
    """Journal: a new encoder began, `offset_s` after the recording's first frame."""

    part: int
    offset_s: float
    reason: str
    first_segment: int
    started_monotonic_ns: int
    boot_id: str
    video: Video | None
    audio: Audio | None

    def to_json(self) -> Json:
        return {
            "event": "part",
            "part": self.part,
            "offset_s": self.offset_s,
            "reason": self.reason,
            "first_segment": self.first_segment,
            "started_monotonic_ns": self.started_monotonic_ns,
            "boot_id": self.boot_id,
            "video": self.video and self.video.to_json(),
            "audio": self.audio and self.audio.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Marker:
    """Journal and manifest: a named instant, in seconds on the recording's clock."""

    t_s: float
    name: str
    source: str

    def to_json(self) -> Json:
        return {"t_s": self.t_s, "name": self.name, "source": self.source}


@dataclass(frozen=True, slots=True)
class PartLost:
    """Journal: part `part` ended by itself, and why; the next part's gap carries this reason."""

    part: int
    reason: str

    def to_json(self) -> Json:
        return {"event": "lost", "part": self.part, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Losses:
    """Journal: what was counted as lost in one fragment of a segment that is still open.

    It stands here before the fragment is in the file, so that a segment whose recorder was killed
    still says what it lacks. `until_s` is the fragment's last picture; `frames` are (seconds,
    frames) pairs; `sound` is None without sound. All times are on the recording's clock.
    """

    segment: int
    until_s: float
    frames: tuple[tuple[float, int], ...]
    sound: SoundLoss | None

    def to_json(self) -> Json:
        return {
            "event": "losses",
            "segment": self.segment,
            "until_s": self.until_s,
            "losses": [list(each) for each in self.frames],
            **({} if self.sound is None else self.sound.to_json()),
        }


@dataclass(frozen=True, slots=True)
class Paused:
    """Journal: after part `part` the recording was paused, `t_s` after its first frame.

    It is over with the next part, or with the recording's end.
    """

    part: int
    t_s: float

    def to_json(self) -> Json:
        return {"event": "paused", "part": self.part, "t_s": self.t_s}


@dataclass(frozen=True, slots=True)
class Ended:
    """Journal: nothing more can follow; `state` is what the recording became, and why."""

    state: RecordingState
    reason: str
    end_s: float

    def to_json(self) -> Json:
        return {"event": "end", "state": self.state, "reason": self.reason, "end_s": self.end_s}


JournalEntry = PartStarted | PartLost | Paused | Marker | Losses | Ended


def journal_line(entry: JournalEntry) -> bytes:
    """One line of `journal.jsonl`, without its newline."""
    value = entry.to_json()
    if isinstance(entry, Marker):
        value["event"] = "marker"
    return canonical({"format_version": FORMAT_VERSION, **value})


def parse_journal(data: bytes) -> list[JournalEntry]:
    """The entries of a journal. A torn line, as a power cut leaves, is passed over."""
    entries = []
    for line in data.splitlines():
        try:
            entry = _journal_entry(parse(line, "a journal line"))
        except FormatError:
            continue
        if entry is not None:
            entries.append(entry)
    return entries


def _journal_entry(value: Json) -> JournalEntry | None:
    reader = Reader(value, "a journal line")
    event = reader.text("event")
    if event == "part":
        return PartStarted(
            part=reader.whole("part"),
            offset_s=reader.number("offset_s"),
            reason=reader.text("reason"),
            first_segment=reader.whole("first_segment"),
            started_monotonic_ns=reader.whole("started_monotonic_ns"),
            boot_id=reader.text("boot_id"),
            video=video_or_none(reader.optional_mapping("video")),
            audio=audio_or_none(reader.optional_mapping("audio")),
        )
    if event == "lost":
        return PartLost(part=reader.whole("part"), reason=reader.text("reason"))
    if event == "paused":
        return Paused(part=reader.whole("part"), t_s=reader.number("t_s"))
    if event == "marker":
        return Marker(reader.number("t_s"), reader.text("name"), reader.text("source"))
    if event == "losses":
        return Losses(
            reader.whole("segment"),
            reader.number("until_s"),
            reader.losses("losses"),
            read_sound_loss(reader),
        )
    if event == "end":
        state = reader.choice("state", ("complete", "interrupted"))
        return Ended(state, reader.text("reason"), reader.number("end_s"))
    return None
