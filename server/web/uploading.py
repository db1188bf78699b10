"""The upload page: whole files from a browser, resumable by tus, into a session.

The bytes come over the same tus 1.0 as everybody's, at an address where the browser's sign-in
counts and a page's secret is asked for: no token is ever in a script's hands. A file belongs to the
device of its session, or to the receiver itself where it makes a session of its own; only the
person who began an upload goes on with it.
"""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request

from holdfast.ids import is_id
from server.api import tus, tus_headers
from server.api.context import receiver, settings
from server.api.guard import principal
from server.api.tus import HEADER_RECORDING
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain import listings
from server.domain.import_values import KEPT, Import
from server.domain.refusals import Refusal
from server.web.render import page

SESSIONS_SHOWN: Final = 100
CHUNK_BYTES: Final = 8 << 20
_BY: Final = "by"


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """A session that a file may belong to."""

    id: str
    says: str


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = tus.speaking_tus("web_uploads")
    routes.post("/uploads")(create)
    one = "/uploads/<id:upload>"
    routes.route(one, methods=["HEAD"])(tell_offset)
    routes.patch(one)(append)
    routes.delete(one)(terminate)
    return routes


def page_blueprint() -> Blueprint:
    """The page itself, relative to `/web`; it does not speak tus."""
    routes = Blueprint("web_uploading", __name__)
    routes.get("/upload")(uploading)
    return routes


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def uploading() -> Response:
    wanted = request.args.get("session", "")
    return page(
        "uploading.html",
        sessions=_sessions(wanted),
        wanted=wanted,
        may_begin=principal().scope is None,
        chunk_bytes=min(CHUNK_BYTES, settings().body_most_bytes),
        most_bytes=settings().segment_most_bytes,
        kept_days=KEPT.days,
    )


def _sessions(wanted: str) -> list[SessionChoice]:
    """The newest, and the one that was asked for, where it may be seen."""
    scope = principal().scope
    found = list(listings.sessions(receiver().database, {}, None, SESSIONS_SHOWN, scope).entries)
    is_shown = any(row.id == wanted for row in found)
    if is_id(wanted) and not is_shown and receiver().scope.covers(scope, {"session": wanted}):
        found.insert(0, receiver().sessions.get(wanted, None))
    return [SessionChoice(row.id, _called(row.participant, row.content)) for row in found]


def _called(participant: str, content: dict[str, object]) -> str:
    started = str(content.get("started_at", ""))[:16].replace("T", " ")
    study = content.get("study")
    return ", ".join(filter(None, (participant, str(study or ""), started and f"{started} UTC")))


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def create() -> Response:
    pairs = tus_headers.metadata(request.headers.get("Upload-Metadata"))
    if "segment" in pairs or "recording" in pairs:
        raise Refusal(
            "bad_request", "This page takes whole files, no segments. Nothing was stored."
        )
    device = _device_for(pairs.get("session"))
    return tus.begun(device, {**pairs, _BY: principal().name}, _path_of)


def _device_for(session: str | None) -> str:
    """In whose name a file for this session comes. Raises Refusal."""
    asking = principal()
    if session is None:
        if asking.scope is not None:
            raise Refusal(
                "forbidden",
                "Your rights are for some studies only, so choose one of their sessions. Nothing "
                "was stored.",
            )
        return receiver().own_device.id()
    if not receiver().scope.covers(asking.scope, {"session": session}):
        raise Refusal("unknown_session", "No such session is known here. Nothing was stored.")
    return receiver().sessions.get(session, None).device


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def tell_offset(upload: str) -> Response:
    return tus.told(upload, _own(upload).device)


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def append(upload: str) -> Response:
    before = _own(upload)
    answer = tus.appended(upload, before.device)
    after = receiver().imports.status(upload, before.device)
    if after.complete and not before.complete:
        subject = f"recording:{answer.headers[HEADER_RECORDING]}"
        receiver().audit.record(principal(), "recording.uploaded", subject)
    return answer


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def terminate(upload: str) -> Response:
    receiver().imports.drop(upload, _own(upload).device)
    return Response(status=204)


def _own(upload: str) -> Import:
    """An upload that this person began here. Raises Refusal `unknown_upload`."""
    here = receiver().imports.status(upload, None)
    if here.metadata.get(_BY) != principal().name:
        raise Refusal("unknown_upload", "No such upload is known here. Begin it again.")
    return here


def _path_of(upload: str) -> str:
    return f"/web/uploads/{upload}"
