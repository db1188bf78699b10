"""Suitcases that must not be taken, and why; nothing of them is ever stored."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from holdfast import locks
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical, parse
from holdfast.layout import Home
from holdfast.protocol import encode_key
from holdfast.receiver_layout import WORK_LOCKS, ReceiverData
from holdfast.suitcase import signed_bytes
from server.blobs.store import Store
from server.domain.keyed_locks import KeyedLocks
from tests.recordings import DeviceOnPaper, RecordingOnDisk, make_recording
from tests.support.suitcases import Disk, printed
from tests.unit.server.conftest import Running
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import Step


class Kiosk:
    """An enrolled computer and a disk."""

    def __init__(self, root: Path, running: Running) -> None:
        self.home = Home(root / "home")
        with Installation.open(self.home, SystemClock()) as installation:
            code = running.receiver.devices.add("kiosk").code
            enrol_device(installation, running.url, code, "kiosk")
            self.paper = DeviceOnPaper(installation.identity.device, installation.identity.key)
        self.data = running.receiver.data.root
        (root / "disk").mkdir()
        self.disk = Disk(root / "disk")

    def record(self) -> RecordingOnDisk:
        return make_recording(self.home, self.paper, sizes=[300, 200])

    def change(self, path: Path, key: SigningKey | None = None, **changes: object) -> None:
        """Change a document in the suitcase; with a key, sign it again."""
        value: Json = {**json.loads(path.read_bytes()), **changes}
        if key is not None:
            value["signature"] = encode_key(key.sign(signed_bytes(value)).signature)
        path.write_bytes(canonical(value))

    def step(self, recording: RecordingOnDisk) -> Step:
        with Installation.open(self.home, SystemClock()) as installation:
            installation.adopt()
            return installation.queue.recording(recording.id).step

    def stored_sessions(self) -> list[str]:
        return sorted(each.name for each in ReceiverData(self.data).sessions.iterdir())


@pytest.fixture
def kiosk(tmp_path: Path, running: Running) -> Kiosk:
    return Kiosk(tmp_path, running)


def spoil_header(kiosk: Kiosk, **changes: object) -> None:
    (suitcase,) = kiosk.disk.suitcases()
    kiosk.change(suitcase.header, None, **changes)


def for_another_receiver(kiosk: Kiosk) -> None:
    (suitcase,) = kiosk.disk.suitcases()
    kiosk.change(suitcase.header, kiosk.paper.key, receiver=new_id(SystemClock().now()))


def for_another_key(kiosk: Kiosk) -> None:
    (suitcase,) = kiosk.disk.suitcases()
    sealed = encode_key(b"x" * 80)
    kiosk.change(suitcase.header, kiosk.paper.key, sealed_key=sealed)


def renamed(kiosk: Kiosk) -> None:
    (suitcase,) = kiosk.disk.suitcases()
    other = new_id(SystemClock().now())
    suitcase.path.rename(suitcase.path.with_name(f"holdfast-suitcase-{other}"))


def without_header(kiosk: Kiosk) -> None:
    (suitcase,) = kiosk.disk.suitcases()
    suitcase.header.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (for_another_receiver, "was packed for another receiver"),
        (for_another_key, "cannot be opened: it is encrypted for another receiver's key"),
        (renamed, "has another name than its header says"),
        (without_header, "is not finished: it lacks suitcase.json"),
        (lambda kiosk: spoil_header(kiosk, created_at="yesterday"), "is not signed by it"),
        (lambda kiosk: spoil_header(kiosk, format_version=2), "has format version 2"),
        (lambda kiosk: spoil_header(kiosk, kind="letter"), "'kind' must be one of suitcase"),
        (lambda kiosk: spoil_header(kiosk, receiver=7), "'receiver' must be text"),
    ],
)
def test_a_bad_or_foreign_suitcase_is_refused_with_a_sentence(
    kiosk: Kiosk, spoil: Callable[[Kiosk], None], sentence: str
) -> None:
    recording = kiosk.record()
    kiosk.disk.export(kiosk.home)
    spoil(kiosk)

    report = printed(kiosk.disk.take_in(kiosk.data, "--json"), 1)

    (refused,) = report["refused"]
    assert sentence in refused
    assert "Nothing was taken" in refused
    assert kiosk.stored_sessions() == []
    assert kiosk.step(recording) is Step.ANNOUNCE


def test_a_computer_that_is_not_enrolled_here_is_refused(kiosk: Kiosk) -> None:
    kiosk.record()
    kiosk.disk.export(kiosk.home)
    (suitcase,) = kiosk.disk.suitcases()
    kiosk.change(suitcase.header, SigningKey.generate(), device=new_id(SystemClock().now()))

    result = kiosk.disk.take_in(kiosk.data)

    assert (result.exit_code, "is not enrolled here" in result.stdout) == (1, True)


def test_a_computer_that_was_revoked_is_refused(kiosk: Kiosk, running: Running) -> None:
    kiosk.record()
    kiosk.disk.export(kiosk.home)
    running.receiver.devices.revoke("kiosk")

    result = kiosk.disk.take_in(kiosk.data)

    assert (result.exit_code, "which was revoked here" in result.stdout) == (1, True)
    assert kiosk.stored_sessions() == []


def test_one_recording_that_was_tampered_with_stops_no_other(kiosk: Kiosk) -> None:
    bad, good = kiosk.record(), kiosk.record()
    kiosk.disk.export(kiosk.home, "--plain")
    paper = kiosk.disk.packed(bad.id).paper(encrypted=False)
    session = json.loads(paper.read_bytes())["session"]
    kiosk.change(paper, session={**session, "participant": "P-999"})

    (taken,) = printed(kiosk.disk.take_in(kiosk.data, "--json"), 1)["suitcases"]

    assert taken["stored"] == [good.id]
    (refused,) = taken["refused"]
    assert refused["recording"] == bad.id
    assert "not signed by the computer that packed" in refused["why"]
    assert kiosk.stored_sessions() == [good.folder.session]
    # The sentence travels back.
    back = printed(kiosk.disk.bring_back(kiosk.home, "--json"), 1)
    assert (back["verified"], back["refused"]) == ([good.id], taken["refused"])
    # Packed again, it is what was recorded again.
    assert printed(kiosk.disk.export(kiosk.home, "--plain", "--json"))["packed"] == [bad.id]
    assert kiosk.disk.take_in(kiosk.data).exit_code == 0


def test_a_paper_of_another_recording_is_refused(kiosk: Kiosk) -> None:
    first, second = kiosk.record(), kiosk.record()
    kiosk.disk.export(kiosk.home, "--plain")
    papers = [kiosk.disk.packed(each.id).paper(encrypted=False) for each in (first, second)]
    papers[0].write_bytes(papers[1].read_bytes())

    (taken,) = printed(kiosk.disk.take_in(kiosk.data, "--json"), 1)["suitcases"]

    assert taken["stored"] == [second.id]
    assert "belongs to another recording" in taken["refused"][0]["why"]


def test_a_segment_name_cannot_lead_out_of_the_suitcase(kiosk: Kiosk) -> None:
    recording = kiosk.record()
    kiosk.disk.export(kiosk.home, "--plain")
    packed = kiosk.disk.packed(recording.id)
    paper = packed.paper(encrypted=False)
    manifest = json.loads(paper.read_bytes())["manifest"]
    for each in manifest["segments"]:
        each["container"] = "mp4/../../secret"
    kiosk.change(paper, kiosk.paper.key, manifest=manifest)

    (taken,) = printed(kiosk.disk.take_in(kiosk.data, "--json"), 1)["suitcases"]

    assert "has no name that a segment can have" in taken["refused"][0]["why"]


def test_receipts_that_cannot_be_written_are_said_and_nothing_is_lost(kiosk: Kiosk) -> None:
    recording = kiosk.record()
    kiosk.disk.export(kiosk.home)
    packed = kiosk.disk.packed(recording.id)
    packed.receipt.mkdir()

    result = kiosk.disk.take_in(kiosk.data)

    assert (result.exit_code, "receipts could not be written" in result.stdout) == (1, True)
    packed.receipt.rmdir()
    assert kiosk.disk.take_in(kiosk.data).exit_code == 0
    assert printed(kiosk.disk.bring_back(kiosk.home, "--json"))["verified"] == [recording.id]


# On the way back -----------------------------------------------------------------------------


def test_a_forged_receipt_lights_nothing(kiosk: Kiosk) -> None:
    recording = kiosk.record()
    kiosk.disk.export(kiosk.home)
    kiosk.disk.take_in(kiosk.data)
    receipt = kiosk.disk.packed(recording.id).receipt
    genuine = receipt.read_bytes()
    value = parse(genuine, "receipt")
    forged = {**value, "stored_at": "2020-01-01T00:00:00.000Z"}
    receipt.write_bytes(canonical(forged))

    (refused,) = printed(kiosk.disk.bring_back(kiosk.home, "--json"), 1)["refused"]

    assert "its signature is not the receiver's" in refused["why"]
    assert kiosk.step(recording) is Step.ANNOUNCE
    assert not recording.folder.receipt.exists()
    receipt.write_bytes(genuine)
    assert printed(kiosk.disk.bring_back(kiosk.home, "--json"))["verified"] == [recording.id]


def test_playable_is_believed_only_with_the_receivers_signature(
    kiosk: Kiosk, running: Running
) -> None:
    recording = kiosk.record()
    kiosk.disk.export(kiosk.home)
    kiosk.disk.take_in(kiosk.data)
    answer = kiosk.disk.packed(recording.id).answer

    kiosk.change(answer, SigningKey.generate(), playable=True)
    kiosk.disk.bring_back(kiosk.home)
    assert kiosk.step(recording) is Step.VERIFIED

    kiosk.change(answer, running.receiver.identity.key, playable=True)
    kiosk.disk.bring_back(kiosk.home)
    assert kiosk.step(recording) is Step.PLAYABLE


def test_the_suitcase_of_another_computer_is_left_alone(
    kiosk: Kiosk, running: Running, tmp_path: Path
) -> None:
    kiosk.record()
    kiosk.disk.export(kiosk.home)
    (tmp_path / "other").mkdir()
    other = Kiosk(tmp_path / "other", running)
    before = kiosk.disk.files()

    result = kiosk.disk.bring_back(other.home, "--clear")

    assert (result.exit_code, "are other computers'" in result.stderr) == (1, True)
    assert kiosk.disk.files() == before


def test_a_suitcase_that_was_broken_off_at_its_very_beginning_leaves_nothing(kiosk: Kiosk) -> None:
    kiosk.record()
    begun = kiosk.disk.path / f"holdfast-suitcase-{new_id(SystemClock().now())}"
    begun.mkdir()
    (begun / "suitcase.json.0123abcd.tmp").write_bytes(b"{")

    assert kiosk.disk.export(kiosk.home).exit_code == 0

    assert not begun.exists()
    assert len(kiosk.disk.suitcases()) == 1


def test_a_suitcase_that_lost_its_header_is_told_from_another_computers(kiosk: Kiosk) -> None:
    kiosk.record()
    kiosk.disk.export(kiosk.home)
    without_header(kiosk)

    result = kiosk.disk.bring_back(kiosk.home)

    assert (result.exit_code, "suitcase.json is damaged or missing" in result.stderr) == (1, True)


def test_an_empty_disk_and_a_missing_one_are_said(kiosk: Kiosk) -> None:
    missing = Disk(kiosk.disk.path / "missing")

    for disk, sentence in ((kiosk.disk, "There is no suitcase in"), (missing, "no folder")):
        for result in (disk.bring_back(kiosk.home), disk.take_in(kiosk.data)):
            assert (result.exit_code, sentence in result.stderr) == (1, True), result.output
    assert "no folder" in missing.export(kiosk.home).stderr
    # A suitcase that was begun and is empty is no suitcase.
    (kiosk.disk.path / f"holdfast-suitcase-{new_id(SystemClock().now())}").mkdir()
    assert "There is no suitcase in" in kiosk.disk.take_in(kiosk.data).stderr


def test_nobody_packs_before_it_is_known_for_whom(tmp_path: Path) -> None:
    result = Disk(tmp_path).export(Home(tmp_path / "home"))

    assert (result.exit_code, "is not enrolled at a receiver yet" in result.stderr) == (1, True)


def test_only_one_packs_and_only_one_takes_in_at_a_time(kiosk: Kiosk) -> None:
    kiosk.record()
    packing = locks.try_lock(kiosk.home.suitcase_lock)
    taking = locks.try_lock(ReceiverData(kiosk.data).import_lock)
    assert packing is not None
    assert taking is not None
    with packing, taking:
        assert "Another Holdfast program" in kiosk.disk.export(kiosk.home).stderr
        assert "Another Holdfast program" in kiosk.disk.bring_back(kiosk.home).stderr
        assert "Another import is running" in kiosk.disk.take_in(kiosk.data).stderr
    assert kiosk.disk.export(kiosk.home).exit_code == 0


def test_work_on_one_thing_keeps_other_processes_from_it(tmp_path: Path) -> None:
    data = Store(tmp_path)
    data.locks.mkdir()
    held = KeyedLocks(data, "segments")

    def taken() -> int:
        return sum(locks.is_held(data.work_lock("segments", each)) for each in range(WORK_LOCKS))

    with held.hold(("a", 1)):
        assert taken() == 1
    assert taken() == 0
