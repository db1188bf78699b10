"""Discarding on both sides; and nothing leaves before it is accepted. A real receiver."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from holdfast.decision import decided, read_decision
from holdfast.locks import try_lock
from holdfast.protocol import recording_path
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.receiver_client import Client
from tests.support.troubled_proxy import Fault, TroubledProxy, lose_answer
from uploader.decisions import write_decision
from uploader.items import Step
from uploader.worker import Outcome


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60.0)


def half_way(device: Device) -> RecordingOnDisk:
    """A recording whose segments are at the receiver, and which nobody has kept yet."""
    recording = make_recording(device.home, device.on_paper(), sizes=(20_000, 30_000))
    decide(device, recording, "pending")
    looked_at = try_lock(recording.folder.lock, shared=True)
    assert looked_at is not None
    with looked_at:
        assert send(device) is Outcome.REMAINS
    return recording


def decide(device: Device, recording: RecordingOnDisk, decision: Any, **more: bool) -> None:
    note = decided(decision, "test", device.installation.clock, **more)
    write_decision(recording.folder, note)


def end_the_time_to_undo(recording: RecordingOnDisk) -> None:
    note = read_decision(recording.folder)
    assert note is not None
    assert note.decision == "discarded"
    write_decision(recording.folder, note.finally_discarded())


def losing(method: str, path: str) -> Fault:
    """The next such request is done, and its answer lost."""
    return replace(lose_answer(), method=method, path=path)


def step(device: Device, recording: RecordingOnDisk) -> Step:
    return device.installation.queue.recording(recording.id).step


def at_receiver(receiver: LiveReceiver, recording: RecordingOnDisk) -> list[str]:
    """Names of all files that the receiver has of a recording."""
    folder = receiver.data / "sessions" / recording.folder.session / recording.id
    incoming = list((receiver.data / "incoming").glob(f"{recording.id}*"))
    return [path.name for path in [*folder.rglob("*"), *incoming] if path.is_file()]


def test_what_was_sent_provisionally_is_dropped_on_both_sides(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = half_way(device)
    assert len(receiver.stored(recording.folder.session, recording.id)) == 2

    device.installation.decisions().discard(recording.folder, "participant")
    assert send(device) is Outcome.REMAINS
    assert len(receiver.stored(recording.folder.session, recording.id)) == 2
    assert len(recording.segment_bytes()) == 2
    end_the_time_to_undo(recording)
    assert send(device) is Outcome.EMPTY

    assert at_receiver(receiver, recording) == []
    assert recording.segment_bytes() == []
    assert step(device, recording) is Step.DISCARDED
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    client = Client(receiver.url, enrolment.token)
    assert client.call("GET", recording_path(recording.id)).status_code == 410


def test_undone_in_time_it_arrives_whole(device: Device, receiver: LiveReceiver) -> None:
    recording = half_way(device)
    device.installation.decisions().discard(recording.folder, "participant")
    assert send(device) is Outcome.REMAINS

    device.installation.decisions().keep(recording.folder, "staff")

    assert send(device) is Outcome.EMPTY
    assert recording.folder.receipt.exists()
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def test_an_answer_that_is_lost_is_asked_for_again(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = half_way(device)
    device.installation.decisions().discard(recording.folder, "participant")
    end_the_time_to_undo(recording)
    proxy.forget()
    proxy.faults.extend(losing("POST", "/discard") for _ in range(4))

    assert send(device) is Outcome.EMPTY

    asked = [each for each in proxy.seen if each.path.endswith("/discard")]
    assert len(asked) > 1
    assert at_receiver(receiver, recording) == []
    assert step(device, recording) is Step.DISCARDED


def test_own_files_go_without_a_receiver_which_is_told_once_it_is_back(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = half_way(device)
    device.installation.decisions().discard(recording.folder, "participant")
    end_the_time_to_undo(recording)
    proxy.always = losing("*", "/")

    device.installation.adopt()
    device.installation.worker(device.events.append).run_until_empty(0.5)

    assert recording.segment_bytes() == []
    assert step(device, recording) is not Step.DISCARDED
    proxy.always = None
    assert send(device) is Outcome.EMPTY
    assert at_receiver(receiver, recording) == []


def test_a_receiver_that_knows_nothing_of_it_has_nothing_to_drop(device: Device) -> None:
    recording = make_recording(device.home, device.on_paper(), sizes=(20_000,))
    decide(device, recording, "discarded")
    end_the_time_to_undo(recording)

    assert send(device) is Outcome.EMPTY
    assert step(device, recording) is Step.DISCARDED


def test_what_the_receiver_had_whole_before_stays_there_and_is_told(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(20_000)
    # The receiver has finalised it, and we do not know.
    proxy.faults.extend(losing("PUT", "/manifest") for _ in range(100))
    while "receipt.json" not in at_receiver(receiver, recording):
        device.installation.worker(device.events.append).run_until_empty(1.0)
    assert not recording.folder.receipt.exists()
    proxy.faults.clear()

    device.installation.decisions().discard(recording.folder, "staff")
    end_the_time_to_undo(recording)

    assert send(device) is Outcome.FAILED
    assert "keeps it" in device.installation.queue.recording(recording.id).why
    assert "receipt.json" in at_receiver(receiver, recording)


def test_nothing_leaves_before_it_is_accepted(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = make_recording(device.home, device.on_paper(), sizes=(20_000, 30_000))
    decide(device, recording, "pending", after_accept=True)
    proxy.forget()

    # Whatever the queue believes, also one that was built anew: the file is asked.
    assert send(device) is Outcome.REMAINS
    device.installation.queue.decisions.note(recording.id, None)
    assert send(device) is Outcome.REMAINS

    assert [each.path for each in proxy.seen if recording.id in each.path] == []
    assert [each.path for each in proxy.seen if recording.folder.session in each.path] == []
    device.installation.decisions().keep(recording.folder, "participant")
    assert send(device) is Outcome.EMPTY
    assert recording.folder.receipt.exists()


def test_what_was_never_accepted_is_discarded_without_a_word_to_the_receiver(
    device: Device, proxy: TroubledProxy
) -> None:
    recording = make_recording(device.home, device.on_paper(), sizes=(20_000,))
    decide(device, recording, "pending", after_accept=True)
    device.installation.adopt()
    device.installation.decisions().discard(recording.folder, "participant")
    end_the_time_to_undo(recording)
    proxy.forget()

    assert send(device) is Outcome.EMPTY

    assert [each.path for each in proxy.seen if recording.id in each.path] == []
    assert recording.segment_bytes() == []


def run(device: Device, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "holdfast", *arguments, "--home", str(device.home.root)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_commands_discard_and_undo(device: Device) -> None:
    recording = device.record(20_000)

    discarded = run(device, "queue", "discard", recording.id, "--json")
    why = run(device, "queue", "why", recording.id)
    kept = run(device, "queue", "keep", recording.id)

    assert discarded.returncode == 0, discarded.stderr
    said = json.loads(discarded.stdout)
    assert (said["id"], said["decision"], said["by"]) == (recording.id, "discarded", "command")
    assert said["undo_until"] > said["at"]
    assert "unless you keep it" in why.stdout
    assert "is kept" in kept.stdout
    assert send(device) is Outcome.EMPTY
    refused = run(device, "queue", "discard", recording.id)
    assert refused.returncode == 1
    assert "administrator" in refused.stderr
