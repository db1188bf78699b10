"""Chromium without a screen, driven through its debugging pipe; for tests of pages.

Nothing is injected into the pages, so their content security policy stays as it is.
"""

import json
import os
import select
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

TIMEOUT_S = 60
_LOADED = """
new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))
"""


class Browser:
    """One Chromium with one tab. Use as a context manager."""

    def __init__(self, profile: Path) -> None:
        commands_read, self._commands = os.pipe()
        self._answers, answers_write = os.pipe()
        self._process = subprocess.Popen(
            [
                "bash",
                "-c",
                f'exec 3<&{commands_read} 4>&{answers_write}; exec "$@"',
                "bash",
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--autoplay-policy=no-user-gesture-required",
                "--remote-debugging-pipe",
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            pass_fds=(commands_read, answers_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands_read)
        os.close(answers_write)
        self._pending = b""
        self._number = 0
        self.requested: list[str] = []
        """Addresses of everything that the pages asked for."""
        self.complaints: list[str] = []
        """What the browser logged: errors, violations of the policy."""
        target = self._send("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._send("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session: str | None = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable", {})

    _session: str | None = None

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        self._send("Page.navigate", {"url": url})
        self.run(_LOADED)

    def run(self, script: str) -> Any:
        """The value of a script in the page; promises are awaited."""
        answer = self._send(
            "Runtime.evaluate",
            {"expression": script, "awaitPromise": True, "returnByValue": True},
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def emulate_dark(self) -> None:
        """Prefer dark colours from now on."""
        features = [{"name": "prefers-color-scheme", "value": "dark"}]
        self._send("Emulation.setEmulatedMedia", {"features": features})

    def _send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Network.requestWillBeSent":
            self.requested.append(event["params"]["request"]["url"])
        elif event.get("method") == "Log.entryAdded":
            self.complaints.append(event["params"]["entry"]["text"])

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._answers], [], [], TIMEOUT_S)
            data = os.read(self._answers, 1 << 20) if ready else b""
            assert data, "Chromium does not answer"
            self._pending += data
        message, _, self._pending = self._pending.partition(b"\0")
        value: dict[str, Any] = json.loads(message)
        return value

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._commands)
        os.close(self._answers)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
