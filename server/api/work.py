"""Jobs, statistics, video: what users read."""

from typing import Any

from flask import Blueprint, Response, request

from holdfast.clock import rfc3339
from server.api.answers import json_answer
from server.api.bodies import json_object
from server.api.context import receiver, settings
from server.api.guard import principal
from server.api.media import (
    CONTAINERS,
    container_of,
    recording_thumbnail,
    recording_video,
    segment_video,
)
from server.api.noted import noted
from server.api.openapi import JPEG, Media, describe
from server.api.queries import limit_of, read_query
from server.api.queues import by
from server.api.schemas import work as shapes
from server.api.schemas.derived import VideoQuery
from server.api.segments import SEGMENT_MOST
from server.auth.policy import Policy, allow, keeps_to_scope
from server.db.models import JobEventRow, JobRow
from server.domain.job_control import is_tried_again, state_of
from server.domain.refusals import Refusal
from server.domain.statistics import statistics
from server.jobs.queue import ATTEMPTS_MOST

OF_ONE = ("unknown_recording", "withdrawn")
VIDEO = Media(("video/mp4",), ranges=True)
FILM = Media(CONTAINERS, ranges=True)
SEGMENT_MEDIA = Media(CONTAINERS, ranges=True)


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("work", __name__)
    routes.get("/recordings/<id:recording>/video")(video)
    routes.get("/recordings/<id:recording>/video/<int(max=9999):part>")(part_video)
    routes.get(f"/recordings/<id:recording>/segments/<int(max={SEGMENT_MOST}):segment>/video")(
        one_segment_video
    )
    routes.get("/jobs")(list_jobs)
    routes.get("/jobs/<id:job>")(read_job)
    routes.delete("/jobs/<id:job>")(cancel_job)
    routes.post("/jobs/<id:job>/retry")(retry_job)
    routes.post("/recordings/<id:recording>/process")(process)
    routes.get("/recordings/<id:recording>/download")(download)
    routes.get("/recordings/<id:recording>/thumbnail")(thumbnail)
    routes.get("/statistics")(read_statistics)
    return routes


@allow(Policy.READER)
@noted("recording.played")
@describe("recordings", {200: FILM}, query=VideoQuery, problems=(*OF_ONE, "not_ready"))
def video(recording: str) -> Response:
    """Play the film as it was recorded, or the copy for browsers, where one had to be made."""
    wanted = read_query(VideoQuery).get("variant", "original")
    return recording_video(recording, for_browser=wanted == "playback")


@allow(Policy.READER)
@noted("recording.played")
@describe("recordings", {200: VIDEO}, query=VideoQuery, problems=(*OF_ONE, "not_ready"))
def part_video(recording: str, part: int) -> Response:
    """Play the film of a part whose format differs from the first one's, or its copy."""
    wanted = read_query(VideoQuery).get("variant", "original")
    return recording_video(recording, part, for_browser=wanted == "playback")


@allow(Policy.READER)
@noted("recording.played")
@describe("segments", {200: SEGMENT_MEDIA}, problems=(*OF_ONE, "unknown_segment"))
def one_segment_video(recording: str, segment: int) -> Response:
    """Play one segment, which plays by itself."""
    return segment_video(recording, segment)


@allow(Policy.WRITER)
@noted("recording.downloaded")
@describe("recordings", {200: FILM}, problems=(*OF_ONE, "not_ready"))
def download(recording: str) -> Response:
    """Take the assembled film along as a file. Parts of it can be asked for."""
    answer = recording_video(recording)
    answer.headers.set(
        "Content-Disposition", "attachment", filename=f"{recording}.{container_of(answer)}"
    )
    return answer


@allow(Policy.READER)
@noted("recording.seen")
@describe("recordings", {200: JPEG}, problems=(*OF_ONE, "not_ready"))
def thumbnail(recording: str) -> Response:
    """Read the picture that stands for a recording: what was made of its film, or
    the first preview that came."""
    return recording_thumbnail(recording)


@allow(Policy.WRITER)
@describe(
    "jobs",
    {202: shapes.Processing},
    body=shapes.Wanted,
    problems=(*OF_ONE, "not_ready"),
    needs_body=False,
)
def process(recording: str) -> Response:
    """Prepare a stored recording anew, or do only these kinds of work anew.

    While that is being done, these are the same jobs.
    """
    kinds = _wanted()
    jobs = receiver().job_control.process(recording, by(), kinds)
    told = {"kinds": list(kinds)} if kinds else {}
    receiver().audit.record(principal(), "recording.processed", f"recording:{recording}", **told)
    return json_answer({"recording": recording, "jobs": jobs}, 202)


@allow(Policy.READER)
@keeps_to_scope
@describe("jobs", {200: shapes.JobPage}, query=shapes.JobFilter)
def list_jobs() -> Response:
    """List jobs, newest first."""
    wanted = read_query(shapes.JobFilter)
    found = receiver().job_control.page(
        wanted, wanted.get("cursor"), limit_of(wanted), principal().scope
    )
    return json_answer({"jobs": [_job(row) for row in found.rows], "next": found.next})


@allow(Policy.READER)
@describe("jobs", {200: shapes.JobDetail})
def read_job(job: str) -> Response:
    """Read a job, the last of what happened to it, and the last of what it said."""
    row, log = receiver().job_control.get(job)
    events = [_event(each) for each in log]
    said, params = row.said or [], row.params or {}
    return json_answer({**_job(row), "log": events, "said": said, "params": params})


@allow(Policy.WRITER)
@describe("jobs", {202: shapes.JobView}, problems=("ended",))
def cancel_job(job: str) -> Response:
    """Cancel a job that is queued or running. One that ended by itself is 409."""
    row = receiver().job_control.cancel(job, by())
    receiver().audit.record(principal(), "job.cancelled", f"job:{job}")
    return json_answer(_job(row), 202)


@allow(Policy.WRITER)
@describe("jobs", {202: shapes.JobView}, problems=("ended",))
def retry_job(job: str) -> Response:
    """Try a job again that failed or was cancelled. One that succeeded is 409."""
    row = receiver().job_control.retry(job, by())
    receiver().audit.record(principal(), "job.retried", f"job:{job}")
    return json_answer(_job(row), 202)


@allow(Policy.READER)
@keeps_to_scope
@describe("statistics", {200: shapes.Statistics})
def read_statistics() -> Response:
    """Count what is here and what came: of everything, of each device and of each study.

    Users of some studies hear of those; how bytes came is null for them, because it is counted over
    all studies.
    """
    here, within = receiver(), principal().scope
    return json_answer(
        {
            **statistics(here.database, here.transfers, within),
            "received_bytes": here.uploads.received_bytes if within is None else None,
        }
    )


def _wanted() -> tuple[str, ...]:
    if not request.content_length:
        return ()
    kinds = json_object(settings().json_most_bytes).get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(each, str) for each in kinds):
        raise Refusal("bad_request", "'kinds' must be a list of texts. Nothing was changed.")
    return tuple(kinds)


def _job(row: JobRow) -> dict[str, Any]:
    return {
        "job": row.id,
        "kind": row.kind,
        "recording": row.recording,
        "state": state_of(row),
        "progress": row.progress,
        "attempts": row.attempts,
        "attempts_most": ATTEMPTS_MOST,
        "step": row.step,
        "error": row.error,
        "created_at": rfc3339(row.created_at),
        "started_at": row.started_at and rfc3339(row.started_at),
        "finished_at": row.finished_at and rfc3339(row.finished_at),
        "next_attempt_at": rfc3339(row.not_before) if is_tried_again(row) else None,
    }


def _event(row: JobEventRow) -> dict[str, Any]:
    return {"at": rfc3339(row.at), "attempt": row.attempt, "event": row.event, "text": row.text}
