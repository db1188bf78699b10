"""How long a connection may take, and which one has taken too long. Values and rules; no sockets.

Silence alone says little: one byte a second is never silent and holds a connection for ever. So a
request also has a time for its head, and its body a rate that it must keep. Where connections get
scarce, those that are waited for have less time.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Patience:
    """Times in seconds. A device on a bad link sends 128 KiB at a time and has all of them."""

    head_s: float = 20.0
    """From a request's first byte to the end of its head."""
    silence_s: float = 60.0
    """Between two arrivals in the middle of a request."""
    idle_s: float = 300.0
    """Between two requests, and while nobody takes what is answered."""
    first_s: float = 30.0
    """A body that has not taken longer than this may be as slow as it likes."""
    least_bytes_s: int = 1024
    """What a body must come to on average, in bytes a second, once it has taken longer."""

    def when_scarce(self) -> "Patience":
        """With most connections taken: the same rate, but a fraction of the time."""
        return replace(
            self,
            head_s=self.head_s / 4,
            silence_s=self.silence_s / 4,
            idle_s=self.idle_s / 20,
            first_s=self.first_s / 4,
        )


@dataclass(slots=True)
class Waiting:
    """What one connection is waited for, on the monotonic clock in nanoseconds."""

    since_ns: int
    """When the request that is arriving began; where none is, when something was last answered."""
    heard_ns: int
    """When something last came."""
    is_arriving: bool = False
    has_head: bool = False
    body_bytes: int = 0
    """What has come of the body."""


def is_over(waiting: Waiting, patience: Patience, now_ns: int) -> bool:
    """Whether a connection has been waited for long enough."""
    taken_s = (now_ns - waiting.since_ns) / 1e9
    if not waiting.is_arriving:
        return taken_s > patience.idle_s
    if (now_ns - waiting.heard_ns) / 1e9 > patience.silence_s:
        return True
    if not waiting.has_head:
        return taken_s > patience.head_s
    return taken_s > patience.first_s and waiting.body_bytes < taken_s * patience.least_bytes_s
