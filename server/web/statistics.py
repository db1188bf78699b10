"""Numbers over everything here: of all, of each study, of each device."""

from flask import Blueprint, Response

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain.statistics import statistics as counted
from server.web.render import page


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_statistics", __name__)
    routes.get("/statistics")(statistics)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def statistics() -> Response:
    here = receiver()
    found = counted(here.database, here.transfers, principal().scope)
    titles = {each.id: each.title for each in here.studies.newest(principal().scope)}
    return page("statistics.html", found=found, titles=titles)
