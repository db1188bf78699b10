"""What this device tells the receiver about itself now and then, and hears of it in return.

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
from uploader.order_delivery import follow_orders
from uploader.stocktaking import Stocktaking

_log = logging.getLogger(__name__)


def send_heartbeat(line: Line, stocktaking: Stocktaking) -> None:
    """Tell the receiver how much waits here, since when and why; hear now and then what it has."""
    status = _status(line.queue.snapshot(), rfc3339(line.clock.now()))
    is_due = stocktaking.is_due(line.enrolment.receiver)
    try:
        answer = line.transport.send_json("PUT", status_path(), {**status, "asks_stored": is_due})
    except TransportError as error:
        # Whatever is sent next finds out the same, and deals with it.
        _log.debug("no heartbeat: %s", error)
        return
    if not answer.is_ok or answer.body is None:
        return
    doubted = line.doubted(answer.body)
    if doubted is not None:
        line.reachability.hold(doubted)
        return
    # What was withdrawn is not missed.
    follow_orders(line, answer.body.get("orders"))
    if is_due:
        stocktaking.compare(line, answer.body.get("stored"))


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
