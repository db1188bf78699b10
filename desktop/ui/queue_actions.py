"""What can be done with recordings of the queue, and what is said when it is done. Pure.

An action is offered where it does something; none of them can fail for what the network does.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Final

from desktop.ui import queue_texts as texts
from desktop.ui.decision_view import can_keep
from desktop.ui.queue_rows import Kind, own_kind
from desktop.ui.retelling import retell
from desktop.ui.words import tr
from uploader.items import AT_HOME, QueueSnapshot, RecordingSnapshot


class Action(Enum):
    """A wish for the selected recordings, in the order of the menu."""

    TRY_NOW = texts.DO_TRY_NOW
    FIRST = texts.DO_FIRST
    PAUSE = texts.DO_PAUSE
    RESUME = texts.DO_RESUME
    PLAY = texts.DO_PLAY
    NOTE = texts.DO_NOTE
    SHOW = texts.DO_SHOW
    COPY = texts.DO_COPY
    KEEP = texts.DO_KEEP
    FREE = texts.DO_FREE
    REMOVE = texts.DO_REMOVE


_WAITS: Final = frozenset(
    {Kind.NEEDS, Kind.SENDING, Kind.CHECKING, Kind.AGAIN, Kind.RECORDING, Kind.WAITING}
)
_HELD: Final = frozenset({Kind.PAUSED, Kind.ASIDE})
_MAY: Final[dict[Action, Callable[[RecordingSnapshot, Kind], bool]]] = {
    Action.TRY_NOW: lambda _each, kind: kind in _WAITS | _HELD,
    Action.FIRST: lambda each, kind: kind in _WAITS | _HELD and not each.is_failed,
    Action.PAUSE: lambda each, kind: kind in _WAITS and not each.is_failed,
    Action.RESUME: lambda _each, kind: kind in _HELD,
    Action.PLAY: lambda each, _kind: each.segments > 0 and not each.custody.freed,
    Action.NOTE: lambda each, _kind: each.state != "recording",
    Action.SHOW: lambda _each, _kind: True,
    Action.COPY: lambda _each, _kind: True,
    Action.KEEP: lambda each, _kind: can_keep(each),
    Action.FREE: lambda each, _kind: each.step in AT_HOME and not each.custody.freed,
    Action.REMOVE: lambda each, kind: kind in _WAITS | {Kind.PAUSED} and each.state != "recording",
}
_FOR_ONE: Final = frozenset({Action.PLAY, Action.NOTE, Action.SHOW})
SEPARATED: Final = frozenset({Action.PLAY, Action.KEEP, Action.FREE})
"""Before these the menu has a line, where it has something above it."""


def fitting(action: Action, recordings: Iterable[RecordingSnapshot]) -> list[str]:
    """The ids of those that an action does something with."""
    may = _MAY[action]
    return [each.id for each in recordings if may(each, own_kind(each))]


def offered(recordings: Sequence[RecordingSnapshot]) -> list[Action]:
    """What can be done with these; playing and showing a folder are for one alone."""
    found = [action for action in Action if _any_fits(action, recordings)]
    return [each for each in found if each not in _FOR_ONE or len(recordings) == 1]


def _any_fits(action: Action, recordings: Iterable[RecordingSnapshot]) -> bool:
    may = _MAY[action]
    return any(may(each, own_kind(each)) for each in recordings)


ANSWERS: Final = {
    Action.TRY_NOW: texts.DONE_TRY_NOW,
    Action.FIRST: texts.DONE_FIRST,
    Action.PAUSE: texts.DONE_PAUSE,
    Action.RESUME: texts.DONE_RESUME,
    Action.COPY: texts.DONE_COPY,
    Action.KEEP: texts.DONE_KEEP,
}
_SENDS: Final = frozenset(
    {texts.DONE_TRY_NOW, texts.DONE_FIRST, texts.DONE_RESUME, texts.DONE_RETRY}
)


def answer(said: str, count: int, queue: QueueSnapshot) -> str:
    """What was done, and what still stands in the way of it."""
    done = tr(said, count)
    if said not in _SENDS:
        return done
    if queue.pause is not None:
        return tr(texts.BUT_PAUSED).format(done=done)
    if queue.stopped:
        return tr(texts.BUT_STOPPED).format(done=done, stopped=retell(queue.stopped))
    return done
