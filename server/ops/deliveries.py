"""Sends events to webhooks: signed, one at a time, again and again for three days.

Signed as Standard Webhooks 1.0 has it (standardwebhooks.com), so that there are libraries that
check it: HMAC-SHA-256 over `ID.TIMESTAMP.BODY`. An event may arrive twice, for example after a
crash between answer and row; its id says so.
"""

import base64
import hashlib
import hmac
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import CursorResult, delete, select, update

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import canonical
from server.db.care_rows import DeliveryRow, EventRow, WebhookRow
from server.db.engine import Database
from server.domain.events import SECRET_PREFIX

HEADER_ID: Final = "Webhook-Id"
HEADER_TIME: Final = "Webhook-Timestamp"
HEADER_SIGNATURE: Final = "Webhook-Signature"
PAUSES_S: Final = (5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 86_400)
"""After the first failure, the second, and so on; after the last it is given up, and listed so."""
JITTER: Final = 0.2
KEPT: Final = timedelta(days=30)
"""What is settled is forgotten after so long."""
_TIMEOUT_S: Final = (5.0, 15.0)
_CLAIM: Final = timedelta(minutes=2)
"""Longer than one try can take; a receiver that died in one is followed by another after that."""
_AT_ONCE: Final = 50
_ERROR_MOST_LETTERS: Final = 300
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Due:
    """One delivery that this process has claimed."""

    event: str
    webhook: str
    kind: str
    at: datetime
    body: bytes
    url: str
    secret: str
    attempt: int


class Deliveries:
    """Sends what is due. `rng` gives 0 <= x < 1."""

    def __init__(
        self, database: Database, clock: Clock, rng: Callable[[], float] = random.random
    ) -> None:
        self._database = database
        self._clock = clock
        self._rng = rng

    def send_due(self) -> int:
        """Try everything that is due once; returns how many arrived."""
        arrived = 0
        for event, webhook, attempts in self._waiting():
            due = self._claim(event, webhook, attempts)
            if due is not None:
                arrived += self._try(due)
        self._forget()
        return arrived

    def _waiting(self) -> list[tuple[str, str, int]]:
        query = (
            select(DeliveryRow.event, DeliveryRow.webhook, DeliveryRow.attempts)
            .where(DeliveryRow.state == "pending", DeliveryRow.not_before <= self._clock.now())
            .order_by(DeliveryRow.not_before, DeliveryRow.event)
            .limit(_AT_ONCE)
        )
        with self._database.reading() as session:
            return [(row.event, row.webhook, row.attempts) for row in session.execute(query)]

    def _claim(self, event: str, webhook: str, attempts: int) -> _Due | None:
        """The delivery, now this process's; None where another one was faster."""
        now = self._clock.now()
        claim = (
            update(DeliveryRow)
            .where(DeliveryRow.event == event, DeliveryRow.webhook == webhook)
            .where(DeliveryRow.state == "pending", DeliveryRow.attempts == attempts)
            .values(attempts=attempts + 1, not_before=now + _CLAIM)
        )
        with self._database.writing() as session:
            result = session.execute(claim, execution_options={"synchronize_session": False})
            assert isinstance(result, CursorResult)
            if result.rowcount != 1:
                return None
            row = session.get_one(EventRow, event)
            hook = session.get_one(WebhookRow, webhook)
            content = {"id": row.id, "type": row.kind, "timestamp": rfc3339(row.at)}
            body = canonical({**content, "data": row.facts})
            return _Due(
                row.id, hook.id, row.kind, row.at, body, hook.url, hook.secret, attempts + 1
            )

    def _try(self, due: _Due) -> bool:
        error = self._post(due)
        now = self._clock.now()
        if error is None:
            self._settle(due, state="delivered", error=None, settled_at=now)
        elif due.attempt > len(PAUSES_S):
            _log.error("event %s is given up for %s: %s", due.event, due.webhook, error)
            self._settle(due, state="given_up", error=error, settled_at=now)
        else:
            pause_s = PAUSES_S[due.attempt - 1] * (1 + JITTER * self._rng())
            not_before = now + timedelta(seconds=pause_s)
            self._settle(due, error=error, not_before=not_before)
        return error is None

    def _post(self, due: _Due) -> str | None:
        """None: it was taken. Otherwise why not."""
        # Loaded where there is something to send: most receivers have no webhooks.
        import requests

        sent_at = str(int(self._clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "holdfast",
            HEADER_ID: due.event,
            HEADER_TIME: sent_at,
            HEADER_SIGNATURE: signature(due.secret, due.event, sent_at, due.body),
        }
        try:
            # A redirect could lead anywhere; the answer's body is nobody's business here.
            with requests.post(
                due.url,
                data=due.body,
                headers=headers,
                timeout=_TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as answer:
                status = answer.status_code
        except (requests.RequestException, ValueError) as error:
            return f"{type(error).__name__}: {error}"[:_ERROR_MOST_LETTERS]
        return None if 200 <= status < 300 else f"It answered {status}."

    def _settle(self, due: _Due, **values: object) -> None:
        own = (
            update(DeliveryRow)
            .where(DeliveryRow.event == due.event, DeliveryRow.webhook == due.webhook)
            .where(DeliveryRow.attempts == due.attempt)
        )
        with self._database.writing() as session:
            session.execute(own.values(**values), execution_options={"synchronize_session": False})

    def _forget(self) -> None:
        """Drop events that are old and settled for everybody."""
        old = select(EventRow.id).where(EventRow.at < self._clock.now() - KEPT)
        unsettled = select(DeliveryRow.event).where(DeliveryRow.state == "pending")
        with self._database.reading() as session:
            gone = list(session.scalars(old.where(EventRow.id.not_in(unsettled)).limit(_AT_ONCE)))
        if gone:
            with self._database.writing() as session:
                session.execute(delete(EventRow).where(EventRow.id.in_(gone)))


def signature(secret: str, event: str, sent_at: str, body: bytes) -> str:
    """The header's value: `v1,` and the base64 of the HMAC-SHA-256 over `event.sent_at.body`."""
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    signed = f"{event}.{sent_at}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()}"
