"""The routes without a prefix: health, readiness, and the way to the pages."""

import logging

from flask import Blueprint, Response, redirect
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response as BaseResponse

from holdfast.version import VERSION
from server.api.answers import json_answer
from server.api.context import receiver
from server.api.openapi import Media, describe
from server.api.schemas import devices as shapes
from server.auth.policy import Policy, allow
from server.domain.refusals import Refusal
from server.ops.health import check_ready

_log = logging.getLogger(__name__)


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("root", __name__)
    routes.get("/")(to_pages)
    routes.get("/health")(health)
    routes.get("/ready")(ready)
    routes.get("/metrics")(metrics)
    return routes


@allow(Policy.PUBLIC)
def to_pages() -> BaseResponse:
    return redirect("/web/", 302)


@allow(Policy.PUBLIC)
@describe("receiver", {200: shapes.Health})
def health() -> Response:
    """Say that the receiver lives."""
    return json_answer(
        {
            "status": "ok",
            "version": VERSION,
            "stored_bytes": receiver().custody.stored_bytes(),
        }
    )


@allow(Policy.PUBLIC)
@describe("receiver", {200: shapes.Ready})
def ready() -> Response:
    """Say whether disk and database can be written now. 503 where they cannot.

    `worker` says whether anybody prepares videos. Without one recordings are taken all the same.
    """
    here = receiver()
    here.admission.require_mounted()
    if not here.admission.is_open():
        raise Refusal("unavailable", "The disk is nearly full: nothing new is begun.")
    try:
        check_ready(here.data, here.database, here.clock)
        worker = "missing" if here.presence.is_missing() else "here"
    except (OSError, SQLAlchemyError) as error:
        _log.error("not ready: %s", error)
        raise Refusal(
            "unavailable", "The disk or the database cannot be written right now."
        ) from error
    return json_answer({"status": "ready", "worker": worker})


@allow(Policy.READER)
@describe("receiver", {200: Media(("text/plain",))})
def metrics() -> Response:
    """Say how things stand, as Prometheus reads it."""
    # Loaded by receivers that are asked for it.
    from server.ops.metrics import CONTENT_TYPE, page

    here = receiver()
    text = page(here.data, here.database, here.presence, here.request_counts, here.clock)
    return Response(text, content_type=CONTENT_TYPE)
