"""Heartbeats: what a device tells of itself, and who notices when it does not."""

from datetime import timedelta
from typing import Any

import pytest

from server.db.care_rows import EventRow
from server.domain.device_news import DeviceNews
from server.ops.overview import overview_of
from server.ops.silence import GRACE, SilenceWatch
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

STATUS = {
    "format_version": 1,
    "app_version": "0.9.0",
    "unverified": 3,
    "totals": {
        "pending": 4,
        "uploading": 1,
        "bytes_unsent": 123_456,
        "oldest_unsent_at": "2026-11-17T14:00:00.000Z",
    },
    "disk_hours": 0.7,
    "clock_offset_s": {"value": -1.5, "uncertainty": 0.1, "measured_at": "x"},
    "last_error": "",
}


def beat(device: EnrolledDevice, **changed: Any) -> None:
    body = {**STATUS, **changed}
    assert device.client.call("PUT", "/api/v1/devices/self/status", json=body).status_code == 200


def events(running: Running) -> list[tuple[str, str]]:
    with running.receiver.database.reading() as session:
        rows = session.query(EventRow).order_by(EventRow.id).all()
        return [(row.kind, row.facts["device"]) for row in rows]


@pytest.fixture
def watch(running: Running) -> SilenceWatch:
    running.receiver.webhooks.add("https://example.org/")
    made = SilenceWatch(running.receiver.database, running.clock, timedelta(hours=24))
    running.clock.advance(GRACE.total_seconds())
    return made


def test_a_device_that_falls_silent_is_told_once_and_so_is_its_return(
    running: Running, device: EnrolledDevice, watch: SilenceWatch
) -> None:
    beat(device)
    running.clock.advance(24 * 3600 - 1)
    watch.look()
    assert events(running) == []

    running.clock.advance(1)
    watch.look()
    watch.look()
    assert events(running) == [("device.silent", device.id)]
    (state,) = overview_of(
        running.receiver.database, running.receiver.presence, running.clock
    ).devices
    assert state.silent_since == state.last_contact_at

    running.clock.advance(1)
    beat(device)
    watch.look()
    watch.look()
    assert events(running) == [("device.silent", device.id), ("device.heard", device.id)]
    (state,) = overview_of(
        running.receiver.database, running.receiver.presence, running.clock
    ).devices
    assert state.silent_since is None


def test_who_never_told_of_itself_or_is_revoked_is_not_missed(
    running: Running, device: EnrolledDevice, watch: SilenceWatch
) -> None:
    revoked = running.device()
    beat(revoked)
    running.receiver.devices.revoke(revoked.id)
    running.clock.advance(30 * 3600)

    watch.look()

    assert events(running) == []


def test_a_revoked_device_is_not_heard_again(
    running: Running, device: EnrolledDevice, watch: SilenceWatch
) -> None:
    beat(device)
    running.clock.advance(25 * 3600)
    watch.look()
    running.receiver.devices.revoke(device.id)

    watch.look()

    assert events(running) == [("device.silent", device.id)]
    assert (
        overview_of(running.receiver.database, running.receiver.presence, running.clock).devices
        == ()
    )


def test_a_receiver_that_was_off_waits_before_it_complains(
    running: Running, device: EnrolledDevice
) -> None:
    running.receiver.webhooks.add("https://example.org/")
    beat(device)
    running.clock.advance(48 * 3600)
    started = SilenceWatch(running.receiver.database, running.clock, timedelta(hours=24))
    started.look()
    assert events(running) == []

    running.clock.advance(GRACE.total_seconds())
    started.look()

    assert events(running) == [("device.silent", device.id)]


def test_the_overview_says_what_each_device_told(running: Running, device: EnrolledDevice) -> None:
    beat(device)

    seen = overview_of(running.receiver.database, running.receiver.presence, running.clock)

    (state,) = seen.devices
    assert state.to_json() | {"name": None, "last_contact_at": None} == {
        "device": device.id,
        "name": None,
        "last_contact_at": None,
        "silent_since": None,
        "version": "0.9.0",
        "segments_unsent": 5,
        "bytes_unsent": 123_456,
        "oldest_unsent_at": "2026-11-17T14:00:00.000Z",
        "unverified": 3,
        "disk_hours": 0.7,
        "clock_offset_s": -1.5,
        "last_error": "",
        "held": None,
    }
    # Less than two hours of disk.
    assert seen.needs_a_look
    beat(device, disk_hours=20)
    assert not overview_of(
        running.receiver.database, running.receiver.presence, running.clock
    ).needs_a_look
    beat(device, disk_hours=20, last_error="No camera.")
    assert overview_of(
        running.receiver.database, running.receiver.presence, running.clock
    ).needs_a_look


@pytest.mark.parametrize(
    "status",
    [
        {"totals": 3, "disk_hours": "many", "clock_offset_s": [], "app_version": 7},
        {"totals": {"pending": True, "oldest_unsent_at": "yesterday"}, "disk_hours": 10**400},
        {"totals": {"oldest_unsent_at": "2026-11-17T14:00:00"}, "last_error": None},
    ],
)
def test_nonsense_in_a_heartbeat_is_read_as_nothing(
    running: Running, device: EnrolledDevice, status: dict[str, Any]
) -> None:
    assert DeviceNews.of(status) == DeviceNews()
    answer = device.client.call("PUT", "/api/v1/devices/self/status", json=status)
    assert answer.status_code in (200, 400)
    assert running.user().call("GET", "/metrics").status_code == 200
