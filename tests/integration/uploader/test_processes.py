"""`holdfast upload` as real processes: two at once, killed at bad moments, stopped, refused."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.locks import try_lock
from holdfast.receiver_layout import ReceiverData
from server.receiver import open_receiver
from tests.integration.uploader.conftest import Device
from tests.recordings import begin_recording, make_recording
from tests.support import troubled_proxy as trouble
from tests.support.chain import wait_for
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader.installation import Installation
from uploader.why import TOKEN_REFUSED

TIMEOUT_S = 60


def command(home: Home, *words: str) -> list[str]:
    return [sys.executable, "-m", "holdfast", *words, "--home", str(home.root)]


def run(home: Home, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of one home to its end."""
    return subprocess.run(
        command(home, *words),
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        env={**os.environ, **environment},
        check=False,
    )


def listed(home: Home) -> dict[str, Any]:
    done = run(home, "queue", "list", "--json")
    assert done.returncode == 0, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def test_two_uploaders_at_once_send_every_segment_once(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recordings = [device.record(*[40_000] * 15) for _ in range(4)]
    arguments = command(device.home, "upload", "--until-empty", "--timeout", "50", "--json")
    both = [
        subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [each.communicate(timeout=TIMEOUT_S) for each in both]

    assert [each.returncode for each in both] == [0, 0], outputs
    events = [json.loads(line) for output, _ in outputs for line in output.splitlines()]
    sent = [(each["recording"], each["segment"]) for each in events if each["event"] == "sent"]
    assert len(sent) == len(set(sent)) == 60
    assert len(proxy.segment_puts()) == 60
    for recording in recordings:
        stored = receiver.stored(recording.folder.session, recording.id)
        assert stored == recording.segment_bytes()
    # Both did their share, or the test has shown nothing.
    assert all('"sent"' in output for output, _ in outputs)


@pytest.mark.parametrize(
    ("point", "passes"),
    [
        ("uploader.mid-chunk", 1),
        ("uploader.mid-chunk", 3),
        ("uploader.before-answer-stored", 1),
        ("uploader.before-answer-stored", 4),
        ("uploader.before-receipt-stored", 1),
    ],
)
def test_killed_anywhere_it_ends_as_if_nothing_had_happened(
    device: Device,
    receiver: LiveReceiver,
    tmp_path: Path,
    point: str,
    passes: int,
) -> None:
    recording = device.record(1_200_000, 300_000, 2_500_000)
    crash = {
        "HOLDFAST_CRASH_AT": f"{point}:{passes}",
        "HOLDFAST_CRASH_MARK": str(tmp_path / "mark"),
    }

    killed = run(device.home, "upload", "--until-empty", "--timeout", "40", **crash)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    again = run(device.home, "upload", "--until-empty", "--timeout", "40", **crash)

    assert again.returncode == 0, again.stderr
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
    custody = listed(device.home)["recordings"][0]["custody"]
    assert custody["verified"]
    assert custody["received"] == {"segments": 3, "bytes": 4_000_000}


def test_a_deleted_queue_is_rebuilt_without_a_second_upload(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    at_home = device.record(50_000, 60_000)
    assert run(device.home, "upload", "--until-empty", "--timeout", "40").returncode == 0
    # One that is not at home yet, but of which all but the manifest was sent.
    half_way = make_recording(
        device.home, device.on_paper(), sizes=(70_000, 80_000), decision="pending"
    )
    looked_at = try_lock(half_way.folder.lock, shared=True)
    assert looked_at is not None
    with looked_at:
        run(device.home, "upload", "--until-empty", "--timeout", "20")
    device.installation.close()
    for path in device.home.root.glob("queue.db*"):
        path.unlink()
    proxy.forget()
    half_way.decide("kept")

    done = run(device.home, "upload", "--until-empty", "--timeout", "40")

    assert done.returncode == 0, done.stderr
    assert proxy.segment_puts() == []
    assert all(each["custody"]["verified"] for each in listed(device.home)["recordings"])
    assert at_home.folder.receipt.exists()
    assert half_way.folder.receipt.exists()


def test_what_is_not_kept_yet_is_not_finalised(device: Device, receiver: LiveReceiver) -> None:
    recording = make_recording(device.home, device.on_paper(), sizes=(50_000,), decision="pending")
    looked_at = try_lock(recording.folder.lock, shared=True)
    assert looked_at is not None

    done = run(device.home, "upload", "--until-empty", "--timeout", "20")

    assert done.returncode == 3
    state = listed(device.home)["recordings"][0]
    assert state["custody"]["received"]["segments"] == 1
    assert not state["custody"]["verified"]
    assert "Keep or Redo" in run(device.home, "queue", "why", recording.id[:30]).stdout
    looked_at.release()


def test_what_was_redone_is_never_finalised(device: Device) -> None:
    recording = device.record(50_000, decision="discarded")

    done = run(device.home, "upload", "--until-empty", "--timeout", "30")

    assert done.returncode == 3
    assert "unless you keep it" in run(device.home, "queue", "why", recording.id).stdout
    assert not recording.folder.receipt.exists()


def test_segments_travel_while_recording_goes_on(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = begin_recording(device.home, device.on_paper())
    lock = try_lock(recording.folder.lock, shared=True)
    assert lock is not None
    recording.add_segment(random.randbytes(50_000))
    uploading = subprocess.Popen(
        command(device.home, "upload", "--json"), stdout=subprocess.PIPE, text=True
    )
    try:
        assert uploading.stdout is not None
        assert json.loads(uploading.stdout.readline())["event"] == "started"
        assert json.loads(uploading.stdout.readline())["event"] == "sent"
        # Another process records and queues; this one was told nothing.
        sidecar = recording.add_segment(random.randbytes(60_000))
        device.installation.queue.entries.enqueue_segment(recording.folder, sidecar)
        second = json.loads(uploading.stdout.readline())
        assert (second["event"], second["segment"]) == ("sent", 1)
        lock.release()
        manifest = recording.end()
        device.installation.queue.entries.manifest_ready(recording.folder, manifest)
        assert json.loads(uploading.stdout.readline())["event"] == "verified"
    finally:
        uploading.send_signal(signal.SIGTERM)
        uploading.communicate(timeout=20)
    assert uploading.returncode == 0


def test_a_stop_ends_a_wait_for_an_answer(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    device.record(50_000)
    proxy.faults.append(trouble.stall())
    uploading = subprocess.Popen(
        command(device.home, "upload", "--json"), stdout=subprocess.PIPE, text=True
    )
    assert uploading.stdout is not None
    assert json.loads(uploading.stdout.readline())["event"] == "started"
    wait_for(lambda: not proxy.faults or None, "the request that is not answered")

    uploading.send_signal(signal.SIGTERM)

    # The answer would be waited for 60 s.
    uploading.communicate(timeout=20)
    assert uploading.returncode == 0
    assert run(device.home, "upload", "--until-empty", "--timeout", "40").returncode == 0


def test_a_receiver_that_dies_and_comes_back_loses_nothing(tmp_path: Path) -> None:
    live = LiveReceiver.start(tmp_path / "data")
    home = Home(tmp_path / "home")
    enrolled = run(home, "enrol", live.url, live.enrolment_code())
    assert enrolled.returncode == 0, enrolled.stderr
    with Installation.open(home, SystemClock()) as installation:
        device = Device(installation)
        recording = device.record(*[400_000] * 8)
    live.kill()

    down = run(home, "upload", "--until-empty", "--timeout", "3")
    assert down.returncode == 3
    state = listed(home)
    assert state["network"] == "receiver_unreachable"
    assert state["why"].startswith("The receiver does not answer (tried ")
    assert "safe on this computer" in down.stderr

    live = LiveReceiver.start(tmp_path / "data", live.port)
    try:
        up = run(home, "upload", "--until-empty", "--timeout", "40")
        assert up.returncode == 0, up.stderr
        stored = live.stored(recording.folder.session, recording.id)
        assert stored == recording.segment_bytes()
    finally:
        live.stop()


def test_a_revoked_device_is_told_so_and_keeps_everything(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(50_000)
    opened = open_receiver(ReceiverData(receiver.data), SystemClock())
    opened.devices.revoke(device.installation.identity.device)
    opened.close()

    done = run(device.home, "upload", "--until-empty", "--timeout", "30")

    assert (done.returncode, done.stderr.strip()) == (1, TOKEN_REFUSED)
    state = listed(device.home)
    assert (state["network"], state["why"]) == ("paused", TOKEN_REFUSED)
    assert recording.folder.segment(0).exists()
    assert listed(device.home)["recordings"][0]["custody"]["received"]["segments"] == 0


def test_a_worker_that_was_paused_goes_on_with_a_new_enrolment(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(50_000)
    opened = open_receiver(ReceiverData(receiver.data), SystemClock())
    opened.devices.revoke(device.installation.identity.device)
    opened.close()
    uploading = subprocess.Popen(
        command(device.home, "upload", "--json"), stdout=subprocess.PIPE, text=True
    )
    try:
        assert uploading.stdout is not None
        assert json.loads(uploading.stdout.readline())["event"] == "offline"
        enrolled = run(device.home, "enrol", proxy.url, receiver.enrolment_code("again"))
        assert enrolled.returncode == 0, enrolled.stderr
        events = [json.loads(uploading.stdout.readline())["event"] for _ in range(3)]
        assert events == ["started", "sent", "verified"]
        assert recording.folder.receipt.exists()
    finally:
        uploading.send_signal(signal.SIGTERM)
        uploading.communicate(timeout=20)


def test_a_receiver_that_forgot_is_announced_to_again(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(50_000, 60_000)
    body = json.dumps({"code": "unknown_recording", "status": 404, "detail": "?"}).encode()
    proxy.faults.append(trouble.answer(404, body, {"Holdfast-Protocol": "1"}))

    done = run(device.home, "upload", "--until-empty", "--timeout", "40")

    assert done.returncode == 0, done.stderr
    announced = [
        each for each in proxy.seen if each.method == "PUT" and each.path.endswith(recording.id)
    ]
    assert len(announced) == 2


def test_segments_that_the_receiver_lost_are_sent_again(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(50_000, 60_000)
    forgotten: list[int] = []

    def swallow(handler: trouble._Handler) -> int:
        # Says that it has the segment, and has not.
        forgotten.append(len(handler.body()))
        return handler.answer(201, b"{}", {"Holdfast-Protocol": "1"})

    proxy.faults.append(Fault(swallow))

    done = run(device.home, "upload", "--until-empty", "--timeout", "40")

    assert done.returncode == 0, done.stderr
    assert len(forgotten) == 1
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
