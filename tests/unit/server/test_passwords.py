"""Passwords: who comes in with them, how often may be tried, and what ends when they change."""

import json
import subprocess
import sys
from datetime import timedelta

import pytest
from click.testing import CliRunner

from holdfast.command import Failure
from server.admin_cli import admin
from server.auth.policy import Role
from server.domain.refusals import Refusal
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running, only_on_sqlite

PASSWORD = "a horse in the quiet library"
WRONG = "a horse in the loud library"


@pytest.fixture
def ann(running: Running) -> str:
    running.receiver.users.add_link("ann", Role.OPERATOR)
    running.receiver.passwords.set("ann", PASSWORD)
    return "ann"


def signed_in(running: Running, name: str, password: str) -> WebBrowser:
    browser = WebBrowser(running.url)
    browser.open("/web/sign-in")
    browser.submit("/web/sign-in", name=name, password=password)
    return browser


def comes_in(running: Running, name: str, password: str) -> bool:
    with signed_in(running, name, password) as browser:
        return browser.open("/web/sessions").url.endswith("/web/sessions")


def test_only_the_password_lets_in(running: Running, ann: str) -> None:
    assert comes_in(running, ann, PASSWORD)
    assert not comes_in(running, ann, WRONG)
    assert not comes_in(running, ann, "")
    assert not comes_in(running, "nobody", PASSWORD)
    # Nobody without a password comes in with an empty one.
    running.receiver.users.add_link("bob", Role.ADMIN)
    assert not comes_in(running, "bob", "")


def test_it_leads_where_somebody_wanted_to_go_and_nowhere_else(running: Running, ann: str) -> None:
    for wanted, led in {
        "/web/sessions?text=P": "/web/sessions?text=P",
        "https://elsewhere.example/web/": "/web/",
        "//elsewhere.example/web/": "/web/",
        "/web/\\elsewhere.example": "/web/",
        "/api/v1/jobs": "/web/",
    }.items():
        with WebBrowser(running.url) as browser:
            page = browser.submit("/web/sign-in", name=ann, password=PASSWORD, next=wanted)
            assert page.url == running.url + led, wanted
    with WebBrowser(running.url) as browser:
        page = browser.open("/web/sessions?text=P")
        assert 'name="next" value="/web/sessions?text=P"' in page.text


def test_whoever_guesses_waits(running: Running, ann: str) -> None:
    with WebBrowser(running.url) as browser:
        tries = [
            browser.submit("/web/sign-in", name=ann, password=WRONG).status_code for _ in range(11)
        ]
        assert tries == [403] * 10 + [429]
        # The right one has to wait too, and comes in after a minute.
        assert browser.submit("/web/sign-in", name=ann, password=PASSWORD).status_code == 429
        running.clock.advance(61)
        assert browser.submit("/web/sign-in", name=ann, password=PASSWORD).status_code == 200


def test_a_new_password_signs_out_the_other_browsers(running: Running, ann: str) -> None:
    with signed_in(running, ann, PASSWORD) as one, signed_in(running, ann, PASSWORD) as other:
        one.open("/web/account")
        new = {"new_password": "another long password", "again": "another long password"}
        assert one.submit("/web/account/password", old_password=WRONG, **new).status_code == 403
        typo = {**new, "again": "another long passwort"}
        assert one.submit("/web/account/password", old_password=PASSWORD, **typo).status_code == 400
        assert comes_in(running, ann, PASSWORD)

        said = one.submit("/web/account/password", old_password=PASSWORD, **new)

        assert "Your password was set" in said.text
        assert one.open("/web/sessions").url.endswith("/web/sessions")
        assert "/web/sign-in" in other.open("/web/sessions").url
    assert not comes_in(running, ann, PASSWORD)
    assert comes_in(running, ann, "another long password")


@pytest.mark.parametrize("password", ["short", "x" * 201, "ANN-from-the-lab"])
def test_a_weak_password_is_refused(running: Running, password: str) -> None:
    running.receiver.users.add_link("ann-from-the-lab", Role.VIEWER)

    with pytest.raises(Refusal, match="Nothing was changed"):
        running.receiver.passwords.set("ann-from-the-lab", password)

    assert running.receiver.users.password_of("ann-from-the-lab") is None


def test_revoking_ends_the_password_too(running: Running, ann: str) -> None:
    with signed_in(running, ann, PASSWORD) as browser:
        running.receiver.users.revoke(ann)
        assert "/web/sign-in" in browser.open("/web/").url
    assert not comes_in(running, ann, PASSWORD)
    # Coming back does not bring it back.
    running.receiver.users.add_link(ann, Role.VIEWER)
    assert not comes_in(running, ann, PASSWORD)


@only_on_sqlite
def test_it_is_kept_as_a_hash_and_outlives_the_database(settings: Settings) -> None:
    clock = ManualClock()
    receiver = open_receiver(settings.data, clock, settings.engines, settings.bounds)
    receiver.users.add_link("ann", Role.ADMIN)
    receiver.passwords.set("ann", PASSWORD)
    receiver.close()
    kept = settings.data.users.read_text("utf-8")
    for each in settings.data.root.glob("holdfast.db*"):
        each.unlink()

    again = open_receiver(settings.data, clock, settings.engines, settings.bounds)

    assert again.passwords.is_right("ann", PASSWORD)
    assert not again.passwords.is_right("ann", WRONG)
    again.close()
    assert PASSWORD not in kept
    assert json.loads(kept)["users"][0]["password"].startswith("$argon2id$")


def test_the_command_sets_one(running: Running, settings: Settings) -> None:
    running.receiver.users.add_link("ann", Role.VIEWER)
    words = ["--data", str(settings.data.root), "user", "password", "ann", "--stdin"]

    done = CliRunner().invoke(admin, [*words, "--json"], input=f"{PASSWORD}\n")

    assert (done.exit_code, json.loads(done.stdout)) == (0, {"user": "ann"})
    assert comes_in(running, "ann", PASSWORD)
    refused = CliRunner().invoke(admin, words, input="short\n")
    assert isinstance(refused.exception, Failure) or refused.exit_code == 1
    assert comes_in(running, "ann", PASSWORD)


def test_a_receiver_that_nobody_signs_in_at_loads_nothing_for_it() -> None:
    code = (
        "import sys, server.serving, server.app\n"
        "print([each for each in ('argon2', 'segno') if each in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"


def test_a_sign_in_ends_with_its_time(running: Running, ann: str) -> None:
    with signed_in(running, ann, PASSWORD) as browser:
        running.clock.advance(timedelta(hours=13).total_seconds())
        assert "/web/sign-in" in browser.open("/web/").url
        # A piece of a page asks for the whole one, which shows the way.
        piece = browser.ask("GET", "/web/overview/newest", {"HX-Request": "true"})
        assert (piece.status_code, piece.headers["HX-Refresh"]) == (204, "true")
