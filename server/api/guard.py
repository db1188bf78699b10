"""Stands before every route: protocol version, who asks, and whether the route's policy lets them.

API calls are known by the Authorization header alone, pages by a cookie alone: a page elsewhere can
make a browser send cookies, but never that header.
"""

from typing import Final
from urllib.parse import quote

from flask import Flask, Response, current_app, g, redirect, request

from holdfast.protocol import API, HEADER_PROTOCOL, VERSION
from server.api import trial
from server.api.context import receiver
from server.auth.policy import PAGES, ROLES, TRIAL, Policy, Principal, Role, policy_of
from server.auth.tokens import DEVICE_TOKEN
from server.domain.refusals import Refusal

COOKIE: Final = "holdfast"
SIGN_IN_PATH: Final = "/web/sign-in"


def register(app: Flask) -> None:
    """Check every request before its view runs."""

    @app.before_request
    def guard() -> Response | None:
        view = current_app.view_functions.get(request.endpoint or "")
        if request.path.startswith(f"{API}/"):
            _check_protocol()
        if view is None:
            return None
        policy = policy_of(view)
        if policy is None:
            raise Refusal("forbidden", "Nobody may use this address: it has no policy.")
        return _admit(policy)


def _admit(policy: Policy) -> Response | None:
    if policy is Policy.PUBLIC:
        return None
    if policy in TRIAL and trial.is_open():
        g.principal = trial.visitor(policy)
        return None
    if policy in PAGES:
        principal = _browser()
        if principal is None:
            return _to_sign_in()
    else:
        principal = _bearer()
    # Who was refused is known to the audit log too.
    g.principal = principal
    if principal.role not in ROLES[policy]:
        raise Refusal("forbidden", f"This is for {policy.value}.")
    return None


def _to_sign_in() -> Response:
    if "HX-Request" in request.headers:
        # A piece of a page has no room for another page: the whole one is to be asked for.
        return Response(status=204, headers={"HX-Refresh": "true"})
    path = SIGN_IN_PATH
    if request.method == "GET" and request.path != "/web/":
        path += f"?next={quote(request.full_path.rstrip('?'), safe='')}"
    return redirect(path, 303)  # type: ignore[return-value]  # werkzeug's base class


def principal() -> Principal:
    """Who asks, in a view whose policy is not public."""
    asking = g.principal
    assert isinstance(asking, Principal)
    return asking


def own_device() -> str:
    """The id of the device that asks, in a view for devices."""
    device = principal().device
    assert device is not None
    return device


def _check_protocol() -> None:
    theirs = request.headers.get(HEADER_PROTOCOL)
    # A script may leave it out; a device never does.
    if theirs is not None and theirs.strip() != str(VERSION):
        raise Refusal(
            "protocol_mismatch",
            f"You speak version {theirs!r} of the protocol, this receiver version {VERSION}. "
            "Nothing was stored; update the older side.",
            receiver=VERSION,
            device=theirs,
        )


def _bearer() -> Principal:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        known = _principal_of(token.strip())
        if known is not None:
            return known
    raise Refusal(
        "unauthorized", "Send a token that this receiver knows: Authorization: Bearer TOKEN."
    )


def _principal_of(token: str) -> Principal | None:
    if token.startswith(DEVICE_TOKEN):
        device = receiver().devices.by_token(token)
        if device is None:
            return None
        studies = None if device.studies is None else frozenset(device.studies)
        return Principal(Role.DEVICE, device.id, studies)
    return receiver().users.by_token(token)


def _browser() -> Principal | None:
    token = request.cookies.get(COOKIE)
    return None if token is None else receiver().users.by_sign_in(token)
