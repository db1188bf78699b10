"""Files whose digest nobody said beforehand: pieces in any order, then a recording of their own."""

import errno
import hashlib
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial

import pytest
from sqlalchemy import Connection

from holdfast import crash
from holdfast.ids import new_id
from holdfast.protocol import segment_path, session_path
from server.blobs.local import LocalBlobs
from server.domain.import_papers import container_of, default_session
from server.domain.import_values import KEPT, Import, Target
from server.domain.imports import Imports
from server.domain.refusals import Refusal
from server.receiver import Receiver, open_receiver
from tests.support.received import STARTED, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

MP4 = b"\0\0\0\x18ftypisom" + hashlib.shake_256(b"a file").digest(300_000)


class Bytes:
    """A body in blocks that are no round number of bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def sha256(self) -> str:
        return hashlib.sha256(self._data).hexdigest()

    def blocks(self) -> Iterator[bytes]:
        for start in range(0, len(self._data), 70_001):
            yield self._data[start : start + 70_001]


@pytest.fixture
def imports(running: Running) -> Imports:
    return running.receiver.imports


def begun(imports: Imports, device: EnrolledDevice, **more: object) -> Import:
    wanted: dict[str, object] = {
        "size_bytes": len(MP4),
        "name": "clip.mp4",
        "media_type": "video/mp4",
        "metadata": {},
    }
    return imports.create(device.id, **{**wanted, **more})  # type: ignore[arg-type]  # any of them


def send(imports: Imports, made: Import, first: int = 0, last: int = len(MP4) - 1) -> Import:
    return imports.write(made.id, made.device, first, Bytes(MP4[first : last + 1]))


def stored(receiver: Receiver, recording: str) -> bytes:
    row = receiver.custody.row(recording, None)
    return receiver.data.recording(row.session, recording).segment(0).read_bytes()


def refused(call: object, code: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        call()  # type: ignore[operator]  # what a test wants refused
    assert caught.value.code == code
    return caught.value


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (2, 1, 0)])
def test_pieces_in_any_order_become_a_recording_with_a_receipt(
    running: Running, imports: Imports, device: EnrolledDevice, order: tuple[int, ...]
) -> None:
    pieces = [(0, 99_999), (100_000, 249_999), (250_000, len(MP4) - 1)]
    made = begun(imports, device)
    for index in order:
        assert not made.is_full
        made = send(imports, made, *pieces[index])

    recording = imports.complete(made.id, device.id)

    assert stored(running.receiver, recording) == MP4
    view = running.receiver.custody.view(recording, device.id)
    assert (view.is_received, view.is_verified, view.participant) == (True, True, "unknown")
    receipt = device.client.get(f"/api/v1/recordings/{recording}/receipt")
    assert receipt["segments"] == [
        {"segment": 0, "size_bytes": len(MP4), "sha256": hashlib.sha256(MP4).hexdigest()}
    ]
    assert imports.complete(made.id, device.id) == recording
    assert imports.status(made.id, device.id).complete
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_what_was_written_is_there_for_another_process(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    made = send(imports, begun(imports, device), 0, 99_999)
    other = open_receiver(running.receiver.data, running.clock, running.engines)
    try:
        other.heal()
        assert other.imports.status(made.id, None).present == ((0, 99_999),)
        rest = other.imports.write(made.id, device.id, 100_000, Bytes(MP4[100_000:]))
        recording = other.imports.complete(rest.id, device.id)
    finally:
        other.close()

    assert stored(running.receiver, recording) == MP4


def test_bytes_that_overlap_are_compared(imports: Imports, device: EnrolledDevice) -> None:
    made = send(imports, begun(imports, device), 50_000, 149_999)

    again = send(imports, made, 0, 199_999)
    assert again.present == ((0, 199_999),)
    other = Bytes(b"x" * 10)
    refused(lambda: imports.write(made.id, device.id, 149_995, other), "conflict")
    assert imports.status(made.id, device.id).present == ((0, 199_999),)


def test_a_piece_that_comes_again_after_the_end_is_harmless(
    imports: Imports, device: EnrolledDevice
) -> None:
    made = send(imports, begun(imports, device, completes_itself=True))
    assert made.complete

    assert send(imports, made, 100_000, 199_999).complete
    refused(lambda: imports.write(made.id, device.id, 0, Bytes(b"other")), "conflict")


def test_an_id_makes_beginning_it_again_harmless(imports: Imports, device: EnrolledDevice) -> None:
    made = begun(imports, device, id="a name of another service")

    assert begun(imports, device, id=made.id) == made
    refused(lambda: begun(imports, device, id=made.id, size_bytes=5), "conflict")


def test_another_device_sees_nothing(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    made = begun(imports, device)
    other = running.device()

    refused(lambda: imports.status(made.id, other.id), "unknown_upload")
    refused(lambda: imports.write(made.id, other.id, 0, Bytes(b"x")), "unknown_upload")
    refused(lambda: imports.complete(made.id, other.id), "unknown_upload")
    refused(lambda: imports.drop(made.id, other.id), "unknown_upload")
    refused(lambda: begun(imports, other, id=made.id), "unknown_upload")
    assert imports.status(made.id, None) == made


def test_what_is_missing_is_listed(imports: Imports, device: EnrolledDevice) -> None:
    made = send(imports, begun(imports, device), 100_000, 199_999)

    refusal = refused(lambda: imports.complete(made.id, device.id), "missing")

    assert refusal.more["missing"] == [[0, 99_999], [200_000, len(MP4) - 1]]


def test_a_size_may_be_said_late_or_never(imports: Imports, device: EnrolledDevice) -> None:
    late = begun(imports, device, size_bytes=None)
    send(imports, late, 0, 99_999)
    refused(lambda: imports.set_size(late.id, device.id, 99_999), "conflict")
    assert imports.set_size(late.id, device.id, len(MP4)).missing == ((100_000, len(MP4) - 1),)
    refused(lambda: imports.set_size(late.id, device.id, len(MP4) + 1), "conflict")

    never = send(imports, begun(imports, device, size_bytes=None))
    assert imports.complete(never.id, device.id) == never.recording


def test_what_is_noted_beside_a_piece_stands_or_falls_with_it(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    made = begun(imports, device)
    noted: list[bool] = []

    def failing(_connection: Connection) -> None:
        raise Refusal("conflict", "It is not to be.")

    refused(lambda: imports.write(made.id, device.id, 0, Bytes(MP4), failing), "conflict")
    assert imports.status(made.id, device.id).present == ()

    for _ in range(2):
        # The second time everything is here already, and only the note is new.
        imports.write(made.id, device.id, 0, Bytes(MP4), lambda each: noted.append(each.closed))
        imports.complete(made.id, device.id)
    assert noted == [False, False]


def test_bytes_outside_the_file_are_refused(imports: Imports, device: EnrolledDevice) -> None:
    made = begun(imports, device)

    refused(lambda: imports.write(made.id, device.id, len(MP4), Bytes(b"x")), "bad_range")
    refused(lambda: imports.write(made.id, device.id, -1, Bytes(b"x")), "bad_range")
    refused(lambda: begun(imports, device, size_bytes=0), "bad_request")
    refused(lambda: begun(imports, device, size_bytes=1 << 60), "too_large")


def test_a_promised_digest_is_held(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    right = begun(imports, device, metadata={"sha256": hashlib.sha256(MP4).hexdigest().upper()})
    wrong = begun(imports, device, metadata={"sha256": "0" * 64})

    assert imports.complete(send(imports, right).id, device.id)
    send(imports, wrong)
    refused(lambda: imports.complete(wrong.id, device.id), "segment_mismatch")
    refused(lambda: imports.status(wrong.id, device.id), "unknown_upload")
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_one_device_has_one_session_for_each_participant(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    nobody = [begun(imports, device).session for _ in range(2)]
    ann = begun(imports, device, metadata={"participant": " Ann\n"}).session
    other = begun(imports, running.device()).session

    assert nobody[0] == nobody[1]
    assert len({nobody[0], ann, other}) == 3
    assert ann is not None
    session = running.receiver.sessions.get(ann, device.id)
    assert (session.participant, session.content["imported"]) == ("Ann", True)
    assert ann == default_session(device.id, "Ann", 0)
    assert ann != default_session(device.id, "Ann", 1)


def test_a_session_may_be_named_if_it_is_the_device_s_own(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.call("PUT", session_path(take.session_id), json=take.session)

    made = send(imports, begun(imports, device, session=take.session_id, completes_itself=True))

    view = running.receiver.custody.view(made.recording or "", device.id)
    assert (view.session, view.participant) == (take.session_id, "P-017")
    other = running.device()
    refused(lambda: begun(imports, other, session=take.session_id), "unknown_session")
    refused(lambda: begun(imports, device, session=new_id(STARTED)), "unknown_session")


def test_a_file_may_be_a_segment_of_a_recording(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    assert device.client.put_chunk(take.id, 3, MP4, 0, 99_999).status_code == 200

    made = begun(imports, device, target=Target(take.id, 3), completes_itself=True)
    assert send(imports, made).complete

    assert device.client.get(segment_path(take.id, 3))["complete"] is True
    path = running.receiver.data.recording(take.session_id, take.id).segment(3)
    assert path.read_bytes() == MP4
    assert list(running.receiver.data.incoming.iterdir()) == []
    assert device.client.put_chunk(take.id, 3, MP4).status_code == 200
    other = begun(imports, device, target=Target(take.id, 3), size_bytes=5, completes_itself=True)
    refused(lambda: imports.write(other.id, device.id, 0, Bytes(b"other")), "conflict")
    assert path.read_bytes() == MP4


def test_a_segment_of_a_recording_of_others_is_refused(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)

    other = running.device()
    refused(lambda: begun(imports, other, target=Target(take.id, 0)), "unknown_recording")


def test_parts_are_joined_in_their_order(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    cuts = [(0, 120_000), (120_001, len(MP4) - 1)]
    parts = []
    for first, last in cuts:
        part = begun(imports, device, size_bytes=last - first + 1, is_part=True)
        imports.write(part.id, device.id, 0, Bytes(MP4[first : last + 1]))
        refused(partial(imports.complete, part.id, device.id), "conflict")
        parts.append(part.id)
    final = begun(imports, device, size_bytes=None, completes_itself=True)

    joined = imports.join(final.id, device.id, parts)

    assert (joined.complete, joined.parts) == (True, tuple(parts))
    assert stored(running.receiver, joined.recording or "") == MP4
    for part_id in parts:
        refused(partial(imports.status, part_id, None), "unknown_upload")
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_parts_that_are_not_whole_are_not_joined(imports: Imports, device: EnrolledDevice) -> None:
    part = begun(imports, device, is_part=True)
    no_part = send(imports, begun(imports, device))
    final = begun(imports, device, size_bytes=None, completes_itself=True)

    refused(lambda: imports.join(final.id, device.id, [part.id]), "conflict")
    refused(lambda: imports.join(final.id, device.id, [no_part.id]), "conflict")
    assert imports.status(final.id, device.id).present == ()


def test_a_dropped_file_leaves_nothing(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    made = send(imports, begun(imports, device), 0, 99_999)
    done = send(imports, begun(imports, device, completes_itself=True))

    imports.drop(made.id, device.id)

    refused(lambda: imports.status(made.id, device.id), "unknown_upload")
    refused(lambda: imports.drop(done.id, device.id), "conflict")
    assert list(running.receiver.data.incoming.iterdir()) == []
    assert stored(running.receiver, done.recording or "") == MP4


def test_a_session_s_files_on_their_way_can_be_dropped(
    imports: Imports, device: EnrolledDevice
) -> None:
    ann = send(imports, begun(imports, device, metadata={"participant": "Ann"}), 0, 9)
    ben = send(imports, begun(imports, device, metadata={"participant": "Ben"}), 0, 9)

    assert imports.drop_session(ann.session or "") == 1
    refused(lambda: imports.status(ann.id, device.id), "unknown_upload")
    assert imports.status(ben.id, device.id).present == ((0, 9),)


def test_a_withdrawn_session_takes_its_files_on_their_way_with_it(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    ann = send(imports, begun(imports, device, metadata={"participant": "Ann"}), 0, 9)
    ben = send(imports, begun(imports, device, metadata={"participant": "Ben"}), 0, 9)
    take = make_take(device.id, [])
    device.client.announce(take)
    part = send(imports, begun(imports, device, target=Target(take.id, 0)), 0, 9)

    running.receiver.withdrawals.withdraw_session(ann.session or "", "asked for", "test")
    running.receiver.withdrawals.withdraw_recording(take.id, "asked for", "test")

    for gone in (ann, part):
        refused(partial(imports.status, gone.id, None), "unknown_upload")
    (left,) = running.receiver.data.incoming.iterdir()
    assert left.name == f"{ben.recording}.0"
    # The next file of the same participant begins another session; the first is never taken again.
    again = begun(imports, device, metadata={"participant": "Ann"})
    assert again.session not in (ann.session, ben.session)


def test_nothing_of_a_withdrawn_participant_is_taken(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    ann = send(imports, begun(imports, device, metadata={"participant": "Ann"}), 0, 9)

    running.receiver.withdrawals.withdraw_participant(None, "Ann", "asked for", "test")

    refused(partial(imports.write, ann.id, device.id, 10, Bytes(MP4[10:])), "unknown_upload")
    refused(partial(begun, imports, device, metadata={"participant": "Ann"}), "withdrawn")
    assert list(running.receiver.data.incoming.iterdir()) == []
    assert len(running.receiver.withdrawals.listing()) == 2


def test_a_full_disk_loses_nothing_that_was_acknowledged(
    imports: Imports, device: EnrolledDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = send(imports, begun(imports, device, completes_itself=True), 0, 99_999)

    def full(*_args: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(LocalBlobs, "write", full)
        with pytest.raises(OSError, match="No space left"):
            send(imports, made, 100_000)
    assert imports.status(made.id, device.id).present == ((0, 99_999),)

    assert send(imports, made, 100_000).complete


def test_what_a_replaced_device_had_begun_its_successor_goes_on_with(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    made = send(imports, begun(imports, device, completes_itself=True), 0, 99_999)
    new = running.device()

    running.receiver.replacements.replace(device.id, new.id)

    done = imports.write(made.id, new.id, 100_000, Bytes(MP4[100_000:]))
    assert done.complete
    assert running.receiver.custody.view(done.recording or "", new.id).is_verified


class Crash(BaseException):
    """The process ends here."""


@pytest.mark.parametrize(
    "point",
    [
        "receiver.mid-chunk",
        "receiver.before-import-row",
        "receiver.before-created",
        "receiver.before-receipt",
        "receiver.before-stored-row",
        "receiver.before-imported-row",
    ],
)
@pytest.mark.parametrize("is_segment", [False, True])
def test_a_crash_at_any_step_is_made_good_at_the_next_start(
    running: Running,
    device: EnrolledDevice,
    monkeypatch: pytest.MonkeyPatch,
    point: str,
    is_segment: bool,
) -> None:
    imports = running.receiver.imports
    take = make_take(device.id, [])
    device.client.announce(take)
    target = Target(take.id, 0) if is_segment else None
    made = send(imports, begun(imports, device, target=target, completes_itself=True), 0, 99_999)

    def crashing(name: str) -> None:
        if name == point:
            raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(crash, "point", crashing)
        # A segment is finalised by its device, so there is no receipt of it here.
        reached = not (is_segment and point.endswith(("before-receipt", "before-stored-row")))
        with pytest.raises(Crash) if reached else nullcontext():
            send(imports, made, 100_000)

    again = open_receiver(running.receiver.data, running.clock, running.engines)
    try:
        again.heal()
        here = again.imports.status(made.id, device.id)
        if point.endswith(("mid-chunk", "before-import-row")):
            # Nobody was told that these bytes are here.
            assert here.present == ((0, 99_999),)
            here = send(again.imports, made, 100_000)
        assert here.complete
        recording = here.recording or ""
        assert stored(again, recording) == MP4
        assert list(again.data.incoming.iterdir()) == []
        assert [each.id for each in again.custody.newest(None, 9) if each.id != take.id] == (
            [] if is_segment else [recording]
        )
        if not is_segment:
            assert again.custody.view(recording, None).is_verified
    finally:
        again.close()


def test_what_nobody_goes_on_with_is_dropped_when_it_was_said_to_be(
    running: Running, imports: Imports, device: EnrolledDevice
) -> None:
    left = send(imports, begun(imports, device), 0, 99_999)
    done = send(imports, begun(imports, device, completes_itself=True))
    running.clock.advance(KEPT.total_seconds() / 2)
    fresh = send(imports, begun(imports, device), 0, 99_999)
    assert left.expires_at > running.clock.now()
    running.clock.advance(KEPT.total_seconds() / 2 + 1)
    assert left.expires_at < running.clock.now()

    running.receiver.heal()

    refused(lambda: imports.status(left.id, device.id), "unknown_upload")
    assert imports.status(fresh.id, device.id).present == ((0, 99_999),)
    assert stored(running.receiver, done.recording or "") == MP4


@pytest.mark.parametrize(
    ("beginning", "container"),
    [
        (b"\0\0\0\x18ftypisom", "mp4"),
        (b"\0\0\0\x14ftypqt  ", "mov"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm", "webm"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x23\x42\x82\x88matroska", "mkv"),
        (b"RIFF\0\0\0\0AVI LIST", "avi"),
        (b"\x47" + bytes(187) + b"\x47" + bytes(187), "ts"),
        (b"\0\0\x01\xba", "mpg"),
        (b"just a text", "bin"),
    ],
)
def test_a_container_is_told_by_its_first_bytes(beginning: bytes, container: str) -> None:
    assert container_of(beginning) == container
