"""What may be begun: room on the disk, each device's share, the right disk."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import event

from holdfast import disks
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.protocol import recording_path, segment_path, session_path
from holdfast.receiver_layout import ReceiverData
from server.bounds import Bounds
from server.domain.admission import RESERVE_BYTES
from server.domain.mounts import WrongFolder, mark, marked_for, prove, remember, served_before
from server.receiver import Receiver, open_receiver
from tests.support.other_disk import other_disk, pulled_out
from tests.support.received import STARTED, Take, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running, only_on_sqlite
from tests.unit.server.test_segments import problem
from tests.unit.server.test_tus import UPLOADS, call, created, encoded, patch

EVERYTHING = 1 << 60
"""More than any disk has."""


def bound(running: Running, **bounds: int | None) -> None:
    """Bounds are chosen at the start; a test lets the disk fill while it runs."""
    admission = running.receiver.admission
    admission._bounds = replace(Bounds(), **bounds)  # type: ignore[arg-type]  # their names vary


def announced(device: EnrolledDevice) -> Take:
    take = make_take(device.id, [])
    device.client.announce(take)
    return take


def announce_another(device: EnrolledDevice) -> requests.Response:
    """The answer to a recording in a session of its own, or to the session if that is refused."""
    take = make_take(device.id, [])
    session = announce_session(device, take)
    if not session.ok:
        return session
    return device.client.call("PUT", recording_path(take.id), json=take.announcement)


def announce_session(device: EnrolledDevice, take: Take) -> requests.Response:
    return device.client.call("PUT", session_path(take.session_id), json=take.session)


# Room ----------------------------------------------------------------------------------------


def test_a_disk_that_is_nearly_full_begins_nothing_new_and_finishes_what_is_open(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.announce(take)
    device.client.put_chunk(take.id, 0, b"a segment", 0, 3)
    bound(running, keep_free_bytes=EVERYTHING)

    refused = announce_another(device)

    assert problem(refused, "no_room_for_new")["status"] == 507
    assert int(refused.headers["Retry-After"]) > 0
    assert requests.get(f"{running.url}/ready", timeout=30).status_code == 503
    one_more = make_take(device.id, [], session=take.session_id)
    problem(
        device.client.call("PUT", recording_path(one_more.id), json=one_more.announcement),
        "no_room_for_new",
    )
    # What is open goes on, to its receipt; announced again it is the same.
    assert device.client.put_chunk(take.id, 0, b"a segment", 4).status_code == 201
    assert device.client.put_chunk(take.id, 1, b"another").status_code == 201
    device.client.announce(take)
    assert device.client.finalise(take)["recording"] == take.id

    bound(running)
    assert announce_another(device).status_code == 201
    assert requests.get(f"{running.url}/ready", timeout=30).status_code == 200


def test_documents_have_the_last_of_the_disk(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.announce(take)
    bound(running, keep_for_documents_bytes=EVERYTHING)

    problem(device.client.put_chunk(take.id, 0, b"a segment"), "storage_full")

    assert list(running.receiver.data.incoming.iterdir()) == []
    assert device.client.finalise(take)["recording"] == take.id


def test_a_reserve_is_kept_and_given_back_once_the_disk_is_full(running: Running) -> None:
    admission, reserve = running.receiver.admission, running.receiver.data.reserve
    bound(running, keep_free_bytes=EVERYTHING)
    admission.keep_reserve()
    assert not reserve.exists()
    bound(running)
    admission.keep_reserve()
    assert reserve.stat().st_blocks * 512 >= RESERVE_BYTES

    assert admission.spend_reserve()

    assert not reserve.exists()
    assert not admission.spend_reserve()


@only_on_sqlite
def test_a_full_disk_spends_the_reserve(running: Running, device: EnrolledDevice) -> None:
    running.receiver.admission.keep_reserve()
    engine = running.receiver.database.engine
    engine.dispose()
    # Every connection from now on may not let the file grow, which is SQLite's own "disk full".
    event.listen(engine, "connect", cannot_grow)
    take = make_take(device.id, [])
    session = {**take.session, "notes": "x" * 200_000}

    refused = device.client.call("PUT", session_path(take.session_id), json=session)

    problem(refused, "storage_full")
    assert not running.receiver.data.reserve.exists()
    event.remove(engine, "connect", cannot_grow)
    engine.dispose()
    assert device.client.call("PUT", session_path(take.session_id), json=session).ok


def cannot_grow(connection: Any, _entry: object) -> None:
    connection.execute("PRAGMA max_page_count=1")


# A device's share ----------------------------------------------------------------------------


def test_a_device_that_has_used_its_share_is_in_nobody_elses_way(
    running: Running, device: EnrolledDevice
) -> None:
    take, other = announced(device), running.device()
    bound(running, device_bytes=1000)

    assert device.client.put_chunk(take.id, 0, bytes(600), 0, 99).status_code == 200
    refused = device.client.put_chunk(take.id, 1, bytes(401))

    assert problem(refused, "quota_exceeded")["status"] == 507
    assert device.client.put_chunk(take.id, 0, bytes(600), 100).status_code == 201
    assert device.client.put_chunk(take.id, 1, bytes(400)).status_code == 201
    assert other.client.put_chunk(announced(other).id, 0, bytes(1000)).status_code == 201


def test_a_days_share_is_new_the_next_day(running: Running, device: EnrolledDevice) -> None:
    take = announced(device)
    bound(running, device_bytes_a_day=1000)
    assert device.client.put_chunk(take.id, 0, bytes(1000)).status_code == 201

    problem(device.client.put_chunk(take.id, 1, b"x"), "quota_exceeded")
    running.clock.advance(24 * 3600 + 1)

    assert device.client.put_chunk(take.id, 1, b"x").status_code == 201


def test_a_device_has_so_many_recordings_open(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.announce(take)
    announced(device)
    bound(running, device_open_recordings=2)

    problem(announce_another(device), "quota_exceeded")
    device.client.finalise(take)

    assert announce_another(device).status_code == 201


def test_files_on_their_way_count_as_what_they_will_take(
    running: Running, device: EnrolledDevice
) -> None:
    bound(running, device_bytes=1000)
    path = created(device, 600)
    assert patch(device, path, 0, bytes(599)).status_code == 204

    problem(call(device, "POST", UPLOADS, Upload_Length="401"), "quota_exceeded")
    problem(device.client.put_chunk(announced(device).id, 0, bytes(401)), "quota_exceeded")

    # What was begun is finished, and nothing is counted twice then.
    assert patch(device, path, 599, bytes(1)).status_code == 204
    assert call(device, "POST", UPLOADS, Upload_Length="400").status_code == 201


def test_a_length_that_nobody_said_is_counted_as_it_comes(
    running: Running, device: EnrolledDevice
) -> None:
    bound(running, device_bytes=1000)
    begun = call(device, "POST", UPLOADS, Upload_Defer_Length="1")
    path = begun.headers["Location"]
    assert patch(device, path, 0, bytes(600)).status_code == 204

    problem(patch(device, path, 600, bytes(401)), "quota_exceeded")
    problem(patch(device, path, 600, b"", Upload_Length="1001"), "quota_exceeded")
    assert patch(device, path, 600, bytes(400), Upload_Length="1000").status_code == 204


def test_files_on_their_way_are_open_too(running: Running, device: EnrolledDevice) -> None:
    bound(running, device_open_recordings=2)
    path = created(device, 10)
    announced(device)

    problem(call(device, "POST", UPLOADS, Upload_Length="10"), "quota_exceeded")
    assert call(device, "DELETE", path).status_code == 204

    assert call(device, "POST", UPLOADS, Upload_Length="10").status_code == 201


def test_a_segment_by_tus_is_no_new_recording(running: Running, device: EnrolledDevice) -> None:
    take = announced(device)
    bound(running, keep_free_bytes=EVERYTHING)
    named = f"recording {encoded(take.id)},segment {encoded('0')}"

    assert patch(device, created(device, 9, Upload_Metadata=named), 0, b"a segment").ok

    assert device.client.get(segment_path(take.id, 0))["complete"] is True
    problem(call(device, "POST", UPLOADS, Upload_Length="9"), "no_room_for_new")


def test_a_device_begins_so_many_sessions_a_day_without_using_them(
    running: Running, device: EnrolledDevice
) -> None:
    bound(running, device_open_recordings=2)
    takes = [make_take(device.id, []) for _ in range(3)]
    assert [announce_session(device, each).status_code for each in takes[:2]] == [201, 201]

    problem(announce_session(device, takes[2]), "quota_exceeded")
    # One that is here already is announced as often as need be, and one that is used is not empty.
    device.client.announce(takes[0])
    assert announce_session(device, takes[2]).status_code == 201
    problem(announce_session(device, make_take(device.id, [])), "quota_exceeded")
    running.clock.advance(24 * 3600 + 1)
    assert announce_session(device, make_take(device.id, [])).status_code == 201


# The right disk ------------------------------------------------------------------------------


def test_a_disk_that_goes_away_is_noticed_before_anything_is_begun(
    running: Running, device: EnrolledDevice
) -> None:
    marker = running.receiver.data.marker
    away = marker.rename(marker.with_name("away"))

    problem(announce_another(device), "unavailable")
    assert requests.get(f"{running.url}/ready", timeout=30).status_code == 503
    away.rename(marker)

    assert announce_another(device).status_code == 201


@pytest.fixture
def receiver(tmp_path: Path) -> Receiver:
    opened = open_receiver(ReceiverData(tmp_path / "data"), SystemClock())
    opened.close()
    return opened


def test_the_folder_of_before_is_the_right_one(receiver: Receiver) -> None:
    prove(receiver.data, receiver.identity.receiver)
    prove(receiver.data, None)

    assert marked_for(receiver.data) == receiver.identity.receiver


def test_an_empty_mount_point_is_not_written_into(receiver: Receiver, tmp_path: Path) -> None:
    expected = receiver.identity.receiver
    with pulled_out(receiver.data.root), pytest.raises(WrongFolder, match="is its disk mounted"):
        prove(receiver.data, expected)

    with pytest.raises(WrongFolder, match="is empty"):
        prove(ReceiverData(tmp_path / "nothing"), expected)
    with pytest.raises(WrongFolder, match="holds the receiver"):
        prove(receiver.data, new_id(STARTED))


def test_a_receiver_without_its_keys_does_not_begin_anew(receiver: Receiver) -> None:
    receiver.data.identity.unlink()

    with pytest.raises(WrongFolder, match="its keys is gone"):
        prove(receiver.data, None)


def test_a_network_share_is_refused(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = receiver.data.root.stat().st_dev
    mounts = tmp_path / "mountinfo"
    line = "36 35 {0}:{1} / /mnt rw,noatime shared:1 - {2} server:/export rw\n"
    monkeypatch.setattr(disks, "_MOUNTS", mounts)
    for kind, refused in (("nfs4", True), ("ext4", False), ("cifs", True), ("fuse.sshfs", True)):
        mounts.write_text(line.format(device >> 8 & 0xFFF, device & 0xFF, kind))
        if refused:
            with pytest.raises(WrongFolder, match=f"network share \\({kind}\\)"):
                prove(receiver.data, None)
            # Only SQLite needs a disk of its own computer.
            prove(receiver.data, None, on_sqlite=False)
        else:
            prove(receiver.data, None)


def test_segments_must_become_whole_on_one_disk(receiver: Receiver, tmp_path: Path) -> None:
    with other_disk(tmp_path) as other:
        receiver.data.incoming.rmdir()
        receiver.data.incoming.symlink_to(other)

        with pytest.raises(WrongFolder, match="on different disks"):
            prove(receiver.data, None)


def test_only_a_folder_that_can_be_away_is_remembered(receiver: Receiver, tmp_path: Path) -> None:
    memory = tmp_path / "home" / "served.json"
    remember(memory, receiver.data.root, receiver.identity.receiver)
    assert not memory.exists()

    with other_disk(tmp_path) as other:
        remember(memory, other, receiver.identity.receiver)

        assert served_before(memory, other) == receiver.identity.receiver
        assert served_before(memory, receiver.data.root) is None
    memory.write_bytes(b"rubbish")
    assert served_before(memory, other) is None


def test_a_marker_stays_whose_it_is(receiver: Receiver) -> None:
    mark(receiver.data, new_id(STARTED), SystemClock())

    assert marked_for(receiver.data) == receiver.identity.receiver
