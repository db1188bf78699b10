"""Real recordings on disk without a recorder: what it would leave, byte for byte in the same order.

Segments hold random bytes unless media files are given; the queue and the receiver's bytes do not
care, and tests of both stay fast.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nacl.signing import SigningKey

from holdfast import durable, salvage
from holdfast.announcement import Announcement, Audio, Video
from holdfast.clock import SystemClock, rfc3339
from holdfast.decision import Decision, decided
from holdfast.ids import new_id
from holdfast.journal import Ended, PartStarted, journal_line
from holdfast.jsonform import canonical
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import Lock, try_lock
from holdfast.manifest import Manifest, session_json
from holdfast.overflow_layout import OverflowFolder
from holdfast.protocol import encode_key
from holdfast.sidecar import Sidecar

SEGMENT_S = 4.0
FPS = 30


@dataclass
class DeviceOnPaper:
    """Who recorded: an id and a key, as a device has them."""

    device: str
    key: SigningKey

    def sign(self, data: bytes) -> str:
        """The device's signature over `data`, base64."""
        return encode_key(self.key.sign(data).signature)


def some_device() -> DeviceOnPaper:
    """A device that nobody has met."""
    return DeviceOnPaper(new_id(datetime.now(UTC)), SigningKey.generate())


@dataclass
class RecordingOnDisk:
    """One recording in a home, written step by step as a recorder would."""

    home: Home
    folder: RecordingFolder
    announcement: Announcement
    device: DeviceOnPaper
    sidecars: list[Sidecar] = field(default_factory=list)
    lock: Lock | None = None
    """Of who records; without it this is a recording that was cut short."""

    @property
    def id(self) -> str:
        """The recording's id."""
        return self.folder.recording

    def add_segment(self, data: bytes, number: int | None = None) -> Sidecar:
        """Close one more segment with these bytes."""
        number = len(self.sidecars) if number is None else number
        sidecar = Sidecar(
            recording=self.id,
            segment=number,
            part=0,
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            start_s=number * SEGMENT_S,
            duration_s=SEGMENT_S,
            frames=int(SEGMENT_S * FPS),
            samples=int(SEGMENT_S * 48000),
            lost_frames=0,
            losses=(),
            base_monotonic_ns=self.announcement.started_monotonic_ns + number * 4_000_000_000,
            frame_times_us=tuple(each * 33_333 for each in range(int(SEGMENT_S * FPS))),
        )
        part = self.folder.part(number)
        with durable.create(part) as file:
            durable.write_all(file, data)
        durable.write_new(self.folder.sidecar(number), canonical(sidecar.to_json()))
        durable.publish(part, self.folder.segment(number))
        self.sidecars.append(sidecar)
        return sidecar

    def end(self, decision: Decision | None = "kept") -> Manifest:
        """End the recording: journal, manifest and, unless None, the decision about it."""
        end_s = len(self.sidecars) * SEGMENT_S
        durable.append_line(self.folder.journal, journal_line(Ended("complete", "stopped", end_s)))
        if decision is not None:
            self.decide(decision)
        salvaged = salvage.close_recording(
            self.folder,
            self.device.sign,
            session_folders=self.home.session_folders(self.folder.session),
        )
        assert salvaged is not None
        return salvaged.manifest

    def decide(self, decision: Decision, *, after_accept: bool = False) -> None:
        """Write `decision.json`."""
        note = decided(decision, "test", SystemClock(), after_accept=after_accept)
        durable.write_replacing(self.folder.decision, canonical(note.to_json()))

    def segment_bytes(self) -> list[bytes]:
        """What is in the segment files, in order."""
        return [path.read_bytes() for _, path in sorted(self.folder.segments().items())]


def begin_recording(
    home: Home,
    device: DeviceOnPaper,
    *,
    session: str | None = None,
    participant: str = "P-001",
    prompt: str | None = None,
    take: int = 1,
    started_at: datetime | None = None,
    overflow: OverflowFolder | None = None,
    is_held: bool = False,
) -> RecordingOnDisk:
    """A recording of which nothing but the first frame is known; held, nobody salvages it."""
    moment = started_at or datetime.now(UTC)
    session = session or new_id(moment)
    recording = new_id(moment + timedelta(milliseconds=random.randrange(1, 5)))
    folder = home.recording(session, recording, overflow)
    durable.make_folder(folder.path)
    lock = try_lock(folder.lock) if is_held else None
    elsewhere = home.session_file(session)
    if elsewhere is not None and not folder.session_file.exists():
        durable.write_new(folder.session_file, elsewhere.read_bytes())
    if not folder.session_file.exists():
        value = session_json(session, participant, None, device.device, rfc3339(moment))
        durable.write_new(folder.session_file, canonical(value))
    video = Video("h264", 1280, 720, 30.0, "test", "Built-in scene")
    audio = Audio("aac", 48000, 1, "Built-in tone")
    announcement = Announcement(
        recording=recording,
        session=session,
        participant=participant,
        study=None,
        prompt=prompt,
        take=take,
        device=device.device,
        app_version="0.1.0",
        started_at=rfc3339(moment),
        boot_id="test",
        started_monotonic_ns=1_000_000_000,
        video=video,
        audio=audio,
    )
    durable.write_new(folder.announce, canonical(announcement.to_json()))
    start = PartStarted(0, 0.0, "start", 0, 1_000_000_000, "test", video, audio)
    durable.append_line(folder.journal, journal_line(start))
    return RecordingOnDisk(home, folder, announcement, device, lock=lock)


def make_recording(
    home: Home,
    device: DeviceOnPaper,
    segments: Sequence[bytes | Path] = (),
    *,
    sizes: Sequence[int] = (),
    session: str | None = None,
    participant: str = "P-001",
    prompt: str | None = None,
    decision: Decision | None = "kept",
    started_at: datetime | None = None,
    overflow: OverflowFolder | None = None,
) -> RecordingOnDisk:
    """A recording that ended, of these segments (bytes or media files), or of random `sizes`."""
    recording = begin_recording(
        home,
        device,
        session=session,
        participant=participant,
        prompt=prompt,
        started_at=started_at,
        overflow=overflow,
        # A worker may be looking through the folders meanwhile.
        is_held=True,
    )
    for each in segments:
        recording.add_segment(each if isinstance(each, bytes) else each.read_bytes())
    for size in sizes:
        recording.add_segment(random.randbytes(size))
    recording.end(decision)
    if recording.lock is not None:
        recording.lock.release()
    return recording
