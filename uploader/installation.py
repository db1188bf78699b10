"""Everything of one home's uploader, joined: identity, queue, worker. The composition root.

Commands and the station open one of these instead of joining the parts themselves. Opening it
sends nothing.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from holdfast import durable, overflow
from holdfast.clock import Clock, rfc3339
from holdfast.layout import Home
from uploader.adopt import Adoption, adopt
from uploader.database import Database, open_queue_database
from uploader.decisions import Decisions
from uploader.errors import SecretsUnreadable
from uploader.identity import (
    Enrolment,
    Identity,
    Secrets,
    keep_enrolment,
    load_enrolment,
    open_secrets,
)
from uploader.instances import Instance
from uploader.items import UploadEvent
from uploader.queue import Queue
from uploader.settings import UploadSettings, load_settings

if TYPE_CHECKING:
    from uploader.worker import Worker

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installation:
    """One process's hold on a home's queue, until `close`."""

    home: Home
    clock: Clock
    settings: UploadSettings
    secrets: Secrets
    identity: Identity
    instance: Instance
    database: Database
    queue: Queue

    @classmethod
    def open(cls, home: Home, clock: Clock, *, with_overflow: bool = True) -> Self:
        """Open the home, creating what is missing. Raises UploaderError, OSError, SettingError.

        The installation's `home` is the one given, with the overflow folders that it has; a home
        of an hour, for a rehearsal, does without.
        """
        settings = load_settings(home.config, os.environ)
        durable.make_folder(home.root)
        secrets = open_secrets(home)
        identity = Identity.load_or_create(secrets, clock)
        if with_overflow:
            home = overflow.joined(home, os.environ, identity.device, clock.now())
        instance = Instance.begin(home, clock)
        try:
            database = open_queue_database(home)
        except BaseException:
            instance.end()
            raise
        queue = Queue(database, instance, clock, home)
        return cls(home, clock, settings, secrets, identity, instance, database, queue)

    @property
    def put_aside(self) -> Path | None:
        """Where a damaged queue database was put when this one was opened, or None."""
        return self.database.put_aside

    def adopt(self) -> Adoption:
        """Salvage, and give everything on disk its row in the queue."""
        trouble = self.overflow_trouble()
        found = adopt(self.home, self.queue, self.identity.sign)
        if trouble is not None and trouble.needs_a_person:
            found.troubles.append(str(trouble))
        return found

    def decisions(self) -> Decisions:
        """Keeping and discarding recordings."""
        return Decisions(self.queue, self.clock)

    def overflow_trouble(self) -> overflow.OverflowRefused | None:
        """Why the overflow folder of the settings cannot be used now; None where it can.

        One that is named for the first time is made ready.
        """
        try:
            overflow.make_ready(self.home, self.identity.device, self.clock.now())
        except overflow.OverflowRefused as error:
            return error
        return None

    def enrolment(self) -> Enrolment | None:
        """Where this device may send, as of now. Raises SecretsUnreadable, FormatError."""
        return load_enrolment(self.home, self.secrets)

    def worker(
        self,
        on_event: Callable[[UploadEvent], None],
        make_room: Callable[[], bool] = lambda: False,
        limit_bytes_s: int | None = None,
    ) -> "Worker":
        """A worker that sends what waits; `make_room` is asked where the queue's disk is full.

        `limit_bytes_s` comes before the settings' limit.
        """
        # The network client takes a tenth of a second to load, and who only records sends nothing.
        from uploader.new_key import OwnKeys
        from uploader.orders import Orders
        from uploader.studies import GivenStudies
        from uploader.worker import Worker

        settings = self.settings
        if limit_bytes_s is not None:
            settings = replace(settings, limit_rate_bytes_s=limit_bytes_s)
        return Worker(
            self.queue,
            self.enrolment,
            self.adopt,
            self.clock,
            settings,
            on_event,
            make_room=make_room,
            orders=Orders(self.home, self.queue, self.identity, self.clock),
            accept_key=self.accept_key,
            studies=GivenStudies(self.home),
            own_keys=OwnKeys(self.home, self.secrets, self.clock),
        )

    def accept_key(self, enrolment: Enrolment, new_key: str) -> None:
        """Know a receiver by this key from now on; the former one stays known for its receipts."""
        changed = replace(enrolment, receiver_key=new_key, enrolled_at=rfc3339(self.clock.now()))
        try:
            keep_enrolment(self.home, self.secrets, self.identity.device, changed)
        except (SecretsUnreadable, OSError) as error:
            # Asked again at the next look, as nothing is sent until then.
            _log.warning("the receiver's new key could not be kept: %s", error)

    def close(self) -> None:
        """Close the queue and give up this instance's claims."""
        self.queue.close()
        self.instance.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
