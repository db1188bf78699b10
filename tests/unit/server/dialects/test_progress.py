"""The WebSocket: who may watch what, and that every change is told, to the end."""

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from holdfast.ids import new_id
from server.api.dialects.progress import ProgressServer
from server.settings import Dialects, Settings
from tests.support.dialects import HashingUploader
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

TIMEOUT_S = 30


@contextmanager
def served(server: ProgressServer) -> Iterator[ProgressServer]:
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def progress(running: Running, settings: Settings) -> Iterator[ProgressServer]:
    with served(ProgressServer(running.receiver, settings)) as server:
        yield server


@pytest.fixture
def uploader(device: EnrolledDevice) -> HashingUploader:
    return HashingUploader(device.client)


def watch(
    progress: ProgressServer, upload: str, headers: dict[str, str] | None = None
) -> ClientConnection:
    url = f"ws://127.0.0.1:{progress.port}/ws/uploads/{upload}"
    return connect(url, additional_headers=headers, open_timeout=TIMEOUT_S)


def update(watching: ClientConnection) -> dict[str, Any]:
    told = json.loads(watching.recv(TIMEOUT_S))
    assert told["type"] == "status_update"
    data: dict[str, Any] = told["data"]
    return data


def bearer(uploader: HashingUploader) -> dict[str, str]:
    return {"Authorization": f"Bearer {uploader.client.token}"}


def begun(uploader: HashingUploader) -> str:
    upload: str = uploader.initiate(2000, chunkSize=1000).json()["uploadId"]
    return upload


def test_every_change_is_told_until_the_upload_is_whole(
    progress: ProgressServer, uploader: HashingUploader
) -> None:
    upload = begun(uploader)
    with watch(progress, upload, bearer(uploader)) as watching:
        seen = [update(watching)]
        uploader.chunk(upload, 0, b"x" * 1000)
        seen.append(update(watching))
        uploader.chunk(upload, 1, b"x" * 1000)
        # A look may fall between the last chunk and the end, which is then told for itself.
        seen.extend(json.loads(told)["data"] for told in watching)

    counted = [(each["completedChunks"], each["progressPercentage"]) for each in seen]
    assert [each for each, _ in itertools.groupby(counted)] == [(0, 0.0), (1, 50.0), (2, 100.0)]
    assert seen[-1] == uploader.status(upload)
    assert {"uploadSpeed", "estimatedTimeRemaining", "totalChunks"} <= set(seen[0])


def test_a_cancelled_upload_ends_it(progress: ProgressServer, uploader: HashingUploader) -> None:
    upload = begun(uploader)
    with watch(progress, upload, bearer(uploader)) as watching:
        update(watching)
        uploader.client.call("POST", f"/api/uploads/{upload}/cancel")

        assert update(watching)["status"] == "cancelled"


def test_a_page_sends_its_token_first(progress: ProgressServer, uploader: HashingUploader) -> None:
    with watch(progress, begun(uploader)) as watching:
        watching.send(json.dumps({"type": "authenticate", "token": uploader.client.token}))

        assert update(watching)["status"] == "initiated"


def closed_with(watching: ClientConnection) -> int:
    with pytest.raises(ConnectionClosed) as closed:
        watching.recv(TIMEOUT_S)
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code


def test_without_a_known_token_nothing_is_told(
    progress: ProgressServer, uploader: HashingUploader
) -> None:
    for message in ("nonsense", "{}", '{"type":"authenticate","token":"hfd_x"}', "3"):
        with watch(progress, begun(uploader)) as watching:
            watching.send(message)
            assert closed_with(watching) == 4401


def test_a_foreign_and_an_unknown_upload_are_not_found(
    running: Running, progress: ProgressServer, uploader: HashingUploader
) -> None:
    foreign = begun(HashingUploader(running.device().client))
    for upload in (foreign, new_id(running.clock.now()), "nonsense"):
        with watch(progress, upload, bearer(uploader)) as watching:
            assert closed_with(watching) == 4404


def test_other_addresses_are_not_found(progress: ProgressServer) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://127.0.0.1:{progress.port}/elsewhere", open_timeout=TIMEOUT_S)

    assert refused.value.response.status_code == 404


def test_only_so_many_watch_at_once(
    running: Running, settings: Settings, uploader: HashingUploader
) -> None:
    upload = begun(uploader)
    with (
        served(ProgressServer(running.receiver, settings, connections_most=1)) as progress,
        watch(progress, upload, bearer(uploader)) as watching,
    ):
        update(watching)
        with watch(progress, upload, bearer(uploader)) as one_more:
            assert closed_with(one_more) == 1013


class TestOnTrial:
    """Without tokens."""

    @pytest.fixture
    def mode(self) -> Dialects:
        return Dialects.OPEN

    def test_whoever_sits_here_may_watch(self, running: Running, progress: ProgressServer) -> None:
        here = running.anonymous().post(
            f"{running.url}/api/uploads/initiate",
            json={"filename": "a.mp4", "fileSize": 10},
            timeout=TIMEOUT_S,
        )
        with watch(progress, here.json()["uploadId"]) as watching:
            assert update(watching)["totalSize"] == 10

    def test_a_proxy_and_a_foreign_page_are_refused(
        self, running: Running, progress: ProgressServer
    ) -> None:
        for header, value in (
            ("X-Forwarded-For", "192.0.2.7"),
            ("Via", "1.1 proxy"),
            ("Origin", "https://a-page.example"),
        ):
            with pytest.raises(InvalidStatus) as refused:
                connect(
                    f"ws://127.0.0.1:{progress.port}/ws/uploads/{new_id(running.clock.now())}",
                    additional_headers={header: value},
                    open_timeout=TIMEOUT_S,
                ).__enter__()
            assert refused.value.response.status_code == 403
