"""Recordings that are looked at, or must be accepted, before they are kept, and the queue."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.recording.model import SegmentClosed
from desktop.settings import load_settings
from desktop.station import RecordingSaved, RecordingWish
from holdfast.clock import SystemClock
from holdfast.decision import AFTER_ACCEPT, read_decision
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import is_held
from tests.integration.station.conftest import Running
from uploader.installation import Installation
from uploader.items import RecordingSnapshot


def recorded(running: Running, wish: RecordingWish) -> RecordingFolder:
    running.prepare()
    running.station.begin(replace(wish, seconds=0.5))
    return RecordingFolder(running.wait_for(RecordingSaved).folder)


def decision(folder: RecordingFolder) -> str | None:
    note = read_decision(folder)
    return None if note is None else note.decision


def as_others_see_it(home: Home, recording: str) -> RecordingSnapshot:
    """What another process makes of it, which scans the home first."""
    with Installation.open(home, SystemClock()) as installation:
        installation.adopt()
        return installation.queue.recording(recording)


def test_what_is_looked_at_waits_and_no_other_process_decides(running: Running) -> None:
    folder = recorded(running, RecordingWish("P-1", review=True))

    assert is_held(folder.lock)
    assert as_others_see_it(running.home, folder.recording).decision == "pending"
    running.station.keep(folder.recording, "participant")

    assert not is_held(folder.lock)
    assert running.station.recording_snapshot(folder.recording).decision == "kept"
    note = read_decision(folder)
    assert note is not None
    assert (note.decision, note.by) == ("kept", "participant")


def test_a_redo_discards_and_can_be_undone(running: Running) -> None:
    folder = recorded(running, RecordingWish("P-1", review=True))

    running.station.discard(folder.recording, "participant")
    assert as_others_see_it(running.home, folder.recording).decision == "discarded"
    running.station.keep(folder.recording, "staff")

    assert decision(folder) == "kept"
    assert folder.segments()


def test_killed_while_it_is_looked_at_it_counts_as_kept(tmp_path: Path) -> None:
    running = Running(tmp_path)
    folder = recorded(running, RecordingWish("P-1", review=True))
    running.station.close()

    assert as_others_see_it(running.home, folder.recording).decision == "kept"


def test_a_sensitive_recording_is_held_back_from_its_first_segment_on(running: Running) -> None:
    running.prepare()
    recording = running.station.begin(RecordingWish("P-1", after_accept=True))
    running.wait_for(SegmentClosed)

    assert as_others_see_it(running.home, recording).decision == "pending"
    assert "before somebody keeps it" in running.station.recording_snapshot(recording).why
    running.station.stop_recording()
    folder = RecordingFolder(running.wait_for(RecordingSaved).folder)

    assert decision(folder) == "pending"
    assert as_others_see_it(running.home, recording).decision == "pending"
    running.station.keep(recording, "staff")
    assert as_others_see_it(running.home, recording).decision == "kept"


def test_the_settings_can_hold_back_every_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_CAPTURE__UPLOAD", AFTER_ACCEPT)
    assert load_settings(tmp_path / "config.toml", os.environ).upload == AFTER_ACCEPT
    running = Running(tmp_path)
    folder = recorded(running, RecordingWish("P-1"))
    running.station.close()

    assert as_others_see_it(running.home, folder.recording).decision == "pending"
