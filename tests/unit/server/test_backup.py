"""Backups: made while others write, served as they are, never worse than what they replace."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from holdfast.receiver_layout import ReceiverData
from server.ops.backup import Backup, BackupRefused, Copying, changed_in
from server.ops.checksums import read_sums
from server.receiver import Receiver, open_receiver
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running


def back_up(running: Running, target: Path, on_file: object = None) -> Backup:
    receiver = running.receiver
    copying = Copying(receiver.data, receiver.database, receiver.identity.receiver, running.clock)
    if callable(on_file):
        copying._on_file = on_file
    return copying.back_up(target)


def sent(device: EnrolledDevice) -> Take:
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.send(take)
    return take


@contextmanager
def served(target: Path, running: Running) -> Iterator[Receiver]:
    receiver = open_receiver(ReceiverData(target), running.clock)
    receiver.heal()
    yield receiver
    receiver.close()


def is_whole(receiver: Receiver, take: Take) -> bool:
    """Whether everything that the receipt promised is there."""
    folder = receiver.data.recording(take.session_id, take.id)
    view = receiver.custody.view(take.id, None)
    files = [folder.segment(each.entry["segment"]).read_bytes() for each in take.pieces]
    return view.is_received and files == [each.data for each in take.pieces]


def test_a_backup_is_a_receiver(running: Running, device: EnrolledDevice, tmp_path: Path) -> None:
    take = sent(device)
    half = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(half)
    device.client.put_chunk(half.id, 0, half.pieces[0].data, 0, 999)
    target = tmp_path / "backup"

    done = back_up(running, target)

    assert done.damaged == []
    checked = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=target, check=False, capture_output=True
    )
    assert (checked.returncode, checked.stdout) == (0, b"")
    assert changed_in(target) == []
    if running.engines.is_database_here:
        assert target.joinpath("holdfast.db").stat().st_mode & 0o777 == 0o600
    with served(target, running) as receiver:
        assert is_whole(receiver, take)
        assert receiver.devices.by_token(device.client.token) is not None
        assert receiver.identity.receiver == running.receiver.identity.receiver
        # What had not wholly arrived is asked for again, from its first byte.
        assert receiver.uploads.status(half.id, 0, device.id).size_bytes is None
        assert receiver.recordings.receipt(take.id, device.id) == (
            running.receiver.recordings.receipt(take.id, device.id)
        )


def test_it_is_consistent_while_devices_send_and_discard(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    before = [sent(device) for _ in range(3)]
    doomed = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(doomed)
    device.client.put_chunk(doomed.id, 0, doomed.pieces[0].data)
    other = running.device()
    stop = threading.Event()
    during: list[Take] = []

    def go_on_sending() -> None:
        while not stop.is_set():
            during.append(sent(other))

    def discard_once(path: str) -> None:
        if path.startswith("sessions/"):
            device.client.call("POST", f"/api/v1/recordings/{doomed.id}/discard")

    sender = threading.Thread(target=go_on_sending)
    sender.start()
    try:
        done = back_up(running, tmp_path / "backup", discard_once)
        again = back_up(running, tmp_path / "backup")
    finally:
        stop.set()
        sender.join()

    assert (done.damaged, again.damaged) == ([], [])
    assert not list((tmp_path / "backup").rglob(f"{doomed.id}*"))
    with served(tmp_path / "backup", running) as receiver:
        assert all(is_whole(receiver, take) for take in before)
        for view in receiver.custody.newest(None, 1000):
            # Of what came meanwhile it has what it says that it has, and no receipt too many.
            folder = receiver.data.recording(view.session, view.id)
            assert all(folder.segment(number).is_file() for number in view.stored)
            assert view.is_received or view.state == "open"


def test_only_what_is_new_is_copied(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    first = sent(device)
    target = tmp_path / "backup"
    back_up(running, target)
    files = {path: path.stat().st_ino for path in target.rglob("*") if path.is_file()}
    second = sent(device)
    copied: list[str] = []

    back_up(running, target, copied.append)

    assert copied
    assert all(second.session_id in path for path in copied)
    segments = [path for path in files if first.session_id in path.parts]
    assert segments
    assert all(path.stat().st_ino == files[path] for path in segments)
    assert changed_in(target) == []


def test_what_was_dropped_for_good_leaves_the_backup_too(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    target = tmp_path / "backup"
    kept = sent(device)
    gone = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(gone)
    device.client.put_chunk(gone.id, 0, gone.pieces[0].data)
    back_up(running, target)
    assert any(gone.id in path for path in read_sums(target))

    device.client.call("POST", f"/api/v1/recordings/{gone.id}/discard")
    done = back_up(running, target)

    assert gone.id in done.removed
    assert not list(target.rglob(f"{gone.id}*"))
    assert changed_in(target) == []
    with served(target, running) as receiver:
        assert is_whole(receiver, kept)
        assert [view.id for view in receiver.custody.newest(None, 10)] == [kept.id]


@pytest.mark.parametrize("accident", ["lost", "rotten"])
def test_a_file_that_was_lost_here_stays_in_the_backup(
    running: Running, device: EnrolledDevice, tmp_path: Path, accident: str
) -> None:
    take = sent(device)
    target = tmp_path / "backup"
    back_up(running, target)
    here = running.receiver.data.recording(take.session_id, take.id).segment(0)
    if accident == "lost":
        here.unlink()
    else:
        here.write_bytes(b"rotten")

    back_up(running, target)

    with served(target, running) as receiver:
        assert is_whole(receiver, take)


def test_a_file_that_is_damaged_already_is_said(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    take = sent(device)
    here = running.receiver.data.recording(take.session_id, take.id).segment(0)
    here.write_bytes(b"rotten")

    done = back_up(running, tmp_path / "backup")

    assert done.damaged == [f"sessions/{take.session_id}/{take.id}/segments/000000.mp4"]


def test_a_backup_that_was_cut_short_is_none_and_goes_on(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    take = sent(device)
    target = tmp_path / "backup"

    def full(_path: str) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        back_up(running, target, full)
    with pytest.raises(BackupRefused, match="did not end"):
        changed_in(target)

    back_up(running, target)

    assert changed_in(target) == []
    with served(target, running) as receiver:
        assert is_whole(receiver, take)


def test_verifying_finds_what_changed_and_what_is_gone(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    take = sent(device)
    target = tmp_path / "backup"
    back_up(running, target)
    folder = ReceiverData(target).recording(take.session_id, take.id)
    folder.segment(0).write_bytes(b"rotten")
    folder.receipt.unlink()

    changed = dict(changed_in(target))

    within = f"sessions/{take.session_id}/{take.id}"
    assert changed == {
        f"{within}/segments/000000.mp4": "changed",
        f"{within}/receipt.json": "missing",
    }


def test_other_peoples_folders_are_left_alone(
    running: Running, tmp_path: Path, device: EnrolledDevice
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("mine")
    foreign = tmp_path / "foreign"
    with served(tmp_path / "other", running) as other:
        Copying(other.data, other.database, other.identity.receiver, running.clock).back_up(foreign)
    inside = running.receiver.data.root / "backup"

    for folder in (full, foreign, inside, running.receiver.data.root.parent):
        with pytest.raises(BackupRefused):
            back_up(running, folder)

    assert [path.name for path in full.iterdir()] == ["thesis.txt"]
    assert not inside.exists()
