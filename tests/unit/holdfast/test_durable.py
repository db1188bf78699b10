"""Durable files: the old or the new and nothing else, and never one name over another."""

import errno
import hashlib
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast import durable

Call = tuple[str, object]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """Every system call that durability rests on, in order, with the file it was about."""
    made: list[Call] = []

    def watch(name: str, about: Callable[..., object]) -> None:
        real = getattr(os, name)

        def watched(*arguments: object, **named: object) -> object:
            made.append((name, about(*arguments)))
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, watched)

    def of(descriptor: int) -> str:
        return Path(f"/proc/self/fd/{descriptor}").resolve().name

    watch("fsync", of)
    watch("replace", lambda source, final: Path(final).name)
    watch("link", lambda source, final: Path(final).name)
    watch("unlink", lambda path: Path(path).name)
    watch("rename", lambda source, final: Path(final).name)
    return made


def failing(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    def fail(*arguments: object, **named: object) -> None:
        raise error

    monkeypatch.setattr(os, name, fail)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4))
def test_the_last_one_written_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, versions: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("replace") / "file"
    for data in versions:
        durable.write_replacing(path, data)

    assert path.read_bytes() == versions[-1]
    assert names(path.parent) == ["file"]


def test_replacing_forces_the_file_before_its_name_and_the_folder_after(
    tmp_path: Path, calls: list[Call]
) -> None:
    durable.write_replacing(tmp_path / "file", b"data")

    (first, temporary), *rest = calls
    assert first == "fsync"
    assert str(temporary).startswith("file.")
    assert rest == [("replace", "file"), ("fsync", tmp_path.name)]


def test_publishing_forces_the_folder_after_the_name(tmp_path: Path, calls: list[Call]) -> None:
    (tmp_path / "part").write_bytes(b"data")

    durable.publish(tmp_path / "part", tmp_path / "final")

    assert calls == [("link", "final"), ("unlink", "part"), ("fsync", tmp_path.name)]
    assert (tmp_path / "final").read_bytes() == b"data"


@pytest.mark.parametrize("writer", [durable.write_new, durable.write_replacing])
def test_private_unless_said_otherwise(tmp_path: Path, writer: Callable[..., None]) -> None:
    writer(tmp_path / "secret", b"")
    writer(tmp_path / "open", b"", mode=0o644)

    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "open").stat().st_mode & 0o777 == 0o644


def test_a_failed_write_leaves_the_old_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    failing(monkeypatch, "fsync", OSError(errno.EIO, "on purpose"))

    with pytest.raises(durable.WriteLost):
        durable.write_replacing(path, b"new")

    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_nothing_is_ever_published_over_something(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"new")
    (tmp_path / "final").write_bytes(b"old")

    for action in (
        lambda: durable.publish(tmp_path / "part", tmp_path / "final"),
        lambda: durable.write_new(tmp_path / "final", b"other"),
        lambda: durable.copy_new(tmp_path / "part", tmp_path / "final"),
        lambda: durable.create(tmp_path / "final"),
    ):
        with pytest.raises(FileExistsError):
            action()

    assert (tmp_path / "final").read_bytes() == b"old"
    assert names(tmp_path) == ["final", "part"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileExistsError):
        durable.create(tmp_path / "link")

    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_file_system_without_hard_links_is_renamed_on_but_never_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    failing(monkeypatch, "link", OSError(code, "no links here"))
    (tmp_path / "part").write_bytes(b"data")

    durable.publish(tmp_path / "part", tmp_path / "final")
    assert names(tmp_path) == ["final"]

    (tmp_path / "part").write_bytes(b"other")
    with pytest.raises(FileExistsError):
        durable.publish(tmp_path / "part", tmp_path / "final")
    assert (tmp_path / "final").read_bytes() == b"data"


def windows_error(code: int) -> OSError:
    error = OSError(errno.EINVAL, "The process cannot access the file")
    vars(error)["winerror"] = code
    return error


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EBUSY, "busy"),
        OSError(errno.EACCES, "denied"),
        *map(windows_error, (5, 32, 33)),
    ],
    ids=["busy", "denied", "5", "32", "33"],
)
def test_a_file_that_another_program_holds_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    failing(monkeypatch, "link", error)
    (tmp_path / "part").write_bytes(b"data")

    with pytest.raises(durable.HeldByAnotherProgram):
        durable.publish(tmp_path / "part", tmp_path / "final")

    assert names(tmp_path) == ["part"]


@pytest.mark.parametrize("error", [OSError(errno.EROFS, "read-only"), windows_error(2)])
def test_other_refusals_are_not_taken_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    failing(monkeypatch, "link", error)
    (tmp_path / "part").write_bytes(b"data")

    with pytest.raises(OSError, match=error.strerror or "") as caught:
        durable.publish(tmp_path / "part", tmp_path / "final")

    assert not isinstance(caught.value, durable.HeldByAnotherProgram)


def test_a_rename_that_a_crash_cut_in_two_is_finished(tmp_path: Path) -> None:
    part, final = tmp_path / "part", tmp_path / "final"
    part.write_bytes(b"data")
    os.link(part, final)

    assert durable.drop_second_name(part, final)
    assert names(tmp_path) == ["final"]
    assert not durable.drop_second_name(part, final)


def test_two_different_files_are_not_taken_for_one(tmp_path: Path) -> None:
    part, final = tmp_path / "part", tmp_path / "final"
    part.write_bytes(b"data")
    final.write_bytes(b"data")

    assert not durable.drop_second_name(part, final)
    assert names(tmp_path) == ["final", "part"]


@pytest.mark.parametrize("name", ["fsync", "fdatasync"])
def test_a_failed_sync_is_a_lost_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    failing(monkeypatch, name, OSError(errno.EIO, "on purpose"))

    with durable.create(tmp_path / "file") as file, pytest.raises(durable.WriteLost) as caught:
        getattr(durable, name)(file.fileno())

    assert caught.value.errno == errno.EIO


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_space_is_recognised(code: int) -> None:
    assert durable.is_no_space(OSError(code, "full"))
    assert durable.is_no_space(durable.WriteLost(code, "full"))
    assert not durable.is_no_space(OSError(errno.EIO, "broken"))


@given(st.binary(max_size=500), st.integers(1, 100))
def test_a_write_that_takes_a_few_bytes_at_a_time_is_completed(data: bytes, most: int) -> None:
    class Reluctant:
        def __init__(self) -> None:
            self.taken = bytearray()

        def write(self, rest: memoryview) -> int:
            self.taken += rest[:most]
            return min(most, len(rest))

    file = Reluctant()
    durable.write_all(file, data)  # type: ignore[arg-type]  # all that is asked of a file here

    assert bytes(file.taken) == data


@given(st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line), max_size=5))
def test_lines_are_appended_whole(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "journal"
    for line in lines:
        durable.append_line(path, line)

    assert not lines or path.read_bytes() == b"".join(line + b"\n" for line in lines)


def test_a_line_after_a_torn_one_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b"whole\nto")

    durable.append_line(path, b"next")

    assert path.read_bytes() == b"whole\nto\nnext\n"


def test_a_line_is_forced_to_disk_and_so_is_the_new_name(tmp_path: Path, calls: list[Call]) -> None:
    durable.append_line(tmp_path / "journal", b"one")
    durable.append_line(tmp_path / "journal", b"two")

    assert calls == [("fsync", "journal"), ("fsync", tmp_path.name), ("fsync", "journal")]


@given(st.binary(max_size=3000), st.integers(0, 4000))
def test_digests_are_of_the_bytes_that_are_there(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, size_bytes: int
) -> None:
    path = tmp_path_factory.mktemp("digest") / "file"
    path.write_bytes(data)

    assert durable.sha256_file(path) == hashlib.sha256(data).hexdigest()
    assert durable.sha256_file(path, size_bytes) == hashlib.sha256(data[:size_bytes]).hexdigest()
    assert durable.copy_new(path, path.with_name("copy")) == hashlib.sha256(data).hexdigest()
    assert path.with_name("copy").read_bytes() == data


def test_a_file_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")

    durable.truncate(path, 4)

    assert path.read_bytes() == b"0123"


def test_what_is_moved_aside_replaces_nothing(tmp_path: Path) -> None:
    aside = tmp_path / "quarantine"
    kept = []
    for data in (b"first", b"second", b"third"):
        (tmp_path / "000000.part").write_bytes(data)
        kept.append(durable.move_aside(tmp_path / "000000.part", aside))

    assert [path.read_bytes() for path in kept] == [b"first", b"second", b"third"]
    assert names(tmp_path) == ["quarantine"]


def test_folders_are_private_and_made_with_their_parents(tmp_path: Path, calls: list[Call]) -> None:
    durable.make_folder(tmp_path / "a" / "b")
    durable.make_folder(tmp_path / "a" / "b")

    assert calls == [("fsync", tmp_path.name), ("fsync", "a")]
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_what_is_removed_is_gone_and_removing_again_is_fine(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    (tmp_path / "folder" / "inner" / "file").write_bytes(b"")
    (tmp_path / "file").write_bytes(b"")

    for _ in range(2):
        durable.remove(tmp_path / "file")
        durable.remove_folder(tmp_path / "folder")

    assert names(tmp_path) == []


def test_a_reserve_really_takes_its_space(tmp_path: Path) -> None:
    path = tmp_path / "reserve"

    durable.reserve(path, 3_000_000)

    assert path.stat().st_size == 3_000_000
    assert path.stat().st_blocks * 512 >= 3_000_000
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_allocated_a_reserve_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_here(*_arguments: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "not here")

    monkeypatch.setattr(os, "posix_fallocate", not_here)
    path = tmp_path / "reserve"

    durable.reserve(path, 3_000_000)

    assert path.stat().st_blocks * 512 >= 3_000_000
    # Zeros would be packed away by a file system that does so.
    assert len(zlib.compress(path.read_bytes())) > 2_900_000


def test_a_reserve_that_only_seems_to_be_there_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def promise(descriptor: int, _offset: int, size_bytes: int) -> None:
        os.ftruncate(descriptor, size_bytes)

    monkeypatch.setattr(os, "posix_fallocate", promise)
    path = tmp_path / "reserve"

    durable.reserve(path, 3_000_000)

    assert path.stat().st_size == 3_000_000
    assert path.stat().st_blocks * 512 >= 3_000_000


def test_a_reserve_for_which_there_is_no_room_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)

    with pytest.raises(OSError, match="No space"):
        durable.reserve(tmp_path / "reserve", 3_000_000)

    assert list(tmp_path.iterdir()) == []
