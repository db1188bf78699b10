"""The tables of what is watched and told: transfers, events, webhooks, silence and damage."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.db.models import ID, SHA256, Base


class TransferRow(Base):
    """What one device sent since it enrolled; a power cut may cost the last minute's counts.

    `timed_bytes` arrived within `timed_ms`, on the requests whose duration is known.
    """

    __tablename__ = "transfers"

    device: Mapped[str] = mapped_column(ID, primary_key=True)
    chunks: Mapped[int] = mapped_column(BigInteger)
    received_bytes: Mapped[int] = mapped_column(BigInteger)
    repeated_chunks: Mapped[int] = mapped_column(BigInteger)
    refused_chunks: Mapped[int] = mapped_column(BigInteger)
    timed_bytes: Mapped[int] = mapped_column(BigInteger)
    timed_ms: Mapped[int] = mapped_column(BigInteger)


class EventRow(Base):
    """Something that happened and that others may want to be told."""

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    facts: Mapped[dict[str, Any]]


class WebhookRow(Base):
    """An address that is told of events; no `kinds` means all of them."""

    __tablename__ = "webhooks"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    secret: Mapped[str] = mapped_column(Text)
    kinds: Mapped[list[Any]]
    created_at: Mapped[datetime]


class DeliveryRow(Base):
    """One event for one webhook."""

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'delivered', 'given_up')", name="state"),
        Index("ix_deliveries_state_not_before", "state", "not_before"),
    )

    event: Mapped[str] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True
    )
    webhook: Mapped[str] = mapped_column(
        ForeignKey("webhooks.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int]
    not_before: Mapped[datetime]
    error: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]


class SilenceRow(Base):
    """A device that should have been heard of, from when it was noticed until it is heard again."""

    __tablename__ = "silences"

    device: Mapped[str] = mapped_column(
        ForeignKey("devices.id", ondelete="CASCADE"), primary_key=True
    )
    since: Mapped[datetime]
    noticed_at: Mapped[datetime]


class DamagedSegmentRow(Base):
    """A segment that a receipt was given for and that is not here any more as it came.

    Only these bytes are taken for it again; then this row goes.
    """

    __tablename__ = "damaged_segments"

    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(SHA256)
    found_at: Mapped[datetime]


class ScrubRow(Base):
    """When everything of a stored recording was last read again, and what came of it."""

    __tablename__ = "scrubs"

    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]
    is_sound: Mapped[bool]
