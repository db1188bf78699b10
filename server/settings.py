"""What `serve` can be told. Values only."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

from holdfast.protocol import BODY_MOST_BYTES, SEGMENT_MOST_BYTES
from holdfast.receiver_layout import ReceiverData
from server.bounds import Bounds
from server.engines import OUT_OF_THE_BOX, Engines
from server.patience import Patience

JSON_MOST_BYTES: Final = 1 << 20
MANIFEST_MOST_BYTES: Final = 32 << 20
"""A day of recording has some 20,000 segments of 300 bytes in its manifest."""

WHOLE_FILE_MOST_BYTES: Final = 4 << 30
"""What another uploader may send as one request; larger files come in chunks."""


class Dialects(Enum):
    """Whether the requests of other uploaders are understood, and who may send them."""

    OFF = "off"
    TOKENS = "with tokens"
    OPEN = "without tokens, for trials on this computer"


@dataclass(frozen=True, slots=True)
class DialectSettings:
    """Other uploaders' dialects; `progress_port` is the port of their WebSocket, 0 a free one."""

    mode: Dialects = Dialects.OFF
    progress_port: int = 8765
    whole_file_most_bytes: int = WHOLE_FILE_MOST_BYTES


@dataclass(frozen=True, slots=True)
class Settings:
    """One receiver. Sizes in bytes, times in seconds."""

    data_folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 12
    workers: int = 1
    connection_limit: int = 2048
    patience: Patience = field(default_factory=Patience)
    body_most_bytes: int = BODY_MOST_BYTES
    stranger_most_bytes: int = JSON_MOST_BYTES
    arriving_most_bytes: int = 2 << 30
    segment_most_bytes: int = SEGMENT_MOST_BYTES
    json_most_bytes: int = JSON_MOST_BYTES
    manifest_most_bytes: int = MANIFEST_MOST_BYTES
    enrol_attempts_a_minute: int = 10
    behind_proxy: str | None = None
    """The address of the one proxy whose word is taken for who asks; None: nobody's."""
    public_url: str | None = None
    """Where people and devices reach this receiver, where that is not its own address."""
    bounds: Bounds = field(default_factory=Bounds)
    engines: Engines = OUT_OF_THE_BOX
    requests_a_minute: int = 12_000
    """Of one token; a minute's worth may come at once."""
    refusals_a_minute: int = 120
    """Of one address, with tokens that nobody knows."""
    notes_a_minute: int = 30
    """Lines in the audit log about one caller's refused requests."""
    cors_origins: tuple[str, ...] = ()
    """Whose pages may call the API from a browser, such as `https://lab.example.org`."""
    dialects: DialectSettings = field(default_factory=DialectSettings)

    @property
    def data(self) -> ReceiverData:
        """The paths of everything that is kept."""
        return ReceiverData(self.data_folder)
