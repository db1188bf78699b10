"""Reads withdrawals: their rows, what they are about, and how far they are. It writes nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from server.db.models import OrderRow, RecordingRow, SessionRow, WithdrawalRow
from server.domain import import_rows
from server.domain.tombstones import is_participant


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One withdrawal, and how far it is. `subject` is an id; a participant's is empty."""

    id: str
    scope: str
    subject: str
    device: str | None
    reason: str
    at: datetime
    cleared_at: datetime | None
    """When every file of it was gone here."""
    confirmed_at: datetime | None
    """When the device said that its copies are gone too; None also where no device has any."""
    confirmation: Json | None

    @property
    def copies_may_remain(self) -> bool:
        """Whether a device has not said yet that it has no copy left, or said where others are."""
        if self.device is None:
            return False
        return self.confirmation is None or bool(self.confirmation.get("elsewhere"))

    @property
    def is_open(self) -> bool:
        """Whether something of it may still be here or on its device."""
        return self.cleared_at is None or self.copies_may_remain

    def to_json(self) -> Json:
        return {
            "withdrawal": self.id,
            "scope": self.scope,
            "subject": self.subject,
            "device": self.device,
            "reason": self.reason,
            "at": rfc3339(self.at),
            "deleted_here_at": self.cleared_at and rfc3339(self.cleared_at),
            "deleted_on_device_at": self.confirmed_at and rfc3339(self.confirmed_at),
            "copies_may_remain": self.copies_may_remain,
            "confirmation": self.confirmation,
        }


def known(session: Session, scope: object, subject: object) -> WithdrawalRow | None:
    """The withdrawal of this very thing, if there is one."""
    return session.scalar(
        select(WithdrawalRow).where(WithdrawalRow.scope == scope, WithdrawalRow.subject == subject)
    )


def all_of(session: Session, scope: str) -> list[WithdrawalRow]:
    """Every withdrawal of a kind."""
    return list(session.scalars(select(WithdrawalRow).where(WithdrawalRow.scope == scope)))


def of_participant(session: Session, study: str | None, participant: str) -> list[WithdrawalRow]:
    """The withdrawals of this participant: none, or one."""
    return [
        row
        for row in all_of(session, "participant")
        if is_participant(row.subject, study or "", participant)
    ]


def visits_of(session: Session, study: str | None, participant: str) -> list[SessionRow]:
    """The sessions of a participant that are here."""
    found = session.scalars(select(SessionRow).where(SessionRow.participant == participant))
    return [row for row in found if (row.content.get("study") or "") == (study or "")]


def recordings_of(session: Session, scope: str, subject: str) -> list[str]:
    """Ids of the recordings here that such a withdrawal takes along."""
    if scope == "recording":
        return [subject, *import_rows.staged_ids(session, recording=subject)]
    if scope == "participant":
        return []
    query = select(RecordingRow.id).where(RecordingRow.session == subject)
    known = list(session.scalars(query.order_by(RecordingRow.id)))
    return [*known, *import_rows.staged_ids(session, visit=subject)]


def view(row: WithdrawalRow, order: OrderRow | None) -> Withdrawn:
    """The withdrawal as others see it."""
    return Withdrawn(
        id=row.id,
        scope=row.scope,
        subject="" if row.scope == "participant" else row.subject,
        device=row.device,
        reason=row.reason,
        at=row.at,
        cleared_at=row.cleared_at,
        confirmed_at=None if order is None else order.done_at,
        confirmation=None if order is None else order.answer,
    )
