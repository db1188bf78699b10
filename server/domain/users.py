"""Users: API tokens, one-time sign-in links, signed-in browsers.

`DATA/users.json` is written before the rows. Links and sign-ins live too short to be in it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from server.auth.policy import Principal, Role
from server.auth.tokens import USER_TOKEN, new_token, token_hash
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import SignInLinkRow, UserRow, UserTokenRow, WebSessionRow
from server.domain.lifetimes import is_good
from server.domain.refusals import Refusal

LINK_LIFE = timedelta(hours=24)
SIGN_IN_LIFE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A signed-in browser's secret, shown once, and when it ends."""

    token: str
    expires_at: datetime


class Users:
    """All that concerns people and scripts that read."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock

    def add_token(self, name: str, role: Role) -> str:
        """A new API token for this user, who is made if need be. Raises Refusal `conflict`."""
        token = new_token(USER_TOKEN)
        now = self._clock.now()
        with self._database.writing() as session:
            self._ensure(session, name, role, now)
            session.add(UserTokenRow(token_sha256=token_hash(token), user=name, created_at=now))
            self._write_file(session)
        return token

    def add_link(self, name: str, role: Role) -> str:
        """The secret of a link that signs this user in once. Raises Refusal `conflict`."""
        token = new_token("")
        now = self._clock.now()
        with self._database.writing() as session:
            self._ensure(session, name, role, now)
            session.add(
                SignInLinkRow(token_sha256=token_hash(token), user=name, expires_at=now + LINK_LIFE)
            )
            self._write_file(session)
        return token

    def _ensure(self, session: Session, name: str, role: Role, now: datetime) -> None:
        if not name.strip() or len(name) > UserRow.name.type.length:
            raise Refusal("bad_request", "A user's name has 1 to 200 letters.")
        row = session.get(UserRow, name)
        if row is None:
            session.add(UserRow(name=name, role=role.value, created_at=now))
            session.flush()
        elif row.role != role.value:
            raise Refusal("conflict", f"User {name} is {row.role} already. Nothing was changed.")

    def by_token(self, token: str) -> Principal | None:
        """The user with this API token."""
        with self._database.reading() as session:
            row = session.scalar(
                select(UserRow)
                .join(UserTokenRow, UserTokenRow.user == UserRow.name)
                .where(UserTokenRow.token_sha256 == token_hash(token))
            )
            return None if row is None else Principal(Role(row.role), row.name)

    def enter(self, link_token: str) -> SignIn | None:
        """Spend a sign-in link; None where it is not known, was used or has expired."""
        now = self._clock.now()
        with self._database.writing() as session:
            link = session.get(SignInLinkRow, token_hash(link_token))
            if link is None or link.used_at is not None:
                return None
            if not is_good(link.expires_at, now, LINK_LIFE):
                return None
            link.used_at = now
            session.execute(delete(WebSessionRow).where(WebSessionRow.expires_at <= now))
            sign_in = SignIn(new_token(""), now + SIGN_IN_LIFE)
            session.add(
                WebSessionRow(
                    token_sha256=token_hash(sign_in.token),
                    user=link.user,
                    expires_at=sign_in.expires_at,
                )
            )
            return sign_in

    def by_sign_in(self, token: str) -> Principal | None:
        """The user whose browser carries this secret."""
        with self._database.reading() as session:
            sign_in = session.get(WebSessionRow, token_hash(token))
            if sign_in is None or not is_good(sign_in.expires_at, self._clock.now(), SIGN_IN_LIFE):
                return None
            row = session.get_one(UserRow, sign_in.user)
            return Principal(Role(row.role), row.name)

    def leave(self, token: str) -> None:
        """End a browser's sign-in here too, not only in its cookie."""
        with self._database.writing() as session:
            session.execute(
                delete(WebSessionRow).where(WebSessionRow.token_sha256 == token_hash(token))
            )

    def _write_file(self, session: Session) -> None:
        session.flush()
        tokens = list(session.scalars(select(UserTokenRow).order_by(UserTokenRow.created_at)))
        users = [
            {
                "user": row.name,
                "role": row.role,
                "created_at": rfc3339(row.created_at),
                "tokens": [
                    {"token_sha256": each.token_sha256, "created_at": rfc3339(each.created_at)}
                    for each in tokens
                    if each.user == row.name
                ],
            }
            for row in session.scalars(select(UserRow).order_by(UserRow.name))
        ]
        content = {"format_version": FORMAT_VERSION, "users": users}
        self._data.files.write_replacing(self._data.users, canonical(content))

    def rows_from_file(self) -> list[UserRow | UserTokenRow]:
        """Every user and token as the file says. Raises FormatError if it cannot be read."""
        if not self._data.files.exists(self._data.users):
            return []
        content = Reader(parse(self._data.files.read(self._data.users), "users.json"), "users.json")
        rows: list[UserRow | UserTokenRow] = []
        for each in content.mappings("users"):
            rows += _rows(each)
        return rows


def _rows(value: Json) -> list[UserRow | UserTokenRow]:
    reader = Reader(value, "a user in users.json")
    name = reader.text("user")
    user = UserRow(
        name=name,
        role=reader.choice("role", [role.value for role in Role if role is not Role.DEVICE]),
        created_at=parse_rfc3339(reader.text("created_at")),
    )
    tokens = [Reader(each, "a token in users.json") for each in reader.mappings("tokens")]
    return [
        user,
        *(
            UserTokenRow(
                token_sha256=each.sha256("token_sha256"),
                user=name,
                created_at=parse_rfc3339(each.text("created_at")),
            )
            for each in tokens
        ),
    ]
