"""Gives up a segment that is gone for good: a second manifest names it lost, and the rest is sent.

Only what is neither whole here nor at the receiver can be given up. The first manifest stays beside
the second, a damaged file goes into the quarantine, and the order of the steps is such that each of
them may be the last one before a power cut: doing it again carries on.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from holdfast import durable, salvage
from holdfast.jsonform import FormatError, canonical
from holdfast.layout import RecordingFolder
from holdfast.manifest import Gap, Manifest, ManifestSegment
from holdfast.protocol import SegmentStatus, segments_status_path
from uploader.attempt import patiently
from uploader.confirm import Asker
from uploader.errors import TransportError, UploaderError
from uploader.installation import Installation
from uploader.items import AT_HOME, LEFT_ALONE, RecordingSnapshot
from uploader.policy import Action, Answer, decide

GIVEN_UP: Final = "given up"
REPLACES: Final = "replaces_manifest_sha256"
"""Key of a second manifest: the digest of the one before."""
_STAYS: Final = "Nothing was given up"


class NotGivenUp(UploaderError):
    """A segment cannot be given up; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A segment that is gone, its place on the recording's clock in seconds, and why.

    `changed` is its file where there is one that is not what was recorded.
    """

    folder: RecordingFolder
    segment: int
    start_s: float
    duration_s: float
    reason: str
    changed: Path | None


class GivingUp:
    """Gives up segments of one installation; `asker` is None while it is not enrolled."""

    def __init__(self, installation: Installation, asker: Asker | None) -> None:
        self._installation = installation
        self._asker = asker

    def loss(self, recording: RecordingSnapshot, segment: int, reason: str) -> Loss:
        """What would be lost. Raises NotGivenUp where it is not gone, OSError."""
        if recording.step in AT_HOME | LEFT_ALONE:
            raise NotGivenUp(f"{_STAYS}: nothing of this recording has to be sent any more.")
        folder = RecordingFolder(Path(recording.folder))
        if not self._installation.queue.is_here(folder):
            raise NotGivenUp(f"{_STAYS}: the disk with this recording is not connected.")
        manifest = _manifest(folder)
        listed = next((each for each in manifest.segments if each.segment == segment), None)
        if listed is None:
            raise NotGivenUp(f"{_STAYS}: this recording has no segment {segment}.")
        if listed.lost is not None:
            raise NotGivenUp(f"{_STAYS}: segment {segment} was given up before ({listed.lost}).")
        path = folder.segment(segment, listed.container)
        if _is_whole(path, listed):
            raise NotGivenUp(f"{_STAYS}: segment {segment} is whole on this computer.")
        self._require_gone_there(recording.id, listed)
        return Loss(
            folder,
            segment,
            listed.start_s,
            listed.duration_s,
            reason,
            path if path.exists() else None,
        )

    def _require_gone_there(self, recording: str, listed: ManifestSegment) -> None:
        if self._asker is None:
            # It was never enrolled, so no receiver ever got anything.
            return
        status = self._status(self._asker, recording, listed.segment)
        if status.complete and status.sha256 == listed.sha256:
            raise NotGivenUp(
                f"{_STAYS}: the receiver has segment {listed.segment} whole. Press Retry, and it "
                "is not asked for again."
            )

    def _status(self, asker: Asker, recording: str, segment: int) -> SegmentStatus:
        question = {"segments": [{"recording": recording, "segment": segment}]}

        def ask() -> Answer:
            return asker.transport.send_json("POST", segments_status_path(), question)

        try:
            answer = patiently(ask, asker.stop)
            decision = decide(answer, asker.clock.now())
            if decision.action is Action.DONE:
                return SegmentStatus.from_json((answer.body or {})["segments"][0])
            why = decision.reason
        except TransportError as error:
            why = str(error)
        except (FormatError, LookupError, TypeError):
            why = "Its answer makes no sense."
        raise NotGivenUp(
            f"{_STAYS}, because the receiver cannot be asked whether it has the segment. {why}"
        )

    def give_up(self, loss: Loss) -> Manifest:
        """Write the second manifest, and let the queue follow it. Raises NotGivenUp, OSError."""
        with salvage.abandoned(loss.folder) as nobody_is_left:
            if not nobody_is_left:
                raise NotGivenUp(f"{_STAYS}: the recording is in use just now. Try again later.")
            before = _manifest(loss.folder)
            after = without(before, loss.segment, loss.reason)
            after = after.signed(self._installation.identity.sign)
            _keep(loss.folder, before)
            if loss.changed is not None:
                durable.move_aside(loss.changed, loss.folder.quarantine)
            durable.write_replacing(loss.folder.manifest, canonical(after.to_json()))
        # The same that every start does: what stands on disk is what the queue says.
        self._installation.adopt()
        self._installation.queue.retry(loss.folder.recording)
        return after


def without(manifest: Manifest, segment: int, reason: str) -> Manifest:
    """The manifest that names a segment lost, unsigned."""
    segments = tuple(
        replace(each, lost=reason) if each.segment == segment else each
        for each in manifest.segments
    )
    (lost,) = (each for each in segments if each.segment == segment)
    end_s = max(
        (each.start_s + each.duration_s for each in segments if each.lost is None), default=0.0
    )
    gap = Gap(lost.start_s, round(lost.start_s + lost.duration_s, 6), GIVEN_UP)
    return replace(
        manifest,
        segments=segments,
        gaps=tuple(sorted((*manifest.gaps, gap), key=lambda each: each.from_s)),
        duration_s=round(end_s, 6),
        signature=None,
        announcement=replace(
            manifest.announcement,
            extra={**manifest.announcement.extra, REPLACES: manifest.digest()},
        ),
    )


def _keep(folder: RecordingFolder, manifest: Manifest) -> None:
    data = canonical(manifest.to_json())
    for number in range(1, len(manifest.segments) + 2):
        path = folder.earlier_manifest(number)
        try:
            durable.write_new(path, data)
        except FileExistsError:
            if path.read_bytes() == data:
                return
        else:
            return


def _manifest(folder: RecordingFolder) -> Manifest:
    manifest = salvage.read_manifest(folder)
    if manifest is None:
        raise NotGivenUp(f"{_STAYS}: the recording has not ended yet.")
    return manifest


def _is_whole(path: Path, listed: ManifestSegment) -> bool:
    try:
        same_size = path.stat().st_size == listed.size_bytes
        return same_size and durable.sha256_file(path) == listed.sha256
    except FileNotFoundError:
        return False
