"""Hashes passwords with argon2id and compares them; nothing here knows whose they are.

Each takes 19 MiB and a noticeable moment, as OWASP's password storage cheat sheet advises, so only
so many are looked at at once: guessing must not take the memory that uploads need.
"""

import threading
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_LETTERS: Final = 12
MOST_LETTERS: Final = 200
_AT_ONCE: Final = 2
_MEMORY_KIB: Final = 19 * 1024
_ROUNDS: Final = 2
_LANES: Final = 1


class PasswordHashes:
    """Makes and compares hashes. Safe to use from several threads."""

    def __init__(self) -> None:
        self._turns = threading.BoundedSemaphore(_AT_ONCE)

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        # Loaded when somebody first signs in: many receivers only ever hear of devices.
        from argon2 import PasswordHasher

        return PasswordHasher(_ROUNDS, _MEMORY_KIB, _LANES)

    def made(self, password: str) -> str:
        """What is kept of a password: the parameters, a salt and the hash, as one text."""
        with self._turns:
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether this is the password. Where there is none, it takes as long to say no."""
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._turns:
            if kept is None:
                self._hasher.hash(password)
                return False
            try:
                return self._hasher.verify(kept, password)
            except (VerificationError, InvalidHashError):
                return False
