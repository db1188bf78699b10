"""The database deleted: the next start rebuilds it from the files."""

from pathlib import Path

from holdfast.protocol import API, discard_path, receipt_path, recording_path, segment_path
from server.auth.policy import Role
from tests.integration.server.test_crashes import until_settled, with_url
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import Client
from tests.support.serving import Serving, admin


def forget_the_database(data: Path) -> None:
    for path in data.glob("holdfast.db*"):
        path.unlink()


def test_a_lost_database_loses_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Serving(data) as serving:
        device, other = serving.enrolled(), serving.enrolled()
        user = serving.user(Role.VIEWER)
        revoked = serving.enrolled()
        admin(data, "device", "revoke", revoked.id)
        done = make_take(device.id, [scene_part(90)]).signed(device.key)
        half = make_take(device.id, [scene_part(90)]).signed(device.key)
        gone = make_take(other.id, [scene_part(30)]).signed(other.key)
        receipt = device.client.send(done)
        until_settled(device.client, done.id)
        paused = serving.user(Role.ADMIN).call(
            "PUT", f"{API}/queues/track", json={"paused": True, "at_once": 2}
        )
        before = device.client.get(recording_path(done.id))
        device.client.announce(half)
        device.client.put_chunk(half.id, 0, half.pieces[0].data)
        device.client.put_chunk(half.id, 1, half.pieces[1].data, 0, 99)
        other.client.announce(gone)
        other.client.put_chunk(gone.id, 0, gone.pieces[0].data)
        assert other.client.call("POST", discard_path(gone.id)).status_code == 202
    forget_the_database(data)

    with Serving(data) as serving:
        client = with_url(device, serving)
        # Both devices and the user still get in; the revoked one still does not.
        assert client.get(receipt_path(done.id)) == receipt
        assert client.get(recording_path(done.id)) == before
        assert with_url(other, serving).call("GET", "/api/v1/receiver").status_code == 200
        assert with_url(revoked, serving).call("GET", "/api/v1/receiver").status_code == 401
        assert with_url(other, serving).call("GET", recording_path(gone.id)).status_code == 410
        reader = Client(serving.url, user.token)
        queues = {each["kind"]: each for each in reader.get(f"{API}/queues")["queues"]}
        assert queues["track"] == {**paused.json(), "succeeded": 0}
        sizes = sum(path.stat().st_size for path in data.glob("sessions/*/*/segments/*"))
        assert reader.get("/api/v1/statistics")["stored_bytes"] == sizes
        assert sizes == sum(len(each.data) for each in (*done.pieces, half.pieces[0]))
        # Whole segments are here and are not asked for again; the rest is.
        assert client.get(segment_path(half.id, 0))["complete"] is True
        assert client.call("GET", segment_path(half.id, 1)).status_code == 404
        assert client.put_chunk(half.id, 1, half.pieces[1].data).status_code == 201
        assert client.finalise(half)["receiver"] == receipt["receiver"]
        assert client.finalise(done) == receipt
        assert until_settled(client, half.id)["custody"]["playable"] is True


def test_a_recording_that_was_not_prepared_yet_is_prepared_after_a_rebuild(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Serving(data) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(90)]).signed(device.key)
        device.client.send(take)
        until_settled(device.client, take.id)
    forget_the_database(data)
    folder = data / "sessions" / take.session_id / take.id
    (folder / "derived" / "probe.json").unlink()
    (folder / "recording.mp4").unlink()

    with Serving(data) as serving:
        view = until_settled(with_url(device, serving), take.id)

    assert view["custody"]["playable"] is True


def test_a_segment_that_rotted_is_not_claimed_to_be_here(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Serving(data) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(90)]).signed(device.key)
        device.client.send(take)
        until_settled(device.client, take.id)
    forget_the_database(data)
    (segment,) = data.glob("sessions/*/*/segments/000001.mp4")
    segment.write_bytes(segment.read_bytes()[:-1] + b"\x00")

    with Serving(data) as serving:
        view = with_url(device, serving).get(recording_path(take.id))

    assert view["segments"]["missing"] == [1]
    assert view["custody"]["received"] is False
