"""Storage: how much room there is, what is due by the studies' rules, and what was withdrawn."""

from datetime import timedelta
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow
from server.domain.statistics import statistics
from server.web import forms, texts
from server.web.render import done, page

SOON: Final = timedelta(days=30)
SHOWN_MOST: Final = 200
"""So many sessions are looked at and shown at a time; the others come when these are done."""


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_storage", __name__)
    routes.get("/storage")(storage)
    routes.post("/storage/delete-due")(delete_due)
    routes.post("/storage/delete-abandoned")(delete_abandoned)
    routes.get("/withdrawals")(withdrawals)
    return routes


@allow(Policy.PAGE_ADMIN)
def storage() -> Response:
    here, now = receiver(), receiver().clock.now()
    oldest = here.retention.oldest(SOON, SHOWN_MOST)
    numbers = statistics(here.database, here.transfers)
    return page(
        "storage.html",
        free_bytes=here.admission.free_bytes(),
        is_open=here.admission.is_open(),
        stored_bytes=numbers["stored_bytes"],
        studies=numbers["studies"],
        titles={each.id: each.title for each in here.studies.newest(None)},
        found=oldest,
        abandoned=here.abandoned.listing(),
        now=now,
        soon_days=SOON.days,
    )


@allow(Policy.PAGE_ADMIN)
def delete_due() -> BaseResponse:
    """Delete what was shown, as far as it is still due; nothing that became due since."""
    shown = frozenset(forms.several("session"))
    gone = receiver().retention.delete(principal(), shown)
    said = f"{texts.count(len(gone), 'session')} deleted, here and on the computers."
    left = len(shown) - len(gone)
    if left:
        said += f" {texts.count(left, 'other')} stayed: something about them has changed."
    return done("/web/storage", said)


@allow(Policy.PAGE_ADMIN)
def delete_abandoned() -> BaseResponse:
    gone = receiver().abandoned.delete(principal(), frozenset(forms.several("recording")))
    said = f"What came of {texts.count(len(gone), 'recording')} was deleted."
    return done("/web/storage", said)


@allow(Policy.PAGE_ADMIN)
def withdrawals() -> Response:
    is_open = request.args.get("open") == "true"
    found = receiver().withdrawals.listing(open_only=is_open)
    names = {row.id: row.name for row in receiver().devices.everyone()}
    return page("withdrawals.html", found=found, names=names, is_open=is_open)
