"""Turns templates into answers that load nothing from elsewhere and run no script."""

from typing import Any, Final

from flask import Response, render_template

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page of ours."""
    answer = Response(render_template(template, **values), status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def error_page(status: int, title: str, detail: str) -> Response:
    """A page that says what happened and where to go from here."""
    return page("error.html", status, title=title, detail=detail, user=None)
