"""`/metrics`, as Prometheus reads it."""

from collections.abc import Iterator

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.jobs.presence import Presence
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_silence import beat


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


def samples(running: Running) -> dict[tuple[str, ...], float]:
    """(name, label values in the order of their names) -> value."""
    answer = running.user().call("GET", "/metrics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    return dict(_samples(answer.text))


def _samples(text: str) -> Iterator[tuple[tuple[str, ...], float]]:
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = [sample.labels[name] for name in sorted(sample.labels)]
            yield (sample.name, *labels), sample.value


def test_the_state_comes_from_the_database(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    beat(device)
    Presence(running.receiver.database, running.clock).tell()
    running.clock.advance(90)

    read = samples(running)

    assert read[("holdfast_recordings", "stored")] == 1
    assert read[("holdfast_segments",)] == len(take.pieces)
    assert read[("holdfast_stored_bytes",)] == sum(len(each.data) for each in take.pieces)
    assert read[("holdfast_jobs", "assemble", "queued")] == 1
    assert read[("holdfast_job_oldest_queued_seconds", "assemble")] == 90
    assert read[("holdfast_device_last_contact_seconds", device.id)] == 90
    assert read[("holdfast_device_unsent_bytes", device.id)] == 123_456
    assert read[("holdfast_device_oldest_unsent_seconds", device.id)] == 3 * 86_400 + 90
    assert read[("holdfast_device_disk_hours", device.id)] == 0.7
    assert read[("holdfast_device_clock_offset_seconds", device.id)] == -1.5
    assert read[("holdfast_device_silent", device.id)] == 0
    assert read[("holdfast_disk_free_bytes",)] > 0
    assert ("holdfast_worker_seen_seconds",) in read


def test_requests_are_counted_by_route_and_no_label_names_a_person(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    device.client.get(f"/api/v1/recordings/{take.id}")
    running.anonymous().request("BREW", f"{running.url}/api/v1/pot-{take.id}", timeout=10)

    text = running.user().call("GET", "/metrics").text

    read = dict(_samples(text))
    rule = "/api/v1/recordings/<id:recording>"
    assert read[("holdfast_answers_total", "GET", rule, "200")] == 1
    assert read[("holdfast_request_seconds_count", "GET", rule)] == 1
    assert any(key[:3] == ("holdfast_answers_total", "other", "unknown") for key in read)
    for secret in (take.id, take.session_id, "P-017", device.client.token):
        assert secret not in text


def test_how_long_requests_took_is_told_in_buckets_that_hold_those_before(
    running: Running,
) -> None:
    for took_s in (0.001, 0.005, 0.3, 61.0):
        running.receiver.request_counts.count("GET", "/some", 200, took_s)

    read = samples(running)

    name = "holdfast_request_seconds"
    up_to = ("0.005", "0.25", "0.5", "60.0", "+Inf")
    held = [read[f"{name}_bucket", each, "GET", "/some"] for each in up_to]
    assert held == [2, 2, 3, 3, 4]
    assert read[f"{name}_count", "GET", "/some"] == 4
    assert read[f"{name}_sum", "GET", "/some"] == pytest.approx(61.306)


def test_they_are_for_users(running: Running, device: EnrolledDevice) -> None:
    assert running.anonymous().get(f"{running.url}/metrics", timeout=10).status_code == 401
    assert device.client.call("GET", "/metrics").status_code == 403
