"""Check, scrub and rebuild: every byte that changes on the disk is found, and asked for again."""

import json
import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from holdfast.ids import new_id
from holdfast.jsonform import canonical
from holdfast.protocol import recordings_status_path, status_path
from holdfast.receiver_layout import ReceivedRecording
from server.db.models import RecordingRow, SegmentRow
from server.domain.check import Check, Subset
from server.domain.looking import Finding, seen_twice
from server.domain.mounts import WrongFolder
from server.domain.scrub import EVERY, Scrub
from server.domain.soundness import put_aside, what_is_wrong
from server.receiver import Receiver, open_receiver
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running, only_on_sqlite

A_MONTH_S = (EVERY + timedelta(days=1)).total_seconds()
Break = Callable[[Running, ReceivedRecording], object]


@pytest.fixture
def take(running: Running, device: EnrolledDevice) -> Take:
    """A recording with a receipt."""
    made = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.send(made)
    return made


def folder_of(running: Running, take: Take) -> ReceivedRecording:
    return running.receiver.data.recording(take.session_id, take.id)


def checked(receiver: Receiver, subset: Subset | None = None) -> list[Finding]:
    return list(Check(receiver.data, receiver.database, receiver.identity, subset).run())


def scrubbed(receiver: Receiver) -> list[Finding]:
    scrub = Scrub(
        receiver.data,
        receiver.database,
        receiver.identity,
        receiver.damage,
        receiver.clock,
        lambda _: None,
    )
    found = []
    while (due := scrub.next_due()) is not None:
        found += scrub.look(due)
    return found


def flip(path: Path, at: int | None = None) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    at = len(content) // 2 if at is None else at
    content[at] ^= 1
    path.write_bytes(content)


def test_nothing_is_found_where_nothing_is_wrong(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    half = make_take(device.id, [])
    device.client.announce(half)
    device.client.put_chunk(half.id, 0, bytes(1000), 0, 99)
    gone = make_take(device.id, [])
    device.client.announce(gone)
    device.client.put_chunk(gone.id, 0, b"whole")
    running.receiver.recordings.discard(gone.id, device.id)
    # What a crash leaves of a file that was never whole counts for nothing.
    (folder_of(running, take).path / "manifest.json.0a1b2c3d.tmp").write_bytes(b"torn")

    check = Check(
        running.receiver.data,
        running.receiver.database,
        running.receiver.identity,
        Subset(1, 1),
    )

    assert list(check.run()) == []
    sizes = [len(piece.data) for piece in take.pieces]
    assert (check.counts.recordings, check.counts.segments) == (2, len(sizes))
    assert (check.counts.segments_read, check.counts.read_bytes) == (len(sizes), sum(sizes))


def drop_row(running: Running, folder: ReceivedRecording) -> None:
    with running.receiver.database.writing() as session:
        session.delete(session.get_one(SegmentRow, (folder.recording, 0)))


def drop_recording(running: Running, folder: ReceivedRecording) -> None:
    with running.receiver.database.writing() as session:
        session.delete(session.get_one(RecordingRow, folder.recording))


def bring_back(running: Running, folder: ReceivedRecording) -> None:
    """As a restored backup does after a recording was dropped."""
    copy = folder.path.with_name("copy")
    shutil.copytree(folder.path, copy)
    drop_recording(running, folder)
    running.receiver.recordings.discard(folder.recording, folder.recording)
    shutil.rmtree(folder.path)
    copy.rename(folder.path)


def lose_bytes(running: Running, folder: ReceivedRecording) -> None:
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, folder.recording).state = "open"
        session.add(
            SegmentRow(
                recording=folder.recording,
                number=7,
                state="open",
                size_bytes=100,
                sha256="0" * 64,
                present=[[0, 49]],
                changed_at=running.clock.now(),
            )
        )
    running.receiver.data.incoming_segment(folder.recording, 7).write_bytes(bytes(49))


def forge(folder: ReceivedRecording) -> None:
    receipt = json.loads(folder.receipt.read_bytes())
    folder.receipt.write_bytes(canonical({**receipt, "stored_at": "2020-01-01T00:00:00.000Z"}))


BROKEN: tuple[tuple[str, str, Break], ...] = (
    ("missing_file", "000000.mp4", lambda _, it: it.segment(0).unlink()),
    ("wrong_size", "000001.mp4", lambda _, it: os.truncate(it.segment(1), 100)),
    ("wrong_bytes", "000001.mp4", lambda _, it: flip(it.segment(1))),
    ("unknown_file", "000009.mp4", lambda _, it: it.segment(9).write_bytes(b"x")),
    ("unknown_file", "000000.mp4", drop_row),
    ("wrong_receipt", "receipt.json", drop_row),
    ("unknown_recording", "", drop_recording),
    ("dropped_is_here", "", bring_back),
    ("missing_bytes", ".7", lose_bytes),
    ("wrong_document", "announce.json", lambda _, it: flip(it.announce)),
    ("wrong_document", "manifest.json", lambda _, it: it.manifest.unlink()),
    ("wrong_document", "session.json", lambda _, it: flip(it.path.parent / "session.json")),
    ("wrong_receipt", "receipt.json", lambda _, it: flip(it.receipt)),
    ("wrong_receipt", "receipt.json", lambda _, it: forge(it)),
    (
        "unknown_file",
        ".3",
        lambda to, it: to.receiver.data.incoming_segment(it.recording, 3).write_bytes(b"x"),
    ),
)


def test_what_is_wrong_is_found_and_nothing_else(running: Running, device: EnrolledDevice) -> None:
    takes = [make_take(device.id, [scene_part(90)]).signed(device.key) for _ in range(16)]
    for take in takes:
        device.client.send(take)
    *broken, sound = takes
    for take, (_, _, breaks) in zip(broken, BROKEN, strict=True):
        breaks(running, folder_of(running, take))

    found = checked(running.receiver, Subset(1, 1))

    for take, (kind, subject, _) in zip(broken, BROKEN, strict=True):
        about = [
            each for each in found if take.id in each.subject or take.session_id in each.subject
        ]
        hits = [each for each in about if each.kind == kind and each.subject.endswith(subject)]
        assert hits, (kind, subject, about)
    assert not [
        each for each in found if sound.id in each.subject or sound.session_id in each.subject
    ]


@only_on_sqlite
def test_a_row_that_refers_to_nothing_is_found(running: Running, take: Take) -> None:
    raw = running.receiver.database.engine.raw_connection()
    raw.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # it is open
    raw.driver_connection.execute(  # type: ignore[union-attr]  # it is open
        "UPDATE segments SET recording = 'nobody' WHERE number = 0"
    )
    raw.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]  # it is open
    raw.close()

    assert "database" in {each.kind for each in checked(running.receiver)}


def test_what_is_found_once_was_being_written() -> None:
    stays = Finding("missing_file", "b", "is not there")
    passes = Finding("missing_file", "a", "is not there")
    looks = [[passes, stays], [stays, Finding("wrong_size", "c", "has grown")]]

    assert seen_twice(lambda: iter(looks.pop(0))) == [stays]
    assert seen_twice(lambda: iter([])) == []


def test_only_its_share_is_read(running: Running, take: Take) -> None:
    folder = folder_of(running, take)
    numbers = range(len(take.pieces))
    for number in numbers:
        flip(folder.segment(number))

    shares = [
        {each.segment for each in checked(running.receiver, Subset(nth, 3))} for nth in (1, 2, 3)
    ]

    assert checked(running.receiver) == []
    assert sorted(each for share in shares for each in share if each is not None) == list(numbers)


def test_every_segment_is_in_one_share() -> None:
    for of in (1, 2, 7):
        for number in range(50):
            holding = [nth for nth in range(1, of + 1) if Subset(nth, of).has("x", number)]
            assert len(holding) == 1


@pytest.mark.parametrize("said", ["", "1", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/3 "])
def test_what_is_no_share_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="is no share"):
        Subset.parse(said)


# Lost and asked for again --------------------------------------------------------------------


def test_every_flipped_bit_is_found_once(running: Running, take: Take) -> None:
    chance = random.Random(7)
    folder = folder_of(running, take)
    running.clock.advance(A_MONTH_S)
    assert scrubbed(running.receiver) == []
    for number, piece in enumerate(take.pieces):
        flip(folder.segment(number), chance.randrange(len(piece.data)))
    assert scrubbed(running.receiver) == []
    running.clock.advance(A_MONTH_S)

    found = scrubbed(running.receiver)

    assert [each.segment for each in found if each.kind == "wrong_bytes"] == [0, 1]
    assert [each.number for each in running.receiver.damage.open()] == [0, 1]
    kept = running.receiver.data.quarantined(take.id)
    assert sorted(path.name for path in kept.iterdir()) == ["000000.mp4", "000001.mp4"]


def test_a_lost_segment_is_missed_asked_for_and_taken_again(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    receipt = device.client.finalise(take)
    flip(folder_of(running, take).segment(1))
    running.clock.advance(A_MONTH_S)
    scrubbed(running.receiver)

    def held() -> object:
        answer = device.client.call("PUT", status_path(), json={"asks_stored": True})
        return answer.json()["stored"]["recordings"]

    def state() -> object:
        asked = {"recordings": [take.id]}
        answer = device.client.call("POST", recordings_status_path(), json=asked)
        return answer.json()["recordings"][0]["state"]

    assert (held(), state()) == (0, "damaged")
    assert running.receiver.custody.view(take.id, None).missing == (1,)
    other = device.client.put_chunk(take.id, 1, bytes(5000))
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    unasked = device.client.put_chunk(take.id, 5, bytes(5000))
    assert (unasked.status_code, unasked.json()["code"]) == (409, "conflict")
    device.client.announce(take)
    data = take.pieces[1].data
    first = device.client.put_chunk(take.id, 1, data, 0, 99)
    assert first.status_code == 200, first.text
    assert device.client.put_chunk(take.id, 1, data, 100).status_code == 201
    assert device.client.finalise(take) == receipt

    assert (held(), state()) == (1, "stored")
    assert running.receiver.damage.open() == []
    assert folder_of(running, take).segment(1).read_bytes() == data
    assert checked(running.receiver, Subset(1, 1)) == []


def test_a_repair_that_was_cut_off_before_its_row_is_taken_up(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    folder = folder_of(running, take)
    assert running.receiver.damage.note(take.id, 1)
    folder.segment(1).write_bytes(take.pieces[1].data)

    running.receiver.heal()

    assert running.receiver.damage.open() == []
    assert running.receiver.uploads.status(take.id, 1, None).complete


def test_damage_that_was_noted_by_half_is_noted_again(running: Running, take: Take) -> None:
    # The file is moved first; killed there, the row still says that it is stored.
    folder_of(running, take).segment(0).unlink()
    running.clock.advance(A_MONTH_S)

    scrubbed(running.receiver)

    assert [each.number for each in running.receiver.damage.open()] == [0]
    assert not running.receiver.damage.note(take.id, 0)


def test_a_disk_that_is_away_is_not_taken_for_a_loss(running: Running, take: Take) -> None:
    data = running.receiver.data
    sessions = data.sessions.rename(data.root / "away")
    marker = data.marker.rename(data.root / "marker-away")
    running.clock.advance(A_MONTH_S)

    with pytest.raises(WrongFolder, match="is not there"):
        scrubbed(running.receiver)

    sessions.rename(data.sessions)
    marker.rename(data.marker)
    assert running.receiver.damage.open() == []
    assert scrubbed(running.receiver) == []


def test_what_a_crash_left_is_removed_when_it_is_old(running: Running, take: Take) -> None:
    folder = folder_of(running, take).path
    old, new = folder / "manifest.json.00000000.tmp", folder / "manifest.json.11111111.tmp"
    for path in (old, new):
        path.write_bytes(b"torn")
    running.clock.advance(A_MONTH_S)
    now = running.clock.now().timestamp()
    os.utime(old, (now - 90_000, now - 90_000))
    os.utime(new, (now, now))

    assert scrubbed(running.receiver) == []

    assert (old.exists(), new.exists()) == (False, True)


# The database anew ---------------------------------------------------------------------------


def test_a_rebuilt_index_asks_for_what_has_rotted(
    running: Running, device: EnrolledDevice, take: Take, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(
        running.receiver.data.root,
        copy,
        ignore=shutil.ignore_patterns("*.db*", "engines.json", "*.lock"),
    )
    segments = copy / "sessions" / take.session_id / take.id / "segments"
    flip(segments / "000000.mp4")
    (segments / "000001.mp4").unlink()

    receiver = open_receiver(type(running.receiver.data)(copy), running.clock)
    receiver.heal()
    try:
        wanted = [(each.number, each.sha256) for each in receiver.damage.open()]
        assert wanted == [(0, take.pieces[0].sha256), (1, take.pieces[1].sha256)]
        assert receiver.custody.view(take.id, None).missing == (0, 1)
        assert (receiver.data.quarantined(take.id) / "000000.mp4").exists()
    finally:
        receiver.close()


@only_on_sqlite
@pytest.mark.parametrize("damage", ["header", "page", "cut"])
def test_a_damaged_database_is_noticed_and_put_aside_whole(
    running: Running, take: Take, tmp_path: Path, damage: str
) -> None:
    copy = tmp_path / "copy"
    with running.receiver.database.reading() as session:
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    shutil.copytree(running.receiver.data.root, copy, ignore=shutil.ignore_patterns("*.lock"))
    data = type(running.receiver.data)(copy)
    assert what_is_wrong(data.database) is None
    content = data.database.read_bytes()
    half = len(content) // 2 // 4096 * 4096
    changed = {
        "header": b"rubbish" + content[7:],
        "page": content[: 4096 * 3] + os.urandom(half) + content[4096 * 3 + half :],
        "cut": content[:half],
    }[damage]
    data.database.write_bytes(changed)

    wrong = what_is_wrong(data.database)
    assert wrong is not None
    aside = put_aside(data, wrong, running.clock)

    assert (aside / data.database.name).read_bytes() == changed
    receiver = open_receiver(data, running.clock)
    try:
        assert receiver.custody.view(take.id, None).stored == (0, 1)
        assert checked(receiver, Subset(1, 1)) == []
    finally:
        receiver.close()


def test_there_is_nothing_wrong_with_a_database_that_is_not_there(tmp_path: Path) -> None:
    assert what_is_wrong(tmp_path / "none.db") is None


def test_a_recording_that_just_came_is_not_read_again(running: Running, take: Take) -> None:
    scrub = Scrub(
        running.receiver.data,
        running.receiver.database,
        running.receiver.identity,
        running.receiver.damage,
        running.clock,
        lambda _: None,
    )

    assert scrub.next_due() is None
    assert scrub.next_due(running.clock.now() + timedelta(seconds=1)) == take.id


def test_looking_at_what_is_gone_finds_nothing(running: Running) -> None:
    scrub = Scrub(
        running.receiver.data,
        running.receiver.database,
        running.receiver.identity,
        running.receiver.damage,
        running.clock,
        lambda _: None,
    )

    assert scrub.look(new_id(STARTED)) == []
