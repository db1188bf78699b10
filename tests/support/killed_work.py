"""What is killed at every call: recording, sending, freeing, starting, receiving. Real code only.

Each does its work in one thread, so that "the nth call" is the same call every time, and tells what
it promised to anybody, the moment it did.
"""

import logging
import pickle
import threading
from datetime import timedelta
from pathlib import Path

from desktop.handoff import Handoff
from desktop.recording.journal_file import JournalFile
from desktop.recording.segment_store import SegmentStore
from desktop.recording.segmenter import Place, Segmenter
from holdfast.clock import SystemClock
from holdfast.journal import Ended
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import try_lock
from holdfast.sidecar import Sidecar
from server.app import create_app
from server.listener import Listener
from server.receiver import open_receiver
from server.settings import Settings
from tests.recordings import DeviceOnPaper, begin_recording
from tests.support.killed_at_calls import Tell
from tests.support.scene_media import Encoded
from uploader.asking import asking
from uploader.freeing import Freer
from uploader.installation import Installation
from uploader.items import Step
from uploader.settings import UploadSettings
from uploader.worker import Worker

_AT_HOME = (Step.VERIFIED, Step.PLAYABLE)


def _opened(root: Path) -> Installation:
    installation = Installation.open(Home(root), SystemClock())
    assert installation.put_aside is None, "a kill damaged the database"
    return installation


def record(tell: Tell, root: Path, media: Path) -> None:
    """Record a part that was encoded before, segment by segment, and end it."""
    encoded: Encoded = pickle.loads(media.read_bytes())
    with _opened(root) as installation:
        home, clock = installation.home, SystemClock()
        paper = DeviceOnPaper(installation.identity.device, installation.identity.key)
        recording = begin_recording(home, paper)
        folder = recording.folder
        tell(f"begun {folder.recording}")
        handoff = Handoff(
            home,
            installation.queue,
            installation.identity.sign,
            clock,
            lambda: None,
            lambda _folder: False,
        )
        recorder = try_lock(folder.lock)
        assert recorder is not None

        def closed(sidecar: Sidecar) -> None:
            tell(f"closed {folder.path} {sidecar.segment} {sidecar.sha256}")
            handoff.segment_closed(folder, sidecar.segment)

        journal = JournalFile(folder)
        place = Place(folder.recording, 0, 0.0)
        _write(encoded, SegmentStore(folder, place, clock, journal.append, closed))
        journal.append(Ended("complete", "stopped", 5.0))
        recorder.release()
        handoff.recording_ended(folder, "test")
        tell(f"ended {folder.recording}")


def _write(encoded: Encoded, store: SegmentStore) -> None:
    init, fragments = encoded.split()
    segmenter = Segmenter(0)
    for picture in encoded.captured:
        segmenter.captured(picture)
    steps = segmenter.add(init)
    for each in fragments:
        steps += segmenter.add(each)
    for step in [*steps, *segmenter.end()]:
        store.take(step)
        store.sync()


def start(tell: Tell, root: Path) -> None:
    """The start of every command: open what there is, salvage, give everything its row."""
    with _opened(root) as installation:
        installation.adopt()
        for each in installation.queue.snapshot().recordings:
            tell(f"queued {each.id}")


def upload(tell: Tell, root: Path) -> None:
    """Start, and send until every recording is verified."""
    with _opened(root) as installation:
        installation.adopt()
        tell("started")
        worker = Worker(
            installation.queue,
            installation.enrolment,
            installation.adopt,
            installation.clock,
            UploadSettings(),
            uniform=lambda least, _most: least,
        )
        queue, pause = installation.queue, threading.Event()
        while any(each.step not in _AT_HOME for each in queue.snapshot().recordings):
            if not worker.run_once():
                worker.try_now()
                pause.wait(0.05)
        for each in queue.snapshot().recordings:
            tell(f"verified {each.id}")


def free(tell: Tell, root: Path) -> None:
    """Free every recording that is verified."""
    with _opened(root) as installation, asking(installation, threading.Event()) as asker:
        assert asker is not None
        installation.adopt()
        installation.queue.claims.release_dead()
        for each in installation.queue.snapshot().recordings:
            if each.custody.freed:
                continue
            folder = RecordingFolder(Path(each.folder))
            freed = Freer(installation.queue, asker).free(each.id, folder, "test", timedelta())
            assert freed.is_freed, freed.why
            tell(f"freed {each.id}")


def receive(tell: Tell, data: Path, port: int) -> None:
    """Be the receiver, without its worker, until somebody ends it."""
    # With one thread there is always somebody who waits, and it says so each time.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    clock = SystemClock()
    settings = Settings(data_folder=data, port=port, threads=1)
    receiver = open_receiver(settings.data, clock)
    receiver.heal()
    listener = Listener(create_app(settings, clock, receiver), settings, clock)
    tell(listener.url)
    listener.run()
