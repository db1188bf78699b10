"""What is written when a recording's first frame is there: who is recorded, with what, since when.

The announcement is a durable file, written once and never changed; of each part there is a line for
the journal.
"""

from datetime import timedelta

from desktop.recording.journal_file import disk_error
from desktop.recording.model import RecordingRequest
from desktop.recording.part import Medium
from desktop.recording.sources import Frame
from desktop.recording.versions import versions
from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.durable import write_new
from holdfast.journal import PartStarted
from holdfast.jsonform import canonical
from holdfast.layout import RecordingFolder


def announce(request: RecordingRequest, medium: Medium, zero_ns: int, clock: Clock) -> None:
    """Write down that it has begun, at `zero_ns`. Raises DiskFull or FolderUnwritable."""
    folder = RecordingFolder(request.folder)
    since_zero = timedelta(microseconds=(clock.monotonic_ns() - zero_ns) // 1000)
    announcement = Announcement(
        recording=request.recording,
        session=request.session,
        participant=request.participant,
        study=request.study,
        prompt=request.prompt,
        take=request.take,
        device=request.device,
        app_version=request.app_version,
        started_at=rfc3339(clock.now() - since_zero),
        boot_id=clock.boot_id(),
        started_monotonic_ns=zero_ns,
        video=medium.video,
        audio=medium.audio,
        extra={"versions": versions()},
    )
    try:
        write_new(folder.announce, canonical(announcement.to_json()))
    except OSError as error:
        raise disk_error(error, folder) from error


def part_started(
    request: RecordingRequest, medium: Medium, offset_s: float, first: Frame, clock: Clock
) -> PartStarted:
    """The line of the journal that says where and how a part begins."""
    return PartStarted(
        part=request.part,
        offset_s=offset_s,
        reason=request.reason,
        first_segment=request.first_segment,
        started_monotonic_ns=first.time_ns,
        boot_id=clock.boot_id(),
        video=medium.video,
        audio=medium.audio,
    )
