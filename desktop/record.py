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
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

import click

from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import CaptureRequest, Failed, MarkerSet, PartLost, Ready, SoundAlarm
from desktop.recording.quality import Quality
from desktop.settings import load_settings
from desktop.station import RecordingSaved, RecordingWish, Station, StationEvent, open_station
from desktop.station_events import (
    EndedForSpace,
    FromCamera,
    QualityChecked,
    Recovered,
    SpaceLow,
)
from desktop.supervisor import RecorderBack, RecorderLost
from holdfast.clock import Clock, SystemClock
from holdfast.command import Failure, WrongUsage, print_json, unusable_folder
from holdfast.ids import is_id
from holdfast.layout import Home
from holdfast.manifest import Manifest
from holdfast.settings_table import SettingError
from uploader.errors import UploaderError

_PARTICIPANT_BYTES = 3
_NOTHING = "Nothing was recorded."
_CUT_SHORT = "The recording ended before it should. What was recorded is safe and will be sent."
_QUALITY_S = 5.0
"""The check answers within 2 s; a busy computer may take longer to write it down."""
_NEVER_BEGAN = "Nothing was recorded: it was stopped before the first picture arrived."


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
    as_json: bool


@dataclass(frozen=True, slots=True)
class _StopAsked:
    """A person pressed Ctrl+C or the system asks us to end."""


@dataclass(slots=True)
class _Camera:
    """What is known of one camera: whether it is ready, why it was lost, what it recorded."""

    ready: Ready | None = None
    loss: str | None = None
    """The sentence about a loss after which nothing came."""
    saved: RecordingSaved | None = None
    quality: Quality | None = None


_Inbox = queue.SimpleQueue[StationEvent | _StopAsked]


def generated_participant() -> str:
    """An id for a participant whom nobody named: `P-` and six characters."""
    return f"P-{secrets.token_hex(_PARTICIPANT_BYTES).upper()}"


def run_record(home: Home, options: RecordOptions) -> None:
    """Record until the source ends, the time is up or somebody stops it. Raises Failure."""
    captures = _captures(home, options)
    wish = _wish(options)
    inbox: _Inbox = queue.SimpleQueue()
    clock = SystemClock()
    with opened_station(home, clock, inbox.put) as station, _stop_signals(inbox):
        if options.marker_stdin:
            threading.Thread(target=_read_markers, args=(station,), daemon=True).start()
        station.prepare(*captures)
        cameras = [_Camera() for _capture in captures]
        _record(station, wish, inbox, cameras, options.as_json)
        if station.checks_quality:
            _await_quality(inbox, cameras, clock)
        _report(station, cameras, options.as_json)


def _captures(home: Home, options: RecordOptions) -> list[CaptureRequest]:
    try:
        settings = load_settings(home.config, os.environ)
        captures = settings.captures(options.sources, options.audio)
    except SettingError as error:
        raise Failure(f"{error} {_NOTHING}") from error
    return [replace(each, as_fast=options.as_fast, with_preview=False) for each in captures]


def _wish(options: RecordOptions) -> RecordingWish:
    if options.session is not None and not is_id(options.session):
        raise WrongUsage(
            f"--session {options.session!r} is not the id of a session. {_NOTHING} "
            "holdfast queue list --json shows the ids; left out, a new session begins."
        )
    return RecordingWish(
        participant=options.participant or generated_participant(),
        prompt=options.prompt,
        session=options.session,
        seconds=options.seconds,
        kept_by="command",
    )


@contextmanager
def opened_station(
    home: Home,
    clock: Clock,
    on_event: Callable[[StationEvent], None],
    *,
    with_reserve: bool = True,
    checks_quality: bool = True,
) -> Iterator[Station]:
    """A station that records and sends nothing, started; closed at the end. Raises Failure."""
    try:
        settings = load_settings(home.config, os.environ)
        if not with_reserve:
            settings = replace(settings, ballast_bytes=0)
        if not checks_quality:
            settings = replace(settings, quality=replace(settings.quality, enabled=False))
        station = open_station(home, clock, on_event, uploads=False, settings=settings)
        station.start()
    except (SettingError, UploaderError) as error:
        raise Failure(f"{error} {_NOTHING}") from error
    except OSError as error:
        raise unusable_folder(home.root, error, _NOTHING) from error
    try:
        yield station
    finally:
        station.close()


@contextmanager
def _stop_signals(inbox: _Inbox) -> Iterator[None]:
    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        inbox.put(_StopAsked())

    earlier = {each: signal.signal(each, ask_to_stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _read_markers(station: Station) -> None:
    for line in sys.stdin:
        name = line.strip()
        if name:
            station.mark(name, "stdin")


def _record(
    station: Station,
    wish: RecordingWish,
    inbox: _Inbox,
    cameras: Sequence[_Camera],
    as_json: bool,
) -> None:
    """Record with all cameras at once; returns when each has saved what it took."""
    while any(each.saved is None for each in cameras):
        camera, event = _of_camera(cameras, inbox.get())
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
                raise Failure(_NEVER_BEGAN)
            case _StopAsked():
                station.stop_recording()
            case RecordingSaved():
                camera.saved = event
            case QualityChecked():
                camera.quality = event.quality
            case _:
                _tell(event, as_json)


def _tell(event: object, as_json: bool) -> None:
    if isinstance(event, RecorderLost | SoundAlarm | SpaceLow | EndedForSpace):
        click.echo(event.sentence, err=True)
    elif isinstance(event, Recovered):
        click.echo(f"{event.title}. {event.sentence}", err=True)
    elif isinstance(event, MarkerSet) and as_json:
        marker = {"t_s": event.t_s, "name": event.name}
        print_json({"marker": marker, "recording": event.recording})


def _begin_once_ready(station: Station, wish: RecordingWish, cameras: Sequence[_Camera]) -> None:
    ready = [each.ready for each in cameras if each.ready is not None]
    if len(ready) < len(cameras):
        return
    try:
        station.begin(wish)
    except NotEnoughSpace as error:
        raise Failure(error.sentence) from error
    except OSError as error:
        raise unusable_folder(station.recordings_folder, error, _NOTHING) from error
    if ready[0].audio_note is not None:
        click.echo(ready[0].audio_note, err=True)
    names = " and ".join(each.video.camera_name for each in ready)
    click.echo(f"Recording {wish.participant} from {names}. Ctrl+C stops and keeps it.", err=True)


def _await_quality(inbox: _Inbox, cameras: Sequence[_Camera], clock: Clock) -> None:
    """Hear what the check found, as long as it may take; the recordings are safe already."""
    waiting = [each for each in cameras if each.saved is not None and each.saved.manifest]
    deadline_ns = clock.monotonic_ns() + round(_QUALITY_S * 1e9)
    while any(each.quality is None for each in waiting):
        left_s = (deadline_ns - clock.monotonic_ns()) / 1e9
        try:
            # The recorder goes on telling of itself: that must not put the end off.
            camera, event = _of_camera(cameras, inbox.get(timeout=max(0.0, left_s)))
        except queue.Empty:
            return
        if left_s <= 0:
            return
        if isinstance(event, QualityChecked):
            camera.quality = event.quality


def _of_camera(cameras: Sequence[_Camera], event: object) -> tuple[_Camera, object]:
    if isinstance(event, FromCamera):
        return cameras[event.camera], event.event
    return cameras[0], event


def _report(station: Station, cameras: Sequence[_Camera], as_json: bool) -> None:
    """Say what each camera recorded; only then fail for the first one that has a fault."""
    faults = [_report_camera(station, each, as_json) for each in cameras]
    fault = next((each for each in faults if each is not None), None)
    if fault is not None:
        raise Failure(fault)


def _report_camera(station: Station, camera: _Camera, as_json: bool) -> str | None:
    saved = camera.saved
    assert saved is not None
    manifest = saved.manifest
    if saved.trouble is not None:
        return " ".join(each for each in (camera.loss, saved.trouble) if each)
    if manifest is None:
        return camera.loss or _NEVER_BEGAN
    if as_json:
        for gap in manifest.gaps:
            print_json({"gap": gap.to_json()})
        if camera.quality is not None:
            print_json({"quality": camera.quality.to_json(), "recording": saved.recording})
        print_json(station.recording_snapshot(saved.recording).to_json())
    else:
        click.echo(_summary(manifest))
        if camera.quality is not None:
            click.echo(camera.quality.words)
        click.echo(f"It is safe in {saved.folder} and waits to be sent.")
    if manifest.state == "interrupted":
        return camera.loss or _CUT_SHORT
    return None


def _summary(manifest: Manifest) -> str:
    lost = f", {manifest.lost_frames} lost" if manifest.lost_frames else ""
    gaps = f", {_count(len(manifest.gaps), 'gap')} noted" if manifest.gaps else ""
    return (
        f"Saved {manifest.announcement.participant}: {manifest.duration_s:.1f} s, "
        f"{_count(manifest.frames, 'frame')}{lost}, "
        f"{_count(len(manifest.segments), 'segment')}{gaps}."
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
