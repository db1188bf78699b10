"""Which receipts count: those of the pinned key, about exactly what was recorded here."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from holdfast.jsonform import Json, canonical, parse
from holdfast.layout import Home
from holdfast.manifest import Manifest
from holdfast.protocol import encode_key
from holdfast.receipt import Receipt, ReceiptSegment
from tests.recordings import RecordingOnDisk, make_recording, some_device
from uploader import receipts
from uploader.errors import ReceiptRefused

RECEIVER = SigningKey.generate()
PINNED = encode_key(RECEIVER.verify_key.encode())


def signed(receipt: Receipt, key: SigningKey = RECEIVER) -> Json:
    raw = key.verify_key.encode()
    named = replace(receipt, key_id=hashlib.sha256(raw).hexdigest()[:16])
    return replace(named, signature=encode_key(key.sign(named.signed_bytes()).signature)).to_json()


def honest(manifest: Manifest) -> Receipt:
    return Receipt(
        recording=manifest.recording,
        manifest_sha256=manifest.digest(),
        segments=tuple(
            ReceiptSegment(each.segment, each.size_bytes, each.sha256) for each in manifest.segments
        ),
        stored_at="2026-11-20T14:00:00.000Z",
        receiver="receiver",
        key_id="",
    )


@pytest.fixture
def recording(tmp_path: Path) -> RecordingOnDisk:
    return make_recording(Home(tmp_path / "home"), some_device(), [b"one", b"two"])


@pytest.fixture
def manifest(recording: RecordingOnDisk) -> Manifest:
    return Manifest.from_json(parse(recording.folder.manifest.read_bytes(), "manifest"))


def test_an_honest_receipt_counts(manifest: Manifest) -> None:
    receipt = receipts.check(signed(honest(manifest)), manifest.to_json(), PINNED)

    assert receipt.recording == manifest.recording


def test_keys_that_a_newer_receiver_adds_are_under_the_signature(manifest: Manifest) -> None:
    value = {**signed(honest(manifest)), "stored_on": "tape"}
    del value["signature"]
    signature = encode_key(RECEIVER.sign(canonical(value)).signature)

    receipts.check({**value, "signature": signature}, manifest.to_json(), PINNED)
    with pytest.raises(ReceiptRefused):
        receipts.check(
            {**value, "signature": signature, "stored_on": "disk"}, manifest.to_json(), PINNED
        )


FORGERIES: dict[str, Callable[[Receipt], Receipt]] = {
    "another recording": lambda it: replace(it, recording=it.receiver),
    "another manifest": lambda it: replace(it, manifest_sha256="0" * 64),
    "a segment less": lambda it: replace(it, segments=it.segments[:1]),
    "a segment twice": lambda it: replace(it, segments=(*it.segments, it.segments[0])),
    "another hash": lambda it: replace(
        it, segments=(it.segments[0], replace(it.segments[1], sha256="0" * 64))
    ),
    "another size": lambda it: replace(
        it, segments=(it.segments[0], replace(it.segments[1], size_bytes=4))
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_receipt_about_something_else_is_refused(manifest: Manifest, forgery: str) -> None:
    receipt = signed(FORGERIES[forgery](honest(manifest)))

    with pytest.raises(ReceiptRefused, match="safe on this computer"):
        receipts.check(receipt, manifest.to_json(), PINNED)


def test_another_receivers_signature_is_refused(manifest: Manifest) -> None:
    with pytest.raises(ReceiptRefused):
        receipts.check(signed(honest(manifest), SigningKey.generate()), manifest.to_json(), PINNED)


def test_another_key_under_the_right_name_is_refused(manifest: Manifest) -> None:
    receipt = signed(honest(manifest), SigningKey.generate())
    receipt["key_id"] = signed(honest(manifest))["key_id"]

    with pytest.raises(ReceiptRefused):
        receipts.check(receipt, manifest.to_json(), PINNED)


@pytest.mark.parametrize("value", [{}, {"signature": "x"}, {"segments": [1]}])
def test_what_is_no_receipt_is_refused(manifest: Manifest, value: Json) -> None:
    with pytest.raises(ReceiptRefused):
        receipts.check(value, manifest.to_json(), PINNED)


def test_a_changed_byte_in_the_signed_part_is_refused(manifest: Manifest) -> None:
    receipt = signed(honest(manifest))
    receipt["stored_at"] = "2026-11-20T14:00:00.001Z"

    with pytest.raises(ReceiptRefused):
        receipts.check(receipt, manifest.to_json(), PINNED)


def test_a_stored_receipt_is_checked_against_what_is_on_disk(
    recording: RecordingOnDisk, manifest: Manifest
) -> None:
    assert receipts.stored(recording.folder, PINNED) is None
    receipts.store(recording.folder, signed(honest(manifest)))
    receipts.store(recording.folder, signed(honest(manifest)))

    assert receipts.stored(recording.folder, PINNED) is not None
    assert receipts.stored(recording.folder, None) is None
    assert receipts.stored(recording.folder, encode_key(b"x" * 32)) is None


def test_a_receipt_of_a_new_receiver_replaces_the_old_one(
    recording: RecordingOnDisk, manifest: Manifest
) -> None:
    another = SigningKey.generate()
    receipts.store(recording.folder, signed(honest(manifest)))
    receipts.store(recording.folder, signed(honest(manifest), another))

    key = encode_key(another.verify_key.encode())
    assert receipts.stored(recording.folder, key) is not None
    assert receipts.stored(recording.folder, PINNED) is None
