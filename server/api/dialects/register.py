"""Adds the dialects' routes to the application, where they are turned on."""

from flask import Flask, Response

from server.api import root
from server.api.answers import json_answer
from server.api.dialects import dashboard, enhanced_upload, live_video, session_upload
from server.auth.policy import Policy, allow
from server.settings import Dialects, Settings


def register(app: Flask, settings: Settings) -> None:
    """Add every dialect, unless all are off. `/health` then says their words beside ours."""
    if settings.dialects.mode is Dialects.OFF:
        return
    for dialect in (session_upload, live_video, enhanced_upload, dashboard):
        app.register_blueprint(dialect.blueprint())
    app.view_functions["root.health"] = _health


@allow(Policy.PUBLIC)
def _health() -> Response:
    return json_answer({**root.health().get_json(), **session_upload.HEALTH})
