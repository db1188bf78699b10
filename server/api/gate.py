"""What every request meets beside its policy: scope, rates, and a line in the audit log.

It stands behind the guard, which says who asks. Lookups happen only where they can matter: for
users of some studies, and after an answer that nothing was found.
"""

from typing import Any, Final

from flask import Flask, Response, current_app, g, request

from server.api.answers import problem_answer
from server.api.context import receiver
from server.auth.policy import SCOPED_NAMES, Principal, is_within_scope_by_itself
from server.auth.rates import Rates
from server.domain.refusals import Refusal
from server.streaming import GOES_ON

_NOT_FOUND: Final = {
    "session": "unknown_session",
    "recording": "unknown_recording",
}


def register(app: Flask, rates: Rates) -> None:
    """Check every request after the guard, and note what was refused."""

    @app.before_request
    def gate() -> None:
        asking = _asking()
        if asking is None:
            return
        if not request.environ.get(GOES_ON):
            _require_rate(rates, asking)
        if asking.scope is not None:
            _require_scope(asking)

    @app.after_request
    def note(answer: Response) -> Response:
        if answer.status_code == 401:
            return _unknown(rates) or answer
        if answer.status_code in (403, 404):
            _note(rates, answer)
        return answer


def _asking() -> Principal | None:
    asking = g.get("principal")
    return asking if isinstance(asking, Principal) else None


def _require_rate(rates: Rates, asking: Principal) -> None:
    wait_s = rates.requests.take(asking.actor)
    if wait_s:
        raise Refusal(
            "rate_limited",
            f"This token sent too many requests. Nothing was stored; try again in {wait_s} s.",
            wait_s=wait_s,
        )


def _require_scope(asking: Principal) -> None:
    named = dict(request.view_args or {})
    known = SCOPED_NAMES & named.keys()
    if known:
        if not receiver().scope.covers(asking.scope, named):
            code = next((_NOT_FOUND[name] for name in _NOT_FOUND if name in named), "not_found")
            raise Refusal(code, "Nothing of this id is here for you.")
        return
    view = current_app.view_functions[request.endpoint or ""]
    if not is_within_scope_by_itself(view):
        raise Refusal(
            "forbidden", "This spans all studies, and your rights are for some of them only."
        )


def _unknown(rates: Rates) -> Response | None:
    """What an address hears that sent too many tokens which nobody knows; None while it may."""
    wait_s = rates.refusals.take(request.remote_addr or "unknown")
    if not wait_s:
        return None
    sentence = f"Too many unknown tokens came from this address. Try again in {wait_s} s."
    return problem_answer("rate_limited", sentence, wait_s=wait_s)


def _note(rates: Rates, answer: Response) -> None:
    asking = _asking()
    if asking is None:
        return
    route = f"{request.method} {request.url_rule}"
    if answer.status_code == 403:
        action, subject = "access.refused", f"route:{route}"
    else:
        foreign = _foreign(asking, request.view_args or {})
        if foreign is None:
            return
        action, subject = "access.foreign", foreign
    if not rates.notes.take(asking.actor):
        receiver().audit.record(asking, action, subject, route=route)


def _foreign(asking: Principal, named: dict[str, Any]) -> str | None:
    return None if asking.device is None else receiver().scope.is_anothers(asking.device, named)
