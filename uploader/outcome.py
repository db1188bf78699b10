"""What an attempt works on and what comes of it: values that several modules pass on."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from holdfast.manifest import ManifestSegment
from holdfast.sidecar import Sidecar
from uploader.items import SegmentClaim
from uploader.policy import Decision
from uploader.transport import Chunk

_BLOCK_BYTES: Final = 1 << 20


def _nobody_waits() -> None:
    return None


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
    sidecar: Sidecar | ManifestSegment
    """What the file should be; the manifest says it too, where the sidecar is gone."""
    descriptor: int

    def is_unchanged(self, step: Callable[[], None] = _nobody_waits) -> bool:
        """Whether the file is what its sidecar says. Reads all of it, and calls `step` in between.

        Raises what `step` raises.
        """
        size_bytes = os.fstat(self.descriptor).st_size
        if size_bytes != self.sidecar.size_bytes:
            return False
        return _sha256(self.descriptor, 0, size_bytes - 1, step) == self.sidecar.sha256

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


def _sha256(
    descriptor: int, first: int, last: int, step: Callable[[], None] = _nobody_waits
) -> str:
    digest = hashlib.sha256()
    position = first
    while position <= last:
        block = os.pread(descriptor, min(_BLOCK_BYTES, last + 1 - position), position)
        if not block:
            break
        digest.update(block)
        position += len(block)
        step()
    return digest.hexdigest()
