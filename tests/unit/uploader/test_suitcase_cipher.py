"""What one side encrypts the other side opens, and nobody else."""

from datetime import UTC, datetime

import pytest
from nacl.signing import SigningKey

from holdfast.ids import new_id
from holdfast.jsonform import FormatError
from holdfast.protocol import encode_key
from holdfast.suitcase import ENCRYPTION_BYTES, piece_context
from server.domain.suitcase_cipher import ContentKey
from uploader.suitcase_cipher import SuitcaseKey

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def own() -> SigningKey:
    return SigningKey.generate()


def test_the_receiver_opens_what_was_encrypted_for_it(own: SigningKey) -> None:
    receiver, suitcase = SigningKey.generate(), new_id(NOW)
    key = SuitcaseKey.of(own, suitcase)
    sealed = key.sealed_for(encode_key(bytes(receiver.verify_key)))
    context = piece_context(suitcase, new_id(NOW), 3, "ab" * 32, 0)

    encrypted = key.encrypt(b"a face", context)

    opened = ContentKey.unsealed(sealed, [SigningKey.generate(), receiver])
    assert opened.decrypt(encrypted, context) == key.decrypt(encrypted, context) == b"a face"
    assert len(encrypted) == len(b"a face") + ENCRYPTION_BYTES
    assert key.encrypt(b"a face", context) != encrypted
    with pytest.raises(FormatError, match="another receiver's key"):
        ContentKey.unsealed(sealed, [SigningKey.generate()])


def test_nothing_can_stand_in_another_place(own: SigningKey) -> None:
    suitcase, recording = new_id(NOW), new_id(NOW)
    key = SuitcaseKey.of(own, suitcase)
    encrypted = key.encrypt(b"a face", piece_context(suitcase, recording, 3, "ab" * 32, 0))
    other_places = [
        piece_context(new_id(NOW), recording, 3, "ab" * 32, 0),
        piece_context(suitcase, new_id(NOW), 3, "ab" * 32, 0),
        piece_context(suitcase, recording, 4, "ab" * 32, 0),
        piece_context(suitcase, recording, 3, "cd" * 32, 0),
        piece_context(suitcase, recording, 3, "ab" * 32, 1),
    ]

    for context in other_places:
        with pytest.raises(FormatError):
            ContentKey(key.raw).decrypt(encrypted, context)


@pytest.mark.parametrize("damaged", [b"", b"short", b"x" * 100])
def test_what_was_not_encrypted_is_no_crash(own: SigningKey, damaged: bytes) -> None:
    key = SuitcaseKey.of(own, new_id(NOW))

    with pytest.raises(FormatError):
        key.decrypt(damaged, b"")
    with pytest.raises(FormatError):
        ContentKey(key.raw).decrypt(damaged, b"")


def test_a_suitcase_always_has_the_same_key_and_no_two_have_one(own: SigningKey) -> None:
    first, second = new_id(NOW), new_id(NOW)

    assert SuitcaseKey.of(own, first) == SuitcaseKey.of(own, first)
    assert SuitcaseKey.of(own, first) != SuitcaseKey.of(own, second)
    stranger = SigningKey.generate()
    assert SuitcaseKey.of(own, first) != SuitcaseKey.of(stranger, first)
    assert "raw" not in repr(SuitcaseKey.of(own, first))
