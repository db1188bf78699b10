"""What every request meets beside its policy: rates, other origins, lines in the audit log."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import requests
from flask.testing import FlaskClient

from holdfast.protocol import API, recording_path
from server.api.cors import is_origin
from server.app import create_app
from server.auth.policy import Role
from server.auth.rates import Buckets
from server.domain.audit import Wanted
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

LAB = "https://lab.example.org"


@pytest.fixture
def client_with(settings: Settings, running: Running) -> Callable[..., FlaskClient]:
    """Makes a client of an application over the running receiver, with other settings."""

    def make(**changed: object) -> FlaskClient:
        changed_settings = replace(settings, **changed)  # type: ignore[arg-type]  # any field
        return create_app(changed_settings, running.clock, running.receiver).test_client()

    return make


def bearer(token: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **more}


def actions(running: Running) -> list[tuple[str, str, str]]:
    found = running.receiver.audit.newest(Wanted(), 50)
    return [(each.actor, each.action, each.subject) for each in found]


def test_a_bucket_fills_up_with_time() -> None:
    clock = ManualClock()
    buckets = Buckets(clock, a_minute=3)
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 20]

    clock.advance(19)
    assert buckets.take("a") == 1
    clock.advance(1)
    assert [buckets.take("a"), buckets.take("a")] == [0, 20]
    assert buckets.take("b") == 0

    clock.advance(3600)
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 20]


def test_callers_without_number_cost_no_memory_without_end() -> None:
    clock = ManualClock()
    buckets = Buckets(clock, a_minute=1)
    for number in range(10_000):
        buckets.take(f"idle {number}")
    clock.advance(60)

    assert buckets.take("next") == 0
    assert len(buckets._buckets) == 1


def test_a_token_that_asks_too_often_waits_and_no_other_does(
    running: Running, client_with: Callable[..., FlaskClient]
) -> None:
    client = client_with(requests_a_minute=2)
    hasty, calm = running.user(Role.VIEWER).token, running.user(Role.OPERATOR).token
    for _ in range(2):
        assert client.get(f"{API}/receiver", headers=bearer(hasty)).status_code == 200

    answer = client.get(f"{API}/receiver", headers=bearer(hasty))

    assert (answer.status_code, answer.get_json()["code"]) == (429, "rate_limited")
    assert answer.headers["Retry-After"] == "30"
    assert client.get(f"{API}/receiver", headers=bearer(calm)).status_code == 200
    running.clock.advance(30)
    assert client.get(f"{API}/receiver", headers=bearer(hasty)).status_code == 200


def test_an_address_that_tries_many_tokens_waits_and_good_tokens_from_it_do_not(
    running: Running, client_with: Callable[..., FlaskClient]
) -> None:
    client = client_with(refusals_a_minute=2)
    good = running.user(Role.VIEWER).token

    codes = [
        client.get(f"{API}/receiver", headers=bearer(f"hfu_{number}")).get_json()["code"]
        for number in range(3)
    ]

    assert codes == ["unauthorized", "unauthorized", "rate_limited"]
    assert client.get(f"{API}/receiver", headers=bearer(good)).status_code == 200


def test_who_may_not_is_noted_by_route_and_never_without_end(
    running: Running, client_with: Callable[..., FlaskClient], device: EnrolledDevice
) -> None:
    client = client_with(notes_a_minute=2)
    for _ in range(5):
        client.get(f"{API}/statistics", headers=bearer(device.client.token))

    refused = [each for each in actions(running) if each[1] == "access.refused"]

    actor = f"device:{device.id}"
    assert refused == [(actor, "access.refused", f"route:GET {API}/statistics")] * 2


def test_a_device_that_reaches_for_anothers_recording_is_noted(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    foreign = running.device()

    assert foreign.client.call("GET", recording_path(take.id)).status_code == 404
    assert foreign.client.call("GET", recording_path(device.id)).status_code == 404

    reached = [each for each in actions(running) if each[1] == "access.foreign"]
    assert reached == [(f"device:{foreign.id}", "access.foreign", f"recording:{take.id}")]


def test_no_origin_is_let_in_unless_it_was_named(running: Running, device: EnrolledDevice) -> None:
    asked = {"Origin": LAB, "Access-Control-Request-Method": "PUT"}

    answer = requests.options(f"{running.url}{API}/receiver", headers=asked, timeout=30)
    read = device.client.call("GET", f"{API}/receiver", headers={"Origin": LAB})

    assert answer.status_code == 405
    assert not [name for name in {**answer.headers, **read.headers} if "Access-Control" in name]


def test_a_named_origin_is_told_what_it_may_send(
    running: Running, client_with: Callable[..., FlaskClient]
) -> None:
    client = client_with(cors_origins=(LAB,))

    answer = client.options(
        f"{API}/recordings/x/segments/0",
        headers={"Origin": LAB, "Access-Control-Request-Method": "PUT"},
    )

    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == LAB
    assert "PUT" in answer.headers["Access-Control-Allow-Methods"]
    for name in ("Authorization", "Content-Digest", "Upload-Offset", "Tus-Resumable"):
        assert name in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Origin" in answer.headers["Vary"]


def test_a_named_origin_reads_answers_and_refusals_alike(
    running: Running, client_with: Callable[..., FlaskClient]
) -> None:
    client = client_with(cors_origins=(LAB,))
    token = running.user(Role.VIEWER).token

    for headers in (bearer(token, Origin=LAB), bearer("hfu_none", Origin=LAB)):
        answer = client.get(f"{API}/receiver", headers=headers)
        assert answer.headers["Access-Control-Allow-Origin"] == LAB
        assert "Holdfast-Time" in answer.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("origin", ["https://lab.example.org.evil.net", "null", "", f"{LAB}:8443"])
def test_another_origin_than_the_named_one_is_told_nothing(
    running: Running, client_with: Callable[..., FlaskClient], origin: str
) -> None:
    client = client_with(cors_origins=(LAB,))
    asked = {"Origin": origin, "Access-Control-Request-Method": "GET"}

    for answer in (
        client.options(f"{API}/receiver", headers=asked),
        client.get(f"{API}/receiver", headers=bearer(running.user().token, Origin=origin)),
    ):
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_pages_are_no_other_origins_business(client_with: Callable[..., FlaskClient]) -> None:
    client = client_with(cors_origins=(LAB,))

    answer = client.get("/web/sign-in", headers={"Origin": LAB})

    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (LAB, True),
        ("http://localhost:3000", True),
        (f"{LAB}/", False),
        (f"{LAB}/page", False),
        ("*", False),
        ("null", False),
        ("lab.example.org", False),
        ("https://ann@lab.example.org", False),
    ],
)
def test_an_origin_is_scheme_and_host(text: str, is_one: bool) -> None:
    assert is_origin(text) is is_one
