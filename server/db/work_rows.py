"""Tables of what jobs made, and of how many of a kind may run. Rows only."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.db.models import ID, Base


class ResultRow(Base):
    """The newest thing that a kind of job made of a recording; its files say the same."""

    __tablename__ = "results"

    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    job: Mapped[str] = mapped_column(ID)
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column(Integer)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    """Of all its files together."""
    facts: Mapped[dict[str, Any]]
    files: Mapped[list[Any]]


class QueueControlRow(Base):
    """What an administrator settled about a kind of job; no row: nothing."""

    __tablename__ = "queue_controls"

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    is_paused: Mapped[bool] = mapped_column(Boolean)
    at_once: Mapped[int | None] = mapped_column(Integer)
    changed_at: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(Text)
