"""The jobs of one recording on its page: history, log, progress; and preparing it anew.

Cancelling and trying again are the jobs' own pages' work, which lead back here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import Blueprint, Response
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, Role, allow
from server.db.models import JobEventRow
from server.domain.custody import RecordingView
from server.web.jobs import JobLine
from server.web.render import done, fragment

SHOWN_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class ToldJob:
    """One job, what happened to it, and the last lines that it said."""

    line: JobLine
    events: Sequence[JobEventRow]

    @property
    def said(self) -> list[dict[str, Any]]:
        return [each for each in self.line.row.said or [] if isinstance(each, dict)]


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recording_jobs", __name__)
    routes.get("/recordings/<id:recording>/jobs")(jobs)
    routes.post("/recordings/<id:recording>/process")(process)
    return routes


def told_jobs(view: RecordingView) -> dict[str, Any]:
    """What the piece of the page about jobs needs, newest job first."""
    control = receiver().job_control
    rows = control.page({"recording": view.id}, None, SHOWN_MOST).rows
    found = [control.get(row.id) for row in rows]
    told = [ToldJob(JobLine(row, {}), events) for row, events in found]
    active = sum(each.line.can_be_cancelled for each in told)
    return {
        "jobs": told,
        "active_jobs": active,
        "jobs_say": f"{active} of its jobs are not done." if active else "All its jobs are done.",
        "view": view,
        "base": f"/web/recordings/{view.id}",
        "is_writer": principal().role is not Role.VIEWER,
    }


@allow(Policy.PAGE)
def jobs(recording: str) -> Response:
    told = told_jobs(receiver().custody.view(recording, None))
    return fragment("recording_jobs.html", is_asked_again=True, **told)


@allow(Policy.PAGE_WRITER)
def process(recording: str) -> BaseResponse:
    asking = principal()
    receiver().job_control.process(recording, f"{asking.role.value} {asking.name}")
    receiver().audit.record(asking, "recording.processed", f"recording:{recording}")
    return done(f"/web/recordings/{recording}", "The recording is prepared anew.")
