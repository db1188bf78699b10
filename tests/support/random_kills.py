"""Recording and sending go on for a while, and at random instants something is killed.

What died is started again with the ordinary command, as a person or a service manager would. The
same seed gives the same victims in the same order; the instants depend on the computer as well.
"""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import click
import psutil

from holdfast.clock import SystemClock
from holdfast.layout import RecordingFolder
from tests.support.chain import Chain, Process
from tests.support.nothing_lost import (
    LOSS_MOST_S,
    Closed,
    assert_nothing_lost,
    closed_segments,
    lost_s,
    wait_for_lights,
)

CLOCK = SystemClock()


@dataclass
class RandomKills:
    """One run on a chain whose receiver answers. `tell` is given a line for each kill."""

    chain: Chain
    seed: int
    recording_s: float
    tell: Callable[[str], None] = click.echo
    closed: Closed = field(default_factory=dict)
    while_open: list[tuple[RecordingFolder, int, str]] = field(default_factory=list)
    """Kills that met an open segment: recording, monotonic time, victim."""

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.upload = self._start_upload()
        self.record = self._start_record()
        self._pause = threading.Event()

    def run(self, kills: int | None, seconds: float) -> None:
        """Kill so often within about so many seconds (None: about every four), then check."""
        started_ns = CLOCK.monotonic_ns()
        count = max(1, round(seconds / 4)) if kills is None else kills
        for at_s in sorted(self.random.uniform(1.0, seconds) for _ in range(count)):
            self._record_until(started_ns + int(at_s * 1e9))
            victim = self.random.choice(sorted(_VICTIMS))
            self.tell(f"{(CLOCK.monotonic_ns() - started_ns) / 1e9:8.2f} s   {victim}")
            self._note_what_is_closed(victim)
            _VICTIMS[victim](self)
        self._finish()

    def _record_until(self, until_ns: int) -> None:
        while CLOCK.monotonic_ns() < until_ns:
            if not self.record.is_running:
                assert self.record.wait() == 0, self.record.said()
                self.record = self._start_record()
            assert self.upload.is_running, self.upload.said()
            self._pause.wait(0.02)

    def _note_what_is_closed(self, victim: str) -> None:
        self.closed.update(closed_segments(self.chain.folders()))
        folders = self.chain.folders()
        records = victim in _RECORDING and self.record.is_running and self.record.children()
        if records and folders[-1:] and folders[-1].open_parts():
            self.while_open.append((folders[-1], CLOCK.monotonic_ns(), victim))

    def _finish(self) -> None:
        self.record.stop()
        begun = [each for each in self.chain.folders() if each.announce.exists()]
        assert begun, "nothing was ever recorded; let it run longer"
        wait_for_lights(self.chain, self.upload)
        assert_nothing_lost(self.chain, self.closed)
        for folder, killed_ns, victim in self.while_open:
            lost = lost_s(folder, killed_ns)
            assert lost <= LOSS_MOST_S, f"{victim} cost {lost:.2f} s of {folder.path}"
        self.chain.stop_receiver()
        self.chain.assert_nothing_left()

    # What a person or a service manager would start --------------------------------------------

    def _start_record(self) -> Process:
        return self.chain.record(self.random.uniform(0.5, 1.5) * self.recording_s)

    def _start_upload(self) -> Process:
        return self.chain.start("upload", "--json")

    # Victims -----------------------------------------------------------------------------------

    def recorder(self) -> None:
        """The recorder, if there is one; the station starts another."""
        _kill_children(self.record)

    def station(self) -> None:
        self.record.kill()
        self.record = self._start_record()

    def station_and_recorder(self) -> None:
        self.record.kill_group()
        self.record = self._start_record()

    def uploader(self) -> None:
        self.upload.kill()
        self.upload = self._start_upload()

    def receiver(self) -> None:
        assert self.chain.receiver is not None
        self.chain.receiver.kill()
        self.chain.serve_again()

    def receiver_while_it_starts(self) -> None:
        assert self.chain.receiver is not None
        self.chain.receiver.kill()
        starting = self.chain.start("serve", "--data", str(self.chain.data.root), "--port", "0")
        self._pause.wait(self.random.uniform(0.1, 1.5))
        starting.kill()
        self.chain.serve()

    def worker(self) -> None:
        """The receiver's worker and the job it does, if any; the receiver starts another."""
        assert self.chain.receiver is not None
        _kill_children(self.chain.receiver)

    def command_that_adopts(self) -> None:
        looking = self.chain.start("queue", "list")
        self._pause.wait(self.random.uniform(0.1, 1.0))
        looking.kill()

    def everything(self) -> None:
        assert self.chain.receiver is not None
        for each in (self.record, self.upload, self.chain.receiver):
            each.kill_group()
        self.chain.serve()
        self.upload = self._start_upload()
        self.record = self._start_record()


_VICTIMS: dict[str, Callable[[RandomKills], None]] = {
    "recorder": RandomKills.recorder,
    "station": RandomKills.station,
    "station and recorder": RandomKills.station_and_recorder,
    "uploader": RandomKills.uploader,
    "receiver": RandomKills.receiver,
    "receiver while it starts": RandomKills.receiver_while_it_starts,
    "worker": RandomKills.worker,
    "command that adopts": RandomKills.command_that_adopts,
    "everything": RandomKills.everything,
}
_RECORDING = {"recorder", "station", "station and recorder", "everything"}


def _kill_children(process: Process) -> None:
    for child in process.children():
        try:
            child.kill()
        except psutil.NoSuchProcess:
            continue
