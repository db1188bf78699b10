"""Uploading whole files from a browser: who may, into which session, and only from our own page."""

import base64
from collections.abc import Iterator

import pytest
import requests

from holdfast.ids import new_id
from server.auth.policy import Role
from server.domain.audit import Wanted
from server.web.forms import HEADER
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.web_browser import WebBrowser
from tests.unit.server.conftest import Running

FILM = make_take("01a1f941-c700-7ece-9ce0-20060dc1ddb4", [scene_part(30)]).pieces[0].data
HALF = len(FILM) // 2
BYTES = "application/offset+octet-stream"


def browser_of(
    running: Running, name: str, role: Role, studies: frozenset[str] | None = None
) -> WebBrowser:
    browser = WebBrowser(running.url)
    browser.open(f"/web/enter/{running.receiver.users.add_link(name, role, studies)}")
    return browser


@pytest.fixture
def ann(running: Running) -> Iterator[WebBrowser]:
    with browser_of(running, "ann", Role.OPERATOR) as browser:
        yield browser


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


def send(
    browser: WebBrowser, method: str, path: str, data: bytes = b"", **headers: str
) -> requests.Response:
    """A request as tus-js-client in the page sends it; `_` in a header's name is `-`."""
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    told = {"Cookie": cookies, "Tus-Resumable": "1.0.0", HEADER: browser.secret}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(
        method, browser.url + path, headers={**told, **named}, data=data, timeout=30
    )


def begin(browser: WebBrowser, **metadata: str) -> requests.Response:
    pairs = {"filename": "clip.mp4", **metadata}
    told = ",".join(
        f"{key} {base64.b64encode(each.encode()).decode()}" for key, each in pairs.items()
    )
    return send(browser, "POST", "/web/uploads", Upload_Length=str(len(FILM)), Upload_Metadata=told)


def append(browser: WebBrowser, path: str, offset: int, data: bytes) -> requests.Response:
    return send(browser, "PATCH", path, data, Upload_Offset=str(offset), Content_Type=BYTES)


def test_a_file_in_two_pieces_becomes_a_recording_of_the_session(
    running: Running, ann: WebBrowser, take: Take
) -> None:
    begun = begin(ann, session=take.session_id, prompt="from the side")
    assert begun.status_code == 201, begun.text
    path = begun.headers["Location"]
    assert path.startswith("/web/uploads/")
    assert append(ann, path, 0, FILM[:HALF]).status_code == 204
    assert send(ann, "HEAD", path).headers["Upload-Offset"] == str(HALF)
    done = append(ann, path, HALF, FILM[HALF:])

    recording = done.headers["Holdfast-Recording"]
    (made,) = [
        each
        for each in running.receiver.custody.in_session(take.session_id)
        if each.id == recording
    ]
    assert (made.participant, made.prompt, made.state) == ("P-017", "from the side", "stored")
    assert ann.open(f"/web/recordings/{recording}/segments/0/video").content == FILM
    [noted] = running.receiver.audit.newest(Wanted(action="recording.uploaded"), 5)
    assert (noted.actor, noted.subject) == ("operator:ann", f"recording:{recording}")


def test_without_a_session_the_participant_gets_one(running: Running, ann: WebBrowser) -> None:
    path = begin(ann, participant="P-040").headers["Location"]
    recording = append(ann, path, 0, FILM).headers["Holdfast-Recording"]

    view = running.receiver.custody.view(recording, None)
    row = running.receiver.custody.row(recording, None)
    assert view.participant == "P-040"
    assert running.receiver.own_device.is_own(row.device)


def test_only_our_own_page_may_send(ann: WebBrowser) -> None:
    path = begin(ann).headers["Location"]
    ann.secret = "0" * 64

    assert begin(ann).status_code == 403
    assert append(ann, path, 0, FILM).status_code == 403
    assert send(ann, "DELETE", path).status_code == 403


def test_nobody_else_goes_on_with_an_upload(running: Running, ann: WebBrowser) -> None:
    path = begin(ann).headers["Location"]

    with browser_of(running, "bob", Role.ADMIN) as bob:
        assert send(bob, "HEAD", path).status_code == 404
        assert append(bob, path, 0, FILM).status_code == 404
        assert send(bob, "DELETE", path).status_code == 404
    assert send(ann, "DELETE", path).status_code == 204
    assert send(ann, "HEAD", path).status_code == 404


def test_what_a_device_began_is_not_for_the_page(ann: WebBrowser, device: EnrolledDevice) -> None:
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "10"}
    begun = device.client.call("POST", "/api/v1/uploads", headers)
    upload = begun.headers["Location"].rpartition("/")[2]

    assert append(ann, f"/web/uploads/{upload}", 0, b"0123456789").status_code == 404


def test_viewers_upload_nothing(running: Running) -> None:
    with browser_of(running, "eve", Role.VIEWER) as viewer:
        assert viewer.open("/web/upload").status_code == 403
        assert begin(viewer).status_code == 403


def test_an_operator_of_other_studies_cannot_reach_the_session(
    running: Running, take: Take
) -> None:
    with browser_of(running, "oda", Role.OPERATOR, frozenset({"babies"})) as operator:
        page = operator.open("/web/upload").text

        assert take.session_id not in page
        assert begin(operator, session=take.session_id).status_code == 404
        assert begin(operator).status_code == 403
        assert begin(operator, session=new_id(running.clock.now())).status_code == 404


def test_segments_are_not_sent_this_way(ann: WebBrowser, take: Take) -> None:
    assert begin(ann, recording=take.id, segment="0").status_code == 400
