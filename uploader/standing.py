"""Sums over all recordings of a queue, kept up to date by what comes and goes. Values only.

A queue of a hundred thousand is counted once; after that each change costs what changed.
"""

from collections.abc import Iterable

from uploader.items import AT_HOME, Hold, ItemState, RecordingSnapshot, Standing, Step, Totals

_STATES = (ItemState.PENDING, ItemState.UPLOADING, ItemState.COMPLETED, ItemState.FAILED)


class Standings:
    """The sums. `put` takes a recording in, or its newer picture; `drop` takes it out."""

    def __init__(self, recordings: Iterable[RecordingSnapshot] = ()) -> None:
        self._counts = dict.fromkeys(_STATES, 0)
        self._bytes_unsent = self._left_bytes = 0
        self._total = self._live = self._checking = self._at_home = 0
        self._unsent: dict[str, str] = {}
        self._aside: set[str] = set()
        self._needing: dict[str, RecordingSnapshot] = {}
        self._open: dict[str, RecordingSnapshot] = {}
        for each in recordings:
            self._count(each, 1)

    def put(self, recording: RecordingSnapshot, before: RecordingSnapshot | None) -> None:
        """Count a recording, in the place of `before` where it was counted already."""
        if before is not None:
            self.drop(before)
        self._count(recording, 1)

    def drop(self, recording: RecordingSnapshot) -> None:
        """Count a recording no more, as it was when it was put."""
        self._count(recording, -1)
        self._needing.pop(recording.id, None)
        self._open.pop(recording.id, None)
        self._unsent.pop(recording.id, None)
        self._aside.discard(recording.id)

    def _count(self, each: RecordingSnapshot, sign: int) -> None:
        if sign > 0:
            self._name(each)
        if each.is_left_alone:
            return
        self._total += sign
        for state in _STATES:
            self._counts[state] += sign * each.counts.get(state, 0)
        if each.step in AT_HOME:
            self._at_home += sign
            self._checking += sign * (each.step is Step.VERIFIED)
            return
        missing = sign * (each.size_bytes - each.custody.received_bytes)
        self._bytes_unsent += missing
        self._left_bytes += missing * (not each.is_failed)
        self._live += sign * (each.state == "recording")

    def _name(self, each: RecordingSnapshot) -> None:
        if each.needs_person:
            self._needing[each.id] = each
        if each.decision == "pending" or each.undo_until is not None:
            self._open[each.id] = each
        if each.step not in AT_HOME and not each.is_left_alone:
            self._unsent[each.id] = each.started_at
            if each.hold == Hold.ASIDE:
                self._aside.add(each.id)

    @property
    def left_bytes(self) -> int:
        """What can be sent without a person having to act."""
        return self._left_bytes

    def totals(self) -> Totals:
        """The whole queue in numbers."""
        pending, uploading, completed, failed = (self._counts[state] for state in _STATES)
        oldest = min(self._unsent.values(), default=None)
        return Totals(pending, uploading, completed, failed, self._bytes_unsent, oldest)

    def standing(self) -> Standing:
        """How many recordings stand where."""
        return Standing(
            total=self._total,
            unsent=len(self._unsent),
            live=self._live,
            checking=self._checking,
            at_home=self._at_home,
            aside=len(self._aside),
            needing=tuple(self._needing[each] for each in sorted(self._needing)),
            open=tuple(self._open[each] for each in sorted(self._open)),
        )
