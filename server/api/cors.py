"""Pages of other origins: none may call the API from a browser unless an admin named it.

Only the Authorization header says who asks, and no page can make a browser send that by itself; so
credentials stay off, and a named origin may do what its token may do.
"""

from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, request

_METHODS: Final = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
_LIFE_S: Final = 600
_PATHS: Final = ("/api/", "/sessions", "/jobs")
"""The last two are a dialect's, where those are turned on."""
_SENT: Final = (
    "Authorization, Content-Type, Content-Range, Content-Digest, Repr-Digest, If-Match, "
    "If-None-Match, Range, Holdfast-Protocol, Tus-Resumable, Upload-Length, Upload-Offset, "
    "Upload-Metadata, Upload-Defer-Length, Upload-Concat, Upload-Checksum, "
    "X-HTTP-Method-Override, X-Requested-With"
)
_SHOWN: Final = (
    "Content-Range, Content-Digest, ETag, Location, Retry-After, Holdfast-Protocol, "
    "Holdfast-Time, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, "
    "Tus-Checksum-Algorithm, Upload-Length, Upload-Offset, Upload-Metadata, "
    "Upload-Defer-Length, Upload-Concat, Upload-Expires, Holdfast-Recording"
)


def is_origin(text: str) -> bool:
    """Whether this is an origin as browsers write it: scheme, host, perhaps a port, no more."""
    parts = urlsplit(text)
    is_whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    return is_whole and text == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc


def register(app: Flask, origins: Collection[str]) -> None:
    """Let pages of these origins call the API and the dialects."""
    if not origins:
        return

    @app.before_request
    def answer_preflight() -> Response | None:
        # A browser asks before the page's request, and sends no token with the question.
        if request.method == "OPTIONS" and _asks_before() and _is_named(origins):
            return Response(status=200)
        return None

    @app.after_request
    def add_headers(answer: Response) -> Response:
        if not request.path.startswith(_PATHS):
            return answer
        answer.vary.add("Origin")
        if _is_named(origins):
            answer.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            answer.headers["Access-Control-Expose-Headers"] = _SHOWN
            if request.method == "OPTIONS":
                answer.headers["Access-Control-Allow-Methods"] = _METHODS
                answer.headers["Access-Control-Allow-Headers"] = _SENT
                answer.headers["Access-Control-Max-Age"] = str(_LIFE_S)
        return answer


def _asks_before() -> bool:
    is_api = request.path.startswith(_PATHS)
    return is_api and "Access-Control-Request-Method" in request.headers


def _is_named(origins: Collection[str]) -> bool:
    return request.headers.get("Origin") in origins
