"""Queues, one for each kind of job: how full they are, pausing them, and what is done with all."""

from flask import Blueprint, Response

from holdfast.jsonform import Json
from server.api.answers import json_answer
from server.api.bodies import json_object
from server.api.context import receiver, settings
from server.api.guard import principal
from server.api.openapi import describe
from server.api.schemas import work as shapes
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain.refusals import Refusal


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("queues", __name__)
    routes.get("/queues")(list_queues)
    routes.put("/queues/<kind>")(control_queue)
    routes.post("/queues/<kind>/retry")(retry_queue)
    routes.post("/queues/<kind>/missing")(process_missing)
    return routes


@allow(Policy.READER)
@keeps_to_scope
@describe("jobs", {200: shapes.QueueList})
def list_queues() -> Response:
    """List the queues, one for each kind of job."""
    found = receiver().queues.all(principal().scope)
    return json_answer({"queues": [each.to_json() for each in found]})


@allow(Policy.ADMIN)
@describe("jobs", {200: shapes.QueueView}, body=shapes.QueueControl)
def control_queue(kind: str) -> Response:
    """Pause a queue or let it go on, and say how many of its jobs may run at a time.

    What runs while it is paused runs on.
    """
    said = json_object(settings().json_most_bytes)
    at_once = said.get("at_once")
    found = receiver().queues.control(
        kind, by(), paused=_paused(said), at_once=_at_once(at_once), bounds="at_once" in said
    )
    receiver().audit.record(
        principal(), "queue.changed", f"queue:{kind}", paused=found.is_paused, at_once=at_once
    )
    return json_answer(found.to_json())


@allow(Policy.WRITER)
@keeps_to_scope
@describe("jobs", {202: shapes.Queued})
def retry_queue(kind: str) -> Response:
    """Try every job of a kind again that failed, and whatever failed before it."""
    count = receiver().queues.retry(kind, by(), principal().scope)
    receiver().audit.record(principal(), "queue.retried", f"queue:{kind}", jobs=count)
    return json_answer({"kind": kind, "queued": count}, 202)


@allow(Policy.WRITER)
@keeps_to_scope
@describe("jobs", {202: shapes.Queued})
def process_missing(kind: str) -> Response:
    """Have this kind of work done for every recording that lacks what it makes."""
    count = receiver().queues.process_missing(kind, by(), principal().scope)
    receiver().audit.record(principal(), "queue.filled", f"queue:{kind}", recordings=count)
    return json_answer({"kind": kind, "queued": count}, 202)


def by() -> str:
    """Who asks, as jobs' histories name them."""
    asking = principal()
    return f"{asking.role.value} {asking.name}"


def _paused(said: Json) -> bool | None:
    if "paused" not in said:
        return None
    paused = said["paused"]
    if not isinstance(paused, bool):
        raise Refusal("bad_request", "'paused' must be true or false. Nothing was changed.")
    return paused


def _at_once(at_once: object) -> int | None:
    if at_once is not None and (isinstance(at_once, bool) or not isinstance(at_once, int)):
        raise Refusal("bad_request", "'at_once' must be a number or null. Nothing was changed.")
    return at_once
