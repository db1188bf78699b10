"""Video files that somebody brings to the receiver: taken once, whole, and told about."""

import shutil
import threading
from pathlib import Path

import pytest

from server.domain.imports import Imports
from server.jobs.runner import Runner
from server.ops.export import Exporting
from server.ops.file_import import PIECE_BYTES, Brought, FileImports, Told
from tests.support.footage import grow, make_footage
from tests.unit.server.conftest import Running

TOLD = Told("P-017", "smile", "faces")


def importing(running: Running, told: Told = TOLD) -> FileImports:
    here = running.receiver
    return FileImports(
        here.database, here.imports, here.sessions, here.own_device.id(), here.clock, told
    )


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    made = make_footage(tmp_path / "GOPR0012.MP4", frames=20)
    grow(made, 2 * PIECE_BYTES)
    return made


def stored(running: Running, brought: Brought) -> bytes:
    assert brought.recording is not None
    row = running.receiver.custody.row(brought.recording, None)
    return running.receiver.data.recording(row.session, row.id).segment(0).read_bytes()


def test_a_file_becomes_a_recording_of_a_study_that_plays(
    running: Running, clip: Path, tmp_path: Path
) -> None:
    brought = importing(running).take(clip)

    assert brought.state == "stored"
    assert stored(running, brought) == clip.read_bytes()
    here = running.receiver
    runner = Runner(here.data, here.database, here.jobs, threading.Event())
    while (claim := here.jobs.claim("worker")) is not None:
        runner.run(claim)
    view = here.custody.view(brought.recording or "", None)
    assert (view.is_playable, view.participant, view.prompt) == (True, "P-017", "smile")
    exported = Exporting(here.data, here.database, here.annotations, here.clock).export(
        "faces", tmp_path / "tree"
    )
    assert exported.recordings == [brought.recording]


def test_the_same_bytes_are_taken_once_whatever_they_are_called(
    running: Running, clip: Path, tmp_path: Path
) -> None:
    first = importing(running).take(clip)
    copy = Path(shutil.copy(clip, tmp_path / "copy of it.mp4"))

    again = importing(running, Told("P-018")).take(copy)

    assert (again.state, again.recording) == ("already", first.recording)
    assert len(running.receiver.custody.newest(None, 10)) == 1


def test_what_was_interrupted_goes_on(
    running: Running, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    write = Imports.write

    def counted(imports: Imports, id: str, device: str, offset: int, body: object) -> object:  # noqa: A002 - as Imports has it
        if offset and not written.count(0) > 1 and PIECE_BYTES in written:
            raise OSError(5, "Input/output error")
        written.append(offset)
        return write(imports, id, device, offset, body)  # type: ignore[arg-type]  # passed on

    with monkeypatch.context() as broken:
        broken.setattr(Imports, "write", counted)
        with pytest.raises(OSError, match="Input/output"):
            importing(running).take(clip)
    assert written == [0, PIECE_BYTES]
    rest: list[int] = []

    def noted(imports: Imports, id: str, device: str, offset: int, body: object) -> object:  # noqa: A002 - as Imports has it
        rest.append(offset)
        return write(imports, id, device, offset, body)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(Imports, "write", noted)
    brought = importing(running).take(clip)

    assert rest == [2 * PIECE_BYTES]
    assert stored(running, brought) == clip.read_bytes()


def test_an_empty_file_is_refused_with_its_reason(running: Running, tmp_path: Path) -> None:
    empty = tmp_path / "empty.mp4"
    empty.touch()

    brought = importing(running).take(empty)

    assert (brought.state, brought.recording) == ("refused", None)
    assert "empty" in brought.why
