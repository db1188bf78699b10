"""Segments: PUT with ranges and digests, status of one and of many.

The order of the checks is the order in which a device can do something about them.
"""

from flask import Blueprint, Response, request

from holdfast.ids import is_id
from holdfast.jsonform import FormatError
from holdfast.protocol import (
    HEADER_CONTENT_DIGEST,
    HEADER_REPR_DIGEST,
    STATUS_MOST,
    parse_content_range,
    parse_digest_field,
)
from server.api.answers import json_answer
from server.api.bodies import RawBody, json_object, required_length
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.api.openapi import BYTES, describe
from server.api.schemas import segments as shapes
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain.chunks import Chunk
from server.domain.refusals import Refusal
from server.domain.uploads import NOTHING

SEGMENT_MOST = 999_999
ARRIVED_WITHIN_MS = "holdfast.arrived_within_ms"
"""In a request's environment: how long its body was on its way, where the listener knows."""


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("segments", __name__)
    one = f"/recordings/<id:recording>/segments/<int(max={SEGMENT_MOST}):segment>"
    routes.put(one)(put_segment)
    routes.get(one)(read_segment)
    routes.post("/segments/status")(read_many)
    return routes


@allow(Policy.DEVICE)
@describe(
    "segments",
    {200: shapes.SegmentState, 201: shapes.SegmentState},
    body=BYTES,
    headers=shapes.ChunkHeaders,
    problems=(
        "bad_range",
        "digest_required",
        "unknown_recording",
        "withdrawn",
        "conflict",
        "segment_mismatch",
    ),
)
def put_segment(recording: str, segment: int) -> Response:
    """Send a segment, or a chunk of it in any order.

    201: the segment is whole and durable. 200: the chunk is durable, or was here already; the
    answer says what is missing.
    """
    device, transfers = own_device(), receiver().transfers
    try:
        length = required_length(settings().body_most_bytes)
        chunk = _chunk(length)
        with RawBody(length) as body:
            stored = receiver().uploads.put(recording, segment, device, chunk, body)
    except Refusal:
        transfers.refused(device)
        raise
    took_ms = request.environ.get(ARRIVED_WITHIN_MS)
    transfers.stored(device, length, repeated=stored.repeated, took_ms=took_ms)
    return json_answer(stored.status.to_json(), 201 if stored.created else 200)


@allow(Policy.OWNER_OR_READER)
@describe(
    "segments",
    {200: shapes.SegmentState},
    problems=("unknown_recording", "withdrawn", "unknown_segment"),
)
def read_segment(recording: str, segment: int) -> Response:
    """Say what is here of a segment and which bytes are missing."""
    status = receiver().uploads.status(recording, segment, principal().device)
    if status == NOTHING:
        raise Refusal("unknown_segment", "Nothing of this segment is here. Send it.")
    return json_answer(status.to_json())


@allow(Policy.OWNER_OR_READER)
@keeps_to_scope
@describe("segments", {200: shapes.SegmentStates}, body=shapes.AskedSegments)
def read_many() -> Response:
    """Say what is here of up to 500 segments. Unknown ones have no size."""
    asked = json_object(settings().json_most_bytes).get("segments")
    if not isinstance(asked, list) or len(asked) > STATUS_MOST:
        raise Refusal("bad_request", f"'segments' must be a list of at most {STATUS_MOST}.")
    keys = [_key(each) for each in asked]
    within = receiver().scope.recordings(principal().scope, {each[0] for each in keys})
    found = receiver().uploads.statuses(keys, principal().device)
    statuses = [
        status if recording in within else NOTHING
        for (recording, _), status in zip(keys, found, strict=True)
    ]
    return json_answer(
        {
            "segments": [
                {"recording": recording, "segment": segment, **status.to_json()}
                for (recording, segment), status in zip(keys, statuses, strict=True)
            ]
        }
    )


def _key(asked: object) -> tuple[str, int]:
    match asked:
        case {"recording": str(recording), "segment": int(segment)} if (
            is_id(recording) and type(segment) is int and 0 <= segment <= SEGMENT_MOST
        ):
            return recording, segment
    raise Refusal("bad_request", "Each entry names a 'recording' and a 'segment'.")


def _chunk(length: int) -> Chunk:
    try:
        content_sha256 = parse_digest_field(request.headers.get(HEADER_CONTENT_DIGEST, ""))
        repr_sha256 = parse_digest_field(request.headers.get(HEADER_REPR_DIGEST, ""))
    except FormatError as error:
        raise Refusal(
            "digest_required",
            "Send Content-Digest of these bytes and Repr-Digest of the whole segment, both "
            f"SHA-256 ({error}). Nothing was stored.",
        ) from error
    first, last, size_bytes = _range(length)
    most_bytes = settings().segment_most_bytes
    if size_bytes > most_bytes:
        raise Refusal(
            "too_large",
            f"A segment may have at most {most_bytes} bytes, this one has {size_bytes}.",
            limit=most_bytes,
        )
    return Chunk(first, last, size_bytes, content_sha256, repr_sha256)


def _range(length: int) -> tuple[int, int, int]:
    if length == 0:
        raise Refusal("bad_range", "The body is empty; a segment has at least one byte.")
    given = request.headers.get("Content-Range")
    if given is None:
        return 0, length - 1, length
    try:
        first, last, size_bytes = parse_content_range(given)
    except FormatError as error:
        raise Refusal("bad_range", f"{error}. Nothing was stored.") from error
    if last + 1 - first != length:
        raise Refusal(
            "bad_range",
            f"The range has {last + 1 - first} bytes, the body {length}. Nothing was stored.",
        )
    return first, last, size_bytes
