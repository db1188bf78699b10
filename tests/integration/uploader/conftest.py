"""A real receiver for all tests of a module, and devices that are enrolled at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.locks import try_lock
from tests.recordings import DeviceOnPaper, RecordingOnDisk, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.other_disk import other_disk
from tests.support.suitcases import Disk
from tests.support.system_bus import system_bus
from tests.support.troubled_proxy import TroubledProxy
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import UploadEvent


@dataclass
class Device:
    """An enrolled home, opened by this process."""

    installation: Installation
    events: list[UploadEvent] = field(default_factory=list)

    @property
    def home(self) -> Home:
        return self.installation.home

    def record(self, *sizes: int, decision: str | None = "kept") -> RecordingOnDisk:
        """A recording that ended, with random segments of these sizes."""
        paper = DeviceOnPaper(self.installation.identity.device, self.installation.identity.key)
        recording = make_recording(
            self.home,
            paper,
            sizes=sizes,
            decision=decision,  # type: ignore[arg-type]  # tests may write nonsense
        )
        self.installation.adopt()
        return recording

    def on_paper(self) -> DeviceOnPaper:
        """Who records on this device."""
        return DeviceOnPaper(self.installation.identity.device, self.installation.identity.key)


@pytest.fixture(scope="session")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    """A receiver that makes no films of what it gets: nobody here looks at them."""
    live = LiveReceiver.start(tmp_path_factory.mktemp("receiver"), workers=0)
    yield live
    live.stop()


@pytest.fixture(scope="session")
def receiver_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    """A receiver whose data are on another disk than the devices' recordings."""
    with other_disk(tmp_path_factory.getbasetemp()) as folder:
        live = LiveReceiver.start(folder / "data", workers=0)
        yield live
        live.stop()


@pytest.fixture
def proxy(receiver: LiveReceiver) -> Iterator[TroubledProxy]:
    troubled = TroubledProxy(receiver.url).start()
    yield troubled
    troubled.stop()


@pytest.fixture
def new_device(tmp_path: Path, receiver: LiveReceiver) -> Iterator[Callable[[str], Device]]:
    """Makes devices that are enrolled at the receiver, to be reached at an address."""
    opened: list[Installation] = []

    def make(url: str) -> Device:
        home = Home(tmp_path / f"home{len(opened)}")
        installation = Installation.open(home, SystemClock())
        opened.append(installation)
        enrol_device(installation, url, receiver.enrolment_code(), "kiosk")
        return Device(installation)

    yield make
    for installation in opened:
        installation.close()


@pytest.fixture
def device(new_device: Callable[[str], Device], receiver: LiveReceiver) -> Device:
    """A device at the receiver's own address; a test of what is in between makes its own."""
    return new_device(receiver.url)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """The disk that suitcases travel on."""
    folder = tmp_path / "disk"
    folder.mkdir()
    return Disk(folder)


@contextmanager
def in_review(device: Device, *sizes: int) -> Iterator[RecordingOnDisk]:
    """A recording that has ended, and that somebody looks at and has not decided about."""
    recording = make_recording(device.home, device.on_paper(), sizes=sizes, decision="pending")
    looked_at = try_lock(recording.folder.lock, shared=True)
    assert looked_at is not None
    with looked_at:
        device.installation.adopt()
        yield recording


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a system bus on which nobody has spoken yet."""
    with system_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address
