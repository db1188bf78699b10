"""The tables behind files that come in numbered chunks: what is known of each, and nothing else.

The bytes are imports; without these rows a client would only have to send its chunks again.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from server.db.models import ID, SHA256, Base


class ChunkedFileRow(Base):
    """One file that comes in numbered chunks; `name` is what its sender calls it.

    It goes with its session and its recording: what its sender said of it may tell who it shows.
    """

    __tablename__ = "chunked_files"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'stored', 'cancelled')", name="state"),
        UniqueConstraint("device", "dialect", "scope", "name", name="uq_chunked_files_name"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    dialect: Mapped[str] = mapped_column(String(16), index=True)
    device: Mapped[str] = mapped_column(ID)
    scope: Mapped[str] = mapped_column(String(36))
    name: Mapped[str] = mapped_column(String(200))
    session: Mapped[str | None] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), index=True
    )
    filename: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int | None] = mapped_column(BigInteger)
    chunk_bytes: Mapped[int | None] = mapped_column(BigInteger)
    chunks: Mapped[int | None] = mapped_column(Integer)
    details: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    recording: Mapped[str | None] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class FileChunkRow(Base):
    """One chunk: durable and where, or refused because it did not match its digest."""

    __tablename__ = "file_chunks"
    __table_args__ = (
        CheckConstraint("state IN ('placed', 'aside', 'refused', 'owed')", name="state"),
    )

    file: Mapped[str] = mapped_column(
        ForeignKey("chunked_files.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(16))
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(SHA256)
    refusals: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]
