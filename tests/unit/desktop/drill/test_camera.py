"""The drill's camera is a camera like any on the network, and goes when it is unplugged."""

import threading
from collections.abc import Iterator

import pytest
import requests

from desktop.drill.camera import DrillCamera
from holdfast.clock import SystemClock

LIMIT_S = 20.0


@pytest.fixture
def camera() -> Iterator[DrillCamera]:
    made = DrillCamera(SystemClock())
    yield made
    made.close()


def test_it_sends_pictures_until_it_is_unplugged(camera: DrillCamera) -> None:
    with requests.get(camera.url, stream=True, timeout=LIMIT_S) as answer:
        pieces = answer.iter_content(4096)
        assert answer.headers["Content-Type"].startswith("multipart/x-mixed-replace")
        assert b"image/jpeg" in next(pieces)
        camera.unplug()
        ended = threading.Event()

        def read_to_the_end() -> None:
            for _ in pieces:
                continue
            ended.set()

        threading.Thread(target=read_to_the_end, daemon=True).start()
        assert ended.wait(LIMIT_S)
    assert requests.get(camera.url, timeout=LIMIT_S).status_code == 503

    camera.plug_in()
    with requests.get(camera.url, stream=True, timeout=LIMIT_S) as answer:
        assert answer.status_code == 200
