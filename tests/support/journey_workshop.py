"""What the runs of the journey's model share, and what one of them knows of its recordings."""

import atexit
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

from flask import Flask

from holdfast.locks import Lock
from server.api.context import EXTENSION
from server.app import create_app
from server.receiver import Receiver
from server.settings import Settings
from tests.recordings import RecordingOnDisk
from tests.support.model_runs import quick_folder
from tests.support.queues import LeapingClock


class Workshop:
    """What all runs share, so that each begins quickly: the folder and the application.

    Flask takes a tenth of a second to be set up anew, and what it learns in it has nothing to do
    with what is tried here.
    """

    def __init__(self) -> None:
        self.root = quick_folder()
        atexit.register(shutil.rmtree, self.root, ignore_errors=True)
        self.clock = ClockOfTheRun()
        self.app: Flask | None = None

    def application(self, receiver: Receiver, settings: Settings) -> Flask:
        """The one application, over this receiver."""
        if self.app is None:
            self.app = create_app(settings, self.clock, receiver)
        self.app.extensions[EXTENSION] = (receiver, settings)
        return self.app


class ClockOfTheRun:
    """Shows the time of the run that is on."""

    def __init__(self) -> None:
        self.of: LeapingClock = LeapingClock()

    def now(self) -> datetime:
        return self.of.now()

    def monotonic_ns(self) -> int:
        return self.of.monotonic_ns()

    def asleep_ns(self) -> int:
        return self.of.asleep_ns()

    def boot_id(self) -> str:
        return self.of.boot_id()


@cache
def workshop() -> Workshop:
    """The one of this process."""
    return Workshop()


@dataclass
class Recorded:
    """One recording as it was made, and what the receiver said about it."""

    on_disk: RecordingOnDisk
    recorder: Lock
    """Held as long as somebody records."""
    segments: list[bytes] = field(default_factory=list)
    has_ended: bool = False
    acknowledged: set[int] = field(default_factory=set)
    """Segments that the receiver said it has, since it was last brought back from a backup."""
    ever: set[int] = field(default_factory=set)
    receipt: bytes | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """The receiver's folder on an earlier day, and what it had acknowledged by then."""

    folder: Path
    acknowledged: dict[str, set[int]]
    receipts: dict[str, bytes | None]
