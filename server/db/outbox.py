"""Writes down events, in the transaction of what happened, for everybody who wants to be told.

So an event is there exactly if its cause is. It sends nothing; `server.ops.deliveries` does.
"""

from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.ids import new_id
from server.db.care_rows import DeliveryRow, EventRow, WebhookRow
from server.db.models import RecordingRow

EventKind = Literal[
    "recording.stored",
    "recording.playable",
    "recording.quarantined",
    "job.failed",
    "device.silent",
    "device.heard",
    "test",
]
KINDS: Final[tuple[EventKind, ...]] = (
    "recording.stored",
    "recording.playable",
    "recording.quarantined",
    "job.failed",
    "device.silent",
    "device.heard",
)


def note(transaction: Session, kind: EventKind, at: datetime, **facts: Any) -> None:
    """Write an event down for every webhook that wants its kind; where there is none, nothing.

    `facts` are ids and numbers, never anything about a participant.
    """
    hooks = [each for each in transaction.scalars(select(WebhookRow)) if wants(each, kind)]
    if hooks:
        _note(transaction, kind, at, facts, hooks)


def tell(
    transaction: Session, kind: EventKind, row: RecordingRow, at: datetime, **facts: Any
) -> None:
    """Write an event of a recording down, with its ids."""
    note(transaction, kind, at, recording=row.id, session=row.session, device=row.device, **facts)


def note_for(
    session: Session, hook: WebhookRow, kind: EventKind, at: datetime, **facts: Any
) -> str:
    """Write an event down for one webhook alone."""
    return _note(session, kind, at, facts, [hook])


def wants(hook: WebhookRow, kind: str) -> bool:
    """Whether a webhook is told of events of this kind."""
    return not hook.kinds or kind in hook.kinds


def _note(
    session: Session, kind: EventKind, at: datetime, facts: dict[str, Any], hooks: list[WebhookRow]
) -> str:
    event = EventRow(id=new_id(at), kind=kind, at=at, facts=facts)
    session.add(event)
    session.flush()
    session.add_all(
        DeliveryRow(event=event.id, webhook=hook.id, state="pending", attempts=0, not_before=at)
        for hook in hooks
    )
    return event.id
