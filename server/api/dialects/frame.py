"""What the dialects share: bodies as their clients send them, and errors as they read them.

An error is the wire's problem with one more member, `error`: clients of Flask applications read
that one, clients of FastAPI read `detail`.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, request

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from server.api.answers import problem_answer
from server.api.bodies import json_object
from server.api.context import receiver, settings
from server.api.guard import principal
from server.domain.refusals import Refusal


def dialect(name: str, storage_full: Callable[[Exception], Response] | None = None) -> Blueprint:
    """An empty blueprint whose errors this dialect's clients can read."""
    routes = Blueprint(name, __name__)

    @routes.errorhandler(Refusal)
    def refused(refusal: Refusal) -> Response:
        if refusal.code == "storage_full" and storage_full is not None:
            return storage_full(refusal)
        return problem_answer(
            refusal.code, refusal.detail, **{**refusal.more, "error": refusal.detail}
        )

    return routes


def sender() -> str:
    """The id of the device in whose name files come: the one that asks, or the receiver's own."""
    asking = principal()
    return asking.device or receiver().own_device.id()


def said() -> Json:
    """The JSON object of this request; one without a body says nothing.

    Raises what `server.api.bodies.json_object` raises.
    """
    if not request.content_length:
        return {}
    return json_object(settings().json_most_bytes)


def text(said: Json, *names: str) -> str | None:
    """A text under the first of these names that is there. Raises Refusal `bad_request`."""
    found = _first(said, names)
    if found is None or (isinstance(found, str) and not found.strip()):
        return None
    if not isinstance(found, str) or len(found) > 1000 or "\0" in found:
        raise Refusal("bad_request", f"{names[0]!r} must be a short text. Nothing was stored.")
    return found.strip()


def required_text(said: Json, *names: str) -> str:
    """The same, where it must be there. Raises Refusal `bad_request`."""
    found = text(said, *names)
    if found is None:
        raise Refusal("bad_request", f"{names[0]!r} is missing. Nothing was stored.")
    return found


def whole(said: Json, *names: str) -> int | None:
    """A whole number from 0. Raises Refusal `bad_request`."""
    found = _first(said, names)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < 1 << 53:
        raise Refusal(
            "bad_request", f"{names[0]!r} must be a whole number from 0. Nothing was stored."
        )
    return found


def mapping(said: Json, *names: str) -> Json:
    """An object, empty where it is missing. Raises Refusal `bad_request`."""
    found = _first(said, names)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Refusal("bad_request", f"{names[0]!r} must be an object. Nothing was stored.")
    return found


def _first(said: Json, names: tuple[str, ...]) -> Any:
    return next((said[name] for name in names if said.get(name) is not None), None)


def plain_name(name: str, what: str) -> str:
    """A name that can stand in an address and in a file's name. Raises Refusal `bad_request`."""
    is_plain = 0 < len(name) <= 200 and name.isprintable() and not name.startswith(".")
    if not is_plain or any(letter in name for letter in "/\\"):
        raise Refusal(
            "bad_request",
            f"{what} must have 1 to 200 printable letters and no slash. Nothing was stored.",
        )
    return name


def seconds(moment: datetime) -> str:
    """A time to the second, as the dialects write it, but with its zone, which is UTC."""
    return rfc3339(moment.replace(microsecond=0)).replace(".000Z", "Z")
