"""Devices: how each one is, what was ordered of it, and how computers come in and go."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, Response, request
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from holdfast.invitation import Invitation
from server.api.context import receiver, settings
from server.api.guard import principal
from server.auth.policy import Policy, allow
from server.domain.grants import USES_MOST, why_not
from server.domain.refusals import Refusal
from server.web import forms
from server.web.overview import how_it_stands
from server.web.render import done, page

HOURS_MOST: Final = 366 * 24


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_devices", __name__)
    routes.get("/devices")(devices)
    routes.get("/devices/<id:device>")(one_device)
    routes.post("/devices/invite")(invite)
    routes.post("/devices/<id:device>/revoke")(revoke)
    routes.post("/devices/grants/<id:grant>/revoke")(revoke_grant)
    return routes


@allow(Policy.PAGE)
def devices() -> Response:
    here, now = receiver(), receiver().clock.now()
    everyone = here.devices.everyone()
    return page(
        "devices.html",
        now=how_it_stands(),
        revoked=[row for row in everyone if row.revoked_at is not None],
        active=[row for row in everyone if row.revoked_at is None],
        grants=[(row, why_not(row, now)) for row in here.grants.everything()],
        studies=here.studies.newest(None),
        address=_address(),
        hours_most=HOURS_MOST,
        uses_most=USES_MOST,
    )


@allow(Policy.PAGE)
def one_device(device: str) -> Response:
    here = receiver()
    row = here.devices.known(device)
    if row is None:
        raise Refusal("not_found", "No such device is known here.")
    line = next((each for each in how_it_stands().devices if each.device.id == device), None)
    return page(
        "device.html",
        row=row,
        line=line,
        orders=here.orders.of_device(device),
        waiting=len(here.orders.waiting(device)),
    )


@allow(Policy.PAGE_ADMIN)
def invite() -> Response:
    name, uses = forms.needed("name", 200), forms.whole("uses", 1, USES_MOST)
    life = timedelta(hours=forms.whole("hours", 1, HOURS_MOST))
    studies = forms.several("study")
    address = _checked_address(forms.needed("address"))
    here = receiver()
    replaces = forms.text("replaces") or None
    for study in studies:
        here.studies.get(study)
    if replaces is not None and here.devices.known(replaces) is None:
        raise Refusal("bad_request", "The device to replace is not known. Nothing was changed.")
    new = here.grants.add(name, uses, life, studies, replaces)
    facts = {"uses": uses, "studies": list(studies)} | ({"replaces": replaces} if replaces else {})
    here.audit.record(principal(), "grant.made", f"grant:{new.id}", **facts)
    text = Invitation(address, new.code, here.identity.key_id).to_text()
    return page(
        "invitation.html",
        grant=new,
        address=address,
        line=text,
        picture=Markup(_drawn(text)),
    )


@allow(Policy.PAGE_ADMIN)
def revoke(device: str) -> BaseResponse:
    here = receiver()
    row = here.devices.known(device)
    if row is None or not here.devices.revoke(device):
        raise Refusal("not_found", "No such device is known here. Nothing was changed.")
    here.audit.record(principal(), "device.revoked", f"device:{device}")
    sentence = f"{row.name} is refused from now on. What it sent stays."
    return done("/web/devices", sentence)


@allow(Policy.PAGE_ADMIN)
def revoke_grant(grant: str) -> BaseResponse:
    here = receiver()
    if not here.grants.revoke(grant):
        raise Refusal("not_found", "No such invitation is known here. Nothing was changed.")
    here.audit.record(principal(), "grant.revoked", f"grant:{grant}")
    return done("/web/devices", "Nobody enrols with it any more. Devices that did stay enrolled.")


def _drawn(text: str) -> str:
    """A QR code as SVG without any style, which the pages' policy would not let through."""
    # Loaded when somebody invites: a receiver does that for a moment in its life.
    import segno

    drawn: str = segno.make_qr(text, error="m").svg_inline(
        border=4, svgclass="qr", title="QR code of the invitation", omitsize=True, lineclass=None
    )
    return drawn.replace("<svg ", '<svg role="img" ', 1)


def _address() -> str:
    """Where devices reach this receiver, as far as it knows."""
    return settings().public_url or request.host_url.rstrip("/")


def _checked_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refusal(
            "bad_request", "The address begins with https:// or http://. Nothing was changed."
        )
    return text.rstrip("/")
