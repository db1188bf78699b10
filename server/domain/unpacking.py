"""Takes in suitcases: announces, puts, finalises and annotates as the API does, then answers.

It has no storage and no rules of its own: every byte goes through the services that answer devices
over the network, so what is here already is not stored again, and calling it again changes nothing.
Receipt and answer are written beside the recording, in the suitcase.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.exc import OperationalError

from holdfast import durable
from holdfast.annotations import Annotations, taken_in
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FormatError, Json, canonical, parse
from holdfast.layout import CONTAINERS
from holdfast.manifest import Manifest, ManifestSegment
from holdfast.protocol import STATUS_MOST, SegmentStatus, encode_key
from holdfast.suitcase import RECEIPT_MOST_BYTES, Answer, Paper, State, read_untrusted
from holdfast.suitcase_layout import PackedRecording, SuitcaseFolder
from server.auth.policy import Principal, Role
from server.domain.annotations import AnnotationVersions
from server.domain.chunks import Chunk
from server.domain.custody import Custody
from server.domain.devices import Devices
from server.domain.disk_errors import is_storage_full
from server.domain.identity import ReceiverIdentity
from server.domain.recordings import Recordings
from server.domain.refusals import Refusal
from server.domain.sessions import Sessions
from server.domain.suitcase import PackedSegment, Suitcase, SuitcaseRefused
from server.domain.uploads import Uploads

_SEGMENT_MOST = 999_999
_ANNOTATE_TRIES = 5


@dataclass(frozen=True, slots=True)
class Services:
    """What answers devices over the network, and answers a suitcase too."""

    identity: ReceiverIdentity
    devices: Devices
    sessions: Sessions
    uploads: Uploads
    recordings: Recordings
    annotations: AnnotationVersions
    custody: Custody
    clock: Clock


@dataclass(slots=True)
class Taken:
    """What became of one suitcase; lists and keys are recordings' ids."""

    suitcase: str
    device: str
    stored: list[str] = field(default_factory=list)
    """Stored now; its receipt is in the suitcase."""
    already: list[str] = field(default_factory=list)
    """Was here before; the same receipt is in the suitcase."""
    missing: dict[str, str] = field(default_factory=dict)
    """Recording -> what of it did not arrive yet."""
    refused: dict[str, str] = field(default_factory=dict)
    """Recording -> why it cannot be taken."""
    stored_bytes: int = 0
    unanswered: str | None = None
    """Why receipts could not be written into the suitcase."""

    def to_json(self) -> Json:
        return {
            "suitcase": self.suitcase,
            "device": self.device,
            "stored": self.stored,
            "already": self.already,
            "missing": [{"recording": each, "why": why} for each, why in self.missing.items()],
            "refused": [{"recording": each, "why": why} for each, why in self.refused.items()],
            "bytes": self.stored_bytes,
            "unanswered": self.unanswered,
        }


@dataclass(slots=True)
class _Segments:
    """What a suitcase brought of one recording's segments."""

    absent: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    stored_bytes: int = 0


class Unpacking:
    """Takes suitcases in, one at a time. Sizes in bytes."""

    def __init__(
        self, services: Services, segment_most_bytes: int, on_recording: Callable[[str], None]
    ) -> None:
        self._of = services
        self._segment_most_bytes = segment_most_bytes
        self._on_recording = on_recording

    def take(self, folder: SuitcaseFolder) -> Taken:
        """Take in a suitcase. Raises SuitcaseRefused, and OSError where it cannot be read."""
        suitcase = Suitcase.open(folder, self._of.identity, self._of.devices)
        taken = Taken(suitcase.header.suitcase, suitcase.header.device)
        for packed in folder.recordings():
            self._take_recording(suitcase, packed, taken)
            self._on_recording(packed.recording)
        return taken

    def _take_recording(self, suitcase: Suitcase, packed: PackedRecording, taken: Taken) -> None:
        was_stored = self._is_stored(suitcase, packed)
        answer = self._answered(suitcase, packed, taken)
        match answer.state:
            case "stored":
                (taken.already if was_stored else taken.stored).append(packed.recording)
            case "missing":
                taken.missing[packed.recording] = answer.detail
            case "refused":
                taken.refused[packed.recording] = answer.detail
        try:
            self._write(packed, answer)
        except OSError as error:
            taken.unanswered = error.strerror or str(error)

    def _answered(self, suitcase: Suitcase, packed: PackedRecording, taken: Taken) -> Answer:
        try:
            paper = suitcase.paper(packed)
        except FileNotFoundError:
            return self._answer(suitcase, packed, "missing", _UNFINISHED)
        except (FormatError, OSError) as error:
            return self._answer(suitcase, packed, "refused", _not_taken(error))
        try:
            return self._store(suitcase, packed, paper, taken)
        except FormatError as error:
            return self._answer(suitcase, packed, "refused", _not_taken(error))
        except Refusal as refusal:
            if refusal.code == "storage_full":
                raise SuitcaseRefused(_FULL) from refusal
            return self._answer(suitcase, packed, "refused", refusal.detail)
        except (OSError, OperationalError) as error:
            if is_storage_full(error):
                raise SuitcaseRefused(_FULL) from error
            raise

    # Storing ---------------------------------------------------------------------------------

    def _store(
        self, suitcase: Suitcase, packed: PackedRecording, paper: Paper, taken: Taken
    ) -> Answer:
        manifest = Manifest.from_json(paper.manifest)
        device = suitcase.header.device
        session = manifest.announcement.session
        self._of.sessions.announce(session, paper.session, device)
        self._of.sessions.announce_recording(packed.recording, paper.announcement, device)
        brought = self._put_segments(suitcase, packed, manifest)
        taken.stored_bytes += brought.stored_bytes
        try:
            self._of.recordings.finalise(packed.recording, paper.manifest, device)
        except Refusal as refusal:
            if refusal.code != "missing":
                raise
            return self._missing(suitcase, packed, brought, refusal)
        self._annotate(paper, device)
        return self._answer(suitcase, packed, "stored", _STORED)

    def _put_segments(
        self, suitcase: Suitcase, packed: PackedRecording, manifest: Manifest
    ) -> _Segments:
        found = _Segments()
        listed = [each for each in manifest.segments if each.lost is None]
        for segment, status in self._with_status(packed.recording, listed, suitcase.header.device):
            if status.complete and status.sha256 == segment.sha256:
                continue
            self._check(segment)
            brought = suitcase.segment(packed, segment)
            if brought is None:
                found.absent.append(segment.segment)
            elif not brought.is_unchanged():
                found.damaged.append(segment.segment)
            else:
                found.stored_bytes += self._put(brought, status, suitcase.header.device)
        return found

    def _with_status(
        self, recording: str, listed: list[ManifestSegment], device: str
    ) -> Iterator[tuple[ManifestSegment, SegmentStatus]]:
        for start in range(0, len(listed), STATUS_MOST):
            some = listed[start : start + STATUS_MOST]
            keys = [(recording, each.segment) for each in some]
            yield from zip(some, self._of.uploads.statuses(keys, device), strict=True)

    def _check(self, segment: ManifestSegment) -> None:
        if segment.size_bytes > self._segment_most_bytes:
            raise Refusal(
                "too_large",
                f"A segment may have at most {self._segment_most_bytes} bytes, segment "
                f"{segment.segment} has {segment.size_bytes}. Nothing of it was stored.",
            )
        if segment.container not in CONTAINERS or segment.segment > _SEGMENT_MOST:
            raise FormatError(f"segment {segment.segment} has no name that a segment can have")
        if segment.size_bytes == 0:
            raise FormatError(f"segment {segment.segment} is empty")

    def _put(self, segment: PackedSegment, status: SegmentStatus, device: str) -> int:
        """Store the pieces that are not here yet of a segment that was found whole; their bytes.

        Raises Refusal, OSError.
        """
        stored_bytes = 0
        listed = segment.listed
        wanted = status.missing or ((0, listed.size_bytes - 1),)
        for first, data in segment.pieces():
            last = first + len(data) - 1
            if not any(start <= last and first <= end for start, end in wanted):
                continue
            body = _Bytes(data)
            chunk = Chunk(first, last, listed.size_bytes, body.sha256(), listed.sha256)
            self._of.uploads.put(segment.packed.recording, listed.segment, device, chunk, body)
            stored_bytes += len(data)
        return stored_bytes

    def _annotate(self, paper: Paper, device: str) -> None:
        if paper.annotations is None:
            return
        own = Annotations.from_json(paper.annotations)
        writer = Principal(Role.DEVICE, device)
        for _ in range(_ANNOTATE_TRIES):
            current = self._of.annotations.current(paper.recording, device).annotations
            following = taken_in(own, current)
            if following.content() == current.content():
                return
            try:
                self._of.annotations.write(paper.recording, following.to_json(), writer)
                return
            except Refusal as refusal:
                if refusal.code != "stale":
                    raise

    # Answering -------------------------------------------------------------------------------

    def _missing(
        self,
        suitcase: Suitcase,
        packed: PackedRecording,
        brought: _Segments,
        refusal: Refusal,
    ) -> Answer:
        owed = sorted(refusal.more["missing"])
        damaged = [each for each in brought.damaged if each in owed]
        what = f"{len(owed)} of its segments did not arrive"
        if damaged:
            what += f", {len(damaged)} of them because their copies are damaged"
        answer = self._answer(suitcase, packed, "missing", f"{what}. {_PACK_AGAIN}")
        absent = tuple(each for each in owed if each not in damaged)
        return replace(answer, missing=absent, damaged=tuple(damaged))

    def _answer(
        self, suitcase: Suitcase, packed: PackedRecording, state: State, detail: str
    ) -> Answer:
        return Answer(
            suitcase=suitcase.header.suitcase,
            recording=packed.recording,
            receiver=self._of.identity.receiver,
            at=rfc3339(self._of.clock.now()),
            state=state,
            detail=detail,
            playable=state == "stored" and self._is_playable(suitcase, packed),
        )

    def _is_stored(self, suitcase: Suitcase, packed: PackedRecording) -> bool:
        try:
            row = self._of.custody.row(packed.recording, suitcase.header.device)
        except Refusal:
            return False
        return row.state == "stored"

    def _is_playable(self, suitcase: Suitcase, packed: PackedRecording) -> bool:
        return self._of.custody.view(packed.recording, suitcase.header.device).is_playable

    def _write(self, packed: PackedRecording, answer: Answer) -> None:
        """Put receipt and answer into the suitcase, where they are not there already."""
        if answer.state == "stored":
            receipt = self._of.recordings.receipt(packed.recording, None)
            if _there(packed.receipt) != parse(receipt, "the receipt"):
                durable.write_replacing(packed.receipt, receipt)
        before = _there(packed.answer)
        if before is not None and _said(before) == _said(answer.to_json()):
            return
        signed = answer.signed(lambda data: encode_key(self._of.identity.key.sign(data).signature))
        durable.write_replacing(packed.answer, canonical(signed.to_json()))


_PACK_AGAIN = (
    "What arrived is safe here; back on the computer, holdfast queue export packs the rest."
)
_UNFINISHED = f"Copying it was not finished. {_PACK_AGAIN}"
_STORED = "It is stored; its receipt is beside this answer."
_FULL = (
    "The receiver's disk is full. What was taken is safe and has its receipt; make room, then "
    "run the same command again."
)


def _not_taken(error: FormatError | OSError) -> str:
    said = str(error) if isinstance(error, FormatError) else error.strerror or str(error)
    return f"It was not taken: {said}. {_PACK_AGAIN}"


def _there(path: Path) -> Json | None:
    """What stands in a file of the suitcase; None where nothing does that can be read."""
    try:
        return parse(read_untrusted(path, RECEIPT_MOST_BYTES), path.name)
    except (FileNotFoundError, FormatError):
        return None


def _said(answer: Json) -> Json:
    """An answer but for when it was given."""
    return {key: value for key, value in answer.items() if key not in ("at", "signature")}


class _Bytes:
    """A piece that was read, as the body of a request."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sha256 = hashlib.sha256(data).hexdigest()

    def sha256(self) -> str:
        return self._sha256

    def blocks(self) -> Iterator[bytes]:
        yield self._data
