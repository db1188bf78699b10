"""What admins do on the pages: users, devices, storage, the log. By forms, without scripts."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import requests

from holdfast.invitation import Invitation
from server.auth.policy import Role
from server.domain.audit import Wanted
from tests.support.received import Take, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running


@pytest.fixture
def admin(running: Running) -> Iterator[WebBrowser]:
    secret = running.receiver.users.add_link("ann", Role.ADMIN)
    with WebBrowser(running.url) as browser:
        browser.open(f"/web/enter/{secret}")
        yield browser


@pytest.fixture
def study(running: Running) -> str:
    content = {"format_version": 1, "study": "smiles", "title": "Smiles", "version": 1}
    running.receiver.studies.put("smiles", {**content, "retention_days": 30}, "user:ann")
    return "smiles"


def in_code(page: requests.Response) -> list[str]:
    return [html.unescape(each) for each in re.findall(r"<code>([^<]*)</code>", page.text)]


def noted(running: Running, action: str) -> list[tuple[str, str]]:
    entries = running.receiver.audit.newest(Wanted(action=action), 10)
    return [(entry.actor, entry.subject) for entry in entries]


def test_a_new_user_comes_in_by_the_link_that_is_shown_once(
    running: Running, admin: WebBrowser, study: str
) -> None:
    shown = admin.submit("/web/users/link", name="bob", role="viewer", study=[study])
    (link,) = in_code(shown)

    with WebBrowser(running.url) as bob:
        page = bob.open(link.removeprefix(running.url))
        assert "Overview" in page.text
        assert "Set a password" in page.text
        # Of some studies only: what spans all of them is neither shown nor told.
        assert 'href="/web/devices"' not in page.text
        assert bob.open("/web/devices").status_code == 403
        assert bob.open("/web/sessions").status_code == 200
    assert link not in admin.open("/web/users").text
    assert noted(running, "user.link_made") == [("admin:ann", "user:bob")]


def test_a_token_works_and_ends_with_its_user(running: Running, admin: WebBrowser) -> None:
    (token,) = in_code(admin.submit("/web/users/token", name="script", role="operator"))
    headers = {"Authorization": f"Bearer {token}"}

    def asked() -> int:
        answer = requests.get(f"{running.url}/api/v1/jobs", headers=headers, timeout=30)
        return answer.status_code

    assert asked() == 200
    said = admin.submit("/web/users/revoke", name="script")
    assert "script is refused from now on" in said.text
    assert asked() == 401


def test_rights_are_changed_but_never_ones_own(
    running: Running, admin: WebBrowser, study: str
) -> None:
    running.receiver.users.add_link("bob", Role.VIEWER)

    admin.submit("/web/users/change", name="bob", role="operator", study=[study])
    own = admin.submit("/web/users/change", name="ann", role="viewer")
    gone = admin.submit("/web/users/revoke", name="ann")
    both = admin.submit("/web/users/change", name="bob", role="admin", study=[study])

    bob = running.receiver.users.named("bob")
    assert (bob.role, bob.studies) == ("operator", ["smiles"])
    assert (own.status_code, gone.status_code, both.status_code) == (409, 409, 400)
    assert running.receiver.users.named("ann").role == "admin"


def test_an_invitation_enrols_a_device_and_can_be_revoked(
    running: Running, admin: WebBrowser, study: str
) -> None:
    form = {"name": "Kiosk 2", "address": "https://lab.example.org/", "uses": "1", "hours": "2"}
    shown = admin.submit("/web/devices/invite", **form, study=[study])
    line = next(each for each in in_code(shown) if each.startswith("holdfast:"))
    invitation = Invitation.from_text(line)

    (first,) = running.receiver.grants.everything()
    assert invitation.url == "https://lab.example.org"
    assert invitation.key_id == running.receiver.identity.key_id
    assert '<svg role="img"' in shown.text
    device = EnrolledDevice.enrol(running.url, invitation.code)
    row = running.receiver.devices.known(device.id)
    assert row is not None
    assert (row.name, row.studies) == ("Kiosk 2", ["smiles"])

    second = admin.submit("/web/devices/invite", **form)
    code = Invitation.from_text(next(e for e in in_code(second) if "enrol?" in e)).code
    (unused,) = (each for each in running.receiver.grants.everything() if each.id != first.id)
    admin.submit(f"/web/devices/grants/{unused.id}/revoke")
    body = {"code": code, "name": "kiosk"}
    late = requests.post(f"{running.url}/api/v1/devices/enrol", json=body, timeout=30)
    assert late.status_code == 403


@pytest.mark.parametrize(
    "wrong", [{"uses": "0"}, {"hours": "x"}, {"address": "javascript:alert(1)"}, {"name": " "}]
)
def test_a_wrong_invitation_makes_nothing(
    running: Running, admin: WebBrowser, wrong: dict[str, str]
) -> None:
    form = {"name": "Kiosk 2", "address": "https://lab.example.org", "uses": "1", "hours": "2"}

    answer = admin.submit("/web/devices/invite", **{**form, **wrong})

    assert (answer.status_code, "Nothing was changed" in answer.text) == (400, True)
    assert running.receiver.grants.everything() == []


def test_a_device_is_refused_from_its_page(
    running: Running, admin: WebBrowser, device: EnrolledDevice
) -> None:
    assert "Refuse kiosk" in admin.open(f"/web/devices/{device.id}").text

    said = admin.submit(f"/web/devices/{device.id}/revoke")

    assert "kiosk is refused from now on" in said.text
    assert device.client.call("GET", "/api/v1/receiver").status_code == 401
    assert "is refused since" in admin.open(f"/web/devices/{device.id}").text


@pytest.fixture
def due(running: Running, device: EnrolledDevice, study: str) -> list[Take]:
    """Two sessions whose study keeps them no longer."""
    takes = []
    for _ in range(2):
        made = make_take(device.id, [])
        whose = {"study": study}
        take = Take(
            {**made.session, **whose},
            {**made.announcement, **whose},
            (),
            {**made.manifest, **whose},
        ).signed(device.key)
        device.client.send(take)
        takes.append(take)
    running.clock.advance(timedelta(days=31).total_seconds())
    return takes


def test_what_is_due_goes_when_it_was_shown(running: Running, due: list[Take]) -> None:
    secret = running.receiver.users.add_link("ann", Role.ADMIN)
    with WebBrowser(running.url) as admin:
        admin.open(f"/web/enter/{secret}")
        page = admin.open("/web/storage").text
        shown = re.findall(r'name="session" value="([^"]+)"', page)
        assert set(shown) == {each.session_id for each in due}

        # One is held after the page was read: it stays, and so does what nobody was shown.
        running.receiver.retention.hold(due[0].session_id, "a question", "user:bob")
        said = admin.submit("/web/storage/delete-due", session=[due[0].session_id])
        assert "0 sessions deleted" in said.text
        assert "1 other stayed" in said.text
        said = admin.submit("/web/storage/delete-due", session=shown)
        assert "1 session deleted" in said.text

        left = running.receiver.retention.due()
        assert [each.session for each in left] == [due[0].session_id]
        assert "held: a question" in admin.open("/web/storage").text
        assert due[1].session_id in admin.open("/web/withdrawals?open=true").text


def test_the_log_is_filtered_and_checked(running: Running, admin: WebBrowser) -> None:
    running.receiver.audit.record("user:bob", "study.changed", "study:smiles")

    found = admin.open("/web/audit?actor=user:bob").text
    assert "study:smiles" in found
    assert "user.signed_in" not in found
    assert "No entry is like that" in admin.open("/web/audit?action=nothing").text
    assert admin.open("/web/audit?before=x").status_code == 400
    assert "are as they were written" in admin.submit("/web/audit/check").text

    lines = running.receiver.data.audit.read_bytes().replace(b"study:smiles", b"study:frowns")
    running.receiver.data.audit.write_bytes(lines)
    assert "was changed in the file" in admin.submit("/web/audit/check").text


def test_the_signed_end_of_the_log_is_a_file(running: Running, admin: WebBrowser) -> None:
    answer = admin.open("/web/audit/head")

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.json()["sha256"] == running.receiver.audit.end()[1]
