"""Stopping a receiver: what has begun is answered, nobody new gets in, and it ends in time."""

import http.client
import signal
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from server.app import create_app
from server.listener import Listener
from server.ops.draining import ANSWERING_S
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import digest_header
from tests.support.serving import Serving

PATIENCE_S = 30


def test_a_chunk_that_is_on_its_way_is_taken_and_answered(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(30)]).signed(device.key)
        device.client.announce(take)
        whole = take.pieces[0].data
        host, port = serving.url.removeprefix("http://").split(":")
        line = http.client.HTTPConnection(host, int(port), timeout=PATIENCE_S)
        line.putrequest("PUT", f"/api/v1/recordings/{take.id}/segments/0")
        for name, value in {
            "Authorization": f"Bearer {device.client.token}",
            "Content-Digest": digest_header(whole),
            "Repr-Digest": digest_header(whole),
            "Content-Length": str(len(whole)),
        }.items():
            line.putheader(name, value)
        line.endheaders(whole[:1000])
        # After two turns for another connection this one was let in, and then its bytes.
        device.client.get("/api/v1/receiver")
        device.client.get("/api/v1/receiver")
        serving.process.send_signal(signal.SIGTERM)
        _until_refused(serving.url)
        line.send(whole[1000:])
        answer = line.getresponse()

        assert (answer.status, b'"complete":true' in answer.read()) == (201, True)
        line.close()
        assert serving.stop() == 0


def _until_refused(url: str) -> None:
    """Wait until nobody new is let in: it has begun to stop."""
    host, port = url.removeprefix("http://").split(":")
    for _ in range(PATIENCE_S * 100):
        try:
            socket.create_connection((host, int(port)), timeout=PATIENCE_S).close()
        except ConnectionRefusedError:
            return
        except ConnectionResetError:
            # It was queued at the very moment when the door was closed; the next one is refused.
            continue
        threading.Event().wait(0.01)
    raise AssertionError("new connections are still let in")


@pytest.fixture
def listening(tmp_path: Path) -> Any:
    """A listener over an application whose one view waits until it is told."""
    clock = ManualClock()
    settings = Settings(data_folder=tmp_path / "data", port=0, threads=2)
    receiver = open_receiver(settings.data, clock)
    app = create_app(settings, clock, receiver)
    entered, may_go = threading.Event(), threading.Event()

    def slow() -> str:
        entered.set()
        may_go.wait(PATIENCE_S)
        return "done"

    from server.auth.policy import Policy, allow

    app.get("/slow")(allow(Policy.PUBLIC)(slow))
    listener = Listener(app, settings, clock)
    thread = threading.Thread(target=listener.run)
    thread.start()
    yield listener, clock, entered, may_go, thread
    may_go.set()
    listener.stop()
    listener.stop()
    thread.join()
    listener.close()
    receiver.close()


def _ask(url: str, answers: list[Any]) -> threading.Thread:
    import requests

    def ask() -> None:
        try:
            answers.append(requests.get(f"{url}/slow", timeout=PATIENCE_S).text)
        except requests.RequestException as error:
            answers.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def test_a_request_that_is_worked_on_is_answered(listening: Any) -> None:
    listener, _, entered, may_go, thread = listening
    answers: list[Any] = []
    asking = _ask(listener.url, answers)
    assert entered.wait(PATIENCE_S)

    listener.stop()
    _until_refused(listener.url)
    assert thread.is_alive()
    may_go.set()

    asking.join()
    thread.join()
    assert answers == ["done"]


def test_it_ends_in_time_whoever_is_still_at_it(listening: Any) -> None:
    listener, clock, entered, _, thread = listening
    answers: list[Any] = []
    asking = _ask(listener.url, answers)
    assert entered.wait(PATIENCE_S)
    listener.stop()
    _until_refused(listener.url)

    clock.advance(ANSWERING_S)
    thread.join(PATIENCE_S)

    assert not thread.is_alive()
    asking.join()
    assert isinstance(answers[0], Exception)


def test_told_twice_it_ends_at_once(listening: Any) -> None:
    listener, _, entered, _, thread = listening
    answers: list[Any] = []
    asking = _ask(listener.url, answers)
    assert entered.wait(PATIENCE_S)

    listener.stop()
    listener.stop()
    thread.join(PATIENCE_S)

    assert not thread.is_alive()
    asking.join()
