"""Every route with every kind of caller. A route that is not in the table fails the test."""

import re
from collections.abc import Iterator

import pytest
import requests
from flask import Flask

from holdfast.protocol import API
from server.app import create_app
from server.auth.policy import ROLES, Policy, Role, allow, policy_of
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

ANYONE = {"nobody", "owner", "foreign", "viewer", "operator", "admin"}
TOKENS = ANYONE - {"nobody"}
USERS = {"viewer", "operator", "admin"}
WRITERS = {"operator", "admin"}
DEVICES = {"owner", "foreign"}

# Route -> who may call it. A foreign device that may call it finds nothing under another's id.
ALLOWED: dict[str, set[str]] = {
    "GET /": ANYONE,
    "GET /health": ANYONE,
    "GET /ready": ANYONE,
    "GET /metrics": USERS,
    "GET /docs": ANYONE,
    "GET /docs/<name>": ANYONE,
    "GET /api/v1/openapi.json": ANYONE,
    "POST /api/v1/devices/enrol": ANYONE,
    "GET /api/v1/receiver": TOKENS,
    "PUT /api/v1/devices/self/status": DEVICES,
    "POST /api/v1/devices/self/orders/<id:order>/done": DEVICES,
    "GET /api/v1/withdrawals": {"admin"},
    "POST /api/v1/sessions/<id:session>/close": DEVICES | {"operator", "admin"},
    "DELETE /api/v1/sessions/<id:session>": {"admin"},
    "DELETE /api/v1/recordings/<id:recording>": {"admin"},
    "DELETE /api/v1/studies/<study>/participants/<participant>": {"admin"},
    "POST /api/v1/devices/self/token": DEVICES,
    "POST /api/v1/devices/self/key": DEVICES,
    "GET /api/v1/devices/self/studies": DEVICES,
    "GET /api/v1/studies": USERS,
    "PUT /api/v1/studies/<study>": {"admin"},
    "GET /api/v1/studies/<study>": TOKENS,
    "GET /api/v1/studies/<study>/versions/<int(max=999999):version>": TOKENS,
    "GET /api/v1/audit": {"admin"},
    "GET /api/v1/sessions": USERS,
    "PUT /api/v1/sessions/<id:session>": DEVICES,
    "GET /api/v1/sessions/<id:session>": TOKENS,
    "GET /api/v1/recordings": USERS,
    "POST /api/v1/recordings/status": TOKENS,
    "PUT /api/v1/recordings/<id:recording>": DEVICES,
    "GET /api/v1/recordings/<id:recording>": TOKENS,
    "PUT /api/v1/recordings/<id:recording>/manifest": DEVICES,
    "GET /api/v1/recordings/<id:recording>/receipt": TOKENS,
    "POST /api/v1/recordings/<id:recording>/confirm": TOKENS,
    "PUT /api/v1/recordings/<id:recording>/annotations": DEVICES | {"operator", "admin"},
    "GET /api/v1/recordings/<id:recording>/annotations": TOKENS,
    "GET /api/v1/recordings/<id:recording>/annotations/history": TOKENS,
    "POST /api/v1/recordings/<id:recording>/discard": DEVICES,
    "GET /api/v1/recordings/<id:recording>/video": USERS,
    "GET /api/v1/recordings/<id:recording>/video/<int(max=9999):part>": USERS,
    "PUT /api/v1/recordings/<id:recording>/segments/<int(max=999999):segment>": DEVICES,
    "GET /api/v1/recordings/<id:recording>/segments/<int(max=999999):segment>": TOKENS,
    "GET /api/v1/recordings/<id:recording>/segments/<int(max=999999):segment>/video": USERS,
    "POST /api/v1/segments/status": TOKENS,
    "OPTIONS /api/v1/uploads": ANYONE,
    "OPTIONS /api/v1/uploads/<id:upload>": ANYONE,
    "POST /api/v1/uploads": DEVICES,
    "HEAD /api/v1/uploads/<id:upload>": DEVICES,
    "PATCH /api/v1/uploads/<id:upload>": DEVICES,
    "DELETE /api/v1/uploads/<id:upload>": DEVICES,
    "PUT /api/v1/recordings/<id:recording>/previews/<int(max=999999):segment>": DEVICES,
    "GET /api/v1/recordings/<id:recording>/previews/<int(max=999999):segment>": USERS,
    "GET /api/v1/recordings/<id:recording>/previews": USERS,
    "GET /api/v1/jobs": USERS,
    "GET /api/v1/jobs/<id:job>": USERS,
    "DELETE /api/v1/jobs/<id:job>": WRITERS,
    "POST /api/v1/jobs/<id:job>/retry": WRITERS,
    "GET /api/v1/queues": USERS,
    "PUT /api/v1/queues/<kind>": {"admin"},
    "POST /api/v1/queues/<kind>/retry": WRITERS,
    "POST /api/v1/queues/<kind>/missing": WRITERS,
    "POST /api/v1/recordings/<id:recording>/process": WRITERS,
    "GET /api/v1/recordings/<id:recording>/download": WRITERS,
    "GET /api/v1/recordings/<id:recording>/thumbnail": USERS,
    "GET /api/v1/recordings/<id:recording>/results": USERS,
    "GET /api/v1/recordings/<id:recording>/sprite": USERS,
    "GET /api/v1/recordings/<id:recording>/waveform": USERS,
    "GET /api/v1/recordings/<id:recording>/quality": USERS,
    "GET /api/v1/recordings/<id:recording>/passport": USERS,
    "GET /api/v1/recordings/<id:recording>/tracking": USERS,
    "PUT /api/v1/recordings/<id:recording>/tracking/primary": WRITERS,
    "GET /api/v1/statistics": USERS,
}
# Pages know browsers by their cookie only: no token opens them.
PAGES = {
    "GET /web/",
    "GET /web/overview/now",
    "GET /web/overview/newest",
    "GET /web/recordings",
    "GET /web/recordings/<id:recording>",
    "GET /web/recordings/<id:recording>/video",
    "GET /web/recordings/<id:recording>/video/<int(max=9999):part>",
    "GET /web/recordings/<id:recording>/segments/<int(max=999999):segment>",
    "GET /web/recordings/<id:recording>/segments/<int(max=999999):segment>/video",
    "GET /web/recordings/<id:recording>/segments/<int(max=999999):segment>/preview",
    "GET /web/sessions",
    "GET /web/sessions/<id:session>",
    "GET /web/studies",
    "GET /web/studies/<study>",
    "GET /web/studies/<study>/versions/<int(max=999999):version>",
    "GET /web/devices",
    "GET /web/devices/<id:device>",
    "GET /web/statistics",
    "GET /web/account",
    "POST /web/account/password",
    "POST /web/leave",
    *(
        f"{method} /web/recordings/<id:recording>/{path}"
        for method, path in (
            ("GET", "arriving"),
            ("GET", "arriving.json"),
            ("GET", "jobs"),
            ("GET", "manifest.json"),
            ("GET", "passport"),
            ("GET", "passport.json"),
            ("GET", "playback"),
            ("GET", "playback/<int(max=9999):part>"),
            ("GET", "receipt.json"),
            ("GET", "sprite"),
            ("GET", "thumbnail"),
            ("GET", "tracking.json"),
            ("GET", "waveform.json"),
        )
    ),
    "GET /web/jobs",
    "GET /web/jobs/queues",
    "GET /web/jobs/list",
    "GET /web/jobs/<id:job>",
    "GET /web/jobs/<id:job>/now",
}
WRITERS_PAGES = {
    "GET /web/recordings/<id:recording>/download",
    "POST /web/recordings/<id:recording>/process",
    "POST /web/recordings/<id:recording>/tracking/primary",
    "POST /web/sessions/<id:session>/close",
    "POST /web/jobs/<id:job>/cancel",
    "POST /web/jobs/<id:job>/retry",
    "POST /web/jobs/queues/<kind>/retry",
    "POST /web/jobs/queues/<kind>/missing",
    "GET /web/upload",
    "POST /web/uploads",
    *(f"{method} /web/uploads/<id:upload>" for method in ("HEAD", "PATCH", "DELETE")),
}
ADMINS_PAGES = {
    "POST /web/jobs/queues/<kind>/control",
    "POST /web/sessions/<id:session>/hold",
    "POST /web/sessions/<id:session>/release",
    "GET /web/sessions/<id:session>/withdraw",
    "POST /web/sessions/<id:session>/withdraw",
    "POST /web/devices/invite",
    "POST /web/devices/<id:device>/revoke",
    "POST /web/devices/grants/<id:grant>/revoke",
    "GET /web/storage",
    "POST /web/storage/delete-due",
    "POST /web/storage/delete-abandoned",
    "GET /web/withdrawals",
    "GET /web/users",
    "POST /web/users/link",
    "POST /web/users/token",
    "POST /web/users/change",
    "POST /web/users/revoke",
    "GET /web/audit",
    "POST /web/audit/check",
    "GET /web/audit/head",
}
ALL_PAGES = PAGES | WRITERS_PAGES | ADMINS_PAGES
OPEN_PAGES = {
    "GET /web/sign-in",
    "POST /web/sign-in",
    "GET /web/enter/<token>",
    "GET /web/static/<path:name>",
}


@pytest.fixture
def app(settings: Settings, running: Running) -> Flask:
    return create_app(settings, ManualClock(), running.receiver)


def routes(app: Flask) -> Iterator[tuple[str, str]]:
    """Every "METHOD rule" with the name of its view."""
    for rule in app.url_map.iter_rules():
        methods = rule.methods or set()
        for method in methods - {"HEAD"} if "GET" in methods else methods:
            yield f"{method} {rule.rule}", rule.endpoint


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


def filled(path: str, take: Take) -> str:
    path = re.sub(r"<id:session>", take.session_id, path)
    path = re.sub(r"<int[^>]*>", "0", re.sub(r"<id:\w+>", take.id, path))
    return path.replace("<kind>", "probe")


def signed_in(running: Running, role: Role) -> WebBrowser:
    browser = WebBrowser(running.url)
    secret = running.receiver.users.add_link(f"the {role.value}", role)
    assert browser.open(f"/web/enter/{secret}").status_code == 200
    return browser


def call(running: Running, client: Client | None, route: str, take: Take) -> requests.Response:
    method, rule = route.split()
    path = filled(rule, take)
    path = re.sub(r"<path:\w+>", "style.css", path)
    path = re.sub(r"<\w+>", "x", path)
    caller = client or Client(running.url, "")
    return caller.call(
        method,
        path,
        {"Tus-Resumable": "1.0.0"},
        json={"segments": [], "recordings": []},
        allow_redirects=False,
    )


def test_every_route_declares_a_policy(app: Flask) -> None:
    assert [
        route for route, view in routes(app) if policy_of(app.view_functions[view]) is None
    ] == []


def test_every_route_stands_in_the_table(app: Flask) -> None:
    assert {route for route, _ in routes(app)} == set(ALLOWED) | ALL_PAGES | OPEN_PAGES


@pytest.mark.parametrize("role", Role)
def test_every_policy_names_its_roles(role: Role) -> None:
    assert set(ROLES) == set(Policy)
    assert role in ROLES[Policy.PUBLIC]


def test_every_caller_gets_what_the_table_says(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    callers = {
        "nobody": None,
        "owner": device.client,
        "foreign": running.device().client,
        **{role.value: running.user(role) for role in Role if role is not Role.DEVICE},
    }
    for route, allowed in ALLOWED.items():
        for name, client in callers.items():
            answer = call(running, client, route, take)
            seen = f"{route} as {name}: {answer.status_code}"
            if name not in allowed:
                assert answer.status_code == (401 if client is None else 403), seen
            elif name == "foreign" and "<id:" in route and not route.startswith("OPTIONS"):
                # An announcement's own content is looked at first: the body here is none.
                expected = {400, 404} if route.startswith("PUT") else {404}
                assert answer.status_code in expected, seen
            elif route != "POST /api/v1/devices/enrol":
                assert answer.status_code not in (401, 403), seen


def test_a_foreign_device_cannot_touch_what_is_not_its_own(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    foreign = running.device()
    mine = {"device": foreign.id}
    session = {**take.session, **mine}
    announcement = {**take.announcement, **mine}
    manifest = {**take.manifest, **mine}
    put = foreign.client.call

    assert put("PUT", f"{API}/sessions/{take.session_id}", json=session).status_code == 404
    assert put("PUT", f"{API}/recordings/{take.id}", json=announcement).status_code == 404
    assert put("PUT", f"{API}/recordings/{take.id}/manifest", json=manifest).status_code == 404
    assert foreign.client.put_chunk(take.id, 0, take.pieces[0].data).status_code == 404
    assert device.client.get(f"{API}/recordings/{take.id}")["state"] == "stored"


def test_a_device_announces_in_its_own_name_only(running: Running, device: EnrolledDevice) -> None:
    """Else a rebuild would give the session to the device that its file names."""
    made = make_take(running.device().id, [])
    own = make_take(device.id, [])
    device.client.announce(own)
    put = device.client.call

    problem(put("PUT", f"{API}/sessions/{made.session_id}", json=made.session), "conflict")
    foreign = {**made.announcement, "session": own.session_id}
    problem(put("PUT", f"{API}/recordings/{made.id}", json=foreign), "conflict")


def test_pages_send_a_browser_without_a_cookie_to_sign_in(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    for route in ALL_PAGES:
        for client in (None, device.client, running.user(Role.ADMIN)):
            answer = call(running, client, route, take)
            led_to = answer.headers["Location"].partition("?")[0]
            assert (answer.status_code, led_to) == (303, "/web/sign-in")


def test_pages_open_for_the_roles_that_they_are_for(running: Running, take: Take) -> None:
    for role, opens in {
        Role.VIEWER: PAGES,
        Role.OPERATOR: PAGES | WRITERS_PAGES,
        Role.ADMIN: ALL_PAGES,
    }.items():
        with signed_in(running, role) as browser:
            for route in sorted(ALL_PAGES - {"POST /web/leave"}):
                method, path = route.split()
                answer = browser.ask(method, filled(path, take))
                seen = f"{route} as {role.value}: {answer.status_code}"
                assert (answer.status_code == 403) == (route not in opens), seen
                assert answer.status_code < 500, seen


def test_only_a_page_of_ours_can_change_something(running: Running, take: Take) -> None:
    with signed_in(running, Role.ADMIN) as browser:
        secret = browser.secret
        for route in sorted(ALL_PAGES):
            method, path = route.split()
            if method in ("POST", "PATCH", "DELETE"):
                browser.secret = "0" * 64
                answer = browser.ask(method, filled(path, take))
                assert (answer.status_code, "page of this receiver" in answer.text) == (403, True)
        browser.secret = secret
        elsewhere = {"Origin": "https://elsewhere.example"}
        assert browser.ask("POST", "/web/leave", elsewhere).status_code == 403
        cross = {"Sec-Fetch-Site": "cross-site"}
        assert browser.ask("POST", "/web/leave", cross).status_code == 403
        assert browser.open("/web/").url == f"{running.url}/web/"
        assert browser.ask("POST", "/web/leave").status_code == 303


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic abc", "Bearer \xe4"])
def test_a_token_that_is_none_is_refused(running: Running, header: str) -> None:
    answer = running.anonymous().get(
        f"{running.url}{API}/receiver", headers={"Authorization": header}, timeout=10
    )

    problem(answer, "unauthorized")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_in_the_address_counts_for_nothing(running: Running) -> None:
    token = running.user().token

    answer = running.anonymous().get(
        f"{running.url}{API}/receiver", params={"token": token, "access_token": token}, timeout=10
    )

    problem(answer, "unauthorized")


def test_another_version_of_the_protocol_is_refused(device: EnrolledDevice) -> None:
    answer = device.client.call("GET", f"{API}/receiver", headers={"Holdfast-Protocol": "2"})

    body = problem(answer, "protocol_mismatch")
    assert (body["receiver"], body["device"]) == (1, "2")


def test_answers_carry_version_and_time(running: Running) -> None:
    running.clock.advance(0.25)

    answer = running.anonymous().get(f"{running.url}/health", timeout=10)

    assert answer.headers["Holdfast-Protocol"] == "1"
    assert int(answer.headers["Holdfast-Time"]) == round(running.clock.now().timestamp() * 1000)


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/api/v1/nothing", "not_found"),
        ("GET", "/api/v1/recordings/not-an-id", "not_found"),
        ("GET", "/api/v1/recordings/00000000-0000-4000-8000-000000000000", "not_found"),
        ("GET", f"/api/v1/recordings/{'-' * 36}", "not_found"),
        ("GET", "/api/v1/recordings/01a1f941-c700-7000-8000-000000000000%0A", "not_found"),
        ("GET", "/api/v1/recordings/../../receiver.json", "not_found"),
        ("DELETE", "/api/v1/receiver", "method_not_allowed"),
        ("OPTIONS", "/api/v1/receiver", "method_not_allowed"),
    ],
)
def test_flasks_own_errors_are_problems_too(
    device: EnrolledDevice, method: str, path: str, code: str
) -> None:
    problem(device.client.call(method, path), code)


def test_a_fault_of_ours_is_a_problem_that_may_pass(
    settings: Settings, running: Running, device: EnrolledDevice
) -> None:
    app = create_app(settings, ManualClock(), running.receiver)

    @app.get("/api/v1/broken")
    @allow(Policy.PUBLIC)
    def broken() -> str:
        raise RuntimeError("a fault")

    @app.get("/api/v1/undeclared")
    def undeclared() -> str:
        return "secret"

    answer = app.test_client().get("/api/v1/broken")
    assert (answer.status_code, answer.get_json()["code"]) == (500, "internal")
    assert "a fault" not in answer.text
    assert app.test_client().get("/api/v1/undeclared").status_code == 403
