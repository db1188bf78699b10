"""Where the drill takes place: a home, a receiver, an uploader and a camera of its own.

They are the real programs, as child processes. Nothing outside the sandbox's folder is touched, and
what runs here is ended with it.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import psutil

from desktop.children import READY_LINE, command, end, environment, finished
from desktop.drill.camera import DrillCamera
from desktop.drill.relay import Relay
from holdfast.clock import Clock
from holdfast.command import Failure
from holdfast.durable import make_folder
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData

_COMMAND_S: Final = 60.0
_LOOK_EVERY_S: Final = 0.25
_SAFE: Final = "The drill touches nothing outside its own folder."


class Sandbox:
    """Everything of one drill. Use `opened`."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.home = Home(folder / "home")
        self.data = ReceiverData(folder / "receiver")
        self._clock = clock
        self._stack = ExitStack()
        self._nobody_stops = threading.Event()
        self._uploader: subprocess.Popen[str] | None = None
        self.camera = DrillCamera(clock)
        self._stack.callback(self.camera.close)
        self.network: Relay

    def _start(self) -> None:
        for each in (self.home.logs, self.home.recordings):
            make_folder(each)
        words = ["serve", "--data", str(self.data.root), "--host", "127.0.0.1", "--port", "0"]
        receiver = self.child(words, "serve.log", stdout=subprocess.PIPE)
        self._stack.callback(end, receiver)
        add = ["admin", "--data", str(self.data.root), "device", "add", "fire drill"]
        code = str(self.ask(*add)["code"])
        self.network = Relay(_port(receiver))
        self._stack.callback(self.network.close)
        self.ask("enrol", self.network.url, code)
        self._stack.callback(self.stop_uploader)
        self.start_uploader()

    def close(self) -> None:
        """End everything that runs here; files stay."""
        self._stack.close()

    def child(
        self, words: list[str], log: str, stdout: int | None = None
    ) -> "subprocess.Popen[str]":
        """Start one of our commands here; what it complains of is in `log`."""
        with (self.home.logs / log).open("a", encoding="utf-8") as file:
            return subprocess.Popen(
                command(words),
                env=environment(self.home),
                stdin=subprocess.DEVNULL,
                stdout=file if stdout is None else stdout,
                stderr=file,
                text=True,
            )

    def ask(self, *words: str) -> Any:
        """What one of our commands answers. Raises Failure where it fails."""
        done = self._run(*words, "--json")
        if not done.stdout:
            raise Failure(
                f"The drill stopped at holdfast {words[0]}: {done.stderr.strip()} {_SAFE}"
            )
        return json.loads(done.stdout)

    def refusal(self, *words: str) -> str:
        """What one of our commands says when it refuses; empty where it does not."""
        done = self._run(*words)
        said = done.stderr.strip().splitlines()
        return said[-1] if done.returncode and said else ""

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        try:
            return finished(words, environment(self.home), _COMMAND_S)
        except subprocess.TimeoutExpired as error:
            raise Failure(
                f"The drill stopped: holdfast {words[0]} did not end within {_COMMAND_S:.0f} s. "
                f"{_SAFE} Try again when this computer has less to do."
            ) from error

    def record(self, prompt: str) -> "subprocess.Popen[str]":
        """Begin a recording of the drill's camera, in a process of its own, until it is ended."""
        words = ["record", "--source", self.camera.url, "--audio", "test", "--prompt", prompt]
        process = self.child(
            [*words, "--participant", "DRILL", "--json"], "record.log", subprocess.PIPE
        )
        self._stack.callback(kill_tree, process)
        return process

    def start_uploader(self) -> None:
        """Start to send, as after a restart of the computer."""
        self._uploader = self.child(["upload", "--json"], "upload.log")

    def stop_uploader(self) -> None:
        """End the uploader in good order."""
        if self._uploader is not None:
            end(self._uploader)

    def kill_uploader(self) -> None:
        """End the uploader as a power cut would."""
        if self._uploader is not None:
            kill_tree(self._uploader)

    def queue(self) -> Mapping[str, Any]:
        """The queue as `holdfast queue list --json` tells it."""
        answer: Mapping[str, Any] = self.ask("queue", "list")
        return answer

    def recording_of(self, prompt: str) -> Mapping[str, Any] | None:
        """The drill's recording that answers this prompt, as the queue knows it."""
        found = (each for each in self.queue()["recordings"] if each["prompt"] == prompt)
        return next(found, None)

    def until(self, is_so: Callable[[], bool], limit_s: float) -> bool:
        """Wait until this is so; false where it never was."""
        deadline_ns = self._clock.monotonic_ns() + int(limit_s * 1e9)
        while not is_so():
            if self._clock.monotonic_ns() > deadline_ns:
                return False
            self.wait(_LOOK_EVERY_S)
        return True

    def wait(self, seconds: float) -> None:
        """Let what runs here go on for a while."""
        self._nobody_stops.wait(seconds)


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Sandbox]:
    """A sandbox in which everything runs. Raises Failure where it cannot."""
    sandbox = Sandbox(folder, clock)
    try:
        sandbox._start()
        yield sandbox
    finally:
        sandbox.close()


def kill_tree(process: "subprocess.Popen[str]") -> None:
    """Kill a process with everything that it started, at once and without a warning."""
    if process.poll() is None:
        parent = psutil.Process(process.pid)
        family = [*parent.children(recursive=True), parent]
        for each in family:
            try:
                each.kill()
            except psutil.NoSuchProcess:
                # It ended with another one.
                continue
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _port(receiver: "subprocess.Popen[str]") -> int:
    assert receiver.stdout is not None
    for line in receiver.stdout:
        if line.startswith(READY_LINE):
            return int(line.split()[3].rpartition(":")[2])
    raise Failure(f"The drill's receiver did not start; its log serve.log says why. {_SAFE}")


def is_small_disk_possible() -> bool:
    """Whether this computer lets a drill have a disk of its own without being asked for rights."""
    if sys.platform != "linux":
        return False
    try:
        tried = subprocess.run(
            [*IN_OWN_NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
            capture_output=True,
            check=False,
            timeout=_COMMAND_S,
        )
    except OSError:
        return False
    return tried.returncode == 0


IN_OWN_NAMESPACE: Final = ("unshare", "--user", "--map-root-user", "--mount")
"""Runs a command where mounting changes nothing for the rest of the computer (util-linux)."""


def mount_small_disk(folder: Path, size_bytes: int) -> None:
    """Put a small disk of its own at `folder`. Raises Failure; only in a namespace of our own."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size_bytes},mode=0700", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Failure(f"The drill's small disk cannot be made: {done.stderr.strip()} {_SAFE}")


def unmount(folder: Path) -> None:
    """Take the small disk away, with everything on it."""
    subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)
