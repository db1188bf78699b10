"""Studies: their files as versioned resources, for admins to write and everybody else to read."""

from flask import Blueprint, Response

from server.api.answers import json_answer
from server.api.bodies import document
from server.api.context import receiver, settings
from server.api.guard import principal
from server.api.openapi import describe
from server.api.schemas import access as shapes
from server.auth.policy import Policy, allow, keeps_to_scope
from server.domain.names import without_nul
from server.domain.refusals import Refusal
from server.domain.studies import StudyVersion


def blueprint() -> Blueprint:
    """The routes."""
    routes = Blueprint("studies", __name__)
    routes.get("/studies")(list_studies)
    routes.put("/studies/<study>")(put_study)
    routes.get("/studies/<study>")(read_study)
    routes.get("/studies/<study>/versions/<int(max=999999):version>")(read_version)
    return routes


@allow(Policy.READER)
@keeps_to_scope
@describe("studies", {200: shapes.StudyList})
def list_studies() -> Response:
    """List the newest version of every study."""
    found = receiver().studies.newest(principal().studies)
    return json_answer({"studies": [{**each.summary(), "title": each.title} for each in found]})


@allow(Policy.ADMIN)
@describe(
    "studies",
    {200: shapes.StudyView, 201: shapes.StudyView},
    body=shapes.StudyFile,
    problems=("stale",),
)
def put_study(study: str) -> Response:
    """Write the next version of a study's file, which its devices are given.

    Another number than the next is 409 `stale`, with the `current` one.
    """
    content = document(settings().json_most_bytes, "the study")
    version, created = receiver().studies.put(study, content, principal())
    return _answer(version, 201 if created else 200)


@allow(Policy.OWNER_OR_READER)
@describe("studies", {200: shapes.StudyView})
def read_study(study: str) -> Response:
    """Read the newest version of a study's file."""
    return _answer(_given(study))


@allow(Policy.OWNER_OR_READER)
@describe("studies", {200: shapes.StudyView})
def read_version(study: str, version: int) -> Response:
    """Read one version of a study's file."""
    return _answer(_given(study, version))


def _given(study: str, version: int | None = None) -> StudyVersion:
    scope = principal().studies
    without_nul(study, "The address")
    if scope is not None and study not in scope:
        raise Refusal("not_found", "No such study is known here, or not in that version.")
    return receiver().studies.get(study, version)


def _answer(version: StudyVersion, status: int = 200) -> Response:
    answer = json_answer(version.to_json(), status)
    answer.set_etag(version.sha256)
    return answer
