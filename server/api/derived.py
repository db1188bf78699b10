"""What was made of a recording: picture, sprite, waveform, quality numbers, passport, and the list.

Each file is given as it was made, with an ETag; the passport is made anew for whoever asks, because
custody changes. The same functions answer web pages.
"""

from pathlib import Path
from typing import Final

from flask import Blueprint, Response

from holdfast.jsonform import Json
from server.api.answers import json_answer, json_bytes
from server.api.context import receiver
from server.api.guard import principal
from server.api.noted import noted
from server.api.openapi import JPEG, Media, describe
from server.api.queries import read_query
from server.api.schemas import derived as shapes
from server.api.stored import stored_file
from server.auth.policy import Policy, allow
from server.db.models import RecordingRow
from server.domain.refusals import Refusal

PAGE: Final = Media(("text/html",))
_PROBLEMS: Final = ("unknown_recording", "withdrawn", "not_ready")
_PAGE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""A passport is one file with its style in it, and nothing else runs or loads."""


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("derived", __name__)
    routes.get("/recordings/<id:recording>/results")(results)
    routes.get("/recordings/<id:recording>/sprite")(sprite)
    routes.get("/recordings/<id:recording>/waveform")(waveform)
    routes.get("/recordings/<id:recording>/quality")(quality)
    routes.get("/recordings/<id:recording>/passport")(passport)
    return routes


@allow(Policy.READER)
@describe("recordings", {200: shapes.Results}, problems=_PROBLEMS[:2])
def results(recording: str) -> Response:
    """List what was made of a recording: by which job, when, by which version, and its facts."""
    return json_answer(recording_results(recording))


@allow(Policy.READER)
@noted("recording.seen")
@describe("recordings", {200: JPEG}, problems=_PROBLEMS)
def sprite(recording: str) -> Response:
    """Read small pictures of the whole recording in one; `results` says how they lie in it."""
    return recording_sprite(recording)


@allow(Policy.READER)
@describe("recordings", {200: shapes.Waveform}, problems=_PROBLEMS)
def waveform(recording: str) -> Response:
    """Read how loud a recording is: lowest and highest sample of each stretch, -128 to 127."""
    return recording_waveform(recording)


@allow(Policy.READER)
@describe("recordings", {200: shapes.FilmQuality}, problems=_PROBLEMS)
def quality(recording: str) -> Response:
    """Read what was measured on the film: light, sharpness, faces, sound and timing."""
    return recording_quality(recording)


@allow(Policy.READER)
@noted("recording.seen")
@describe(
    "recordings",
    {200: shapes.Passport},
    also={200: PAGE},
    query=shapes.PassportQuery,
    problems=_PROBLEMS,
)
def passport(recording: str) -> Response:
    """Read everything that is known of a recording; with `format=html` as a page for people."""
    if read_query(shapes.PassportQuery).get("format") == "html":
        return recording_passport_page(recording)
    return json_answer(recording_passport(recording))


def recording_results(recording: str) -> Json:
    """Kind -> what it made. Raises Refusal `unknown_recording`, `forbidden`."""
    row = _playable(recording)
    found = receiver().results.of(row.id)
    return {"recording": row.id, "results": {kind: one.to_json() for kind, one in found.items()}}


def recording_sprite(recording: str) -> Response:
    """The sprite. Raises Refusal `not_ready`, `unknown_recording`, `forbidden`."""
    return stored_file(made_file(recording, "sprite", "sprite.jpg"), "image/jpeg")


def recording_waveform(recording: str) -> Response:
    """The waveform. Raises Refusal `not_ready`, `unknown_recording`, `forbidden`."""
    return _document(made_file(recording, "waveform", "waveform.json"))


def recording_quality(recording: str) -> Response:
    """The quality numbers. Raises Refusal `not_ready`, `unknown_recording`, `forbidden`."""
    return _document(made_file(recording, "quality", "quality.json"))


def recording_passport(recording: str) -> Json:
    """The passport. Raises Refusal `not_ready`, `unknown_recording`, `forbidden`."""
    return receiver().passports.passport(_playable(recording))


def recording_passport_page(recording: str) -> Response:
    """The passport as a page. Raises Refusal `not_ready`, `unknown_recording`, `forbidden`."""
    answer = Response(receiver().passports.page(_playable(recording)), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = _PAGE_POLICY
    return answer


def made_file(recording: str, kind: str, name: str) -> Path:
    """Where a file is that a job made. Raises Refusal `not_ready`, and as it may be played."""
    row = _playable(recording)
    result = receiver().results.of(row.id).get(kind)
    if result is None:
        raise Refusal(
            "not_ready",
            f"This is not made of the recording yet ({kind}). The recording is safe; its jobs say "
            "how far they are.",
        )
    if name not in {each.name for each in result.files}:
        said = str(result.facts.get("reason") or "There was nothing to make.")
        raise Refusal("not_ready", f"None was made: {said}")
    return receiver().data.recording(row.session, row.id).derived / name


def _playable(recording: str) -> RecordingRow:
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_playable(row, principal().role)
    return row


def _document(path: Path) -> Response:
    # Read whole, so that it gets the digest and the ETag of all our documents.
    answer = json_bytes(receiver().data.files.read(path))
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
