"""Pages of lists that hold still while others arrive.

A page ends with a cursor, the id of its last entry; ids grow with time, so what arrives in between
stands before the pages that were read already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement

from holdfast.ids import is_id
from server.domain.refusals import Refusal

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Page(Generic[Entry]):
    """Some entries, and the cursor of the next page; None on the last one."""

    entries: Sequence[Entry]
    next: str | None


def after(column: Any, cursor: str | None) -> list[ColumnElement[bool]]:
    """What follows a page, newest first. Raises Refusal `bad_request` for a cursor that is none."""
    return [] if cursor is None else [column < required(cursor)]


def required(cursor: str) -> str:
    """The cursor. Raises Refusal `bad_request` for one that is none."""
    if not is_id(cursor):
        raise Refusal("bad_request", "'cursor' must be what the page before said in 'next'.")
    return cursor


def page_of(entries: Sequence[Entry], ids: Sequence[str], limit: int) -> Page[Entry]:
    """The page with these entries; `ids` has one more where there is a next page."""
    return Page(entries, ids[limit - 1] if len(ids) > limit else None)
