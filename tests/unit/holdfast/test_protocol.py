"""The wire: what one side writes the other reads, and nothing else is taken for it."""

import base64
import contextlib
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast import protocol
from holdfast.jsonform import FormatError
from holdfast.protocol import PROBLEMS, Retry
from tests.support.forms import digests, texts


@given(digests)
def test_a_digest_reads_back(sha256: str) -> None:
    assert protocol.parse_digest_field(protocol.digest_field(sha256)) == sha256


def test_a_digest_is_written_as_rfc_9530_says() -> None:
    # The example of RFC 9530, B.1, is this very body.
    body = b'{"hello": "world"}\n'

    field = protocol.digest_field(hashlib.sha256(body).hexdigest())

    assert field == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"


@given(digests)
def test_other_algorithms_are_passed_over(sha256: str) -> None:
    other = base64.b64encode(bytes(64)).decode()
    field = f"sha-512=:{other}:, {protocol.digest_field(sha256)}"

    assert protocol.parse_digest_field(field) == sha256


@pytest.mark.parametrize(
    "field", ["", "sha-256=", "sha-256=:AAAA:", "sha-512=:AAAA:", "SHA-256=:" + "A" * 43 + "=:"]
)
def test_what_names_no_sha256_is_refused(field: str) -> None:
    with pytest.raises(FormatError, match="names no SHA-256"):
        protocol.parse_digest_field(field)


@given(st.integers(0, 10**12), st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_content_range_reads_back(first: int, more: int, behind: int) -> None:
    last, size_bytes = first + more, first + more + behind

    field = protocol.content_range(first, last, size_bytes)

    assert protocol.parse_content_range(field) == (first, last, size_bytes)


@pytest.mark.parametrize(
    "field",
    [
        "",
        "bytes */10",
        "bytes 0-9/*",
        "bytes 5-4/10",
        "bytes 0-10/10",
        "bytes -1-4/10",
        "items 0-4/10",
        "bytes 0-4/10, 6-7/10",
        "bytes 0-4/" + "9" * 30,
    ],
)
def test_what_is_no_range_is_refused(field: str) -> None:
    with pytest.raises(FormatError, match="is not a range"):
        protocol.parse_content_range(field)


@given(texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (protocol.parse_content_range, protocol.parse_digest_field):
        with contextlib.suppress(FormatError):
            parse(text)
    with contextlib.suppress(FormatError):
        protocol.decode_key(text, 32)


@given(st.binary(min_size=32, max_size=64))
def test_a_key_reads_back_at_its_own_size_only(raw: bytes) -> None:
    assert protocol.decode_key(protocol.encode_key(raw), len(raw)) == raw
    for size_bytes in (len(raw) - 1, len(raw) + 1):
        with pytest.raises(FormatError, match=f"has {len(raw)} bytes instead of {size_bytes}"):
            protocol.decode_key(protocol.encode_key(raw), size_bytes)


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_is_a_whole_answer(code: str) -> None:
    body = protocol.problem(code, "What happened.", missing=[1])

    assert body["code"] == code == PROBLEMS[code].code
    assert body["type"] == f"urn:holdfast:problem:{code}"
    assert 400 <= body["status"] < 600
    assert (body["detail"], body["missing"]) == ("What happened.", [1])


@pytest.mark.parametrize("kind", PROBLEMS.values(), ids=lambda kind: kind.code)
def test_what_the_receiver_got_wrong_is_never_the_recordings_failure(
    kind: protocol.ProblemKind,
) -> None:
    if kind.status >= 500 or kind.status == 429:
        assert kind.retry in (Retry.LATER, Retry.OTHERS_FIRST)
    if kind.code == "study_forbidden":
        # The device may send, only not for this study: the others go on.
        assert kind.retry is Retry.FAIL
    elif kind.status in {401, 403}:
        assert kind.retry is Retry.PAUSE


def test_paths_are_under_one_version() -> None:
    paths = {
        protocol.enrol_path(),
        protocol.status_path(),
        protocol.session_path("s"),
        protocol.recording_path("r"),
        protocol.manifest_path("r"),
        protocol.receipt_path("r"),
        protocol.video_path("r"),
        protocol.discard_path("r"),
        protocol.segment_path("r", 3),
        protocol.segments_status_path(),
    }

    assert len(paths) == 10
    assert all(path.startswith("/api/v1/") for path in paths)
