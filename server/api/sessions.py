"""Sessions and recordings: announce, read, finalise, receipt, confirm, annotate, discard."""

from typing import Any

from flask import Blueprint, Response, request

from holdfast.confirmation import asked_pieces
from holdfast.ids import is_id
from holdfast.jsonform import FormatError
from holdfast.protocol import STATUS_MOST
from server.api.answers import json_answer, json_bytes
from server.api.bodies import document, json_object
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.auth.policy import Policy, allow
from server.domain.holdings import statuses
from server.domain.refusals import Refusal

_PAGE_MOST = 500
_PAGE = 100


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("sessions", __name__)
    routes.get("/sessions")(list_sessions)
    routes.put("/sessions/<id:session>")(announce_session)
    routes.get("/sessions/<id:session>")(read_session)
    routes.get("/recordings")(list_recordings)
    routes.post("/recordings/status")(read_many)
    routes.put("/recordings/<id:recording>")(announce_recording)
    routes.get("/recordings/<id:recording>")(read_recording)
    routes.put("/recordings/<id:recording>/manifest")(finalise)
    routes.get("/recordings/<id:recording>/receipt")(read_receipt)
    routes.post("/recordings/<id:recording>/confirm")(confirm)
    routes.put("/recordings/<id:recording>/annotations")(annotate)
    routes.get("/recordings/<id:recording>/annotations")(read_annotations)
    routes.get("/recordings/<id:recording>/annotations/history")(read_annotation_history)
    routes.post("/recordings/<id:recording>/discard")(discard)
    return routes


@allow(Policy.DEVICE)
def announce_session(session: str) -> Response:
    content = document(settings().json_most_bytes, "the session")
    created = receiver().sessions.announce(session, content, own_device())
    return json_answer({"session": session}, 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
def read_session(session: str) -> Response:
    row = receiver().sessions.get(session, principal().device)
    recordings = [view.to_json() for view in receiver().custody.in_session(session)]
    closing = receiver().closing.state(session).to_json()
    return json_answer({**row.content, "recordings": recordings, "closing": closing})


@allow(Policy.READER)
def list_sessions() -> Response:
    before, limit = _page()
    rows = receiver().sessions.newest(before, limit)
    return _listing("sessions", [row.content for row in rows], [row.id for row in rows], limit)


@allow(Policy.READER)
def list_recordings() -> Response:
    before, limit = _page()
    views = receiver().custody.newest(before, limit)
    return _listing(
        "recordings", [view.to_json() for view in views], [view.id for view in views], limit
    )


@allow(Policy.OWNER_OR_READER)
def read_many() -> Response:
    asked = json_object(settings().json_most_bytes).get("recordings")
    if not isinstance(asked, list) or len(asked) > STATUS_MOST:
        raise Refusal("bad_request", f"'recordings' must be a list of at most {STATUS_MOST}.")
    if not all(isinstance(each, str) and is_id(each) for each in asked):
        raise Refusal("bad_request", "'recordings' must be a list of ids.")
    found = statuses(receiver().database, asked, principal().device)
    return json_answer({"recordings": found})


@allow(Policy.DEVICE)
def announce_recording(recording: str) -> Response:
    content = document(settings().json_most_bytes, "the announcement")
    created = receiver().sessions.announce_recording(recording, content, own_device())
    return json_answer({"recording": recording}, 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
def read_recording(recording: str) -> Response:
    return json_answer(receiver().custody.view(recording, principal().device).to_json())


@allow(Policy.DEVICE)
def finalise(recording: str) -> Response:
    content = document(settings().manifest_most_bytes, "the manifest")
    return json_bytes(receiver().recordings.finalise(recording, content, own_device()))


@allow(Policy.OWNER_OR_READER)
def read_receipt(recording: str) -> Response:
    return json_bytes(receiver().recordings.receipt(recording, principal().device))


@allow(Policy.OWNER_OR_READER)
def confirm(recording: str) -> Response:
    # A recording that is not one's own is nowhere, whatever is asked about it.
    receiver().custody.row(recording, principal().device)
    try:
        nonce, pieces = asked_pieces(json_object(settings().json_most_bytes))
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was read.") from error
    confirmed = receiver().confirmations.confirm(recording, nonce, pieces, principal().device)
    return json_answer(confirmed.to_json())


@allow(Policy.OWNER_OR_WRITER)
def annotate(recording: str) -> Response:
    content = document(settings().json_most_bytes, "the annotations")
    version, created = receiver().annotations.write(recording, content, principal())
    return json_answer(version.to_json(), 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
def read_annotations(recording: str) -> Response:
    return json_answer(receiver().annotations.current(recording, principal().device).to_json())


@allow(Policy.OWNER_OR_READER)
def read_annotation_history(recording: str) -> Response:
    versions = receiver().annotations.history(recording, principal().device)
    return json_answer({"recording": recording, "versions": [each.to_json() for each in versions]})


@allow(Policy.DEVICE)
def discard(recording: str) -> Response:
    receiver().recordings.discard(recording, own_device())
    return json_answer({"recording": recording, "state": "discarded"}, 202)


def _page() -> tuple[str | None, int]:
    limit = request.args.get("limit", default=_PAGE, type=int)
    if not 1 <= limit <= _PAGE_MOST:
        raise Refusal("bad_request", f"limit must be 1 to {_PAGE_MOST}.")
    return request.args.get("before"), limit


def _listing(name: str, values: list[Any], ids: list[str], limit: int) -> Response:
    following = ids[-1] if len(ids) == limit else None
    return json_answer({name: values, "before": following})
