"""Photographs the real app, with the real scene and a real receiver, for the documentation.

    scripts/screenshots.py [FOLDER]     default: docs/screenshots

Everything runs on this machine in a temporary folder and on a screen of air (Xvfb); xdotool is the
person. Pictures that change with the minute are made anew each time: look at them before you
commit them.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCHEMES = ("light", "dark")
APP = """
import sys
from pathlib import Path
from desktop.app import run
from desktop.recording.model import CaptureRequest
from holdfast.layout import Home
home, source, scheme = sys.argv[1:]
captures = [CaptureRequest(each) for each in source.split(",")]
sys.exit(run(Home(Path(home)), captures, scheme=scheme, stop_guard=True))
"""
SMALLER = ("windowsize", "1024", "640")
RECORD_BUTTON = "34,560"
FRAME = "26,300"
MIDDLE_OF_PICTURE = (450, 300)
REDS = {"D3242B", "B81D24"}
"""Of the big button, and of the frame while it records."""
BANNER = "60,112"
AMBERS = {"FDF0D8", "382A10"}
"""Of a banner with a warning, light and dark."""
APART_S = 0.4
"""Between two presses of a key. A server of X that is kept waiting gives two quick ones the same
millisecond, and Qt takes the second for a key that is held down."""


def holdfast(*words: str) -> str:
    """Run one command to its end and return what it says."""
    return subprocess.run(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


@contextmanager
def started(
    words: list[str], env: dict[str, str] | None = None, **more: Any
) -> Iterator[subprocess.Popen[str]]:
    """A program that runs until the end of the block."""
    process = subprocess.Popen(words, cwd=ROOT, env=env, text=True, **more)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def receiver(data: Path, home: Path) -> Iterator[None]:
    """A receiver at which `home` is enrolled."""
    serve = [sys.executable, "-m", "holdfast", "serve", "--data", str(data), "--port", "0"]
    with started(serve, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        added = holdfast("admin", "--data", str(data), "device", "add", "Field laptop", "--json")
        holdfast("enrol", "--home", str(home), url, json.loads(added)["code"])
        yield


@contextmanager
def screen(width: int, height: int, scale: float) -> Iterator[dict[str, str]]:
    """The environment of a program with an empty screen for itself."""
    reader, writer = os.pipe()
    size = f"{width}x{height}x24"
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"]
    with started(words, pass_fds=[writer], stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as answer:
            display = f":{answer.readline().strip()}"
        yield {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(scale),
        }


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait, for three minutes at the most: a busy computer prepares a film slowly."""
    if not within(180, holds):
        sys.exit(f"not within three minutes: {what}")


def within(seconds: int, holds: Callable[[], bool]) -> bool:
    """Whether it holds within so long."""
    for _ in range(seconds * 2):
        if holds():
            return True
        time.sleep(0.5)
    return False


class Person:
    """Looks at the screen and presses keys; photographs into `folder`."""

    def __init__(self, env: dict[str, str], home: Path, folder: Path) -> None:
        self.env = env
        self.home = home
        self.folder = folder

    def press(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.env, check=True)

    def say_who(self, participant: str, prompt: str) -> None:
        """Type into the two fields, and leave them."""
        # A busy computer takes its time until the window is there and listens.
        until(lambda: self.sees(RECORD_BUTTON, REDS), "the window is ready")
        # By their keys: a banner above moves the fields.
        for key, words in (("alt+p", participant), ("alt+o", prompt)):
            self.press("key", key)
            self.press("key", "ctrl+a")
            self.press("type", words)

    def toggle_recording(self) -> None:
        """Record or stop, and see that it is so."""
        # While it records the button stands higher: the line for marks is below it.
        until(self._can_toggle, "the big button can be pressed")
        was_recording = self.sees(FRAME, REDS)
        for _ in range(6):
            # Once begins it; a stop has to be meant.
            for _ in range(2 if was_recording else 1):
                self.press("key", "F9")
                time.sleep(APART_S)
            if within(10, lambda: self.sees(FRAME, REDS) != was_recording):
                return
        sys.exit("it does not answer to F9")

    def _can_toggle(self) -> bool:
        return self.sees(RECORD_BUTTON, REDS) or self.sees(FRAME, REDS)

    def sees(self, place: str, colours: set[str]) -> bool:
        """Whether this place on the screen has one of these colours."""
        return self._colour(place) in colours

    def photograph(self, name: str, area: str = "100%x100%+0+0") -> None:
        """Take a picture of an area, between two of the scene's white flashes."""
        path = self.folder / f"{name}.png"
        words = ["import", "-window", "root", "-crop", area, "+repage", "-quality", "95", str(path)]
        for _ in range(20):
            subprocess.run(words, env=self.env, check=True)
            if self._brightness(path) < 0.95:
                break
            time.sleep(0.15)
        sys.stdout.write(f"{path}\n")

    def queue(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            holdfast("queue", "list", "--home", str(self.home), "--json")
        )
        return found

    def wait_until_home(self, count: int) -> None:
        def is_home() -> bool:
            playable = [each["custody"]["playable"] for each in self.queue()["recordings"]]
            return len(playable) == count and all(playable)

        until(is_home, f"{count} recordings with four lights")
        time.sleep(1.5)

    def _colour(self, place: str) -> str:
        path = self.home.parent / "look.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)
        words = ["convert", str(path), "-format", f"%[hex:p{{{place}}}]", "info:"]
        answer = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
        return answer.stdout.strip()[:6]

    def _brightness(self, path: Path) -> float:
        x, y = MIDDLE_OF_PICTURE
        spot = f"40x40+{x}+{y}"
        words = ["convert", str(path), "-crop", spot, "-format", "%[fx:mean]", "info:"]
        answer = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
        return float(answer.stdout)


@contextmanager
def window(
    home: Path,
    folder: Path,
    scheme: str,
    source: str = "test",
    scale: float = 1.0,
) -> Iterator[Person]:
    """The app on a screen of its own, with its picture showing."""
    with screen(round(1280 * scale), round(800 * scale), scale) as env:
        app = [sys.executable, "-c", APP, str(home), source, scheme]
        with started(app, env):
            time.sleep(5)
            yield Person(env, home, folder)


def record_earlier(home: Path) -> None:
    """Two recordings from this morning, sent and checked."""
    for participant, prompt in (("P-015", "smile"), ("P-016", "free play")):
        words = ("--source", "test", "--seconds", "8", "--prompt", prompt)
        holdfast("record", "--home", str(home), "--participant", participant, *words)
    holdfast("upload", "--home", str(home), "--until-empty", "--timeout", "60")


def photograph_a_day(folder: Path, scheme: str) -> None:
    """From recording to four lights, and what it looks like when the receiver is away."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as online:
        home = Path(place, "home")
        online.enter_context(receiver(Path(place, "receiver"), home))
        record_earlier(home)
        with window(home, folder, scheme) as person:
            person.say_who("P-017", "smile")
            person.toggle_recording()
            time.sleep(6)
            person.press("key", "m")
            time.sleep(7)
            person.photograph(f"window-recording-{scheme}")
            person.toggle_recording()
            person.wait_until_home(3)
            person.photograph(f"window-verified-{scheme}")
            online.close()
            person.say_who("P-018", "smile")
            person.toggle_recording()
            time.sleep(10)
            person.toggle_recording()
            until(lambda: person.queue()["network"] != "online", "the receiver is missed")
            time.sleep(1.5)
            person.photograph(f"window-receiver-away-{scheme}")
            person.press("search", "--onlyvisible", "--name", "Holdfast", *SMALLER)
            time.sleep(1.5)
            person.photograph(f"window-small-{scheme}", "1024x640+0+0")


def photograph_without_a_camera(folder: Path, scheme: str) -> None:
    """The first start on a computer without a camera, on a screen scaled to 150 %."""
    with (
        tempfile.TemporaryDirectory() as place,
        window(Path(place, "home"), folder, scheme, source="0", scale=1.5) as person,
    ):
        time.sleep(8)
        person.photograph(f"window-no-camera-{scheme}")


def photograph_two_cameras(folder: Path, scheme: str) -> None:
    """A recording with two cameras, in a small window as well."""
    with (
        tempfile.TemporaryDirectory() as place,
        window(Path(place, "home"), folder, scheme, source="test,test:live") as person,
    ):
        person.say_who("P-019", "interview")
        person.press("key", "F9")
        time.sleep(8)
        person.photograph(f"window-two-cameras-{scheme}")


def photograph_a_finding(folder: Path, scheme: str) -> None:
    """A recording that ended too soon, and what the check says of it."""
    with (
        tempfile.TemporaryDirectory() as place,
        window(Path(place, "home"), folder, scheme) as person,
    ):
        person.say_who("P-020", "smile")
        person.toggle_recording()
        time.sleep(1)
        person.toggle_recording()
        until(lambda: person.sees(BANNER, AMBERS), "the check has found something")
        time.sleep(1.5)
        person.photograph(f"window-checked-{scheme}")


def photograph_choosing(folder: Path, scheme: str) -> None:
    """Another camera or microphone, chosen while it records; then the rules of sending."""
    with (
        tempfile.TemporaryDirectory() as place,
        window(Path(place, "home"), folder, scheme) as person,
    ):
        person.say_who("P-021", "smile")
        person.toggle_recording()
        time.sleep(4)
        person.press("key", "alt+c")
        time.sleep(5)
        person.photograph(f"window-devices-{scheme}")
        person.press("key", "Escape")
        time.sleep(2)
        person.toggle_recording()
        time.sleep(2)
        person.press("key", "ctrl+comma")
        time.sleep(2)
        person.photograph(f"window-settings-{scheme}")


def photograph_paused(folder: Path, scheme: str) -> None:
    """A recording that somebody has paused."""
    with (
        tempfile.TemporaryDirectory() as place,
        window(Path(place, "home"), folder, scheme) as person,
    ):
        person.say_who("P-020", "free play")
        person.toggle_recording()
        time.sleep(8)
        person.press("key", "p")
        until(lambda: not person.sees(FRAME, REDS), "it is paused")
        time.sleep(5)
        person.photograph(f"window-paused-{scheme}")


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        photograph_a_day(folder, scheme)
        photograph_without_a_camera(folder, scheme)
        photograph_two_cameras(folder, scheme)
        photograph_choosing(folder, scheme)
        photograph_paused(folder, scheme)
        photograph_a_finding(folder, scheme)


if __name__ == "__main__":
    main()
