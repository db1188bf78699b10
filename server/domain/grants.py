"""Enrolment grants: codes with which devices may enrol, how many of them, until when.

A grant dies with the database, like a signed-in browser: it lives for days, and is made again in a
second. Nothing here knows what a device is.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import Json
from server.auth.tokens import code_hash, new_code
from server.db.access_rows import GrantRow
from server.db.engine import Database
from server.domain.lifetimes import is_good
from server.domain.names import checked_name
from server.domain.refusals import Refusal

CODE_LIFE: Final = timedelta(hours=24)
LIFE_MOST: Final = timedelta(days=366)
USES_MOST: Final = 10_000


@dataclass(frozen=True, slots=True)
class NewGrant:
    """A grant with its code, which is shown once."""

    id: str
    name: str
    code: str = field(repr=False)
    expires_at: datetime
    uses_most: int
    studies: tuple[str, ...]
    replaces: str | None

    @property
    def device(self) -> str:
        """The name of the device that will enrol with it."""
        return self.name


class Grants:
    """Makes, lists, spends and revokes grants."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        name: str,
        uses_most: int = 1,
        life: timedelta = CODE_LIFE,
        studies: tuple[str, ...] = (),
        replaces: str | None = None,
    ) -> NewGrant:
        """A grant for so many devices, which get this name. Raises Refusal `bad_request`."""
        _check_limits(uses_most, life, replaces)
        now = self._clock.now()
        new = NewGrant(
            new_id(now), checked_name(name), new_code(), now + life, uses_most, studies, replaces
        )
        row = GrantRow(
            id=new.id,
            code_sha256=code_hash(new.code),
            name=new.name,
            studies=list(studies),
            replaces=replaces,
            uses_most=uses_most,
            uses=0,
            created_at=now,
            expires_at=new.expires_at,
        )
        with self._database.writing() as session:
            session.add(row)
        return new

    def spend(self, session: Session, code: str, now: datetime) -> GrantRow:
        """Use a grant up by one, in the caller's transaction. Raises Refusal `code_invalid`."""
        row = session.scalar(
            select(GrantRow).where(GrantRow.code_sha256 == code_hash(code)).with_for_update()
        )
        if row is None or why_not(row, now) is not None:
            raise Refusal(
                "code_invalid",
                "This enrolment code is not known, was used already or has expired. "
                "Ask your administrator for a new one.",
            )
        row.uses += 1
        return row

    def of_code(self, code: str) -> GrantRow | None:
        """The grant with this code, good or not."""
        with self._database.reading() as session:
            return session.scalar(select(GrantRow).where(GrantRow.code_sha256 == code_hash(code)))

    def everything(self) -> list[GrantRow]:
        """Every grant, newest first."""
        with self._database.reading() as session:
            return list(session.scalars(select(GrantRow).order_by(GrantRow.id.desc())))

    def revoke(self, grant: str) -> bool:
        """Let nobody enrol with this grant any more; whether there is one with this id."""
        with self._database.writing() as session:
            row = session.get(GrantRow, grant)
            if row is None:
                return False
            row.revoked_at = row.revoked_at or self._clock.now()
        return True


def why_not(row: GrantRow, now: datetime) -> str | None:
    """Why nobody can enrol with it: `revoked`, `used up` or `expired`; None where one can."""
    if row.revoked_at is not None:
        return "revoked"
    if row.uses >= row.uses_most:
        return "used up"
    if not is_good(row.expires_at, now, row.expires_at - row.created_at):
        return "expired"
    return None


def grant_json(row: GrantRow, now: datetime) -> Json:
    """What an administrator sees of a grant; its code is not kept."""
    seen: dict[str, Any] = {
        "grant": row.id,
        "name": row.name,
        "studies": row.studies,
        "replaces": row.replaces,
        "uses": row.uses,
        "uses_most": row.uses_most,
        "created_at": rfc3339(row.created_at),
        "expires_at": rfc3339(row.expires_at),
        "state": why_not(row, now) or "good",
    }
    return seen


def _check_limits(uses_most: int, life: timedelta, replaces: str | None) -> None:
    if not 1 <= uses_most <= USES_MOST:
        raise Refusal("bad_request", f"A grant is for 1 to {USES_MOST} devices.")
    if not timedelta(0) < life <= LIFE_MOST:
        raise Refusal("bad_request", f"A grant lasts for up to {LIFE_MOST.days} days.")
    if replaces is not None and uses_most != 1:
        raise Refusal("bad_request", "Only one device can take another one's place.")
