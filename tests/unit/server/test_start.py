"""Opening a data folder whose database is gone and whose files are not all well."""

import shutil
from pathlib import Path

import pytest

from holdfast.jsonform import canonical
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from server.domain.custody import RecordingView
from server.receiver import Receiver, open_receiver
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running


@pytest.fixture
def takes(running: Running, device: EnrolledDevice) -> tuple[Take, Take]:
    """Two recordings with receipts."""
    made = (
        make_take(device.id, [scene_part(30)]).signed(device.key),
        make_take(device.id, [scene_part(30)]).signed(device.key),
    )
    for take in made:
        device.client.send(take)
    return made


@pytest.fixture
def copied(running: Running, takes: tuple[Take, Take], tmp_path: Path) -> ReceiverData:
    """The data without its database."""
    folder = tmp_path / "copy"
    shutil.copytree(
        running.receiver.data.root, folder, ignore=shutil.ignore_patterns("*.db*", "engines.json")
    )
    return ReceiverData(folder)


def folder_of(data: ReceiverData, take: Take) -> ReceivedRecording:
    return data.recording(take.session_id, take.id)


def opened(running: Running, data: ReceiverData) -> Receiver:
    receiver = open_receiver(data, running.clock)
    receiver.heal()
    return receiver


def views(running: Running, data: ReceiverData) -> dict[str, RecordingView]:
    receiver = opened(running, data)
    try:
        return {view.id: view for view in receiver.custody.newest(None, 100)}
    finally:
        receiver.close()


@pytest.mark.parametrize("name", ["receipt.json", "manifest.json"])
def test_a_receipt_that_cannot_be_read_costs_no_other_recording(
    running: Running, takes: tuple[Take, Take], copied: ReceiverData, name: str
) -> None:
    (folder_of(copied, takes[0]).path / name).write_bytes(b"{rotten")

    found = views(running, copied)

    assert found[takes[1].id].state == "stored"
    assert takes[0].id not in found or found[takes[0].id].state == "open"


def test_a_receipt_for_another_manifest_counts_for_nothing(
    running: Running, takes: tuple[Take, Take], copied: ReceiverData
) -> None:
    changed = {**takes[0].manifest, "state": "interrupted"}
    folder_of(copied, takes[0]).manifest.write_bytes(canonical(changed))

    found = views(running, copied)

    assert [found[take.id].state for take in takes] == ["open", "stored"]


def test_a_folder_that_is_no_recording_is_left_alone(
    running: Running, takes: tuple[Take, Take], copied: ReceiverData
) -> None:
    folder_of(copied, takes[0]).announce.write_bytes(b"not what it was")

    assert set(views(running, copied)) == {takes[1].id}
    assert folder_of(copied, takes[0]).segment(0).exists()


def test_a_device_file_that_cannot_be_read_costs_no_other_device(
    running: Running, device: EnrolledDevice, takes: tuple[Take, Take], copied: ReceiverData
) -> None:
    (copied.devices / "torn.json").write_bytes(b"{")

    receiver = opened(running, copied)
    known = receiver.devices.by_token(device.client.token)
    receiver.close()

    assert known is not None
    assert known.id == device.id


def test_a_torn_tombstone_is_passed_over(
    running: Running, device: EnrolledDevice, takes: tuple[Take, Take], copied: ReceiverData
) -> None:
    copied.tombstones.write_bytes(b'{"format_version": 1, "recor')

    assert len(views(running, copied)) == 2


def test_a_rebuild_that_was_cut_off_is_done_again(
    running: Running, takes: tuple[Take, Take], copied: ReceiverData
) -> None:
    before = views(running, copied)
    receiver = open_receiver(copied, running.clock)
    with receiver.database.writing() as session:
        for table in ("meta", "segments", "jobs", "recordings", "sessions", "devices"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")
    receiver.close()

    after = views(running, copied)

    assert {key: view.stored for key, view in after.items()} == {
        key: view.stored for key, view in before.items()
    }
