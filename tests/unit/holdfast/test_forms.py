"""Every JSON form reads back as the value it was; whatever else it meets is a FormatError."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.annotations import Annotations
from holdfast.announcement import Announcement
from holdfast.journal import JournalEntry, journal_line, parse_journal
from holdfast.jsonform import FormatError, canonical, parse
from holdfast.manifest import Manifest
from holdfast.protocol import SegmentStatus
from holdfast.receipt import Receipt
from holdfast.sidecar import Sidecar
from tests.support import forms

FORMS: dict[str, tuple[Any, st.SearchStrategy[Any]]] = {
    "announcement": (Announcement, forms.announcements),
    "sidecar": (Sidecar, forms.sidecars),
    "manifest": (Manifest, forms.manifests),
    "receipt": (Receipt, forms.receipts),
    "annotations": (Annotations, forms.annotations),
}


def read_back(kind: Any, value: Any) -> Any:
    return kind.from_json(parse(canonical(value.to_json()), "it"))


@pytest.mark.parametrize("name", FORMS)
@given(data=st.data())
def test_it_reads_back_as_it_was(name: str, data: st.DataObject) -> None:
    kind, values = FORMS[name]
    value = data.draw(values)

    assert read_back(kind, value) == value
    assert canonical(read_back(kind, value).to_json()) == canonical(value.to_json())


@pytest.mark.parametrize("name", FORMS)
@given(data=st.data())
def test_one_wrong_value_is_a_format_error_or_no_matter(name: str, data: st.DataObject) -> None:
    kind, values = FORMS[name]
    broken = data.draw(forms.damaged(json.loads(canonical(data.draw(values).to_json()))))

    try:
        value = kind.from_json(parse(json.dumps(broken).encode(), "it"))
    except FormatError:
        return
    canonical(value.to_json())


@given(forms.segment_statuses, st.data())
def test_a_segment_status_too(status: SegmentStatus, data: st.DataObject) -> None:
    assert SegmentStatus.from_json(json.loads(canonical(status.to_json()))) == status
    broken = data.draw(forms.damaged(status.to_json()))
    with contextlib.suppress(FormatError):
        SegmentStatus.from_json(broken)


@given(st.lists(forms.journal_entries, max_size=6))
@settings(max_examples=40)
def test_a_journal_reads_back_line_by_line(entries: list[JournalEntry]) -> None:
    data = b"".join(journal_line(entry) + b"\n" for entry in entries)

    assert parse_journal(data) == entries


@given(st.lists(forms.journal_entries, min_size=1, max_size=4), st.data())
@settings(max_examples=40)
def test_a_torn_journal_keeps_the_lines_before_the_tear(
    entries: list[JournalEntry], data: st.DataObject
) -> None:
    *whole, last = [journal_line(entry) for entry in entries]
    kept = data.draw(st.integers(0, len(last) - 1))

    torn = b"".join(line + b"\n" for line in whole) + last[:kept]

    assert parse_journal(torn) == entries[:-1]
    assert parse_journal(torn + b"\n" + last) == entries


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "-Infinity", "1e999", '"\\ud800"', '{"\\udfff": 1}']
)
def test_what_cannot_be_written_again_is_not_read(text: str) -> None:
    with pytest.raises(FormatError, match="not readable as JSON"):
        parse(b'{"format_version": 1, "x": [' + text.encode() + b"]}", "it")


def test_escaped_characters_are_read() -> None:
    assert parse(b'{"format_version": 1, "x": "\\u00e9\\ud83d\\ude00"}', "it")["x"] == "é😀"


@given(st.binary(max_size=200))
def test_a_journal_of_noise_is_empty(noise: bytes) -> None:
    assert parse_journal(noise) == []


@given(forms.journal_entries, st.data())
def test_a_damaged_journal_line_is_passed_over(entry: JournalEntry, data: st.DataObject) -> None:
    broken = data.draw(forms.damaged(json.loads(journal_line(entry))))

    parse_journal(json.dumps(broken).encode() + b"\n" + journal_line(entry))


@given(forms.manifests, forms.texts)
@settings(max_examples=40)
def test_a_signature_covers_everything_but_itself(manifest: Manifest, signature: str) -> None:
    signed = manifest.signed(lambda data: signature)

    assert signed.signature == signature
    assert signed.signed_bytes() == manifest.signed_bytes()
    assert parse(signed.signed_bytes(), "it")["signature"] is None


@given(forms.receipts, forms.digests)
@settings(max_examples=40)
def test_a_receipt_signs_every_hash(receipt: Receipt, other: str) -> None:
    changed = Receipt.from_json({**receipt.to_json(), "manifest_sha256": other})

    assert (changed.signed_bytes() == receipt.signed_bytes()) == (other == receipt.manifest_sha256)


@given(forms.manifests)
@settings(max_examples=40)
def test_totals_are_the_sums_of_what_is_not_given_up(manifest: Manifest) -> None:
    totals = manifest.to_json()["totals"]
    there = [each for each in manifest.segments if each.lost is None]

    assert totals["frames"] == sum(each.frames for each in there)
    assert totals["size_bytes"] == sum(each.size_bytes for each in there)


@pytest.mark.parametrize("order", [lambda s: [*reversed(s)], lambda s: [*s, s[0]]])
@given(data=st.data())
@settings(max_examples=20)
def test_segments_out_of_order_or_twice_are_refused(
    order: Callable[[list[Any]], list[Any]], data: st.DataObject
) -> None:
    segments = data.draw(
        st.lists(
            forms.manifest_segments, min_size=2, max_size=4, unique_by=lambda each: each.segment
        )
    )
    manifest = replace(data.draw(forms.manifests), segments=forms.in_order(segments))
    value = manifest.to_json()

    with pytest.raises(FormatError, match="in order, each number once"):
        Manifest.from_json({**value, "segments": order(value["segments"])})
