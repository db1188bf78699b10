"""Sessions and recordings: announce, read, finalise, receipt, confirm, annotate, discard."""

from flask import Blueprint, Response

from holdfast.confirmation import asked_pieces
from holdfast.ids import is_id
from holdfast.jsonform import FormatError
from holdfast.protocol import STATUS_MOST
from server.api.answers import json_answer, json_bytes
from server.api.bodies import document, json_object
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.api.openapi import describe
from server.api.queries import limit_of, read_query
from server.api.schemas import files
from server.api.schemas import sessions as shapes
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain import listings
from server.domain.holdings import statuses
from server.domain.refusals import Refusal

OF_ONE = ("unknown_recording", "withdrawn")


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
@describe(
    "sessions",
    {200: shapes.SessionNamed, 201: shapes.SessionNamed},
    body=files.SessionFile,
    problems=("conflict", "withdrawn"),
)
def announce_session(session: str) -> Response:
    """Announce a session. The same one again is 200; another one under its id is 409."""
    content = document(settings().json_most_bytes, "the session")
    created = receiver().sessions.announce(session, content, own_device())
    return json_answer({"session": session}, 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
@describe("sessions", {200: shapes.SessionView}, problems=("unknown_session", "withdrawn"))
def read_session(session: str) -> Response:
    """Read a session and its recordings."""
    row = receiver().sessions.get(session, principal().device)
    recordings = [view.to_json() for view in receiver().custody.in_session(session)]
    closing = receiver().closing.state(session).to_json()
    return json_answer({**row.content, "recordings": recordings, "closing": closing})


@allow(Policy.READER)
@keeps_to_scope
@describe("sessions", {200: shapes.SessionPage}, query=shapes.SessionFilter)
def list_sessions() -> Response:
    """List sessions, newest first."""
    wanted = read_query(shapes.SessionFilter)
    found = listings.sessions(
        receiver().database, wanted, wanted.get("cursor"), limit_of(wanted), principal().scope
    )
    return json_answer({"sessions": [row.content for row in found.entries], "next": found.next})


@allow(Policy.READER)
@keeps_to_scope
@describe("recordings", {200: shapes.RecordingPage}, query=shapes.RecordingFilter)
def list_recordings() -> Response:
    """List recordings, newest first."""
    wanted = read_query(shapes.RecordingFilter)
    found = listings.recordings(
        receiver().database, wanted, wanted.get("cursor"), limit_of(wanted), principal().scope
    )
    return json_answer(
        {"recordings": [view.to_json() for view in found.entries], "next": found.next}
    )


@allow(Policy.OWNER_OR_READER)
@keeps_to_scope
@describe("recordings", {200: shapes.RecordingStatuses}, body=shapes.AskedRecordings)
def read_many() -> Response:
    """Say what is here of up to 500 recordings."""
    asked = json_object(settings().json_most_bytes).get("recordings")
    if not isinstance(asked, list) or len(asked) > STATUS_MOST:
        raise Refusal("bad_request", f"'recordings' must be a list of at most {STATUS_MOST}.")
    if not all(isinstance(each, str) and is_id(each) for each in asked):
        raise Refusal("bad_request", "'recordings' must be a list of ids.")
    within = receiver().scope.recordings(principal().scope, asked)
    found = statuses(receiver().database, asked, principal().device, within)
    return json_answer({"recordings": found})


@allow(Policy.DEVICE)
@describe(
    "recordings",
    {200: shapes.RecordingNamed, 201: shapes.RecordingNamed},
    body=files.AnnouncementFile,
    problems=(
        "unknown_session",
        "conflict",
        "consent_missing",
        "consent_not_playable",
        "withdrawn",
    ),
)
def announce_recording(recording: str) -> Response:
    """Announce a recording. The same one again is 200; another one under its id is 409."""
    content = document(settings().json_most_bytes, "the announcement")
    created = receiver().sessions.announce_recording(recording, content, own_device())
    return json_answer({"recording": recording}, 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
@describe("recordings", {200: shapes.RecordingView}, problems=OF_ONE)
def read_recording(recording: str) -> Response:
    """Read a recording's state, segments, custody and files."""
    return json_answer(receiver().custody.view(recording, principal().device).to_json())


@allow(Policy.DEVICE)
@describe(
    "recordings",
    {200: files.ReceiptFile},
    body=files.ManifestFile,
    problems=(*OF_ONE, "missing", "conflict", "manifest_mismatch"),
)
def finalise(recording: str) -> Response:
    """Finalise a recording with its manifest.

    Segments that are still owed are 409 `missing`, with their numbers; the same manifest again
    gives the same receipt.
    """
    content = document(settings().manifest_most_bytes, "the manifest")
    return json_bytes(receiver().recordings.finalise(recording, content, own_device()))


@allow(Policy.OWNER_OR_READER)
@describe("recordings", {200: files.ReceiptFile}, problems=(*OF_ONE, "not_ready"))
def read_receipt(recording: str) -> Response:
    """Read a recording's receipt, byte for byte as it was given."""
    return json_bytes(receiver().recordings.receipt(recording, principal().device))


@allow(Policy.OWNER_OR_READER)
@describe(
    "recordings",
    {200: shapes.ConfirmationFile},
    body=shapes.ConfirmationQuestion,
    problems=(*OF_ONE, "not_ready"),
)
def confirm(recording: str) -> Response:
    """Read stored bytes again and sign what was found. The nonce makes an old answer worthless."""
    # A recording that is not one's own is nowhere, whatever is asked about it.
    receiver().custody.row(recording, principal().device)
    try:
        nonce, pieces = asked_pieces(json_object(settings().json_most_bytes))
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was read.") from error
    confirmed = receiver().confirmations.confirm(recording, nonce, pieces, principal().device)
    return json_answer(confirmed.to_json())


@allow(Policy.OWNER_OR_WRITER)
@describe(
    "recordings",
    {200: shapes.AnnotationsVersion, 201: shapes.AnnotationsVersion},
    body=shapes.AnnotationsFile,
    problems=(*OF_ONE, "stale"),
)
def annotate(recording: str) -> Response:
    """Write the next version of what was learned later.

    Another number than the next is 409 `stale`, with the `current` one.
    """
    content = document(settings().json_most_bytes, "the annotations")
    version, created = receiver().annotations.write(recording, content, principal())
    return json_answer(version.to_json(), 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
@describe("recordings", {200: shapes.AnnotationsVersion}, problems=OF_ONE)
def read_annotations(recording: str) -> Response:
    """Read the newest version of what was learned later."""
    return json_answer(receiver().annotations.current(recording, principal().device).to_json())


@allow(Policy.OWNER_OR_READER)
@describe("recordings", {200: shapes.AnnotationsHistory}, problems=OF_ONE)
def read_annotation_history(recording: str) -> Response:
    """Read every version of what was learned later, oldest first."""
    versions = receiver().annotations.history(recording, principal().device)
    return json_answer({"recording": recording, "versions": [each.to_json() for each in versions]})


@allow(Policy.DEVICE)
@describe("recordings", {202: shapes.Discarded}, problems=("conflict",))
def discard(recording: str) -> Response:
    """Drop a recording that somebody did not keep.

    It is never taken from then on; a finalised one is 409.
    """
    receiver().recordings.discard(recording, own_device())
    return json_answer({"recording": recording, "state": "discarded"}, 202)
