"""Enrolment, heartbeat, and what a device is given: tokens, studies."""

from typing import Any

from flask import Blueprint, Response, request

from holdfast.jsonform import Json
from holdfast.protocol import VERSION
from holdfast.version import VERSION as PROGRAM_VERSION
from server.api.answers import json_answer
from server.api.bodies import json_object, text_or_none
from server.api.context import receiver, settings
from server.api.guard import own_device, principal
from server.api.openapi import describe
from server.api.schemas import access as access_shapes
from server.api.schemas import devices as shapes
from server.auth.policy import Policy, allow, keeps_to_scope
from server.auth.throttle import Throttle
from server.domain.device_keys import read_steps
from server.domain.devices import Applicant
from server.domain.holdings import of_device, open_of_device
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
            applicant = _applicant(body)
            device = receiver().enrolment.enrol(code, applicant)
        except Refusal as refusal:
            if refusal.code == "code_invalid":
                throttle.failed(_address())
            raise
        return json_answer({"device": device.device, "token": device.token, **_identity()}, 201)

    routes.get("/receiver")(describe_receiver)
    routes.put("/devices/self/status")(heartbeat)
    routes.post("/devices/self/token")(renew_token)
    routes.post("/devices/self/key")(take_key)
    routes.get("/devices/self/studies")(own_studies)
    return routes


@allow(Policy.ANY_TOKEN)
@keeps_to_scope
@describe("devices", {200: shapes.ReceiverDescription})
def describe_receiver() -> Response:
    """Say who the receiver is."""
    return json_answer(
        {
            **_identity(),
            **_succession(),
            "protocol": VERSION,
            "version": PROGRAM_VERSION,
        }
    )


@allow(Policy.DEVICE)
@describe("devices", {200: shapes.HeartbeatAnswer}, body=shapes.Heartbeat)
def heartbeat() -> Response:
    """Say how the device is, and hear what it should do."""
    status = json_object(_STATUS_MOST_BYTES)
    receiver().devices.heartbeat(own_device(), status)
    stored: Json = {}
    if status.get("asks_stored") is True:
        database = receiver().database
        stored = {
            "stored": of_device(database, own_device()).to_json(),
            "open": open_of_device(database, own_device()),
        }
    receiver().abandoned.tell(own_device())
    orders = receiver().orders.waiting(own_device())
    told = {**_identity(), **_succession(), **_own_key(), "studies": _studies()}
    return json_answer({"orders": orders, **told, **stored})


@allow(Policy.DEVICE)
@describe("devices", {201: access_shapes.RenewedToken})
def renew_token() -> Response:
    """Get a new token. The present one is good until the new one is used."""
    token = receiver().devices.renew_token(own_device())
    receiver().audit.record(principal(), "device.token_renewed", f"device:{own_device()}")
    return json_answer({"device": own_device(), "token": token}, 201)


@allow(Policy.DEVICE)
@describe(
    "devices", {200: shapes.KnownKey}, body=shapes.NewKey, problems=("bad_request", "conflict")
)
def take_key() -> Response:
    """Say which key the device signs with from now on, in the words of its former one.

    What it signed before stays good. Said again, nothing changes.
    """
    steps = read_steps(json_object(settings().json_most_bytes).get("succession"))
    if not steps:
        raise Refusal("bad_request", "'succession' names no new key. Nothing was changed.")
    before = receiver().devices.signing_keys(own_device())[:1]
    key = receiver().devices.take_key(own_device(), steps)
    if (key,) != before:
        receiver().audit.record(principal(), "device.key_renewed", f"device:{own_device()}")
    return json_answer({"device": own_device(), "device_key": key})


@allow(Policy.DEVICE)
@describe("devices", {200: access_shapes.GivenStudies})
def own_studies() -> Response:
    """Read the studies that were given to this device."""
    given = receiver().studies.newest(principal().studies)
    return json_answer({"studies": [each.to_json() for each in given]})


def _studies() -> list[Json]:
    """The newest versions, so that a device asks for what it does not have yet."""
    return [each.summary() for each in receiver().studies.newest(principal().studies)]


def _applicant(body: Json) -> Applicant:
    return Applicant(
        text_or_none(body, "device"),
        text_or_none(body, "public_key"),
        read_steps(body.get("succession")),
    )


def _own_key() -> dict[str, Any]:
    """By which key the device is known here, and whether an administrator wants another."""
    row = receiver().devices.known(own_device())
    if row is None or row.public_key is None:
        return {}
    wanted = {"wants_new_key": True} if row.key_wanted_at is not None else {}
    return {"device_key": row.public_key, **wanted}


def _identity() -> dict[str, Any]:
    identity = receiver().identity
    return {"receiver": identity.receiver, "receiver_key": identity.public_key}


def _succession() -> dict[str, Any]:
    """How the receiver came to its key, for devices that know it by a former one."""
    steps = receiver().identity.succession_json()
    return {"succession": steps} if steps else {}


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
