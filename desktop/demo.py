"""`holdfast demo`: the whole chain on this machine, once, from the scene to four lights.

Receiver and uploader are child processes, as they are in earnest; the station records here. It
touches only its own home and shared memory, uses a free port on loopback, and leaves nothing
running.
"""

import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from desktop.children import READY_LINE, command, end, ended_by_signals, environment, finished
from desktop.record import generated_participant
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import CaptureRequest, Failed, Ready
from desktop.station import RecordingSaved, RecordingWish, Station, StationEvent
from desktop.windowless import opened_station
from holdfast.clock import Clock, SystemClock
from holdfast.command import Failure, print_json, unusable_folder
from holdfast.durable import make_folder
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from uploader.items import RecordingSnapshot

LIGHTS_S = 90.0
"""How long the demo waits for the last light after the recording has ended."""
_LOOK_EVERY_S = 0.1
_COMMAND_S = 60.0


@dataclass(frozen=True, slots=True)
class _Receiver:
    url: str
    data: ReceiverData


@dataclass(frozen=True, slots=True)
class _Recorder:
    station: Station
    inbox: queue.SimpleQueue[StationEvent]


def run_demo(home_folder: Path | None, seconds: float, as_json: bool) -> None:
    """Run the demo and print what it showed. Raises Failure unless all four lights are on."""
    clock = SystemClock()
    started_ns = clock.monotonic_ns()
    home = Home(home_folder.absolute() if home_folder else _own_folder())
    _make(home)
    tell = _teller(as_json)
    tell(f"The demo keeps everything in {home.root}")
    # Whatever needs no other part starts at once: the recorder's process loads while the receiver
    # does, and the link is made while the recording runs.
    with (
        ended_by_signals(),
        _recorder(home, clock) as recorder,
        _receiver(home) as receiver,
        ThreadPoolExecutor(max_workers=1) as beside,
        _child(["upload", "--json"], home, "upload.log"),
    ):
        tell(f"1. The receiver runs on {receiver.url}")
        tell("2. This computer is enrolled there; its token is stored, the receiver's key pinned")
        link = beside.submit(_one_time_link, home, receiver)
        saved = _record(recorder, seconds, tell)
        snapshot = _wait_for_lights(recorder.station, saved.recording, clock, tell)
        page = link.result()
    took_s = (clock.monotonic_ns() - started_ns) / 1e9
    file = receiver.data.recording(snapshot.session, snapshot.id).assembled
    if as_json:
        print_json(
            {
                "recordings": [snapshot.to_json()],
                "file": str(file),
                "dashboard": page,
                "seconds": round(took_s, 1),
            }
        )
    else:
        _show(snapshot, file, page, receiver, took_s)
    if not _all_lights(snapshot):
        raise Failure(
            f"Not every light is on, {LIGHTS_S:g} s after the recording ended. {snapshot.why} "
            f"The recording is safe in {snapshot.folder}; {home.logs} says more."
        )


def _make(home: Home) -> None:
    try:
        make_folder(home.root)
    except OSError as error:
        raise unusable_folder(home.root, error, "Nothing was recorded.") from error


def _own_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="holdfast-demo-"))


class _Tell:
    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet

    def __call__(self, sentence: str) -> None:
        if not self._quiet:
            click.echo(sentence)


def _teller(as_json: bool) -> _Tell:
    return _Tell(quiet=as_json)


def _run(words: Sequence[str], known: Mapping[str, str]) -> Any:
    """Run one of our commands with `--json` and return what it printed."""
    try:
        done = finished([*words, "--json"], known, _COMMAND_S)
    except subprocess.TimeoutExpired as error:
        raise Failure(
            f"The demo stopped: `holdfast {words[0]}` did not end within {_COMMAND_S:g} s. "
            "Nothing outside the demo's own folder was touched; try again when this computer "
            "has less to do."
        ) from error
    if done.returncode != 0:
        raise Failure(f"The demo stopped at `holdfast {words[0]}`: {done.stderr.strip()}")
    return json.loads(done.stdout)


@contextmanager
def _receiver(home: Home) -> Iterator[_Receiver]:
    """A receiver where this computer is enrolled; its code is made while it starts."""
    data = ReceiverData(home.receiver)
    known = environment(home)
    words = ["serve", "--data", str(data.root), "--host", "127.0.0.1", "--port", "0"]
    with _child(words, home, "serve.log", stdout=subprocess.PIPE) as process:
        add = ["admin", "--data", str(data.root), "device", "add", "demo"]
        code = _run(add, known)["code"]
        url = _address(process, home)
        _run(["enrol", url, code], known)
        yield _Receiver(url, data)


def _address(process: subprocess.Popen[str], home: Home) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(READY_LINE):
            return line.removeprefix(READY_LINE).split()[0]
    raise Failure(f"The receiver did not start; {home.logs / 'serve.log'} says why.")


@contextmanager
def _child(
    words: Sequence[str], home: Home, log_name: str, stdout: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    make_folder(home.logs)
    with (home.logs / log_name).open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command(words),
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=stdout if stdout is not None else log,
            stderr=log,
            text=True,
        )
        try:
            yield process
        finally:
            end(process)


def _one_time_link(home: Home, receiver: _Receiver) -> str:
    added = _run(
        ["admin", "--data", str(receiver.data.root), "user", "add", "demo", "--role", "operator"],
        environment(home),
    )
    return str(added["link"])


@contextmanager
def _recorder(home: Home, clock: Clock) -> Iterator[_Recorder]:
    inbox: queue.SimpleQueue[StationEvent] = queue.SimpleQueue()
    # A home that nobody comes back to needs no reserve for the next time, and what is wrong with a
    # drawn scene nobody needs to know.
    with opened_station(
        home, clock, inbox.put, with_reserve=False, with_overflow=False, checks_quality=False
    ) as station:
        station.prepare(CaptureRequest(source="test", with_preview=False))
        yield _Recorder(station, inbox)


def _record(recorder: _Recorder, seconds: float, tell: _Tell) -> RecordingSaved:
    while True:
        match recorder.inbox.get():
            case Ready():
                tell(f"3. Recording {seconds:g} s of the built-in scene, uploading meanwhile ...")
                _begin(recorder.station, seconds)
            case Failed(sentence=sentence):
                raise Failure(sentence)
            case RecordingSaved() as saved:
                tell(f"4. Saved in {saved.folder}")
                return saved


def _begin(station: Station, seconds: float) -> None:
    wish = RecordingWish(participant=generated_participant(), seconds=seconds, kept_by="demo")
    try:
        station.begin(wish)
    except NotEnoughSpace as error:
        raise Failure(error.sentence) from error


def _wait_for_lights(
    station: Station, recording: str, clock: Clock, tell: _Tell
) -> RecordingSnapshot:
    deadline_ns = clock.monotonic_ns() + int(LIGHTS_S * 1e9)
    nobody_asks_to_stop = threading.Event()
    while True:
        snapshot = station.recording_snapshot(recording)
        if _all_lights(snapshot):
            tell("5. Everything has arrived; the receiver has joined it and decoded both ends")
            return snapshot
        if clock.monotonic_ns() > deadline_ns:
            tell(f"5. Still waiting after {LIGHTS_S:g} s: {snapshot.why}")
            return snapshot
        nobody_asks_to_stop.wait(_LOOK_EVERY_S)


def _lights(snapshot: RecordingSnapshot) -> dict[str, tuple[bool, str]]:
    custody = snapshot.to_json()["custody"]
    received = custody["received"]
    return {
        "saved": (custody["saved"], "every segment is on disk and matches its hash"),
        "received": (
            received["segments"] == snapshot.segments,
            f"{received['segments']} of {snapshot.segments} segments, {received['bytes']} bytes",
        ),
        "verified": (custody["verified"], "the receiver's signed receipt matches and is stored"),
        "playable": (custody["playable"], "the receiver joined it and decoded both ends"),
    }


def _all_lights(snapshot: RecordingSnapshot) -> bool:
    return all(lit for lit, _evidence in _lights(snapshot).values())


def _own_command() -> str:
    """How the person called us, so that what is shown can be pasted."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "holdfast" else "holdfast"


def _show(
    snapshot: RecordingSnapshot, file: Path, link: str, receiver: _Receiver, took_s: float
) -> None:
    click.echo("")
    click.echo(
        f"Recording {snapshot.participant}, {snapshot.duration_s:.1f} s, {snapshot.frames} frames"
    )
    for name, (lit, evidence) in _lights(snapshot).items():
        click.echo(f"  {'✓' if lit else '✗'} {name:<9} {evidence if lit else 'not yet'}")
    click.echo("")
    click.echo(f"The file:  {file}")
    port = receiver.url.rpartition(":")[2]
    click.echo(f"The page:  {link}")
    click.echo("           The link works once, while the receiver runs. To run it again:")
    click.echo(f"           {_own_command()} serve --data {receiver.data.root} --port {port}")
    click.echo(f"Demo time: {took_s:.1f} s")
