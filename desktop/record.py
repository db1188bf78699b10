"""`holdfast record`: one recording without a window, from the command line to the manifest.

It stands on the station alone and sends nothing; what it recorded waits in the queue.
"""

import os
import queue
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from types import FrameType

import click

from desktop.control import ControlServer, ControlUnavailable, socket_path
from desktop.control_desk import StationDesk
from desktop.record_report import NEVER_BEGAN, Camera, of_camera, report, take_saved, tell
from desktop.record_study import AWAITS_CONSENT, Asked, by_study, captured_for, study_named
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import (
    CaptureRequest,
    Failed,
    PartBegan,
    PartLost,
    Ready,
)
from desktop.recording.states import State
from desktop.settings import load_settings
from desktop.station import RecordingSaved, RecordingWish, Station, StationEvent
from desktop.station_events import (
    QualityChecked,
)
from desktop.study_values import Study
from desktop.supervisor import RecorderBack
from desktop.sync_mark import OFF, SERIES_S, SyncMarks, SyncPlayer, flashes_by_itself
from desktop.windowless import NOTHING, opened_station
from holdfast.clock import Clock, SystemClock
from holdfast.command import Failure, WrongUsage, unusable_folder
from holdfast.ids import is_id
from holdfast.layout import Home
from holdfast.settings_table import SettingError

_PARTICIPANT_BYTES = 3
_BEFORE_END_S = 0.5
"""Of a recording that ends by itself, between its closing sync mark and its end."""
_QUALITY_S = 5.0
"""The check answers within 2 s; a busy computer may take longer to write it down."""


@dataclass(frozen=True, slots=True)
class RecordOptions:
    """The command line of `holdfast record`."""

    sources: tuple[str, ...]
    audio: str | None
    seconds: float | None
    participant: str | None
    session: str | None
    prompt: str | None
    as_fast: bool
    marker_stdin: bool
    control: bool
    as_json: bool
    sync_mark: str | None = None
    """Which ends are marked by flashes and beeps; None: what the settings say."""
    study: str | None = None
    """A study's file, or its id."""
    consent: str | None = None
    """Version of the text that the participant agreed to just now."""
    awaits_consent: bool = False
    """Whether nothing of the session leaves before they agreed."""
    after_accept: bool = False
    """Whether nothing leaves before somebody keeps it, also where the settings do not say so."""


@dataclass(frozen=True, slots=True)
class _StopAsked:
    """A person pressed Ctrl+C or the system asks us to end; the second time it is urgent."""

    is_urgent: bool = False


_Inbox = queue.SimpleQueue[StationEvent | _StopAsked]


def generated_participant() -> str:
    """An id for a participant whom nobody named: `P-` and six characters."""
    return f"P-{secrets.token_hex(_PARTICIPANT_BYTES).upper()}"


def run_record(home: Home, options: RecordOptions) -> None:
    """Record until the source ends, the time is up or somebody stops it. Raises Failure."""
    study = None if options.study is None else study_named(home, options.study)
    if study is not None:
        options = _by_study(options, study)
    captures, sync_mark = _captures(home, options, study)
    wish = _wish(options)
    inbox: _Inbox = queue.SimpleQueue()
    clock = SystemClock()
    with (
        opened_station(home, clock, inbox.put) as station,
        _stop_signals(inbox),
        sync_marks_of(station, sync_mark) as marks,
        _controlled(home, station) if options.control else nullcontext(),
    ):
        if options.marker_stdin:
            threading.Thread(target=_read_markers, args=(station,), daemon=True).start()
        station.prepare(*captures)
        cameras = [Camera() for _capture in captures]
        _record(station, wish, inbox, cameras, marks, options.as_json)
        if station.checks_quality:
            _await_quality(inbox, cameras, clock)
        report(station, cameras, options.as_json)


def _by_study(options: RecordOptions, study: Study) -> RecordOptions:
    asked = by_study(
        study,
        Asked(
            participant=options.participant,
            prompt=options.prompt,
            seconds=options.seconds,
            consent=options.consent,
            awaits_consent=options.awaits_consent,
            after_accept=options.after_accept,
        ),
    )
    if asked.awaits_consent and not options.awaits_consent and study.consent is not None:
        versions = " or ".join(study.consent_versions)
        click.echo(AWAITS_CONSENT.format(version=versions), err=True)
    return replace(
        options,
        study=study.id,
        participant=asked.participant,
        seconds=asked.seconds,
        awaits_consent=asked.awaits_consent,
        after_accept=asked.after_accept,
    )


def _captures(
    home: Home, options: RecordOptions, study: Study | None
) -> tuple[list[CaptureRequest], str]:
    """What to capture, and which ends of the recording are marked."""
    try:
        settings = load_settings(home.config, os.environ)
        captures = settings.captures(options.sources, options.audio)
    except SettingError as error:
        raise Failure(f"{error} {NOTHING}") from error
    sync_mark = options.sync_mark or settings.sync_mark
    if flashes_by_itself(captures[0].source):
        sync_mark = OFF
    quiet = [replace(each, as_fast=options.as_fast, with_preview=False) for each in captures]
    if study is not None:
        named = options.audio is not None
        quiet = [captured_for(study, each, sound_named=named) for each in quiet]
    return quiet, sync_mark


def _wish(options: RecordOptions) -> RecordingWish:
    if options.session is not None and not is_id(options.session):
        raise WrongUsage(
            f"--session {options.session!r} is not the id of a session. {NOTHING} "
            "holdfast queue list --json shows the ids; left out, a new session begins."
        )
    return RecordingWish(
        participant=options.participant or generated_participant(),
        study=options.study,
        consent=options.consent,
        awaits_consent=options.awaits_consent,
        prompt=options.prompt,
        session=options.session,
        seconds=options.seconds,
        kept_by="command",
        after_accept=options.after_accept or None,
    )


@contextmanager
def sync_marks_of(station: Station, when: str) -> Iterator[SyncMarks]:
    """The sync marks of a recording without a window; what cannot be shown is told."""

    def tell(trouble: str) -> None:
        click.echo(trouble, err=True)

    marks = SyncMarks(when, SyncPlayer(), station.mark, tell)
    marks.get_ready()
    try:
        yield marks
    finally:
        marks.close()


@contextmanager
def _stop_signals(inbox: _Inbox) -> Iterator[None]:
    asked = 0

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked += 1
        inbox.put(_StopAsked(is_urgent=asked > 1))

    earlier = {each: signal.signal(each, ask_to_stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _stop(asked: _StopAsked, station: Station, inbox: _Inbox, marks: SyncMarks) -> None:
    """Stop, after a closing sync mark where one is wished for and there is time."""
    wait_s = 0.0 if asked.is_urgent else _closing_mark(station, marks)
    if wait_s > 0:
        _later(wait_s, lambda: inbox.put(_StopAsked(is_urgent=True)))
    else:
        station.stop_recording()


def _closing_mark(station: Station, marks: SyncMarks) -> float:
    """Seconds until the closing mark is over; while it is paused, none could be recorded."""
    return 0.0 if station.state is State.PAUSED else marks.begin_to_close()


def _mark_start(event: object, wish: RecordingWish, marks: SyncMarks, station: Station) -> None:
    if not isinstance(event, PartBegan) or event.part:
        return
    marks.open()
    seconds = wish.seconds
    if marks.closes and seconds is not None and seconds > 2 * SERIES_S + _BEFORE_END_S:
        # So early that it is in a recording that ends by itself.
        _later(seconds - SERIES_S - _BEFORE_END_S, lambda: _closing_mark(station, marks))


def _later(wait_s: float, do: Callable[[], object]) -> None:
    timer = threading.Timer(wait_s, do)
    timer.daemon = True
    timer.start()


@contextmanager
def _controlled(home: Home, station: Station) -> Iterator[None]:
    server = ControlServer(socket_path(home), StationDesk(station), SystemClock())
    try:
        server.start()
    except ControlUnavailable as error:
        raise Failure(f"{error} {NOTHING}") from error
    try:
        yield
    finally:
        server.close()


def _read_markers(station: Station) -> None:
    for line in sys.stdin:
        name = line.strip()
        if name:
            station.mark(name, "stdin")


def _record(
    station: Station,
    wish: RecordingWish,
    inbox: _Inbox,
    cameras: Sequence[Camera],
    marks: SyncMarks,
    as_json: bool,
) -> None:
    """Record with all cameras at once; returns when each has saved what it took."""
    while any(each.saved is None for each in cameras):
        camera, event = of_camera(cameras, inbox.get())
        begun = all(each.ready is not None for each in cameras)
        match event:
            case Ready() if camera.ready is None:
                camera.ready = event
                _begin_once_ready(station, wish, cameras)
            case Failed() if not begun:
                kind = WrongUsage if event.wrong_usage else Failure
                raise kind(event.sentence)
            case Failed() | PartLost():
                camera.loss = event.sentence
            case RecorderBack():
                camera.loss = None
            case _StopAsked() if not begun:
                raise Failure(NEVER_BEGAN)
            case _StopAsked():
                _stop(event, station, inbox, marks)
            case RecordingSaved():
                take_saved(station, camera, event, as_json)
            case QualityChecked():
                camera.quality[event.recording] = event.quality
            case _:
                _mark_start(event if camera is cameras[0] else None, wish, marks, station)
                tell(event, as_json)


def _begin_once_ready(station: Station, wish: RecordingWish, cameras: Sequence[Camera]) -> None:
    ready = [each.ready for each in cameras if each.ready is not None]
    if len(ready) < len(cameras):
        return
    try:
        station.begin(wish)
    except NotEnoughSpace as error:
        raise Failure(error.sentence) from error
    except OSError as error:
        raise unusable_folder(station.recordings_folder, error, NOTHING) from error
    for note in (ready[0].audio_note, station.overflow_trouble()):
        if note is not None:
            click.echo(note, err=True)
    names = " and ".join(each.video.camera_name for each in ready)
    click.echo(f"Recording {wish.participant} from {names}. Ctrl+C stops and keeps it.", err=True)


def _await_quality(inbox: _Inbox, cameras: Sequence[Camera], clock: Clock) -> None:
    """Hear what the check found, as long as it may take; the recordings are safe already."""
    saved = [(each, each.saved) for each in cameras if each.saved and each.saved.manifest]
    deadline_ns = clock.monotonic_ns() + round(_QUALITY_S * 1e9)
    while any(each.recording not in camera.quality for camera, each in saved):
        left_s = (deadline_ns - clock.monotonic_ns()) / 1e9
        try:
            # The recorder goes on telling of itself: that must not put the end off.
            camera, event = of_camera(cameras, inbox.get(timeout=max(0.0, left_s)))
        except queue.Empty:
            return
        if left_s <= 0:
            return
        if isinstance(event, QualityChecked):
            camera.quality[event.recording] = event.quality
