"""What is painted for those who look: nothing where nobody does, little for the quality check."""

from pathlib import Path
from time import sleep

from desktop.recording.capture_request import CHECK_FPS, CHECK_SIZE
from desktop.recording.model import Ready
from desktop.recording.preview_memory import PreviewReader, folder
from desktop.supervisor import Ended
from tests.integration.recorder.conftest import CLOCK, Open


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


def test_for_the_quality_check_alone_pictures_are_few_and_small(open_bench: Open) -> None:
    bench = open_bench(
        "test", width=1920, height=1080, preview_fps=CHECK_FPS, preview_size=CHECK_SIZE
    )
    bench.wait_for(Ready)
    window = bench.supervisor.preview
    assert window is not None
    second_reader = PreviewReader.attach(window.name)
    began_ns = CLOCK.monotonic_ns()
    bench.record(seconds=4.0)

    pictures = 0
    while not bench.of(Ended):
        picture = second_reader.read()
        if picture is not None:
            pictures += 1
            assert (picture.width, picture.height) == CHECK_SIZE
        sleep(0.02)
    second_reader.close()

    assert pictures >= 2
    assert pictures <= (CLOCK.monotonic_ns() - began_ns) / 1e9 * CHECK_FPS + 2
