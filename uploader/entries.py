"""What comes into the queue: recordings and their segments, and what was found of them on disk.

It reads no file: whoever calls has. Taking items out is `claims.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.announcement import Announcement
from holdfast.decision import DecisionNote
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest, ManifestSegment
from holdfast.sidecar import Sidecar
from uploader.database import Database
from uploader.decision_rows import columns_of
from uploader.errors import SegmentChanged, UnknownRecording
from uploader.places import Places


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """What the queue keeps of a closed segment."""

    segment: int
    size_bytes: int
    sha256: str
    duration_s: float
    frames: int
    lost_frames: int

    @classmethod
    def of_sidecar(cls, sidecar: Sidecar) -> "SegmentEntry":
        """The entry of a segment that was just closed."""
        return cls(
            sidecar.segment,
            sidecar.size_bytes,
            sidecar.sha256,
            sidecar.duration_s,
            sidecar.frames,
            sidecar.lost_frames,
        )

    @classmethod
    def of_manifest(cls, segment: ManifestSegment) -> "SegmentEntry":
        """The entry of a segment that a manifest lists, whatever is left of it on disk."""
        return cls(
            segment.segment,
            segment.size_bytes,
            segment.sha256,
            segment.duration_s,
            segment.frames,
            sum(count for _, count in segment.losses),
        )


class Entries:
    """The rows of what was recorded here. Its methods may be called from any thread."""

    def __init__(self, database: Database, places: Places) -> None:
        self._database = database
        self._places = places

    def enqueue_recording(
        self,
        folder: RecordingFolder,
        announcement: Announcement,
        note: DecisionNote | None = None,
    ) -> None:
        """Give a recording its row. Doing it again only follows a folder that was moved.

        `note` is what its `decision.json` says now: one that must not leave is never claimed.
        """
        with self._database.write() as database:
            database.execute(
                """INSERT INTO recordings
                       (recording, session, overflow, participant, prompt, take, started_at, camera,
                        decision, after_accept, undo_until_ms)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (recording) DO UPDATE
                       SET overflow = excluded.overflow, camera = excluded.camera
                       WHERE overflow <> excluded.overflow OR camera <> excluded.camera""",
                (
                    announcement.recording,
                    announcement.session,
                    self._places.overflow_of(folder),
                    announcement.participant,
                    announcement.prompt,
                    announcement.take,
                    announcement.started_at,
                    announcement.video.camera_name if announcement.video is not None else "",
                    *columns_of(note).values(),
                ),
            )

    def enqueue_segment(self, folder: RecordingFolder, sidecar: Sidecar) -> None:
        """Give a closed segment its row. Raises UnknownRecording, SegmentChanged."""
        self.enqueue_segments(folder, [SegmentEntry.of_sidecar(sidecar)])

    def enqueue_segments(self, folder: RecordingFolder, entries: Iterable[SegmentEntry]) -> None:
        """Give closed segments of one recording their rows, all or none."""
        with self._database.write() as database:
            require_known(database, folder.recording)
            for each in entries:
                added = database.execute(
                    """INSERT INTO segments
                           (recording, segment, size_bytes, sha256, duration_s, frames, lost_frames)
                       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                    (
                        folder.recording,
                        each.segment,
                        each.size_bytes,
                        each.sha256,
                        each.duration_s,
                        each.frames,
                        each.lost_frames,
                    ),
                )
                if not added:
                    _require_same(database, folder.recording, each)

    def manifest_ready(
        self, folder: RecordingFolder, manifest: Manifest, saved: bool = True
    ) -> None:
        """Note that a recording ended; from now on it may be finalised. Raises UnknownRecording.

        `saved` says whether manifest and all segments are on disk with the sizes that it lists.
        """
        with self._database.write() as database:
            require_known(database, folder.recording)
            database.execute(
                """UPDATE recordings SET state = ?, manifest_sha256 = ?, manifest_segments = ?,
                       duration_s = ?, frames = ?, lost_frames = ?, saved = ?
                   WHERE recording = ?""",
                (
                    manifest.state,
                    manifest.digest(),
                    sum(each.lost is None for each in manifest.segments),
                    manifest.duration_s,
                    manifest.frames,
                    manifest.lost_frames,
                    saved,
                    folder.recording,
                ),
            )

    def forget_given_up(self, recording: str, segments: Iterable[int]) -> None:
        """Take segments that the manifest now names lost out of the queue, but for one on its way.

        Whatever waited for them goes on.
        """
        with self._database.write() as database:
            database.many(
                """DELETE FROM segments
                   WHERE recording = ? AND segment = ? AND state <> 'uploading'""",
                ((recording, segment) for segment in segments),
            )

    def note_saved(self, recording: str, saved: bool) -> bool:
        """Note whether manifest and segments were found whole on disk; whether that was news."""
        with self._database.write() as database:
            changed = database.execute(
                "UPDATE recordings SET saved = ? WHERE recording = ? AND saved <> ?",
                (saved, recording, saved),
            )
        return changed == 1

    def receipt_found(self, recording: str, receiver: str = "") -> bool:
        """Take a recording whose checked receipt, of this receiver, is on disk as verified.

        Returns whether that was news.
        """
        with self._database.write() as database:
            found = database.execute(
                """UPDATE recordings SET step = 'verified', attempts = 0, not_before_ms = 0,
                       reason = '', receiver = ?
                   WHERE recording = ? AND claim_token IS NULL AND manifest_sha256 IS NOT NULL
                       AND step IN ('announce', 'segments', 'finalise', 'failed')""",
                (receiver, recording),
            )
            if found:
                database.execute(
                    """UPDATE segments SET state = 'completed', acknowledged_bytes = size_bytes,
                           reason = '' WHERE recording = ? AND state IN ('pending', 'failed')""",
                    (recording,),
                )
        return found == 1

    def receipt_gone(self, recording: str) -> None:
        """Take a recording as not verified, because its receipt is not on disk any more."""
        with self._database.write() as database:
            database.execute(
                """UPDATE recordings SET step = 'announce', attempts = 0, not_before_ms = 0
                   WHERE recording = ? AND claim_token IS NULL
                       AND step IN ('verified', 'playable')""",
                (recording,),
            )


def require_known(database: Database, recording: str) -> None:
    """Raises UnknownRecording where a recording has no row."""
    if database.row("SELECT 1 FROM recordings WHERE recording = ?", (recording,)) is None:
        raise UnknownRecording(f"The queue has no recording {recording}.")


def _require_same(database: Database, recording: str, entry: SegmentEntry) -> None:
    row = database.row(
        "SELECT size_bytes, sha256 FROM segments WHERE recording = ? AND segment = ?",
        (recording, entry.segment),
    )
    if row != (entry.size_bytes, entry.sha256):
        raise SegmentChanged(
            f"Segment {entry.segment} of {recording} is queued with another size or hash than "
            "the files say. Both are kept; run holdfast queue rebuild."
        )
