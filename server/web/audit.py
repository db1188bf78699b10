"""The audit log: who did what to what; whether it is as it was written; its signed end."""

from typing import TYPE_CHECKING, Final

from flask import Blueprint, Response, request

from holdfast.jsonform import canonical
from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, allow
from server.domain.audit import Wanted
from server.domain.refusals import Refusal
from server.web.render import page

if TYPE_CHECKING:
    from server.domain.audit_check import Verdict

PAGE_SIZE: Final = 100
_NUMBER_MOST: Final = 18


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_audit", __name__)
    routes.get("/audit")(audit)
    routes.post("/audit/check")(check)
    routes.get("/audit/head")(head)
    return routes


@allow(Policy.PAGE_ADMIN)
def audit() -> Response:
    return _shown(None)


@allow(Policy.PAGE_ADMIN)
def check() -> Response:
    from server.domain.audit_check import verify

    found = verify(receiver().audit)
    receiver().audit.record(principal(), "audit.checked", "receiver", faults=len(found.faults))
    return _shown(found)


@allow(Policy.PAGE_ADMIN)
def head() -> Response:
    from server.domain.audit_check import Head

    here = receiver()
    signed = Head.of(here.audit, here.identity, here.clock)
    answer = Response(canonical(signed.signed), mimetype="application/json")
    name = f"audit-head-{signed.seq}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _shown(verdict: "Verdict | None") -> Response:
    asked = {name: request.args.get(name, "").strip() for name in ("actor", "action", "subject")}
    wanted = Wanted(
        actor=asked["actor"] or None,
        action=asked["action"] or None,
        subject=asked["subject"] or None,
        before=_before(request.args.get("before", "")),
    )
    entries = receiver().audit.newest(wanted, PAGE_SIZE)
    older = entries[-1].seq if len(entries) == PAGE_SIZE else None
    return page("audit.html", entries=entries, asked=asked, older=older, verdict=verdict)


def _before(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > _NUMBER_MOST:
        raise Refusal("bad_request", "'before' must be the number of an entry.")
    return int(text)
