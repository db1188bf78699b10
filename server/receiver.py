"""Opens a receiver's data folder and joins the domain's services over it. No HTTP here."""

import os
import time
from contextlib import nullcontext
from dataclasses import dataclass

from holdfast import durable
from holdfast.clock import Clock
from holdfast.locks import Lock, try_lock
from holdfast.receiver_layout import ReceiverData
from server.blobs.store import open_store
from server.bounds import Bounds
from server.db.engine import DatabaseUnusable, open_database
from server.db.migrate import upgrade
from server.db.models import MetaRow
from server.domain.abandoned import AbandonedUploads
from server.domain.annotations import AnnotationVersions
from server.domain.chunked_files import ChunkedFiles
from server.domain.closing import Closing
from server.domain.confirmations import Confirmations
from server.domain.custody import Custody
from server.domain.damage import Damage
from server.domain.enrolment import Enrolment
from server.domain.events import Webhooks
from server.domain.identity import load_or_create
from server.domain.job_control import JobControl
from server.domain.keyed_locks import KeyedLocks
from server.domain.mounts import mark
from server.domain.own_device import OwnDevice
from server.domain.passports import Passports
from server.domain.passwords import Passwords
from server.domain.previews import Previews
from server.domain.provisional import Provisional
from server.domain.queues import Queues
from server.domain.rebuild import Rebuild
from server.domain.retention import Retention
from server.domain.scans import Scans, require_known_kinds
from server.domain.scope import ScopeCheck
from server.domain.session_work import SessionWork
from server.domain.tracking import Tracking
from server.domain.transfers import Transfers
from server.domain.uploads import SEGMENTS
from server.domain.users import Users
from server.domain.withdrawal_preview import WithdrawalPreview
from server.engines import OUT_OF_THE_BOX, Engines, require_same
from server.foundation import Foundation, Ground, lay
from server.jobs.bell import Bell, open_bell
from server.jobs.presence import Presence
from server.jobs.queue import JobQueue
from server.jobs.results import Results
from server.operating import load_operating
from server.ops.request_counts import RequestCounts

_SETUP_WAIT_S = 600
_SETUP_POLL_S = 0.05
_URL = "url"
_DEFAULT_URL = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Receiver(Foundation):
    """Everything that one receiver can do."""

    enrolment: Enrolment
    users: Users
    passwords: Passwords
    withdrawal_preview: WithdrawalPreview
    retention: Retention
    abandoned: AbandonedUploads
    closing: Closing
    scope: ScopeCheck
    annotations: AnnotationVersions
    confirmations: Confirmations
    custody: Custody
    previews: Previews
    provisional: Provisional
    jobs: JobQueue
    webhooks: Webhooks
    scans: Scans
    request_counts: RequestCounts
    damage: Damage
    job_control: JobControl
    queues: Queues
    transfers: Transfers
    bell: Bell
    presence: Presence
    chunked_files: ChunkedFiles
    own_device: OwnDevice
    session_work: SessionWork
    passports: Passports
    results: Results
    tracking: Tracking

    def heal(self) -> None:
        """Put right what a crash left between two steps. Only for the process that serves."""
        self.uploads.heal()
        self.recordings.heal()
        self.withdrawal_steps.sweep()
        self.damage.heal()
        self.audit.copy()
        self.imports.heal()

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
        """Keep what was counted, and close what is connected."""
        self.transfers.flush()
        self.bell.close()
        self.database.close()


def open_receiver(
    data: ReceiverData,
    clock: Clock,
    engines: Engines = OUT_OF_THE_BOX,
    bounds: Bounds | None = None,
) -> Receiver:
    """The receiver in this folder, which is made if need be; its database is brought up to date.

    Raises DatabaseUnusable, FormatError or OSError with a sentence. Several processes may have one
    folder open; only one may serve it.
    """
    operating = load_operating(data, os.environ)
    require_known_kinds(operating.jobs)
    for folder in (data.root, data.incoming, data.sessions, data.locks):
        durable.make_folder(folder)
    with _setup_lock(data):
        require_same(data.engines, engines)
        database = open_database(data.database, engines)
        try:
            store, blobs = open_store(data, engines, database)
            with database.shared_lock("setup", "") or nullcontext():
                upgrade(database)
                identity = load_or_create(store.identity, clock, store.files)
                if engines.are_blobs_here:
                    mark(data, identity.receiver, clock)
                bell, within = open_bell(engines), bounds or Bounds()
                receiver = _join(
                    Ground(store, blobs, database, identity, bell, operating, clock, within)
                )
                _take_in(receiver)
        except BaseException:
            # Its connections belong to nobody then.
            database.close()
            raise
    return receiver


def _take_in(receiver: Receiver) -> None:
    """Bring the rows to what the files say, where they do not know it."""
    rebuild = Rebuild(
        receiver.data,
        receiver.database,
        receiver.devices,
        receiver.users,
        receiver.webhooks,
        receiver.damage,
        receiver.clock,
    )
    if rebuild.is_needed():
        rebuild.run()
        receiver.replacements.apply()
        receiver.studies.restore()
        receiver.closing.restore()
    receiver.audit.restore()
    # Whatever backup all this came from: what was withdrawn goes before anybody is answered.
    receiver.withdrawal_steps.replay()


def _join(ground: Ground) -> Receiver:
    data, database, clock = ground.data, ground.database, ground.clock
    database.ring = ground.bell.ring
    on = lay(ground)
    note, contents, operating = on.audit.record, on.studies.content, on.operating
    users = Users(data, database, clock)
    presence = Presence(database, database.clock(clock))
    custody, transfers = Custody(database), Transfers(database, clock)
    return Receiver(
        **on.by_name(),
        bell=ground.bell,
        users=users,
        presence=presence,
        custody=custody,
        transfers=transfers,
        enrolment=Enrolment(database, on.grants, on.devices, on.replacements, on.audit, clock),
        passwords=Passwords(database, users),
        withdrawal_preview=WithdrawalPreview(data, database),
        retention=Retention(data, database, contents, on.withdrawals, note, clock),
        abandoned=AbandonedUploads(database, contents, on.orders, on.recordings, note, clock),
        closing=Closing(data, database, note, clock),
        scope=ScopeCheck(database),
        annotations=AnnotationVersions(data, database, clock),
        confirmations=Confirmations(data, database, on.identity, clock),
        previews=Previews(data, database, on.admission),
        provisional=Provisional(database, clock, operating.scan.is_on, contents),
        jobs=JobQueue(database, clock),
        webhooks=Webhooks(data, database, clock),
        scans=Scans(data, database, operating, clock),
        request_counts=RequestCounts(),
        damage=Damage(data, database, KeyedLocks(data, SEGMENTS), note, clock),
        job_control=JobControl(database, operating, clock),
        queues=Queues(data, database, operating, clock),
        chunked_files=ChunkedFiles(data, database, on.imports, clock),
        own_device=OwnDevice(on.devices, database),
        session_work=SessionWork(database),
        passports=Passports(data, database, custody, transfers, clock),
        results=Results(database),
        tracking=Tracking(data, database),
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
