"""Sessions: finding them, one of them with all that belongs to it, and its end."""

from typing import Any, Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as BaseResponse

from holdfast.consent import Consent, consent_of, is_awaited
from holdfast.jsonform import FormatError, Json
from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.db.models import SessionRow
from server.domain.closing import EXPECTED_MOST
from server.domain.refusals import Refusal
from server.domain.session_search import Asked, search, studies_seen
from server.web import forms
from server.web.render import done, page

PAGE_SIZE: Final = 50
STATES: Final = ("", "open", "closed", "incomplete")
_SAID: Final = frozenset(
    {"format_version", "session", "device", "participant", "study", "consent", "created_at"}
)
_REASON_MOST: Final = 300
_TEXT_MOST: Final = 200


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_sessions", __name__)
    routes.get("/sessions")(sessions)
    routes.get("/sessions/<id:session>")(one_session)
    routes.post("/sessions/<id:session>/close")(close)
    routes.post("/sessions/<id:session>/hold")(hold)
    routes.post("/sessions/<id:session>/release")(release)
    routes.get("/sessions/<id:session>/withdraw")(what_goes)
    routes.post("/sessions/<id:session>/withdraw")(withdraw)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def sessions() -> Response:
    here, scope = receiver(), principal().scope
    asked = _asked()
    found = search(here.database, asked, request.args.get("before"), PAGE_SIZE, scope)
    devices = here.devices.everyone() if scope is None else []
    return page(
        "sessions.html",
        asked=asked,
        found=found.entries,
        older=found.next,
        studies=studies_seen(here.database, scope),
        titles={each.id: each.title for each in here.studies.newest(scope)},
        devices=devices,
        states=STATES,
    )


def _asked() -> Asked:
    texts = {
        name: request.args.get(name, "").strip() for name in ("text", "study", "device", "state")
    }
    if texts["state"] not in STATES or any(
        len(each) > _TEXT_MOST or "\0" in each for each in texts.values()
    ):
        raise Refusal("bad_request", "This search is not understood.")
    return Asked(**texts)


@allow(Policy.PAGE)
def one_session(session: str) -> Response:
    here = receiver()
    row = here.sessions.get(session, None)
    study = None if row.study is None else here.studies.current(row.study)
    device = here.devices.known(row.device)
    return page(
        "session.html",
        row=row,
        title=row.study if study is None else study.title,
        device=row.device if device is None else device.name,
        views=here.custody.in_session(session),
        closed=here.closing.state(session),
        consent=_consent(row),
        is_awaited=is_awaited(row.content),
        notes=_notes(row.content),
        held=here.retention.held(session),
        expected_most=EXPECTED_MOST,
    )


def _consent(row: SessionRow) -> Consent | None:
    try:
        return consent_of(row.content)
    except FormatError:
        # It came before consent was looked at; what stands there is shown with the notes.
        return None


def _notes(content: Json) -> list[tuple[str, Any]]:
    """All else that stands in session.json, in words."""
    return [
        (name.replace("_", " ").capitalize(), value)
        for name, value in content.items()
        if name not in _SAID and value not in (None, "", [], {})
    ]


@allow(Policy.PAGE_WRITER)
def close(session: str) -> BaseResponse:
    expected = forms.whole("expected", 0, EXPECTED_MOST)
    closed = receiver().closing.close(session, expected, principal())
    if closed.is_complete:
        return done(_path(session), "The session is closed, and all of it is here.")
    return done(_path(session), "The session is closed. What is missing of it is listed below.")


@allow(Policy.PAGE_ADMIN)
def hold(session: str) -> BaseResponse:
    receiver().retention.hold(session, forms.needed("reason", _REASON_MOST), principal())
    return done(_path(session), "The session is kept beyond its time, until somebody lets it go.")


@allow(Policy.PAGE_ADMIN)
def release(session: str) -> BaseResponse:
    receiver().retention.release(session, principal())
    return done(_path(session), "The session goes when its time is over.")


@allow(Policy.PAGE_ADMIN)
def what_goes(session: str) -> Response:
    here = receiver()
    row = here.sessions.get(session, None)
    is_whole = request.args.get("whole") == "participant"
    preview = here.withdrawal_preview
    goes = (
        preview.of_participant(row.study, row.participant)
        if is_whole
        else [preview.of_session(session)]
    )
    return page("withdraw.html", row=row, goes=goes, is_whole=is_whole, reason_most=_REASON_MOST)


@allow(Policy.PAGE_ADMIN)
def withdraw(session: str) -> BaseResponse:
    here = receiver()
    row = here.sessions.get(session, None)
    reason = forms.text("reason", _REASON_MOST) or "it was withdrawn"
    if not forms.checked("sure"):
        raise Refusal(
            "bad_request", "The box was not ticked. Nothing was deleted; go back and tick it."
        )
    if forms.text("whole") == "participant":
        here.withdrawals.withdraw_participant(row.study, row.participant, reason, principal())
        said = "All sessions of the participant were withdrawn, and later ones are refused."
    else:
        here.withdrawals.withdraw_session(session, reason, principal())
        said = "The session was withdrawn: its files are deleted here, and its computer is told."
    return done("/web/withdrawals", said)


def _path(session: str) -> str:
    return f"/web/sessions/{session}"
