"""An open trial: other uploaders' clients without a token, from this computer and nowhere else.

Whoever opened a trial behind a proxy, or visits a foreign page while one is open, would let
strangers in: so every trace of a proxy, a foreign name or a foreign page is refused.
"""

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit

from flask import request

from server.api.context import receiver, settings
from server.auth.policy import Policy, Principal, Role
from server.domain.refusals import Refusal
from server.settings import Dialects

VISITOR: Final = "somebody at this computer"
_PROXY_HEADERS: Final = frozenset(
    {"FORWARDED", "VIA", "X_REAL_IP", "TRUE_CLIENT_IP", "CF_CONNECTING_IP", "X_CLIENT_IP"}
)


def is_open() -> bool:
    """Whether this receiver is on trial."""
    return settings().dialects.mode is Dialects.OPEN


def visitor(policy: Policy) -> Principal:
    """Who asks without a token. Raises Refusal `forbidden` for whoever is not at this computer."""
    forwarded = request.environ.get("holdfast.forwarded") or any(
        is_forwarding_header(name.removeprefix("HTTP_"))
        for name in request.environ
        if name.startswith("HTTP_")
    )
    if forwarded:
        raise _refused("a proxy passed this request on")
    if not is_loopback_name(urlsplit(f"//{request.host}").hostname or ""):
        raise _refused(f"it was asked for under the name {request.host!r}")
    origin = request.headers.get("Origin")
    if origin is not None and not is_welcome(origin):
        raise _refused(f"a page of {origin!r} asks")
    if policy is Policy.SENDER:
        return Principal(Role.DEVICE, receiver().own_device.id())
    return Principal(Role.ADMIN if policy is Policy.ERASER else Role.OPERATOR, VISITOR)


def is_forwarding_header(name: str) -> bool:
    """Whether a header, in capitals and with underscores, is one that proxies add."""
    return name in _PROXY_HEADERS or name.startswith("X_FORWARDED")


def is_loopback_name(host: str) -> bool:
    """Whether a name in an address stands for this computer, without asking anybody."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_loopback_address(host: str) -> bool:
    """Whether everything that this host name is bound to is loopback; an unknown name is not."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(address[4][0]).is_loopback for address in found)


def is_welcome(origin: str) -> bool:
    """Whether a page of this computer asks, or one that an admin named."""
    is_from_here = is_loopback_name(urlsplit(origin).hostname or "")
    return is_from_here or origin in settings().cors_origins


def _refused(why: str) -> Refusal:
    return Refusal(
        "forbidden",
        f"This receiver is on trial and open to this computer only, but {why}. Nothing was "
        "stored; start it with --dialects and use tokens.",
    )
