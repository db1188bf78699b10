"""The ends of sessions: closed, or withdrawn with recordings and participants; devices' word."""

from flask import Blueprint, Response, request

from holdfast.jsonform import Json
from server.api.answers import json_answer
from server.api.bodies import document, json_object, text_or_none
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.api.openapi import describe
from server.api.queries import limit_of, read_query
from server.api.schemas import withdrawal as shapes
from server.auth.policy import Policy, allow
from server.domain.names import without_nul
from server.domain.refusals import Refusal

_REASON = "it was withdrawn"


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("withdrawal", __name__)
    routes.delete("/sessions/<id:session>")(withdraw_session)
    routes.delete("/recordings/<id:recording>")(withdraw_recording)
    routes.delete("/studies/<study>/participants/<participant>")(withdraw_participant)
    routes.get("/withdrawals")(list_withdrawals)
    routes.post("/sessions/<id:session>/close")(close_session)
    routes.post("/devices/self/orders/<id:order>/done")(order_done)
    return routes


@allow(Policy.ADMIN)
@describe(
    "withdrawal",
    {202: shapes.WithdrawalView},
    body=shapes.Reason,
    needs_body=False,
    problems=("unknown_session",),
)
def withdraw_session(session: str) -> Response:
    """Withdraw a session: every byte of it, here and on the device.

    Done once, however often it is asked.
    """
    done = receiver().withdrawals.withdraw_session(session, _reason(), principal())
    return json_answer(done.to_json(), 202)


@allow(Policy.ADMIN)
@describe(
    "withdrawal",
    {202: shapes.WithdrawalView},
    body=shapes.Reason,
    needs_body=False,
    problems=("unknown_recording",),
)
def withdraw_recording(recording: str) -> Response:
    """Withdraw a recording: every byte of it, here and on the device.

    Done once, however often it is asked.
    """
    done = receiver().withdrawals.withdraw_recording(recording, _reason(), principal())
    return json_answer(done.to_json(), 202)


@allow(Policy.ADMIN)
@describe("withdrawal", {202: shapes.WithdrawnSessions}, body=shapes.Reason, needs_body=False)
def withdraw_participant(study: str, participant: str) -> Response:
    """Withdraw all sessions of a participant in a study, here and on the devices."""
    for name in (study, participant):
        without_nul(name, "The address")
    done = receiver().withdrawals.withdraw_participant(study, participant, _reason(), principal())
    return json_answer({"sessions": [each.to_json() for each in done]}, 202)


@allow(Policy.ADMIN)
@describe("withdrawal", {200: shapes.WithdrawalList}, query=shapes.WithdrawalFilter)
def list_withdrawals() -> Response:
    """List withdrawals, newest first, and how far they have come."""
    wanted = read_query(shapes.WithdrawalFilter)
    found = receiver().withdrawals.page(
        wanted.get("cursor"), limit_of(wanted), open_only=wanted.get("open", False)
    )
    entries = [each.to_json() for each in found.entries]
    return json_answer({"withdrawals": entries, "next": found.next})


@allow(Policy.DEVICE)
@describe("withdrawal", {200: shapes.OrderSettled}, body=shapes.OrderDone, problems=("conflict",))
def order_done(order: str) -> Response:
    """Say that an order was done, signed with the device's key."""
    # An order that is not one's own is nowhere, whatever is said about it.
    receiver().orders.require_own(order, own_device())
    content = document(settings().json_most_bytes, "the confirmation of the order")
    receiver().orders.done(order, own_device(), content)
    return json_answer({"order": order, "state": "done"})


@allow(Policy.OWNER_OR_WRITER)
@describe(
    "sessions",
    {200: shapes.ClosingView},
    body=shapes.CloseRequest,
    problems=("unknown_session", "withdrawn"),
)
def close_session(session: str) -> Response:
    """Close a session: say how many recordings it has, and hear which are missing or incomplete."""
    # A session that is not one's own is nowhere, whatever is said about it.
    receiver().sessions.get(session, principal().device)
    expected = json_object(settings().json_most_bytes).get("expected_recordings")
    if not isinstance(expected, int) or isinstance(expected, bool):
        raise Refusal("bad_request", "'expected_recordings' must be a whole number.")
    return json_answer(receiver().closing.close(session, expected, principal()).to_json())


def _reason() -> str:
    asked: Json = json_object(settings().json_most_bytes) if request.content_length else {}
    return text_or_none(asked, "reason") or _REASON
