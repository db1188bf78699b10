"""tus 1.0 on the wire, word by word as its specification has it."""

import base64
import hashlib
import http.client
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests

from holdfast.protocol import PROBLEMS, segment_path
from server.db.models import ImportRow
from server.domain.import_values import KEPT
from tests.support.received import Take, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

UPLOADS = "/api/v1/uploads"
TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}
FILE = b"\0\0\0\x18ftypisom" + hashlib.shake_256(b"a file").digest(300_000)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def call(
    device: EnrolledDevice, method: str, path: str, data: bytes = b"", /, **headers: str
) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = device.client.call(method, path, headers={**TUS, **named}, data=data)
    assert answer.headers["Tus-Resumable"] == "1.0.0"
    return answer


def created(device: EnrolledDevice, size_bytes: int = len(FILE), **headers: str) -> str:
    answer = call(device, "POST", UPLOADS, Upload_Length=str(size_bytes), **headers)
    assert (answer.status_code, answer.content) == (201, b"")
    return answer.headers["Location"]


def created_as_segment(device: EnrolledDevice, number: int) -> tuple[Take, str]:
    """An upload that is to be this segment of a recording that was announced."""
    take = make_take(device.id, [])
    device.client.announce(take)
    pairs = f"recording {encoded(take.id)},segment {encoded(str(number))}"
    return take, created(device, Upload_Metadata=pairs)


def patch(
    device: EnrolledDevice, path: str, offset: int, data: bytes, **headers: str
) -> requests.Response:
    return call(
        device,
        "PATCH",
        path,
        data,
        Upload_Offset=str(offset),
        Content_Type="application/offset+octet-stream",
        **headers,
    )


def offset(device: EnrolledDevice, path: str) -> int:
    answer = call(device, "HEAD", path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    return int(answer.headers["Upload-Offset"])


def refused(answer: requests.Response, code: str) -> None:
    assert answer.status_code == PROBLEMS[code].status, answer.text
    assert answer.json()["code"] == code


def stored(running: Running, recording: str, number: int = 0) -> bytes:
    row = running.receiver.custody.row(recording, None)
    return running.receiver.data.recording(row.session, recording).segment(number).read_bytes()


def test_it_says_what_it_can_do_to_anybody(running: Running) -> None:
    answer = requests.options(running.url + UPLOADS, timeout=30)

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Max-Size"] == str(4 << 20)
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"
    assert set(answer.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "creation-defer-length",
        "checksum",
        "termination",
        "expiration",
        "concatenation",
    }


def test_a_file_in_pieces_becomes_a_recording(running: Running, device: EnrolledDevice) -> None:
    name = f"filename {encoded('Grüße.mp4')},participant {encoded('P-017')},is_private"
    path = created(device, Upload_Metadata=name)
    recording = call(device, "HEAD", path).headers["Holdfast-Recording"]

    first = patch(device, path, 0, FILE[:100_000])
    assert (first.status_code, first.content) == (204, b"")
    assert first.headers["Upload-Offset"] == "100000" == str(offset(device, path))
    head = call(device, "HEAD", path).headers
    assert (head["Upload-Length"], head["Upload-Metadata"]) == (str(len(FILE)), name)
    second = patch(device, path, 100_000, FILE[100_000:])
    assert second.headers["Upload-Offset"] == str(len(FILE))

    assert offset(device, path) == len(FILE)
    assert stored(running, recording) == FILE
    view = device.client.get(f"/api/v1/recordings/{recording}")
    assert (view["participant"], view["custody"]["verified"]) == ("P-017", True)
    row = running.receiver.custody.row(recording, None)
    assert row.announcement["footage"]["name"] == "Grüße.mp4"


def test_the_connection_stays_after_an_answer_without_a_body(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device)
    connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=30)
    token = {"Authorization": f"Bearer {device.client.token}", **BYTES}
    sockets = set()
    for start in (0, 100_000, 200_000):
        piece = FILE[start : start + 100_000]
        connection.request("PATCH", path, piece, {**token, "Upload-Offset": str(start)})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (204, b"")
        sockets.add(connection.sock)
    connection.close()

    assert len(sockets) == 1
    assert None not in sockets


def test_a_client_that_wants_the_connection_closed_has_it_closed(
    running: Running, device: EnrolledDevice
) -> None:
    answer = patch(device, created(device), 0, FILE[:10], Connection="close")

    assert (answer.status_code, answer.headers["Connection"]) == (204, "close")


def test_a_wrong_offset_changes_nothing(device: EnrolledDevice) -> None:
    path = created(device)
    patch(device, path, 0, FILE[:1000])

    for wrong in (0, 999, 1001):
        refused(patch(device, path, wrong, FILE[wrong : wrong + 10]), "conflict")
    assert offset(device, path) == 1000
    refused(patch(device, path, 1000, FILE[1000:] + b"x"), "bad_range")
    assert offset(device, path) == 1000


def test_a_wrong_version_is_refused_with_the_right_one(device: EnrolledDevice) -> None:
    for headers in ({}, {"Tus-Resumable": "0.2.2"}):
        answer = device.client.call("POST", UPLOADS, headers={**headers, "Upload-Length": "5"})
        refused(answer, "tus_version")
        assert answer.headers["Tus-Version"] == "1.0.0"


NO_UPLOADS: list[dict[str, str]] = [
    {},
    {"Upload_Length": "-1"},
    {"Upload_Length": "5", "Upload_Defer_Length": "1"},
    {"Upload_Defer_Length": "2"},
    {"Upload_Length": "five"},
    {"Upload_Length": "0"},
    {"Upload_Length": "5", "Upload_Metadata": "filename not-base64!"},
    {"Upload_Length": "5", "Upload_Metadata": "a YQ==,a Yg=="},
    {"Upload_Length": "5", "Upload_Metadata": "name /w=="},
    {"Upload_Length": "5", "Upload_Metadata": f"recording {encoded('../../etc')}"},
    {"Upload_Length": "5", "Upload_Metadata": f"segment {encoded('1')}"},
    {"Upload_Length": "5", "Upload_Metadata": f"session {encoded('x')}"},
    {"Upload_Length": "5", "Upload_Metadata": f"sha256 {encoded('x')}"},
    {"Upload_Length": "5", "Upload_Concat": "whole"},
    {"Upload_Concat": "final;"},
    {"Upload_Concat": "final;/files/../x"},
]


def test_what_is_no_upload_is_refused(running: Running, device: EnrolledDevice) -> None:
    for headers in NO_UPLOADS:
        refused(call(device, "POST", UPLOADS, **headers), "bad_request")
    assert list(running.receiver.data.sessions.iterdir()) == []


def test_too_large_is_said_before_anything_is_sent(device: EnrolledDevice) -> None:
    answer = call(device, "POST", UPLOADS, Upload_Length=str((4 << 20) + 1))
    refused(answer, "too_large")
    assert answer.json()["limit"] == 4 << 20

    path = created(device, 4 << 20)
    # What must be compared before any of it is stored is taken whole, or not at all.
    headers = {**BYTES, "Upload-Offset": "0", "Upload-Checksum": "sha1 x"}
    answer = device.client.call("PATCH", path, headers=headers, data=bytes((1 << 20) + 1))
    refused(answer, "too_large")
    assert answer.json()["limit"] == 1 << 20


def test_an_empty_metadata_header_is_none_at_all(device: EnrolledDevice) -> None:
    path = created(device, Upload_Metadata="")

    assert "Upload-Metadata" not in call(device, "HEAD", path).headers


def test_creation_with_upload_is_one_request(running: Running, device: EnrolledDevice) -> None:
    answer = call(
        device,
        "POST",
        UPLOADS,
        FILE,
        Upload_Length=str(len(FILE)),
        Content_Type="application/offset+octet-stream",
    )

    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(FILE)))
    assert stored(running, answer.headers["Holdfast-Recording"]) == FILE
    assert offset(device, answer.headers["Location"]) == len(FILE)


def test_a_length_may_come_late(running: Running, device: EnrolledDevice) -> None:
    answer = call(device, "POST", UPLOADS, Upload_Defer_Length="1")
    path = answer.headers["Location"]
    patch(device, path, 0, FILE[:1000])
    head = call(device, "HEAD", path).headers
    assert (head["Upload-Defer-Length"], "Upload-Length" in head) == ("1", False)

    done = patch(device, path, 1000, FILE[1000:], Upload_Length=str(len(FILE)))

    assert done.status_code == 204
    assert stored(running, answer.headers["Holdfast-Recording"]) == FILE
    refused(patch(device, path, len(FILE), b"", Upload_Length="7"), "conflict")


def test_a_checksum_is_checked_before_anything_is_stored(device: EnrolledDevice) -> None:
    for algorithm in ("sha1", "sha256"):
        path = created(device)
        digest = base64.b64encode(hashlib.new(algorithm, FILE[:1000]).digest()).decode()

        wrong = patch(device, path, 0, FILE[:999], Upload_Checksum=f"{algorithm} {digest}")
        refused(wrong, "checksum_mismatch")
        assert wrong.status_code == 460
        assert offset(device, path) == 0
        right = patch(device, path, 0, FILE[:1000], Upload_Checksum=f"{algorithm} {digest}")
        assert (right.status_code, offset(device, path)) == (204, 1000)


def test_an_unknown_checksum_is_refused(device: EnrolledDevice) -> None:
    path = created(device)

    for checksum in ("md5 1B2M2Y8AsgTpgAmY7PhCfg==", "sha1 ???", "sha1"):
        answer = patch(device, path, 0, FILE[:10], Upload_Checksum=checksum)
        assert answer.status_code == (460 if checksum == "sha1" else 400)
    assert offset(device, path) == 0


def test_a_terminated_upload_is_gone(running: Running, device: EnrolledDevice) -> None:
    path = created(device)
    patch(device, path, 0, FILE[:1000])

    assert call(device, "DELETE", path).status_code == 204

    assert call(device, "HEAD", path).status_code == 404
    refused(call(device, "DELETE", path), "unknown_upload")
    refused(patch(device, path, 1000, FILE[1000:]), "unknown_upload")
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_what_became_a_recording_is_not_terminated_by_its_device(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device)
    recording = patch(device, path, 0, FILE).headers["Holdfast-Recording"]

    refused(call(device, "DELETE", path), "conflict")
    assert stored(running, recording) == FILE


def test_it_says_when_an_unfinished_upload_expires(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device)
    running.clock.advance(3600)

    answer = patch(device, path, 0, FILE[:1000])

    expires_at = parsedate_to_datetime(answer.headers["Upload-Expires"])
    assert expires_at == running.clock.now().replace(microsecond=0) + KEPT
    assert "Upload-Expires" not in patch(device, path, 1000, FILE[1000:]).headers


def test_parts_sent_side_by_side_are_concatenated(running: Running, device: EnrolledDevice) -> None:
    parts = []
    for piece in (FILE[:170_000], FILE[170_000:]):
        path = created(device, len(piece), Upload_Concat="partial")
        assert call(device, "HEAD", path).headers["Upload-Concat"] == "partial"
        assert patch(device, path, 0, piece).status_code == 204
        parts.append(path)

    # Clients send the address as they were given it, or with the host.
    concat = f"final;{parts[0]} {running.url}{parts[1]}"
    answer = call(device, "POST", UPLOADS, Upload_Concat=concat)

    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(FILE)))
    assert stored(running, answer.headers["Holdfast-Recording"]) == FILE
    head = call(device, "HEAD", answer.headers["Location"]).headers
    assert head["Upload-Concat"] == f"final;{parts[0]} {parts[1]}"
    assert head["Upload-Length"] == str(len(FILE))


def test_parts_of_another_device_are_not_joined(running: Running, device: EnrolledDevice) -> None:
    path = created(running.device(), 5, Upload_Concat="partial")

    refused(call(device, "POST", UPLOADS, Upload_Concat=f"final;{path}"), "unknown_upload")


def test_a_proxy_that_knows_no_patch_is_got_round(running: Running, device: EnrolledDevice) -> None:
    path = created(device)

    answer = call(
        device,
        "POST",
        path,
        FILE[:1000],
        X_HTTP_Method_Override="PATCH",
        Upload_Offset="0",
        Content_Type="application/offset+octet-stream",
    )
    assert (answer.status_code, offset(device, path)) == (204, 1000)
    assert call(device, "POST", path, X_HTTP_Method_Override="DELETE").status_code == 204
    assert call(device, "HEAD", path).status_code == 404
    elsewhere = device.client.call(
        "GET", "/api/v1/receiver", headers={"X-HTTP-Method-Override": "DELETE"}
    )
    assert elsewhere.status_code == 200


def test_an_upload_may_be_a_segment_of_a_recording(
    running: Running, device: EnrolledDevice
) -> None:
    take, path = created_as_segment(device, 7)
    answer = patch(device, path, 0, FILE)

    assert (answer.status_code, answer.headers["Holdfast-Recording"]) == (204, take.id)
    assert device.client.get(segment_path(take.id, 7))["complete"] is True
    assert stored(running, take.id, 7) == FILE


def test_other_types_compression_and_strangers_are_refused(
    running: Running, device: EnrolledDevice
) -> None:
    path = created(device)

    plain = call(device, "PATCH", path, b"x", Upload_Offset="0", Content_Type="text/plain")
    refused(plain, "unsupported_media")
    refused(patch(device, path, 0, b"x", Content_Encoding="gzip"), "unsupported_media")
    nobody = requests.patch(running.url + path, data=b"x", headers=BYTES, timeout=30)
    assert (nobody.status_code, nobody.headers["Tus-Resumable"]) == (401, "1.0.0")
    assert call(running.device(), "HEAD", path).status_code == 404
    assert offset(device, path) == 0


def test_a_file_of_a_few_bytes_is_a_file(running: Running, device: EnrolledDevice) -> None:
    path = created(device, 5)

    answer = patch(device, path, 0, b"bytes")

    assert answer.status_code == 204
    assert stored(running, answer.headers["Holdfast-Recording"]) == b"bytes"


def lose_what_is_on_its_way(running: Running) -> None:
    """As after a backup was put back, which has rows and whole files alone."""
    for each in running.receiver.data.incoming.iterdir():
        each.unlink()


def test_bytes_that_are_gone_are_never_made_up(running: Running, device: EnrolledDevice) -> None:
    path = created(device)
    patch(device, path, 0, FILE[:1000])
    lose_what_is_on_its_way(running)

    # Stored behind a hole, they would have become a film that begins with zeros.
    refused(patch(device, path, 1000, FILE[1000:]), "unknown_upload")

    assert call(device, "HEAD", path).status_code == 404
    assert list(running.receiver.data.recording_folders()) == []
    begun_again = patch(device, created(device), 0, FILE)
    assert stored(running, begun_again.headers["Holdfast-Recording"]) == FILE


def test_after_a_start_nothing_is_said_to_be_here_that_is_not(
    running: Running, device: EnrolledDevice
) -> None:
    lost, kept, fresh = created(device), created(device), created(device)
    patch(device, lost, 0, FILE[:1000])
    lose_what_is_on_its_way(running)
    patch(device, kept, 0, FILE[:1000])

    running.receiver.heal()

    assert call(device, "HEAD", lost).status_code == 404
    assert (offset(device, kept), offset(device, fresh)) == (1000, 0)


def test_a_segment_whose_bytes_are_gone_is_not_complete(
    running: Running, device: EnrolledDevice
) -> None:
    take, path = created_as_segment(device, 7)
    patch(device, path, 0, FILE[:-1])
    with running.receiver.database.writing() as session:
        # A crash came before the last byte made it a segment, and then the bytes went.
        session.get_one(ImportRow, path.rpartition("/")[2]).present = [[0, len(FILE) - 1]]
    lose_what_is_on_its_way(running)

    assert call(device, "HEAD", path).status_code == 404

    assert device.client.call("GET", segment_path(take.id, 7)).status_code == 404


def test_a_head_completes_what_a_crash_left_whole(running: Running, device: EnrolledDevice) -> None:
    path = created(device)
    imports = running.receiver.imports
    upload = path.rpartition("/")[2]
    patch(device, path, 0, FILE[:-1])
    with running.receiver.database.writing() as session:
        row = session.get_one(ImportRow, upload)
        row.completes_itself = False
    patch(device, path, len(FILE) - 1, FILE[-1:])
    assert not imports.status(upload, None).complete
    with running.receiver.database.writing() as session:
        session.get_one(ImportRow, upload).completes_itself = True

    recording = call(device, "HEAD", path).headers["Holdfast-Recording"]

    assert stored(running, recording) == FILE
