"""What a recording's page plays, draws and hands out: films, pictures, results, papers."""

from pathlib import Path

from flask import Blueprint, Response

from holdfast.receiver_layout import ReceivedRecording
from server.api.answers import json_answer, json_bytes
from server.api.context import receiver
from server.api.derived import (
    recording_passport,
    recording_passport_page,
    recording_sprite,
    recording_waveform,
)
from server.api.guard import principal
from server.api.media import (
    container_of,
    recording_thumbnail,
    recording_video,
    segment_video,
)
from server.api.noted import noted
from server.api.previews import preview_picture
from server.api.segments import SEGMENT_MOST
from server.auth.policy import Policy, allow
from server.domain.refusals import Refusal


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recording_files", __name__)
    one = "/recordings/<id:recording>"
    routes.get(f"{one}/video")(video)
    routes.get(f"{one}/video/<int(max=9999):part>")(part_video)
    routes.get(f"{one}/playback")(playback)
    routes.get(f"{one}/playback/<int(max=9999):part>")(part_playback)
    routes.get(f"{one}/download")(download)
    segment = f"{one}/segments/<int(max={SEGMENT_MOST}):segment>"
    routes.get(f"{segment}/video")(one_segment_video)
    routes.get(f"{segment}/preview")(one_preview)
    routes.get(f"{one}/thumbnail")(thumbnail)
    routes.get(f"{one}/sprite")(sprite)
    routes.get(f"{one}/waveform.json")(waveform)
    routes.get(f"{one}/tracking.json")(tracking)
    routes.get(f"{one}/passport")(passport)
    routes.get(f"{one}/passport.json")(passport_for_programs)
    routes.get(f"{one}/receipt.json")(receipt)
    routes.get(f"{one}/manifest.json")(manifest)
    return routes


@allow(Policy.PAGE)
@noted("recording.played")
def video(recording: str) -> Response:
    return recording_video(recording)


@allow(Policy.PAGE)
@noted("recording.played")
def part_video(recording: str, part: int) -> Response:
    return recording_video(recording, part)


@allow(Policy.PAGE)
@noted("recording.played")
def playback(recording: str) -> Response:
    return recording_video(recording, for_browser=True)


@allow(Policy.PAGE)
@noted("recording.played")
def part_playback(recording: str, part: int) -> Response:
    return recording_video(recording, part, for_browser=True)


@allow(Policy.PAGE_WRITER)
@noted("recording.downloaded")
def download(recording: str) -> Response:
    answer = recording_video(recording)
    name = f"{recording}.{container_of(answer)}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@allow(Policy.PAGE)
@noted("recording.played")
def one_segment_video(recording: str, segment: int) -> Response:
    return segment_video(recording, segment)


@allow(Policy.PAGE)
@noted("recording.seen")
def one_preview(recording: str, segment: int) -> Response:
    return preview_picture(recording, segment)


@allow(Policy.PAGE)
@noted("recording.seen")
def thumbnail(recording: str) -> Response:
    return recording_thumbnail(recording)


@allow(Policy.PAGE)
@noted("recording.seen")
def sprite(recording: str) -> Response:
    return recording_sprite(recording)


@allow(Policy.PAGE)
@noted("recording.seen")
def waveform(recording: str) -> Response:
    return recording_waveform(recording)


@allow(Policy.PAGE)
@noted("recording.seen")
def tracking(recording: str) -> Response:
    row = receiver().custody.row(recording, None)
    receiver().provisional.require_playable(row, principal().role)
    return _document(receiver().tracking.path(row))


@allow(Policy.PAGE)
@noted("recording.seen")
def passport(recording: str) -> Response:
    return recording_passport_page(recording)


@allow(Policy.PAGE)
@noted("recording.seen")
def passport_for_programs(recording: str) -> Response:
    answer = json_answer(recording_passport(recording))
    answer.headers["Content-Disposition"] = f'attachment; filename="{recording}.passport.json"'
    return answer


@allow(Policy.PAGE)
def receipt(recording: str) -> Response:
    return _paper(_folder(recording).receipt, f"{recording}.receipt.json")


@allow(Policy.PAGE)
def manifest(recording: str) -> Response:
    return _paper(_folder(recording).manifest, f"{recording}.manifest.json")


def _folder(recording: str) -> ReceivedRecording:
    row = receiver().custody.row(recording, None)
    return receiver().data.recording(row.session, row.id)


def _paper(path: Path, name: str) -> Response:
    answer = _document(path)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _document(path: Path) -> Response:
    if not receiver().data.files.exists(path):
        raise Refusal("not_ready", "This has not been made yet. The recording itself is safe.")
    answer = json_bytes(receiver().data.files.read(path))
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
