"""What a receiver wrote into a suitcase beside its receipts, if it was this receiver."""

from collections.abc import Sequence

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.jsonform import FormatError, Json, parse
from holdfast.protocol import decode_key
from holdfast.suitcase import RECEIPT_MOST_BYTES, Answer, read_untrusted, signed_bytes
from holdfast.suitcase_layout import PackedRecording

_KEY_BYTES = 32
_SIGNATURE_BYTES = 64


def genuine_answer(packed: PackedRecording, receiver_keys: Sequence[str]) -> Answer | None:
    """The answer about a recording; None where there is none signed with one of these keys.

    Raises OSError.
    """
    try:
        value = parse(read_untrusted(packed.answer, RECEIPT_MOST_BYTES), packed.answer.name)
        answer = Answer.from_json(value)
        signature = decode_key(answer.signature, _SIGNATURE_BYTES)
    except (FileNotFoundError, FormatError):
        return None
    if answer.recording != packed.recording:
        return None
    genuine = any(_is_signed(value, signature, each) for each in receiver_keys)
    return answer if genuine else None


def _is_signed(value: Json, signature: bytes, receiver_key: str) -> bool:
    try:
        VerifyKey(decode_key(receiver_key, _KEY_BYTES)).verify(signed_bytes(value), signature)
    except (FormatError, BadSignatureError):
        return False
    return True
