"""The receiver's tables. An index over the files: all but codes and sign-ins can be rebuilt.

Rows only; which changes are allowed is decided in `server.domain` and `server.jobs`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON

from server.db.types import Instant

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

ID = String(36)
SHA256 = String(64)


class Base(DeclarativeBase):
    """Every table; constraints have names, so that migrations can change them on any engine."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as a class variable
        datetime: Instant,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


class MetaRow(Base):
    """Single facts: whether the files were read in, where the receiver was last served."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class DeviceRow(Base):
    """One enrolled computer."""

    __tablename__ = "devices"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    public_key: Mapped[str | None] = mapped_column(Text)
    succession: Mapped[list[Any] | None]
    """The statements by which the device came from its first key to the present one."""
    key_wanted_at: Mapped[datetime | None]
    """Since when an administrator wants it to take a new key."""
    token_sha256: Mapped[str] = mapped_column(SHA256, unique=True)
    next_token_sha256: Mapped[str | None] = mapped_column(SHA256, index=True)
    studies: Mapped[list[Any] | None]
    enrolled_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_contact_at: Mapped[datetime | None]
    status: Mapped[dict[str, Any] | None]


class UserRow(Base):
    """One person, or one script, that reads."""

    __tablename__ = "users"
    __table_args__ = (CheckConstraint("role IN ('viewer', 'operator', 'admin')", name="role"),)

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    studies: Mapped[list[Any] | None]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    password: Mapped[str | None] = mapped_column(Text)
    """Its argon2id hash; None where nobody set one."""


class UserTokenRow(Base):
    """An API token of a user."""

    __tablename__ = "user_tokens"

    token_sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.name", ondelete="CASCADE"))
    created_at: Mapped[datetime]


class SignInLinkRow(Base):
    """A link that signs a user in to the pages once."""

    __tablename__ = "sign_in_links"

    token_sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.name", ondelete="CASCADE"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class WebSessionRow(Base):
    """A signed-in browser."""

    __tablename__ = "web_sessions"

    token_sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.name", ondelete="CASCADE"))
    expires_at: Mapped[datetime]


class SessionRow(Base):
    """One visit of one participant; `content` is session.json."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    device: Mapped[str] = mapped_column(ID, index=True)
    participant: Mapped[str] = mapped_column(Text)
    study: Mapped[str | None] = mapped_column(Text, index=True)
    content: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    expected_recordings: Mapped[int | None] = mapped_column(Integer)


class RecordingRow(Base):
    """One recording; `announcement` is announce.json, `expected` the manifest's numbers."""

    __tablename__ = "recordings"
    __table_args__ = (CheckConstraint("state IN ('open', 'stored')", name="state"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    session: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    device: Mapped[str] = mapped_column(ID, index=True)
    announcement: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    expected: Mapped[list[Any] | None]
    manifest_sha256: Mapped[str | None] = mapped_column(SHA256)
    duration_s: Mapped[float | None]
    probe: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    stored_at: Mapped[datetime | None]
    scan: Mapped[str | None] = mapped_column(String(16))
    scan_said: Mapped[dict[str, Any] | None]


class TombstoneRow(Base):
    """A recording that was dropped for good and is never taken again."""

    __tablename__ = "tombstones"

    recording: Mapped[str] = mapped_column(ID, primary_key=True)
    device: Mapped[str] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    session: Mapped[str | None] = mapped_column(ID)


class WithdrawalRow(Base):
    """One withdrawal: of a session, a recording, or a participant, who is known by a hash alone."""

    __tablename__ = "withdrawals"
    __table_args__ = (
        CheckConstraint("scope IN ('session', 'recording', 'participant')", name="scope"),
        UniqueConstraint("scope", "subject"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    scope: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(128))
    device: Mapped[str | None] = mapped_column(ID)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    recordings: Mapped[list[Any]]
    cleared_at: Mapped[datetime | None]


class OrderRow(Base):
    """A signed order to a device, until it says that it is done; `answer` is its signed word."""

    __tablename__ = "orders"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    device: Mapped[str] = mapped_column(ID, index=True)
    session: Mapped[str] = mapped_column(ID, index=True)
    kind: Mapped[str] = mapped_column(String(32))
    content: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    answer: Mapped[dict[str, Any] | None]


class SegmentRow(Base):
    """What is here of one segment; `present` are the byte ranges that are durable."""

    __tablename__ = "segments"
    __table_args__ = (CheckConstraint("state IN ('open', 'stored')", name="state"),)

    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(SHA256)
    present: Mapped[list[Any]]
    changed_at: Mapped[datetime]


class ImportRow(Base):
    """A file on its way whose digest nobody said beforehand; `present` are its durable ranges.

    `staged` names its bytes in the store and, where it becomes a recording, that recording.
    """

    __tablename__ = "imports"
    __table_args__ = (
        CheckConstraint("purpose IN ('recording', 'segment', 'part')", name="purpose"),
        CheckConstraint("state IN ('open', 'stored')", name="state"),
    )

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    device: Mapped[str] = mapped_column(ID, index=True)
    purpose: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    completes_itself: Mapped[bool] = mapped_column(Boolean)
    staged: Mapped[str] = mapped_column(ID, unique=True)
    recording: Mapped[str | None] = mapped_column(ID)
    segment: Mapped[int | None] = mapped_column(Integer)
    session: Mapped[str | None] = mapped_column(ID, index=True)
    size_bytes: Mapped[int | None] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    details: Mapped[dict[str, Any]]
    present: Mapped[list[Any]]
    parts: Mapped[list[Any] | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(Instant, index=True)


class AnnotationRow(Base):
    """One version of what was learned of a recording after its manifest; never changed."""

    __tablename__ = "annotations"

    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    role: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, Any]]


class JobRow(Base):
    """Work on a recording. A claim is (worker, attempt); its lease must be renewed."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'running', 'succeeded', 'failed')", name="state"),
        Index("ix_jobs_state_not_before", "state", "not_before"),
        Index("ix_jobs_state_ranked_at", "state", "ranked_at"),
        Index("ix_jobs_created_at_id", "created_at", "id"),
        Index("ix_jobs_kind_state_created_at", "kind", "state", "created_at"),
        Index("ix_jobs_recording_kind_created_at", "recording", "kind", "created_at"),
    )

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    recording: Mapped[str] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), index=True
    )
    after: Mapped[str | None] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(16))
    progress: Mapped[float]
    attempts: Mapped[int]
    worker: Mapped[str | None] = mapped_column(ID)
    lease_until: Mapped[datetime | None]
    not_before: Mapped[datetime]
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    """Somebody ended it, and with it its state is `failed`."""
    ranked_at: Mapped[datetime | None]
    """Of those that are due the one with the earliest is done first."""
    params: Mapped[dict[str, Any] | None]
    step: Mapped[str | None] = mapped_column(Text)
    """What is being done now, in its own words."""
    said: Mapped[list[Any] | None]
    """The last lines of what it said."""


class JobEventRow(Base):
    """Something that happened to a job, in the order of `id`."""

    __tablename__ = "job_events"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    job: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    attempt: Mapped[int] = mapped_column(Integer)
    event: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
