"""What the presenter makes of events and a queue, and the recordings that tests of it speak of."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce

from desktop.recording.disk import Space
from desktop.recording.model import PartBegan, PartLost
from desktop.ui.asked import RecordAsked
from desktop.ui.facts import Facts
from desktop.ui.presenter import present
from desktop.ui.recorder_state import RecorderState, after
from desktop.ui.views import WindowView
from tests.ui.station_script import NO_QUEUE, READY, progress, recording
from uploader.items import QueueSnapshot, Step

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
OFFLINE = "Offline since 14:02. Recordings are safe on this computer and will be sent."
REFUSED = "The receiver refused this recording: it does not know the study."

BEGAN = PartBegan("recording", 0, 0.0, 1)
LOST = PartLost("recording", "device_lost", "Camera 'X' was unplugged.")
RECORDING = (READY, RecordAsked(), BEGAN, progress(elapsed_s=462, size_bytes=554_400_000))

HOME = recording(1, step=Step.PLAYABLE)
FREED = replace(HOME, custody=replace(HOME.custody, saved=False, freed=True))
VERIFIED = recording(2, step=Step.VERIFIED)
WAITING = recording(3)
FAILED = recording(4, step=Step.FAILED, why=REFUSED)


def view(
    *events: object,
    queue: QueueSnapshot | None = NO_QUEUE,
    space: Space | None = None,
    **more: object,
) -> WindowView:
    recorder = reduce(after, events, RecorderState())
    facts = Facts(source="0", now=NOW, recorder=recorder, queue=queue, space=space, zone=UTC)
    return present(replace(facts, **more))  # type: ignore[arg-type]  # fields of Facts
