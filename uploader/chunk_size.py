"""How large a chunk is: from what was measured of the link, what broke on it, and what was refused.

Pure: the same facts always give the same size.
"""

from dataclasses import dataclass
from typing import Final

from holdfast.protocol import CHUNK_LEAST_BYTES, CHUNK_MOST_BYTES, CHUNK_START_BYTES

CHUNK_AIM_S: Final = 1.5
"""A chunk should take about this long on the link as measured."""
ROUND_TRIPS: Final = 4.0
"""Chunk times connections is this many round trips' worth of the link's rate: while one connection
waits for its answer, another has enough to send. Three are enough, but chunks that are too small
also make the rate look lower than it is, and would stay too small for ever."""
_SAYS_ENOUGH: Final = 0.6
_STEP_BYTES: Final = 32 * 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of a link; None where nothing is known yet."""

    rate_bytes_s: float | None = None
    """Of all connections together, while something was on its way."""
    round_trip_s: float | None = None
    connections: int = 1

    def aim_bytes(self) -> int | None:
        """The chunk that suits it, unbounded; None while its rate is not known."""
        if self.rate_bytes_s is None:
            return None
        seconds = max(CHUNK_AIM_S, ROUND_TRIPS * (self.round_trip_s or 0.0))
        return int(self.rate_bytes_s / self.connections * seconds)


@dataclass(frozen=True, slots=True)
class ChunkSize:
    """How much to send at once; follows the link and never exceeds what was refused before."""

    size_bytes: int = CHUNK_START_BYTES
    limit_bytes: int = CHUNK_MOST_BYTES
    careful_from_bytes: int = CHUNK_MOST_BYTES
    """From here on it grows by small steps, because a chunk not much larger broke before."""

    @classmethod
    def under(
        cls, limit_bytes: int | None, size_bytes: int = CHUNK_START_BYTES, careful: bool = False
    ) -> "ChunkSize":
        """The first chunk's size where larger bodies than `limit_bytes` are known not to pass.

        `size_bytes` is what suited the link when it was used last; `careful` whether chunks broke.
        """
        limit = min(limit_bytes or CHUNK_MOST_BYTES, CHUNK_MOST_BYTES)
        size = min(size_bytes, limit)
        return cls(size, limit, size if careful else CHUNK_MOST_BYTES)

    @property
    def is_careful(self) -> bool:
        """Whether a chunk broke on this link."""
        return self.careful_from_bytes < CHUNK_MOST_BYTES

    def towards(self, aim_bytes: int, sent_bytes: int, took_s: float) -> "ChunkSize":
        """After a chunk that arrived: towards `aim_bytes`, by a factor of 2 at most.

        A small piece looks slow for its size, and says nothing about whether a larger one breaks.
        """
        was_small = sent_bytes < self.size_bytes * _SAYS_ENOUGH and took_s < CHUNK_AIM_S
        if was_small and (self.is_careful or aim_bytes < self.size_bytes):
            return self
        return self._sized(min(max(aim_bytes, self.size_bytes // 2), self._larger_bytes()))

    def _larger_bytes(self) -> int:
        doubled = self.size_bytes * 2
        if doubled <= self.careful_from_bytes:
            return doubled
        step = max(_STEP_BYTES, self.size_bytes // 16)
        return max(self.size_bytes + step, min(doubled, self.careful_from_bytes))

    def _sized(self, size_bytes: int) -> "ChunkSize":
        size = min(size_bytes, self.limit_bytes) // _STEP_BYTES * _STEP_BYTES
        size = max(size, min(CHUNK_LEAST_BYTES, self.limit_bytes))
        return ChunkSize(size, self.limit_bytes, self.careful_from_bytes)

    def after_cut(self, cut_bytes: int | None = None) -> "ChunkSize":
        """After a chunk of `cut_bytes` that broke: half of it at once, so that less is lost.

        Of several connections that broke together only the first halves the size.
        """
        if cut_bytes is not None and cut_bytes > self.size_bytes:
            return self
        half = max(self.size_bytes // 2, min(CHUNK_LEAST_BYTES, self.limit_bytes))
        return ChunkSize(half, self.limit_bytes, half)

    def after_refusal(self, refused_bytes: int, limit_bytes: int | None) -> "ChunkSize | None":
        """After a body that was too large: half of it, or what was allowed; None if it was least.

        The receiver's own limit may lie under CHUNK_LEAST_BYTES; a guess never does.
        """
        if self.limit_bytes < refused_bytes:
            # Another sender met the same limit first and knows better already.
            return self
        half = max(refused_bytes // 2, CHUNK_LEAST_BYTES)
        is_said = limit_bytes is not None and limit_bytes < refused_bytes
        size = limit_bytes if is_said and limit_bytes is not None else half
        if size >= refused_bytes:
            return None
        return ChunkSize(size, size, min(self.careful_from_bytes, size))
