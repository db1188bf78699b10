"""Who this device is: made once, kept private, told to nobody."""

import stat
from pathlib import Path

import pytest
from nacl.signing import VerifyKey

from holdfast.clock import SystemClock
from holdfast.ids import is_id
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.protocol import decode_key, encode_key
from uploader.errors import SecretsUnreadable
from uploader.identity import (
    Identity,
    SecretsFile,
    load_enrolment,
    open_secrets,
    own_keys,
    store_enrolment,
)

ANSWER = {"device": "d", "token": "secret-token", "receiver": "r", "receiver_key": ""}
KEY = encode_key(b"k" * 32)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_an_identity_is_made_once_and_stays(home: Home) -> None:
    first = Identity.load_or_create(open_secrets(home), SystemClock())
    second = Identity.load_or_create(open_secrets(home), SystemClock())

    assert is_id(first.device)
    assert (first.device, first.public_key) == (second.device, second.public_key)


def test_its_signature_can_be_checked_with_its_public_key(home: Home) -> None:
    identity = Identity.load_or_create(open_secrets(home), SystemClock())

    signature = decode_key(identity.sign(b"data"), 64)

    VerifyKey(decode_key(identity.public_key, 32)).verify(b"data", signature)


def test_a_named_home_keeps_its_secrets_in_a_private_file(home: Home) -> None:
    Identity.load_or_create(open_secrets(home), SystemClock())

    assert stat.S_IMODE(home.secrets.stat().st_mode) == 0o600


def test_without_a_keyring_this_users_own_home_has_a_file_too(tmp_path: Path) -> None:
    own = Home(tmp_path / "data", config_folder=tmp_path / "config")

    assert isinstance(open_secrets(own), SecretsFile)


def test_whoever_comes_second_takes_the_identity_of_the_first(home: Home) -> None:
    secrets = SecretsFile(home)
    secrets.store_first({"device": "a"})
    secrets.store_first({"device": "b"})

    assert secrets.read() == {"device": "a"}


@pytest.mark.parametrize("content", [b"", b"{}", b"garbage"])
def test_a_damaged_key_is_never_replaced_by_a_new_one(home: Home, content: bytes) -> None:
    Identity.load_or_create(open_secrets(home), SystemClock())
    home.secrets.write_bytes(content)

    with pytest.raises(SecretsUnreadable, match="backup"):
        Identity.load_or_create(open_secrets(home), SystemClock())
    assert home.secrets.read_bytes() == content


def test_an_enrolment_is_kept_in_two_places(home: Home) -> None:
    secrets = open_secrets(home)
    Identity.load_or_create(secrets, SystemClock())
    assert load_enrolment(home, secrets) is None

    answer = {**ANSWER, "receiver_key": KEY}
    stored = store_enrolment(home, secrets, "d", answer, "http://r", SystemClock())

    assert load_enrolment(home, secrets) == stored
    assert own_keys(home) == (KEY,)
    assert b"secret-token" not in home.enrolment.read_bytes()
    assert "secret-token" not in repr(stored)
    assert Identity.load_or_create(secrets, SystemClock()).device


@pytest.mark.parametrize("missing", ["token", "receiver", "receiver_key"])
def test_an_answer_that_is_no_enrolment_changes_nothing(home: Home, missing: str) -> None:
    secrets = open_secrets(home)
    Identity.load_or_create(secrets, SystemClock())
    answer = {name: value for name, value in ANSWER.items() if name != missing}

    with pytest.raises(FormatError):
        store_enrolment(home, secrets, "d", answer, "http://r", SystemClock())

    assert load_enrolment(home, secrets) is None


def test_a_key_of_the_wrong_length_is_refused(home: Home) -> None:
    secrets = open_secrets(home)
    with pytest.raises(FormatError):
        store_enrolment(home, secrets, "d", ANSWER, "http://r", SystemClock())
    assert own_keys(home) == ()


def test_the_private_key_is_not_in_the_representation(home: Home) -> None:
    identity = Identity.load_or_create(open_secrets(home), SystemClock())

    assert repr(identity) == f"Identity(device='{identity.device}')"
