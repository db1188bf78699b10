"""Copies here are deleted only on the receiver's fresh, signed word, and whole or not at all."""

import json
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from nacl.signing import SigningKey
from sqlalchemy import delete

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.confirmation import confirm_path
from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical
from holdfast.layout import Home
from holdfast.locks import try_lock
from holdfast.protocol import HEADER_PROTOCOL, encode_key
from holdfast.receiver_layout import ReceiverData
from server.db.models import JobRow, RecordingRow, SegmentRow
from server.receiver import open_receiver
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, begin_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy, answer, login_page
from uploader.confirm import Asker, NotAnswered
from uploader.enrol import enrol_device
from uploader.freed import FREED, FREEING, read_freed, write_freed
from uploader.freeing import NO_AGE, SAME_DISK, Freer, Outcome
from uploader.freeing_settings import AFTER_DAYS, NEVER, WHEN_NEEDED, FreeingSettings
from uploader.installation import Installation
from uploader.items import Step, UploadEvent
from uploader.transport import Transport
from uploader.worker import Outcome as Sent

SIZES = (1000, 200_000, 3000)
STAYS = {"manifest.json", "receipt.json", "announce.json", "decision.json", "journal.jsonl"}


@pytest.fixture(scope="module")
def receiver(receiver_elsewhere: LiveReceiver) -> LiveReceiver:
    return receiver_elsewhere


@dataclass
class AtReceiver:
    """A recording's files at the receiver."""

    receiver: LiveReceiver
    recording: RecordingOnDisk

    @property
    def folder(self) -> Path:
        session = self.recording.folder.session
        return self.receiver.data / "sessions" / session / self.recording.id

    def segment(self, number: int) -> Path:
        return self.folder / "segments" / f"{number:06d}.mp4"


def sent(device: Device, *sizes: int) -> RecordingOnDisk:
    """A recording whose receipt is here."""
    recording = device.record(*(sizes or SIZES))
    outcome = device.installation.worker(device.events.append).run_until_empty(60)
    assert outcome is Sent.EMPTY
    return recording


def free(device: Device, recording: RecordingOnDisk, age: timedelta = NO_AGE) -> Outcome:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    stop = threading.Event()
    with Transport(enrolment.url, enrolment.token, stop) as transport:
        asker = Asker(transport, enrolment, SystemClock(), stop)
        freer = Freer(device.installation.queue, asker)
        return freer.free(recording.id, recording.folder, "test", age)


def assert_kept(recording: RecordingOnDisk, outcome: Outcome, *words: str) -> None:
    assert outcome.freed_bytes == 0
    for each in words:
        assert each in outcome.why
    assert len(recording.folder.segments()) == len(recording.sidecars)
    assert read_freed(recording.folder) is None


def custody(device: Device, recording: RecordingOnDisk) -> tuple[bool, bool, bool]:
    found = device.installation.queue.recording(recording.id).custody
    return found.saved, found.verified, found.freed


def test_media_go_and_everything_that_proves_them_stays(device: Device) -> None:
    recording = sent(device)
    sidecars = {path.name for path in recording.folder.sidecars().values()}

    outcome = free(device, recording)

    assert outcome == Outcome(recording.id, sum(SIZES))
    left = {path.name for path in recording.folder.path.iterdir()}
    assert STAYS | sidecars | {"freed.json"} <= left
    assert not [name for name in left if name.endswith(".mp4")]
    freed = read_freed(recording.folder)
    assert freed is not None
    assert (freed.stage, freed.segments, freed.by) == (FREED, (0, 1, 2), "test")
    assert custody(device, recording) == (False, True, True)
    assert recording.id not in device.installation.queue.sizes()


# The fresh check ------------------------------------------------------------------------------


def test_what_is_damaged_at_the_receiver_stays_here(device: Device, receiver: LiveReceiver) -> None:
    recording = sent(device)
    path = AtReceiver(receiver, recording).segment(1)
    data = bytearray(path.read_bytes())
    data[100_000] ^= 1
    path.write_bytes(data)

    outcome = free(device, recording)

    assert_kept(recording, outcome, "segment 1 is gone or damaged", "Nothing was deleted here")
    assert custody(device, recording) == (True, True, False)


def test_what_is_gone_from_the_receivers_disk_stays_here(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = sent(device)
    AtReceiver(receiver, recording).segment(2).unlink()
    assert_kept(recording, free(device, recording), "segment 2 is gone or damaged")

    (AtReceiver(receiver, recording).folder / "manifest.json").unlink()
    assert_kept(recording, free(device, recording), "manifest of this recording is gone")


def test_what_the_receiver_forgot_is_sent_again_and_may_go_then(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = sent(device)
    forget_at(receiver, recording)

    assert_kept(recording, free(device, recording), "does not hold this recording any more")

    assert device.installation.queue.recording(recording.id).step is Step.ANNOUNCE
    assert device.installation.worker(device.events.append).run_until_empty(60) is Sent.EMPTY
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()
    assert free(device, recording).is_freed


def forget_at(receiver: LiveReceiver, recording: RecordingOnDisk) -> None:
    """As a receiver that was restored from a backup of before the recording."""
    with (
        closing(open_receiver(ReceiverData(receiver.data), SystemClock())) as opened,
        opened.database.writing() as session,
    ):
        for model in (SegmentRow, JobRow):
            session.execute(delete(model).where(model.recording == recording.id))
        session.execute(delete(RecordingRow).where(RecordingRow.id == recording.id))
    shutil.rmtree(AtReceiver(receiver, recording).folder)


def test_an_answer_of_before_is_no_answer(
    new_device: Callable[[str], Device], proxy: TroubledProxy
) -> None:
    device = new_device(proxy.url)
    recording = sent(device)
    signed = confirmed_by_hand(device, recording)
    for changes, words in (
        ({}, "answers another question"),
        ({"checked_at": "2026-11-21T00:00:00.000Z"}, "not signed with the key"),
        ({"signature": None}, "not signed with the key"),
    ):
        data = canonical({**signed, **changes})
        proxy.faults.append(
            answer(200, data, {HEADER_PROTOCOL: "1"}, method="POST", path="/confirm")
        )
        assert_kept(recording, free(device, recording), words)
    proxy.faults.append(login_page("POST", "/confirm"))
    with pytest.raises(NotAnswered, match="login page"):
        free(device, recording)
    assert len(recording.folder.segments()) == len(SIZES)


def confirmed_by_hand(device: Device, recording: RecordingOnDisk) -> Json:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    pieces = [
        {"segment": each.segment, "first": 0, "last": each.size_bytes - 1}
        for each in recording.sidecars
    ]
    found = requests.post(
        enrolment.url + confirm_path(recording.id),
        json={"nonce": "0" * 32, "pieces": pieces},
        headers={"Authorization": f"Bearer {enrolment.token}"},
        timeout=30,
    )
    assert found.status_code == 200
    value: Json = found.json()
    return value


def test_without_an_answer_nothing_goes(device: Device) -> None:
    recording = sent(device)
    durable.write_replacing(
        device.home.enrolment,
        canonical({**json.loads(device.home.enrolment.read_bytes()), "url": "http://127.0.0.1:9"}),
    )

    with pytest.raises(NotAnswered, match=r"does not answer\. Nothing was deleted"):
        free(device, recording)

    assert len(recording.folder.segments()) == len(SIZES)
    assert custody(device, recording) == (True, True, False)


def test_large_segments_are_asked_about_in_pieces(
    device: Device, receiver: LiveReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uploader.confirm.PIECE_MOST_BYTES", 65_536)
    recording = sent(device)
    path = AtReceiver(receiver, recording).segment(1)
    data = path.read_bytes()
    path.write_bytes(data[:-1])
    assert_kept(recording, free(device, recording), "segment 1 is gone or damaged")
    path.write_bytes(data)

    assert free(device, recording).is_freed

    freed = read_freed(recording.folder)
    assert freed is not None
    asked = [len(each["pieces"]) for each in freed.confirmations]
    assert asked == [1, 1, 1, 1, 2], "as many pieces at once as one answer's patience allows"


# What is here ---------------------------------------------------------------------------------


def test_a_copy_that_is_none_any_more_stays(device: Device) -> None:
    recording = sent(device)
    changed = recording.folder.segment(0)
    changed.write_bytes(b"x" * 1000)
    assert_kept(
        recording, free(device, recording), "was changed after it was recorded (000000.mp4)"
    )
    assert changed.read_bytes() == b"x" * 1000

    recording.folder.segment(1).unlink()
    outcome = free(device, recording)
    assert "is gone from this computer (000001.mp4), and not by freeing" in outcome.why
    assert sorted(recording.folder.segments()) == [0, 2]


def test_a_receipt_of_somebody_else_frees_nothing(device: Device) -> None:
    recording = sent(device)
    enrolment = json.loads(device.home.enrolment.read_bytes())
    for key, value in (
        ("receiver", new_id(SystemClock().now())),
        ("receiver_key", encode_key(bytes(SigningKey.generate().verify_key))),
    ):
        durable.write_replacing(device.home.enrolment, canonical({**enrolment, key: value}))
        assert_kept(recording, free(device, recording), "no receipt here of the receiver")


def test_a_young_receipt_frees_nothing_whatever_the_clock_here_says(device: Device) -> None:
    recording = sent(device)

    outcome = free(device, recording, timedelta(days=7))

    assert_kept(recording, outcome, "Its receipt is not 7 days old yet; 7 days to go.")


def test_one_that_is_in_use_stays(device: Device) -> None:
    recording = sent(device)
    with try_lock(recording.folder.lock, shared=True) or pytest.fail("no lock"):
        assert_kept(recording, free(device, recording), "in use just now")

    assert free(device, recording).is_freed


def test_a_receiver_on_the_same_disk_is_no_second_copy(
    tmp_path: Path,
) -> None:
    beside = LiveReceiver.start(tmp_path / "beside")
    try:
        with Installation.open(Home(tmp_path / "home"), SystemClock()) as installation:
            enrol_device(installation, beside.url, beside.enrolment_code(), "kiosk")
            device = Device(installation)
            recording = sent(device)
            assert_kept(recording, free(device, recording), SAME_DISK)
    finally:
        beside.stop()


# Cut short ------------------------------------------------------------------------------------


def cut_short(device: Device, receiver: LiveReceiver) -> RecordingOnDisk:
    """A recording whose first file went before the power did."""
    recording = sent(device)
    data = recording.folder.segment(0).read_bytes()
    assert free(device, recording).is_freed
    freed = read_freed(recording.folder)
    assert freed is not None
    write_freed(recording.folder, replace(freed, stage=FREEING))
    for number in (1, 2):
        stored = AtReceiver(receiver, recording).segment(number).read_bytes()
        recording.folder.segment(number).write_bytes(stored)
    assert len(data) == SIZES[0]
    return recording


def started_again(device: Device, *, without_database: bool) -> Installation:
    home = device.home
    device.installation.close()
    if without_database:
        for path in home.root.glob("queue.db*"):
            path.unlink()
    opened = Installation.open(home, SystemClock())
    opened.adopt()
    return opened


@pytest.mark.parametrize("without_database", [False, True])
def test_what_was_cut_short_is_carried_to_its_end(
    device: Device, receiver: LiveReceiver, without_database: bool
) -> None:
    recording = cut_short(device, receiver)

    with started_again(device, without_database=without_database) as again:
        if without_database:
            (known,) = again.queue.freeing.at_home()
            assert known.is_begun
        else:
            again.queue.freeing.note(recording.id, FREEING)
            with again.database.write() as database:
                database.execute("UPDATE recordings SET freed = 'freeing'")
        events: list[UploadEvent] = []
        assert again.worker(events.append).run_until_empty(60) is Sent.EMPTY

        assert recording.folder.segments() == {}
        freed = read_freed(recording.folder)
        assert freed is not None
        assert freed.is_done
        assert again.queue.recording(recording.id).custody.freed
        assert "freed" in [each.event for each in events]


def test_a_queue_built_anew_knows_what_was_freed(device: Device) -> None:
    recording = sent(device)
    assert free(device, recording).is_freed

    with started_again(device, without_database=True) as again:
        found = again.queue.recording(recording.id).custody

    assert (found.saved, found.verified, found.freed) == (False, True, True)


def test_what_was_freed_and_then_lost_by_the_receiver_is_said_and_mended(
    device: Device, receiver: LiveReceiver, tmp_path: Path
) -> None:
    recording = sent(device)
    kept = tmp_path / "backup"
    shutil.copytree(AtReceiver(receiver, recording).folder / "segments", kept)
    assert free(device, recording).is_freed
    forget_at(receiver, recording)
    device.installation.queue.freeing.forgotten(recording.id, "the receiver forgot it")

    worker = device.installation.worker(device.events.append)
    assert worker.run_until_empty(60) is Sent.FAILED

    why = device.installation.queue.recording(recording.id).why
    assert "was deleted on" in why
    assert "Have the receiver restored from its backup, then press Retry." in why
    for number in range(len(SIZES)):
        shutil.copy(kept / f"{number:06d}.mp4", recording.folder.segment(number))
    device.installation.queue.retry(recording.id)
    assert worker.run_until_empty(60) is Sent.EMPTY


# By itself ------------------------------------------------------------------------------------


def worked(device: Device, settings: FreeingSettings) -> list[str]:
    """Which recordings a worker with this policy frees."""
    events: list[UploadEvent] = []
    used = replace(
        device.installation, settings=replace(device.installation.settings, freeing=settings)
    )
    assert used.worker(events.append).run_until_empty(60) is Sent.EMPTY
    return [each.recording for each in events if each.event == "freed" and each.recording]


AT_ONCE = timedelta()
EVERYTHING = 1 << 62


def test_the_policy_is_the_settings(device: Device) -> None:
    first, second = sent(device, 500), sent(device, 700)
    for keeps in (
        FreeingSettings(),
        FreeingSettings(NEVER, AT_ONCE, EVERYTHING),
        FreeingSettings(AFTER_DAYS, timedelta(days=1)),
        FreeingSettings(WHEN_NEEDED, AT_ONCE, 0),
        FreeingSettings(WHEN_NEEDED, timedelta(days=1), EVERYTHING),
    ):
        assert worked(device, keeps) == []
    assert not custody(device, first)[2]

    assert worked(device, FreeingSettings(AFTER_DAYS, AT_ONCE)) == [first.id, second.id]

    third = sent(device, 900)
    assert worked(device, FreeingSettings(WHEN_NEEDED, AT_ONCE, EVERYTHING)) == [third.id]
    assert custody(device, third)[2]


def test_nothing_goes_by_itself_while_its_session_is_recorded(device: Device) -> None:
    recording = sent(device, 500)
    running = begin_recording(device.home, device.on_paper(), session=recording.folder.session)
    with try_lock(running.folder.lock, shared=True) or pytest.fail("no lock"):
        device.installation.adopt()
        (known,) = device.installation.queue.freeing.at_home()
        assert not known.is_calm
