"""What a receiver gives to its devices: studies in their newest version, and new tokens."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from holdfast.clock import SystemClock
from holdfast.protocol import receiver_path
from holdfast.receiver_layout import ReceiverData
from server.receiver import Receiver, open_receiver
from tests.integration.uploader.conftest import Device
from tests.integration.uploader.test_processes import run
from tests.support.live_receiver import LiveReceiver
from tests.support.receiver_client import Client
from uploader.studies import GivenStudies
from uploader.worker import Outcome

NewDevice = Callable[[str], Device]


@pytest.fixture
def office(receiver: LiveReceiver) -> Iterator[Receiver]:
    """The receiver's data, as an administrator's command has it open while it serves."""
    opened = open_receiver(ReceiverData(receiver.data), SystemClock())
    yield opened
    opened.close()


def put(office: Receiver, study: str, version: int, title: str) -> None:
    content = {"format_version": 1, "study": study, "version": version, "title": title, "x": [1]}
    office.studies.put(study, content, "console:test")


def after_contact(device: Device) -> list[Any]:
    """Titles and versions of what is here once the device has sent something."""
    device.record(1000)
    worker = device.installation.worker(device.events.append)
    assert worker.run_until_empty(60) is Outcome.EMPTY
    return [(each["title"], each["version"]) for each in GivenStudies(device.home).here()]


def test_a_device_has_the_newest_of_its_studies_and_loses_what_is_taken(
    receiver: LiveReceiver, office: Receiver, new_device: NewDevice
) -> None:
    device = new_device(receiver.url)
    name = device.installation.identity.device
    put(office, "smile", 1, "Smiles")
    put(office, "frown", 1, "Frowns")
    office.devices.record_for(name, ["smile"])
    assert after_contact(device) == [("Smiles", 1)]

    put(office, "smile", 2, "Broad smiles")
    office.devices.record_for(name, ["frown", "smile"])
    assert after_contact(device) == [("Frowns", 1), ("Broad smiles", 2)]
    shown = run(device.home, "receiver", "studies", "--json")
    assert [each["x"] for each in json.loads(shown.stdout)["studies"]] == [[1], [1]]

    device.home.studies.write_bytes(b"damaged")
    office.devices.record_for(name, ["frown"])
    assert after_contact(device) == [("Frowns", 1)]


def test_a_renewed_token_is_the_only_one_from_then_on(
    receiver: LiveReceiver, new_device: NewDevice
) -> None:
    device = new_device(receiver.url)
    before = device.installation.enrolment()
    assert before is not None

    renewed = run(device.home, "receiver", "renew-token", "--json")

    assert renewed.returncode == 0, renewed.stderr
    assert "hfd_" not in renewed.stdout
    after = device.installation.enrolment()
    assert after is not None
    assert Client(receiver.url, before.token).call("GET", receiver_path()).status_code == 401
    assert Client(receiver.url, after.token).call("GET", receiver_path()).status_code == 200
    assert after_contact(device) is not None
