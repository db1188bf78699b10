"""Runs a receiver: the lock on its data, the listener, the worker process, signals."""

import signal
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

from holdfast.clock import Clock
from holdfast.locks import Lock, try_lock
from server.app import create_app
from server.caretaker import Caretaker
from server.domain.mounts import prove
from server.domain.soundness import put_aside, what_is_wrong
from server.jobs.supervisor import WorkerSupervisor
from server.listener import Listener
from server.logs import LogSettings
from server.ops.deliveries import Deliveries
from server.ops.periodic import Periodic
from server.ops.silence import SilenceWatch
from server.receiver import Receiver, open_receiver
from server.settings import Dialects, Settings

if TYPE_CHECKING:
    from server.api.dialects.progress import ProgressServer

_DELIVER_EVERY_S: Final = 2.0
_LOOK_EVERY_S: Final = 30.0
_READ_BYTES: Final = 4096
_PATIENCE_S: Final = 1.0
"""For what is done now and then when the receiver stops: all of it can be cut off anywhere."""


class AlreadyServed(Exception):
    """Another process serves this data folder; the message is a sentence for a person."""


class Server:
    """One receiver, bound to its address. `run` returns after `stop`.

    `expected` is the receiver that is known to live in the folder. Raises WrongFolder, before
    anything is written, and what `open_receiver` raises.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        expected: str | None = None,
        log: LogSettings | None = None,
    ) -> None:
        prove(settings.data, expected, on_sqlite=settings.engines.is_database_here)
        self._lock = _take(settings)
        wrong = what_is_wrong(settings.data.database)
        if settings.engines.is_database_here and wrong is not None:
            put_aside(settings.data, wrong, clock)
        self._receiver = open_receiver(settings.data, clock, settings.engines, settings.bounds)
        self._receiver.heal()
        self._receiver.admission.keep_reserve()
        self._caretaker = Caretaker(self._receiver)
        app = create_app(settings, clock, self._receiver)
        self._listener = Listener(app, settings, clock)
        is_alone = settings.engines.is_queue_here and settings.workers == 1
        self._workers = [
            WorkerSupervisor(
                settings.data_folder, settings.engines, log or LogSettings(), is_alone=is_alone
            )
            for _ in range(settings.workers)
        ]
        self._periodic = _periodic(self._receiver, clock)
        self._progress = _progress(self._receiver, settings)
        self.url = self._listener.url
        self._receiver.remember_url(settings.public_url or self.url)

    @property
    def receiver_id(self) -> str:
        """Whose folder this is."""
        return self._receiver.identity.receiver

    def run(self, on_ready: Callable[[], None]) -> None:
        """Serve until `stop` is called; calls `on_ready` when requests are accepted."""
        for worker in self._workers:
            worker.start()
        for each in self._periodic:
            each.start()
        self._caretaker.start()
        if self._progress is not None:
            self._progress.start()
        try:
            on_ready()
            self._listener.run()
        finally:
            if self._progress is not None:
                self._progress.stop()
            for worker in self._workers:
                worker.stop()
            for each in self._periodic:
                each.stop(_PATIENCE_S)
            self._caretaker.stop()
            self._receiver.close()
            self._lock.release()

    def stop(self) -> None:
        """End `run` once what has begun is answered; called again, at once.

        Safe in a signal handler and from any thread.
        """
        self._listener.stop()

    def stop_on_signals(self) -> None:
        """Make SIGTERM and SIGINT call `stop`."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda _signal, _frame: self.stop())

    def stop_at_end_of(self, stream: BinaryIO) -> None:
        """Call `stop` where this ends: whoever holds its other end is gone, however that came."""

        def wait() -> None:
            while stream.read(_READ_BYTES):
                continue
            self.stop()

        threading.Thread(target=wait, name="parent-watch", daemon=True).start()


def _periodic(receiver: Receiver, clock: Clock) -> list[Periodic]:
    deliveries = Deliveries(receiver.database, clock)
    silence = SilenceWatch(receiver.database, clock, receiver.operating.silent_after)
    return [
        Periodic("webhooks", _DELIVER_EVERY_S, deliveries.send_due),
        Periodic("silence", _LOOK_EVERY_S, silence.look),
    ]


def _progress(receiver: Receiver, settings: Settings) -> "ProgressServer | None":
    if settings.dialects.mode is Dialects.OFF:
        return None
    from server.api.dialects.progress import ProgressServer

    try:
        return ProgressServer(receiver, settings)
    except OSError as error:
        raise AlreadyServed(
            f"The port {settings.dialects.progress_port} for progress cannot be used ({error}). "
            "Nothing that was received was touched; choose another with --dialects-port."
        ) from error


def _take(settings: Settings) -> Lock:
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = try_lock(settings.data.serve_lock)
    if lock is None:
        raise AlreadyServed(
            f"Another receiver already serves {settings.data_folder}. "
            "Nothing was changed; stop that one first, or choose another folder."
        )
    return lock
