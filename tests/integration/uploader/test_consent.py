"""Nothing of a session leaves before its consent is there; then all of it does. A real receiver."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from holdfast import durable
from holdfast.consent import AWAITED, Consent
from holdfast.jsonform import canonical
from holdfast.protocol import session_path
from server.auth.policy import Role
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.receiver_client import Client
from tests.support.troubled_proxy import TroubledProxy
from uploader.consenting import NotConsentable, give_consent
from uploader.items import Step
from uploader.worker import Outcome

GIVEN = Consent("v3", "2026-11-20T13:58:00.000Z")


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


@pytest.fixture
def admin(receiver: LiveReceiver) -> Client:
    return Client(receiver.url, receiver.user_token(Role.ADMIN))


def change(recording: RecordingOnDisk, **what: Any) -> None:
    path = recording.folder.session_file
    durable.write_replacing(path, canonical({**json.loads(path.read_bytes()), **what}))


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60.0)


def step(device: Device, recording: RecordingOnDisk) -> Step:
    return device.installation.queue.recording(recording.id).step


def consent(device: Device, recording: RecordingOnDisk, given: Consent = GIVEN) -> None:
    here = device.installation
    give_consent(here.home, here.queue, recording.folder.session, given)


def test_a_session_that_awaits_consent_is_not_even_named(
    device: Device, proxy: TroubledProxy, admin: Client
) -> None:
    recording = device.record(10_000)
    change(recording, consent=AWAITED)
    proxy.forget()

    assert send(device) is Outcome.REMAINS

    assert [each.path for each in proxy.seen if recording.folder.session in each.path] == []
    assert "consent" in device.installation.queue.recording(recording.id).why
    assert len(recording.segment_bytes()) == 1

    consent(device, recording)
    assert send(device) is Outcome.EMPTY
    told = admin.get(session_path(recording.folder.session))
    assert told["consent"]["version"] == "v3"


def test_a_study_that_asks_for_consent_holds_back_a_device_that_did_not(
    device: Device, receiver: LiveReceiver, admin: Client
) -> None:
    _allow_study(receiver, "calm", consent={"required": True})
    recording = device.record(10_000)
    change(recording, study="calm")

    assert send(device) is Outcome.REMAINS
    assert "queue consent" in device.installation.queue.recording(recording.id).why
    assert receiver.stored(recording.folder.session, recording.id) == []

    consent(device, recording)
    assert send(device) is Outcome.EMPTY
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def _allow_study(receiver: LiveReceiver, name: str, **asks: Any) -> None:
    content = {"format_version": 1, "study": name, "version": 1, "title": name}
    with receiver.opened() as opened:
        opened.studies.put(name, {**content, **asks}, "test")


def test_a_consent_that_comes_when_all_is_at_home_is_told_too(
    device: Device, admin: Client
) -> None:
    recording = device.record(10_000)
    assert send(device) is Outcome.EMPTY

    consent(device, recording, replace(GIVEN, recording=recording.id))

    assert send(device) is Outcome.EMPTY
    assert step(device, recording) in (Step.VERIFIED, Step.PLAYABLE)
    told = admin.get(session_path(recording.folder.session))
    assert told["consent"]["recording"] == recording.id


def test_a_consent_that_was_given_stays(device: Device) -> None:
    recording = device.record(10_000)
    consent(device, recording)
    before = recording.folder.session_file.read_bytes()

    with pytest.raises(NotConsentable, match="Another consent"):
        consent(device, recording, replace(GIVEN, version="v4"))

    assert recording.folder.session_file.read_bytes() == before
