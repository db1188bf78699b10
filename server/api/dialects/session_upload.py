"""Sessions whose videos come in multipart chunks: `/api/session`, `/api/upload`.

Session id and video id are the client's only handles. A video is whole by itself once all of its
chunks are here; what the client says of it afterwards becomes the recording's annotations.
"""

import logging
from datetime import datetime
from typing import Final

from flask import Blueprint, Response

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.manifest import session_json
from server.api.answers import json_answer, problem_answer
from server.api.context import receiver, settings
from server.api.dialects.forms import read_form
from server.api.dialects.frame import (
    dialect,
    plain_name,
    required_text,
    said,
    seconds,
    sender,
    text,
)
from server.api.guard import principal
from server.auth.policy import Policy, allow
from server.db.models import SessionRow
from server.domain.chunked_file_values import NewFile
from server.domain.import_papers import UNKNOWN_PARTICIPANT
from server.domain.refusals import Refusal

NAME: Final = "session-upload"
_SAID_LATER: Final = "metadata"
_STALE_MOST: Final = 5
_log = logging.getLogger(__name__)
HEALTH: Final = {
    "status": "healthy",
    "service": "facial-data-collection-backend",
    "version": "1.0.0",
}
"""What this dialect's clients look for at `/health`, word for word."""


def blueprint() -> Blueprint:
    """The routes."""
    routes = dialect("session_upload", storage_full=write_failed)
    routes.errorhandler(OSError)(write_failed)
    routes.post("/api/session/create")(create_session)
    routes.get("/api/session/<session>")(read_session)
    routes.post("/api/upload/chunk")(put_chunk)
    routes.post("/api/upload/metadata")(put_metadata)
    return routes


@allow(Policy.SENDER)
def create_session() -> Response:
    now = receiver().clock.now()
    session = new_id(now)
    participant = text(said(), "participant_id") or UNKNOWN_PARTICIPANT
    content = session_json(session, participant, None, sender(), rfc3339(now))
    receiver().sessions.announce(session, content, sender())
    return json_answer(_session(session, content), 201)


@allow(Policy.SENDER)
def read_session(session: str) -> Response:
    row = _own_session(session)
    here = {view.id for view in receiver().custody.in_session(row.id)}
    videos = [
        {
            "video_id": video.name,
            "prompt_id": video.details.get(_SAID_LATER, {}).get("prompt_id"),
            "uploaded_at": seconds(video.changed_at),
        }
        for video in receiver().chunked_files.in_session(row.id, sender())
        if video.recording in here
    ]
    return json_answer({**_session(row.id, row.content), "videos": videos})


@allow(Policy.SENDER)
def put_chunk() -> Response:
    with read_form(settings().body_most_bytes) as form:
        session = _own_session(form.text("session_id"))
        name = plain_name(form.text("video_id"), "video_id")
        number, chunks = form.whole("chunk_index"), form.whole("total_chunks")
        file = form.file("chunk")
        new = NewFile(
            dialect=NAME,
            scope=session.id,
            name=name,
            filename=f"{name}.webm",
            media_type="video/webm",
            session=session.id,
            chunks=chunks,
        )
        begun = receiver().chunked_files.begin(new, sender())
        video = receiver().chunked_files.put(begun.id, sender(), number, file.body)
    if video.recording is None:
        return json_answer(
            {
                "status": "chunk_received",
                "chunk_index": number,
                "total_chunks": chunks,
                "received": len(video.received),
            }
        )
    return json_answer(
        {
            "status": "video_complete",
            "video_id": name,
            "file_path": f"{session.id}/{video.filename}",
        }
    )


@allow(Policy.SENDER)
def put_metadata() -> Response:
    metadata = said()
    session = _own_session(required_text(metadata, "session_id"))
    name = plain_name(required_text(metadata, "video_id"), "video_id")
    video = receiver().chunked_files.find(NAME, sender(), session.id, name)
    if video is None or video.recording is None:
        missing = [] if video is None else video.missing()
        raise Refusal(
            "chunks_missing",
            f"The video {name!r} is not whole yet: chunks are missing. Nothing was stored; send "
            "them, then this.",
            missing=missing,
        )
    own = {key: value for key, value in metadata.items() if key not in ("session_id", "video_id")}
    if video.details.get(_SAID_LATER) != own:
        _annotate(video.recording, own)
        receiver().chunked_files.note(video.id, sender(), **{_SAID_LATER: own})
    return json_answer({"status": "metadata_saved", "video_id": name})


def write_failed(error: Exception) -> Response:
    """A failed write, with the status that this dialect promises for it, a full disk's too."""
    _log.error("a write failed: %s", error)
    sentence = "The chunk could not be written. It was not stored; send it again later."
    return problem_answer("internal", sentence, error=sentence)


def _annotate(recording: str, metadata: Json) -> None:
    """Add what a client says to the recording's annotations, after whatever stands there."""
    for _ in range(_STALE_MOST):
        current = receiver().annotations.current(recording, sender()).annotations
        content = {
            **current.content(),
            _SAID_LATER: metadata,
            "format_version": FORMAT_VERSION,
            "version": current.version + 1,
        }
        try:
            receiver().annotations.write(recording, content, principal())
        except Refusal as refusal:
            if refusal.code != "stale":
                raise
        else:
            return
    raise Refusal(
        "unavailable", "Others write about this video too. Nothing was stored; try again."
    )


def _own_session(session: str) -> SessionRow:
    if not is_id(session):
        raise Refusal("unknown_session", "Session not found: no such session is known here.")
    return receiver().sessions.get(session, sender())


def _session(session: str, content: Json) -> Json:
    created_at: datetime = parse_rfc3339(content["created_at"])
    return {"session_id": session, "created_at": seconds(created_at), "status": "created"}
