"""Shapes of withdrawals, of orders to devices, and of sessions that are closed."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import (
    AnyObject,
    Base64,
    Count,
    FormatVersion,
    Id,
    Instant,
    Says,
    SegmentNumber,
)

Reason = Annotated[
    str, Says({"maxLength": 1000, "description": "Why; devices are told. No name belongs here."})
]


class Why(TypedDict, total=False):
    """Why something is withdrawn."""

    reason: Reason


class WithdrawalFilter(TypedDict, total=False):
    """Which withdrawals; `open`: those that may leave copies somewhere."""

    open: bool


class OrderDone(TypedDict):
    """A device's word that it did what was ordered, signed with its key."""

    format_version: FormatVersion
    order: Id
    device: Id
    deleted: list[Id]
    elsewhere: list[str]
    at: Instant
    signature: NotRequired[Base64 | None]


class OrderSettled(TypedDict):
    """The word was taken."""

    order: Id
    state: Literal["done"]


class WithdrawalView(TypedDict):
    """One withdrawal, and how far it is. Of a participant, `subject` is empty."""

    withdrawal: Id
    scope: Literal["session", "recording", "participant"]
    subject: str
    device: Id | None
    reason: str
    at: Instant
    deleted_here_at: Instant | None
    deleted_on_device_at: Instant | None
    copies_may_remain: bool
    confirmation: AnyObject | None


class SessionsWithdrawn(TypedDict):
    """The sessions of a participant that were here; those that come later are refused."""

    sessions: list[WithdrawalView]


class Withdrawals(TypedDict):
    """Withdrawals, newest first."""

    withdrawals: list[WithdrawalView]


class Expected(TypedDict):
    """How many recordings a session has."""

    expected_recordings: Annotated[int, Says({"minimum": 0, "maximum": 10_000})]


class IncompleteRecording(TypedDict):
    """A recording of which something is missing; it plays up to segment `whole_to`."""

    recording: Id
    segments: Count
    whole_to: Count
    missing: list[SegmentNumber] | None
    plays: bool


class ClosingView(TypedDict):
    """What is missing of a session; `closed_at` null: nobody said that it is over."""

    session: Id
    closed_at: Instant | None
    expected_recordings: Count | None
    recordings: Count
    missing_recordings: Count | None
    incomplete: list[IncompleteRecording]
    complete: bool
