"""The same promises of the disk and of a bucket: named files, segments that arrive in pieces."""

import hashlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast.ids import new_id
from holdfast.receiver_layout import ReceiverData
from server.blobs.base import Blobs, Differs, Key, Unreachable
from server.blobs.bucket import PART_BYTES, Bucket, Found
from server.blobs.copies import Copies
from server.blobs.s3 import S3Files
from server.blobs.store import Store, open_store
from server.db.engine import Database
from server.engines import Engines
from tests.support.engine_servers import REGION
from tests.support.manual_clock import EPOCH
from tests.support.ports import free_port

RECORDING = new_id(EPOCH)
KEY: Key = (RECORDING, 7)
BYTES = os.urandom(100_000)


@dataclass(frozen=True, slots=True)
class Kept:
    """A store and its segments under way."""

    store: Store
    blobs: Blobs

    def write(self, first: int, data: bytes, *, key: Key = KEY) -> None:
        self.blobs.write(key, [(first, data)], durably=True, is_first=True, is_all=False)

    @property
    def final(self) -> Path:
        folder = self.store.recording(new_id(EPOCH), RECORDING)
        self.store.files.make_folder(folder.segments)
        return folder.segment(7)


@pytest.fixture(params=["disk", "s3"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    url = "disk" if request.param == "disk" else request.getfixturevalue("blob_url")
    data = ReceiverData(tmp_path)
    data.incoming.mkdir()
    database = Database(data.database)
    yield Kept(*open_store(data, Engines(blob_url=url), database))
    database.close()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_file_is_what_was_written_last(kept: Kept) -> None:
    files, path = kept.store.files, kept.store.users
    assert not files.exists(path)
    with pytest.raises(FileNotFoundError):
        files.read(path)
    with pytest.raises(FileNotFoundError):
        files.size_bytes(path)

    files.write_replacing(path, b"one")
    before = files.version(path)
    files.write_replacing(path, BYTES)

    assert files.exists(path)
    assert files.read(path) == BYTES
    assert files.size_bytes(path) == len(BYTES)
    assert files.sha256(path) == sha256(BYTES)
    assert files.version(path) != before
    assert b"".join(files.blocks(path, 10, 50_000, anew=True)) == BYTES[10:50_001]


def test_a_taken_name_is_refused(kept: Kept) -> None:
    files, path = kept.store.files, kept.store.users
    files.write_new(path, b"first")

    with pytest.raises(FileExistsError):
        files.write_new(path, b"second")

    assert files.read(path) == b"first"


def test_lines_of_many_writers_are_all_there(kept: Kept) -> None:
    files, path = kept.store.files, kept.store.tombstones
    # The disk's writers hold the database's lock; a bucket's notice each other by themselves.
    many = 4 if files.local_path(path) is None else 1

    def write(writer: int) -> None:
        for number in range(5):
            files.append_line(path, f"{writer}.{number}".encode())

    threads = [threading.Thread(target=write, args=(each,)) for each in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    wanted = sorted(f"{each}.{number}".encode() for each in range(many) for number in range(5))
    assert sorted(files.lines(path)) == wanted
    assert sorted(files.last_lines(path)) == wanted


def test_a_long_file_of_lines_keeps_its_order(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.blobs.s3._PIECE_BYTES", 100)
    files, path = kept.store.files, kept.store.tombstones
    assert list(files.lines(path)) == []
    assert files.last_lines(path) == []
    lines = [f"{number:04d}".encode() * 10 for number in range(12)]

    for line in lines:
        files.append_line(path, line)

    assert list(files.lines(path)) == lines
    assert files.last_lines(path)[-3:] == lines[-3:]


def test_what_is_moved_aside_is_kept(kept: Kept) -> None:
    files, path, folder = kept.store.files, kept.store.users, kept.store.root / "aside"
    for content in (b"first", b"second"):
        files.write_replacing(path, content)
        files.move_aside(path, folder)

    assert not files.exists(path)
    assert sorted(files.read(folder / each) for each in files.names(folder)) == [
        b"first",
        b"second",
    ]


def test_a_file_is_read_from_anywhere(kept: Kept) -> None:
    kept.store.files.write_replacing(kept.store.users, BYTES)

    with kept.store.files.open(kept.store.users) as file:
        file.seek(40_000)
        assert file.read(10) == BYTES[40_000:40_010]
        file.seek(-5, os.SEEK_END)
        assert file.read() == BYTES[-5:]
        assert file.read() == b""


def test_folders_are_listed_and_removed_whole(kept: Kept) -> None:
    files, session = kept.store.files, new_id(EPOCH)
    folder = kept.store.recording(session, RECORDING)
    assert files.names(folder.segments) == []
    files.make_folder(folder.segments)
    for path in (folder.segment(2), folder.segment(1), folder.manifest):
        files.write_replacing(path, b"x")

    assert files.names(folder.segments) == ["000001.mp4", "000002.mp4"]
    assert files.names(folder.path) == ["manifest.json"]
    assert files.folders(folder.path) == ["segments"]
    assert [each.path for each in kept.store.recording_folders()] == [folder.path]
    files.remove(folder.segment(1))
    assert files.names(folder.segments) == ["000002.mp4"]
    files.remove_folder(folder.path)
    assert list(kept.store.recording_folders()) == []
    assert not files.exists(folder.manifest)


def test_a_segment_arrives_in_any_order_and_is_whole(kept: Kept) -> None:
    kept.write(60_000, BYTES[60_000:])
    kept.write(0, BYTES[:30_000])
    kept.blobs.catch_up(KEY, 30_000)
    kept.write(30_000, BYTES[30_000:60_000])
    assert b"".join(kept.blobs.read(KEY, 29_000, 61_000)) == BYTES[29_000:61_001]
    assert kept.blobs.partial() == [KEY]
    final = kept.final

    kept.blobs.publish(KEY, final, len(BYTES), sha256(BYTES))
    kept.blobs.tidy(KEY)

    assert kept.store.files.read(final) == BYTES
    assert kept.blobs.partial() == []


def test_other_bytes_than_were_promised_are_not_published(kept: Kept) -> None:
    kept.write(0, BYTES[:50_000])
    kept.write(50_000, BYTES[50_000:])
    final = kept.final

    with pytest.raises(Differs):
        kept.blobs.publish(KEY, final, len(BYTES), sha256(b"others"))

    assert not kept.store.files.exists(final)
    kept.blobs.drop(KEY)
    assert kept.blobs.partial() == []


def test_a_segment_larger_than_a_part_is_whole(kept: Kept) -> None:
    data = os.urandom(2 * PART_BYTES + 12_345)
    blocks = [(at, data[at : at + (1 << 20)]) for at in range(0, len(data), 1 << 20)]
    kept.blobs.write(KEY, blocks, durably=False, is_first=True, is_all=True)
    final = kept.final

    kept.blobs.publish(KEY, final, len(data), None)
    kept.blobs.tidy(KEY)

    assert kept.store.files.sha256(final) == sha256(data)
    assert kept.blobs.partial() == []


def test_publishing_that_was_cut_off_is_finished(kept: Kept) -> None:
    kept.write(0, BYTES)
    final = kept.final
    kept.blobs.publish(KEY, final, len(BYTES), sha256(BYTES))

    kept.blobs.finish_publishing(KEY, final)

    assert kept.store.files.read(final) == BYTES
    assert kept.blobs.partial() == []


def test_only_one_recordings_pieces_are_dropped(kept: Kept) -> None:
    other = (new_id(EPOCH), 7)
    for key in (KEY, (RECORDING, 8), other):
        kept.write(0, BYTES, key=key)

    kept.blobs.drop_all(RECORDING)

    assert kept.blobs.partial() == [other]


def test_a_workplace_has_the_files_and_gives_back_what_was_made(kept: Kept) -> None:
    files = kept.store.files
    folder = kept.store.recording(new_id(EPOCH), RECORDING)
    files.make_folder(folder.segments)
    files.write_replacing(folder.manifest, b"{}")
    files.write_replacing(folder.segment(0), BYTES)
    files.write_replacing(folder.assembled, b"an earlier attempt's")

    with files.workplace(folder, frozenset) as place:
        assert place.manifest.read_bytes() == b"{}"
        assert place.segment(0).read_bytes() == BYTES
        assert (place.recording, place.session) == (folder.recording, folder.session)
        made = place.path / f"recording.mp4.{RECORDING}.1.tmp"
        made.write_bytes(BYTES * 2)
        brought = files.bring(made, folder.assembled)
        assert files.read(folder.assembled) == b"an earlier attempt's"
        files.take_over(brought, folder.assembled)

    assert files.read(folder.assembled) == BYTES * 2
    assert files.names(folder.path) == ["manifest.json", "recording.mp4"]


def test_what_a_dead_attempt_brought_goes_and_a_living_ones_stays(kept: Kept) -> None:
    files = kept.store.files
    folder = kept.store.recording(new_id(EPOCH), RECORDING)
    files.make_folder(folder.segments)
    files.make_folder(folder.derived)
    living = f"{RECORDING}.2"
    for attempt in (f"{RECORDING}.1", living):
        files.write_replacing(folder.derived / f"tracking.json.{attempt}.tmp", b"{}")

    with files.workplace(folder, lambda: {living}):
        found = files.names(folder.derived)

    assert found == [f"tracking.json.{living}.tmp"]


def test_a_bucket_is_asked_once_for_what_several_jobs_need(
    tmp_path: Path, blob_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = ReceiverData(tmp_path)
    bucket = Bucket(blob_url)
    files = S3Files(data, bucket)
    folder = data.recording(new_id(EPOCH), RECORDING)
    for path in (folder.manifest, folder.segment(0), folder.segment(1)):
        files.write_replacing(path, BYTES)
    asked: list[str] = []
    blocks = bucket.blocks

    def counted(key: str, first: int, last: int) -> Iterator[bytes]:
        asked.append(key.rpartition("/")[2])
        return blocks(key, first, last)

    monkeypatch.setattr(bucket, "blocks", counted)
    for _ in range(2):
        with files.workplace(folder, frozenset) as place:
            assert place.segment(1).read_bytes() == BYTES
    assert sorted(asked) == ["000000.mp4", "000001.mp4", "manifest.json"]

    files.write_replacing(folder.manifest, b"{}")
    with files.workplace(folder, frozenset) as place:
        assert place.manifest.read_bytes() == b"{}"
    assert asked[3:] == ["manifest.json"]

    assert files.copied() == [RECORDING]
    files.drop_copies(RECORDING)
    assert files.copied() == []
    assert not any(data.workplaces.iterdir())


def test_a_dead_workers_folder_is_removed_by_the_next(tmp_path: Path) -> None:
    data = ReceiverData(tmp_path)
    copies = Copies(data)
    with copies.place() as living:
        (data.workplaces / "dead.lock").touch()
        (data.workplaces / "dead").mkdir()
        (data.workplaces / "dead" / "recording.mp4").write_bytes(BYTES)
        with copies.place():
            assert living.is_dir()
            assert not (data.workplaces / "dead").exists()

    assert not any(data.workplaces.iterdir())


def test_copies_never_take_more_than_they_may(tmp_path: Path) -> None:
    data = ReceiverData(tmp_path)
    copies = Copies(data, most_bytes=250)
    fetched: list[str] = []

    def bring(key: str, size_bytes: int) -> None:
        path = tmp_path / "here"
        path.unlink(missing_ok=True)

        def fetch(at: Path) -> None:
            fetched.append(key)
            at.write_bytes(bytes(size_bytes))

        copies.bring(RECORDING, Found(key, size_bytes, "tag"), path, fetch)
        assert path.stat().st_size == size_bytes

    for key, size_bytes in (("a", 100), ("b", 100), ("b", 100), ("c", 100), ("d", 300)):
        bring(key, size_bytes)
        kept_bytes = sum(each.stat().st_size for each in data.copies.glob("*/*"))
        assert kept_bytes <= 250
    for key in ("b", "c", "a"):
        bring(key, 100)

    assert fetched == ["a", "b", "c", "d", "a"]


def test_a_store_that_is_away_is_an_error_of_the_disk(tmp_path: Path) -> None:
    data = ReceiverData(tmp_path)
    database = Database(data.database)
    url = f"s3://faces?endpoint=http://127.0.0.1:{free_port()}&region={REGION}"
    store, _ = open_store(data, Engines(blob_url=url), database)

    with pytest.raises(Unreachable, match="the object store failed"):
        store.files.read(store.users)
    database.close()
