"""The tables of who may do what: enrolment grants, studies, the audit log. Rows only."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.db.models import ID, SHA256, Base


class AuditRow(Base):
    """One entry of the audit log; `sha256` covers it and, through `previous`, all before it."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(Text, index=True)
    action: Mapped[str] = mapped_column(String(64), index=True)
    subject: Mapped[str] = mapped_column(Text, index=True)
    facts: Mapped[dict[str, Any]]
    previous: Mapped[str] = mapped_column(SHA256)
    sha256: Mapped[str] = mapped_column(SHA256)


AUDIT_BEGINS: Final = {"id": 1, "seq": 0, "sha256": "0" * 64}
"""The row of `audit_head` in a database that is new."""


class AuditHeadRow(Base):
    """Where the audit log ends: one row, which writers on any engine take their turns at."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(SHA256)


class GrantRow(Base):
    """What lets devices enrol: a code, for whom, how often, until when."""

    __tablename__ = "enrolment_grants"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    code_sha256: Mapped[str] = mapped_column(SHA256, unique=True)
    name: Mapped[str] = mapped_column(Text)
    studies: Mapped[list[Any]]
    replaces: Mapped[str | None] = mapped_column(ID)
    uses_most: Mapped[int] = mapped_column(Integer)
    uses: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class StudyRow(Base):
    """One version of a study's file; never changed."""

    __tablename__ = "studies"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(SHA256)
