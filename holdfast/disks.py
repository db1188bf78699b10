"""Which disks a folder's bytes are on, and which computer that is, so that two can be compared.

What one program says of itself is told to another as short texts without a meaning elsewhere. It
only looks: at the system's tables of mounts and block devices.
"""

import hashlib
import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.jsonform import Json, Reader

_MOUNTS: Final = Path("/proc/self/mountinfo")
_BLOCK_DEVICES: Final = Path("/sys/dev/block")
_NOT_ON_A_DISK_HERE: Final = frozenset(
    {"tmpfs", "ramfs", "nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "fuse.sshfs"}
)
_UNKNOWN_BOOT: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A computer, and the disks of it that hold something; no disks where that is not known."""

    computer: str
    disks: frozenset[str]

    def may_share_a_disk(self, other: "Place") -> bool:
        """Whether one broken disk may take both; what is not known counts as a yes."""
        if self.computer != other.computer:
            return False
        return not self.disks or not other.disks or not self.disks.isdisjoint(other.disks)

    def to_json(self) -> Json:
        return {"computer": self.computer, "disks": sorted(self.disks)}

    @classmethod
    def from_json(cls, value: Json) -> "Place":
        reader = Reader(value, "the place")
        return cls(reader.text("computer"), frozenset(map(str, reader.items("disks"))))


def place_of(folder: Path, clock: Clock) -> Place:
    """Where a folder's bytes are. Raises OSError."""
    return Place(_computer(clock.boot_id()), _disks(folder))


def unknown_place(clock: Clock) -> Place:
    """Where bytes are that may be on any disk, perhaps one of this computer."""
    return Place(_computer(clock.boot_id()), frozenset())


def kinds_of(folder: Path) -> frozenset[str]:
    """The kinds of file system that a folder is on, such as `ext4`; none where nobody says."""
    if not _MOUNTS.exists():
        return frozenset()
    device = folder.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    return frozenset(kind for kind, _ in _mounted(number))


def _computer(boot_id: str) -> str:
    # A container has its host's boot id, but a name of its own.
    named = platform.node() if boot_id == _UNKNOWN_BOOT else boot_id
    return hashlib.sha256(f"holdfast {named}".encode()).hexdigest()[:16]


def _disks(folder: Path) -> frozenset[str]:
    device = folder.stat().st_dev
    if not _MOUNTS.exists():
        return frozenset({f"device {device}"})
    number = f"{os.major(device)}:{os.minor(device)}"
    if (_BLOCK_DEVICES / number).exists():
        return _below(_BLOCK_DEVICES / number)
    for kind, source in _mounted(number):
        if kind in _NOT_ON_A_DISK_HERE:
            return frozenset({f"{kind} {number}"})
        if source.startswith("/dev/") and Path(source).is_block_device():
            # A file system over several devices, as btrfs, has a number of its own.
            own = Path(source).stat().st_rdev
            return _below(_BLOCK_DEVICES / f"{os.major(own)}:{os.minor(own)}")
    return frozenset()


def _mounted(number: str) -> list[tuple[str, str]]:
    """Kind and source of each file system with this device number (proc(5), mountinfo)."""
    found = []
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        place, _, system = line.partition(" - ")
        fields, described = place.split(), system.split()
        if len(fields) > 2 and fields[2] == number and len(described) > 1:
            found.append((described[0], described[1]))
    return found


def _below(device: Path) -> frozenset[str]:
    """The disks that a block device is made of: itself, its whole disk, or what it lies on."""
    device = device.resolve()
    if (device / "partition").exists():
        device = device.parent
    slaves = device / "slaves"
    lower = sorted(slaves.iterdir()) if slaves.is_dir() else []
    if lower:
        return frozenset().union(*map(_below, lower))
    return frozenset({f"block {device.name}"})
