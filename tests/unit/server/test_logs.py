"""The log: lines that a program can read, with request ids and without anybody's secrets."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from waitress.task import ThreadedTaskDispatcher

from server.auth.policy import Role
from server.logs import JsonLines, LogSettings, TextLines, combed, configure
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

LOGGERS = ("urllib3", "waitress", "waitress.queue")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged, at the most talkative level, as JSON."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    others = {name: logging.getLogger(name).level for name in LOGGERS}
    stream = io.StringIO()
    configure(LogSettings("json", "debug"), stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in others.items():
        logging.getLogger(name).setLevel(before)


def test_requests_that_wait_for_their_turn_do_not_fill_the_log(written: io.StringIO) -> None:
    dispatcher = ThreadedTaskDispatcher()

    dispatcher.add_task(object())

    assert len(dispatcher.queue) == 1
    assert lines(written) == []


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def answered(written: io.StringIO) -> list[dict[str, Any]]:
    return [line for line in lines(written) if line["logger"] == "server.ops.requests"]


def test_a_request_is_one_line_with_its_id(
    running: Running, device: EnrolledDevice, written: io.StringIO
) -> None:
    given = device.client.call("GET", "/api/v1/receiver", headers={"X-Request-Id": "proxy-17"})
    made = device.client.call("GET", "/api/v1/receiver", headers={"X-Request-Id": "no\tgood id"})

    device.client.call("NEVER-HEARD-OF" * 1000, "/api/v1/receiver")
    first, second, third = answered(written)
    assert len(third["method"]) == 20
    assert len(third["message"]) < 100
    assert given.headers["X-Request-Id"] == first["request"] == "proxy-17"
    assert made.headers["X-Request-Id"] == second["request"]
    assert len(second["request"]) == 16
    named = {key: first[key] for key in ("method", "route", "status", "role", "device")}
    assert named == {
        "method": "GET",
        "route": "/api/v1/receiver",
        "status": 200,
        "role": "device",
        "device": device.id,
    }


def test_whatever_is_logged_while_a_request_is_answered_carries_its_id(
    running: Running, device: EnrolledDevice, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("the cable for P-017 is out")

    monkeypatch.setattr(running.receiver.devices, "heartbeat", broken)
    answer = device.client.call("PUT", "/api/v1/devices/self/status", json={})

    assert answer.status_code == 500
    (failure,) = [line for line in lines(written) if line["level"] == "error"]
    assert failure["request"] == answer.headers["X-Request-Id"]
    assert "RuntimeError" in failure["exception"]
    assert "cable" not in answer.text


def test_no_secret_and_no_person_gets_into_the_log(running: Running, written: io.StringIO) -> None:
    code = running.receiver.devices.add("kiosk").code
    device = EnrolledDevice.enrol(running.url, code)
    link = running.receiver.users.add_link("Ann Admin", Role.ADMIN)
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    browser = running.anonymous()
    entered = browser.get(f"{running.url}/web/enter/{link}", timeout=10, allow_redirects=False)
    cookie = entered.headers["Set-Cookie"].split(";")[0].partition("=")[2]
    # The clock here stands in the past, so that requests would not keep it by itself.
    page = f"{running.url}/web/recordings/{take.id}"
    seen = browser.get(page, timeout=10, headers={"Cookie": f"holdfast={cookie}"})
    running.anonymous().get(f"{running.url}/nowhere/P-017?x=P-017", timeout=10)

    text = written.getvalue()

    assert len(answered(written)) >= 8
    assert seen.status_code == 200
    assert len(cookie) > 20
    for secret in (code, device.client.token, link, "P-017", "Ann Admin", "127.0.0.1", cookie):
        assert secret not in text
    assert take.id in text


@pytest.mark.parametrize(
    ("said", "combed_out"),
    [
        ("GET /web/enter/s3cr3t failed", "s3cr3t"),
        ("DELETE /api/v1/studies/x/participants/P-017 failed", "P-017"),
        ("Authorization: Bearer abc.def-1", "abc.def-1"),
        ("the token hfd_0123456789abcdef0123456789 is odd", "hfd_0123456789abcdef0123456789"),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    ],
)
def test_what_others_write_is_combed(said: str, combed_out: str) -> None:
    assert combed_out not in combed(said)
    assert "[hidden]" in combed(said)


@pytest.mark.parametrize("form", ["text", "json"])
def test_nobody_writes_a_line_of_their_own(form: Literal["text", "json"]) -> None:
    said = "odd\n2026-11-21 ERROR forged\r\x1b[2J\x9b2J\u2028\u202eend"
    formatter = TextLines() if form == "text" else JsonLines()
    try:
        raise ValueError(said)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "%s", (said,), sys.exc_info())

    written = formatter.format(record)

    first, *below = written.split("\n")
    assert "forged" in first
    assert all(each.startswith("  ") for each in below)
    assert bool(below) == (form == "text")
    assert all(line.isprintable() for line in (first, *below))


def test_on_a_terminal_lines_are_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = Terminal()
    try:
        configure(LogSettings("auto", "warning"), stream)
        try:
            raise ValueError("worse")
        except ValueError:
            logging.getLogger("x").exception("it went badly", extra={"facts": {"status": 500}})
        logging.getLogger("x").info("unheard")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)

    first, *rest = stream.getvalue().splitlines()
    assert first.endswith("ERROR it went badly status=500")
    assert rest[-1] == "  ValueError: worse"
    assert "unheard" not in stream.getvalue()
    assert sys.stderr is not stream
