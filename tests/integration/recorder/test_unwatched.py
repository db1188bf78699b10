"""A recording that nobody looks at: no picture is scaled for a preview, which costs a quarter."""

from pathlib import Path

from desktop.recording.model import Ready
from desktop.recording.preview_memory import folder
from tests.integration.recorder.conftest import Open


def blocks_open_in(process: int) -> list[str]:
    """The preview blocks that a process has in its memory."""
    maps = Path(f"/proc/{process}/maps").read_text()
    return [line for line in maps.splitlines() if f"{folder()}/holdfast-preview" in line]


def test_a_recorder_that_nobody_watches_paints_no_preview(open_bench: Open) -> None:
    unwatched = open_bench("test", with_preview=False)
    watched = open_bench("test")
    unwatched.wait_for(Ready)
    watched.wait_for(Ready)

    assert unwatched.supervisor.preview is None
    assert blocks_open_in(unwatched.recorder.pid) == []
    assert len(blocks_open_in(watched.recorder.pid)) == 1
