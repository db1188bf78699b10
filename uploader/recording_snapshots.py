"""Pictures of single recordings as the queue has them: their state, their segments, their tries.

It reads rows and makes snapshots of them. It changes nothing and decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from uploader import why
from uploader.database import Database
from uploader.items import (
    AT_HOME,
    AttemptSnapshot,
    Custody,
    ItemState,
    NetworkStatus,
    RecordingSnapshot,
    SegmentSnapshot,
    Step,
)
from uploader.places import Away, Places

_RECORDINGS: Final = """
    SELECT r.recording, r.session, r.participant, r.prompt, r.take, r.camera, r.state, r.started_at,
        r.duration_s, r.frames, r.lost_frames, r.overflow, r.step, r.saved, r.attempts,
        r.not_before_ms, r.reason, r.manifest_segments, r.packed_ms, r.freed, r.decision,
        r.after_accept, r.undo_until_ms, r.discard, r.hold, r.first_ms, r.calls,
        ifnull(t.segments, 0), ifnull(t.size_bytes, 0), ifnull(t.duration_s, 0),
        ifnull(t.frames, 0), ifnull(t.lost_frames, 0), ifnull(t.acknowledged_bytes, 0),
        ifnull(t.pending, 0), ifnull(t.uploading, 0), ifnull(t.completed, 0), ifnull(t.failed, 0)
    FROM recordings r LEFT JOIN tallies t USING (recording)
    WHERE {which}
    ORDER BY r.recording LIMIT :most"""
ALL: Final = "true"
ONE: Final = "r.recording = :only"
AFTER: Final = "r.recording > :after"
NAMED: Final = "r.recording IN (SELECT value FROM json_each(:named))"
_COLUMNS: Final = (
    "id",
    "session",
    "participant",
    "prompt",
    "take",
    "camera",
    "state",
    "started_at",
    "duration_s",
    "frames",
    "lost_frames",
    "overflow",
    "step",
    "saved",
    "attempts",
    "not_before_ms",
    "reason",
    "manifest_segments",
    "packed_ms",
    "freed",
    "decision",
    "after_accept",
    "undo_until_ms",
    "discard",
    "hold",
    "first_ms",
    "calls",
    "segments",
    "size_bytes",
    "recorded_s",
    "recorded_frames",
    "recorded_lost",
    "acknowledged_bytes",
    "pending",
    "uploading",
    "completed",
    "failed",
)
# Members by their values: a picture has thousands of them, and an Enum looks each up in Python.
STATES: Final = {state.value: state for state in ItemState}
STEPS: Final = {step.value: step for step in Step}
# The one segment of each recording that says most: failed before waiting, the soonest try first.
_TROUBLES: Final = """
    SELECT s.recording, s.segment, s.state, s.reason, s.not_before_ms, s.attempts, s.calls
    FROM tallies t JOIN segments s ON s.recording = t.recording AND s.segment = (
        SELECT segment FROM segments INDEXED BY segments_troubled
        WHERE (state = 'failed' OR state = 'pending' AND attempts > 0)
            AND recording = t.recording
        ORDER BY state, not_before_ms, segment LIMIT 1)
    WHERE t.pending + t.failed > 0 AND {which}"""


def recordings_where(
    database: Database,
    places: Places,
    around: "Circumstances",
    which: str,
    parameters: Mapping[str, object],
) -> list[RecordingSnapshot]:
    """The recordings that `which`, one of the conditions above, chooses by `parameters`."""
    rows = database.rows(_RECORDINGS.format(which=which), parameters)
    if not rows:
        return []
    troubles: dict[str, why.Trouble] = {}
    between = {**parameters, "first": rows[0][0], "last": rows[-1][0]}
    in_trouble = which.replace("r.", "t.")
    if which == AFTER:
        in_trouble = "t.recording BETWEEN :first AND :last"
    for recording, segment, state, reason, not_before_ms, attempts, calls in database.rows(
        _TROUBLES.format(which=in_trouble), between
    ):
        trouble = why.Trouble(
            segment=segment,
            failed=state == ItemState.FAILED,
            reason=reason,
            next_try_at=instant(not_before_ms),
            attempts=attempts,
            calls=bool(calls),
        )
        troubles[recording] = trouble
    return [
        _recording(dict(zip(_COLUMNS, row, strict=True)), troubles.get(row[0]), places, around)
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is the same for every recording."""

    status: NetworkStatus | None
    """Of the network; None where each is to say what is in its own way alone."""
    enrolled: bool
    now: datetime
    away: Away


def _recording(
    row: dict[str, Any], trouble: why.Trouble | None, places: Places, around: Circumstances
) -> RecordingSnapshot:
    step = STEPS[row["step"]]
    counts = {state: row[name] for name, state in STATES.items()}
    has_ended = row["manifest_segments"] is not None
    own = _own_trouble(row, step)
    facts = _facts(row, step, counts, own, trouble, around)
    if around.status is None:
        said, follows_queue = why.of_itself(facts)
    else:
        said = why.of_recording(facts, around.status, around.enrolled, around.now)
        follows_queue = False
    return RecordingSnapshot(
        id=row["id"],
        session=row["session"],
        participant=row["participant"],
        prompt=row["prompt"],
        take=row["take"],
        camera=row["camera"],
        state=row["state"],
        started_at=row["started_at"],
        duration_s=row["duration_s"] if has_ended else round(row["recorded_s"], 6),
        frames=row["frames"] if has_ended else row["recorded_frames"],
        lost_frames=row["lost_frames"] if has_ended else row["recorded_lost"],
        segments=row["segments"],
        size_bytes=row["size_bytes"],
        custody=_custody(row, step),
        why=said,
        folder=places.folder(row["overflow"], row["session"], row["id"]),
        step=step,
        counts=counts,
        attempts=max(row["attempts"], trouble.attempts if trouble else 0),
        next_try_at=_soonest(around.now, own, trouble),
        decision=row["decision"],
        undo_until=instant(row["undo_until_ms"]) if row["discard"] == "files" else None,
        hold=row["hold"],
        is_first=row["first_ms"] > 0,
        follows_queue=follows_queue,
        calls=step not in AT_HOME and (own.calls or (trouble is not None and trouble.calls)),
    )


def _own_trouble(row: dict[str, Any], step: Step) -> why.Trouble:
    return why.Trouble(
        segment=None,
        failed=step is Step.FAILED,
        reason=row["reason"],
        next_try_at=instant(row["not_before_ms"]),
        attempts=row["attempts"],
        calls=bool(row["calls"]),
    )


def _facts(
    row: dict[str, Any],
    step: Step,
    counts: dict[ItemState, int],
    own: why.Trouble,
    trouble: why.Trouble | None,
    around: Circumstances,
) -> why.Facts:
    return why.Facts(
        step,
        row["state"],
        row["segments"],
        counts,
        own,
        trouble,
        around.away.sentence(row["overflow"]),
        why.of_decision(
            row["decision"],
            bool(row["after_accept"]),
            row["discard"],
            instant(row["undo_until_ms"]),
            has_ended=row["manifest_segments"] is not None,
        ),
        instant(row["packed_ms"]),
        row["hold"],
    )


def _custody(row: dict[str, Any], step: Step) -> Custody:
    return Custody(
        saved=bool(row["saved"]),
        received_segments=row["completed"],
        received_bytes=row["acknowledged_bytes"],
        verified=step in AT_HOME,
        playable=step is Step.PLAYABLE,
        freed=row["freed"] == "freed",
    )


def _soonest(now: datetime, *troubles: why.Trouble | None) -> datetime | None:
    times = [
        each.next_try_at
        for each in troubles
        if each is not None and each.next_try_at is not None and each.next_try_at > now
    ]
    return min(times, default=None)


def segments(database: Database, recording: str) -> list[SegmentSnapshot]:
    """The segments of one recording, in order."""
    rows = database.rows(
        """SELECT segment, state, size_bytes, acknowledged_bytes, attempts, reason, not_before_ms
           FROM segments WHERE recording = ? ORDER BY segment""",
        (recording,),
    )
    return [
        SegmentSnapshot(
            segment, ItemState(state), size, acknowledged, tries, reason, instant(not_before_ms)
        )
        for segment, state, size, acknowledged, tries, reason, not_before_ms in rows
    ]


def attempts(database: Database, recording: str) -> list[AttemptSnapshot]:
    """Every try at sending something of one recording, oldest first."""
    return list(reversed(newest_attempts(database, recording, -1)))


def newest_attempts(database: Database, recording: str, most: int) -> list[AttemptSnapshot]:
    """The newest tries, the newest first; all of them where `most` is negative."""
    rows = database.rows(
        """SELECT segment, action, started_at_ms, duration_s, sent_bytes, outcome, status, reason
           FROM attempts WHERE recording = ? ORDER BY attempt DESC LIMIT ?""",
        (recording, most),
    )
    return [
        AttemptSnapshot(row[0], row[1], datetime.fromtimestamp(row[2] / 1000, UTC), *row[3:])
        for row in rows
    ]


def count_attempts(database: Database, recording: str) -> int:
    """How many tries at one recording were written down."""
    row = database.row("SELECT count(*) FROM attempts WHERE recording = ?", (recording,))
    return 0 if row is None else int(row[0])


def instant(not_before_ms: int) -> datetime | None:
    """A moment of the queue's rows, where 0 is none."""
    return datetime.fromtimestamp(not_before_ms / 1000, UTC) if not_before_ms else None
