"""Jobs, statistics, video: what users read."""

from typing import Any

from flask import Blueprint, Response, request

from holdfast.clock import rfc3339
from server.api.answers import json_answer
from server.api.context import receiver
from server.api.media import recording_video, segment_video
from server.api.segments import SEGMENT_MOST
from server.auth.policy import Policy, allow
from server.db.models import JobRow
from server.domain.refusals import Refusal


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
    routes.get("/statistics")(statistics)
    return routes


@allow(Policy.READER)
def video(recording: str) -> Response:
    return recording_video(recording)


@allow(Policy.READER)
def part_video(recording: str, part: int) -> Response:
    return recording_video(recording, part)


@allow(Policy.READER)
def one_segment_video(recording: str, segment: int) -> Response:
    return segment_video(recording, segment)


@allow(Policy.READER)
def list_jobs() -> Response:
    active = request.args.get("active", "false").lower() == "true"
    return json_answer({"jobs": [_job(row) for row in receiver().jobs.newest(active=active)]})


@allow(Policy.READER)
def read_job(job: str) -> Response:
    row = receiver().jobs.get(job)
    if row is None:
        raise Refusal("not_found", "No such job is known here.")
    return json_answer(_job(row))


@allow(Policy.READER)
def statistics() -> Response:
    return json_answer(
        {**receiver().custody.statistics(), "received_bytes": receiver().uploads.received_bytes}
    )


def _job(row: JobRow) -> dict[str, Any]:
    return {
        "job": row.id,
        "kind": row.kind,
        "recording": row.recording,
        "state": row.state,
        "progress": row.progress,
        "attempts": row.attempts,
        "error": row.error,
        "created_at": rfc3339(row.created_at),
        "started_at": row.started_at and rfc3339(row.started_at),
        "finished_at": row.finished_at and rfc3339(row.finished_at),
    }
