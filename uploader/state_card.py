"""The state card: how the queue of this computer stands, signed, small enough for a QR code.

It is for computers that cannot reach their receiver: a person carries the card on a phone. It says
numbers and one sentence, and never whose recordings they are.
"""

from typing import Final

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.statement import signed
from holdfast.version import VERSION
from uploader.identity import Identity
from uploader.items import AT_HOME, LEFT_ALONE, QueueSnapshot
from uploader.queue import Queue
from uploader.vitals import disk_hours, free_bytes

KIND: Final = "state card"
_MOST_WORDS: Final = 200


def state_card(queue: Queue, identity: Identity, clock: Clock) -> Json:
    """The card as of now. Raises OSError, sqlite3.Error."""
    snapshot = queue.snapshot()
    content = _content(snapshot, free_bytes(queue.roots()), clock)
    return signed(content, identity.device, identity.sign)


def _content(snapshot: QueueSnapshot, free: int | None, clock: Clock) -> Json:
    own = [each for each in snapshot.recordings if each.step not in LEFT_ALONE]
    return {
        "format_version": FORMAT_VERSION,
        "kind": KIND,
        "at": rfc3339(clock.now()),
        "app_version": VERSION,
        "recordings": len(own),
        "waiting": sum(each.step not in AT_HOME and not each.is_failed for each in own),
        "failed": sum(each.is_failed for each in own),
        "bytes_unsent": snapshot.totals.bytes_unsent,
        "oldest_unsent_at": snapshot.totals.oldest_unsent_at,
        "disk_hours": None if free is None else disk_hours(free, snapshot.recordings),
        "network": snapshot.network.value,
        "why": snapshot.why[:_MOST_WORDS],
    }
