"""Opens a receiver's data folder and joins the domain's services over it. No HTTP here."""

import time
from contextlib import nullcontext
from dataclasses import dataclass

from holdfast import durable
from holdfast.clock import Clock
from holdfast.locks import Lock, try_lock
from holdfast.receiver_layout import ReceiverData
from server.blobs.base import Blobs
from server.blobs.store import Store, open_store
from server.db.engine import Database, DatabaseUnusable, open_database
from server.db.migrate import upgrade
from server.db.models import MetaRow
from server.domain.annotations import AnnotationVersions
from server.domain.confirmations import Confirmations
from server.domain.custody import Custody
from server.domain.devices import Devices
from server.domain.identity import ReceiverIdentity, load_or_create
from server.domain.previews import Previews
from server.domain.provisional import Provisional
from server.domain.rebuild import Rebuild
from server.domain.recordings import Recordings
from server.domain.replacements import Replacements
from server.domain.sessions import Sessions
from server.domain.uploads import Uploads
from server.domain.users import Users
from server.engines import OUT_OF_THE_BOX, Engines, require_same
from server.jobs.bell import Bell, open_bell
from server.jobs.queue import JobQueue

_SETUP_WAIT_S = 600
_SETUP_POLL_S = 0.05
_URL = "url"
_DEFAULT_URL = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Everything that one receiver can do."""

    data: Store
    database: Database
    clock: Clock
    identity: ReceiverIdentity
    devices: Devices
    replacements: Replacements
    users: Users
    sessions: Sessions
    uploads: Uploads
    recordings: Recordings
    annotations: AnnotationVersions
    confirmations: Confirmations
    custody: Custody
    previews: Previews
    provisional: Provisional
    jobs: JobQueue
    bell: Bell

    def heal(self) -> None:
        """Put right what a crash left between two steps. Only for the process that serves."""
        self.uploads.heal()
        self.recordings.heal()

    def remember_url(self, url: str) -> None:
        """Keep the address of this receiver's pages for links that `admin` prints."""
        with self.database.writing() as session:
            session.merge(MetaRow(key=_URL, value=url))

    def last_url(self) -> str:
        """Where the pages were last served, or where they are by default."""
        with self.database.reading() as session:
            row = session.get(MetaRow, _URL)
        return _DEFAULT_URL if row is None else row.value

    def close(self) -> None:
        """Close what is connected."""
        self.bell.close()
        self.database.close()


def open_receiver(data: ReceiverData, clock: Clock, engines: Engines = OUT_OF_THE_BOX) -> Receiver:
    """The receiver in this folder, which is made if need be; its database is brought up to date.

    Raises DatabaseUnusable, FormatError or OSError with a sentence. Several processes may have one
    folder open; only one may serve it.
    """
    for folder in (data.root, data.incoming, data.sessions, data.locks):
        durable.make_folder(folder)
    with _setup_lock(data):
        require_same(data.engines, engines)
        database = open_database(data.database, engines)
        store, blobs = open_store(data, engines, database)
        with database.shared_lock("setup") or nullcontext():
            upgrade(database)
            identity = load_or_create(store.files, store.identity, clock)
            receiver = _join(store, blobs, database, identity, open_bell(engines), clock)
            rebuild = Rebuild(store, database, receiver.devices, receiver.users, clock)
            if rebuild.is_needed():
                rebuild.run()
                receiver.replacements.apply()
    return receiver


def _join(
    data: Store,
    blobs: Blobs,
    database: Database,
    identity: ReceiverIdentity,
    bell: Bell,
    clock: Clock,
) -> Receiver:
    database.ring = bell.ring
    devices = Devices(data, database, clock)
    replacements = Replacements(data, database, devices, clock)
    return Receiver(
        data=data,
        database=database,
        clock=clock,
        identity=identity,
        devices=devices,
        replacements=replacements,
        users=Users(data, database, clock),
        sessions=Sessions(data, database, replacements, clock),
        uploads=Uploads(data, database, blobs, clock),
        recordings=Recordings(data, database, blobs, identity, devices, clock),
        annotations=AnnotationVersions(data, database, clock),
        confirmations=Confirmations(data, database, identity, clock),
        custody=Custody(database),
        previews=Previews(data, database),
        provisional=Provisional(database, clock),
        jobs=JobQueue(database, clock),
        bell=bell,
    )


def _setup_lock(data: ReceiverData) -> Lock:
    for _ in range(int(_SETUP_WAIT_S / _SETUP_POLL_S)):
        lock = try_lock(data.setup_lock)
        if lock is not None:
            return lock
        time.sleep(_SETUP_POLL_S)
    raise DatabaseUnusable(
        "Another process has been preparing this data folder for ten minutes. Nothing was changed; "
        "wait for it to end, then try again."
    )
