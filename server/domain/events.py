"""Webhooks: who is told of what happens here, and with which secret it is signed.

`DATA/webhooks.json` (0600, it holds the secrets) is written before the rows, so that a lost
database does not silence anybody. Events themselves live in the database only.
"""

import base64
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from server.blobs.store import Store
from server.db.care_rows import DeliveryRow, WebhookRow
from server.db.engine import Database
from server.db.outbox import KINDS, note_for
from server.domain.refusals import Refusal

SECRET_PREFIX: Final = "whsec_"
_SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class WebhookView:
    """A webhook and how its deliveries stand; its secret is shown once, when it is made."""

    id: str
    url: str
    kinds: tuple[str, ...]
    pending: int
    delivered: int
    given_up: int
    last_error: str | None

    def to_json(self) -> Json:
        return {
            "webhook": self.id,
            "url": self.url,
            "events": list(self.kinds),
            "pending": self.pending,
            "delivered": self.delivered,
            "given_up": self.given_up,
            "last_error": self.last_error,
        }


class Webhooks:
    """Adds, lists and removes webhooks, and asks for a trial."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock

    def add(self, url: str, kinds: Sequence[str] = ()) -> tuple[str, str]:
        """Tell this address of events from now on, of all kinds unless some are named.

        Returns the webhook's id and its secret. Raises Refusal `bad_request`.
        """
        _check(url, kinds)
        now = self._clock.now()
        secret = SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()
        row = WebhookRow(
            id=new_id(now), url=url, secret=secret, kinds=sorted(set(kinds)), created_at=now
        )
        with self._database.writing() as session:
            session.add(row)
            session.flush()
            self._write_file(session)
        return row.id, secret

    def remove(self, webhook: str) -> None:
        """Tell this one nothing any more. Raises Refusal `not_found`."""
        with self._database.writing() as session:
            session.delete(_existing(session, webhook))
            session.flush()
            self._write_file(session)

    def try_out(self, webhook: str) -> str:
        """Send an event of the kind `test` to one webhook; returns its id. Raises `not_found`."""
        with self._database.writing() as session:
            return note_for(session, _existing(session, webhook), "test", self._clock.now())

    def everyone(self) -> list[WebhookView]:
        """Every webhook, oldest first."""
        with self._database.reading() as session:
            rows = list(session.scalars(select(WebhookRow).order_by(WebhookRow.id)))
            return [_view(session, row) for row in rows]

    def _write_file(self, session: Session) -> None:
        rows = session.scalars(select(WebhookRow).order_by(WebhookRow.id))
        content = {"format_version": FORMAT_VERSION, "webhooks": [_to_json(row) for row in rows]}
        self._data.files.write_replacing(self._data.webhooks, canonical(content))

    def rows_from_file(self) -> list[WebhookRow]:
        """Every webhook as the file says. Raises FormatError."""
        if not self._data.files.exists(self._data.webhooks):
            return []
        value = parse(self._data.files.read(self._data.webhooks), self._data.webhooks.name)
        return [_from_json(each) for each in Reader(value, "webhooks.json").mappings("webhooks")]


def _check(url: str, kinds: Sequence[str]) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        raise Refusal("bad_request", f"{url!r} is no http or https address. Nothing was changed.")
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown:
        raise Refusal(
            "bad_request",
            f"There is no event {', '.join(unknown)}; there are {', '.join(KINDS)}. "
            "Nothing was changed.",
        )


def _existing(session: Session, webhook: str) -> WebhookRow:
    row = session.get(WebhookRow, webhook)
    if row is None:
        raise Refusal("not_found", f"There is no webhook {webhook}. Nothing was changed.")
    return row


def _view(session: Session, row: WebhookRow) -> WebhookView:
    own = DeliveryRow.webhook == row.id
    by_state = select(DeliveryRow.state, func.count()).where(own).group_by(DeliveryRow.state)
    counts = dict(iter(session.execute(by_state)))
    failed = select(DeliveryRow.error).where(own, DeliveryRow.error.is_not(None))
    return WebhookView(
        id=row.id,
        url=row.url,
        kinds=tuple(row.kinds),
        pending=counts.get("pending", 0),
        delivered=counts.get("delivered", 0),
        given_up=counts.get("given_up", 0),
        last_error=session.scalar(failed.order_by(DeliveryRow.event.desc()).limit(1)),
    )


def _to_json(row: WebhookRow) -> Json:
    return {
        "webhook": row.id,
        "url": row.url,
        "secret": row.secret,
        "events": row.kinds,
        "created_at": rfc3339(row.created_at),
    }


def _from_json(value: Json) -> WebhookRow:
    reader = Reader(value, "a webhook")
    return WebhookRow(
        id=reader.id("webhook"),
        url=reader.text("url"),
        secret=reader.text("secret"),
        kinds=list(value.get("events") or []),
        created_at=parse_rfc3339(reader.text("created_at")),
    )
