"""The list of all recordings with their lights, newest first."""

from flask import Blueprint, Response, request

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.web.render import page

PAGE_SIZE = 50


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recordings", __name__)
    routes.get("/recordings")(recordings)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def recordings() -> Response:
    before = request.args.get("before")
    views = receiver().custody.newest(before, PAGE_SIZE, principal().scope)
    older = views[-1].id if len(views) == PAGE_SIZE else None
    return page("recordings.html", views=views, older=older)
