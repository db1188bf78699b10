"""What a receiver wrote into a suitcase beside its receipts, if it was this receiver."""

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.jsonform import FormatError, parse
from holdfast.protocol import decode_key
from holdfast.suitcase import RECEIPT_MOST_BYTES, Answer, read_untrusted, signed_bytes
from holdfast.suitcase_layout import PackedRecording

_KEY_BYTES = 32
_SIGNATURE_BYTES = 64


def genuine_answer(packed: PackedRecording, receiver_key: str) -> Answer | None:
    """The answer about a recording; None where there is none that this receiver signed.

    Raises OSError.
    """
    try:
        value = parse(read_untrusted(packed.answer, RECEIPT_MOST_BYTES), packed.answer.name)
        answer = Answer.from_json(value)
        VerifyKey(decode_key(receiver_key, _KEY_BYTES)).verify(
            signed_bytes(value), decode_key(answer.signature, _SIGNATURE_BYTES)
        )
    except (FileNotFoundError, FormatError, BadSignatureError):
        return None
    return answer if answer.recording == packed.recording else None
