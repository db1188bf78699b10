"""The ends of sessions: closed, or withdrawn with recordings and participants; devices' word."""

from flask import Blueprint, Response, request

from holdfast.jsonform import Json
from server.api.answers import json_answer
from server.api.bodies import document, json_object, text_or_none
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.auth.policy import Policy, allow
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
def withdraw_session(session: str) -> Response:
    done = receiver().withdrawals.withdraw_session(session, _reason(), principal())
    return json_answer(done.to_json(), 202)


@allow(Policy.ADMIN)
def withdraw_recording(recording: str) -> Response:
    done = receiver().withdrawals.withdraw_recording(recording, _reason(), principal())
    return json_answer(done.to_json(), 202)


@allow(Policy.ADMIN)
def withdraw_participant(study: str, participant: str) -> Response:
    done = receiver().withdrawals.withdraw_participant(study, participant, _reason(), principal())
    return json_answer({"sessions": [each.to_json() for each in done]}, 202)


@allow(Policy.ADMIN)
def list_withdrawals() -> Response:
    open_only = request.args.get("open", "false").lower() == "true"
    found = receiver().withdrawals.listing(open_only=open_only)
    return json_answer({"withdrawals": [each.to_json() for each in found]})


@allow(Policy.DEVICE)
def order_done(order: str) -> Response:
    # An order that is not one's own is nowhere, whatever is said about it.
    receiver().orders.require_own(order, own_device())
    content = document(settings().json_most_bytes, "the confirmation of the order")
    receiver().orders.done(order, own_device(), content)
    return json_answer({"order": order, "state": "done"})


@allow(Policy.OWNER_OR_WRITER)
def close_session(session: str) -> Response:
    # A session that is not one's own is nowhere, whatever is said about it.
    receiver().sessions.get(session, principal().device)
    expected = json_object(settings().json_most_bytes).get("expected_recordings")
    if not isinstance(expected, int) or isinstance(expected, bool):
        raise Refusal("bad_request", "'expected_recordings' must be a whole number.")
    return json_answer(receiver().closing.close(session, expected, principal()).to_json())


def _reason() -> str:
    asked: Json = json_object(settings().json_most_bytes) if request.content_length else {}
    return text_or_none(asked, "reason") or _REASON
