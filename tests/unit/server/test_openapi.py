"""The API's document: made from the routes, complete, and shown without a network."""

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from flask import Flask

from holdfast.jsonform import Json
from holdfast.protocol import API, PROBLEMS
from server.api.openapi import operation_of
from server.api.openapi_page import make_document
from server.app import create_app
from server.auth.policy import Policy, policy_of
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.unit.server.conftest import Running

# Route below the API -> why it is not in the document.
UNDESCRIBED = {"/api/v1/openapi.json": "it is the document"}


@pytest.fixture
def app(settings: Settings, running: Running) -> Flask:
    return create_app(settings, ManualClock(), running.receiver)


@pytest.fixture
def document(app: Flask) -> Json:
    return make_document(app)


def operations(document: Json) -> dict[str, Json]:
    return {
        f"{method.upper()} {path}": operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
    }


def references(value: Any) -> set[str]:
    """Every `$ref` in a part of the document."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*map(references, value.values()))
    return set()


def test_every_route_of_the_api_is_described(app: Flask) -> None:
    assert [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(f"{API}/") and rule.rule not in UNDESCRIBED
        # HEAD and OPTIONS tell of a protocol's state; an operation describes what is done.
        if (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if operation_of(app.view_functions[rule.endpoint]) is None
    ] == []


def test_every_operation_has_words_and_a_name_of_its_own(document: Json) -> None:
    found = operations(document)

    assert all(each["summary"] and each["description"] for each in found.values())
    ids = [each["operationId"] for each in found.values()]
    assert sorted(ids) == sorted(set(ids))


def test_every_reference_leads_somewhere(document: Json) -> None:
    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}

    assert references(document) - known == set()


def test_the_policy_is_what_the_document_says(app: Flask, document: Json) -> None:
    found = operations(document)
    enrol, session = found["POST /api/v1/devices/enrol"], found["PUT /api/v1/sessions/{session}"]

    assert ("security" in enrol, session["security"]) == (False, [{"bearer": []}])
    assert set(enrol["responses"]) >= {"201", "403", "429"}
    assert "401" not in enrol["responses"]
    assert {"200", "201", "401", "403", "404", "409", "410", "413", "507"} <= set(
        session["responses"]
    )
    declared = [
        policy_of(view) is not None for view in app.view_functions.values() if operation_of(view)
    ]
    assert all(declared)
    assert Policy.DEVICE.value in session["description"]


def test_problems_are_those_of_the_wires_table(document: Json) -> None:
    for name, operation in operations(document).items():
        for status, answer in operation["responses"].items():
            if "application/problem+json" not in answer.get("content", {}):
                continue
            _, said = answer["content"]["application/problem+json"]["schema"]["allOf"]
            codes = said["properties"]["code"]["enum"]
            assert {PROBLEMS[code].status for code in codes} == {int(status)}, (name, codes)


def test_whatever_has_a_form_shows_it_by_an_example(document: Json) -> None:
    shown = [
        (each["schema"]["pattern"], [each.get("example", "")])
        for each in objects_in(document)
        if "in" in each and "pattern" in each["schema"]
    ]
    # A schema of its own, or one within another; those of parameters were just looked at.
    shown += [
        (each["pattern"], each.get("examples", [""]))
        for each in objects_in(document["components"]["schemas"])
        if isinstance(each.get("pattern"), str)
    ]

    assert len(shown) > 100
    assert [each for each in shown if not all(re.search(each[0], text) for text in each[1])] == []


def objects_in(value: Any) -> Iterator[Json]:
    """Every object of the document, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from objects_in(each)
    elif isinstance(value, dict):
        yield value
        yield from objects_in(list(value.values()))


def test_a_segments_headers_are_parameters(document: Json) -> None:
    put = operations(document)["PUT /api/v1/recordings/{recording}/segments/{segment}"]
    required = {each["name"]: each["required"] for each in put["parameters"]}

    assert required == {
        "recording": True,
        "segment": True,
        "Content-Digest": True,
        "Repr-Digest": True,
        "Content-Range": False,
    }
    assert list(put["requestBody"]["content"]) == ["application/octet-stream"]


def test_an_answer_that_has_two_forms_names_both(document: Json) -> None:
    passport = operations(document)["GET /api/v1/recordings/{recording}/passport"]

    assert set(passport["responses"]["200"]["content"]) == {"application/json", "text/html"}


def test_the_document_is_served_and_has_not_changed_when_asked_again(running: Running) -> None:
    url = f"{running.url}{API}/openapi.json"
    first = requests.get(url, timeout=30)
    again = requests.get(url, headers={"If-None-Match": first.headers["ETag"]}, timeout=30)

    assert (first.status_code, first.json()["openapi"]) == (200, "3.1.0")
    assert (again.status_code, again.content) == (304, b"")


def test_the_page_and_its_files_come_from_the_receiver(running: Running) -> None:
    page = requests.get(f"{running.url}/docs", timeout=10)
    files = {
        name: requests.get(f"{running.url}/docs/{name}", timeout=10)
        for name in ("swagger-ui.css", "swagger-ui-bundle.js")
    }
    other = requests.get(f"{running.url}/docs/plugins.py", timeout=10)

    assert "//" not in page.text.replace("<!doctype", "")
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert {
        name: answer.headers["Content-Type"].split(";")[0] for name, answer in files.items()
    } == {
        "swagger-ui.css": "text/css",
        "swagger-ui-bundle.js": "text/javascript",
    }
    assert all(len(answer.content) > 100_000 for answer in files.values())
    assert other.status_code == 404


def test_a_receiver_that_nobody_asks_loads_nothing_of_it() -> None:
    assert _loaded("pydantic", "flask_openapi3") == "[]"


def test_what_looks_into_films_is_loaded_where_it_is_done_and_nowhere_else() -> None:
    # A receiver of 70 MiB would be one of 145.
    assert _loaded("av", "cv2", "numpy", "scipy") == "[]"
    assert _loaded("argon2", "segno", "prometheus_client") == "[]"


def test_a_receiver_loads_neither_what_its_workers_do_nor_how_it_is_administered() -> None:
    assert _loaded("server.jobs.worker", "multiprocessing", "server.admin_cli") == "[]"
    assert _loaded("server.device_cli", "statistics") == "[]"


def _loaded(*names: str) -> str:
    """Which of these modules are there once a receiver could be started."""
    code = (
        "import sys, server.app, server.serve_cli, server.serving\n"
        f"print([each for each in {names!r} if each in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return said.stdout.strip()
