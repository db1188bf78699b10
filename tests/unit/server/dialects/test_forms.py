"""Forms read in place: the same fields as a real parser finds, and nothing of a broken one."""

import ctypes
import hashlib
import io
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from urllib3 import encode_multipart_formdata
from urllib3.fields import RequestField

from server.api.dialects.forms import Form, read_form
from server.domain.refusals import Refusal
from server.held import Held, Memory

BOUNDARY = "xX-boundary"
names = st.text("abc_-.é", min_size=1, max_size=8)
bodies = st.one_of(
    st.binary(max_size=200),
    # What could be taken for the end of a field.
    st.lists(st.sampled_from([b"\r\n", b"--", b"xX-bound", b"\r\n--xX", b"-", b"\n"])).map(
        b"".join
    ),
)


def held(body: bytes) -> Held:
    """A body as the listener keeps short ones: in memory, in room that another's was in."""
    memory = Memory(1 << 22)
    before = memory.hold(len(body) + 40)
    assert before is not None
    before.append(b"\r\n--xX-boundary--" + b"-" * (len(body) + 22))
    before.close()
    room = memory.hold(len(body))
    assert room is not None
    room.append(body)
    return room


def read(
    body: bytes,
    content_type: str = f"multipart/form-data; boundary={BOUNDARY}",
    stream: Callable[[bytes], io.IOBase] = io.BytesIO,
) -> Form:
    """The form that a request with this body has."""
    with Flask("test").test_request_context(
        "/",
        method="POST",
        input_stream=stream(body),
        content_length=len(body),
        content_type=content_type,
    ):
        form = read_form(2 << 20)
        for part in form.parts:
            part.body.sha256()
        return form


def bytes_of(form: Form) -> list[tuple[str, str | None, str, bytes]]:
    return [
        (part.name, part.filename, part.media_type, b"".join(part.body.blocks()))
        for part in form.parts
    ]


@given(fields=st.lists(st.tuples(names, st.none() | names, bodies), min_size=1, max_size=6))
def test_every_field_comes_back_byte_for_byte(
    fields: list[tuple[str, str | None, bytes]],
) -> None:
    made = []
    for name, filename, data in fields:
        field = RequestField(name, data, filename)
        field.make_multipart(content_type="video/webm")
        made.append(field)
    body, _ = encode_multipart_formdata(made, BOUNDARY)

    wanted = [(name, filename, "video/webm", data) for name, filename, data in fields]
    assert bytes_of(read(body)) == wanted
    assert bytes_of(read(body, stream=held)) == wanted


def test_a_boundary_across_the_edge_of_a_block_is_found() -> None:
    """Bodies are read in blocks of 1 MiB."""
    for edge in range(-20, 21):
        check_boundary_at(edge)


def check_boundary_at(edge: int) -> None:
    head = b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
    data = b"\r" * ((1 << 20) - len(head) - 13 + edge)
    body = head + data + b"\r\n--xX-boundary--\r\n"

    for stream in (io.BytesIO, held):
        (part,) = read(body, stream=stream).parts
        assert b"".join(part.body.blocks()) == data


def test_what_comes_before_the_first_boundary_is_passed_over() -> None:
    body = b'told\r\n--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'
    body += b"\r\n--xX-boundary--\r\nand after the last"

    for stream in (io.BytesIO, held):
        assert bytes_of(read(body, stream=stream))[0][3] == b"b"


@pytest.mark.parametrize("before", [b"5", b"x" * 5000], ids=["little", "much"])
@pytest.mark.parametrize("stream", [io.BytesIO, held])
def test_a_film_lies_where_a_disk_can_take_it_and_the_other_fields_stay(
    stream: Callable[[bytes], io.IOBase], before: bytes
) -> None:
    film = hashlib.shake_256(b"film").digest(300_001)
    body, _ = encode_multipart_formdata(
        [("number", before), ("film", ("clip.mp4", film, "video/mp4")), ("hash", b"abc")], BOUNDARY
    )

    form = read(body, stream=stream)

    assert [each[3] for each in bytes_of(form)] == [before, film, b"abc"]
    block = next(form.file("film").body.blocks())
    if stream is held and len(before) < 4096:
        assert isinstance(block, memoryview)
        assert ctypes.addressof(ctypes.c_char.from_buffer(block)) % 4096 == 0


def test_a_form_that_ended_early_has_nothing_of_the_one_before() -> None:
    body = b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'
    memory = Memory(1 << 20)
    before = memory.hold(100)
    assert before is not None
    before.append(b"-" * len(body) + b"\r\n--xX-boundary--")
    before.close()
    room = memory.hold(99)
    assert room is not None
    room.append(body)

    with pytest.raises(Refusal, match="ended before its last boundary"):
        read(body + b"-" * 20, stream=lambda _: room)


def test_a_form_that_was_used_leaves_its_room_to_the_next() -> None:
    body = b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--xX-boundary--'
    room = held(body)

    with read(body, stream=lambda _: room) as form:
        assert form.text("a") == "b"
        assert not room.closed

    assert room.closed


def test_a_field_may_say_nothing_of_its_kind() -> None:
    body = b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--xX-boundary--'

    assert bytes_of(read(body)) == [("a", None, "application/octet-stream", b"b")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no boundary at all",
        b"--xX-boundary",
        b"--xX-boundary\r\n",
        b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nthe end is missing',
        b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n--xX-boundary--',
        b"--xX-boundary\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--xX-boundary--",
        b'--xX-boundary\r\nContent-Disposition: file; name="a"\r\n\r\nx\r\n--xX-boundary--',
        b"--xX-boundary\r\n\r\nno headers\r\n--xX-boundary--",
        b'--xX-boundaryX\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n--xX-boundary--',
        b'--xX-boundary\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n\r\n--xX-boundary--',
        b'--xX-boundary\r\nContent-Disposition: form-data; name="a\0"\r\n\r\n\r\n--xX-boundary--',
        b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n' * 65
        + b"--xX-boundary--",
    ],
)
def test_a_broken_form_is_refused(body: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read(body)

    assert refused.value.code == "bad_request"


def test_a_field_of_text_has_no_nul() -> None:
    body = (
        b'--xX-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\0\r\n--xX-boundary--'
    )

    with pytest.raises(Refusal, match="NUL"):
        read(body).text("a")


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "multipart/form-data", "multipart/mixed; boundary=x", ""],
)
def test_what_is_no_form_is_refused(content_type: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(b"--x--", content_type)

    assert refused.value.code == "unsupported_media"


def test_a_form_that_is_too_large_says_so_in_the_words_that_clients_look_for() -> None:
    with pytest.raises(Refusal) as refused:
        read(b"x" * ((2 << 20) + 1))

    assert refused.value.code == "too_large"
    assert refused.value.detail.startswith("File too large")
