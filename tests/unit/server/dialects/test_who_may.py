"""Every route of every dialect with every kind of caller."""

import re
from collections.abc import Iterator

from flask import Flask

from holdfast.ids import new_id
from server.app import create_app
from server.auth.policy import Policy, Role, policy_of
from server.settings import Settings
from tests.support.dialects import HashingUploader, LiveUploader, SessionUploader
from tests.support.manual_clock import ManualClock
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running

_PREFIXES = ("/api/session", "/api/upload", "/api/v1/videos", "/api/videos", "/sessions", "/jobs")


def routes(app: Flask) -> Iterator[tuple[str, str, Policy]]:
    """Method, rule and policy of every route that a dialect adds."""
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith(_PREFIXES):
            continue
        policy = policy_of(app.view_functions[rule.endpoint])
        assert policy is not None, rule.rule
        for method in (rule.methods or set()) - {"HEAD"}:
            yield method, rule.rule, policy


def test_every_caller_gets_what_the_policy_says(
    running: Running, settings: Settings, device: EnrolledDevice
) -> None:
    found = list(routes(create_app(settings, ManualClock(), running.receiver)))
    allowed = {
        Policy.SENDER: {"device"},
        Policy.IMPORTER: {"operator", "admin"},
        Policy.ERASER: {"admin"},
    }
    callers = {
        "nobody": Client(running.url, ""),
        "device": device.client,
        **{role.value: running.user(role) for role in Role if role is not Role.DEVICE},
    }
    assert len(found) == 24
    assert {policy for _, _, policy in found} == set(allowed)
    for method, rule, policy in found:
        path = re.sub(r"<\w+>", new_id(running.clock.now()), rule)
        for name, client in callers.items():
            status = client.call(method, path).status_code
            seen = f"{method} {rule} as {name}: {status}"
            if name in allowed[policy]:
                assert status not in (401, 403), seen
            else:
                assert status == (401 if name == "nobody" else 403), seen


def test_a_foreign_device_finds_nothing(running: Running, device: EnrolledDevice) -> None:
    """Not even under the words by which the owner began it."""
    session = SessionUploader(device.client).create()
    live = LiveUploader(device.client).init(sessionId="the-same-words").json()["sessionId"]
    upload = HashingUploader(device.client).initiate(10, uploadId="the-same").json()["uploadId"]
    foreign = running.device().client

    assert foreign.call("GET", f"/api/session/{session}").status_code == 404
    assert LiveUploader(foreign).chunk(live, 0, b"x").status_code == 404
    assert foreign.call("GET", f"/api/uploads/{upload}/status").status_code == 404
    own = HashingUploader(foreign).initiate(10, uploadId="the-same").json()["uploadId"]
    assert own != upload
