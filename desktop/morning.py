"""The morning rehearsal: one recording with the real devices through the whole chain, judged.

It is a recording like any other, of a participant whom everybody recognises, and stays at the
receiver as what shows that the chain held; one that does not get there is discarded. The doctor's
checks come before it. It prints nothing.
"""

import queue
import threading
from collections.abc import Iterator
from typing import Final

from desktop.check import Check
from desktop.morning_lights import (
    BY,
    ENROL,
    HOME_S,
    LIGHTS,
    NO_RECEIVER,
    PARTICIPANT,
    PROMPT,
    SECONDS,
)
from desktop.recording.model import CaptureRequest, Failed, Ready
from desktop.station import RecordingSaved, RecordingWish, Station, StationEvent
from desktop.windowless import opened_station
from holdfast.clock import Clock
from holdfast.command import Failure
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from uploader.errors import UploaderError
from uploader.identity import load_enrolment, open_secrets

_OPEN_S: Final = 60.0
_LOOK_EVERY_S: Final = 0.25


def journey_checks(
    home: Home,
    capture: CaptureRequest,
    clock: Clock,
    seconds: float = SECONDS,
    home_s: float = HOME_S,
) -> Iterator[Check]:
    """Record, send and wait for the four lights; one check for each. Raises Failure.

    Where this computer has no receiver there is no journey, and one check says so.
    """
    if not _is_enrolled(home):
        yield Check("journey", False, NO_RECEIVER, ENROL, essential=False)
        return
    inbox: queue.SimpleQueue[StationEvent] = queue.SimpleQueue()
    with opened_station(home, clock, inbox.put, checks_quality=False, uploads=True) as station:
        try:
            station.prepare(capture)
            recording = _recorded(station, inbox, seconds)
        except Failure as error:
            yield Check("journey", False, error.message)
            return
        yield from _lights(station, recording, clock, home_s)
        if not station.recording_snapshot(recording).custody.verified:
            station.discard(recording, BY)


def _is_enrolled(home: Home) -> bool:
    try:
        return load_enrolment(home, open_secrets(home)) is not None
    except (UploaderError, FormatError, OSError) as error:
        raise Failure(
            f"The enrolment cannot be read ({error}). Recordings are kept here."
        ) from error


def _recorded(station: Station, inbox: queue.SimpleQueue[StationEvent], seconds: float) -> str:
    wish = RecordingWish(participant=PARTICIPANT, prompt=PROMPT, seconds=seconds, kept_by=BY)
    while True:
        try:
            event = inbox.get(timeout=_OPEN_S + seconds)
        except queue.Empty as error:
            raise Failure("The devices do not answer. Nothing was recorded.") from error
        match event:
            case Ready() if station.active_recording is None:
                station.begin(wish)
            case Failed(sentence=sentence):
                raise Failure(sentence)
            case RecordingSaved(manifest=None) as saved:
                raise Failure(saved.trouble or "Nothing was recorded.")
            case RecordingSaved() as saved:
                return saved.recording


def _lights(station: Station, recording: str, clock: Clock, home_s: float) -> Iterator[Check]:
    deadline_ns = clock.monotonic_ns() + int(home_s * 1e9)
    nobody_stops = threading.Event()
    for light in LIGHTS:
        snapshot = station.recording_snapshot(recording)
        while not light.is_on(snapshot) and clock.monotonic_ns() < deadline_ns:
            nobody_stops.wait(_LOOK_EVERY_S)
            snapshot = station.recording_snapshot(recording)
        if light.is_on(snapshot):
            yield Check(light.name, True, light.detail)
        else:
            why = snapshot.why or f"Not within {home_s:.0f} s."
            yield Check(light.name, False, why, light.do)
