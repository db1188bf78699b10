"""The services that most others are built from, and which of them needs which. No HTTP here."""

from dataclasses import dataclass, fields
from typing import Any

from holdfast.clock import Clock
from server.blobs.base import Blobs
from server.blobs.store import Store
from server.bounds import Bounds
from server.db.engine import Database
from server.domain.admission import Admission
from server.domain.audit import Audit
from server.domain.devices import Devices
from server.domain.grants import Grants
from server.domain.identity import ReceiverIdentity
from server.domain.imports import Imports
from server.domain.orders import Orders
from server.domain.recordings import Recordings
from server.domain.replacements import Replacements
from server.domain.sessions import Sessions
from server.domain.studies import Studies
from server.domain.tombstones import TombstoneLog
from server.domain.uploads import Uploads
from server.domain.withdrawal import Withdrawals
from server.domain.withdrawal_steps import WithdrawalSteps
from server.jobs.bell import Bell
from server.operating import OperatingSettings


@dataclass(frozen=True, slots=True)
class Ground:
    """What was opened: where everything is kept, who the receiver is, and how it is set up."""

    data: Store
    blobs: Blobs
    database: Database
    identity: ReceiverIdentity
    bell: Bell
    operating: OperatingSettings
    clock: Clock
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Foundation:
    """The services that others need."""

    data: Store
    database: Database
    clock: Clock
    identity: ReceiverIdentity
    operating: OperatingSettings
    admission: Admission
    audit: Audit
    grants: Grants
    devices: Devices
    replacements: Replacements
    studies: Studies
    orders: Orders
    recordings: Recordings
    withdrawal_steps: WithdrawalSteps
    withdrawals: Withdrawals
    sessions: Sessions
    uploads: Uploads
    imports: Imports

    def by_name(self) -> dict[str, Any]:
        """Each of them under its name, for whoever is made of all of them and more."""
        return {each.name: getattr(self, each.name) for each in fields(Foundation)}


def lay(ground: Ground) -> Foundation:
    """The services that others need, over what was opened."""
    data, database, clock = ground.data, ground.database, ground.clock
    admission, audit = Admission(data, ground.bounds, clock), Audit(data, database, clock)
    grants = Grants(database, clock)
    devices = Devices(data, database, grants, clock)
    replacements = Replacements(data, database, devices, clock)
    studies = Studies(data, database, audit, clock)
    log = TombstoneLog(data)
    orders = Orders(database, log, ground.identity, devices, clock)
    uploads = Uploads(data, database, ground.blobs, admission, clock)
    recordings = Recordings(
        data,
        database,
        ground.blobs,
        ground.identity,
        devices,
        ground.operating,
        audit,
        log,
        clock,
        uploads.owe_lost,
    )
    steps = WithdrawalSteps(data, database, log, orders, recordings.remove_files, clock)
    withdrawals = Withdrawals(database, steps, audit.record)
    sessions = Sessions(
        data, database, replacements, admission, withdrawals, studies.content, clock
    )
    imports = Imports(data, database, ground.blobs, sessions, uploads, recordings, admission, clock)
    return Foundation(
        data=data,
        database=database,
        clock=clock,
        identity=ground.identity,
        operating=ground.operating,
        admission=admission,
        audit=audit,
        grants=grants,
        devices=devices,
        replacements=replacements,
        studies=studies,
        orders=orders,
        recordings=recordings,
        withdrawal_steps=steps,
        withdrawals=withdrawals,
        sessions=sessions,
        uploads=uploads,
        imports=imports,
    )
