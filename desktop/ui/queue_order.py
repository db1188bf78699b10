"""Which recordings of the queue are shown and in which order, kept up to date change by change.

Pure. It finds the place of a row by halving, so that a change among a hundred thousand costs no
more than one among ten.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.ui.queue_rows import KEYS, Column, Filter, fits
from uploader.items import RecordingSnapshot

_Place = tuple[float | str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see, and in which order; `column` None is the order of time."""

    shown: Filter = Filter.ALL
    find: str = ""
    column: Column | None = None
    descending: bool = True


def changes(
    before: Sequence[RecordingSnapshot], after: Sequence[RecordingSnapshot]
) -> tuple[list[RecordingSnapshot], list[str]]:
    """What is new or different, and the ids of what is gone. Both are in the order of ids."""
    # An unchanged recording is the very same object, which is found out fastest by far.
    if len(before) == len(after):
        pairs = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
        if all(old.id == new.id for old, new in pairs):
            return [new for old, new in pairs if old != new], []
    old_by_id = {each.id: each for each in before}
    found = []
    for each in after:
        old = old_by_id.pop(each.id, None)
        if old is not each and old != each:
            found.append(each)
    return found, list(old_by_id)


class QueueOrder:
    """The rows that are shown. Row 0 is the topmost."""

    def __init__(self) -> None:
        self._wish = Wish()
        self._all: dict[str, RecordingSnapshot] = {}
        self._shown: list[_Place] = []
        self._place_of: dict[str, _Place] = {}

    @property
    def wish(self) -> Wish:
        """What is shown, in which order."""
        return self._wish

    def __len__(self) -> int:
        return len(self._shown)

    def at(self, row: int) -> RecordingSnapshot:
        """The recording in a row."""
        return self._all[self._shown[self._index(row)][1]]

    def find(self, recording: str) -> RecordingSnapshot | None:
        """A recording by its id, shown or not."""
        return self._all.get(recording)

    def row_of(self, recording: str) -> int | None:
        """Where a recording is shown, or None."""
        place = self._place_of.get(recording)
        if place is None:
            return None
        return self._index(bisect_left(self._shown, place))

    def show(self, recordings: Sequence[RecordingSnapshot], wish: Wish) -> None:
        """Take all of these, and sort them anew."""
        self._wish = wish
        self._all = {each.id: each for each in recordings}
        places = [self._place(each) for each in recordings if self._is_shown(each)]
        places.sort()
        self._shown = places
        self._place_of = {place[1]: place for place in places}

    def sort(self, wish: Wish) -> None:
        """Show what is known as somebody wishes now."""
        self.show(list(self._all.values()), wish)

    def where(self, recording: RecordingSnapshot) -> tuple[int | None, bool]:
        """The row that a recording has now, and whether it may stay there as it is now."""
        row = self.row_of(recording.id)
        if row is None:
            return None, False
        stays = self._is_shown(recording) and self._place(recording) == self._place_of[recording.id]
        return row, stays

    def keep(self, recording: RecordingSnapshot) -> None:
        """Know a recording as it is now, without showing it anywhere else."""
        self._all[recording.id] = recording

    def row_for(self, recording: RecordingSnapshot) -> int | None:
        """The row that a recording that is not shown now would get, or None."""
        if not self._is_shown(recording):
            return None
        index = bisect_left(self._shown, self._place(recording))
        return len(self._shown) - index if self._wish.descending else index

    def insert(self, recording: RecordingSnapshot) -> None:
        """Show a recording in the row that `row_for` said."""
        place = self._place(recording)
        insort(self._shown, place)
        self._place_of[recording.id] = place

    def remove(self, row: int) -> None:
        """Show the recording in this row no more."""
        del self._place_of[self._shown.pop(self._index(row))[1]]

    def forget(self, recording: str) -> None:
        """Know a recording no more. It must not be shown."""
        self._all.pop(recording, None)

    def _index(self, row: int) -> int:
        return len(self._shown) - 1 - row if self._wish.descending else row

    def _is_shown(self, recording: RecordingSnapshot) -> bool:
        return fits(recording, self._wish.shown, self._wish.find)

    def _place(self, recording: RecordingSnapshot) -> _Place:
        column = self._wish.column
        # Where the key is the same, and where none is asked for, it is the order of time.
        return (0.0 if column is None else KEYS[column](recording)), recording.id
