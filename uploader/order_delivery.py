"""Orders on the wire: taken from the receiver's answers, checked, carried out, confirmed.

An order counts only with the signature of the receiver's key, as pinned or as it was before. It
comes again until the receiver has the device's word, so nothing is kept of it here.
"""

import logging

from nacl.exceptions import BadSignatureError

from holdfast.jsonform import FormatError, Json
from holdfast.orders import ORDERS_MOST, Done, Order
from holdfast.protocol import order_done_path
from uploader.errors import TransportError
from uploader.identity import Enrolment
from uploader.line import Line
from uploader.orders import expiry
from uploader.receipts import check_signature

_log = logging.getLogger(__name__)
WITHDRAWN = "It was withdrawn. The copies on this computer are deleted."


def follow_orders(line: Line, told: object) -> None:
    """Carry out the orders in an answer, as far as can be now. Raises QueueError."""
    if line.orders is None or not isinstance(told, list):
        return
    for each in [order for order in told[:ORDERS_MOST] if order is not None]:
        try:
            order = checked(each, line.enrolment)
        except (FormatError, BadSignatureError, AttributeError, TypeError) as error:
            _log.warning("an order was not followed, it is not the receiver's: %s", error)
            continue
        _follow(line, order)


def checked(told: Json, enrolment: Enrolment) -> Order:
    """The order in this JSON. Raises FormatError, BadSignatureError where it is not genuine."""
    order = Order.from_json(told)
    if order.receiver != enrolment.receiver:
        raise FormatError("the order is another receiver's")
    for key in enrolment.keys:
        try:
            check_signature(told, order.key_id, order.signature, key)
        except (FormatError, BadSignatureError) as error:
            refused: Exception = error
        else:
            return order
    raise refused


def _follow(line: Line, order: Order) -> None:
    assert line.orders is not None
    try:
        done = line.orders.carry_out(order, line.enrolment.device)
    except OSError as error:
        _log.warning("the order %s waits, files cannot be deleted now: %s", order.order, error)
        return
    if done is None:
        _log.info("the order %s waits until nothing is recorded or looked at", order.order)
        return
    if order.deletes:
        for each in done.deleted:
            line.tell("withdrawn", each, why=WITHDRAWN)
    else:
        for each in order.recordings:
            line.tell("notice", each, why=expiry(order))
    _confirm(line, done)


def _confirm(line: Line, done: Done) -> None:
    try:
        answer = line.transport.send_json("POST", order_done_path(done.order), done.to_json())
    except TransportError as error:
        _log.debug("the order %s is confirmed the next time: %s", done.order, error)
        return
    if not answer.is_ok:
        _log.warning("the receiver took no word for the order %s (%d)", done.order, answer.status)
