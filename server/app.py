"""The application factory: one Flask application over one data folder. It starts nothing."""

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError

from holdfast.clock import Clock, SystemClock
from holdfast.ids import is_id
from holdfast.protocol import API
from server.api import (
    answers,
    audit,
    cors,
    derived,
    devices,
    gate,
    guard,
    noted,
    openapi_page,
    previews,
    queues,
    root,
    segments,
    sessions,
    studies,
    tracking,
    tus,
    withdrawal,
    work,
)
from server.api.context import EXTENSION
from server.api.dialects.register import register as register_dialects
from server.auth.rates import Rates
from server.auth.throttle import Throttle
from server.late_rules import LateRule
from server.ops import requests
from server.receiver import Receiver, open_receiver
from server.settings import Settings
from server.web import frame
from server.web.render import error_page


class IdConverter(BaseConverter):
    """A UUIDv7 in an address; anything else is not found."""

    # Whole, so that what is no id is nowhere: an id that is refused later would be 405.
    regex = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

    def to_python(self, value: str) -> str:
        if not is_id(value):
            raise ValidationError(value)
        return value


def create_app(
    settings: Settings, clock: Clock | None = None, receiver: Receiver | None = None
) -> Flask:
    """The WSGI application of a receiver; opens its data folder unless `receiver` has it open.

    Raises what `server.receiver.open_receiver` raises.
    """
    clock = clock or SystemClock()
    receiver = receiver or open_receiver(settings.data, clock, settings.engines, settings.bounds)
    app = Flask("server", static_folder=None, template_folder=None)
    app.url_rule_class = LateRule
    app.config.update(PROVIDE_AUTOMATIC_OPTIONS=False, MAX_CONTENT_LENGTH=None)
    app.extensions[EXTENSION] = (receiver, settings)
    app.url_map.converters["id"] = IdConverter
    app.url_map.strict_slashes = False
    requests.register(app, clock, receiver.request_counts)
    answers.register(app, clock, error_page)
    cors.register(app, settings.cors_origins)
    guard.register(app)
    rates = Rates(
        clock, settings.requests_a_minute, settings.refusals_a_minute, settings.notes_a_minute
    )
    gate.register(app, rates)
    noted.register(app, clock)
    tus.register(app)
    throttle = Throttle(clock, settings.enrol_attempts_a_minute)
    for routes in (
        devices.blueprint(throttle),
        sessions.blueprint(),
        segments.blueprint(),
        tus.blueprint(),
        previews.blueprint(),
        derived.blueprint(),
        work.blueprint(),
        tracking.blueprint(),
        queues.blueprint(),
        withdrawal.blueprint(),
        studies.blueprint(),
        audit.blueprint(),
    ):
        app.register_blueprint(routes, url_prefix=API)
    app.register_blueprint(root.blueprint())
    app.register_blueprint(openapi_page.blueprint())
    register_dialects(app, settings)
    frame.register(app, clock, settings.enrol_attempts_a_minute)
    return app
