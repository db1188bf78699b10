"""Enrolment and heartbeat."""

from typing import Any

from flask import Blueprint, Response, request

from holdfast.protocol import VERSION
from holdfast.version import VERSION as PROGRAM_VERSION
from server.api.answers import json_answer
from server.api.bodies import json_object, text_or_none
from server.api.context import receiver, settings
from server.api.guard import own_device
from server.api.openapi import describe
from server.api.schemas import devices as shapes
from server.auth.policy import Policy, allow
from server.auth.throttle import Throttle
from server.domain.holdings import of_device
from server.domain.refusals import Refusal

_STATUS_MOST_BYTES = 64 * 1024


def blueprint(throttle: Throttle) -> Blueprint:
    """The routes; failed enrolments are counted in `throttle`."""
    routes = Blueprint("devices", __name__)

    @routes.post("/devices/enrol")
    @allow(Policy.PUBLIC)
    @describe(
        "devices",
        {201: shapes.Enrolled},
        body=shapes.EnrolRequest,
        problems=("code_invalid", "conflict", "rate_limited"),
    )
    def enrol() -> Response:
        """Exchange an enrolment code for a token."""
        body = json_object(settings().json_most_bytes)
        _slow_down_guessing(throttle)
        code = text_or_none(body, "code") or ""
        # The administrator's name for the device stands; the device's own is a courtesy.
        text_or_none(body, "name")
        try:
            device = receiver().devices.enrol(
                code, text_or_none(body, "device"), text_or_none(body, "public_key")
            )
        except Refusal as refusal:
            if refusal.code == "code_invalid":
                throttle.failed(_address())
            raise
        return json_answer({"device": device.device, "token": device.token, **_identity()}, 201)

    @routes.get("/receiver")
    @allow(Policy.ANY_TOKEN)
    @describe("devices", {200: shapes.ReceiverDescription})
    def describe_receiver() -> Response:
        """Say who the receiver is."""
        return json_answer(
            {
                **_identity(),
                "protocol": VERSION,
                "version": PROGRAM_VERSION,
            }
        )

    @routes.put("/devices/self/status")
    @allow(Policy.DEVICE)
    @describe("devices", {200: shapes.HeartbeatAnswer}, body=shapes.Heartbeat)
    def heartbeat() -> Response:
        """Say how the device is, and hear what it should do."""
        status = json_object(_STATUS_MOST_BYTES)
        receiver().devices.heartbeat(own_device(), status)
        stored = {}
        if status.get("asks_stored") is True:
            stored = {"stored": of_device(receiver().database, own_device()).to_json()}
        return json_answer({"orders": [], **_identity(), **stored})

    return routes


def _identity() -> dict[str, Any]:
    identity = receiver().identity
    return {"receiver": identity.receiver, "receiver_key": identity.public_key}


def _address() -> str:
    return request.remote_addr or "unknown"


def _slow_down_guessing(throttle: Throttle) -> None:
    wait_s = throttle.wait_s(_address())
    if wait_s:
        raise Refusal(
            "rate_limited",
            f"Too many wrong enrolment codes came from this address. Try again in {wait_s} s.",
            wait_s=wait_s,
        )
