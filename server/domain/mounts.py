"""Proves that a data folder is the right one before anything is written into it.

A disk that is not mounted leaves an empty folder with the same name. A receiver that began anew in
there would take recordings where nobody looks for them, and sign for them with a new key.
"""

from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.disks import kinds_of
from holdfast.jsonform import FORMAT_VERSION, FormatError, Reader, canonical, parse
from holdfast.receiver_layout import ReceiverData

_SHARES: Final = frozenset(
    {
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)


class WrongFolder(Exception):
    """The data folder is not the one that is meant; the message is a sentence for a person."""


def prove(data: ReceiverData, expected: str | None, *, on_sqlite: bool = True) -> None:
    """Raises WrongFolder, or FormatError for a marker that cannot be read. Writes nothing.

    `expected` is the receiver that was served from this folder before.
    """
    marked = marked_for(data)
    if expected is not None and marked != expected:
        there = "is empty" if marked is None else f"holds the receiver {marked}"
        raise WrongFolder(
            f"The receiver {expected} was served from {data.root} before, but the folder {there}: "
            "is its disk mounted? Nothing was written. Mount the disk, or say --accept-folder if "
            "this is meant."
        )
    if marked is not None and not data.identity.exists():
        raise WrongFolder(
            f"{data.root} was a receiver's, but {data.identity.name} with its keys is gone. "
            "Nothing was written: a new key would make every receipt worthless. Restore that file "
            "from a backup."
        )
    shares = _SHARES & kinds_of(_nearest(data.root))
    if on_sqlite and shares:
        raise WrongFolder(
            f"{data.root} is on a network share ({', '.join(sorted(shares))}), where SQLite can "
            "lose what it has stored. Nothing was written; choose a folder on a disk of this "
            "computer."
        )
    _require_one_disk(data)


def _require_one_disk(data: ReceiverData) -> None:
    if not (data.incoming.exists() and data.sessions.exists()):
        return
    if data.incoming.stat().st_dev != data.sessions.stat().st_dev:
        raise WrongFolder(
            f"{data.incoming} and {data.sessions} are on different disks, so that a segment could "
            "not become whole in one step. Nothing was written; put both on one disk."
        )


def mark(data: ReceiverData, receiver: str, clock: Clock) -> None:
    """Leave the marker in a folder that has none yet."""
    if data.marker.exists():
        return
    content = {
        "format_version": FORMAT_VERSION,
        "receiver": receiver,
        "marked_at": rfc3339(clock.now()),
    }
    try:
        durable.write_new(data.marker, canonical(content))
    except FileExistsError:
        # Another process left it first.
        return


def marked_for(data: ReceiverData) -> str | None:
    """The receiver whose folder this is, by its marker; None without one. Raises FormatError."""
    try:
        content = data.marker.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Reader(parse(content, data.marker.name), data.marker.name).id("receiver")


def served_before(memory: Path, folder: Path) -> str | None:
    """The receiver that this computer remembers for a folder."""
    known = _remembered(memory).get(str(folder))
    return known if isinstance(known, str) else None


def remember(memory: Path, folder: Path, receiver: str) -> None:
    """Remember which receiver is served from a folder, if that could be away some day.

    A folder on the same disk as the memory is there whenever the memory is. Raises OSError.
    """
    if served_before(memory, folder) == receiver:
        return
    if _nearest(memory).stat().st_dev == folder.stat().st_dev:
        return
    durable.make_folder(memory.parent)
    known = {**_remembered(memory), str(folder): receiver}
    durable.write_replacing(memory, canonical({"format_version": FORMAT_VERSION, **known}))


def _remembered(memory: Path) -> dict[str, object]:
    try:
        return parse(memory.read_bytes(), memory.name)
    except (FileNotFoundError, NotADirectoryError, FormatError):
        return {}


def _nearest(path: Path) -> Path:
    """The path, or the nearest folder above it that exists."""
    while not path.exists():
        path = path.parent
    return path
