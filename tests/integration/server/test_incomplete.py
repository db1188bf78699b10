"""A recording that never became whole plays up to its gap, once its session is closed."""

import time
from io import BytesIO
from pathlib import Path

import av

from holdfast.protocol import recording_path, session_close_path, session_path
from server.auth.policy import Role
from tests.support.received import make_take, scene_part
from tests.support.serving import Serving

PATIENCE_S = 60


def test_it_plays_up_to_the_gap_and_whole_once_the_rest_came(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        device, viewer = serving.enrolled(), serving.user(Role.VIEWER)
        take = make_take(device.id, [scene_part(270)]).signed(device.key)
        assert len(take.pieces) > 4
        device.client.announce(take)
        for number in (0, 1, 3):
            assert device.client.put_chunk(take.id, number, take.pieces[number].data).ok
        video = f"{recording_path(take.id)}/video"
        assert viewer.call("GET", video).status_code == 404

        close = session_close_path(take.session_id)
        told = device.client.call("POST", close, json={"expected_recordings": 1}).json()

        assert told["incomplete"][0]["whole_to"] == 2
        for _ in range(PATIENCE_S * 10):
            closing = viewer.get(session_path(take.session_id))["closing"]
            if closing["incomplete"][0]["plays"]:
                break
            time.sleep(0.1)
        film = viewer.call("GET", video)
        assert film.status_code == 200
        assert _pictures(film.content) == sum(
            take.pieces[number].entry["frames"] for number in (0, 1)
        )

        for number in range(len(take.pieces)):
            device.client.put_chunk(take.id, number, take.pieces[number].data)
        device.client.finalise(take)
        for _ in range(PATIENCE_S * 10):
            if viewer.get(recording_path(take.id))["custody"]["playable"]:
                break
            time.sleep(0.1)
        assert _pictures(viewer.call("GET", video).content) == 270
        assert list((tmp_path / "data").rglob("partial*")) == []
        assert viewer.get(session_path(take.session_id))["closing"]["complete"] is True


def _pictures(film: bytes) -> int:
    with av.open(BytesIO(film), "r") as container:
        return len(list(container.decode(video=0)))
