"""Follows every request: an id, one line in the log when it is answered, and the counters.

The line names the route, never the address: an address may hold a participant's id, or the secret
of a sign-in link. Who asked is a role, and for devices the device's id; no person's name and no
network address is written down.
"""

import logging
import re
import secrets
from typing import Any, Final

from flask import Flask, Response, g, request

from holdfast.clock import Clock
from server import logs
from server.auth.policy import Principal
from server.ops.request_counts import RequestCounts

HEADER_REQUEST_ID: Final = "X-Request-Id"
UNKNOWN_ROUTE: Final = "unknown"
_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_NAMED: Final = ("recording", "session", "segment", "part", "job", "device", "upload")
"""Parts of an address that may be written down: ids that say nothing about a person."""
_METHOD_MOST_LETTERS: Final = 20
_log = logging.getLogger(__name__)


def register(app: Flask, clock: Clock, counts: RequestCounts) -> None:
    """Follow every request. To be called first: what is registered first ends last."""

    @app.before_request
    def begin() -> None:
        given = request.headers.get(HEADER_REQUEST_ID, "")
        g.request_id = given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
        g.began_ns = clock.monotonic_ns()
        logs.begin_request(g.request_id)

    @app.after_request
    def end(answer: Response) -> Response:
        # Whatever was refused before `begin`, such as a request without an address, has no start.
        began_ns = g.get("began_ns")
        took_s = 0.0 if began_ns is None else (clock.monotonic_ns() - began_ns) / 1e9
        answer.headers[HEADER_REQUEST_ID] = g.get("request_id", "")
        counts.count(request.method, route(), answer.status_code, took_s)
        _log.info("%s %s", method(), route(), extra={logs.FACTS: _facts(answer, took_s)})
        return answer

    @app.teardown_request
    def forget(_error: BaseException | None) -> None:
        logs.begin_request(None)


def route() -> str:
    """The rule that the address of this request matches, such as `/api/v1/jobs/<id:job>`."""
    return UNKNOWN_ROUTE if request.url_rule is None else request.url_rule.rule


def method() -> str:
    """The request's method, which may be any word of any length."""
    return request.method[:_METHOD_MOST_LETTERS]


def _facts(answer: Response, took_s: float) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "method": method(),
        "route": route(),
        "status": answer.status_code,
        "took_ms": round(took_s * 1000, 1),
        "body_bytes": request.content_length or 0,
        "answer_bytes": None if answer.is_streamed else answer.content_length,
    }
    asking = g.get("principal")
    if isinstance(asking, Principal):
        facts["role"] = asking.role.value
        if asking.device is not None:
            facts["device"] = asking.device
    named = request.view_args or {}
    return facts | {name: named[name] for name in _NAMED if name in named}
