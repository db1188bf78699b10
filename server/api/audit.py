"""The audit log over HTTP: for admins to read. Nothing writes it from outside."""

from flask import Blueprint, Response, request

from server.api.answers import json_answer
from server.api.context import receiver
from server.auth.policy import Policy, allow
from server.domain.audit import Wanted
from server.domain.refusals import Refusal

_PAGE = 100
_PAGE_MOST = 500


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("audit", __name__)
    routes.get("/audit")(list_entries)
    return routes


@allow(Policy.ADMIN)
def list_entries() -> Response:
    limit = _whole("limit", _PAGE) or _PAGE
    if limit > _PAGE_MOST:
        raise Refusal("bad_request", f"limit must be 1 to {_PAGE_MOST}.")
    wanted = Wanted(
        actor=request.args.get("actor"),
        action=request.args.get("action"),
        subject=request.args.get("subject"),
        before=_whole("before", None),
    )
    found = receiver().audit.newest(wanted, limit)
    following = str(found[-1].seq) if len(found) == limit else None
    return json_answer({"entries": [each.to_json() for each in found], "before": following})


def _whole(name: str, default: int | None) -> int | None:
    text = request.args.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 9 and int(text) > 0):
        raise Refusal("bad_request", f"{name} must be a whole number from 1 up.")
    return int(text)
