"""Orders to devices: signed, handed out with each heartbeat until the device says that it is done.

What a device said is a line in the log of tombstones too, as evidence that outlives the database.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FormatError, Json, Reader
from holdfast.orders import ORDERS_MOST, Done, Order, OrderKind
from holdfast.protocol import encode_key
from server.db.engine import Database
from server.db.models import OrderRow
from server.domain.devices import Devices
from server.domain.identity import ReceiverIdentity
from server.domain.refusals import Refusal
from server.domain.signatures import is_signed_by_any
from server.domain.tombstones import TombstoneLog


class Orders:
    """Gives orders, hands them out, takes the devices' word."""

    def __init__(
        self,
        database: Database,
        log: TombstoneLog,
        identity: ReceiverIdentity,
        devices: Devices,
        clock: Clock,
    ) -> None:
        self._database = database
        self._log = log
        self._identity = identity
        self._devices = devices
        self._clock = clock

    def give(
        self,
        session: Session,
        order: str,
        kind: OrderKind,
        visit: str,
        device: str,
        recordings: Sequence[str],
        reason: str,
        at: datetime,
        expires_at: datetime | None = None,
    ) -> None:
        """Order something about a session, in the caller's transaction."""
        signed = self._signed(
            Order(
                order=order,
                kind=kind,
                session=visit,
                recordings=tuple(recordings),
                reason=reason,
                at=rfc3339(at),
                expires_at=None if expires_at is None else rfc3339(expires_at),
            )
        )
        session.add(
            OrderRow(
                id=order,
                device=device,
                session=visit,
                kind=kind.value,
                content=signed.to_json(),
                created_at=at,
            )
        )

    def _signed(self, order: Order) -> Order:
        named = replace(
            order, receiver=self._identity.receiver, key_id=self._identity.key_id, signature=""
        )
        signature = self._identity.key.sign(named.signed_bytes()).signature
        return replace(named, signature=encode_key(signature))

    def waiting(self, device: str) -> list[Json]:
        """The orders that a device has not done yet, oldest first, ORDERS_MOST at most."""
        query = (
            select(OrderRow.content)
            .where(OrderRow.device == device, OrderRow.done_at.is_(None))
            .order_by(OrderRow.id)
            .limit(ORDERS_MOST)
        )
        with self._database.reading() as session:
            return list(session.scalars(query))

    def of_device(self, device: str) -> list[OrderRow]:
        """Every order that a device was given, done or not, newest first."""
        query = select(OrderRow).where(OrderRow.device == device).order_by(OrderRow.id.desc())
        with self._database.reading() as session:
            return list(session.scalars(query))

    def done(self, order: str, device: str, content: Json) -> None:
        """Take a device's word that it did what was ordered. Again, it is as it was.

        Raises Refusal: `not_found` for an order that is not this device's, `bad_request` where the
        word is about something else or is not signed with the device's key.
        """
        self.require_own(order, device)
        said = self._read(content)
        if (said.order, said.device) != (order, device):
            raise Refusal("bad_request", "This speaks of another order. Nothing was changed.")
        self._require_signed(said, device)
        with self._database.writing() as session:
            row = session.get_one(OrderRow, order)
            if row.done_at is not None:
                return
            now = self._clock.now()
            if row.kind != OrderKind.NOTICE:
                self._log.append({"confirmed": order, "at": rfc3339(now), "answer": said.to_json()})
            row.done_at, row.answer = now, said.to_json()

    def require_own(self, order: str, device: str) -> None:
        """Raises Refusal `not_found` for an order that is not this device's."""
        with self._database.reading() as session:
            row = session.get(OrderRow, order)
        if row is None or row.device != device:
            raise Refusal("not_found", "There is nothing here.")

    def _read(self, content: Json) -> Done:
        try:
            return Done.from_json(content)
        except FormatError as error:
            raise Refusal("bad_request", f"{error}. Nothing was changed.") from error

    def _require_signed(self, said: Done, device: str) -> None:
        keys = self._devices.signing_keys(device)
        if keys and not is_signed_by_any(said.signed_bytes(), said.signature or "", keys):
            raise Refusal(
                "bad_request", "This is not signed with the device's key. Nothing was changed."
            )

    def take_in(self, session: Session, line: Json) -> None:
        """Follow a line of the log: what a device said before the database was lost."""
        reader = Reader(line, "a confirmation")
        row = session.get(OrderRow, reader.id("confirmed"))
        if row is not None and row.done_at is None:
            row.done_at = parse_rfc3339(reader.text("at"))
            row.answer = reader.mapping("answer")
