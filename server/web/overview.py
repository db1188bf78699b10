"""What an admin looks at first: what needs a person, every device, and what came last."""

from dataclasses import dataclass

from flask import Blueprint, Response

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain.custody import RecordingView
from server.ops.overview import Overview, overview_of
from server.web import texts
from server.web.device_rows import DeviceLine, lines
from server.web.render import fragment, page

NEWEST = 10


@dataclass(frozen=True, slots=True)
class Now:
    """How things stand, as the page says it."""

    overview: Overview
    devices: list[DeviceLine]
    free_bytes: int
    is_open: bool

    @property
    def says(self) -> str:
        """One sentence for those who hear the page; it changes only when something did."""
        bad = sum(line.kind == "failed" for line in self.devices)
        failed = self.overview.jobs_failed
        if not bad and not failed and self.is_open:
            return "Nothing needs a look."
        found = [texts.count(bad, "device")] if bad else []
        found += [texts.count(failed, "failed job")] if failed else []
        found += [] if self.is_open else ["The disk"]
        return f"To look at: {', '.join(found)}."


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_overview", __name__)
    routes.get("/")(overview)
    routes.get("/overview/now")(now)
    routes.get("/overview/newest")(newest)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def overview() -> Response:
    sees_all = principal().scope is None
    has_password = receiver().users.password_of(principal().name) is not None
    return page(
        "overview.html",
        now=how_it_stands() if sees_all else None,
        views=_newest(),
        has_password=has_password,
    )


@allow(Policy.PAGE)
def now() -> Response:
    return fragment("overview_now.html", now=how_it_stands())


@allow(Policy.PAGE)
@keeps_to_scope
def newest() -> Response:
    return fragment("overview_newest.html", views=_newest())


def how_it_stands() -> Now:
    """Everything that is polled, from the database and the disk."""
    here = receiver()
    found = overview_of(here.database, here.presence, here.clock)
    return Now(
        overview=found,
        devices=lines(found.devices, here.clock.now()),
        free_bytes=here.admission.free_bytes(),
        is_open=here.admission.is_open(),
    )


def _newest() -> list[RecordingView]:
    return receiver().custody.newest(None, NEWEST, principal().scope)
