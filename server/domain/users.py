"""Users: API tokens, one-time sign-in links, signed-in browsers.

`DATA/users.json` is written before the rows. Links and sign-ins live too short to be in it.
"""

from dataclasses import dataclass, field
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
from server.domain.names import checked_name
from server.domain.refusals import Refusal

LINK_LIFE = timedelta(hours=24)
SIGN_IN_LIFE = timedelta(hours=12)
Scope = frozenset[str] | None
"""The studies that a user may see; None means all."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A signed-in browser's secret, shown once, and when it ends."""

    user: str
    token: str = field(repr=False)
    expires_at: datetime


class Users:
    """All that concerns people and scripts that read."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock

    def add_token(self, name: str, role: Role, studies: Scope = None) -> str:
        """A new API token for this user, who is made if need be. Raises Refusal `conflict`."""
        token = new_token(USER_TOKEN)
        now = self._clock.now()
        with self._database.writing() as session:
            self._ensure(session, name, role, studies)
            session.add(UserTokenRow(token_sha256=token_hash(token), user=name, created_at=now))
            self._write_file(session)
        return token

    def add_link(self, name: str, role: Role, studies: Scope = None) -> str:
        """The secret of a link that signs this user in once. Raises Refusal `conflict`."""
        token = new_token("")
        expires_at = self._clock.now() + LINK_LIFE
        with self._database.writing() as session:
            self._ensure(session, name, role, studies)
            session.add(
                SignInLinkRow(token_sha256=token_hash(token), user=name, expires_at=expires_at)
            )
            self._write_file(session)
        return token

    def renew_token(self, name: str) -> str:
        """A new API token in the place of all that this user has. Raises Refusal `not_found`."""
        token = new_token(USER_TOKEN)
        with self._database.writing() as session:
            self._known(session, name)
            session.execute(delete(UserTokenRow).where(UserTokenRow.user == name))
            session.add(
                UserTokenRow(
                    token_sha256=token_hash(token), user=name, created_at=self._clock.now()
                )
            )
            self._write_file(session)
        return token

    def change(self, name: str, role: Role, studies: Scope) -> None:
        """Give a user another role, or other studies; None is all. Raises Refusal `not_found`."""
        with self._database.writing() as session:
            row = self._known(session, name)
            row.role, row.studies = role.value, _listed(studies)
            self._write_file(session)

    def revoke(self, name: str) -> None:
        """End all tokens, links and sign-ins of a user. Raises Refusal `not_found`."""
        with self._database.writing() as session:
            row = self._known(session, name)
            row.revoked_at = row.revoked_at or self._clock.now()
            row.password = None
            for table in (UserTokenRow, SignInLinkRow, WebSessionRow):
                session.execute(delete(table).where(table.user == name))
            self._write_file(session)

    def everyone(self) -> list[UserRow]:
        """Every user, by name."""
        with self._database.reading() as session:
            return list(session.scalars(select(UserRow).order_by(UserRow.name)))

    def named(self, name: str) -> UserRow:
        """One user, revoked or not. Raises Refusal `not_found`."""
        with self._database.reading() as session:
            return self._known(session, name)

    def _known(self, session: Session, name: str) -> UserRow:
        row = session.get(UserRow, name)
        if row is None:
            raise Refusal("not_found", f"There is no user {name!r}. Nothing was changed.")
        return row

    def _ensure(self, session: Session, name: str, role: Role, studies: Scope) -> None:
        row = session.get(UserRow, checked_name(name))
        if row is None:
            row = UserRow(name=name, created_at=self._clock.now())
            session.add(row)
        elif row.revoked_at is None:
            if (row.role, row.studies) != (role.value, _listed(studies)):
                raise Refusal(
                    "conflict",
                    f"User {name} is {_described(row)} already. Nothing was changed.",
                )
            return
        row.role, row.studies, row.revoked_at = role.value, _listed(studies), None
        session.flush()

    def by_token(self, token: str) -> Principal | None:
        """The user with this API token."""
        with self._database.reading() as session:
            row = session.scalar(
                select(UserRow)
                .join(UserTokenRow, UserTokenRow.user == UserRow.name)
                .where(UserTokenRow.token_sha256 == token_hash(token))
            )
            return _principal(row)

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
            return self._begin(session, link.user, now)

    def begin(self, name: str) -> SignIn:
        """Sign in a browser of somebody who has shown who they are."""
        with self._database.writing() as session:
            return self._begin(session, name, self._clock.now())

    def _begin(self, session: Session, name: str, now: datetime) -> SignIn:
        session.execute(delete(WebSessionRow).where(WebSessionRow.expires_at <= now))
        sign_in = SignIn(name, new_token(""), now + SIGN_IN_LIFE)
        session.add(
            WebSessionRow(
                token_sha256=token_hash(sign_in.token),
                user=name,
                expires_at=sign_in.expires_at,
            )
        )
        return sign_in

    def password_of(self, name: str) -> str | None:
        """The hash of a user's password; None for whoever has none, was revoked or is not known."""
        with self._database.reading() as session:
            row = session.get(UserRow, name)
            return None if row is None or row.revoked_at is not None else row.password

    def keep_password(self, name: str, password: str) -> None:
        """Keep the hash of a user's password. Raises Refusal `not_found`, `conflict`."""
        with self._database.writing() as session:
            row = self._known(session, name)
            if row.revoked_at is not None:
                raise Refusal("conflict", f"User {name} was revoked. Nothing was changed.")
            row.password = password
            self._write_file(session)

    def by_sign_in(self, token: str) -> Principal | None:
        """The user whose browser carries this secret."""
        with self._database.reading() as session:
            sign_in = session.get(WebSessionRow, token_hash(token))
            if sign_in is None or not is_good(sign_in.expires_at, self._clock.now(), SIGN_IN_LIFE):
                return None
            return _principal(session.get(UserRow, sign_in.user))

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
                "studies": row.studies,
                "created_at": rfc3339(row.created_at),
                "revoked_at": None if row.revoked_at is None else rfc3339(row.revoked_at),
                "password": row.password,
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


def _principal(row: UserRow | None) -> Principal | None:
    if row is None or row.revoked_at is not None:
        return None
    return Principal(
        Role(row.role), row.name, None if row.studies is None else frozenset(row.studies)
    )


def _listed(studies: Scope) -> list[str] | None:
    return None if studies is None else sorted(studies)


def _described(row: UserRow) -> str:
    return row.role if row.studies is None else f"{row.role} of {', '.join(row.studies)}"


def _rows(value: Json) -> list[UserRow | UserTokenRow]:
    reader = Reader(value, "a user in users.json")
    name = reader.text("user")
    # Written by an older version, a file lacks what came later.
    revoked_at = reader.optional_text("revoked_at")
    user = UserRow(
        name=name,
        role=reader.choice("role", [role.value for role in Role if role is not Role.DEVICE]),
        studies=reader.items("studies") if reader.has("studies") else None,
        created_at=parse_rfc3339(reader.text("created_at")),
        revoked_at=None if revoked_at is None else parse_rfc3339(revoked_at),
        password=reader.optional_text("password"),
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
