"""A real queue in a real home, with a clock that a test moves, also by leaps of the wall clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, some_device
from tests.support.manual_clock import ManualClock
from uploader.database import Database, open_queue_database
from uploader.instances import Instance
from uploader.queue import Queue


class LeapingClock(ManualClock):
    """A clock whose wall time can be set, as a person or a time server does."""

    def __init__(self) -> None:
        super().__init__()
        self.leapt = timedelta()

    def now(self) -> datetime:
        return super().now() + self.leapt

    def leap(self, seconds: float) -> None:
        """Move the wall clock alone."""
        self.leapt += timedelta(seconds=seconds)


@dataclass
class QueueInHome:
    """One process's view of a home's queue."""

    home: Home
    clock: LeapingClock
    database: Database
    instance: Instance
    queue: Queue
    device: DeviceOnPaper

    @classmethod
    def open(
        cls, root: Path, clock: LeapingClock, device: DeviceOnPaper | None = None
    ) -> "QueueInHome":
        """Open the queue in `root`, as a process of its own would."""
        home = Home(root)
        instance = Instance.begin(home, clock)
        database = open_queue_database(home)
        queue = Queue(database, instance, clock)
        return cls(home, clock, database, instance, queue, device or some_device())

    def die(self) -> None:
        """End like a killed process: the lock is gone, the claims are not."""
        self.instance.lock.release()
        self.database.close()

    def close(self) -> None:
        """End in good order."""
        self.database.close()
        self.instance.end()
