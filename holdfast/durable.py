"""Durable files: write, fsync, rename, fsync the folder.

The only place in Holdfast that renames or deletes what matters, because each step left out here
loses acknowledged data in a power cut. It knows nothing of recordings, queues or receivers.

A failed fsync is never tried again on the same descriptor: the kernel may have dropped the pages
and would report success. It raises `WriteLost`, and the caller copies what it still has.
"""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import BinaryIO

TEMPORARY_SUFFIX = ".tmp"
_NO_LINKS_HERE = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_HELD_ERRNOS = frozenset({errno.EBUSY, errno.ETXTBSY, errno.EACCES})
_HELD_WINDOWS_ERRORS = frozenset({5, 32, 33})  # access denied, sharing violation, lock violation
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_ALLOCATION_HERE = frozenset({errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS})
_COPY_BLOCK_BYTES = 1 << 20


class WriteLost(OSError):
    """fsync failed: what was written through this descriptor may be gone."""


class HeldByAnotherProgram(OSError):
    """The rename was refused because another program has the file open; try again later."""


def is_no_space(error: OSError) -> bool:
    """Whether the error means that the disk, the quota or the largest file size is used up."""
    return error.errno in _NO_SPACE


def fsync(descriptor: int) -> None:
    """Force file content and metadata to the device. Raises WriteLost, never to be retried."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        raise WriteLost(error.errno, f"fsync failed: {error.strerror}") from error


def fdatasync(descriptor: int) -> None:
    """Force file content, and its length, to the device. Raises WriteLost, never to be retried."""
    try:
        getattr(os, "fdatasync", os.fsync)(descriptor)
    except OSError as error:
        raise WriteLost(error.errno, f"fdatasync failed: {error.strerror}") from error


def fsync_folder(folder: Path) -> None:
    """Make a folder's names durable; without it a power cut may undo a rename."""
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents, private to this user, each durable in its parent."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    fsync_folder(folder.parent)


def create(path: Path, mode: int = 0o600) -> BinaryIO:
    """Open a new file for unbuffered writing. Raises FileExistsError where the name is taken."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags, mode), "r+b", buffering=0)


def write_all(file: BinaryIO, data: bytes | memoryview) -> None:
    """Write every byte to an unbuffered file; the kernel may take fewer at a time."""
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        rest = rest[written:]


def _write_temporary(path: Path, data: bytes, mode: int) -> Path:
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    try:
        with create(temporary, mode) as file:
            write_all(file, data)
            fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_replacing(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put `data` under `path`, replacing what was there; after a crash it is the old or the new."""
    temporary = _write_temporary(path, data, mode)
    try:
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    fsync_folder(path.parent)


def write_new(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put `data` under the free name `path`. Raises FileExistsError and changes nothing else."""
    temporary = _write_temporary(path, data, mode)
    try:
        publish(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def publish(source: Path, final: Path) -> None:
    """Rename a finished, fsynced file to its final name, never onto an existing one, durably.

    Raises FileExistsError where the name is taken and HeldByAnotherProgram where another program
    (an antivirus, an indexer) has the file open; in both cases `source` is untouched.
    """
    try:
        _rename_without_replacing(source, final)
    except FileExistsError:
        raise
    except OSError as error:
        if _is_held(error):
            raise HeldByAnotherProgram(
                error.errno, f"another program holds {source.name}: {error.strerror}"
            ) from error
        raise
    fsync_folder(final.parent)


def _is_held(error: OSError) -> bool:
    windows_error = getattr(error, "winerror", None)
    if windows_error is not None:
        return windows_error in _HELD_WINDOWS_ERRORS
    return error.errno in _HELD_ERRNOS


def _rename_without_replacing(source: Path, final: Path) -> None:
    # link + unlink is atomic about the new name, which rename is not; a crash in between leaves
    # both names on one file, which `drop_second_name` recognises.
    try:
        os.link(source, final)
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise
        if final.exists():
            raise FileExistsError(errno.EEXIST, "the name is taken", str(final)) from error
        os.rename(source, final)
    else:
        os.unlink(source)


def drop_second_name(source: Path, final: Path) -> bool:
    """Finish a rename that a crash cut in two: both names on one file become the final name."""
    if source.exists() and final.exists() and source.samefile(final):
        os.unlink(source)
        fsync_folder(final.parent)
        return True
    return False


def append_line(path: Path, line: bytes) -> None:
    """Append one line to a file, creating it, and return once it is on the device.

    A line is torn only by a power cut, and a torn last line ends without a newline; the next line
    then starts on a new one, so that it can still be read.
    """
    created = not path.exists()
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o600)
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        size_bytes = os.fstat(descriptor).st_size
        torn = size_bytes > 0 and os.pread(descriptor, 1, size_bytes - 1) != b"\n"
        write_all(file, (b"\n" if torn else b"") + line + b"\n")
        fsync(descriptor)
    if created:
        fsync_folder(path.parent)


def truncate(path: Path, size_bytes: int) -> None:
    """Cut a file to its first `size_bytes` and make that durable."""
    with path.open("r+b", buffering=0) as file:
        file.truncate(size_bytes)
        fsync(file.fileno())


def sha256_file(path: Path, size_bytes: int | None = None) -> str:
    """The SHA-256, in hex, of a file's bytes, or of its first `size_bytes`, read in blocks."""
    with path.open("rb") as file:
        if size_bytes is None:
            return hashlib.file_digest(file, "sha256").hexdigest()
        digest = hashlib.sha256()
        rest = size_bytes
        while rest and (block := file.read(min(rest, _COPY_BLOCK_BYTES))):
            digest.update(block)
            rest -= len(block)
        return digest.hexdigest()


def reserve(path: Path, size_bytes: int) -> None:
    """Make `path` a file that really takes `size_bytes` of the disk, durably, or nothing at all.

    Removing it gives the space back. A file system that only promises the blocks, or packs zeros
    away, is given random bytes. Raises OSError where there is no room, and leaves no file then.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0) as file:
            _allocate(file.fileno(), size_bytes)
            if _allocated_bytes(file.fileno()) < size_bytes:
                _fill(file, size_bytes)
            fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    fsync_folder(path.parent)


def _allocate(descriptor: int, size_bytes: int) -> None:
    allocate = getattr(os, "posix_fallocate", None)
    if allocate is None:
        return
    try:
        allocate(descriptor, 0, size_bytes)
    except OSError as error:
        if error.errno not in _NO_ALLOCATION_HERE:
            raise


def _allocated_bytes(descriptor: int) -> int:
    return os.fstat(descriptor).st_blocks * 512


def _fill(file: BinaryIO, size_bytes: int) -> None:
    file.seek(0)
    rest = size_bytes
    while rest:
        block = os.urandom(min(rest, _COPY_BLOCK_BYTES))
        write_all(file, block)
        rest -= len(block)


def copy_new(source: Path, final: Path) -> str:
    """Copy a file to a free name through a temporary one, durably; returns the copy's SHA-256."""
    temporary = final.with_name(f"{final.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    digest = hashlib.sha256()
    try:
        with source.open("rb") as reader, create(temporary) as writer:
            while block := reader.read(_COPY_BLOCK_BYTES):
                digest.update(block)
                write_all(writer, block)
            fsync(writer.fileno())
        publish(temporary, final)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def move_aside(path: Path, folder: Path) -> Path:
    """Move a file that cannot be trusted into `folder` under a free name; returns the new path."""
    make_folder(folder)
    target = folder / path.name
    while target.exists():
        target = folder / f"{path.name}.{secrets.token_hex(4)}"
    os.rename(path, target)
    fsync_folder(folder)
    fsync_folder(path.parent)
    return target


def remove(path: Path) -> None:
    """Delete one file, if it is there, and make that durable."""
    path.unlink(missing_ok=True)
    fsync_folder(path.parent)


def empty_folder(folder: Path, but_for: Collection[str]) -> None:
    """Delete everything in a folder but for these names, and make that durable.

    Cut off in the middle, it is done again: whoever calls it has written down that it has to be.
    """
    for path in sorted(folder.iterdir()):
        if path.name in but_for:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    fsync_folder(folder)


def remove_all(folder: Path, paths: Iterable[Path]) -> None:
    """Delete files of one folder, those that are there, and make that durable.

    Cut short, some of them are left.
    """
    for path in paths:
        path.unlink(missing_ok=True)
    fsync_folder(folder)


def remove_folder_if_empty(folder: Path) -> None:
    """Delete a folder in which nothing is, durably; one that holds anything stays."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        fsync_folder(folder.parent)


def remove_folder(folder: Path) -> None:
    """Delete a folder with everything in it, if it is there, and make that durable."""
    if folder.exists():
        shutil.rmtree(folder)
        fsync_folder(folder.parent)
