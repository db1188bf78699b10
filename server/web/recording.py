"""One recording's page, its film, its segments and their previews."""

from flask import Blueprint, Response

from holdfast.jsonform import Json, parse
from holdfast.receiver_layout import ReceivedRecording
from server.api.context import receiver
from server.api.guard import principal
from server.api.media import recording_video, segment_video
from server.api.noted import noted
from server.api.previews import preview_picture
from server.api.segments import SEGMENT_MOST
from server.auth.policy import Policy, allow
from server.db.models import RecordingRow
from server.domain.custody import RecordingView
from server.web.render import page


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recording", __name__)
    routes.get("/recordings/<id:recording>")(one_recording)
    routes.get("/recordings/<id:recording>/video")(video)
    routes.get("/recordings/<id:recording>/video/<int(max=9999):part>")(part_video)
    one = f"/recordings/<id:recording>/segments/<int(max={SEGMENT_MOST}):segment>"
    routes.get(one)(one_segment)
    routes.get(f"{one}/video")(one_segment_video)
    routes.get(f"{one}/preview")(one_preview)
    return routes


@allow(Policy.PAGE)
def one_recording(recording: str) -> Response:
    row = receiver().custody.row(recording, None)
    view = receiver().custody.view(recording, None)
    folder = receiver().data.recording(row.session, row.id)
    files = receiver().data.files
    manifest = parse(files.read(folder.manifest), "manifest") if view.is_verified else None
    receipt = parse(files.read(folder.receipt), "receipt") if view.is_verified else None
    return page(
        "recording.html",
        view=view,
        announcement=row.announcement,
        manifest=manifest,
        receipt=receipt,
        learned=receiver().annotations.current(recording, None),
        segments=_segments(view, manifest),
        other_files=_other_files(view),
        may_play=receiver().provisional.may_play(row, principal().role),
        previews=_previews(row, folder, manifest),
    )


def _segments(view: RecordingView, manifest: Json | None) -> list[Json]:
    """The manifest's segments or, before there is one, what has arrived."""
    here = set(view.stored)
    if manifest is None:
        return [{"segment": each, "is_here": True} for each in view.stored]
    return [{**each, "is_here": each["segment"] in here} for each in manifest["segments"]]


def _previews(
    row: RecordingRow, folder: ReceivedRecording, manifest: Json | None
) -> list[tuple[int, float | None]]:
    """Segments with a preview that may be seen, and where they begin on the recording's clock."""
    if not receiver().provisional.may_look(row, principal().role):
        return []
    begins = (
        {}
        if manifest is None
        else {each["segment"]: float(each["start_s"]) for each in manifest["segments"]}
    )
    numbers = receiver().previews.numbers(folder)
    return [(number, begins.get(number)) for number in numbers]


def _other_files(view: RecordingView) -> list[tuple[int, Json]]:
    """The files of parts that could not be joined with the first ones, by their first part."""
    files = [] if view.probe is None else view.probe["files"][1:]
    return [
        (int(each["file"].removeprefix("recording.part").removesuffix(".mp4")), each)
        for each in files
    ]


@allow(Policy.PAGE)
def one_segment(recording: str, segment: int) -> Response:
    view = receiver().custody.view(recording, None)
    row = receiver().custody.row(recording, None)
    may_play = receiver().provisional.may_play(row, principal().role)
    return page("segment.html", view=view, segment=segment, may_play=may_play)


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
def one_segment_video(recording: str, segment: int) -> Response:
    return segment_video(recording, segment)


@allow(Policy.PAGE)
@noted("recording.seen")
def one_preview(recording: str, segment: int) -> Response:
    return preview_picture(recording, segment)
