"""What the way to the receiver carries: measured, remembered for its network, turned into chunks.

Every sender of a process shares one. It sends nothing, and decides about nothing but sizes.
"""

import ipaddress
import threading
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

from holdfast.clock import Clock
from holdfast.protocol import CHUNK_START_BYTES
from uploader.chunk_size import CHUNK_AIM_S, ChunkSize, Measured
from uploader.link_rows import Remembered

_FEW_PIECES: Final = 4
_A_LITTLE_MORE: Final = 1.25
_CHUNKS_LEAST: Final = 4
_CHUNKS_SEEN: Final = 8
_ROUND_TRIPS_SEEN: Final = 16
_FAR_TOO_LONG: Final = 2.0
"""A chunk that takes so many times as long as it should says enough by itself."""
_SLOW_START_ROUND_TRIPS: Final = 6.0
"""A new connection's first chunk takes so many round trips longer than later ones: TCP begins with
ten packets (RFC 6928) and doubles them with every round trip; 1 MiB are 720."""
_WORTH_REMEMBERING: Final = 0.2
_SUBNET_BITS: Final = {4: 24, 6: 64}


class Memory(Protocol):
    """Where a receiver's links are remembered."""

    def of(self, network: str | None) -> Remembered | None:
        """What is known of a network; of the one used last where None."""
        ...

    def keep(self, network: str, found: Remembered) -> None:
        """Remember what was found of a network."""
        ...

    def own_limit(self) -> int | None:
        """The largest body that the receiver itself takes, where it said so."""
        ...

    def keep_own_limit(self, limit_bytes: int) -> None:
        """Remember what the receiver said."""
        ...


def network_name(connection: str | None, local_address: str) -> str:
    """What a network is remembered by: the system's name for it, and the subnet of our address.

    Neither says enough alone: half the world's networks are 192.168.1.0/24, and many systems tell
    no name.
    """
    try:
        address = ipaddress.ip_address(local_address.partition("%")[0])
    except ValueError:
        subnet = local_address
    else:
        bits = _SUBNET_BITS[address.version]
        subnet = str(ipaddress.ip_network((address, bits), strict=False))
    return f"{connection} {subnet}" if connection else subnet


class Meter:
    """Measures a link by what travels on it. Not for several threads: `Pace` has the lock."""

    def __init__(self) -> None:
        self._sending = 0
        self._since_ns = 0
        self.forget()

    def forget(self, round_trip_s: float | None = None) -> None:
        """Begin anew, with what is known of the round trip; what travels is travelling still."""
        self._busy_ns = 0
        self._sent_bytes = 0
        self._seen: deque[tuple[int, int, int]] = deque(maxlen=_CHUNKS_SEEN + 1)
        known = [] if round_trip_s is None else [round_trip_s]
        self._round_trips_s: deque[float] = deque(known, maxlen=_ROUND_TRIPS_SEEN)

    def begin(self, now_ns: int) -> None:
        """A chunk begins to travel."""
        self._count(now_ns)
        self._sending += 1

    def end(self, now_ns: int, arrived_bytes: int) -> None:
        """A chunk arrived, or, with none, broke."""
        self._count(now_ns)
        self._sent_bytes += arrived_bytes
        if arrived_bytes:
            self._seen.append((self._busy_ns, self._sent_bytes, self._sending))
        self._sending -= 1

    def round_trip(self, seconds: float) -> None:
        """A small question was answered after so long."""
        self._round_trips_s.append(seconds)

    def measured(self) -> Measured:
        """What is known by now. The round trip is the shortest of the last: others waited.

        The first chunks say nothing of the rate: connections begin slowly, and while the first
        chunk arrives others are half on their way.
        """
        round_trip_s = min(self._round_trips_s, default=None)
        if len(self._seen) < _CHUNKS_LEAST:
            return Measured(None, round_trip_s)
        busy_ns, sent_bytes = (self._seen[-1][each] - self._seen[0][each] for each in (0, 1))
        return Measured(
            rate_bytes_s=sent_bytes / (busy_ns / 1e9) if busy_ns > 0 else None,
            round_trip_s=round_trip_s,
            connections=max(each for _, _, each in self._seen),
        )

    def _count(self, now_ns: int) -> None:
        if self._sending:
            self._busy_ns += now_ns - self._since_ns
        self._since_ns = now_ns


class Pace:
    """The chunk size that all senders share. Its methods may be called from any thread.

    `connection` tells the system's name for the connection in use, None where it has none.
    """

    def __init__(self, memory: Memory, clock: Clock, connection: Callable[[], str | None]) -> None:
        self._memory = memory
        self._clock = clock
        self._connection = connection
        self._lock = threading.Lock()
        self._network: str | None = None
        self._kept: Remembered | None = None
        self._meter = Meter()
        self._size = ChunkSize()
        self._limit_bytes: int | None = None
        self._begin_with(memory.of(None), memory.own_limit())

    def chunk_bytes(self, left_bytes: int) -> int:
        """How much to send at once now of what is left in one stretch of a segment.

        What is left goes in even pieces: a small last one would cost as long a wait for its answer
        as a large one. Until the link was seen to carry more, no piece is larger than what a
        default proxy takes.
        """
        with self._lock:
            size_bytes, most_bytes = self._size.size_bytes, self._size.limit_bytes
        if left_bytes > _FEW_PIECES * size_bytes:
            return size_bytes
        if size_bytes > CHUNK_START_BYTES:
            most_bytes = min(most_bytes, int(size_bytes * _A_LITTLE_MORE))
        else:
            most_bytes = min(most_bytes, int(size_bytes * _A_LITTLE_MORE), CHUNK_START_BYTES)
        pieces = max(-(-left_bytes // most_bytes), round(left_bytes / size_bytes))
        return -(-left_bytes // pieces)

    def measured(self) -> Measured:
        """What is known of the link now."""
        with self._lock:
            return self._meter.measured()

    # What travels ----------------------------------------------------------------------------

    def begin(self) -> int:
        """A chunk begins to travel; what this returns is given to `arrived`."""
        now_ns = self._clock.monotonic_ns()
        with self._lock:
            self._meter.begin(now_ns)
        return now_ns

    def arrived(self, began_ns: int, sent_bytes: int) -> float:
        """It arrived; returns how long that took, in seconds."""
        now_ns = self._clock.monotonic_ns()
        took_s = (now_ns - began_ns) / 1e9
        with self._lock:
            self._meter.end(now_ns, sent_bytes)
            measured = self._meter.measured()
            aim_bytes = measured.aim_bytes()
            begun_s = took_s - _SLOW_START_ROUND_TRIPS * (measured.round_trip_s or 0.0)
            if aim_bytes is None and begun_s > _FAR_TOO_LONG * CHUNK_AIM_S:
                aim_bytes = int(sent_bytes / begun_s * CHUNK_AIM_S)
            if aim_bytes is not None:
                self._size = self._size.towards(aim_bytes, sent_bytes, took_s)
        self._remember()
        return took_s

    def ended(self) -> None:
        """It did not arrive, for a reason that says nothing about its size."""
        with self._lock:
            self._meter.end(self._clock.monotonic_ns(), 0)

    def broke(self, chunk_bytes: int, sent_bytes: int) -> None:
        """Its connection broke when `sent_bytes` of it had been handed over."""
        with self._lock:
            self._meter.end(self._clock.monotonic_ns(), 0)
            if sent_bytes:
                self._size = self._size.after_cut(chunk_bytes)

    def refused(self, refused_bytes: int, limit_bytes: int | None) -> bool:
        """It was too large; whether a smaller one may be tried.

        `limit_bytes` is what the receiver says that it takes, None where a proxy refused.
        """
        with self._lock:
            smaller = self._size.after_refusal(refused_bytes, limit_bytes)
            if smaller is None:
                return False
            self._size = smaller
            is_own = limit_bytes is not None and smaller.limit_bytes == limit_bytes
            if not is_own:
                self._limit_bytes = smaller.limit_bytes
        if is_own:
            self._memory.keep_own_limit(smaller.limit_bytes)
        else:
            self._remember(whatever=True)
        return True

    # What requests show ----------------------------------------------------------------------

    def connected(self, local_address: str) -> None:
        """A connection was opened from this address: perhaps another network begins."""
        network = network_name(self._connection(), local_address)
        with self._lock:
            was, self._network = self._network, network
        if network == was:
            return
        known, own_limit = self._memory.of(network), self._memory.own_limit()
        with self._lock:
            # Until the first connection it was guessed to be the network that was used last.
            if was is not None or known != self._kept:
                self._begin_with(known, own_limit)

    def asked(self) -> int:
        """A small question is sent; what this returns is given to `answered`."""
        return self._clock.monotonic_ns()

    def answered(self, asked_ns: int) -> None:
        """Its answer is here."""
        with self._lock:
            self._meter.round_trip((self._clock.monotonic_ns() - asked_ns) / 1e9)

    # -----------------------------------------------------------------------------------------

    def _begin_with(self, known: Remembered | None, own_limit: int | None) -> None:
        self._kept = known
        start = known or Remembered(CHUNK_START_BYTES)
        self._limit_bytes = start.limit_bytes
        limits = [each for each in (own_limit, start.limit_bytes) if each is not None]
        self._meter.forget(start.round_trip_s)
        self._size = ChunkSize.under(min(limits, default=None), start.chunk_bytes, start.careful)

    def _remember(self, *, whatever: bool = False) -> None:
        """Keep what was learned where it is news, or whatever it is."""
        with self._lock:
            measured, size = self._meter.measured(), self._size
            found = Remembered(
                size.size_bytes,
                size.is_careful,
                self._limit_bytes,
                measured.rate_bytes_s,
                measured.round_trip_s,
            )
            if self._network is None:
                return
            if not whatever and not self._is_news(found):
                return
            self._kept = found
            network = self._network
        self._memory.keep(network, found)

    def _is_news(self, found: Remembered) -> bool:
        if self._kept is None or (self._kept.rate_bytes_s is None and found.rate_bytes_s):
            return True
        change = abs(found.chunk_bytes - self._kept.chunk_bytes) / self._kept.chunk_bytes
        return change > _WORTH_REMEMBERING or found.careful != self._kept.careful
