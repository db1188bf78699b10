"""Where one recording's page and a segment's are, and the choice of whom the numbers are about."""

from typing import Final

from flask import Blueprint, Response
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import principal
from server.api.segments import SEGMENT_MOST
from server.auth.policy import Policy, allow
from server.web import arriving, forms
from server.web.render import done, page
from server.web.watch_texts import clock_place, length_words, without_segments

TRACKS_MOST: Final = 1_000_000


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_recording", __name__)
    routes.get("/recordings/<id:recording>")(one_recording)
    routes.post("/recordings/<id:recording>/tracking/primary")(choose_primary)
    routes.get(f"/recordings/<id:recording>/segments/<int(max={SEGMENT_MOST}):segment>")(
        one_segment
    )
    for each in (clock_place, length_words, without_segments):
        routes.add_app_template_filter(each)
    return routes


@allow(Policy.PAGE)
def one_recording(recording: str) -> Response:
    row = receiver().custody.row(recording, None)
    view = receiver().custody.view(recording, None)
    folder = receiver().data.recording(row.session, row.id)
    if row.state == "open":
        return arriving.page_of(row, view)
    # Most receivers store for days before anybody looks: they need not carry this all the while.
    from server.web.recording_page import told_recording

    return page("recording.html", **told_recording(row, view, folder))


@allow(Policy.PAGE_WRITER)
def choose_primary(recording: str) -> BaseResponse:
    here = receiver()
    here.provisional.require_playable(here.custody.row(recording, None), principal().role)
    track = forms.whole("track", 0, TRACKS_MOST)
    here.tracking.choose(recording, track)
    here.audit.record(
        principal(), "recording.primary_chosen", f"recording:{recording}", track=track
    )
    return done(
        f"/web/recordings/{recording}#tracking",
        f"The numbers are about subject {track + 1} now. Nothing was decoded again.",
    )


@allow(Policy.PAGE)
def one_segment(recording: str, segment: int) -> Response:
    view = receiver().custody.view(recording, None)
    row = receiver().custody.row(recording, None)
    may_play = receiver().provisional.may_play(row, principal().role)
    return page("segment.html", view=view, segment=segment, may_play=may_play)
