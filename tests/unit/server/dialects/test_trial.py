"""Without tokens: open to this computer, closed to every proxy, foreign name and foreign page."""

import pytest

from server.api.trial import is_loopback_address, is_loopback_name
from server.domain.own_device import NAME
from server.settings import Dialects
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

TIMEOUT_S = 30


@pytest.fixture
def mode() -> Dialects:
    return Dialects.OPEN


def test_whoever_sits_here_needs_no_token(running: Running) -> None:
    here = running.anonymous()

    created = here.post(f"{running.url}/api/session/create", json={}, timeout=TIMEOUT_S)
    listed = here.get(f"{running.url}/sessions", timeout=TIMEOUT_S)

    assert created.status_code == 201
    assert [each["sessionId"] for each in listed.json()] == [created.json()["session_id"]]
    assert [row.name for row in running.receiver.devices.everyone()] == [NAME]


def test_our_own_interface_still_wants_one(running: Running) -> None:
    problem(
        running.anonymous().get(f"{running.url}/api/v1/jobs", timeout=TIMEOUT_S), "unauthorized"
    )


PROXIES = (
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Anything",
    "X-Real-IP",
    "Via",
    "CF-Connecting-IP",
    "True-Client-IP",
)
STRANGERS = (
    ("Host", "receiver.example"),
    ("Host", "127.0.0.1.example"),
    ("Origin", "https://a-page.example"),
    ("Origin", "null"),
)


def test_proxies_foreign_names_and_foreign_pages_are_refused(running: Running) -> None:
    for header, value in (*((name, "for=127.0.0.1") for name in PROXIES), *STRANGERS):
        for path in ("/api/session/create", "/sessions/import"):
            answer = running.anonymous().post(
                running.url + path, json={}, headers={header: value}, timeout=TIMEOUT_S
            )
            problem(answer, "forbidden")
    assert running.receiver.devices.everyone() == []


def test_a_page_of_this_computer_is_welcome(running: Running) -> None:
    answer = running.anonymous().get(
        f"{running.url}/sessions",
        headers={"Origin": "http://localhost:8001", "Host": "localhost:5000"},
        timeout=TIMEOUT_S,
    )

    assert answer.status_code == 200


def test_the_receivers_own_device_can_be_shut_out(running: Running) -> None:
    create = f"{running.url}/api/session/create"
    running.anonymous().post(create, json={}, timeout=TIMEOUT_S)
    running.receiver.devices.revoke(NAME)

    problem(running.anonymous().post(create, json={}, timeout=TIMEOUT_S), "forbidden")


class TestOff:
    """As it is unless somebody asks for it."""

    @pytest.fixture
    def mode(self) -> Dialects:
        return Dialects.OFF

    def test_dialects_are_unknown(self, running: Running) -> None:
        for path in (
            "/api/session/create",
            "/api/v1/videos/init",
            "/api/videos",
            "/sessions/import",
        ):
            answer = running.anonymous().post(running.url + path, json={}, timeout=TIMEOUT_S)
            assert answer.status_code == 404
        health = running.anonymous().get(f"{running.url}/health", timeout=TIMEOUT_S).json()
        assert health["status"] == "ok"


@pytest.mark.parametrize(
    ("name", "is_here"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("localhost.example", False),
        ("192.0.2.7", False),
        ("", False),
    ],
)
def test_names_of_this_computer(name: str, is_here: bool) -> None:
    assert is_loopback_name(name) is is_here


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("127.0.0.1", True), ("localhost", True), ("0.0.0.0", False), ("192.0.2.7", False)],
)
def test_addresses_of_this_computer(host: str, is_here: bool) -> None:
    assert is_loopback_address(host) is is_here
