"""How a recorder stands at the moment, as one value. It changes nothing and waits for nothing."""

from desktop.recording.capture import Capture
from desktop.recording.model import Progress
from desktop.recording.one_recording import OneRecording
from desktop.recording.part import Totals
from holdfast.clock import Clock


def progress_of(recording: OneRecording, capture: Capture, clock: Clock) -> Progress:
    """May be called from any thread, whatever the devices do."""
    part, pauses = recording.part, recording.pauses
    totals = part.totals if part else Totals()
    level_db, peak_db = capture.level_db()
    return Progress(
        recording=part.request.recording if part else None,
        elapsed_s=max(part.elapsed_s, pauses.reached_s) if part else 0.0,
        frames=totals.frames,
        lost_frames=totals.lost_frames,
        fps=capture.fps,
        bytes_on_disk=totals.bytes_on_disk,
        level_db=level_db,
        peak_db=peak_db,
        last_frame_ns=capture.source_clock.newest_ns,
        lost_sound_s=totals.lost_sound_s,
        silence_s=totals.silence_s,
        paused_s=pauses.paused_s if part else 0.0,
        behind_s=part.behind_s if part else 0.0,
        picture_age_s=capture.source_clock.age_s(clock.monotonic_ns()),
    )
