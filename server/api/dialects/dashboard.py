"""Sessions that are one video each, their jobs and tracking: `/sessions`, `/jobs`.

For operators: whoever may import here may also see and delete everything. Shapes in camel case.
"""

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, Response, request

from holdfast.clock import rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import Json, read_json
from holdfast.manifest import session_json
from holdfast.orders import Done
from server.api.answers import json_answer, json_bytes
from server.api.context import receiver, settings
from server.api.dialects.forms import read_form
from server.api.dialects.frame import dialect, plain_name, sender, text
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.db.models import SessionRow
from server.domain import listings
from server.domain.chunked_file_values import NewFile
from server.domain.custody import RecordingView
from server.domain.import_papers import UNKNOWN_PARTICIPANT
from server.domain.refusals import Refusal
from server.domain.session_work import Work

NAME: Final = "dashboard"
_SESSION_NAME: Final = "session_name"
_SESSIONS: Final = 100
_SESSIONS_MOST: Final = 500
_REASON: Final = "deleted in the dashboard"


def blueprint() -> Blueprint:
    """The routes."""
    routes = dialect("dashboard")
    routes.post("/sessions/import")(import_session)
    routes.get("/sessions")(list_sessions)
    routes.get("/sessions/<session>")(read_session)
    routes.get("/sessions/<session>/results/instructor-tracking")(read_tracking)
    routes.post("/sessions/<session>/process")(process)
    routes.delete("/sessions/<session>")(delete_session)
    routes.get("/jobs")(list_jobs)
    routes.get("/jobs/<job>")(read_job)
    routes.delete("/jobs/<job>")(cancel_job)
    return routes


@allow(Policy.IMPORTER)
def import_session() -> Response:
    form = read_form(settings().dialects.whole_file_most_bytes)
    video = form.file("video")
    metadata = _metadata(form.optional_text("metadata"))
    filename = plain_name(video.filename or "raw.mp4", "The video's name")
    if video.body.size_bytes == 0:
        raise Refusal("bad_request", "The video is empty. Nothing was stored.")
    session = _announce(metadata)
    new = NewFile(
        dialect=NAME,
        scope=session,
        name="raw",
        filename=filename,
        media_type=video.media_type,
        session=session,
        size_bytes=video.body.size_bytes,
        chunk_bytes=video.body.size_bytes,
        chunks=1,
    )
    begun = receiver().chunked_files.begin(new, sender())
    file = receiver().chunked_files.put(begun.id, sender(), 0, video.body)
    assert file.recording is not None
    work = receiver().session_work.of_recordings([file.recording])
    return json_answer({"jobId": work[0].job if work else None, "sessionId": session})


@allow(Policy.IMPORTER)
@keeps_to_scope
def list_sessions() -> Response:
    limit = request.args.get("limit", default=_SESSIONS, type=int)
    if not 1 <= limit <= _SESSIONS_MOST:
        raise Refusal("bad_request", f"'limit' must be 1 to {_SESSIONS_MOST}.")
    page = listings.sessions(
        receiver().database, {}, request.args.get("cursor"), limit, principal().scope
    )
    listed = json_answer([_session(row) for row in page.entries])
    if page.next is not None:
        listed.headers["Link"] = f'</sessions?limit={limit}&cursor={page.next}>; rel="next"'
    return listed


@allow(Policy.IMPORTER)
def read_session(session: str) -> Response:
    row = _row(session)
    videos = receiver().custody.in_session(session)
    work = receiver().session_work.of_recordings([video.id for video in videos])
    return json_answer(
        {
            **_session(row),
            "metadata": row.content.get("metadata", {}),
            "videos": [_video(video) for video in videos],
            "jobs": [_job(each) for each in work],
        }
    )


@allow(Policy.IMPORTER)
def read_tracking(session: str) -> Response:
    here = receiver()
    videos = here.custody.in_session(_row(session).id)
    if not videos:
        raise Refusal("not_ready", "There is no tracking result of this session yet.")
    with_result = [video.id for video in videos if here.tracking.is_there(session, video.id)]
    row = here.custody.row(with_result[-1] if with_result else videos[-1].id, None)
    here.provisional.require_playable(row, principal().role)
    return json_bytes(here.data.files.read(here.tracking.path(row)))


@allow(Policy.IMPORTER)
def process(session: str) -> Response:
    videos = receiver().custody.in_session(_row(session).id)
    if not videos:
        raise Refusal("not_ready", "No video of this session is here.")
    for video in videos:
        receiver().job_control.process(video.id, principal().actor)
    work = receiver().session_work.of_recordings([video.id for video in videos])
    return json_answer({"jobId": work[0].job, "sessionId": session})


@allow(Policy.ERASER)
def delete_session(session: str) -> Response:
    row = _row(session)
    withdrawn = receiver().withdrawals.withdraw_session(session, _REASON, principal())
    receiver().imports.drop_session(session)
    if receiver().own_device.is_own(row.device):
        # No computer has a copy of what was imported here, so none will say that it is gone.
        at = rfc3339(receiver().clock.now())
        word = Done(withdrawn.id, row.device, deleted=(), elsewhere=(), at=at)
        receiver().orders.done(withdrawn.id, row.device, word.to_json())
    return json_answer({"sessionId": session, "deleted": True})


@allow(Policy.IMPORTER)
@keeps_to_scope
def list_jobs() -> Response:
    only_active = request.args.get("active", "").lower() in ("true", "1")
    work = receiver().session_work.newest(principal().scope)
    return json_answer([_job(each) for each in work if each.is_active or not only_active])


@allow(Policy.IMPORTER)
def read_job(job: str) -> Response:
    return json_answer(_job(_work(job)))


@allow(Policy.IMPORTER)
def cancel_job(job: str) -> Response:
    work = _work(job)
    for each in work.active or (work.job,):
        receiver().job_control.cancel(each, principal().actor)
    return json_answer(_job(_work(job)))


def _announce(metadata: Json) -> str:
    now = receiver().clock.now()
    session = new_id(now)
    participant = text(metadata, "participantId", "participant_id") or UNKNOWN_PARTICIPANT
    content = {
        **session_json(session, participant, None, sender(), rfc3339(now)),
        _SESSION_NAME: text(metadata, "sessionName", "session_name"),
        "metadata": metadata,
    }
    receiver().sessions.announce(session, content, sender())
    return session


def _metadata(said: str | None) -> Json:
    """The form's metadata. Quotes that a shell left escaped count as quotes.

    Raises Refusal `bad_request`.
    """
    if said is None:
        return {}
    try:
        found = _parsed(said)
    except (ValueError, RecursionError) as error:
        raise Refusal(
            "bad_request", f"'metadata' is not JSON ({error}). Nothing was stored."
        ) from error
    if not isinstance(found, dict):
        raise Refusal("bad_request", "'metadata' must be a JSON object. Nothing was stored.")
    return found


def _parsed(said: str) -> Any:
    try:
        return read_json(said.encode())
    except ValueError:
        # `-F 'metadata={\"name\":\"x\"}'`, as many guides have it, sends the backslashes too.
        return read_json(said.replace('\\"', '"').encode())


def _row(session: str) -> SessionRow:
    if not is_id(session):
        raise Refusal("unknown_session", "No such session is known here.")
    return receiver().sessions.get(session, None)


def _work(job: str) -> Work:
    found = receiver().session_work.of_job(job) if is_id(job) else None
    if found is None:
        raise Refusal("not_found", "No such job is known here.")
    return found


def _session(row: SessionRow) -> Json:
    videos = receiver().custody.in_session(row.id)
    newest: dict[str, Work] = {}
    for work in receiver().session_work.of_recordings([video.id for video in videos]):
        newest.setdefault(work.recording, work)
    return {
        "sessionId": row.id,
        "sessionName": row.content.get(_SESSION_NAME) or row.participant,
        "createdAt": rfc3339(row.created_at),
        "status": _status(videos, newest),
        "hasInstructorTrackingResult": any(
            receiver().tracking.is_there(row.id, video.id) for video in videos
        ),
    }


def _status(videos: list[RecordingView], newest: Mapping[str, Work]) -> str:
    if any(work.is_active for work in newest.values()):
        return "processing"
    if any(work.state != "completed" for work in newest.values()):
        return "failed"
    if videos and all(video.is_playable for video in videos):
        return "completed"
    return "created"


def _video(video: RecordingView) -> Json:
    found = video.video or {}
    return {
        "videoId": video.id,
        "durationSec": video.duration_s,
        "sizeBytes": video.stored_bytes,
        "playable": video.is_playable,
        "width": found.get("width"),
        "height": found.get("height"),
        "fps": _fps(found),
        "frameCount": found.get("frames"),
    }


def _fps(found: Mapping[str, Any]) -> float | None:
    """Pictures a second on average, as the probe counted them."""
    frames, duration_s = found.get("frames"), found.get("duration_s")
    return round(frames / duration_s, 3) if frames and duration_s else None


def _job(work: Work) -> Json:
    return {
        "jobId": work.job,
        "sessionId": work.session,
        "status": work.state,
        "progress": work.progress,
        "error": work.error,
        "createdAt": rfc3339(work.created_at),
        "finishedAt": work.finished_at and rfc3339(work.finished_at),
    }
