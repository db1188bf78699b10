"""A device's secrets in a keyring: one entry for a home, never replaced where it is unreadable."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from holdfast.clock import SystemClock
from holdfast.layout import Home
from uploader.errors import SecretsUnreadable
from uploader.identity import Identity, SecretsFile, open_secrets
from uploader.keyring_secrets import KeyringSecrets


class Kept(KeyringBackend):
    """A keyring in memory, which can be locked."""

    priority = 5
    is_locked = False
    entries: dict[tuple[str, str], str]

    def get_password(self, service: str, username: str) -> str | None:
        self._require_open()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._require_open()
        self.entries[service, username] = password

    def _require_open(self) -> None:
        if self.is_locked:
            raise KeyringLocked("closed")


@pytest.fixture
def kept() -> Iterator[Kept]:
    before = keyring.get_keyring()
    made = Kept()  # type: ignore[no-untyped-call]
    made.entries = {}
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def own_home(folder: Path) -> Home:
    return Home(folder / "data", config_folder=folder / "config")


def test_this_users_own_home_has_its_secrets_in_the_keyring(tmp_path: Path, kept: Kept) -> None:
    home = own_home(tmp_path)
    secrets = open_secrets(home)

    made = Identity.load_or_create(secrets, SystemClock())

    assert isinstance(secrets, KeyringSecrets)
    assert list(kept.entries) == [("holdfast", str(home.root))]
    assert not home.secrets.exists()
    assert Identity.load_or_create(open_secrets(home), SystemClock()).device == made.device


def test_a_home_that_was_named_carries_its_secrets_although_there_is_a_keyring(
    tmp_path: Path, kept: Kept
) -> None:
    assert isinstance(open_secrets(Home(tmp_path)), SecretsFile)


def test_secrets_that_a_home_has_in_a_file_stay_there(tmp_path: Path, kept: Kept) -> None:
    home = own_home(tmp_path)
    SecretsFile(home).store_first({"device": "a"})

    assert open_secrets(home).read() == {"device": "a"}
    assert kept.entries == {}


def test_whoever_comes_second_changes_nothing(tmp_path: Path, kept: Kept) -> None:
    secrets = KeyringSecrets(own_home(tmp_path))

    secrets.store_first({"device": "a"})
    secrets.store_first({"device": "b"})

    assert secrets.read() == {"device": "a"}


def test_a_locked_keyring_is_said_and_makes_no_new_device(tmp_path: Path, kept: Kept) -> None:
    secrets = open_secrets(own_home(tmp_path))
    Identity.load_or_create(secrets, SystemClock())
    before = dict(kept.entries)
    kept.is_locked = True

    with pytest.raises(SecretsUnreadable, match="safe; unlock the keyring and try again"):
        Identity.load_or_create(secrets, SystemClock())
    with pytest.raises(SecretsUnreadable, match="Unlock the keyring and try again"):
        secrets.store({"device": "b"})

    assert kept.entries == before


@pytest.mark.parametrize("content", ["", "{", "[]", "7"])
def test_a_damaged_entry_is_said_and_never_replaced(
    tmp_path: Path, kept: Kept, content: str
) -> None:
    home = own_home(tmp_path)
    kept.entries["holdfast", str(home.root)] = content

    with pytest.raises(SecretsUnreadable):
        Identity.load_or_create(open_secrets(home), SystemClock())

    assert kept.entries["holdfast", str(home.root)] == content
