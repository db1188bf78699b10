"""How fast each recording is sent: what the receiver acknowledged of it over the last seconds.

Pure; the time comes with each look. Only recordings on their way are remembered.
"""

from collections import deque
from collections.abc import Iterable
from typing import Final

from uploader.items import ItemState, RecordingSnapshot

OVER_S: Final = 10.0
LEAST_S: Final = 3.0
LEAST_SHARE: Final = 0.02
"""Before so many seconds and so much of it, a speed is a guess and nobody is told."""


class Speeds:
    """Moving averages of the recordings on their way."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[tuple[float, int]]] = {}

    def note(self, now_s: float, on_their_way: Iterable[RecordingSnapshot]) -> None:
        """Take down how far they are; whatever is not among them any more is forgotten."""
        seen: dict[str, deque[tuple[float, int]]] = {}
        for each in on_their_way:
            steps = self._seen.get(each.id) or deque()
            steps.append((now_s, each.custody.received_bytes))
            while len(steps) > 2 and steps[1][0] <= now_s - OVER_S:
                steps.popleft()
            seen[each.id] = steps
        self._seen = seen

    def of(self, recording: RecordingSnapshot) -> float | None:
        """Bytes a second; None where it is too early to say."""
        steps = self._seen.get(recording.id)
        if not steps:
            return None
        (first_s, first_bytes), (last_s, last_bytes) = steps[0], steps[-1]
        took_s, arrived = last_s - first_s, last_bytes - first_bytes
        if took_s < LEAST_S or arrived <= 0:
            return None
        if recording.custody.received_bytes < LEAST_SHARE * recording.size_bytes:
            return None
        return arrived / took_s


def is_on_its_way(recording: RecordingSnapshot) -> bool:
    """Whether a part of it is being sent now."""
    return recording.counts.get(ItemState.UPLOADING, 0) > 0
