"""Where a receiver keeps what it was given: the names, what lies behind them, and its locks.

Services take a `Store` as the receiver's paths. With the defaults it is the data folder.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from holdfast.ids import is_id
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from server.blobs.base import Blobs, Files
from server.blobs.local import LocalBlobs
from server.blobs.local_files import LocalFiles
from server.db.engine import Database
from server.engines import Engines

SharedLock = Callable[[str, str | None], AbstractContextManager[None] | None]


def _only_this_machine(work: str, key: str | None) -> AbstractContextManager[None] | None:
    return None


@dataclass(frozen=True, slots=True)
class Store(ReceiverData):
    """The receiver's names, the files behind them, and the locks that all receivers know."""

    files: Files = field(default_factory=LocalFiles)
    shared_lock: SharedLock = _only_this_machine
    """As `Database.shared_lock`: None where this machine is alone."""

    def recording_folders(self) -> Iterator[ReceivedRecording]:
        """Every recording that is kept, oldest id first."""
        for session in filter(is_id, self.files.folders(self.sessions)):
            for recording in filter(is_id, self.files.folders(self.session_folder(session))):
                yield self.recording(session, recording)


def open_store(data: ReceiverData, engines: Engines, database: Database) -> tuple[Store, Blobs]:
    """The store of these engines, and its segments under way. Raises EngineUnusable."""
    if engines.are_blobs_here:
        store = Store(data.root, LocalFiles(), database.shared_lock)
        return store, LocalBlobs(store)
    from server.blobs.bucket import Bucket
    from server.blobs.s3 import S3Blobs, S3Files

    bucket = Bucket(engines.blob_url)
    return Store(data.root, S3Files(data, bucket), database.shared_lock), S3Blobs(data, bucket)
