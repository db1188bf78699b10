"""JSON as Holdfast writes and signs it: one value, one text; anything else is one sentence."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.jsonform import FormatError, Reader, canonical, digest, parse
from tests.support.forms import json_values, strange_values, texts

READERS = [
    "text",
    "id",
    "sha256",
    "whole",
    "number",
    "flag",
    "mapping",
    "optional_mapping",
    "optional_text",
    "items",
    "mappings",
    "losses",
]


@given(json_values)
def test_canonical_json_reads_back_as_itself(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.dictionaries(texts, json_values, min_size=2, max_size=5))
def test_the_order_of_keys_does_not_matter(value: dict[str, object]) -> None:
    backwards = dict(reversed(value.items()))

    assert canonical(backwards) == canonical(value)
    assert digest(backwards) == digest(value)


def test_canonical_json_is_what_is_written_down() -> None:
    assert canonical({"b": [1, 0.1, None], "ä": "\n"}) == '{"b":[1,0.1,null],"ä":"\\n"}'.encode()


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_json_does_not_have_is_not_signed(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"t": value})


@given(st.binary(max_size=60))
def test_noise_is_a_format_error(noise: bytes) -> None:
    with pytest.raises(FormatError):
        parse(noise, "the file")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is not readable as JSON"),
        (b"[1]", "the file is not a JSON object"),
        (b"{}", "the file has format version None; this Holdfast reads version 1"),
        (b'{"format_version": 2}', "the file has format version 2"),
        (b"[" * 100_000, "the file is not readable as JSON"),
        (b'{"format_version": 1, "x": ' + b"9" * 5000 + b"}", "the file is not readable as JSON"),
        (b'{"format_version": 1, "x": [{"a": 1, "b": 2, "a": 1}]}', "the key 'a' is there twice"),
        (b'{"format_version": 1, "x": "a\\u0000"}', "a text has a NUL in it"),
        (b'{"format_version": 1, "x\\u0000": 1}', "a text has a NUL in it"),
        (b'{"format_version": 1, "x": "\\\\\\u0000"}', "a text has a NUL in it"),
        (b'{"format_version": 1, "x": "\\ud800"}', "surrogates not allowed"),
        (b'{"format_version": 1, "x": "\xed\xa0\x80"}', "invalid continuation byte"),
        ('{"format_version": 1}'.encode("utf-16"), "invalid start byte"),
        (b'{"format_version": 1, "x": NaN}', "NaN is no JSON"),
        (b'{"format_version": 1, "x": 1e999}', "1e999 is larger than any number"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        parse(data, "the file")


def test_a_key_that_is_there_twice_among_very_many_is_found_at_once() -> None:
    # To compare each with each other one would take many times as long as a test may.
    many = ",".join(f'"k{number}":0' for number in range(200_000))

    with pytest.raises(FormatError, match="the key 'z' is there twice"):
        parse(f'{{{many},"z":0,"z":0}}'.encode(), "the file")


def test_letters_that_only_look_like_a_nul_are_text() -> None:
    value = parse(b'{"format_version": 1, "x": "\\\\u0000"}', "the file")

    assert value["x"] == r"\u0000"


@pytest.mark.parametrize("method", READERS)
@given(value=strange_values)
def test_a_reader_gives_its_type_or_a_format_error(method: str, value: object) -> None:
    reader = Reader({"key": value}, "the file")

    try:
        taken = getattr(reader, method)("key")
    except FormatError:
        return
    assert reader.rest() == {}
    canonical(taken)


@pytest.mark.parametrize("method", [name for name in READERS if not name.startswith("optional")])
def test_a_missing_key_is_named(method: str) -> None:
    with pytest.raises(FormatError, match="the file lacks 'key'"):
        getattr(Reader({}, "the file"), method)("key")


@pytest.mark.parametrize("value", [True, 1.0, "1", -1, 1 << 63])
def test_only_whole_numbers_are_whole(value: object) -> None:
    with pytest.raises(FormatError, match="whole number from 0 up"):
        Reader({"n": value}, "it").whole("n")


def test_what_was_not_asked_for_is_kept() -> None:
    reader = Reader({"format_version": 1, "a": "x", "newer": [1]}, "it")
    reader.text("a")

    assert reader.rest() == {"newer": [1]}
