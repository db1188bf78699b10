"""The jobs of one recording on its page: history, log, progress; cancel, retry, prepare anew."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import Blueprint, Response
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, Role, allow
from server.db.models import JobEventRow, JobRow
from server.domain.job_control import ACTIVE, state_of
from server.domain.refusals import Refusal
from server.web.render import done, fragment

SHOWN_MOST: Final = 50
_LIGHTS: Final = {"queued": "off", "running": "partly", "succeeded": "on"}


@dataclass(frozen=True, slots=True)
class JobView:
    """One job as the page shows it."""

    id: str
    kind: str
    state: str
    progress: float
    stage: str | None
    attempts: int
    error: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    events: tuple[JobEventRow, ...]
    log_tail: str

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def light(self) -> str:
        return _LIGHTS.get(self.state, "failed")


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recording_jobs", __name__)
    one = "/recordings/<id:recording>"
    routes.get(f"{one}/jobs")(jobs)
    routes.post(f"{one}/process")(process)
    routes.post(f"{one}/jobs/<id:job>/cancel")(cancel)
    routes.post(f"{one}/jobs/<id:job>/retry")(retry)
    return routes


def jobs_of(recording: str) -> list[JobView]:
    """The newest jobs of a recording, newest first."""
    control = receiver().job_control
    rows = control.page({"recording": recording}, None, SHOWN_MOST).rows
    return [_view(*control.get(row.id)) for row in rows]


def _view(row: JobRow, events: list[JobEventRow]) -> JobView:
    return JobView(
        id=row.id,
        kind=row.kind,
        state=state_of(row),
        progress=row.progress,
        stage=row.step,
        attempts=row.attempts,
        error=row.error,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        events=tuple(events),
        log_tail="\n".join(map(str, row.said or [])),
    )


@allow(Policy.PAGE)
def jobs(recording: str) -> Response:
    return fragment(
        "recording_jobs.html",
        jobs=jobs_of(recording),
        view=receiver().custody.view(recording, None),
        base=f"/web/recordings/{recording}",
        is_writer=principal().role is not Role.VIEWER,
    )


@allow(Policy.PAGE_WRITER)
def process(recording: str) -> BaseResponse:
    receiver().job_control.process(recording, _by())
    receiver().audit.record(principal(), "recording.processed", f"recording:{recording}")
    return done(_back(recording), "The recording is prepared anew.")


@allow(Policy.PAGE_WRITER)
def cancel(recording: str, job: str) -> BaseResponse:
    kind = _own(recording, job).kind
    receiver().job_control.cancel(job, _by())
    receiver().audit.record(principal(), "job.cancelled", f"job:{job}")
    return done(_back(recording), f"The job {kind} was cancelled. The recording itself is safe.")


@allow(Policy.PAGE_WRITER)
def retry(recording: str, job: str) -> BaseResponse:
    kind = _own(recording, job).kind
    receiver().job_control.retry(job, _by())
    receiver().audit.record(principal(), "job.retried", f"job:{job}")
    return done(_back(recording), f"The job {kind} is queued again.")


def _own(recording: str, job: str) -> JobRow:
    row, _ = receiver().job_control.get(job)
    if row.recording != recording:
        raise Refusal("not_found", "This recording has no such job.")
    return row


def _by() -> str:
    return f"{principal().role.value} {principal().name}"


def _back(recording: str) -> str:
    return f"/web/recordings/{recording}#jobs-title"
