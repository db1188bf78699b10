"""What this device tells the receiver about itself now and then, for the people who look after it.

It is news, not work: when it cannot be told, nothing is waited for and nothing is counted.
"""

import logging

from holdfast.clock import rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.protocol import status_path
from holdfast.version import VERSION
from uploader.errors import TransportError
from uploader.items import QueueSnapshot
from uploader.line import Line

_log = logging.getLogger(__name__)


def send_heartbeat(line: Line) -> None:
    """Tell the receiver how much waits here, since when and why."""
    status = _status(line.queue.snapshot(), rfc3339(line.clock.now()))
    try:
        line.transport.send_json("PUT", status_path(), status)
    except TransportError as error:
        # Whatever is sent next finds out the same, and deals with it.
        _log.debug("no heartbeat: %s", error)


def _status(snapshot: QueueSnapshot, now: str) -> Json:
    return {
        "format_version": FORMAT_VERSION,
        "at": now,
        "app_version": VERSION,
        "recordings": len(snapshot.recordings),
        "unverified": sum(not each.custody.verified for each in snapshot.recordings),
        "totals": snapshot.totals.to_json(),
        "last_error": next((each.why for each in snapshot.recordings if each.is_failed), ""),
    }
