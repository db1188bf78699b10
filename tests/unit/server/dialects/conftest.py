"""A receiver that understands other uploaders, with tokens unless a test says otherwise."""

from pathlib import Path

import pytest

from server.engines import Engines
from server.settings import Dialects, DialectSettings, Settings
from tests.unit.server.conftest import NO_HURRY


@pytest.fixture
def mode() -> Dialects:
    return Dialects.TOKENS


@pytest.fixture
def settings(tmp_path: Path, mode: Dialects, engines: Engines, only_films: None) -> Settings:
    return Settings(
        engines=engines,
        data_folder=tmp_path / "data",
        port=0,
        threads=4,
        patience=NO_HURRY,
        body_most_bytes=1 << 20,
        segment_most_bytes=4 << 20,
        dialects=DialectSettings(mode, progress_port=0, whole_file_most_bytes=3 << 20),
    )
