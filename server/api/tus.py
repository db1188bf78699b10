"""tus 1.0 over the same store of chunks, so that any tus client uploads and resumes here.

An upload whose metadata name a recording and a segment is that segment; any other becomes a
recording of its own. A request that was cut off holds nothing: whoever comes next goes on from the
offset that HEAD tells, and HEAD waits for nobody.
"""

import hmac
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from typing import Any, Final

from flask import Blueprint, Flask, Response, request

from server.api import tus_headers as tus
from server.api.bodies import RawBody, within
from server.api.context import receiver, settings
from server.api.guard import own_device
from server.api.openapi import Media, describe
from server.api.schemas import tus as shapes
from server.auth.policy import Policy, allow
from server.domain.import_values import Import, Target
from server.domain.refusals import Refusal

HEADER_RECORDING: Final = "Holdfast-Recording"
"""In answers: the recording that an upload is, or will be, or belongs to."""
_OVERRIDE: Final = "HTTP_X_HTTP_METHOD_OVERRIDE"
TUS_BYTES: Final = Media((tus.CONTENT_TYPE,))
TUS_PROBLEMS: Final = ("tus_version", "conflict", "withdrawn", "checksum_mismatch")
OFFSET: Final = {"Upload-Offset": "How many bytes are here."}
CREATED: Final = {**OFFSET, "Location": "Where the bytes are sent to."}
_OVERRIDES: Final = frozenset({"PATCH", "DELETE", "HEAD"})
Wsgi = Callable[[dict[str, Any], Any], Any]


def blueprint() -> Blueprint:
    """The routes."""
    routes = speaking_tus("tus")
    one = "/uploads/<id:upload>"
    routes.route("/uploads", methods=["OPTIONS"], endpoint="options")(tell_abilities)
    routes.route(one, methods=["OPTIONS"], endpoint="options_of_one")(tell_abilities)
    routes.post("/uploads")(create)
    routes.route(one, methods=["HEAD"])(tell_offset)
    routes.patch(one)(append)
    routes.delete(one)(terminate)
    return routes


def speaking_tus(name: str) -> Blueprint:
    """An empty blueprint whose requests and answers are tus 1.0."""
    routes = Blueprint(name, __name__)
    routes.before_request(_require_version)
    routes.after_request(_add_headers)
    return routes


def register(app: Flask) -> None:
    """Let clients behind proxies that know no PATCH say so in a header instead."""
    app.wsgi_app = _with_overrides(app.wsgi_app)  # type: ignore[assignment,method-assign]  # Flask's way


def _with_overrides(app: Wsgi) -> Wsgi:
    def overriding(environ: dict[str, Any], start_response: Any) -> Any:
        method = environ.get(_OVERRIDE, "").upper()
        if method in _OVERRIDES and environ.get("PATH_INFO", "").startswith(f"{tus.PATH}/"):
            environ["REQUEST_METHOD"] = method
        return app(environ, start_response)

    return overriding


def _require_version() -> None:
    if request.method == "OPTIONS" or request.headers.get("Tus-Resumable") == tus.VERSION:
        return
    raise Refusal(
        "tus_version",
        f"Send the header Tus-Resumable: {tus.VERSION}. Nothing was stored.",
        speaks=tus.VERSION,
    )


def _add_headers(answer: Response) -> Response:
    answer.headers["Tus-Resumable"] = tus.VERSION
    if answer.status_code == 412:
        answer.headers["Tus-Version"] = tus.VERSION
    return answer


@allow(Policy.PUBLIC)
def tell_abilities(upload: str | None = None) -> Response:
    answer = Response(status=204)
    answer.headers["Tus-Version"] = tus.VERSION
    answer.headers["Tus-Extension"] = ",".join(tus.EXTENSIONS)
    answer.headers["Tus-Max-Size"] = str(settings().segment_most_bytes)
    answer.headers["Tus-Checksum-Algorithm"] = ",".join(tus.ALGORITHMS)
    return answer


@allow(Policy.DEVICE)
@describe(
    "tus",
    {201: None},
    body=TUS_BYTES,
    needs_body=False,
    headers=shapes.CreateHeaders,
    problems=(*TUS_PROBLEMS, "unknown_session", "unknown_recording"),
    answer_headers=CREATED,
)
def create() -> Response:
    """Begin an upload of tus 1.0, or join parts to one. Bytes may come along."""
    pairs = tus.metadata(request.headers.get("Upload-Metadata"))
    return begun(own_device(), pairs, tus.upload_path)


def begun(device: str, pairs: dict[str, str], path_of: Callable[[str], str]) -> Response:
    """Begin what the request asks for, in this device's name, with this metadata.

    `path_of` says where an upload's bytes are sent to.
    """
    concat = request.headers.get("Upload-Concat", "")
    if concat.startswith("final;"):
        parts = tus.parts(concat)
        made = _begin(device, pairs, None, is_part=False)
        made = receiver().imports.join(made.id, device, parts)
    elif concat not in ("", "partial"):
        raise Refusal("bad_request", "Upload-Concat is 'partial' or 'final;' with addresses.")
    else:
        made = _begin(device, pairs, _declared_size(), is_part=concat == "partial")
        if request.mimetype == tus.CONTENT_TYPE and request.content_length:
            made = _write(made, device, 0)
    answer = _answer(made, 201)
    answer.headers["Location"] = path_of(made.id)
    return answer


def _begin(device: str, pairs: dict[str, str], size_bytes: int | None, *, is_part: bool) -> Import:
    named = tus.segment(pairs)
    return receiver().imports.create(
        device,
        size_bytes=size_bytes,
        name=pairs.get("filename") or pairs.get("name", ""),
        media_type=pairs.get("filetype") or pairs.get("type", ""),
        metadata=pairs,
        session=pairs.get("session"),
        target=None if named is None or is_part else Target(*named),
        is_part=is_part,
        completes_itself=True,
    )


def _declared_size() -> int | None:
    size_bytes = tus.number("Upload-Length", request.headers.get("Upload-Length"))
    deferred = request.headers.get("Upload-Defer-Length")
    if (size_bytes is None) == (deferred is None) or deferred not in (None, "1"):
        raise Refusal("bad_request", "Send either Upload-Length or Upload-Defer-Length: 1.")
    if size_bytes is not None:
        _require_room(size_bytes)
    return size_bytes


def _require_room(size_bytes: int) -> None:
    most_bytes = settings().segment_most_bytes
    if size_bytes > most_bytes:
        raise Refusal(
            "too_large",
            f"A file may have at most {most_bytes} bytes, this one has {size_bytes}. Nothing was "
            "stored.",
            limit=most_bytes,
        )


@allow(Policy.DEVICE)
def tell_offset(upload: str) -> Response:
    return told(upload, own_device())


def told(upload: str, device: str) -> Response:
    """How much is here of an upload of this device."""
    here = receiver().imports.status(upload, device)
    if here.is_full and not here.complete:
        here = receiver().imports.settle(upload, device)
    answer = _answer(here, 200)
    if here.size_bytes is None:
        answer.headers["Upload-Defer-Length"] = "1"
    else:
        answer.headers["Upload-Length"] = str(here.size_bytes)
    if here.metadata:
        answer.headers["Upload-Metadata"] = tus.metadata_field(here.metadata)
    if here.purpose == "part":
        answer.headers["Upload-Concat"] = "partial"
    elif here.parts is not None:
        answer.headers["Upload-Concat"] = tus.concat_field(here.parts)
    return answer


@allow(Policy.DEVICE)
@describe(
    "tus",
    {204: None},
    body=TUS_BYTES,
    headers=shapes.AppendHeaders,
    problems=(*TUS_PROBLEMS, "unknown_upload", "segment_mismatch"),
    answer_headers=OFFSET,
)
def append(upload: str) -> Response:
    """Send the next bytes of an upload of tus 1.0.

    HEAD on the same address tells where they begin.
    """
    return appended(upload, own_device())


def appended(upload: str, device: str) -> Response:
    """Store the request's bytes at the end of an upload of this device."""
    here = receiver().imports.status(upload, device)
    if request.mimetype != tus.CONTENT_TYPE:
        raise Refusal("unsupported_media", f"Send the bytes as {tus.CONTENT_TYPE}.")
    offset = tus.number("Upload-Offset", request.headers.get("Upload-Offset"))
    if offset is None:
        raise Refusal("bad_request", "Send Upload-Offset. Nothing was stored.")
    size_bytes = tus.number("Upload-Length", request.headers.get("Upload-Length"))
    if size_bytes is not None and size_bytes != here.size_bytes:
        _require_room(size_bytes)
        here = receiver().imports.set_size(upload, device, size_bytes)
    if offset != here.offset:
        raise Refusal(
            "conflict",
            f"{here.offset} bytes are here, so the next ones do not begin at {offset}. Nothing was "
            "stored; ask with HEAD and go on from there.",
            offset=here.offset,
        )
    return _answer(_write(here, device, offset), 204)


def _write(here: Import, device: str, offset: int) -> Import:
    length = _length()
    _require_room(offset + length)
    wanted = tus.checksum(request.headers.get("Upload-Checksum"))
    with RawBody(length) as body:
        if wanted is not None:
            _require_checksum(body, wanted)
        return receiver().imports.write(here.id, device, offset, body)


def _require_checksum(body: RawBody, wanted: tus.Checksum) -> None:
    hasher = tus.ALGORITHMS[wanted.algorithm]()
    for block in body.blocks():
        hasher.update(block)
    if not hmac.compare_digest(hasher.digest(), wanted.digest):
        raise Refusal(
            "checksum_mismatch",
            "The bytes that arrived do not match their Upload-Checksum. Nothing was stored; "
            "send them again.",
        )


def _length() -> int:
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refusal("unsupported_media", "Send the raw bytes: no compression.")
    # Pieces of unannounced length were put together by the server that took them.
    length = request.content_length
    if length is None:
        raise Refusal("length_required", "Send Content-Length. Nothing was stored.")
    return within(settings().body_most_bytes, length)


@allow(Policy.DEVICE)
@describe(
    "tus",
    {204: None},
    headers=shapes.TerminateHeaders,
    problems=("tus_version", "unknown_upload", "conflict"),
)
def terminate(upload: str) -> Response:
    """Drop an upload of tus 1.0 that is not complete."""
    receiver().imports.drop(upload, own_device())
    return Response(status=204)


def _answer(here: Import, status: int) -> Response:
    answer = Response(status=status)
    answer.headers["Upload-Offset"] = str(here.offset)
    if not here.complete:
        answer.headers["Upload-Expires"] = _http_date(here.expires_at)
    if here.recording is not None:
        answer.headers[HEADER_RECORDING] = here.recording
    return answer


def _http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)
