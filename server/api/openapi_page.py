"""The API's document for programs, and its page for people at `/docs`; nothing from elsewhere.

The page is Swagger UI out of an installed package. What makes the document is loaded when somebody
first asks for it.
"""

import importlib.util
import threading
from pathlib import Path
from typing import Final

from flask import Blueprint, Flask, Response, current_app, render_template, send_file

from holdfast.jsonform import Json, canonical
from holdfast.protocol import API
from server.api.answers import json_bytes
from server.auth.policy import Policy, allow
from server.domain.refusals import Refusal

DOCUMENT_PATH: Final = f"{API}/openapi.json"
_PACKAGE: Final = "flask_openapi3_swagger"
_FILES: Final = {
    "swagger-ui.css": ("css/swagger-ui.css", "text/css"),
    "swagger-ui-bundle.js": ("js/swagger-ui-bundle.js", "text/javascript"),
}
_CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Swagger UI sets styles of single elements.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("docs", __name__)
    known = _Known()

    @routes.get(DOCUMENT_PATH)
    @allow(Policy.PUBLIC)
    def openapi() -> Response:
        return json_bytes(known.document(current_app))

    routes.get("/docs")(page)
    routes.get("/docs/<name>")(file)
    return routes


class _Known:
    """The document, once it was asked for: routes do not change while a receiver runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bytes: bytes | None = None

    def document(self, app: Flask) -> bytes:
        with self._lock:
            if self._bytes is None:
                self._bytes = canonical(make_document(app))
            return self._bytes


def make_document(app: Flask) -> Json:
    """The OpenAPI document of an application."""
    from server.api.openapi_document import document

    return document(app)


@allow(Policy.PUBLIC)
def page() -> Response:
    answer = Response(render_template("docs.html", document=DOCUMENT_PATH), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = _CONTENT_SECURITY_POLICY
    return answer


@allow(Policy.PUBLIC)
def file(name: str) -> Response:
    if name not in _FILES:
        raise Refusal("not_found", "There is nothing here.")
    place, kind = _FILES[name]
    answer = send_file(_folder() / place, mimetype=kind, max_age=3600)
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer


def _folder() -> Path:
    # Found and not imported: the package would load all that makes the document.
    found = importlib.util.find_spec(_PACKAGE)
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "templates" / "swagger"
