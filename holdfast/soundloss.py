"""What is missing in a stretch of sound: counted losses, and silence where nothing arrived.

Values and their JSON only. Times are seconds on the recording's clock, amounts are seconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from holdfast.jsonform import Json, Reader

Span = tuple[float, float]
"""Where it begins, and how long it lasts."""

SLIGHT_S: Final = 0.1
"""Sound may end so much beside its picture: both come in pieces of their own length."""

_NEXT_TO_S: Final = 0.00005
"""Spans this close are one: they were counted picture by picture."""


@dataclass(frozen=True, slots=True)
class SoundLoss:
    """`lost`: samples that the sound system or a full queue lost, by its own count, and what a
    recorder that died had not yet written of its last picture's time.

    `silent`: silence that stands in the recording where no sound arrived. A loss usually leaves
    such a silence too; the two are never added up.
    """

    lost: tuple[Span, ...] = ()
    silent: tuple[Span, ...] = ()

    @property
    def lost_s(self) -> float:
        """All lost sound, in seconds."""
        return round(sum(length_s for _at_s, length_s in self.lost), 6)

    @property
    def silence_s(self) -> float:
        """All silence that stands for missing sound, in seconds."""
        return round(sum(length_s for _at_s, length_s in self.silent), 6)

    def to_json(self) -> Json:
        """The keys that it adds to a sidecar, a segment of a manifest or a line of the journal."""
        return {
            "lost_sound_s": self.lost_s,
            "silence_s": self.silence_s,
            "lost_sound": [list(each) for each in self.lost],
            "silences": [list(each) for each in self.silent],
        }


def read_sound_loss(reader: Reader) -> SoundLoss | None:
    """What these keys say; None without them: no sound, or from before it was written down.

    The sums are read over, because they are the sums. Raises FormatError.
    """
    if not reader.has("lost_sound"):
        return None
    reader.skip("lost_sound_s", "silence_s")
    return SoundLoss(reader.spans("lost_sound"), reader.spans("silences"))


def together(losses: Iterable[SoundLoss]) -> SoundLoss:
    """Several stretches that follow each other as one; spans that touch become one span."""
    losses = list(losses)
    return SoundLoss(
        _joined(span for each in losses for span in each.lost),
        _joined(span for each in losses for span in each.silent),
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for at_s, length_s in spans:
        if joined and abs(sum(joined[-1]) - at_s) < _NEXT_TO_S:
            first_s = joined[-1][0]
            joined[-1] = (first_s, round(joined[-1][1] + length_s, 6))
        else:
            joined.append((at_s, length_s))
    return tuple(joined)
