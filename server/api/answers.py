"""What every answer has: protocol and time headers, compact JSON, problems of the wire's table."""

import hashlib
import logging
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, NotFound

from holdfast.clock import Clock
from holdfast.jsonform import canonical
from holdfast.protocol import (
    HEADER_CONTENT_DIGEST,
    HEADER_PROTOCOL,
    HEADER_TIME,
    PROBLEM_TYPE,
    PROBLEMS,
    VERSION,
    digest_field,
    problem,
)
from server.api.context import receiver
from server.domain.disk_errors import is_busy, is_storage_full, is_unstorable
from server.domain.refusals import Refusal

RETRY_AFTER_S = 30
_ETAG_LETTERS = 32
_DOCUMENTS = ("application/json", PROBLEM_TYPE)
_CODES_BY_STATUS = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "bad_request",
    411: "length_required",
    413: "too_large",
    415: "unsupported_media",
    416: "range_unsatisfiable",
    429: "rate_limited",
    503: "unavailable",
}
_NO_PAGE = "No page has this address. What stood here may have been deleted."
_log = logging.getLogger(__name__)


def json_answer(value: Any, status: int = 200) -> Response:
    """Compact JSON with sorted keys."""
    return json_bytes(canonical(value), status)


def json_bytes(body: bytes, status: int = 200) -> Response:
    """JSON that is kept as bytes, such as a receipt."""
    return Response(body, status, mimetype="application/json")


def problem_answer(code: str, detail: str, **more: Any) -> Response:
    """An error, as RFC 9457 has it. `wait_s` becomes `Retry-After`."""
    kind = PROBLEMS[code]
    wait_s = more.pop("wait_s", RETRY_AFTER_S)
    answer = Response(
        canonical(problem(code, detail, **more)), kind.status, content_type=PROBLEM_TYPE
    )
    if kind.status in (429, 503, 507):
        answer.headers["Retry-After"] = str(wait_s)
    if kind.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def protocol_headers(clock: Clock) -> dict[str, str]:
    """The headers of every answer; the time is in whole milliseconds since 1970."""
    return {
        HEADER_PROTOCOL: str(VERSION),
        HEADER_TIME: str(round(clock.now().timestamp() * 1000)),
    }


Page = Callable[[int, str, str], Response]
"""Makes a page for people out of a status, a title and a sentence."""


def register(app: Flask, clock: Clock, error_page: Page) -> None:
    """Give every answer its headers, and every error its problem or, under `/web/`, its page."""

    def tell(code: str, detail: str, **more: Any) -> Response:
        if request.path.startswith("/web/"):
            return error_page(PROBLEMS[code].status, PROBLEMS[code].title, detail)
        return problem_answer(code, detail, **more)

    @app.after_request
    def add_headers(answer: Response) -> Response:
        answer.headers.update(protocol_headers(clock))
        # A file is sent as it is, and has a tag already.
        is_here = not (answer.is_streamed or answer.direct_passthrough)
        if answer.mimetype in _DOCUMENTS and is_here:
            _digest(answer)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> Response:
        return tell(refusal.code, refusal.detail, **refusal.more)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        return _of_http(error, tell)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        return _of_failure(error, tell)


def _digest(answer: Response) -> None:
    # So that a byte that changes on the way back is noticed too.
    digest = hashlib.sha256(answer.get_data()).hexdigest()
    answer.headers[HEADER_CONTENT_DIGEST] = digest_field(digest)
    if request.method == "GET" and answer.status_code == 200:
        if "ETag" not in answer.headers:
            answer.set_etag(digest[:_ETAG_LETTERS])
        answer.make_conditional(request)


def _of_http(error: HTTPException, tell: Callable[..., Response]) -> Response:
    status = error.code or 500
    code = _CODES_BY_STATUS.get(status, "bad_request" if status < 500 else "internal")
    detail = f"{request.method} {request.path}: {error.description}"
    if request.path.startswith("/web/") and error.description == NotFound.description:
        detail = _NO_PAGE
    answer = tell(code, detail)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "content-range"):
            answer.headers[name] = value
    return answer


def _of_failure(error: Exception, tell: Callable[..., Response]) -> Response:
    if is_busy(error):
        return tell("unavailable", "The receiver is busy. Nothing was stored; try again later.")
    if is_storage_full(error):
        receiver().admission.spend_reserve()
        return tell(
            "storage_full", "The receiver's disk is full. Nothing was stored; try again later."
        )
    rule = None if request.url_rule is None else request.url_rule.rule
    # The rule, not the address, which may name a participant.
    if is_unstorable(error):
        # Nor the error itself, which may quote what it is about.
        _log.error("%s %s held what the database cannot keep", request.method, rule)
        return tell("bad_request", "Something in it cannot be kept here. Nothing was stored.")
    _log.exception("%s %s failed", request.method, rule, exc_info=error)
    return tell(
        "internal",
        "The receiver had a problem. What was acknowledged before is safe; try again later.",
    )
