"""What the kiosk may know besides the visit: recorder, queue, camera; also at their worst."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.framing import Advice
from desktop.kiosk.state import FlowState
from desktop.recording.quality import Finding, Quality
from desktop.ui.kiosk.facts import Facts
from desktop.ui.recorder_state import Phase, Problem, RecorderState
from tests.ui.kiosk_visits import NUMBER, PROMPTS, SESSION, recording_id
from tests.ui.station_script import AUDIO, VIDEO, queue_of
from tests.ui.station_script import recording as scripted_recording
from uploader.items import Network, QueueSnapshot, RecordingSnapshot, Step

HEARD = RecorderState(phase=Phase.READY, video=VIDEO, audio=AUDIO, level_db=-20.0, peak_db=-12.0)
SECRET = "CameraError: [Errno 16] Device or resource busy: '/dev/video0' (code 422)"


def sent(
    number: int, prompt: int, step: Step = Step.PLAYABLE, **changes: object
) -> RecordingSnapshot:
    made = replace(
        scripted_recording(number, step=step, prompt=PROMPTS[prompt].id),
        id=recording_id(number),
        session=SESSION,
        participant=NUMBER,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of the snapshot


def facts_of(flow: FlowState, **changes: object) -> Facts:
    made = Facts(flow, recorder=HEARD, advice=Advice.GOOD, lit=True, heard=True)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Facts


def at_their_worst(flow: FlowState) -> Facts:
    """Everything that can say something says something that is not for participants."""
    broken = replace(
        HEARD,
        problem=Problem(SECRET, SECRET, "busy"),
        audio_note=SECRET,
        sound_alarm=SECRET,
        not_growing=SECRET,
        in_overflow=SECRET,
        overload=SECRET,
    )
    failed = sent(1, 0, Step.FAILED, why=SECRET)
    waiting = sent(3, 1, Step.SEGMENTS, why=SECRET, next_try_at=datetime(2026, 11, 21, tzinfo=UTC))
    queue = replace(queue_of(failed, waiting, network=Network.RECEIVER_UNREACHABLE), why=SECRET)
    odd = Quality(
        9, 0.1, 1.0, 1.0, 1.0, 1.0, 1.0, 4.0, 30.0, 90, 40, SECRET, (Finding("new", SECRET),)
    )
    return facts_of(
        replace(flow, trouble=SECRET),
        recorder=broken,
        queue=queue,
        qualities={recording_id(number): odd for number in range(1, 5)},
        cannot_play=True,
    )


def three(*others: RecordingSnapshot, network: Network = Network.ONLINE) -> QueueSnapshot:
    by_id = {each.id: each for each in (sent(1, 0), sent(3, 1), sent(4, 2), *others)}
    discarded = sent(2, 1, Step.DISCARDED, decision="discarded")
    elsewhere = replace(sent(9, 0, Step.FAILED), session=recording_id(77))
    return queue_of(*by_id.values(), discarded, elsewhere, network=network)
