"""What a computer learns of a recording later is written once, told when due, and never undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.annotations import Annotations, taken_in
from holdfast.clock import rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical, parse
from holdfast.layout import RecordingFolder
from tests.recordings import RecordingOnDisk, begin_recording, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.adopt import adopt
from uploader.annotate import Annotator, read_annotations
from uploader.clock_offset import ReceiverClock, late_offset
from uploader.database import Database
from uploader.transitions import Record

QUALITY: Json = {"format_version": 1, "face_seen": 0.93, "faults": []}


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def of_this_boot(opened: QueueInHome) -> RecordingOnDisk:
    """A recording of the boot that is, which met no receiver before it ended."""
    made = begin_recording(opened.home, opened.device)
    announcement = replace(
        made.announcement,
        boot_id=opened.clock.boot_id(),
        started_monotonic_ns=opened.clock.monotonic_ns(),
        started_at=rfc3339(opened.clock.now()),
    )
    durable.write_replacing(made.folder.announce, canonical(announcement.to_json()))
    made.add_segment(b"one")
    made.end()
    return made


def meet_receiver(opened: QueueInHome, ahead_s: float) -> None:
    opened.queue.receiver.note_receiver_clock(
        ReceiverClock(
            receiver=new_id(opened.clock.now()),
            boot_id=opened.clock.boot_id(),
            receiver_ms=round((opened.clock.now().timestamp() + ahead_s) * 1000),
            monotonic_ns=opened.clock.monotonic_ns(),
            uncertainty_s=0.01,
            measured_at=rfc3339(opened.clock.now()),
        )
    )


def scan(opened: QueueInHome) -> None:
    assert adopt(opened.home, opened.queue, opened.device.sign).troubles == []


def bring_home(database: Database, recording: str) -> None:
    with database.write() as writing:
        for step in ("segments", "finalise", "verified"):
            writing.execute("UPDATE recordings SET step = ? WHERE recording = ?", (step, recording))


def record(opened: QueueInHome, reason: str = "") -> Record:
    return Record("annotate", opened.clock.now(), 0.1, "done", reason=reason)


def read(folder: RecordingFolder) -> Annotations:
    return Annotations.from_json(parse(folder.annotations.read_bytes(), "it"))


def test_the_clock_is_told_once_the_receiver_was_met_in_the_same_boot(opened: QueueInHome) -> None:
    recording = of_this_boot(opened)
    manifest = recording.folder.manifest.read_bytes()
    scan(opened)
    assert not recording.folder.annotations.exists()

    opened.clock.advance(3600)
    meet_receiver(opened, ahead_s=-2.5)
    scan(opened)

    told = read(recording.folder)
    assert told.version == 1
    assert told.clock_offset_s is not None
    assert told.clock_offset_s["value"] == pytest.approx(-2.5, abs=0.002)
    assert told.clock_offset_s["uncertainty"] == pytest.approx(0.01 + 3600 * 50e-6 + 0.001)
    assert recording.folder.manifest.read_bytes() == manifest


def test_another_boot_since_is_an_honest_null(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])

    scan(opened)
    meet_receiver(opened, ahead_s=0)
    scan(opened)

    told = read(recording.folder)
    assert told.version == 1
    assert told.clock_offset_s is not None
    assert told.clock_offset_s["value"] is None
    assert "started anew" in told.clock_offset_s["reason"]


def test_a_computer_that_does_not_tell_its_boots_apart_says_so(opened: QueueInHome) -> None:
    recording = begin_recording(opened.home, opened.device)
    nowhere = replace(recording.announcement, boot_id="unknown")

    offset = late_offset(None, nowhere, "unknown")

    assert offset is not None
    assert "does not say when" in offset["reason"]


def test_an_offset_in_the_manifest_needs_no_other(opened: QueueInHome) -> None:
    meet_receiver(opened, ahead_s=1)
    recording = begin_recording(opened.home, opened.device)
    manifest = replace(
        recording.end(),
        clock_offset_s={"value": 1, "uncertainty": 0.1, "measured_at": "2026-11-21T10:00:00Z"},
    )
    durable.write_replacing(recording.folder.manifest, canonical(manifest.to_json()))

    scan(opened)

    assert not recording.folder.annotations.exists()


def test_the_quality_check_is_carried_and_changes_make_versions(opened: QueueInHome) -> None:
    recording = of_this_boot(opened)
    durable.write_replacing(recording.folder.quality, canonical(QUALITY))
    scan(opened)
    assert read(recording.folder) == Annotations(1, quality=QUALITY)

    scan(opened)
    assert read(recording.folder).version == 1

    meet_receiver(opened, ahead_s=1)
    scan(opened)
    better = {**QUALITY, "face_seen": 0.95}
    durable.write_replacing(recording.folder.quality, canonical(better))
    scan(opened)

    told = read(recording.folder)
    assert (told.version, told.quality) == (3, better)
    assert told.clock_offset_s is not None


def test_what_others_wrote_into_the_file_stays(opened: QueueInHome) -> None:
    recording = of_this_boot(opened)
    noted = Annotations(4, extra={"notes": "The window was open."})
    durable.write_replacing(recording.folder.annotations, canonical(noted.to_json()))
    durable.write_replacing(recording.folder.quality, canonical(QUALITY))

    scan(opened)

    assert read(recording.folder) == replace(noted, version=5, quality=QUALITY)


def test_a_file_that_did_not_change_is_not_read_again(
    opened: QueueInHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    scan(opened)

    def refuse(_path: Path) -> bytes:
        raise AssertionError("it was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    Annotator(opened.queue).look_at(recording.folder)


def test_nothing_is_due_before_the_recording_is_at_home(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    scan(opened)
    assert opened.queue.annotations.first_due() is None
    assert opened.queue.annotations.next_due_s() is None

    bring_home(opened.database, recording.id)

    untold = opened.queue.annotations.first_due()
    assert untold is not None
    assert (untold.recording, untold.folder) == (recording.id, str(recording.folder.path))
    opened.queue.annotations.told(untold, record(opened))
    assert opened.queue.annotations.first_due() is None
    assert [each.action for each in opened.queue.attempts(recording.id)] == ["annotate"]


def test_what_could_not_be_told_waits_and_a_change_does_not(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    scan(opened)
    bring_home(opened.database, recording.id)
    untold = opened.queue.annotations.first_due()
    assert untold is not None

    opened.queue.annotations.put_off(untold, 60.0, record(opened, "busy"))

    assert opened.queue.annotations.first_due() is None
    assert opened.queue.annotations.next_due_s() == pytest.approx(60, abs=0.01)
    opened.clock.advance(61)
    again = opened.queue.annotations.first_due()
    assert again is not None
    assert again.attempts == 1
    opened.queue.annotations.put_off(again, 600.0, record(opened, "busy"))
    durable.write_replacing(recording.folder.quality, canonical(QUALITY))
    Annotator(opened.queue, recording.id).look_at(recording.folder)
    assert opened.queue.annotations.next_due_s() == 0


def test_what_changed_while_it_was_told_is_told_again(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    scan(opened)
    bring_home(opened.database, recording.id)
    untold = opened.queue.annotations.first_due()
    assert untold is not None
    durable.write_replacing(recording.folder.quality, canonical(QUALITY))
    Annotator(opened.queue, recording.id).look_at(recording.folder)

    opened.queue.annotations.told(untold, record(opened))

    following = opened.queue.annotations.first_due()
    assert following is not None
    assert following.sha256 != untold.sha256


def test_a_person_who_wants_it_now_ends_the_wait(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    scan(opened)
    bring_home(opened.database, recording.id)
    untold = opened.queue.annotations.first_due()
    assert untold is not None
    opened.queue.annotations.put_off(untold, 600.0, record(opened))

    opened.queue.make_due()

    assert opened.queue.annotations.next_due_s() == 0


def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    recording.folder.annotations.write_bytes(b"{")

    found = adopt(opened.home, opened.queue, opened.device.sign)

    (trouble,) = found.troubles
    assert "annotations.json" in trouble
    assert recording.folder.annotations.read_bytes() == b"{"


def test_nothing_on_disk_is_version_0(opened: QueueInHome) -> None:
    assert read_annotations(of_this_boot(opened).folder) == Annotations()


def test_the_receivers_newer_version_keeps_what_people_wrote() -> None:
    own = Annotations(2, QUALITY, {"value": None, "reason": "x"}, {"room": "ours", "notes": "ours"})
    current = Annotations(7, {"face_seen": 0.1}, None, {"notes": "theirs", "participant": "P-2"})

    merged = taken_in(own, current)

    assert merged == Annotations(
        8,
        QUALITY,
        {"value": None, "reason": "x"},
        {"room": "ours", "notes": "theirs", "participant": "P-2"},
    )


def test_what_this_computer_does_not_know_is_not_taken_away() -> None:
    theirs = Annotations(3, QUALITY, {"value": 1.0, "uncertainty": 0.1}, {})

    assert taken_in(Annotations(1), theirs) == replace(theirs, version=4)
