"""Where segments lie on the recording's clock: from sidecars, the journal, or the files alone."""

from pathlib import Path

import pytest

from desktop.playback.media_files import playable_files
from desktop.playback.timeline import Unplayable, readable, timeline_of
from holdfast.announcement import Audio, Video
from holdfast.journal import PartStarted, journal_line
from holdfast.layout import RecordingFolder
from tests.support.watchable import write_segments


def starts(files: list[Path]) -> list[float]:
    return [round(each.start_s, 3) for each in timeline_of(files).pieces]


def test_segments_follow_each_other_where_their_sidecars_say(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 135)

    assert starts(files) == [0.0, 2.0, 4.0]
    assert timeline_of(files).duration_s == pytest.approx(4.5)


def test_a_later_part_keeps_its_place_behind_a_pause(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 30)
    files += write_segments(tmp_path, 75, offset_s=10.0, part=1)

    timeline = timeline_of(files)

    assert starts(files) == [0.0, 10.0, 12.0]
    assert timeline.index_at(5.0) == 0
    assert timeline.index_at(10.0) == 1
    assert timeline.duration_s == pytest.approx(12.5)


def test_a_segment_that_is_gone_leaves_its_place_empty(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 165)
    files[1].unlink()

    assert starts(files) == [0.0, 4.0]


def test_without_sidecars_the_times_in_the_files_count(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 165)
    for each in files:
        each.with_suffix(".json").unlink()

    assert starts(files) == pytest.approx([0.0, 2.0, 4.0], abs=0.05)


def test_the_open_segment_plays_as_far_as_it_is_whole(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 165)
    whole = files[2].read_bytes()
    torn = files[2].with_suffix(".part")
    torn.write_bytes(whole[:-1000])
    files[2].unlink()
    files[2].with_suffix(".json").unlink()

    found = playable_files(RecordingFolder(tmp_path))

    assert [each.name for each in found] == ["000000.mp4", "000001.mp4", "000002.part"]
    assert timeline_of(found).pieces[-1].start_s == pytest.approx(4.0, abs=0.05)
    assert timeline_of(found).duration_s == pytest.approx(5.0, abs=0.1)


def test_the_open_segment_of_a_later_part_begins_where_the_journal_says(tmp_path: Path) -> None:
    write_segments(tmp_path, 30)
    later = write_segments(tmp_path, 30, offset_s=20.0, part=1)[0]
    later.rename(later.with_suffix(".part"))
    later.with_suffix(".json").unlink()
    video = Video("h264", 320, 240, 30.0, "test", "Scene")
    started = PartStarted(1, 20.0, "pause", 1, 0, "boot", video, Audio("aac", 48_000, 1, "Tone"))
    RecordingFolder(tmp_path).journal.write_bytes(journal_line(started))

    assert starts(list(playable_files(RecordingFolder(tmp_path)))) == [0.0, 20.0]


def test_a_segment_that_is_closed_meanwhile_is_found_under_its_final_name(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 30)

    assert readable(files[0].with_suffix(".part")) == str(files[0])


def test_what_was_freed_here_says_where_it_is(tmp_path: Path) -> None:
    with pytest.raises(Unplayable, match="is not on this computer any more"):
        timeline_of([tmp_path / "000000.mp4"])
    with pytest.raises(Unplayable, match="no video of this recording"):
        timeline_of([])


def test_a_file_that_is_no_video_says_that_it_is_untouched(tmp_path: Path) -> None:
    file = tmp_path / "000000.mp4"
    file.write_bytes(b"this is no video at all")

    with pytest.raises(Unplayable, match=r"000000\.mp4 cannot be played .* untouched"):
        timeline_of([file])


def test_nothing_whole_yet_asks_to_wait(tmp_path: Path) -> None:
    file = tmp_path / "000000.part"
    file.write_bytes(b"\0\0\0\x18ftyp")

    with pytest.raises(Unplayable, match="finished yet"):
        timeline_of([file])
