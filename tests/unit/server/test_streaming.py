"""Long requests of tus: what arrived before a cut is kept, and only the end is answered."""

import hashlib
import socket
from urllib.parse import urlsplit

from server.streaming import PIECE_BYTES
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_tus import call, created, offset, patch, refused, stored

LONG = b"\0\0\0\x18ftypisom" + hashlib.shake_256(b"long").digest(3 * PIECE_BYTES + 4321)


def connected(running: Running) -> socket.socket:
    where = urlsplit(running.url)
    return socket.create_connection((where.hostname or "", where.port or 0), timeout=30)


def head(device: EnrolledDevice, path: str, length: int, at: int = 0, more: str = "") -> bytes:
    return (
        f"PATCH {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {device.client.token}\r\n"
        "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\n"
        f"Upload-Offset: {at}\r\nContent-Length: {length}\r\n{more}\r\n"
    ).encode()


def read_all(connection: socket.socket) -> bytes:
    found = b""
    while block := connection.recv(1 << 16):
        found += block
    return found


def test_one_request_for_all_has_one_answer(running: Running, device: EnrolledDevice) -> None:
    path = created(device, len(LONG))

    answer = patch(device, path, 0, LONG)

    # More than one request may have: the pieces are taken one by one.
    assert len(LONG) > 1 << 20
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(len(LONG)))
    assert stored(running, answer.headers["Holdfast-Recording"]) == LONG


def test_the_connection_can_be_used_again(running: Running, device: EnrolledDevice) -> None:
    path = created(device, len(LONG))
    half = 2 * PIECE_BYTES + 5
    with connected(running) as connection:
        connection.sendall(head(device, path, half) + LONG[:half])
        connection.sendall(
            head(device, path, len(LONG) - half, half, "Connection: close\r\n") + LONG[half:]
        )
        answers = read_all(connection)

    assert answers.count(b"HTTP/1.1 204 ") == 2
    assert answers.count(b"HTTP/1.1 ") == 2
    assert offset(device, path) == len(LONG)


def test_what_arrived_before_a_cut_is_kept(running: Running, device: EnrolledDevice) -> None:
    path = created(device, len(LONG))
    with connected(running) as connection:
        connection.sendall(head(device, path, len(LONG)) + LONG[: 2 * PIECE_BYTES + 77])
        # The connection breaks, but not before what it brought was looked at.
        while offset(device, path) < 2 * PIECE_BYTES:
            pass
    assert offset(device, path) == 2 * PIECE_BYTES

    rest = patch(device, path, 2 * PIECE_BYTES, LONG[2 * PIECE_BYTES :])

    assert rest.status_code == 204
    assert stored(running, rest.headers["Holdfast-Recording"]) == LONG


def test_a_connection_that_hangs_keeps_nobody_from_going_on(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device, len(LONG))
    with connected(running) as dead:
        dead.sendall(head(device, path, len(LONG)) + LONG[: PIECE_BYTES + 77])
        while offset(device, path) < PIECE_BYTES:
            pass
        answer = patch(device, path, PIECE_BYTES, LONG[PIECE_BYTES:])
        assert answer.status_code == 204
        # What was dead comes back, with what is here already.
        dead.sendall(LONG[PIECE_BYTES + 77 :])
        dead.shutdown(socket.SHUT_WR)
        assert dead.recv(12) == b"HTTP/1.1 409"

    assert stored(running, answer.headers["Holdfast-Recording"]) == LONG


def test_a_refusal_is_answered_after_a_short_rest(running: Running, device: EnrolledDevice) -> None:
    path = created(device, len(LONG))

    refused(patch(device, path, 5, LONG), "conflict")
    refused(patch(device, f"{path[:-4]}abcd", 0, LONG), "unknown_upload")
    assert offset(device, path) == 0
    assert call(device, "DELETE", path).status_code == 204


def test_after_a_refusal_a_long_rest_is_not_waited_for(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device, len(LONG))
    with connected(running) as connection:
        connection.sendall(head(device, path, 1 << 30, 5) + LONG[: PIECE_BYTES + 1])
        answer = connection.recv(1 << 16)

    assert answer.startswith(b"HTTP/1.1 409 ")
    assert b"Connection: close" in answer


def test_what_must_be_compared_first_stays_whole(running: Running, device: EnrolledDevice) -> None:
    path = created(device, len(LONG))
    with connected(running) as connection:
        connection.sendall(head(device, path, len(LONG), 0, "Upload-Checksum: sha1 x\r\n"))
        assert connection.recv(12) == b"HTTP/1.1 413"

    assert offset(device, path) == 0


def test_other_long_requests_stay_whole(device: EnrolledDevice) -> None:
    answer = device.client.call("PATCH", "/api/v1/receiver", data=LONG)

    assert answer.json()["code"] == "too_large"
