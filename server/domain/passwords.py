"""Passwords of people: set by themselves or by an admin, and looked at when somebody signs in."""

from sqlalchemy import delete

from server.auth.passwords import LEAST_LETTERS, MOST_LETTERS, PasswordHashes
from server.auth.tokens import token_hash
from server.db.engine import Database
from server.db.models import WebSessionRow
from server.domain.refusals import Refusal
from server.domain.users import SignIn, Users


class Passwords:
    """Sets and checks passwords."""

    def __init__(self, database: Database, users: Users) -> None:
        self._database = database
        self._users = users
        self._hashes = PasswordHashes()

    def set(self, name: str, password: str, keep: str | None = None) -> None:
        """Give a user this password; every browser of theirs is signed out but the one to keep.

        Raises Refusal `bad_request` for one that is too short, `not_found`, or `conflict` for a
        user who was revoked.
        """
        if not LEAST_LETTERS <= len(password) <= MOST_LETTERS:
            raise Refusal(
                "bad_request",
                f"A password has {LEAST_LETTERS} to {MOST_LETTERS} letters; several words are "
                "easiest to keep in mind. Nothing was changed.",
            )
        if password.casefold() == name.casefold():
            raise Refusal(
                "bad_request", "A password must not be the name itself. Nothing was changed."
            )
        # The hash is slow, so it is made before anything is locked.
        self._users.keep_password(name, self._hashes.made(password))
        kept = "" if keep is None else token_hash(keep)
        with self._database.writing() as session:
            session.execute(
                delete(WebSessionRow).where(
                    WebSessionRow.user == name, WebSessionRow.token_sha256 != kept
                )
            )

    def is_right(self, name: str, password: str) -> bool:
        """Whether this is the password of somebody who may still come in."""
        return self._hashes.fits(self._users.password_of(name), password[: MOST_LETTERS + 1])

    def sign_in(self, name: str, password: str) -> SignIn | None:
        """A signed-in browser for whoever knows the password; None for everybody else."""
        return self._users.begin(name) if self.is_right(name, password) else None
