"""Shapes of withdrawals, orders to devices and the closing of sessions."""

from typing import NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import (
    AnyObject,
    Base64,
    Count,
    FormatVersion,
    Id,
    Instant,
    NextCursor,
    PageQuery,
)


class Reason(TypedDict, total=False):
    """Why something is withdrawn, in a few words; without any names."""

    reason: str | None


class WithdrawalView(TypedDict):
    """One withdrawal, and how far it has come here and on the device."""

    withdrawal: str
    scope: str
    subject: str
    device: str | None
    reason: str
    at: Instant
    deleted_here_at: Instant | None
    deleted_on_device_at: Instant | None
    copies_may_remain: bool
    confirmation: AnyObject | None


class WithdrawnSessions(TypedDict):
    """What was withdrawn with a participant, a session each."""

    sessions: list[WithdrawalView]


class WithdrawalList(TypedDict):
    """Withdrawals, newest first."""

    withdrawals: list[WithdrawalView]
    next: NextCursor


class WithdrawalFilter(PageQuery, total=False):
    """Which withdrawals; `open` ones are not done everywhere yet."""

    open: bool


class OrderDone(TypedDict):
    """A device's signed word that it did what was ordered."""

    format_version: FormatVersion
    order: Id
    device: Id
    deleted: list[Id]
    elsewhere: list[str]
    at: Instant
    signature: NotRequired[Base64 | None]


class OrderSettled(TypedDict):
    """The order, which is not given again."""

    order: Id
    state: str


class CloseRequest(TypedDict):
    """How many recordings the session has."""

    expected_recordings: Count


class IncompleteRecording(TypedDict):
    """A recording of which something is missing; it plays up to segment `whole_to`."""

    recording: Id
    segments: Count
    whole_to: Count
    missing: list[Count] | None
    plays: bool


class ClosingView(TypedDict):
    """What a session's closing found; `expected_recordings` is null while it is open."""

    session: Id
    closed_at: Instant | None
    expected_recordings: int | None
    recordings: Count
    missing_recordings: int | None
    incomplete: list[IncompleteRecording]
    complete: bool
