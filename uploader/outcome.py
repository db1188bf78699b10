"""What an attempt works on and what comes of it: values that several modules pass on."""

import hashlib
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from holdfast.sidecar import Sidecar
from uploader.items import SegmentClaim
from uploader.policy import Decision
from uploader.transport import Chunk

_BLOCK_BYTES: Final = 1 << 20
_LARGE_BYTES: Final = 64 * 1024 * 1024
_MOST: Final = 64
_Stamp = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a try; `status` is HTTP's, None where no answer came."""

    decision: Decision
    sent_bytes: int = 0
    status: int | None = None


@dataclass(frozen=True, slots=True)
class OpenSegment:
    """A claimed segment with its file, open for reading."""

    claim: SegmentClaim
    sidecar: Sidecar
    descriptor: int

    def is_unchanged(self) -> bool:
        """Whether the file is what its sidecar says. Reads all of it."""
        size_bytes = os.fstat(self.descriptor).st_size
        if size_bytes != self.sidecar.size_bytes:
            return False
        return _sha256(self.descriptor, 0, size_bytes - 1) == self.sidecar.sha256

    def chunk(self, first: int, last: int) -> Chunk:
        """A stretch of it with its digest; `last` is inclusive."""
        whole = last - first + 1 == self.sidecar.size_bytes
        return Chunk(
            descriptor=self.descriptor,
            first=first,
            last=last,
            sha256=self.sidecar.sha256 if whole else _sha256(self.descriptor, first, last),
            whole_bytes=self.sidecar.size_bytes,
            whole_sha256=self.sidecar.sha256,
        )


class Checked:
    """Which large files were read whole and found unchanged by this process. For several threads.

    Reading 64 GiB again after each break would keep the link idle for minutes; a file that was
    touched since, by whatever the file system notices, is read again. Rotten bytes are found by the
    receiver, which compares the whole.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[tuple[str, int], _Stamp] = OrderedDict()

    def is_unchanged(self, segment: OpenSegment) -> bool:
        """Whether the file is what its sidecar says."""
        key, stamp = (segment.claim.recording, segment.claim.segment), _stamp(segment)
        with self._lock:
            if self._found.get(key) == stamp:
                return True
        if not segment.is_unchanged() or _stamp(segment) != stamp:
            return False
        if segment.sidecar.size_bytes >= _LARGE_BYTES:
            with self._lock:
                self._found[key] = stamp
                while len(self._found) > _MOST:
                    self._found.popitem(last=False)
        return True


def _stamp(segment: OpenSegment) -> _Stamp:
    found = os.fstat(segment.descriptor)
    return (
        segment.sidecar.sha256,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )


def _sha256(descriptor: int, first: int, last: int) -> str:
    digest = hashlib.sha256()
    position = first
    while position <= last:
        block = os.pread(descriptor, min(_BLOCK_BYTES, last + 1 - position), position)
        if not block:
            break
        digest.update(block)
        position += len(block)
    return digest.hexdigest()
