"""The lists of states and changes stand twice, in Python and in SQL: they must be the same."""

from pathlib import Path

import pytest

from tests.recordings import begin_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.errors import QueueError
from uploader.items import (
    RECORDING_STATES,
    STEPS,
    TRANSITIONS,
    Custody,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Step,
    Totals,
)


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    opened = QueueInHome.open(tmp_path / "home", LeapingClock())
    recording = begin_recording(opened.home, opened.device)
    opened.queue.entries.enqueue_recording(recording.folder, recording.announcement)
    opened.queue.entries.enqueue_segment(recording.folder, recording.add_segment(b"abc"))
    return opened


def force(opened: QueueInHome, sql: str) -> bool:
    """Whether the database lets the change happen, which is undone in any case."""
    try:
        with opened.database.write() as database:
            database.execute(sql)
            raise InterruptedError
    except InterruptedError:
        return True
    except QueueError:
        return False


def put_segment(opened: QueueInHome, state: str) -> None:
    claim = "'t', 'i'" if state == "uploading" else "NULL, NULL"
    with opened.database.write() as database:
        database.execute("DELETE FROM segments")
        database.execute(
            f"""INSERT INTO segments (recording, segment, size_bytes, sha256, duration_s, frames,
                    lost_frames, state, claim_token, claim_instance)
                SELECT recording, 0, 1, '{"a" * 64}', 1.0, 1, 0, '{state}', {claim}
                FROM recordings"""
        )


def test_a_segment_changes_its_state_only_as_the_table_says(opened: QueueInHome) -> None:
    allowed = set()
    for before in ItemState:
        put_segment(opened, before.value)
        for after in ItemState:
            claim = "'t'" if after is ItemState.UPLOADING else "NULL"
            change = f"state = '{after}', claim_token = {claim}, claim_instance = {claim}"
            if before is not after and force(opened, f"UPDATE segments SET {change}"):
                allowed.add((before, after))

    assert allowed == TRANSITIONS


def put_recording(opened: QueueInHome, step: Step) -> None:
    with opened.database.write() as database:
        database.execute("DELETE FROM segments")
        database.execute("DELETE FROM recordings")
        database.execute(
            """INSERT INTO recordings (recording, session, participant, take, started_at,
                   step, manifest_sha256, manifest_segments)
               VALUES ('r', 's', 'p', 1, 't', ?, ?, 0)""",
            (step.value, "a" * 64),
        )


def test_a_recording_changes_its_step_only_as_the_table_says(opened: QueueInHome) -> None:
    allowed = set()
    for before in Step:
        put_recording(opened, before)
        for after in Step:
            if before is not after and force(opened, f"UPDATE recordings SET step = '{after}'"):
                allowed.add((before, after))

    assert allowed == STEPS


@pytest.mark.parametrize("word", ["", "PENDING", "done", "recording"])
def test_no_other_word_is_a_state(opened: QueueInHome, word: str) -> None:
    assert not force(opened, f"UPDATE segments SET state = '{word}' WHERE state = 'pending'")
    assert not force(opened, f"UPDATE recordings SET step = '{word}'")


def test_the_states_of_a_recording_are_those_of_the_schema(opened: QueueInHome) -> None:
    for state in RECORDING_STATES:
        assert force(opened, f"UPDATE recordings SET state = '{state}'")
    assert not force(opened, "UPDATE recordings SET state = 'done'")


@pytest.mark.parametrize("column", ["size_bytes = 4", f"sha256 = '{'b' * 64}'", "segment = 9"])
def test_a_segment_never_becomes_another_one(opened: QueueInHome, column: str) -> None:
    assert not force(opened, f"UPDATE segments SET {column}")


def test_a_step_that_rests_on_a_manifest_needs_one(opened: QueueInHome) -> None:
    assert force(opened, "UPDATE recordings SET step = 'segments'")
    with opened.database.write() as database:
        database.execute("UPDATE recordings SET step = 'segments'")

    assert not force(opened, "UPDATE recordings SET step = 'finalise'")


def test_the_shape_of_a_recording_is_the_promised_one() -> None:
    snapshot = RecordingSnapshot(
        id="r",
        session="s",
        participant="P",
        prompt=None,
        take=1,
        state="complete",
        started_at="2026-11-20T14:00:00.000Z",
        duration_s=8.0,
        frames=240,
        lost_frames=0,
        segments=2,
        size_bytes=10,
        custody=Custody(saved=True, received_segments=1, received_bytes=5),
        why="",
        folder="/f",
        step=Step.SEGMENTS,
    )

    queue = QueueSnapshot((snapshot,), Totals(pending=1), Network.ONLINE, "")

    assert queue.to_json() == {
        "recordings": [
            {
                "id": "r",
                "session": "s",
                "participant": "P",
                "prompt": None,
                "take": 1,
                "state": "complete",
                "started_at": "2026-11-20T14:00:00.000Z",
                "duration_s": 8.0,
                "frames": 240,
                "lost_frames": 0,
                "segments": 2,
                "bytes": 10,
                "custody": {
                    "saved": True,
                    "received": {"segments": 1, "bytes": 5},
                    "verified": False,
                    "playable": False,
                    "freed": False,
                },
                "why": "",
                "folder": "/f",
            }
        ],
        "totals": {
            "pending": 1,
            "uploading": 0,
            "completed": 0,
            "failed": 0,
            "bytes_unsent": 0,
            "oldest_unsent_at": None,
        },
        "network": "online",
        "why": "",
        "sending": {"bytes_s": None, "left_bytes": 0, "left_s": None},
    }
