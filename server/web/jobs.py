"""Jobs: each kind's queue on a card, the jobs themselves, and one with all that it said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as BaseResponse

from holdfast.jsonform import Json
from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.db.models import JobRow
from server.domain.job_control import ACTIVE, is_tried_again, state_of
from server.domain.queues import AT_ONCE_MOST, Queue
from server.domain.refusals import Refusal
from server.jobs.kinds import KINDS
from server.jobs.queue import ATTEMPTS_MOST
from server.web import forms, texts
from server.web.render import done, fragment, page

PAGE_SIZE: Final = 50
STATES: Final = ("", "active", "queued", "running", "failed", "cancelled", "succeeded")
_BADGES: Final = {
    "queued": ("off", "waiting"),
    "running": ("partly", "running"),
    "succeeded": ("on", "succeeded"),
    "failed": ("failed", "failed"),
    "cancelled": ("off", "cancelled"),
}


@dataclass(frozen=True, slots=True)
class JobLine:
    """One job as the pages show it."""

    row: JobRow
    announced: Json

    @property
    def state(self) -> str:
        return state_of(self.row)

    @property
    def badge(self) -> tuple[str, str]:
        kind, word = _BADGES[self.state]
        return (kind, "waits for its next try") if is_tried_again(self.row) else (kind, word)

    @property
    def attempts(self) -> str:
        return f"{self.row.attempts} of {ATTEMPTS_MOST}"

    @property
    def next_at(self) -> datetime | None:
        return self.row.not_before if is_tried_again(self.row) else None

    @property
    def can_be_cancelled(self) -> bool:
        return self.row.state in ACTIVE

    @property
    def can_be_retried(self) -> bool:
        return self.row.state == "failed"

    @property
    def subject(self) -> str:
        """The recording in a few words."""
        told = self.announced
        words = [str(told.get("participant", "?")), str(told.get("prompt") or "")]
        return ", ".join([*filter(None, words), f"take {told.get('take', '?')}"])


@dataclass(frozen=True, slots=True)
class QueueCard:
    """One kind's queue, and how long the oldest job in it has waited, in seconds."""

    queue: Queue
    oldest_s: float | None

    @property
    def says(self) -> str:
        if self.queue.is_paused:
            return "paused"
        return "working" if self.queue.running else "waiting" if self.queue.waiting else "idle"


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_jobs", __name__)
    routes.get("/jobs")(jobs)
    routes.get("/jobs/queues")(queues)
    routes.get("/jobs/list")(listed)
    routes.get("/jobs/<id:job>")(one_job)
    routes.get("/jobs/<id:job>/now")(one_job_now)
    routes.post("/jobs/<id:job>/cancel")(cancel)
    routes.post("/jobs/<id:job>/retry")(retry)
    routes.post("/jobs/queues/<kind>/retry")(retry_all)
    routes.post("/jobs/queues/<kind>/missing")(process_missing)
    routes.post("/jobs/queues/<kind>/control")(control)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def jobs() -> Response:
    return page("jobs.html", states=STATES, kinds=list(KINDS), **_cards(), **_list())


@allow(Policy.PAGE)
@keeps_to_scope
def queues() -> Response:
    return fragment("jobs_queues.html", **_cards())


@allow(Policy.PAGE)
@keeps_to_scope
def listed() -> Response:
    return fragment("jobs_list.html", **_list())


def _cards() -> dict[str, Any]:
    here, now = receiver(), receiver().clock.now()
    cards = [
        QueueCard(each, _age_s(each.oldest_waiting_at, now))
        for each in here.queues.all(principal().scope)
    ]
    failed = sum(each.queue.failed for each in cards)
    says = f"{texts.count(failed, 'failed job')}." if failed else "No job has failed."
    return {"cards": cards, "says": says, "at_once_most": AT_ONCE_MOST}


def _age_s(at: datetime | None, now: datetime) -> float | None:
    return None if at is None else max(0.0, (now - at).total_seconds())


def _list() -> dict[str, Any]:
    asked = {name: request.args.get(name, "") for name in ("state", "kind", "recording", "before")}
    if asked["state"] not in STATES or (asked["kind"] and asked["kind"] not in KINDS):
        raise Refusal("bad_request", "This search is not understood.")
    wanted: dict[str, Any] = {name: asked[name] for name in ("kind", "recording") if asked[name]}
    if asked["state"] == "active":
        wanted["active"] = True
    elif asked["state"]:
        wanted["state"] = asked["state"]
    here = receiver()
    cursor = asked["before"] or None
    found = here.job_control.page(wanted, cursor, PAGE_SIZE, principal().scope)
    return {"asked": asked, "lines": _lines(found.rows), "older": found.next}


def _lines(rows: Any) -> list[JobLine]:
    announced = receiver().custody.announced([row.recording for row in rows])
    return [JobLine(row, announced.get(row.recording, {})) for row in rows]


@allow(Policy.PAGE)
def one_job(job: str) -> Response:
    return page("job.html", **_one(job))


@allow(Policy.PAGE)
def one_job_now(job: str) -> Response:
    return fragment("job_now.html", **_one(job))


def _one(job: str) -> dict[str, Any]:
    row, events = receiver().job_control.get(job)
    (line,) = _lines([row])
    said = [each for each in row.said or [] if isinstance(each, dict)]
    return {"line": line, "events": events, "said": said, "params": row.params or {}}


@allow(Policy.PAGE_WRITER)
def cancel(job: str) -> BaseResponse:
    row = receiver().job_control.cancel(job, _by())
    receiver().audit.record(principal(), "job.cancelled", f"job:{job}")
    return done(_back(), f"The job {row.kind} was cancelled. What it was made from is untouched.")


@allow(Policy.PAGE_WRITER)
def retry(job: str) -> BaseResponse:
    row = receiver().job_control.retry(job, _by())
    receiver().audit.record(principal(), "job.retried", f"job:{job}")
    return done(_back(), f"The job {row.kind} is tried again.")


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def retry_all(kind: str) -> BaseResponse:
    number = receiver().queues.retry(kind, _by(), principal().scope)
    receiver().audit.record(principal(), "queue.retried", f"queue:{kind}", jobs=number)
    return done("/web/jobs", f"{texts.count(number, 'failed job')} of {kind} tried again.")


@allow(Policy.PAGE_WRITER)
@keeps_to_scope
def process_missing(kind: str) -> BaseResponse:
    number = receiver().queues.process_missing(kind, _by(), principal().scope)
    receiver().audit.record(principal(), "queue.filled", f"queue:{kind}", jobs=number)
    return done("/web/jobs", f"{texts.count(number, 'recording')} queued for {kind}.")


@allow(Policy.PAGE_ADMIN)
def control(kind: str) -> BaseResponse:
    """Pause, go on, or settle how many run at a time."""
    what = forms.choice("what", ("pause", "resume", "at_once"))
    at_once = None
    if what == "at_once" and forms.text("at_once"):
        at_once = forms.whole("at_once", 1, AT_ONCE_MOST)
    paused = None if what == "at_once" else what == "pause"
    found = receiver().queues.control(
        kind, _by(), paused=paused, at_once=at_once, bounds=what == "at_once"
    )
    receiver().audit.record(
        principal(), "queue.changed", f"queue:{kind}", paused=found.is_paused, at_once=at_once
    )
    return done("/web/jobs", _settled(what, kind, at_once))


def _settled(what: str, kind: str, at_once: int | None) -> str:
    if what == "pause":
        return f"{kind} is paused: nothing more of it begins. What runs runs on."
    if what == "resume":
        return f"{kind} goes on."
    often = "as many as there are workers" if at_once is None else str(at_once)
    return f"Of {kind}, {often} may run at a time."


def _back() -> str:
    """The page that the form was on, as far as it is one of ours."""
    found = forms.text("back")
    return found if found.startswith("/web/") and found.isprintable() else "/web/jobs"


def _by() -> str:
    asking = principal()
    return f"{asking.role.value} {asking.name}"
