"""What is on disk gets its rows: always, once, and whatever else is wrong in the home."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from holdfast import durable, salvage
from holdfast.jsonform import canonical
from holdfast.layout import Home
from holdfast.locks import try_lock
from holdfast.protocol import encode_key
from holdfast.receipt import Receipt, ReceiptSegment
from tests.recordings import RecordingOnDisk, begin_recording, make_recording
from tests.support.fragmented import fragmented_mp4
from tests.support.queues import LeapingClock, QueueInHome
from uploader import receipts
from uploader.adopt import Adoption, adopt
from uploader.items import Step

RECEIVER = SigningKey.generate()


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def run(opened: QueueInHome) -> Adoption:
    return adopt(opened.home, opened.queue, opened.device.sign)


def enrol_on_paper(home: Home) -> None:
    durable.write_replacing(
        home.enrolment,
        canonical({"format_version": 1, "receiver_key": encode_key(RECEIVER.verify_key.encode())}),
    )


def receipt_for(recording: RecordingOnDisk, key: SigningKey = RECEIVER) -> None:
    manifest = recording.end()
    raw = key.verify_key.encode()
    receipt = Receipt(
        recording=recording.id,
        manifest_sha256=manifest.digest(),
        segments=tuple(
            ReceiptSegment(each.segment, each.size_bytes, each.sha256) for each in manifest.segments
        ),
        stored_at="2026-11-20T14:00:00.000Z",
        receiver="r",
        key_id=hashlib.sha256(raw).hexdigest()[:16],
    )
    signature = encode_key(key.sign(receipt.signed_bytes()).signature)
    receipts.store(recording.folder, replace(receipt, signature=signature).to_json())


def test_a_recording_that_ended_is_taken_in_whole_and_once(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one", b"three"])

    found = run(opened)

    assert (found.recordings, found.segments, found.recovered) == ([recording.id], 2, [])
    snapshot = opened.queue.recording(recording.id)
    assert (snapshot.state, snapshot.segments, snapshot.size_bytes) == ("complete", 2, 8)
    assert snapshot.custody.saved
    assert run(opened) == Adoption()


def test_one_that_is_being_made_is_taken_in_as_far_as_it_is(opened: QueueInHome) -> None:
    recording = begin_recording(opened.home, opened.device)
    with try_lock(recording.folder.lock, shared=True) or pytest.fail("no lock"):
        recording.add_segment(b"one")
        durable.create(recording.folder.part(1)).close()

        found = run(opened)

        assert (found.segments, found.recovered) == (1, [])
        assert not recording.folder.manifest.exists()
        snapshot = opened.queue.recording(recording.id)
        assert (snapshot.state, snapshot.custody.saved) == ("recording", False)


def test_one_that_was_cut_short_is_closed_and_taken_in(opened: QueueInHome) -> None:
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(fragmented_mp4(30))
    with durable.create(recording.folder.part(1)) as part:
        durable.write_all(part, fragmented_mp4(30, first_frame=30) + b"torn")

    found = run(opened)

    assert (found.segments, found.recovered) == (2, [recording.id])
    manifest = salvage.read_manifest(recording.folder)
    assert manifest is not None
    assert found.recovered_s == manifest.duration_s > 0
    assert opened.queue.recording(recording.id).state == "interrupted"
    assert recording.folder.manifest.exists()


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(opened: QueueInHome) -> None:
    damaged = make_recording(opened.home, opened.device, [b"one"])
    damaged.folder.manifest.write_bytes(b"{}")
    half = begin_recording(opened.home, opened.device)
    half.folder.announce.write_bytes(b"not json")
    good = make_recording(opened.home, opened.device, [b"two"])

    found = run(opened)

    assert good.id in found.recordings
    assert len(found.troubles) == 2
    assert all("Nothing was changed" in each for each in found.troubles)
    assert damaged.folder.manifest.read_bytes() == b"{}"


def test_a_folder_without_a_first_frame_is_left_alone(opened: QueueInHome) -> None:
    recording = begin_recording(opened.home, opened.device)
    durable.remove(recording.folder.announce)

    assert run(opened) == Adoption()


def test_a_stored_receipt_makes_a_new_row_verified(opened: QueueInHome) -> None:
    enrol_on_paper(opened.home)
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(b"one")
    receipt_for(recording)

    assert run(opened).verified == [recording.id]
    snapshot = opened.queue.recording(recording.id)
    assert (snapshot.custody.verified, snapshot.custody.received_bytes) == (True, 3)


def test_a_forged_receipt_makes_nothing_verified(opened: QueueInHome) -> None:
    enrol_on_paper(opened.home)
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(b"one")
    receipt_for(recording, SigningKey.generate())

    assert run(opened).verified == []
    assert not opened.queue.recording(recording.id).custody.verified


def test_without_its_receipt_nothing_stays_verified(opened: QueueInHome) -> None:
    enrol_on_paper(opened.home)
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(b"one")
    receipt_for(recording)
    run(opened)

    durable.remove(recording.folder.receipt)
    run(opened)

    assert opened.queue.recording(recording.id).step is Step.ANNOUNCE


def test_a_file_that_is_gone_takes_the_light_away_and_keeps_its_row(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, [b"one", b"two"])
    durable.remove(recording.folder.segment(1))

    run(opened)

    snapshot = opened.queue.recording(recording.id)
    assert (snapshot.custody.saved, snapshot.segments) == (False, 2)


def test_a_home_that_was_moved_is_followed(opened: QueueInHome, tmp_path: Path) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    run(opened)
    opened.close()
    shutil.move(opened.home.root, tmp_path / "moved")

    moved = QueueInHome.open(tmp_path / "moved", LeapingClock(), opened.device)
    run(moved)

    folder = Path(moved.queue.recording(recording.id).folder)
    assert folder.is_relative_to(tmp_path / "moved")
    assert folder.is_dir()
    moved.close()


def test_a_moved_file_that_became_another_is_reported(opened: QueueInHome) -> None:
    recording = begin_recording(opened.home, opened.device)
    opened.queue.entries.enqueue_recording(recording.folder, recording.announcement)
    sidecar = recording.add_segment(b"one")
    opened.queue.entries.enqueue_segment(recording.folder, sidecar)
    with opened.database.write() as database:
        database.execute("DELETE FROM segments")
        database.execute(
            """INSERT INTO segments (recording, segment, size_bytes, sha256, duration_s, frames,
                   lost_frames) VALUES (?, 1, 9, ?, 1.0, 1, 0)""",
            (recording.id, "a" * 64),
        )
    recording.end()

    run(opened)

    # The row of segment 1 speaks of nothing on disk; segment 0 is taken in all the same.
    assert [each.segment for each in opened.queue.segments(recording.id)] == [0, 1]
