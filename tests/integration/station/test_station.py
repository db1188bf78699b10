"""The station: real recorder processes, real files, a real queue; no window and no receiver."""

import threading
from pathlib import Path

import pytest

from desktop.encoder_wishes import AUTO
from desktop.encoders import Encoders
from desktop.recording import hardware
from desktop.recording.encoding import Encoding
from desktop.recording.hardware import Verdict
from desktop.recording.model import (
    CaptureRequest,
    Failed,
    Overload,
    PartBegan,
    Ready,
    SegmentClosed,
    StartRecording,
)
from desktop.station import (
    Computer,
    RecordingRunning,
    RecordingSaved,
    RecordingWish,
)
from desktop.supervisor import RecorderLost
from holdfast import salvage
from holdfast.jsonform import parse
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import is_held
from holdfast.settings_table import SettingError
from tests.integration.station.conftest import PATIENCE_S, Running
from tests.support.chain import wait_for
from tests.support.puppet_recorder import READY, PuppetRecorder
from uploader.entries import Entries
from uploader.errors import QueueBusy, QueueDamaged
from uploader.items import Network
from uploader.rules import Kind
from uploader.worker import Worker


def test_a_recording_is_saved_and_queued(running: Running) -> None:
    running.prepare()

    folder = running.record("P-1")

    snapshot = running.station.recording_snapshot(folder.recording)
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert manifest.state == "complete"
    assert manifest.frames == snapshot.frames == 15
    assert snapshot.custody.saved
    assert snapshot.why.startswith("This computer is not enrolled")
    assert not is_held(folder.lock)


def test_segments_are_queued_while_the_recording_goes_on(running: Running) -> None:
    running.prepare()
    recording = running.station.start_recording("P-1")

    running.wait_for(SegmentClosed)

    # The handoff comes before the event, so the row is there by now.
    snapshot = running.station.recording_snapshot(recording)
    assert (snapshot.state, snapshot.segments) == ("recording", 1)
    assert not snapshot.custody.saved
    running.station.stop_recording()
    running.wait_for(RecordingSaved)
    assert running.station.recording_snapshot(recording).custody.saved


def test_the_same_participant_stays_in_the_session_and_takes_are_counted(
    running: Running,
) -> None:
    running.prepare()

    first = running.record("P-1", "smile")
    second = running.record("P-1", "smile")
    other_prompt = running.record("P-1", "frown")
    somebody_else = running.record("P-2", "smile")

    announced = [
        salvage.read_announcement(each) for each in (first, second, other_prompt, somebody_else)
    ]
    assert [each.take for each in announced if each is not None] == [1, 2, 1, 1]
    assert first.session == second.session == other_prompt.session != somebody_else.session


def test_the_decision_is_on_disk_and_says_who_kept_it(running: Running) -> None:
    running.prepare()
    running.station.begin(RecordingWish("P-1", seconds=0.5, kept_by="somebody"))

    saved = running.wait_for(RecordingSaved)

    decision = parse(RecordingFolder(saved.folder).decision.read_bytes(), "the decision")
    assert (decision["decision"], decision["by"]) == ("kept", "somebody")


def test_one_recording_at_a_time(running: Running) -> None:
    running.prepare()
    running.station.start_recording("P-1")

    with pytest.raises(RecordingRunning):
        running.station.start_recording("P-2")
    with pytest.raises(RecordingRunning):
        running.station.prepare(CaptureRequest(source="test", with_preview=False))

    running.wait_for(PartBegan)
    running.station.stop_recording()
    assert running.wait_for(RecordingSaved).manifest is not None


def test_nothing_is_recorded_without_a_source(running: Running) -> None:
    with pytest.raises(RecordingRunning, match="choose a camera"):
        running.station.start_recording("P-1")


def test_a_source_that_is_none_is_told_with_a_sentence(running: Running) -> None:
    running.station.prepare(CaptureRequest(source="nonsense", with_preview=False))

    failed = running.wait_for(Failed)

    assert failed.wrong_usage
    assert "'nonsense'" in failed.sentence


def test_closing_in_the_middle_keeps_what_there_is(running: Running) -> None:
    running.prepare()
    recording = running.station.start_recording("P-1")
    running.wait_for(PartBegan)

    running.station.close()

    saved = running.wait_for(RecordingSaved)
    assert saved.recording == recording
    assert saved.manifest is not None
    assert saved.manifest.state == "interrupted"


def test_a_listener_with_a_fault_stops_no_recording(tmp_path: Path) -> None:
    running = Running(tmp_path, listener_fails=True)
    try:
        running.prepare()
        assert running.record("P-1").manifest.exists()
    finally:
        running.station.close()


def test_a_queue_that_takes_no_row_loses_no_segment(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_arguments: object) -> None:
        raise QueueBusy("The queue database is busy.")

    running.prepare()
    with monkeypatch.context() as patched:
        patched.setattr(Entries, "enqueue_recording", busy)
        folder = running.record("P-1")
    assert running.station.queue_snapshot().recordings == ()

    running.station.close()
    again = Running(running.home.root)

    assert again.adoption.recordings == [folder.recording]
    assert again.station.recording_snapshot(folder.recording).custody.saved
    again.station.close()


def test_a_manifest_that_cannot_be_written_is_told_and_written_by_the_next_start(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    running.prepare()
    with monkeypatch.context() as patched:
        patched.setattr(salvage, "close_recording", refuse)
        running.station.start_recording("P-1", seconds=0.5)
        saved = running.wait_for(RecordingSaved)
    assert saved.manifest is None
    assert saved.trouble is not None
    assert "is safe" in saved.trouble
    assert running.station.active_recording is None

    running.station.close()
    again = Running(running.home.root)

    assert again.adoption.recovered == [saved.recording]
    assert RecordingFolder(saved.folder).manifest.exists()
    again.station.close()


def test_a_queue_that_is_damaged_under_the_uploader_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Running(tmp_path)
    before.prepare()
    folder = before.record("P-1")
    before.station.close()
    real_run = Worker.run
    runs: list[Worker] = []
    second_run = threading.Event()

    def damaged_once(worker: Worker, stop: threading.Event) -> None:
        runs.append(worker)
        if len(runs) == 1:
            before.home.queue_database.write_bytes(b"no database at all" * 500)
            raise QueueDamaged("The queue database is damaged.")
        second_run.set()
        real_run(worker, stop)

    monkeypatch.setattr(Worker, "run", damaged_once)
    running = Running(tmp_path, uploads=True)

    assert second_run.wait(PATIENCE_S)
    assert running.station.recording_snapshot(folder.recording).custody.saved
    assert runs[0] is not runs[1]
    running.station.close()


@pytest.mark.parametrize("ends", ["the load is over", "the recorder is lost"])
def test_sending_waits_while_a_recording_needs_the_computer(tmp_path: Path, ends: str) -> None:
    puppets: list[PuppetRecorder] = []

    def spawn(_request: CaptureRequest) -> PuppetRecorder:
        puppets.append(PuppetRecorder())
        return puppets[-1]

    running = Running(tmp_path, uploads=True, computer=Computer(spawn=spawn))
    try:
        running.station.prepare(CaptureRequest("test:live", with_preview=False))
        wait_for(lambda: bool(puppets), "a recorder")
        puppets[0].say(READY)
        running.wait_for(Ready)
        recording = running.station.start_recording("P-1")
        puppets[0].say(PartBegan(recording, 0, 0.0, 1), Overload(recording, True, "Too slow."))
        running.wait_for(Overload)
        # Stored before the listener hears of it.
        during = running.station.queue_snapshot().network
        if ends == "the recorder is lost":
            puppets[0].die()
            running.wait_for(RecorderLost)
        else:
            puppets[0].say(Overload(recording, False, None))
            running.wait_for(Overload)
        after = running.station.queue_snapshot().network
    finally:
        running.station.close(timeout_s=1.0)

    assert (during, after) == (Network.PAUSED, Network.ONLINE)


def test_hardware_that_failed_while_recording_is_not_used_for_the_next_one(tmp_path: Path) -> None:
    puppets: list[PuppetRecorder] = []

    def spawn(_request: CaptureRequest) -> PuppetRecorder:
        puppets.append(PuppetRecorder())
        return puppets[-1]

    name = hardware.candidates()[0]
    home = Home(tmp_path)
    Encoders(
        home, AUTO, lambda names: [Verdict(each, None) for each in names], absent=lambda _name: None
    ).survey()
    running = Running(tmp_path, computer=Computer(spawn=spawn))
    try:
        running.station.prepare(CaptureRequest("test:live", with_preview=False))
        wait_for(lambda: bool(puppets), "a recorder")
        puppets[0].say(READY)
        running.wait_for(Ready)
        recording = running.station.start_recording("P-1")
        asked = puppets[0].wait_for(StartRecording).request.encoding
        puppets[0].say(PartBegan(recording, 0, 0.0, 1, asked), PartBegan(recording, 1, 1.0, 1))
        running.wait_for(PartBegan, lambda each: each.part == 1)
    finally:
        running.station.close(timeout_s=1.0)

    assert asked == Encoding(name)
    known = Encoders(home, AUTO, lambda _names: [], absent=lambda _name: None)
    refused = known.survey().refused
    assert refused[0].encoder == name
    assert recording in (refused[0].reason or "")


def test_a_pause_of_sending_is_seen_at_once_and_until_it_is_ended(tmp_path: Path) -> None:
    running = Running(tmp_path, uploads=True)
    try:
        running.station.pause_sending(3600, "test")
        during = running.station.queue_snapshot()
        running.station.resume_sending()
        after = running.station.queue_snapshot()
    finally:
        running.station.close(timeout_s=1.0)

    assert (during.network, after.network) == (Network.PAUSED, Network.ONLINE)
    assert during.pause is not None
    assert during.pause.sentence.startswith("Sending is paused until ")
    assert after.pause is None


def test_rules_that_are_changed_are_kept_and_hold_for_the_running_uploader(tmp_path: Path) -> None:
    running = Running(tmp_path, uploads=True)
    worker = running.station._sending.worker
    assert worker is not None
    try:
        with pytest.raises(SettingError, match="allowed is nothing, or a list"):
            running.station.change_sending({"quiet_hours": "noon"})
        before = worker._gate.verdict().held
        running.station.change_sending({"quiet_hours": "00:00-12:00, 12:00-24:00"})
        held = worker._gate.verdict().held
        rules = running.station.sending_rules()
    finally:
        running.station.close(timeout_s=1.0)

    assert before is None
    assert held is not None
    assert held.kind is Kind.HOURS
    assert rules.quiet_hours == "00:00-12:00, 12:00-24:00"
