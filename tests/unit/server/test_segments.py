"""The segment PUT: durable chunks in any order, digests, and everything that it refuses."""

import hashlib
import threading
from collections.abc import Iterator

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.ids import new_id
from holdfast.protocol import PROBLEMS, segment_path, segments_status_path
from server.receiver import open_receiver
from tests.support.received import STARTED, Take, make_take
from tests.support.receiver_client import Client, EnrolledDevice, digest_header
from tests.unit.server.conftest import Running

WHOLE = hashlib.shake_256(b"a segment").digest(300_000)
OTHER = hashlib.shake_256(b"another").digest(300_000)


def problem(answer: requests.Response, code: str) -> dict[str, object]:
    """The body of an error answer, which must be the one of the wire's table."""
    body: dict[str, object] = answer.json()
    assert body["code"] == code, body
    assert answer.status_code == body["status"] == PROBLEMS[code].status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Holdfast-Protocol"] == "1"
    return body


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [])
    device.client.announce(made)
    return made


def status(client: Client, take: Take, number: int = 0) -> dict[str, object]:
    return client.get(segment_path(take.id, number))


def stored(running: Running, take: Take, number: int = 0) -> bytes:
    return running.receiver.data.recording(take.session_id, take.id).segment(number).read_bytes()


def incoming(running: Running) -> list[str]:
    return [path.name for path in running.receiver.data.incoming.iterdir()]


def test_a_whole_segment_is_one_request(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    headers = {"Content-Digest": digest_header(WHOLE), "Repr-Digest": digest_header(WHOLE)}

    answer = device.client.call("PUT", segment_path(take.id, 0), data=WHOLE, headers=headers)

    assert answer.status_code == 201
    assert answer.json() == {
        "size_bytes": len(WHOLE),
        "sha256": hashlib.sha256(WHOLE).hexdigest(),
        "missing": [],
        "complete": True,
    }
    assert stored(running, take) == WHOLE
    assert incoming(running) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_chunks_arrive_in_any_order(
    running: Running, device: EnrolledDevice, take: Take, order: tuple[int, ...]
) -> None:
    chunks = [(0, 99_999), (100_000, 249_999), (250_000, 299_999)]
    statuses = []
    for index in order:
        answer = device.client.put_chunk(take.id, 0, WHOLE, *chunks[index])
        statuses.append(answer.status_code)
        assert answer.json() == status(device.client, take)

    assert statuses == [200, 200, 201]
    assert stored(running, take) == WHOLE


def test_the_answer_tells_what_is_missing(device: EnrolledDevice, take: Take) -> None:
    answer = device.client.put_chunk(take.id, 0, WHOLE, 100_000, 199_999)

    assert answer.json()["missing"] == [[0, 99_999], [200_000, 299_999]]
    assert answer.json()["complete"] is False


@given(cuts=st.lists(st.tuples(st.integers(0, 2999), st.integers(1, 1200)), min_size=1, max_size=8))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_overlapping_chunks_end_in_the_same_bytes(
    running: Running, device: EnrolledDevice, take: Take, cuts: list[tuple[int, int]]
) -> None:
    whole = WHOLE[:3000]
    fresh = make_take(device.id, [], session=take.session_id)
    device.client.announce(Take(take.session, fresh.announcement, (), fresh.manifest))
    for first, length in [*cuts, (0, 3000)]:
        last = min(first + length, 3000) - 1
        answer = device.client.put_chunk(fresh.id, 0, whole, first, last)
        assert answer.status_code in (200, 201), answer.text

    folder = running.receiver.data.recording(take.session_id, fresh.id)
    assert folder.segment(0).read_bytes() == whole


def test_parallel_writers_of_one_segment_agree(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    answers: list[int] = []

    def send(first: int) -> None:
        client = Client(running.url, device.client.token)
        for start in range(first, 300_000, 60_000):
            answer = client.put_chunk(take.id, 0, WHOLE, start, start + 29_999)
            answers.append(answer.status_code)

    threads = [threading.Thread(target=send, args=(first,)) for first in (0, 30_000, 0, 30_000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers.count(201) == 1
    assert set(answers) == {200, 201}
    assert stored(running, take) == WHOLE


def test_a_chunk_sent_again_changes_nothing(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    for _ in range(2):
        answer = device.client.put_chunk(take.id, 0, WHOLE, 0, 99_999)
        assert answer.status_code == 200
    device.client.put_chunk(take.id, 0, WHOLE)
    again = device.client.put_chunk(take.id, 0, WHOLE, 0, 99_999)

    assert (again.status_code, again.json()["complete"]) == (200, True)
    assert stored(running, take) == WHOLE
    assert running.receiver.custody.stored_bytes() == len(WHOLE)


def test_other_bytes_at_the_same_place_are_refused(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    device.client.put_chunk(take.id, 0, WHOLE, 0, 99_999)
    headers = {
        "Content-Digest": digest_header(OTHER[:100_000]),
        "Repr-Digest": digest_header(WHOLE),
        "Content-Range": "bytes 0-99999/300000",
    }

    def send() -> requests.Response:
        path = segment_path(take.id, 0)
        return device.client.call("PUT", path, data=OTHER[:100_000], headers=headers)

    problem(send(), "conflict")
    device.client.put_chunk(take.id, 0, WHOLE, 100_000)
    problem(send(), "conflict")
    assert stored(running, take) == WHOLE


@pytest.mark.parametrize(
    "other", [OTHER, WHOLE[:-1], WHOLE + b"x"], ids=["digest", "shorter", "longer"]
)
def test_the_first_chunk_fixes_size_and_digest(
    device: EnrolledDevice, take: Take, other: bytes
) -> None:
    device.client.put_chunk(take.id, 0, WHOLE, 0, 99_999)
    before = status(device.client, take)

    problem(device.client.put_chunk(take.id, 0, other, 100_000, 199_999), "conflict")

    assert status(device.client, take) == before


def test_a_chunk_that_does_not_match_its_digest_stores_nothing(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    headers = {"Content-Digest": digest_header(OTHER), "Repr-Digest": digest_header(WHOLE)}

    answer = device.client.call("PUT", segment_path(take.id, 0), data=WHOLE, headers=headers)

    problem(answer, "digest_mismatch")
    problem(device.client.call("GET", segment_path(take.id, 0)), "unknown_segment")
    assert incoming(running) == []


def test_a_whole_that_does_not_match_is_dropped_and_can_be_sent_again(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    def send(data: bytes, first: int) -> requests.Response:
        headers = {
            "Content-Digest": digest_header(data),
            "Repr-Digest": digest_header(WHOLE),
            "Content-Range": f"bytes {first}-{first + len(data) - 1}/300000",
        }
        return device.client.call("PUT", segment_path(take.id, 0), data=data, headers=headers)

    assert send(WHOLE[:100_000], 0).status_code == 200
    problem(send(OTHER[100_000:], 100_000), "segment_mismatch")
    problem(device.client.call("GET", segment_path(take.id, 0)), "unknown_segment")
    assert incoming(running) == []
    problem(send(OTHER, 0), "segment_mismatch")

    assert send(WHOLE, 0).status_code == 201
    assert stored(running, take) == WHOLE


@pytest.mark.parametrize("missing", ["Content-Digest", "Repr-Digest"])
@pytest.mark.parametrize("value", [None, "sha-512=:AAAA:", "sha-256=:AAAA:", "nonsense"])
def test_both_digests_are_required(
    device: EnrolledDevice, take: Take, missing: str, value: str | None
) -> None:
    headers = {"Content-Digest": digest_header(WHOLE), "Repr-Digest": digest_header(WHOLE)}
    if value is None:
        del headers[missing]
    else:
        headers[missing] = value

    answer = device.client.call("PUT", segment_path(take.id, 0), data=WHOLE, headers=headers)

    problem(answer, "digest_required")


@pytest.mark.parametrize(
    "given_range",
    ["bytes 0-9/10", "bytes 5-4/300000", "bytes 0-299999/299999", "bytes */5", "items 0-1/2", ""],
)
def test_a_range_that_does_not_fit_is_refused(
    device: EnrolledDevice, take: Take, given_range: str
) -> None:
    headers = {
        "Content-Digest": digest_header(WHOLE),
        "Repr-Digest": digest_header(WHOLE),
        "Content-Range": given_range,
    }

    answer = device.client.call("PUT", segment_path(take.id, 0), data=WHOLE, headers=headers)

    problem(answer, "bad_range")


def test_an_empty_body_is_refused(device: EnrolledDevice, take: Take) -> None:
    headers = {
        "Content-Digest": digest_header(b""),
        "Repr-Digest": digest_header(b""),
        "Content-Length": "0",
    }

    answer = device.client.call("PUT", segment_path(take.id, 0), data=b"", headers=headers)

    problem(answer, "bad_range")


def test_a_body_without_length_is_refused(device: EnrolledDevice, take: Take) -> None:
    def pieces() -> Iterator[bytes]:
        yield WHOLE

    headers = {"Content-Digest": digest_header(WHOLE), "Repr-Digest": digest_header(WHOLE)}

    answer = device.client.call("PUT", segment_path(take.id, 0), data=pieces(), headers=headers)

    problem(answer, "length_required")


@pytest.mark.parametrize(
    "header",
    [{"Content-Encoding": "gzip"}, {"Content-Type": "multipart/form-data; boundary=x"}],
    ids=["compressed", "form"],
)
def test_only_raw_bodies_are_taken(
    device: EnrolledDevice, take: Take, header: dict[str, str]
) -> None:
    headers = {
        "Content-Digest": digest_header(WHOLE),
        "Repr-Digest": digest_header(WHOLE),
        **header,
    }

    answer = device.client.call("PUT", segment_path(take.id, 0), data=WHOLE, headers=headers)

    problem(answer, "unsupported_media")


@pytest.mark.parametrize("size", [(1 << 20) + 1, 5 << 20], ids=["by us", "by waitress"])
def test_a_body_over_the_limit_names_the_limit(
    device: EnrolledDevice, take: Take, size: int
) -> None:
    body = bytes(size)

    try:
        answer = device.client.put_chunk(take.id, 0, body)
    except requests.ConnectionError:
        # The server may close before all of a hopeless body was sent.
        assert size == 5 << 20
        return

    assert problem(answer, "too_large")["limit"] == 1 << 20


def test_a_segment_over_the_limit_names_the_limit(device: EnrolledDevice, take: Take) -> None:
    answer = device.client.put_chunk(take.id, 0, bytes((4 << 20) + 1), 0, 99)

    assert problem(answer, "too_large")["limit"] == 4 << 20


def test_status_of_many_tells_unknown_and_foreign_ones_alike(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    device.client.put_chunk(take.id, 3, WHOLE, 0, 99_999)
    other = running.device()
    asked = [
        {"recording": take.id, "segment": 3},
        {"recording": take.id, "segment": 4},
        {"recording": new_id(STARTED), "segment": 0},
    ]

    def ask(client: Client) -> list[dict[str, object]]:
        answer = client.call("POST", segments_status_path(), json={"segments": asked})
        found: list[dict[str, object]] = answer.json()["segments"]
        return found

    own = ask(device.client)
    assert own[0]["missing"] == [[100_000, 299_999]]
    nothing: dict[str, object] = {
        "size_bytes": None,
        "sha256": None,
        "missing": [],
        "complete": False,
    }
    assert own[1:] == [{**asked[1], **nothing}, {**asked[2], **nothing}]
    assert ask(other.client) == [{**each, **nothing} for each in asked]


def test_a_chunk_survives_a_new_start(running: Running, device: EnrolledDevice, take: Take) -> None:
    device.client.put_chunk(take.id, 0, WHOLE, 0, 99_999)
    data = running.receiver.data
    (data.incoming / f"{take.id}.7").write_bytes(b"bytes that no row speaks of")

    reopened = open_receiver(data, running.clock, running.engines)
    reopened.heal()
    reopened.close()

    assert incoming(running) == [f"{take.id}.0"]
    assert device.client.put_chunk(take.id, 0, WHOLE, 100_000).status_code == 201
    assert stored(running, take) == WHOLE


@pytest.mark.parametrize("how", ["start", "status", "many", "put"])
@pytest.mark.parametrize("row", ["open", "none"])
def test_a_rename_that_lost_its_row_is_taken_up(
    running: Running, device: EnrolledDevice, take: Take, how: str, row: str
) -> None:
    device.client.put_chunk(take.id, 0, WHOLE)
    final = running.receiver.data.recording(take.session_id, take.id).segment(0)
    # A rename is a link and an unlink; the crash came between the two.
    running.receiver.data.incoming_segment(take.id, 0).hardlink_to(final)
    with running.receiver.database.engine.begin() as connection:
        change = "DELETE FROM segments" if row == "none" else "UPDATE segments SET state = 'open'"
        connection.exec_driver_sql(change)

    if how == "start":
        running.receiver.heal()
    elif how == "put":
        assert device.client.put_chunk(take.id, 0, WHOLE, 0, 9).json()["complete"] is True
    elif how == "many":
        asked = {"segments": [{"recording": take.id, "segment": 0}]}
        answer = device.client.call("POST", segments_status_path(), json=asked).json()
        assert answer["segments"][0]["complete"] is True
    assert status(device.client, take)["complete"] is True
    assert stored(running, take) == WHOLE
    assert incoming(running) == []
    assert running.receiver.custody.stored_bytes() == len(WHOLE)


@pytest.mark.parametrize("last", [4, 9])
def test_acknowledged_bytes_that_are_gone_are_asked_for_again(
    running: Running, device: EnrolledDevice, take: Take, last: int
) -> None:
    whole = b"0123456789"
    device.client.put_chunk(take.id, 0, whole, 0, 4)
    running.receiver.data.incoming_segment(take.id, 0).unlink()

    # The hash of the first bytes is remembered: what counts is that they are not there.
    answer = device.client.put_chunk(take.id, 0, whole, 0 if last == 4 else 5, last)

    problem(answer, "segment_mismatch")
    assert incoming(running) == []
    assert device.client.put_chunk(take.id, 0, whole).status_code == 201
    assert stored(running, take) == whole


def test_a_start_forgets_rows_whose_bytes_are_gone(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    whole = b"0123456789"
    for number in (0, 1):
        device.client.put_chunk(take.id, number, whole, 0, 4)
    for number in (2, 3):
        device.client.put_chunk(take.id, number, whole)
    running.receiver.data.incoming_segment(take.id, 0).unlink()
    running.receiver.data.recording(take.session_id, take.id).segment(2).unlink()

    running.receiver.heal()

    assert device.client.call("GET", segment_path(take.id, 0)).status_code == 404
    assert status(device.client, take, 1)["missing"] == [[5, 9]]
    assert device.client.call("GET", segment_path(take.id, 2)).status_code == 404
    assert status(device.client, take, 3)["complete"] is True


def test_a_segment_of_an_unknown_recording_is_refused(device: EnrolledDevice) -> None:
    problem(device.client.put_chunk(new_id(STARTED), 0, WHOLE), "unknown_recording")
