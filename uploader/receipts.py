"""Receipts: checked against what was recorded here, then kept beside it. Nothing is deleted here.

A receipt counts only with the signature of the receiver's pinned key, over the very manifest and
segments that are on this disk. No proxy's or login page's `200 OK` can pass for one.
"""

import hashlib
from collections.abc import Sequence
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast import crash, durable
from holdfast.jsonform import FormatError, Json, canonical, digest, parse
from holdfast.layout import RecordingFolder
from holdfast.protocol import decode_key
from holdfast.receipt import Receipt, ReceiptSegment
from uploader.errors import ReceiptRefused

_KEY_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64


def check(receipt: Json, manifest: Json, receiver_key: str) -> Receipt:
    """The receipt as a value, if it is genuine and about this manifest. Raises ReceiptRefused.

    `receiver_key` is the Ed25519 public key, base64, pinned at enrolment.
    """
    try:
        value = Receipt.from_json(receipt)
        check_signature(receipt, value.key_id, value.signature, receiver_key)
    except (FormatError, BadSignatureError) as error:
        raise _refused("its signature is not the receiver's") from error
    if value.recording != manifest["recording"]:
        raise _refused("it is about another recording")
    if value.manifest_sha256 != digest(manifest):
        raise _refused("it is about another manifest")
    if _by_number(value.segments) != _listed(manifest):
        raise _refused("it lists other segments")
    return value


def check_signature(signed: Json, key_id: str, signature: str, receiver_key: str) -> None:
    """Whether the receiver signed all of this but the signature; no more than that.

    Raises FormatError and nacl's BadSignatureError where it did not.
    """
    key = decode_key(receiver_key, _KEY_BYTES)
    if key_id != hashlib.sha256(key).hexdigest()[:16]:
        raise FormatError("it names another key")
    rest = canonical({name: each for name, each in signed.items() if name != "signature"})
    VerifyKey(key).verify(rest, decode_key(signature, _SIGNATURE_BYTES))


def _by_number(segments: tuple[ReceiptSegment, ...]) -> list[tuple[int, int, str]]:
    return sorted((each.segment, each.size_bytes, each.sha256) for each in segments)


def _listed(manifest: Json) -> list[tuple[int, int, str]]:
    return sorted(
        (each["segment"], each["size_bytes"], each["sha256"])
        for each in manifest["segments"]
        if each["lost"] is None
    )


def _refused(what: str) -> ReceiptRefused:
    return ReceiptRefused(
        f"The receiver's receipt was not accepted: {what}. The recording is safe on this computer; "
        "ask your administrator, then press Retry."
    )


def store(folder: RecordingFolder, receipt: Json) -> None:
    """Keep a checked receipt beside its recording; when this returns, it survives a power cut."""
    crash.point("uploader.before-receipt-stored")
    data = canonical(receipt)
    try:
        durable.write_new(folder.receipt, data)
    except FileExistsError:
        # An older one of another receiver, or of one that was set up anew.
        if folder.receipt.read_bytes() != data:
            durable.write_replacing(folder.receipt, data)


def check_signature_of_any(
    signed: Json, key_id: str, signature: str, receiver_keys: Sequence[str]
) -> None:
    """As `check_signature`, with any of these keys; a refusal is that of the first one."""
    for key in receiver_keys[1:]:
        try:
            check_signature(signed, key_id, signature, key)
        except (FormatError, BadSignatureError):
            continue
        return
    if not receiver_keys:
        raise FormatError("no key of the receiver is known here")
    check_signature(signed, key_id, signature, receiver_keys[0])


def stored(folder: RecordingFolder, receiver_key: str | None) -> Receipt | None:
    """The receipt beside a recording, if it is there and holds against the manifest there.

    Without a pinned key none does.
    """
    if receiver_key is None:
        return None
    try:
        receipt = parse(folder.receipt.read_bytes(), str(folder.receipt))
        manifest = parse(folder.manifest.read_bytes(), str(folder.manifest))
        return check(receipt, manifest, receiver_key)
    except (FileNotFoundError, FormatError, KeyError, ReceiptRefused):
        return None


def check_any(receipt: Json, manifest: Json, receiver_keys: Sequence[str]) -> Receipt:
    """As `check`, with any of these keys; what is said of a refusal is the first one's."""
    for key in receiver_keys[1:]:
        try:
            return check(receipt, manifest, key)
        except ReceiptRefused:
            continue
    return check(receipt, manifest, receiver_keys[0])


def stored_any(folder: RecordingFolder, receiver_keys: Sequence[str]) -> Receipt | None:
    """As `stored`, with any of these keys, the present one first."""
    found = (stored(folder, key) for key in receiver_keys)
    return next((receipt for receipt in found if receipt is not None), None)


def receiver_of(folder: RecordingFolder) -> str:
    """The id of the receiver that gave the receipt beside a recording; it is not checked again.

    Raises OSError, FormatError.
    """
    return Receipt.from_json(parse(folder.receipt.read_bytes(), str(folder.receipt))).receiver
