"""Where somebody was in the picture: read as it was found, and whom the numbers are about."""

from flask import Blueprint, Response

from server.api.answers import json_answer
from server.api.bodies import json_object
from server.api.context import receiver, settings
from server.api.guard import principal
from server.api.noted import noted
from server.api.openapi import describe
from server.api.schemas import tracking as shapes
from server.api.stored import stored_file
from server.auth.policy import Policy, allow
from server.domain.refusals import Refusal

_OF_ONE = ("unknown_recording", "withdrawn", "not_ready")


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("tracking", __name__)
    routes.get("/recordings/<id:recording>/tracking")(read_tracking)
    routes.put("/recordings/<id:recording>/tracking/primary")(choose_primary)
    return routes


@allow(Policy.READER)
@noted("recording.seen")
@describe(
    "recordings",
    {200: shapes.TrackingPayload},
    problems=_OF_ONE,
    answer_headers={"ETag": "Changes with another primary and with another run."},
)
def read_tracking(recording: str) -> Response:
    """Read where people were in the picture: all tracks, and the numbers of the primary one."""
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_playable(row, principal().role)
    path = here.tracking.path(row)
    return stored_file(path, "application/json", f"{recording}.tracking.json")


@allow(Policy.WRITER)
@describe(
    "recordings",
    {200: shapes.TrackingFacts},
    body=shapes.PrimaryTrack,
    problems=(*_OF_ONE, "not_found"),
)
def choose_primary(recording: str) -> Response:
    """Choose whom the numbers are about. They are reckoned anew; nothing is decoded again."""
    track = json_object(settings().json_most_bytes).get("track")
    if not isinstance(track, int) or isinstance(track, bool):
        raise Refusal("bad_request", "'track' must be the number of a track. Nothing was changed.")
    here = receiver()
    here.provisional.require_playable(here.custody.row(recording, None), principal().role)
    facts = here.tracking.choose(recording, track)
    here.audit.record(
        principal(), "recording.primary_chosen", f"recording:{recording}", track=track
    )
    return json_answer(dict(facts))
