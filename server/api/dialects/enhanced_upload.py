"""Files in chunks of one size, with a hash each: `/api/videos`, `/api/uploads`.

The client is told how large a chunk is, sends them in any order and asks how far it is; the file is
whole by itself. Names may be in camel case or with underscores.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from flask import Blueprint, Response

from holdfast.clock import rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import Json
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
from server.api.media import KINDS
from server.auth.policy import Policy, allow
from server.domain.chunked_file_values import CHUNKS_MOST, ChunkedFile, NewFile
from server.domain.refusals import Refusal

NAME: Final = "enhanced-upload"
CHUNK_BYTES: Final = 5 * 1024 * 1024
CONCURRENT_CHUNKS: Final = 3
_SILENT_AFTER: Final = timedelta(hours=1)
"""An upload without a byte for so long counts as timed out in the statistics. It is kept."""
_PROJECT: Final = "projectId"
_STATES: Final = {"stored": "completed", "cancelled": "cancelled"}
_SIZES: Final = ((10, "under10MB"), (100, "10to100MB"), (500, "100to500MB"))
_MIB: Final = 1024 * 1024


def blueprint() -> Blueprint:
    """The routes."""
    routes = dialect("enhanced_upload")
    routes.post("/api/videos")(put_whole)
    routes.post("/api/uploads/initiate")(initiate)
    routes.get("/api/uploads/statistics")(statistics)
    routes.post("/api/uploads/<upload>/chunk")(put_chunk)
    routes.get("/api/uploads/<upload>/status")(read_status)
    routes.post("/api/uploads/<upload>/cancel")(cancel)
    routes.post("/api/uploads/<upload>/retry-failed")(retry_failed)
    routes.delete("/api/uploads/<upload>", endpoint="delete")(cancel)
    return routes


@allow(Policy.SENDER)
def put_whole() -> Response:
    form = read_form(settings().dialects.whole_file_most_bytes)
    part = form.file("file")
    filename = _video_name(part.filename)
    size_bytes = part.body.size_bytes
    new = NewFile(
        dialect=NAME,
        scope="",
        name=new_id(receiver().clock.now()),
        filename=filename,
        media_type=part.media_type,
        size_bytes=size_bytes,
        chunk_bytes=size_bytes,
        chunks=_chunks(size_bytes, size_bytes),
        details={_PROJECT: form.optional_text("project_id", "projectId")},
    )
    begun = receiver().chunked_files.begin(new, sender())
    file = receiver().chunked_files.put(begun.id, sender(), 0, part.body)
    return json_answer(
        {
            "id": file.id,
            "projectId": file.details[_PROJECT],
            "filename": filename,
            "originalName": filename,
            "size": size_bytes,
            "status": "uploaded",
            "createdAt": rfc3339(file.created_at),
            "videoId": file.recording,
        },
        201,
    )


@allow(Policy.SENDER)
def initiate() -> Response:
    asked = said()
    size_bytes = whole(asked, "fileSize", "file_size", "totalSize", "total_size", "size")
    if size_bytes is None:
        raise Refusal("bad_request", "'fileSize' is missing. Nothing was stored.")
    chunk_bytes = _chunk_bytes(whole(asked, "chunkSize", "chunk_size"))
    new = NewFile(
        dialect=NAME,
        scope="",
        name=text(asked, "uploadId", "upload_id") or new_id(receiver().clock.now()),
        filename=_video_name(required_text(asked, "filename", "fileName", "file_name")),
        media_type=text(asked, "contentType", "content_type") or "application/octet-stream",
        size_bytes=size_bytes,
        chunk_bytes=chunk_bytes,
        chunks=_chunks(size_bytes, chunk_bytes),
        details={
            _PROJECT: text(asked, "projectId", "project_id"),
            "metadata": mapping(asked, "metadata"),
        },
    )
    plain_name(new.name, "uploadId")
    return json_answer(upload_status(receiver().chunked_files.begin(new, sender())), 201)


@allow(Policy.SENDER)
def put_chunk(upload: str) -> Response:
    with read_form(settings().body_most_bytes) as form:
        number = form.whole("chunkNumber", "chunk_number", "chunkIndex", "chunk_index")
        claimed = form.optional_text("hash", "chunkHash", "chunk_hash")
        part = form.file("chunk", "file")
        if not is_id(upload):
            raise _unknown()
        file = receiver().chunked_files.put(upload, sender(), number, part.body, claimed, NAME)
    return json_answer({**upload_status(file), "success": True, "chunkNumber": number})


@allow(Policy.SENDER)
def read_status(upload: str) -> Response:
    return json_answer(upload_status(_upload(upload)))


@allow(Policy.SENDER)
def cancel(upload: str) -> Response:
    receiver().chunked_files.cancel(_upload(upload).id, sender())
    return json_answer({"success": True, "uploadId": upload, "status": "cancelled"})


@allow(Policy.SENDER)
def retry_failed(upload: str) -> Response:
    before = _upload(upload)
    file = receiver().chunked_files.again(before.id, sender())
    return json_answer(
        {**upload_status(file), "success": True, "retriedChunks": list(before.refused)}
    )


@allow(Policy.SENDER)
def statistics() -> Response:
    files = receiver().chunked_files.everything(NAME, sender())
    now = receiver().clock.now()
    silent = [
        file for file in files if file.state == "open" and now - file.changed_at >= _SILENT_AFTER
    ]
    speeds = [file.speed_bytes_s for file in files if file.speed_bytes_s]
    refusals = sum(file.refusals for file in files)
    chunks = sum(len(file.received) for file in files) + refusals
    return json_answer(
        {
            "status": "healthy",
            "totalUploads": len(files),
            "activeUploads": _count(files, "open"),
            "completedUploads": _count(files, "stored"),
            "failedUploads": _count(files, "cancelled"),
            "successRate": _share(_count(files, "stored"), len(files)),
            "failureRate": _share(_count(files, "cancelled"), len(files)),
            "timeoutRate": _share(len(silent), len(files)),
            "chunkRetryRate": _share(refusals, chunks),
            "averageUploadSpeed": sum(speeds) / len(speeds) if speeds else 0.0,
            "totalBytes": sum(file.received_bytes for file in files),
            "fileSizes": _sizes(files),
        }
    )


def upload_status(file: ChunkedFile) -> Json:
    """How far an upload is; the data of a `status_update` too. Speed in bytes a second."""
    size_bytes = file.size_bytes or 0
    return {
        "uploadId": file.id,
        "filename": file.filename,
        "projectId": file.details.get(_PROJECT),
        "status": _STATES.get(file.state, "uploading" if file.received else "initiated"),
        "totalSize": size_bytes,
        "uploadedSize": file.received_bytes,
        "chunkSize": file.chunk_bytes,
        "maxConcurrentChunks": CONCURRENT_CHUNKS,
        "progressPercentage": 100.0 * file.received_bytes / size_bytes if size_bytes else 0.0,
        "uploadSpeed": file.speed_bytes_s,
        "estimatedTimeRemaining": file.remaining_s,
        "completedChunks": len(file.received),
        "totalChunks": file.chunks,
        "failedChunks": list(file.refused),
        "createdAt": rfc3339(file.created_at),
        "videoId": file.recording,
    }


def _upload(upload: str) -> ChunkedFile:
    if is_id(upload):
        file = receiver().chunked_files.get(upload, sender())
        if file.dialect == NAME:
            return file
    raise _unknown()


def _unknown() -> Refusal:
    return Refusal("not_found", "No such upload is known here. Begin it again.")


def _video_name(name: str | None) -> str:
    found = plain_name(name or "", "filename")
    extension = found.rpartition(".")[2].lower()
    if "." not in found or extension not in KINDS:
        raise Refusal(
            "bad_request",
            f"Files of this kind are not taken, only .{', .'.join(KINDS)}. Nothing was stored.",
        )
    return found


def _chunks(size_bytes: int, chunk_bytes: int) -> int:
    most_bytes = settings().segment_most_bytes
    if size_bytes > most_bytes:
        raise Refusal(
            "too_large",
            f"File too large: it has {size_bytes} bytes, and at most {most_bytes} are taken. "
            "Nothing was stored.",
            limit=most_bytes,
        )
    if size_bytes == 0:
        raise Refusal("bad_request", "The file is empty. Nothing was stored.")
    chunks = -(-size_bytes // chunk_bytes)
    if chunks > CHUNKS_MOST:
        raise Refusal("bad_request", "The chunks are too small. Nothing was stored.")
    return chunks


def _chunk_bytes(asked: int | None) -> int:
    most_bytes = settings().body_most_bytes
    if asked is None:
        return min(CHUNK_BYTES, most_bytes)
    if not 1 <= asked <= most_bytes:
        raise Refusal("bad_request", f"A chunk has 1 to {most_bytes} bytes. Nothing was stored.")
    return asked


def _count(files: Sequence[ChunkedFile], state: str) -> int:
    return sum(file.state == state for file in files)


def _share(some: int, of_all: int) -> float:
    return some / of_all if of_all else 0.0


def _sizes(files: Sequence[ChunkedFile]) -> dict[str, int]:
    found = {name: 0 for _, name in _SIZES} | {"over500MB": 0}
    for file in files:
        size_bytes = file.size_bytes or 0
        fitting = (name for most, name in _SIZES if size_bytes < most * _MIB)
        found[next(fitting, "over500MB")] += 1
    return found
