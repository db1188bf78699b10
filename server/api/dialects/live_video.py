"""Videos that are uploaded while they are recorded: `/api/v1/videos/init`, `/chunk`, `/finalize`.

Chunks have any size and come in any order, two at a time; how many there are is known at the end.
Names may be in camel case or with underscores.
"""

from typing import Final

from flask import Blueprint, Response

from holdfast.ids import new_id
from holdfast.jsonform import Json
from holdfast.protocol import API, video_path
from server.api.answers import json_answer
from server.api.context import receiver, settings
from server.api.dialects.forms import read_form
from server.api.dialects.frame import (
    dialect,
    mapping,
    plain_name,
    required_text,
    said,
    sender,
    text,
    whole,
)
from server.auth.policy import Policy, allow
from server.domain.chunked_file_values import ChunkedFile, NewFile
from server.domain.refusals import Refusal

NAME: Final = "live-video"


def blueprint() -> Blueprint:
    """The routes."""
    routes = dialect("live_video")
    routes.post(f"{API}/videos/init")(init)
    routes.post(f"{API}/videos/chunk")(put_chunk)
    routes.post(f"{API}/videos/finalize")(finalise)
    return routes


@allow(Policy.SENDER)
def init() -> Response:
    asked = said()
    name = text(asked, "sessionId", "session_id") or new_id(receiver().clock.now())
    filename = text(asked, "filename", "fileName") or f"{name}.webm"
    new = NewFile(
        dialect=NAME,
        scope="",
        name=plain_name(name, "sessionId"),
        filename=plain_name(filename, "filename"),
        media_type=text(asked, "mimeType", "mime_type") or "video/webm",
        details={"metadata": mapping(asked, "metadata")},
    )
    known = receiver().chunked_files.find(NAME, sender(), "", name)
    video = receiver().chunked_files.begin(new, sender())
    return json_answer({**_progress(video), "status": "initialized"}, 200 if known else 201)


@allow(Policy.SENDER)
def put_chunk() -> Response:
    with read_form(settings().body_most_bytes) as form:
        video = _video(form.text("sessionId", "session_id"))
        number = form.whole("chunkIndex", "chunk_index", "chunkNumber", "chunk_number")
        file = form.file("chunk", "file")
        claimed = form.optional_text("hash", "sha256")
        video = receiver().chunked_files.put(video.id, sender(), number, file.body, claimed)
    return json_answer({**_progress(video), "status": "received", "chunkIndex": number})


@allow(Policy.SENDER)
def finalise() -> Response:
    asked = said()
    video = _video(required_text(asked, "sessionId", "session_id"))
    chunks = whole(asked, "totalChunks", "total_chunks")
    if chunks is None:
        chunks = _from_list(asked)
    try:
        video = receiver().chunked_files.finish(video.id, sender(), chunks)
    except Refusal as refusal:
        if refusal.code == "chunks_missing":
            refusal.more["missingChunks"] = refusal.more["missing"]
        raise
    assert video.recording is not None
    return json_answer(
        {
            **_progress(video),
            "status": "completed",
            "videoId": video.recording,
            "videoUrl": video_path(video.recording),
        }
    )


def _from_list(asked: Json) -> int:
    """How many chunks there are, where the client lists those that it sent."""
    listed = asked.get("uploadedChunks", asked.get("uploaded_chunks"))
    if not isinstance(listed, list) or not listed or not all(type(each) is int for each in listed):
        raise Refusal("bad_request", "'totalChunks' is missing. Nothing was changed.")
    return int(max(listed)) + 1


def _video(name: str) -> ChunkedFile:
    video = receiver().chunked_files.find(NAME, sender(), "", name)
    if video is None:
        raise Refusal("unknown_session", "Session not found: begin it with init.")
    return video


def _progress(video: ChunkedFile) -> Json:
    return {
        "sessionId": video.name,
        "receivedChunks": list(video.received),
        "receivedBytes": video.received_bytes,
    }
