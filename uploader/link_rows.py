"""What the queue remembers of each network's way to a receiver, for all processes and restarts.

It measures nothing and knows no network by itself.
"""

from dataclasses import dataclass
from typing import Final, Protocol

from holdfast.clock import Clock
from uploader.database import Database
from uploader.transitions import now_ms

LIMIT_HOLDS_S: Final = 7 * 86400.0
"""A refusal is believed for so long: proxies are repaired, too, and asking costs one chunk."""
NETWORKS_MOST: Final = 64


class OwnLimits(Protocol):
    """Where it is kept what a receiver itself takes: the queue."""

    def chunk_limit(self, receiver: str) -> int | None:
        """The largest body, in bytes; None if nothing is known."""
        ...

    def note_chunk_limit(self, receiver: str, limit_bytes: int) -> None:
        """Remember it."""
        ...


@dataclass(frozen=True, slots=True)
class Remembered:
    """One network's way to a receiver."""

    chunk_bytes: int
    careful: bool = False
    limit_bytes: int | None = None
    rate_bytes_s: float | None = None
    round_trip_s: float | None = None


class LinkRows:
    """The queue's `links`. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, receiver: str, network: str | None = None) -> Remembered | None:
        """What is known of a network; without one, of that which was used last."""
        with self._database.read() as database:
            row = database.row(
                """SELECT chunk_bytes, careful,
                       CASE WHEN abs(:now - limited_at_ms) < :holds THEN limit_bytes END,
                       rate_bytes_s, round_trip_s
                   FROM links WHERE receiver = :receiver
                       AND (:network IS NULL OR network = :network)
                   ORDER BY used_at_ms DESC LIMIT 1""",
                {
                    "now": now_ms(self._clock),
                    "holds": int(LIMIT_HOLDS_S * 1000),
                    "receiver": receiver,
                    "network": network,
                },
            )
        if row is None:
            return None
        chunk_bytes, careful, limit_bytes, rate_bytes_s, round_trip_s = row
        return Remembered(chunk_bytes, bool(careful), limit_bytes, rate_bytes_s, round_trip_s)

    def keep(self, receiver: str, network: str, found: Remembered) -> None:
        """Remember a network. The one that was not used for longest makes room.

        The time of a limit stays that of its refusal.
        """
        with self._database.write() as database:
            database.execute(
                """INSERT INTO links VALUES (:receiver, :network, :chunk, :careful, :limit,
                       CASE WHEN :limit IS NOT NULL THEN :now END, :rate, :round_trip, :now)
                   ON CONFLICT DO UPDATE SET chunk_bytes = excluded.chunk_bytes,
                       careful = excluded.careful,
                       limited_at_ms = CASE WHEN excluded.limit_bytes IS limit_bytes
                           THEN limited_at_ms ELSE excluded.limited_at_ms END,
                       limit_bytes = excluded.limit_bytes,
                       rate_bytes_s = excluded.rate_bytes_s,
                       round_trip_s = excluded.round_trip_s, used_at_ms = excluded.used_at_ms""",
                {
                    "receiver": receiver,
                    "network": network,
                    "chunk": found.chunk_bytes,
                    "careful": found.careful,
                    "limit": found.limit_bytes,
                    "rate": found.rate_bytes_s,
                    "round_trip": found.round_trip_s,
                    "now": now_ms(self._clock),
                },
            )
            database.execute(
                """DELETE FROM links WHERE (receiver, network) NOT IN
                       (SELECT receiver, network FROM links ORDER BY used_at_ms DESC LIMIT ?)""",
                (NETWORKS_MOST,),
            )


class LinkMemory:
    """What is remembered of one receiver, as `pace.Memory` wants it."""

    def __init__(self, rows: LinkRows, limits: OwnLimits, receiver: str) -> None:
        self._rows = rows
        self._limits = limits
        self._receiver = receiver

    def of(self, network: str | None) -> Remembered | None:
        """What is known of a network; of the one used last where None."""
        return self._rows.of(self._receiver, network)

    def keep(self, network: str, found: Remembered) -> None:
        """Remember what was found of a network."""
        self._rows.keep(self._receiver, network, found)

    def own_limit(self) -> int | None:
        """The largest body that the receiver itself takes, where it said so."""
        return self._limits.chunk_limit(self._receiver)

    def keep_own_limit(self, limit_bytes: int) -> None:
        """Remember what the receiver said."""
        self._limits.note_chunk_limit(self._receiver, limit_bytes)
