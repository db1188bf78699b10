"""Preview pictures: PUT by the device, seen by whoever may see the recording arrive."""

from flask import Blueprint, Response, request

from holdfast.jsonform import FormatError
from holdfast.protocol import HEADER_CONTENT_DIGEST, PREVIEW_MOST_BYTES, parse_digest_field
from server.api.answers import json_answer
from server.api.bodies import RawBody, required_length
from server.api.context import receiver
from server.api.guard import own_device, principal
from server.api.noted import noted
from server.api.openapi import JPEG, describe
from server.api.schemas import segments as shapes
from server.api.segments import SEGMENT_MOST
from server.api.stored import stored_file
from server.auth.policy import Policy, allow
from server.domain.refusals import Refusal


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("previews", __name__)
    one = f"/recordings/<id:recording>/previews/<int(max={SEGMENT_MOST}):segment>"
    routes.put(one)(put_preview)
    routes.get(one)(read_preview)
    routes.get("/recordings/<id:recording>/previews")(list_previews)
    return routes


@allow(Policy.DEVICE)
@describe(
    "previews",
    {200: shapes.AskedSegment, 201: shapes.AskedSegment},
    body=JPEG,
    headers=shapes.PreviewHeaders,
    problems=("digest_required", "unknown_recording", "withdrawn", "conflict", "no_room_for_new"),
)
def put_preview(recording: str, segment: int) -> Response:
    """Send a segment's preview picture, which may come before the segment.

    The same one again is 200, another one 409.
    """
    body = RawBody(required_length(PREVIEW_MOST_BYTES))
    try:
        wanted = parse_digest_field(request.headers.get(HEADER_CONTENT_DIGEST, ""))
    except FormatError as error:
        raise Refusal("digest_required", f"Send Content-Digest, SHA-256 ({error}).") from error
    if body.sha256() != wanted:
        raise Refusal("digest_mismatch", "The bytes do not match Content-Digest. Send them again.")
    created = receiver().previews.put(recording, segment, own_device(), b"".join(body.blocks()))
    return json_answer({"recording": recording, "segment": segment}, 201 if created else 200)


@allow(Policy.READER)
@noted("recording.seen")
@describe("previews", {200: JPEG}, problems=("unknown_recording", "withdrawn"))
def read_preview(recording: str, segment: int) -> Response:
    """Read a segment's preview picture."""
    return preview_picture(recording, segment)


@allow(Policy.READER)
@describe("previews", {200: shapes.PreviewNumbers}, problems=("unknown_recording", "withdrawn"))
def list_previews(recording: str) -> Response:
    """List the segments that have a preview picture."""
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_visible(row, principal().role)
    numbers = here.previews.numbers(here.data.recording(row.session, recording))
    return json_answer({"recording": recording, "previews": numbers})


def preview_picture(recording: str, segment: int) -> Response:
    """One preview, for whoever asks now. Raises Refusal `forbidden`, `not_found`."""
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_visible(row, principal().role)
    path = here.previews.path(here.data.recording(row.session, recording), segment)
    return stored_file(path, "image/jpeg")
