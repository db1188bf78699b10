"""What is here of a recording that never became whole, as one film: from its start to the gap.

There is no manifest to go by, so the segments themselves say how far they belong together.
"""

from collections.abc import Callable, Iterator

from holdfast import fragments
from holdfast.fragments import VIDEO_TICKS
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.assemble import join_parts
from server.jobs.kinds import Piece
from server.jobs.parts import CannotSucceed, PartFiles

_SLACK_TICKS = VIDEO_TICKS // 10
"""A part's clock never goes back; a new part's begins anew."""


def assemble_partial(
    folder: ReceivedRecording, attempt: str, progress: Callable[[float], None]
) -> Piece:
    """Write the film under a temporary name. Raises CannotSucceed, Damaged, NoRoom, OSError."""
    part = _first_part(folder)
    made = join_parts(folder, [part], attempt, progress)[0]
    return Piece(made.temporary, folder.partial)


def _first_part(folder: ReceivedRecording) -> PartFiles:
    found = list(_until_the_gap(folder))
    if not found:
        raise CannotSucceed("The first segment is not here, so there is nothing to play.")
    end_s = sum(duration_s for _, duration_s, _ in found)
    return PartFiles(
        part=0,
        offset_s=0.0,
        duration_s=end_s,
        frames=sum(frames for _, _, frames in found),
        paths=tuple(folder.segment(number) for number, _, _ in found),
    )


def _until_the_gap(folder: ReceivedRecording) -> Iterator[tuple[int, float, int]]:
    """Number, length in seconds and pictures of each segment that follows the one before it."""
    number, end_ticks, first_init = 0, 0, b""
    while folder.segment(number).exists():
        init, pieces = fragments.read(folder.segment(number))
        held = fragments.content(init, pieces)
        first_init = first_init or init.data
        if init.data != first_init or not held.video_pts:
            return
        if held.video_pts[0] < end_ticks - _SLACK_TICKS:
            return
        end_ticks = held.video_pts[0] + held.video_duration
        yield number, held.video_duration / VIDEO_TICKS, held.frames
        number += 1
