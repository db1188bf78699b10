"""Studies on the pages: their rules in words, their versions, and who may see what of them."""

from collections.abc import Iterator

import pytest

from holdfast.jsonform import Json
from server.auth.policy import Role
from server.web.studies import rules_in_words
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running

BABIES: Json = {"format_version": 1, "study": "babies", "title": "Babies", "version": 1}


@pytest.fixture
def browser(running: Running) -> Iterator[WebBrowser]:
    with WebBrowser(running.url) as found:
        yield found


@pytest.fixture
def smiles(running: Running) -> str:
    content = {"format_version": 1, "study": "smiles", "title": "Smiles of adults", "version": 1}
    running.receiver.studies.put("smiles", content, "user:ann")
    later = {**content, "version": 2, "retention_days": 30, "live_view": True}
    running.receiver.studies.put("smiles", later, "user:ann")
    running.receiver.studies.put("babies", BABIES, "user:ann")
    return "smiles"


def enter(running: Running, browser: WebBrowser, role: Role, *studies: str) -> None:
    scope = frozenset(studies) or None
    browser.open(f"/web/enter/{running.receiver.users.add_link('somebody', role, scope)}")


def test_an_admin_reads_rules_versions_and_who_may(
    running: Running, browser: WebBrowser, device: EnrolledDevice, smiles: str
) -> None:
    made = make_take(device.id, [scene_part(30)])
    session, announcement, manifest = (
        {**each, "study": smiles} for each in (made.session, made.announcement, made.manifest)
    )
    take = Take(session, announcement, made.pieces, manifest).signed(device.key)
    device.client.send(take)
    running.receiver.users.add_link("cleo", Role.VIEWER, frozenset({"babies"}))
    enter(running, browser, Role.ADMIN)

    listed = browser.open("/web/studies").text
    page = browser.open("/web/studies/smiles").text
    first = browser.open("/web/studies/smiles/versions/1").text

    assert "Smiles of adults" in listed
    assert "30 days" in listed
    assert '<a href="/web/sessions?study=smiles">1</a>' in listed
    assert ">2</a>" in page
    assert ">1</a>" in page
    assert "staff may watch" in page
    assert "somebody, admin" in page
    assert "cleo" not in page
    assert f"/web/devices/{device.id}" in page
    assert "earlier version" in first
    assert "until withdrawn" in first
    assert "cleo, viewer" in browser.open("/web/studies/babies").text
    assert browser.open("/web/studies/smiles/versions/3").status_code == 404
    assert browser.open("/web/studies/none").status_code == 404


def test_a_viewer_of_one_study_sees_no_other_and_not_who_may(
    running: Running, browser: WebBrowser, smiles: str
) -> None:
    enter(running, browser, Role.VIEWER, "babies")

    listed = browser.open("/web/studies").text
    own = browser.open("/web/studies/babies")

    assert "Babies" in listed
    assert "Smiles of adults" not in listed
    assert (own.status_code, "Who may" in own.text) == (200, False)
    for path in ("/web/studies/smiles", "/web/studies/smiles/versions/1"):
        assert browser.open(path).status_code == 404


def test_rules_that_nobody_understands_are_said_to_be() -> None:
    ((name, said),) = rules_in_words({**BABIES, "retention_days": "long"})

    assert name == "Rules"
    assert "until it is mended" in said
