"""What all pages have in common: navigation, static files, filters, and the list of their areas."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flask import Blueprint, Flask, Response, request, send_from_directory

from holdfast.clock import Clock
from server.auth.policy import USERS, Policy, Principal, Role, allow
from server.auth.throttle import Throttle
from server.web import (
    arriving,
    audit,
    devices,
    forms,
    jobs,
    overview,
    recording,
    recording_files,
    recording_jobs,
    recordings,
    sessions,
    signing,
    statistics,
    storage,
    studies,
    texts,
    uploading,
    users,
)

WRITERS: Final = frozenset({Role.OPERATOR, Role.ADMIN})
ADMINS: Final = frozenset({Role.ADMIN})
_STATIC: Final = Path(__file__).with_name("static")
_KINDS: Final = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}
_NAME_TRIES_A_MINUTE: Final = 30
_YEAR_S: Final = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation. It stands there for whom it opens."""

    path: str
    name: str
    roles: frozenset[Role] = USERS
    is_everything: bool = False
    """It spans all studies, so it is not for users of some."""

    def is_for(self, user: Principal) -> bool:
        return user.role in self.roles and not (self.is_everything and user.scope is not None)

    @property
    def is_here(self) -> bool:
        """Whether the page that is shown lies there."""
        if self.path == "/web/":
            return request.path == self.path
        return request.path == self.path or request.path.startswith(f"{self.path}/")


NAVIGATION: Final = (
    Place("/web/", "Overview"),
    Place("/web/sessions", "Sessions"),
    Place("/web/recordings", "Recordings"),
    Place("/web/studies", "Studies"),
    Place("/web/upload", "Upload", WRITERS),
    Place("/web/jobs", "Jobs"),
    Place("/web/devices", "Devices", is_everything=True),
    Place("/web/statistics", "Statistics"),
    Place("/web/storage", "Storage", ADMINS),
    Place("/web/withdrawals", "Withdrawals", ADMINS),
    Place("/web/users", "Users", ADMINS),
    Place("/web/audit", "Audit", ADMINS),
)


def register(app: Flask, clock: Clock, tries_a_minute: int) -> None:
    """Add the pages of all areas. So many tries to sign in may fail from one address."""
    forms.register(app)
    addresses, names = Throttle(clock, tries_a_minute), Throttle(clock, _NAME_TRIES_A_MINUTE)
    for routes in (
        _blueprint(),
        signing.blueprint(addresses, names),
        overview.blueprint(),
        recordings.blueprint(),
        recording.blueprint(),
        recording_files.blueprint(),
        recording_jobs.blueprint(),
        arriving.blueprint(),
        uploading.blueprint(),
        uploading.page_blueprint(),
        sessions.blueprint(),
        jobs.blueprint(),
        devices.blueprint(),
        statistics.blueprint(),
        storage.blueprint(),
        studies.blueprint(),
        users.blueprint(),
        audit.blueprint(),
    ):
        app.register_blueprint(routes, url_prefix="/web")


def _blueprint() -> Blueprint:
    routes = Blueprint("web", __name__, template_folder="templates")
    routes.get("/static/<path:name>")(static)
    for name, each in _GLOBALS.items():
        routes.add_app_template_global(each, name)
    for each in (
        texts.moment,
        texts.ago,
        texts.brief,
        texts.day_time,
        texts.duration,
        texts.size,
        texts.share,
    ):
        routes.add_app_template_filter(each)
    return routes


def places(user: Principal | None) -> list[Place]:
    """The navigation of whoever is signed in."""
    return [] if user is None else [place for place in NAVIGATION if place.is_for(user)]


_GLOBALS: Final[dict[str, Any]] = {
    "places": places,
    "csrf_field": forms.csrf_field,
    "csrf_token": forms.csrf_token,
    "lights": texts.lights,
    "sentence": texts.sentence,
    "learned_facts": texts.learned_facts,
    "count": texts.count,
}


@allow(Policy.PUBLIC)
def static(name: str) -> Response:
    kind = _KINDS.get(Path(name).suffix)
    answer = send_from_directory(_STATIC, name, mimetype=kind)
    # What others made has its version in its name; our own changes under the same one.
    lasting = f"public, max-age={_YEAR_S}, immutable"
    answer.headers["Cache-Control"] = lasting if name.startswith("vendor/") else "public, no-cache"
    return answer
