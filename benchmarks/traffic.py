"""A real receiver process on loopback, and a home whose queue has plenty to send to it."""

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.serving import COMMAND, admin
from uploader.enrol import enrol_device
from uploader.installation import Installation

SEED: Final = 11
SEGMENT_BYTES: Final = 8 << 20
_RECORDING_BYTES: Final = 64 << 20
_READY: Final = "Holdfast receiver on "
_STOP_S: Final = 30


@contextmanager
def busy_home(folder: Path, waiting_mib: int) -> Iterator[Home]:
    """A home that is enrolled at a running receiver, with so much waiting to be sent."""
    with our_receiver(folder / "receiver") as (url, _):
        yield enrolled_home(folder, url, waiting_mib << 20, SEGMENT_BYTES)


def enrolled_home(folder: Path, url: str, waiting_bytes: int, segment_bytes: int) -> Home:
    """A home beside the receiver's data, enrolled at it, with so much in segments of that size."""
    home = Home(folder / "home")
    code = admin(folder / "receiver", "device", "add", "bench")["code"]
    with Installation.open(home, SystemClock()) as installation:
        enrol_device(installation, url, code, "bench")
        identity = installation.identity
        _fill(home, DeviceOnPaper(identity.device, identity.key), waiting_bytes, segment_bytes)
        installation.adopt()
    return home


@contextmanager
def our_receiver(data: Path) -> Iterator[tuple[str, int]]:
    """`holdfast serve` on a free port; gives its address and its process."""
    data.mkdir(parents=True)
    # It says of each recording of noise that it cannot be joined, which is true.
    with (data.parent / "receiver.log").open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--data", str(data), "--port", "0"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdout is not None
        try:
            yield process.stdout.readline().removeprefix(_READY).split()[0], process.pid
        finally:
            process.terminate()
            process.wait(_STOP_S)
            process.stdout.close()


def _fill(home: Home, device: DeviceOnPaper, waiting_bytes: int, segment_bytes: int) -> None:
    # What is in them does not matter to the way; one block of noise serves for all.
    data = random.Random(SEED).randbytes(segment_bytes)
    left = waiting_bytes // segment_bytes
    most = max(1, _RECORDING_BYTES // segment_bytes)
    while left > 0:
        count = min(left, most)
        make_recording(home, device, [data] * count)
        left -= count
