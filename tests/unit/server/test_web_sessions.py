"""Sessions on the pages: found, read, closed, held, withdrawn after one has seen what goes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from holdfast.jsonform import Json
from server.auth.policy import Role
from server.domain.session_search import Asked, search
from server.web import uploading
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running


def browser_of(running: Running, role: Role, studies: frozenset[str] | None = None) -> WebBrowser:
    browser = WebBrowser(running.url)
    secret = running.receiver.users.add_link(f"the {role.value}", role, studies)
    browser.open(f"/web/enter/{secret}")
    return browser


@pytest.fixture
def admin(running: Running) -> Iterator[WebBrowser]:
    with browser_of(running, Role.ADMIN) as browser:
        yield browser


def take_of(device: EnrolledDevice, participant: str, study: str | None, minute: int) -> Take:
    made = make_take(device.id, [scene_part(30)], started=STARTED + timedelta(minutes=minute))
    whose: Json = {"participant": participant, "study": study}
    return Take(
        {**made.session, **whose, "room": "B 2"},
        {**made.announcement, **whose},
        made.pieces,
        {**made.manifest, **whose},
    ).signed(device.key)


@pytest.fixture
def takes(device: EnrolledDevice) -> list[Take]:
    """Three sessions: two participants of one study, and one of another who has only begun."""
    made = [
        take_of(device, "P-1", "smiles", 0),
        take_of(device, "P-2", "smiles", 1),
        take_of(device, "100%_B", "babies", 2),
    ]
    for each in made[:2]:
        device.client.send(each)
    device.client.announce(made[2])
    return made


def found(running: Running, **asked: str) -> list[str]:
    entries = search(running.receiver.database, Asked(**asked), None, 50).entries
    return [each.participant for each in entries]


def test_sessions_are_found_by_what_one_remembers(running: Running, takes: list[Take]) -> None:
    assert found(running) == ["100%_B", "P-2", "P-1"]
    assert found(running, text="p-") == ["P-2", "P-1"]
    # What databases take for wildcards is text here.
    assert found(running, text="%") == ["100%_B"]
    assert found(running, text="P_1") == []
    assert found(running, text=takes[1].session_id[:18].upper()) == ["P-2"]
    assert found(running, study="babies") == ["100%_B"]
    assert found(running, device=takes[0].announcement["device"]) == ["100%_B", "P-2", "P-1"]
    assert found(running, device="another") == []


def test_incomplete_sessions_are_found(
    running: Running, device: EnrolledDevice, takes: list[Take]
) -> None:
    closing = running.receiver.closing
    closing.close(takes[0].session_id, 1, "user:ann")
    assert (found(running, state="closed"), found(running, state="incomplete")) == (["P-1"], [])
    closing.close(takes[1].session_id, 2, "user:ann")
    closing.close(takes[2].session_id, 1, "user:ann")

    assert found(running, state="incomplete") == ["100%_B", "P-2"]
    assert found(running, state="open") == []


def test_pages_follow_one_another(running: Running, takes: list[Take]) -> None:
    first = search(running.receiver.database, Asked(), None, 2)
    second = search(running.receiver.database, Asked(), first.next, 2)

    assert [each.participant for each in first.entries] == ["100%_B", "P-2"]
    assert [each.participant for each in second.entries] == ["P-1"]
    assert second.next is None


def test_whoever_sees_some_studies_finds_theirs_only(running: Running, takes: list[Take]) -> None:
    with browser_of(running, Role.VIEWER, frozenset({"babies"})) as browser:
        page = browser.open("/web/sessions").text
        assert "100%_B" in page
        assert "P-1" not in page
        assert "smiles" not in page
        assert browser.open(f"/web/sessions/{takes[0].session_id}").status_code == 404
        assert browser.open(f"/web/sessions/{takes[2].session_id}").status_code == 200


def test_a_session_tells_what_is_missing_and_what_was_noted(
    admin: WebBrowser, takes: list[Take]
) -> None:
    path = f"/web/sessions/{takes[0].session_id}"
    said = admin.submit(f"{path}/close", expected="3")

    assert "What is missing of it is listed below" in said.text
    assert "2 recordings of 3 never came" in said.text
    assert "made them may still bring them" in said.text
    assert "B 2" in said.text
    assert f'href="/web/upload?session={takes[0].session_id}"' in said.text
    # It is said once.
    assert "What is missing of it is listed below" not in admin.open(path).text
    assert admin.submit(f"{path}/close", expected="-1").status_code == 400
    assert "made it may still bring it" in admin.submit(f"{path}/close", expected="2").text


def test_a_page_that_is_not_there_says_so_without_the_words_of_a_program(
    admin: WebBrowser,
) -> None:
    lost = admin.open("/web/nowhere")

    assert lost.status_code == 404
    assert "No page has this address." in lost.text
    assert "URL" not in lost.text
    assert "GET" not in lost.text


def test_a_session_is_held_and_let_go(
    running: Running, admin: WebBrowser, takes: list[Take]
) -> None:
    path = f"/web/sessions/{takes[0].session_id}"
    assert "a question is open" in admin.submit(f"{path}/hold", reason="a question is open").text
    assert running.receiver.retention.held(takes[0].session_id) == "a question is open"
    admin.submit(f"{path}/release")
    assert running.receiver.retention.held(takes[0].session_id) is None


def test_a_withdrawal_shows_what_goes_and_then_it_goes(
    running: Running, admin: WebBrowser, takes: list[Take]
) -> None:
    take = takes[0]
    path = f"/web/sessions/{take.session_id}/withdraw"
    folder = running.receiver.data.session_folder(take.session_id)
    goes = running.receiver.withdrawal_preview.of_session(take.session_id)
    assert (goes.recordings, goes.segments) == ((take.id,), len(take.pieces))
    assert goes.size_bytes == sum(len(piece.data) for piece in take.pieces)

    preview = admin.open(path)
    assert take.session_id in preview.text
    assert "cannot be undone" in preview.text
    unsure = admin.submit(path, reason="asked for")
    assert (unsure.status_code, folder.exists()) == (400, True)

    done = admin.submit(path, reason="asked for", sure="yes")

    assert done.url.endswith("/web/withdrawals")
    assert "asked for" in done.text
    assert "P-1" not in done.text
    assert not folder.exists()
    assert admin.open(f"/web/sessions/{take.session_id}").status_code == 410
    assert found(running, text="P-") == ["P-2"]


def test_a_participant_is_withdrawn_with_all_sessions(
    running: Running, admin: WebBrowser, device: EnrolledDevice, takes: list[Take]
) -> None:
    again = take_of(device, "P-1", "smiles", 5)
    device.client.send(again)
    path = f"/web/sessions/{takes[0].session_id}/withdraw"
    preview = admin.open(f"{path}?whole=participant").text
    assert takes[0].session_id in preview
    assert again.session_id in preview
    assert takes[1].session_id not in preview

    admin.submit(path, whole="participant", sure="yes")

    assert found(running) == ["100%_B", "P-2"]
    late = take_of(device, "P-1", "smiles", 9)
    answer = device.client.call("PUT", f"/api/v1/sessions/{late.session_id}", json=late.session)
    assert answer.status_code == 410


def test_an_old_session_is_chosen_on_the_page_that_uploads_into_it(
    monkeypatch: pytest.MonkeyPatch, running: Running, admin: WebBrowser, takes: list[Take]
) -> None:
    monkeypatch.setattr(uploading, "SESSIONS_SHOWN", 1)
    chosen = f'<option value="{takes[0].session_id}" selected>'
    path = f"/web/upload?session={takes[0].session_id}"
    assert chosen in admin.open(path).text
    assert "selected" not in admin.open("/web/upload?session=nothing").text
    with browser_of(running, Role.OPERATOR, frozenset({"babies"})) as another:
        page = another.open(path).text
        assert takes[0].session_id not in page
        assert takes[2].session_id in page


def test_a_viewer_is_offered_nothing_that_changes(running: Running, takes: list[Take]) -> None:
    with browser_of(running, Role.VIEWER) as browser:
        page = browser.open(f"/web/sessions/{takes[0].session_id}").text
        assert "Withdraw" not in page
        assert "Close the session" not in page
