"""What an admin looks at first: what needs a person, every device, and what came last."""

from flask import Blueprint, Response

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.web.render import page

NEWEST = 10


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_overview", __name__)
    routes.get("/")(overview)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def overview() -> Response:
    views = receiver().custody.newest(None, NEWEST, principal().scope)
    return page("overview.html", views=views)
