"""What this device tells the receiver about itself now and then, and hears of it in return.

It is news, not work: when it cannot be told, nothing is waited for and nothing is counted.
"""

import logging

from holdfast.clock import rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.protocol import status_path
from holdfast.version import VERSION
from uploader.discards import tell_again
from uploader.errors import TransportError
from uploader.line import Line
from uploader.new_key import OwnKeys
from uploader.order_delivery import follow_orders
from uploader.stocktaking import Stocktaking
from uploader.studies import GivenStudies
from uploader.vitals import clock_offset, disk_hours, free_bytes

_log = logging.getLogger(__name__)


def send_heartbeat(
    line: Line,
    stocktaking: Stocktaking | None,
    studies: GivenStudies | None = None,
    held: str | None = None,
    own_keys: OwnKeys | None = None,
) -> None:
    """Tell the receiver how much waits here, since when and why; hear what it wants known here.

    `held` is why nothing is sent by this computer's own wish. Without `stocktaking` and `studies`
    only orders are followed, which protect people and wait for nobody's convenience.
    """
    status = _status(line, held)
    is_due = stocktaking is not None and stocktaking.is_due(line.enrolment.receiver)
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
    line.heard()
    # What was withdrawn is not missed.
    follow_orders(line, answer.body.get("orders"))
    if own_keys is not None:
        own_keys.attend(line.transport, answer.body)
    if studies is not None:
        _take_in(studies, line, answer.body.get("studies"))
    if is_due and stocktaking is not None:
        stocktaking.compare(line, answer.body.get("stored"))
        tell_again(line, answer.body.get("open"))


def _take_in(studies: GivenStudies, line: Line, told: object) -> None:
    try:
        studies.take_in(line, told)
    except OSError as error:
        _log.warning("the studies cannot be kept on this computer now: %s", error)


def _status(line: Line, held: str | None) -> Json:
    snapshot = line.queue.snapshot()
    free = free_bytes(line.queue.roots())
    return {
        "format_version": FORMAT_VERSION,
        "at": rfc3339(line.clock.now()),
        "disk_hours": None if free is None else disk_hours(free, snapshot.recordings),
        "clock_offset_s": clock_offset(line.queue.receiver.receiver_clock(), line.clock),
        "app_version": VERSION,
        "recordings": len(snapshot.recordings),
        "unverified": sum(not each.custody.verified for each in snapshot.recordings),
        "totals": snapshot.totals.to_json(),
        "held": held,
        "last_error": next((each.why for each in snapshot.recordings if each.needs_person), ""),
    }
