"""The audit log over HTTP: for admins to read. Nothing writes it from outside."""

from flask import Blueprint, Response

from server.api.answers import json_answer
from server.api.context import receiver
from server.api.openapi import describe
from server.api.queries import limit_of, read_query
from server.api.schemas import access as shapes
from server.auth.policy import Policy, allow
from server.domain.audit import Wanted
from server.domain.refusals import Refusal

_NUMBER_DIGITS_MOST = 9


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("audit", __name__)
    routes.get("/audit")(list_entries)
    return routes


@allow(Policy.ADMIN)
@describe("audit", {200: shapes.AuditPage}, query=shapes.AuditFilter)
def list_entries() -> Response:
    """List entries of the audit log, newest first."""
    asked = read_query(shapes.AuditFilter)
    limit = limit_of(asked)
    wanted = Wanted(
        actor=asked.get("actor"),
        action=asked.get("action"),
        subject=asked.get("subject"),
        before=_number(asked.get("cursor")),
    )
    found = receiver().audit.newest(wanted, limit + 1)
    following = str(found[limit - 1].seq) if len(found) > limit else None
    return json_answer({"entries": [each.to_json() for each in found[:limit]], "next": following})


def _number(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= _NUMBER_DIGITS_MOST):
        raise Refusal("bad_request", "'cursor' must be what the page before said in 'next'.")
    return int(cursor)
