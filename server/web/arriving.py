"""A recording that is still arriving or being prepared: what is here, what is missing, live.

The page tells it once; the script asks for the same as JSON and plays what may be played, segment
by segment. Whether it may be played is decided elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import Blueprint, Response
from sqlalchemy import select

from holdfast import ranges
from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from server.api.answers import json_answer
from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow
from server.db.models import RecordingRow, SegmentRow
from server.domain.custody import RecordingView
from server.web.evidence import evidence
from server.web.render import fragment, page
from server.web.texts import ago, count, sentence, share, size

NAMED_MOST: Final = 12
"""So many missing segments are named; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A segment of which some bytes are here."""

    segment: int
    share: float


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is here of a recording that is not ready."""

    stage: str
    says: str
    segments: tuple[int, ...]
    holes: tuple[int, ...]
    on_their_way: tuple[OnItsWay, ...]
    newest_at: datetime | None
    previews: tuple[int, ...]
    may_play: bool
    stored_bytes: int
    silent_s: float | None

    @property
    def tells(self) -> dict[str, str]:
        """The figures as people read them."""
        return {
            "segments": count(len(self.segments), "segment"),
            "size": size(self.stored_bytes),
            "newest": "nothing yet" if self.silent_s is None else f"{ago(self.silent_s)} ago",
            "now": ", ".join(
                f"segment {each.segment}: {share(each.share)}" for each in self.on_their_way
            )
            or "nothing",
            "missing": self._missing(),
        }

    def _missing(self) -> str:
        if not self.holes:
            return "none so far"
        if len(self.holes) > NAMED_MOST:
            return count(len(self.holes), "segment")
        return ", ".join(map(str, self.holes))

    def to_json(self) -> Json:
        return {
            "stage": self.stage,
            "says": self.says,
            "segments": list(self.segments),
            "missing": list(self.holes),
            "newest_at": None if self.newest_at is None else rfc3339(self.newest_at),
            "previews": list(self.previews),
            "may_play": self.may_play,
            "tells": self.tells,
        }


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_arriving", __name__)
    routes.get("/recordings/<id:recording>/arriving.json")(arriving)
    routes.get("/recordings/<id:recording>/arriving")(side)
    return routes


@allow(Policy.PAGE)
def arriving(recording: str) -> Response:
    row = receiver().custody.row(recording, None)
    return json_answer(arrival_of(row, receiver().custody.view(recording, None)).to_json())


@allow(Policy.PAGE)
def side(recording: str) -> Response:
    row = receiver().custody.row(recording, None)
    return fragment("arriving_side.html", **_told(row, receiver().custody.view(recording, None)))


def page_of(row: RecordingRow, view: RecordingView) -> Response:
    """The page of a recording that is not whole."""
    return page(
        "arriving.html",
        **_told(row, view),
        arrival=arrival_of(row, view),
        why_not=receiver().provisional.why_not_played(row, principal().role),
    )


def _told(row: RecordingRow, view: RecordingView) -> dict[str, Any]:
    return {
        "view": view,
        "announcement": row.announcement,
        "manifest": None,
        "receipt": None,
        "base": f"/web/recordings/{row.id}",
        "learned": receiver().annotations.current(row.id, None),
        "proofs": evidence(view, None, None),
    }


def arrival_of(row: RecordingRow, view: RecordingView) -> Arrival:
    """What is here of it now, for whoever asks."""
    here, role = receiver(), principal().role
    folder = here.data.recording(row.session, row.id)
    may_look = here.provisional.may_look(row, role)
    with here.database.reading() as session:
        query = select(SegmentRow).where(SegmentRow.recording == row.id)
        rows = list(session.scalars(query.order_by(SegmentRow.number)))
    newest_at = max((each.changed_at for each in rows), default=None)
    silent_s = None if newest_at is None else (here.clock.now() - newest_at).total_seconds()
    return Arrival(
        stage=_stage(view),
        says=sentence(view),
        segments=view.stored,
        holes=holes(view.stored, view.missing),
        on_their_way=tuple(_on_its_way(each) for each in rows if each.state == "open"),
        newest_at=newest_at,
        previews=tuple(here.previews.numbers(folder)) if may_look else (),
        may_play=here.provisional.may_play(row, role),
        stored_bytes=view.stored_bytes,
        silent_s=silent_s,
    )


def _stage(view: RecordingView) -> str:
    if view.state == "open":
        return "arriving"
    return "preparing" if view.job is not None and not view.is_playable else "ready"


def holes(stored: tuple[int, ...], missing: tuple[int, ...] | None) -> tuple[int, ...]:
    """Segments that are not here although later ones are, or that the manifest names."""
    if missing is not None:
        return missing
    here = set(stored)
    return tuple(number for number in range(max(here, default=-1)) if number not in here)


def _on_its_way(row: SegmentRow) -> OnItsWay:
    present = [(each[0], each[1]) for each in row.present]
    owed = sum(last - first + 1 for first, last in ranges.missing(present, row.size_bytes))
    return OnItsWay(row.number, 1 - owed / max(1, row.size_bytes))
