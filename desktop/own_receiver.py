"""A receiver on this computer, for whoever has no other: `holdfast serve` as a child of the window.

It listens on this computer alone, ends with the window however that ends, and is started again
where it dies. What it has received stays in the home's `receiver` folder. It must not import the
receiver: the two meet on the wire, as with any other.
"""

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from desktop import settings_file
from desktop.window_settings import OWN_RECEIVER_PORT
from holdfast.clock import Clock
from holdfast.durable import make_folder
from holdfast.invitation import Invitation
from holdfast.layout import Home
from uploader.identity import Identity, keep_enrolment, load_enrolment, open_secrets

_log = logging.getLogger(__name__)

READY_S: Final = 120.0
"""A computer that is busy takes its time; a receiver that is ready in 2 s is shown in 2 s."""
_STOP_S: Final = 15.0
_COMMAND_S: Final = 60.0
_AGAIN_S: Final = (1.0, 2.0, 5.0, 15.0, 60.0)
"""How long to wait before a receiver that died is started again."""
_ANY_PORT: Final = 0
_READY_LINE: Final = "Holdfast receiver on "
_HOST: Final = "127.0.0.1"
_CODE_FOR: Final = "this computer"


class OwnReceiverFailed(Exception):
    """The receiver on this computer does not run. The message is a sentence for a person."""


class OwnReceiverSlow(OwnReceiverFailed):
    """It was not ready in time, on this port or on another."""


class OwnReceiver:
    """One home's own receiver. `start` it once; `close` it with the window."""

    def __init__(self, home: Home, clock: Clock, port: int) -> None:
        self._home = home
        self._clock = clock
        self._port = port
        self._process: subprocess.Popen[str] | None = None
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self.url = ""
        """Where it is reached, once it was started."""

    def start(self) -> str:
        """Start it, and keep it running; returns its address. Raises OwnReceiverFailed.

        Where its port is taken by another program it takes a free one, and this computer's
        enrolment follows it there.
        """
        url = self._start_somewhere()
        threading.Thread(target=self._keep_running, name="own-receiver", daemon=True).start()
        return url

    def close(self) -> None:
        """End it in good order; what it is receiving is sent again at the next start."""
        self._closing.set()
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        _let_go(process)
        try:
            process.wait(timeout=_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def invite(self) -> Invitation:
        """What this computer needs to enrol at it. Raises OwnReceiverFailed."""
        added = self._ask(["device", "add", _CODE_FOR])
        return Invitation(self.url, str(added["code"]), str(self._ask(["identity"])["key"]))

    def sign_in_link(self, user: str) -> str:
        """A link that opens its pages once, as this user, who may do everything there.

        Raises OwnReceiverFailed.
        """
        return str(self._ask(["user", "add", user, "--role", "admin"])["link"])

    def _start_somewhere(self) -> str:
        try:
            process, url = self._started(self._port)
        except OwnReceiverSlow:
            raise
        except OwnReceiverFailed as error:
            _log.warning("port %s does not do: %s", self._port, error)
            process, url = self._started(_ANY_PORT)
        with self._lock:
            self._process = process
        self._port = int(url.rpartition(":")[2])
        self.url = url
        self._follow(url)
        return url

    def _started(self, port: int) -> tuple[subprocess.Popen[str], str]:
        make_folder(self._home.logs)
        log_file = self._home.logs / "receiver.log"
        words = ["serve", "--data", str(self._home.receiver), "--host", _HOST]
        words += ["--port", str(port), "--with-parent", "--log-form", "json"]
        with log_file.open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                _command(words),
                env=self._environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        try:
            return process, _address(process, READY_S)
        except TimeoutError as error:
            _kill(process)
            raise OwnReceiverSlow(
                "The receiver on this computer is not ready after 2 minutes. Recordings are safe "
                "and wait; try again when this computer has less to do."
            ) from error
        except EOFError as error:
            _kill(process)
            raise OwnReceiverFailed(
                "The receiver on this computer did not start. Recordings are safe and wait; "
                f"{log_file} says why."
            ) from error

    def _keep_running(self) -> None:
        waits = iter(_AGAIN_S)
        wait_s = next(waits)
        while not self._closing.is_set():
            process = self._process
            if process is None:
                return
            process.wait()
            _let_go(process)
            if self._closing.wait(wait_s):
                return
            _log.warning("the receiver on this computer ended (%s)", process.returncode)
            wait_s = next(waits, _AGAIN_S[-1])
            try:
                self._start_somewhere()
            except (OwnReceiverFailed, OSError) as error:
                _log.warning("the receiver on this computer is not back: %s", error)
        # Closed while it was coming back.
        self.close()

    def _follow(self, url: str) -> None:
        """Have this computer send there, where it is enrolled at this very receiver."""
        settings_file.change(self._home.config, {OWN_RECEIVER_PORT.name: self._port})
        secrets = open_secrets(self._home)
        enrolment = load_enrolment(self._home, secrets)
        if enrolment is None or enrolment.url == url:
            return
        if enrolment.receiver != str(self._ask(["identity"])["receiver"]):
            return
        device = Identity.load_or_create(secrets, self._clock).device
        keep_enrolment(self._home, secrets, device, replace(enrolment, url=url))

    def _ask(self, words: Sequence[str]) -> dict[str, Any]:
        """Run one of the receiver's own commands with `--json` and return what it printed."""
        try:
            done = subprocess.run(
                _command(["admin", "--data", str(self._home.receiver), *words, "--json"]),
                env=self._environment(),
                capture_output=True,
                text=True,
                check=False,
                timeout=_COMMAND_S,
            )
        except subprocess.TimeoutExpired as error:
            raise OwnReceiverFailed(
                "The receiver on this computer did not answer in time. Nothing was changed; "
                "try again when this computer has less to do."
            ) from error
        if done.returncode != 0:
            raise OwnReceiverFailed(done.stderr.strip() or "The receiver did not say why not.")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "HOLDFAST_HOME": str(self._home.root)}


def _command(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "holdfast", *words]


def _address(process: subprocess.Popen[str], limit_s: float) -> str:
    """What it says once it is ready.

    Raises TimeoutError where it says nothing in time, EOFError where it ends before.
    """
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        assert process.stdout is not None
        lines.put(process.stdout.readline())

    threading.Thread(target=read, name="receiver-ready", daemon=True).start()
    try:
        line = lines.get(timeout=limit_s)
    except queue.Empty:
        raise TimeoutError from None
    if not line.startswith(_READY_LINE):
        raise EOFError
    return line.removeprefix(_READY_LINE).split()[0]


def _kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    _let_go(process)


def _let_go(process: subprocess.Popen[str]) -> None:
    """Close our ends of its streams: with its input at an end, it stops."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
