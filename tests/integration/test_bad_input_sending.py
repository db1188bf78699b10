"""What goes wrong between a computer and its receiver: said in a sentence, and nothing lost."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.jsonform import canonical
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from server.receiver import open_receiver
from tests.integration.conftest import HomeWithRecording
from tests.support.command_line import Said, holdfast
from tests.support.live_receiver import LiveReceiver
from tests.support.other_server import login_page, receiver_of_version

NOT_ALLOWED = "This computer is not allowed to upload any more."


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    live = LiveReceiver.start(tmp_path_factory.mktemp("receiver") / "data", workers=0)
    yield live
    live.stop()


@pytest.fixture
def enrolled(recorded: HomeWithRecording, receiver: LiveReceiver) -> HomeWithRecording:
    said = enrol(recorded, receiver.url, receiver.enrolment_code())
    assert said.exit_code == 0, said.err
    return recorded


def enrol(home: HomeWithRecording, url: str, code: str) -> Said:
    return holdfast(home.root, "enrol", url, code)


def upload(home: HomeWithRecording, timeout_s: float = 20) -> Said:
    return holdfast(home.root, "upload", "--until-empty", "--timeout", str(timeout_s), "--json")


def why(home: HomeWithRecording) -> str:
    said = holdfast(home.root, "queue", "why", home.recording, "--json")
    return str(said.json["why"])


def rewrite(path: Path, **changes: str) -> None:
    durable.write_replacing(path, canonical({**json.loads(path.read_bytes()), **changes}))


def assert_it_goes_home_after_all(home: HomeWithRecording, receiver: LiveReceiver) -> None:
    """A new code is all that it takes; what arrives is what was recorded."""
    home.assert_nothing_is_lost()
    assert stored(home, receiver) == []
    assert enrol(home, receiver.url, receiver.enrolment_code()).exit_code == 0
    assert upload(home).exit_code == 0
    assert home.queued().custody.verified
    assert stored(home, receiver) == home.segments()


def stored(home: HomeWithRecording, receiver: LiveReceiver) -> list[bytes]:
    return receiver.stored(home.folder.parent.name, home.recording)


def test_without_a_receiver_it_says_how_to_get_one(recorded: HomeWithRecording) -> None:
    said = upload(recorded)

    assert said.exit_code == 1
    assert "not enrolled at a receiver yet. Recordings are safe here; enrol it" in said.sentence
    recorded.assert_nothing_is_lost()


def test_a_wrong_token(enrolled: HomeWithRecording, receiver: LiveReceiver) -> None:
    rewrite(enrolled.root / "secrets", token="hfd_this-is-not-it")

    said = upload(enrolled)

    assert said.exit_code == 1
    assert NOT_ALLOWED in said.sentence
    assert "Recordings are safe here. Ask your administrator" in said.sentence
    assert NOT_ALLOWED in why(enrolled)
    assert_it_goes_home_after_all(enrolled, receiver)


def test_a_revoked_token(enrolled: HomeWithRecording, receiver: LiveReceiver) -> None:
    device = json.loads((enrolled.root / "enrolment.json").read_bytes())["device"]
    with closing(open_receiver(ReceiverData(receiver.data), SystemClock())) as opened:
        assert opened.devices.revoke(device) == [device]

    said = upload(enrolled)

    assert said.exit_code == 1
    assert NOT_ALLOWED in said.sentence
    assert [each["event"] for each in said.json_lines] == ["offline"]
    assert NOT_ALLOWED in why(enrolled)
    assert_it_goes_home_after_all(enrolled, receiver)


def test_a_wrong_address(enrolled: HomeWithRecording, receiver: LiveReceiver) -> None:
    rewrite(enrolled.root / "enrolment.json", url="http://127.0.0.1:9")

    said = upload(enrolled, timeout_s=1)

    assert said.exit_code == 3
    assert "1 recording still to be sent; safe on this computer." in said.sentence
    assert "The receiver does not answer" in said.sentence
    assert_it_goes_home_after_all(enrolled, receiver)


def test_a_login_page_in_the_receivers_place(enrolled: HomeWithRecording) -> None:
    with login_page() as url:
        rewrite(enrolled.root / "enrolment.json", url=url)
        said = upload(enrolled, timeout_s=1)

    assert said.exit_code == 3
    assert "safe on this computer" in said.sentence
    assert "perhaps the login page of a network" in said.sentence
    enrolled.assert_nothing_is_lost()


@pytest.mark.parametrize(
    ("version", "side"), [(2, "Holdfast on this computer"), (0, "the receiver")]
)
def test_another_version_of_the_protocol(
    enrolled: HomeWithRecording, version: int, side: str
) -> None:
    with receiver_of_version(version) as url:
        rewrite(enrolled.root / "enrolment.json", url=url)
        said = upload(enrolled)

    assert said.exit_code == 1
    assert f"speaks protocol version {version} and this computer version 1" in said.sentence
    assert f"Recordings are safe; update {side}." in said.sentence
    enrolled.assert_nothing_is_lost()


def test_a_segment_that_was_damaged_on_disk_is_kept_and_not_sent(
    enrolled: HomeWithRecording, receiver: LiveReceiver
) -> None:
    whole = enrolled.segment.read_bytes()
    damaged = whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]
    enrolled.segment.write_bytes(damaged)

    said = upload(enrolled)

    assert said.exit_code == 1
    assert "A recorded file was changed after it was recorded (000000.mp4)" in said.sentence
    assert "It is kept and not sent" in said.sentence
    assert why(enrolled) == said.sentence
    assert enrolled.segment.read_bytes() == damaged
    assert stored(enrolled, receiver) == enrolled.segments()[1:]
    verified = holdfast(enrolled.root, "queue", "verify", "--json")
    assert verified.exit_code == 1
    assert verified.json["changed"] == [str(enrolled.segment)]

    enrolled.segment.write_bytes(whole)
    assert holdfast(enrolled.root, "queue", "retry", "--failed").exit_code == 0
    assert upload(enrolled).exit_code == 0
    enrolled.assert_nothing_is_lost()
    assert stored(enrolled, receiver) == enrolled.segments()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("receiver", "'receiver' is not the address of a receiver. Nothing was changed;"),
        ("http://127.0.0.1:9", "The receiver does not answer. Nothing was changed; check http"),
    ],
)
def test_enrolling_where_nobody_is(recorded: HomeWithRecording, url: str, sentence: str) -> None:
    said = enrol(recorded, url, "CODE")

    assert said.exit_code == 1
    assert sentence in said.sentence
    assert not Home(recorded.root).enrolment.exists()


def test_enrolling_at_something_else(recorded: HomeWithRecording) -> None:
    with login_page() as url:
        said = enrol(recorded, url, "CODE")

    assert said.exit_code == 1
    assert f"What answers at {url} is not a Holdfast receiver" in said.sentence
    assert "Nothing was changed; check the address" in said.sentence


def test_a_code_that_is_wrong_or_was_used(
    recorded: HomeWithRecording, receiver: LiveReceiver
) -> None:
    used = receiver.enrolment_code()
    assert enrol(recorded, receiver.url, used).exit_code == 0
    before = Home(recorded.root).enrolment.read_bytes()

    for code in ("AAAA-AAAA-AAAA", used):
        said = enrol(recorded, receiver.url, code)

        assert said.exit_code == 1
        assert "did not enrol this computer, and nothing was changed here" in said.sentence
        assert "Ask your administrator for a new one" in said.sentence
        assert Home(recorded.root).enrolment.read_bytes() == before


def test_a_second_receiver_on_the_same_data_or_port(receiver: LiveReceiver, tmp_path: Path) -> None:
    same_data = holdfast(None, "serve", "--data", str(receiver.data), "--port", "0")
    same_port = holdfast(
        None, "serve", "--data", str(tmp_path / "data"), "--port", str(receiver.port)
    )

    assert (same_data.exit_code, same_port.exit_code) == (1, 1)
    assert f"Another receiver already serves {receiver.data}." in same_data.sentence
    assert "Nothing was changed; stop that one first" in same_data.sentence
    assert f"Another program uses port {receiver.port} on 127.0.0.1." in same_port.sentence
    assert "choose another with --port" in same_port.sentence
