"""What a recording looks like in the queue's table: its state, its cells, its place when sorted.

Pure: from a snapshot to words and numbers. It must not know the table nor ask for the time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import IntEnum
from typing import Final

from desktop.ui import amounts
from desktop.ui import queue_texts as texts
from desktop.ui.decision_view import can_keep
from desktop.ui.queue_view import own_why_of, why_of
from desktop.ui.sentences import recording_title
from desktop.ui.views import Tone
from desktop.ui.words import tr
from uploader.items import (
    AT_HOME,
    Hold,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Step,
)


class Column(IntEnum):
    """Columns, in the order of `texts.COLUMNS`."""

    RECORDING = 0
    STATE = 1
    PROGRESS = 2
    SIZE = 3
    SPEED = 4
    LEFT = 5
    TRIES = 6
    NEXT = 7
    DETAILS = 8


class Kind(IntEnum):
    """How a recording stands; in the order in which a person wants to see them."""

    NEEDS = 0
    DECIDE = 1
    SENDING = 2
    CHECKING = 3
    AGAIN = 4
    RECORDING = 5
    WAITING = 6
    NO_INTERNET = 7
    NO_RECEIVER = 8
    STOPPED = 9
    PAUSED = 10
    ASIDE = 11
    SENT = 12
    LEFT = 13


LOOKS: Final[dict[Kind, tuple[str, Tone, str]]] = {
    Kind.NEEDS: ("warning", "danger", texts.NEEDS_YOU),
    Kind.DECIDE: ("help", "warn", texts.TO_DECIDE),
    Kind.SENDING: ("upload", "info", texts.SENDING),
    Kind.CHECKING: ("shield", "info", texts.CHECKING),
    Kind.AGAIN: ("retry", "warn", texts.AGAIN),
    Kind.RECORDING: ("record", "recording", texts.RECORDING),
    Kind.WAITING: ("clock", "muted", texts.WAITING),
    Kind.NO_INTERNET: ("cloud-off", "muted", texts.NO_INTERNET),
    Kind.NO_RECEIVER: ("cloud-off", "muted", texts.NO_RECEIVER),
    Kind.STOPPED: ("clock", "muted", texts.STOPPED),
    Kind.PAUSED: ("pause", "muted", texts.PAUSED),
    Kind.ASIDE: ("aside", "muted", texts.ASIDE),
    Kind.SENT: ("check", "ok", texts.SENT),
    Kind.LEFT: ("cross", "muted", texts.NOT_SENT),
}
"""Glyph, tone and word of each state: never the colour alone."""
_BY_NETWORK: Final = {
    Network.OFFLINE: Kind.NO_INTERNET,
    Network.RECEIVER_UNREACHABLE: Kind.NO_RECEIVER,
    Network.PAUSED: Kind.PAUSED,
}
_YIELDS: Final = frozenset({Kind.WAITING, Kind.AGAIN, Kind.SENDING, Kind.CHECKING})


def own_kind(recording: RecordingSnapshot) -> Kind:
    """How it stands by itself, whatever the network does: what is sorted and filtered by."""
    if recording.is_left_alone:
        return Kind.DECIDE if can_keep(recording) else Kind.LEFT
    if recording.step in AT_HOME:
        return Kind.SENT
    if recording.needs_person:
        return Kind.NEEDS
    if recording.hold:
        return Kind.ASIDE if recording.hold == Hold.ASIDE else Kind.PAUSED
    if can_keep(recording):
        return Kind.DECIDE
    if recording.counts.get(ItemState.UPLOADING, 0):
        return Kind.SENDING
    if recording.state == "recording":
        return Kind.RECORDING
    if recording.step is Step.FINALISE:
        return Kind.CHECKING
    return Kind.AGAIN if recording.attempts and recording.next_try_at else Kind.WAITING


def shown_kind(recording: RecordingSnapshot, queue: QueueSnapshot) -> Kind:
    """How it stands now, with what stops the whole queue."""
    own = own_kind(recording)
    if own not in _YIELDS or not recording.follows_queue:
        return own
    if queue.network is Network.ONLINE:
        return Kind.STOPPED if queue.stopped else own
    if queue.network is Network.RECEIVER_UNREACHABLE and queue.answers:
        return Kind.STOPPED
    return _BY_NETWORK[queue.network]


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as it is painted. `share` is 0 to 100; empty words are not painted."""

    recording: str
    title: str
    subtitle: str
    kind: Kind
    share: int
    size: str
    speed: str
    left: str
    tries: str
    next_try: str
    details: str

    @property
    def state(self) -> str:
        """The state in a word."""
        return tr(LOOKS[self.kind][2])

    def text(self, column: Column) -> str:
        """The words of one cell."""
        return {
            Column.RECORDING: self.title,
            Column.STATE: self.state,
            Column.PROGRESS: tr(texts.PERCENT).format(share=self.share),
            Column.SIZE: self.size,
            Column.SPEED: self.speed,
            Column.LEFT: self.left,
            Column.TRIES: self.tries,
            Column.NEXT: self.next_try,
            Column.DETAILS: self.details,
        }[column]

    def spoken(self, column: Column) -> str:
        """What a screen reader says for one cell: never a bare number."""
        if column is Column.RECORDING:
            return f"{self.title}, {self.subtitle}"
        if column is Column.PROGRESS:
            return tr(texts.SPOKEN_PROGRESS).format(share=self.share)
        name, value = tr(texts.COLUMNS[column]), self.text(column)
        if not value:
            return tr(texts.SPOKEN_NOTHING).format(column=name)
        return tr(texts.SPOKEN_CELL).format(column=name, value=value)


def cells_of(
    recording: RecordingSnapshot,
    queue: QueueSnapshot,
    speed_bytes_s: float | None,
    now: datetime,
    zone: tzinfo | None = None,
) -> Cells:
    """The row of a recording as of now; `speed_bytes_s` is what was measured of it."""
    kind = shown_kind(recording, queue)
    sending = kind is Kind.SENDING and speed_bytes_s is not None and speed_bytes_s > 0
    missing = recording.size_bytes - recording.custody.received_bytes
    return Cells(
        recording=recording.id,
        title=title_of(recording),
        subtitle=subtitle_of(recording, now, zone),
        kind=kind,
        share=share_of(recording),
        size=amounts.size(recording.size_bytes) if recording.size_bytes else "",
        speed=speed_text(speed_bytes_s) if sending and speed_bytes_s else "",
        left=left_text(missing / speed_bytes_s) if sending and speed_bytes_s else "",
        tries=str(recording.attempts) if recording.attempts else "",
        next_try=_next_try(recording, kind, now),
        details=_details(recording, kind, queue, own_why_of(recording, queue)),
    )


def title_of(recording: RecordingSnapshot) -> str:
    """What a recording is called."""
    return recording_title(recording.participant, recording.prompt)


def subtitle_of(recording: RecordingSnapshot, now: datetime, zone: tzinfo | None) -> str:
    """Its take, and when it was made."""
    if not recording.started_at:
        return tr(texts.TAKE_ALONE).format(take=recording.take)
    moment = amounts.moment(recording.started_at, now, zone)
    return tr(texts.TAKE).format(take=recording.take, moment=moment)


def share_of(recording: RecordingSnapshot) -> int:
    """How much of it the receiver has, in percent; 100 only where it has everything."""
    if recording.step in AT_HOME:
        return 100
    share = amounts.percent(recording.custody.received_bytes, recording.size_bytes)
    return share if recording.is_received else min(99, share)


def details_of(recording: RecordingSnapshot, queue: QueueSnapshot) -> str:
    """One recording from near: why it is not further, with what stops the whole queue."""
    return _details(recording, shown_kind(recording, queue), queue, why_of(recording, queue))


def _details(recording: RecordingSnapshot, kind: Kind, queue: QueueSnapshot, said: str) -> str:
    """One sentence: why it is not further, or how far it is."""
    if said and not (kind is Kind.SENT and recording.step is Step.VERIFIED):
        return said
    if recording.step is Step.PLAYABLE:
        return tr(texts.FREED if recording.custody.freed else texts.AT_HOME)
    calm = {
        Kind.SENT: texts.PREPARING,
        Kind.CHECKING: texts.COMPARING,
        Kind.SENDING: texts.ON_ITS_WAY,
        Kind.WAITING: texts.FIRST_IN_LINE if recording.is_first else texts.IN_LINE,
        Kind.LEFT: texts.DISCARDED,
    }
    if recording.follows_queue and queue.stopped and kind is not Kind.SENT:
        return ""
    return tr(calm[kind]) if kind in calm else ""


def speed_text(bytes_s: float) -> str:
    """`2.4 MB/s`."""
    return tr(texts.SPEED).format(size=amounts.size(round(bytes_s)))


def left_text(left_s: float) -> str:
    """`22 s`, `5 min`, `more than 1 h`: rounded, as nobody knows it any better."""
    if left_s < 55:
        return tr(texts.SECONDS).format(seconds=max(1, round(left_s)))
    if left_s < 3600:
        return tr(texts.MINUTES).format(minutes=max(1, round(left_s / 60)))
    return tr(texts.HOURS).format(hours=int(left_s // 3600))


def countdown(left_s: float) -> str:
    """`1 min 40 s`, `12 s`: to the second, as it is counted down."""
    minutes, seconds = divmod(max(0, round(left_s)), 60)
    if not minutes:
        return tr(texts.SECONDS).format(seconds=seconds)
    return tr(texts.MINUTES_SECONDS).format(minutes=minutes, seconds=seconds)


def _next_try(recording: RecordingSnapshot, kind: Kind, now: datetime) -> str:
    if kind is Kind.NO_INTERNET:
        return tr(texts.NEXT_ONLINE)
    if kind is not Kind.AGAIN or recording.next_try_at is None:
        return ""
    left_s = (recording.next_try_at - now).total_seconds()
    if left_s <= 0:
        return tr(texts.NEXT_NOW)
    return tr(texts.NEXT_IN).format(time=countdown(left_s))


# Filtering and sorting ---------------------------------------------------------------------------


class Filter(IntEnum):
    """Which recordings are shown, in the order of `texts.FILTERS`."""

    ALL = 0
    NEEDS = 1
    UNSENT = 2
    SENT = 3


def fits(recording: RecordingSnapshot, wanted: Filter, find: str) -> bool:
    """Whether a recording is shown; `find`, in lower case, is looked for in its title."""
    if find and find not in title_of(recording).lower():
        return False
    if wanted is Filter.ALL:
        return True
    kind = own_kind(recording)
    if wanted is Filter.NEEDS:
        return kind in (Kind.NEEDS, Kind.DECIDE)
    if wanted is Filter.SENT:
        return kind is Kind.SENT
    return recording.step not in AT_HOME and not recording.is_left_alone


Key = Callable[[RecordingSnapshot], float | str]
KEYS: Final[dict[Column, Key]] = {
    Column.RECORDING: lambda each: title_of(each).lower(),
    Column.STATE: lambda each: float(own_kind(each)),
    Column.PROGRESS: lambda each: float(share_of(each)),
    Column.SIZE: lambda each: float(each.size_bytes),
    Column.TRIES: lambda each: float(each.attempts),
    Column.NEXT: lambda each: each.next_try_at.timestamp() if each.next_try_at else float("inf"),
    Column.DETAILS: lambda each: each.why,
}
"""What each column is sorted by; speed and time left change too fast to sort by."""
