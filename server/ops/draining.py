"""The end of a listener: nobody new comes in, and whoever is being answered gets the answer.

What is half sent has a few seconds to arrive; a device sends it again anyway. Everything is
bounded, so that a service manager never has to kill a receiver.
"""

import threading
from typing import Any, Final

from waitress import wasyncore

from holdfast.clock import Clock

ARRIVING_S: Final = 4.0
"""So long may a request whose body is still on its way take to arrive."""
ANSWERING_S: Final = 20.0
"""So long may requests be worked on, and answers be sent."""
_TURN_S: Final = 0.1


def drain(server: Any, clock: Clock, hurry: threading.Event) -> None:
    """Finish the requests of a waitress server that takes no new connections any more.

    `hurry` ends it at once. Connections that are left are the caller's to close.
    """
    began_ns = clock.monotonic_ns()
    while not hurry.is_set():
        waited_s = (clock.monotonic_ns() - began_ns) / 1e9
        if waited_s >= ANSWERING_S:
            return
        for channel in list(server.active_channels.values()):
            if _is_idle(channel, arriving_counts=waited_s < ARRIVING_S):
                channel.handle_close()
        if not server.active_channels:
            return
        wasyncore.loop(timeout=_TURN_S, count=1, map=server._map, use_poll=True)


def _is_idle(channel: Any, *, arriving_counts: bool) -> bool:
    # Under the lock a task that has just ended has either left its answer or its next request.
    with channel.requests_lock:
        if channel.requests or channel.total_outbufs_len:
            return False
        return channel.request is None or not arriving_counts
