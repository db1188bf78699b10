"""Lists of sessions and recordings: filters, pages, ETags; what the address may say."""

from datetime import timedelta

import pytest

from holdfast.protocol import API
from server.auth.policy import Role
from tests.support.manual_clock import EPOCH
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem


@pytest.fixture
def takes(device: EnrolledDevice) -> list[Take]:
    """Five recordings that were announced, oldest first; the last is stored."""
    made = [make_take(device.id, [], started=EPOCH + timedelta(seconds=n)) for n in range(4)]
    for take in made:
        device.client.announce(take)
    last = make_take(device.id, [scene_part(30)], started=EPOCH + timedelta(seconds=9))
    device.client.send(last.signed(device.key))
    return [*made, last]


@pytest.fixture
def reader(running: Running) -> Client:
    return running.user(Role.VIEWER)


def ids(reader: Client, query: str, what: str = "recordings") -> list[str]:
    listed = reader.get(f"{API}/{what}?{query}")[what]
    return [each[what.removesuffix("s")] for each in listed]


def test_pages_follow_each_other_and_hold_still(
    reader: Client, device: EnrolledDevice, takes: list[Take]
) -> None:
    first = reader.get(f"{API}/recordings?limit=2")
    late = make_take(device.id, [], started=EPOCH + timedelta(seconds=20))
    device.client.announce(late)
    second = reader.get(f"{API}/recordings?limit=2&cursor={first['next']}")
    third = reader.get(f"{API}/recordings?limit=2&cursor={second['next']}")

    pages = [first, second, third]
    seen = [each["recording"] for page in pages for each in page["recordings"]]
    assert seen == [take.id for take in reversed(takes)]
    assert third["next"] is None


def test_the_last_page_that_is_full_is_the_last(reader: Client, takes: list[Take]) -> None:
    assert reader.get(f"{API}/recordings?limit=5")["next"] is None
    assert reader.get(f"{API}/sessions?limit=5")["next"] is None


def test_recordings_are_found_by_what_is_known_of_them(
    running: Running, reader: Client, device: EnrolledDevice, takes: list[Take]
) -> None:
    stored, other = takes[-1], takes[1]
    elsewhere = running.device()
    foreign = make_take(elsewhere.id, [])
    elsewhere.client.announce(foreign)

    assert ids(reader, "state=stored") == [stored.id]
    assert ids(reader, f"session={other.session_id}") == [other.id]
    assert ids(reader, f"device={elsewhere.id}") == [foreign.id]
    assert len(ids(reader, f"participant={stored.announcement['participant']}")) == 6
    assert ids(reader, "participant=nobody") == []
    assert ids(reader, "study=none-such") == []
    assert len(ids(reader, "playable=false")) == 6
    assert ids(reader, "playable=true") == []


def test_sessions_are_found_by_what_is_known_of_them(
    running: Running, reader: Client, takes: list[Take]
) -> None:
    elsewhere = running.device()
    foreign = make_take(elsewhere.id, [])
    elsewhere.client.announce(foreign)

    assert ids(reader, f"device={elsewhere.id}", "sessions") == [foreign.session_id]
    assert ids(reader, "participant=nobody", "sessions") == []
    assert ids(reader, "limit=1", "sessions") == [
        max(each.session_id for each in [*takes, foreign])
    ]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=501",
        "limit=2.0",
        "limit=%D9%A5",
        "limit=",
        "cursor=x",
        "limit=1&limit=2",
        "state=lost",
        "playable=yes",
        "session=1",
        "participant=%00",
        "partcipant=P-017",
    ],
)
def test_what_an_address_says_is_understood_or_refused(reader: Client, query: str) -> None:
    problem(reader.call("GET", f"{API}/recordings?{query}"), "bad_request")


def test_a_session_named_in_another_alphabet_is_found(
    reader: Client, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    take.session["participant"] = "Ünal Ö’Brien"
    device.client.announce(take)

    assert ids(reader, "participant=%C3%9Cnal%20%C3%96%E2%80%99Brien", "sessions") == [
        take.session_id
    ]


def test_an_answer_that_has_not_changed_is_not_sent_again(
    reader: Client, device: EnrolledDevice, takes: list[Take]
) -> None:
    path = f"{API}/recordings/{takes[0].id}/annotations"
    tag = reader.call("GET", path).headers["ETag"]

    again = reader.call("GET", path, headers={"If-None-Match": tag})
    device.client.call("PUT", path, json={"format_version": 1, "version": 1})
    changed = reader.call("GET", path, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert (changed.status_code, changed.json()["version"]) == (200, 1)
