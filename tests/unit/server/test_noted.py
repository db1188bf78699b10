"""Who looked at whom, what was stored and who signed in stands in the audit log."""

from holdfast.protocol import API, preview_path
from server.api.noted import action_of
from server.api.openapi import Media, operation_of
from server.app import create_app
from server.auth.policy import ROLES, USERS, Role, policy_of
from server.domain.audit import Wanted
from server.domain.audit_check import verify
from server.settings import Settings
from server.web.forms import HEADER, secret_of
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.unit.server.conftest import Running

PICTURE = b"\xff\xd8\xff a face \xff\xd9"


def noted(running: Running, action: str) -> list[tuple[str, str]]:
    found = running.receiver.audit.newest(Wanted(action=action), 50)
    return [(each.actor, each.subject) for each in found]


def test_a_look_is_noted_once_in_ten_minutes(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    headers = {"Content-Digest": digest_header(PICTURE), "Content-Type": "image/jpeg"}
    path = preview_path(take.id, 0)
    put = device.client.call("PUT", path, data=PICTURE, headers=headers)
    assert put.status_code == 201, put.text
    operator, admin = running.user(Role.OPERATOR), running.user(Role.ADMIN)

    for client in (operator, operator, admin):
        assert client.call("GET", path).content == PICTURE
    assert operator.call("GET", preview_path(take.id, 1)).status_code == 404

    subject = f"recording:{take.id}"
    looks = [("admin:the admin", subject), ("operator:the operator", subject)]
    assert noted(running, "recording.seen") == looks
    running.clock.advance(600)
    operator.call("GET", path)
    assert noted(running, "recording.seen") == [("operator:the operator", subject), *looks]


def test_every_view_that_shows_people_is_noted(running: Running, settings: Settings) -> None:
    app = create_app(settings, running.clock, running.receiver)
    showing = set()
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        operation, policy = operation_of(view), policy_of(view)
        if operation is None or policy is None or "GET" not in (rule.methods or ()):
            continue
        if isinstance(operation.answers.get(200), Media) and ROLES[policy] & USERS == USERS:
            assert action_of(view) is not None or not rule.rule.startswith(API), rule.rule
            showing.add(rule.rule)
    assert any(rule.endswith("/video") for rule in showing)


def test_what_was_stored_stands_in_the_log_once(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, []).signed(device.key)
    receipt = device.client.send(take)
    device.client.finalise(take)

    (entry,) = running.receiver.audit.newest(Wanted(action="recording.stored"), 10)

    assert (entry.actor, entry.subject) == (f"device:{device.id}", f"recording:{take.id}")
    assert entry.facts == {"manifest_sha256": receipt["manifest_sha256"], "segments": 0}
    assert verify(running.receiver.audit).is_ok


def test_signing_in_and_out_is_noted(running: Running) -> None:
    secret = running.receiver.users.add_link("ann", Role.VIEWER)
    address = f"{running.url}/web/enter/{secret}"

    entered = running.anonymous().get(address, timeout=30, allow_redirects=False)
    assert running.anonymous().get(address, timeout=30).status_code == 403
    # The receiver's clock is not this computer's, which would find the cookie too old.
    cookie = entered.headers["Set-Cookie"].partition(";")[0]
    running.anonymous().post(
        f"{running.url}/web/leave",
        headers={"Cookie": cookie, HEADER: secret_of(cookie.partition("=")[2])},
        timeout=30,
    )

    assert noted(running, "user.signed_in") == [("user:ann", "user:ann")]
    assert noted(running, "user.signed_out") == [("viewer:ann", "user:ann")]


def test_no_participant_and_no_token_stands_in_the_log(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.send(take)
    foreign = running.device()
    foreign.client.call("GET", f"{API}/recordings/{take.id}")
    running.user(Role.VIEWER).call("GET", f"{API}/audit")

    log = repr([each.to_json() for each in running.receiver.audit.newest(Wanted(), 100)])

    assert "access.foreign" in log
    assert "access.refused" in log
    for secret in (device.client.token, foreign.client.token, "P-017"):
        assert secret not in log
