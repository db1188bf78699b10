"""Turns templates into answers that load nothing from elsewhere and hold no inline script or style.

A whole page tells once what was done before it; a fragment of one is what polling asks for, and is
not sent again while it is the same.
"""

import hashlib
from typing import Any, Final
from urllib.parse import quote, unquote

from flask import Response, g, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from server.auth.policy import Principal

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        # Media Source hands the player its film as blob:.
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_NOTE: Final = "holdfast_note"
_NOTE_LIFE_S: Final = 60
_NOTE_MOST: Final = 600
_ETAG_LETTERS: Final = 32


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page of ours."""
    note = unquote(request.cookies.get(_NOTE, ""))[:_NOTE_MOST]
    values.setdefault("user", _signed_in())
    answer = Response(render_template(template, note=note, **values), status, mimetype="text/html")
    if note:
        answer.delete_cookie(_NOTE, path="/web")
    return _closed(answer)


def fragment(template: str, **values: Any) -> Response:
    """A piece of a page, for polling; 304 while it is what the browser has."""
    body = render_template(template, user=_signed_in(), **values)
    answer = Response(body, mimetype="text/html")
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(hashlib.sha256(body.encode()).hexdigest()[:_ETAG_LETTERS])
    answer.make_conditional(request)
    return _closed(answer)


def done(path: str, sentence: str) -> BaseResponse:
    """Lead on to a page, which says this sentence once."""
    answer = redirect(path, 303)
    answer.set_cookie(
        _NOTE,
        quote(sentence[:_NOTE_MOST]),
        max_age=_NOTE_LIFE_S,
        path="/web",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return answer


def error_page(status: int, title: str, detail: str) -> Response:
    """A page that says what happened and where to go from here."""
    return page("error.html", status, title=title, detail=detail)


def _signed_in() -> Principal | None:
    asking = g.get("principal")
    return asking if isinstance(asking, Principal) else None


def _closed(answer: Response) -> Response:
    answer.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
