"""What people may call things: devices, users, studies; and what no text may hold. Pure."""

import re
from typing import Final

from server.domain.refusals import Refusal

MOST_LETTERS: Final = 200
_STUDY: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")


def checked_name(name: str) -> str:
    """A name of a device or a user. Raises Refusal `bad_request`."""
    if not name.strip() or len(name) > MOST_LETTERS or not name.isprintable():
        raise Refusal("bad_request", f"A name has 1 to {MOST_LETTERS} letters, on one line.")
    return name


def is_study(text: str) -> bool:
    """Whether this can name a study, and so a folder: `smile-2`, no capitals, no dots."""
    return _STUDY.match(text) is not None


def checked_study(study: str) -> str:
    """A study's id. Raises Refusal `bad_request`."""
    if not is_study(study):
        raise Refusal(
            "bad_request",
            f"{study!r} cannot be a study's id: that has up to 64 lower-case letters, digits, "
            "- and _. Nothing was changed.",
        )
    return study


def without_nul(text: str, what: str) -> str:
    """The text, which any database can keep. `what` begins the sentence of a refusal.

    Postgres keeps no NUL and SQLite would, so that it depended on the engine what is taken. Raises
    Refusal `bad_request`.
    """
    if "\0" in text:
        raise Refusal("bad_request", f"{what} has a NUL in it. Nothing was stored.")
    return text
