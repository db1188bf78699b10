"""A device that sends while it is watched whether all that is shown is true."""

import itertools
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.chain import wait_for
from tests.support.honest import Honesty, assert_home_once
from tests.support.live_receiver import LiveReceiver
from uploader.identity import Enrolment
from uploader.items import Network
from uploader.settings import UploadSettings
from uploader.worker import Worker

NAME = "receiver.test"


@dataclass
class Sender:
    """A device with recordings to send, and whatever is in its way."""

    device: Device
    receiver: LiveReceiver
    recordings: dict[str, RecordingOnDisk]
    before: dict[str, list[bytes]]
    url: str
    settings: UploadSettings

    def record(self, *sizes: int) -> RecordingOnDisk:
        recording = self.device.record(*sizes)
        self.recordings[recording.id] = recording
        self.before[recording.id] = recording.segment_bytes()
        return recording

    def enrolment(self) -> Enrolment | None:
        found = self.device.installation.enrolment()
        return None if found is None else replace(found, url=self.url)

    def worker(self) -> Worker:
        """A worker whose waits are the shortest that chance allows."""
        installation = self.device.installation
        return Worker(
            installation.queue,
            self.enrolment,
            installation.adopt,
            installation.clock,
            self.settings,
            self.device.events.append,
            uniform=lambda least, _most: least,
        )

    @contextmanager
    def sending(self) -> Iterator[Worker]:
        """Send in the background while it is watched whether all that is shown is true."""
        worker, stop = self.worker(), threading.Event()
        thread = threading.Thread(target=worker.run, args=(stop,))
        queue = self.device.installation.queue
        thread.start()
        try:
            with Honesty(queue, self.receiver.data, list(self.recordings.values())):
                yield worker
        finally:
            stop.set()
            thread.join()

    def is_home(self) -> bool:
        return all(each.folder.receipt.exists() for each in self.recordings.values())

    def wait_until_home(self, worker: Worker) -> None:
        """Wait for every receipt and every light; a person presses "Try now" now and then."""
        queue = self.device.installation.queue
        presses = itertools.cycle([True] + [False] * 9)

        def lit() -> bool:
            if all(queue.recording(each).custody.verified for each in self.recordings):
                return True
            if next(presses):
                worker.try_now()
            return False

        wait_for(lit, "everything is verified")
        assert self.is_home()

    def network(self) -> Network:
        return self.device.installation.queue.network().state

    def why(self) -> str:
        return self.device.installation.queue.recording(next(iter(self.recordings))).why

    def assert_home(self) -> None:
        enrolment = self.device.installation.enrolment()
        assert enrolment is not None
        for name, recording in self.recordings.items():
            assert_home_once(
                self.device.installation.queue,
                self.receiver.data,
                recording,
                enrolment.receiver_key,
                self.before[name],
            )

    def send_home(self) -> None:
        """Everything at once, for faults that need nothing done about them."""
        with self.sending() as worker:
            self.wait_until_home(worker)
        self.assert_home()

    def tries(self) -> int:
        """Attempts that were counted against something of a recording."""
        queue = self.device.installation.queue
        return sum(sum(each.attempts for each in queue.segments(name)) for name in self.recordings)


class Names:
    """The name of the receiver, and what it is looked up to."""

    def __init__(self) -> None:
        self.addresses: list[tuple[int, str]] = []
        self._real = socket.getaddrinfo

    def look_up(self, host: Any, port: Any, *more: Any, **named: Any) -> Any:
        if host != NAME:
            return self._real(host, port, *more, **named)
        if not self.addresses:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return [
            (family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port))
            for family, address in self.addresses
        ]


def named(url: str) -> str:
    return url.replace("127.0.0.1", NAME)
