"""A recorder that was killed while its pictures were far apart: what it left of its sound plays.

Real fragments from the real encoder, closed by salvage as after any death, then joined and probed.
"""

import functools
import io
from dataclasses import replace
from pathlib import Path

import pytest

from holdfast import durable, salvage
from holdfast.announcement import Announcement
from holdfast.fragments import Fragment, Init, Splitter, sound_span
from holdfast.ids import new_id
from holdfast.journal import PartStarted, journal_line
from holdfast.jsonform import Json, canonical
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from server.jobs.assemble import assemble
from server.jobs.passport_section import of_receiver
from server.jobs.probe import probe
from tests.support.derived import stored
from tests.support.received import STARTED, PartBytes, Piece, Take, cut, make_take
from tests.support.scene_media import record_scene

DEVICE = new_id(STARTED)
APART = 19
"""Frames of a thirtieth of a second between two pictures: what an overloaded computer manages."""
OFFSET_S = 1.5


@functools.cache
def slow_part() -> bytes:
    """Seven seconds of sound with a picture every 0.63 s."""
    written = io.BytesIO()
    record_scene(
        written.write,  # type: ignore[arg-type]  # how many bytes it took is of no use here
        lambda _captured: None,
        frames=range(0, 210, APART),
        width=320,
        height=240,
        sound=True,
    )
    return written.getvalue()


def fragments_of(data: bytes) -> tuple[Init, list[Fragment]]:
    init, *rest = Splitter().feed(data)
    assert isinstance(init, Init)
    return init, [each for each in rest if isinstance(each, Fragment)]


def torn_after(count: int) -> bytes:
    """The part as it is on disk when its recorder dies with so many fragments written."""
    init, rest = fragments_of(slow_part())
    return init.data + b"".join(each.data for each in rest[:count])


def lag_s(data: bytes) -> float:
    """How much earlier than the picture the sound ends."""
    init, rest = fragments_of(data)
    span, video = sound_span(init, rest), init.track("video")
    assert span is not None
    assert video is not None
    runs = [run for each in rest if (run := each.run(video)) is not None]
    end = runs[-1].pts[-1] + runs[-1].last_duration - video.media_start
    return end / video.timescale - span[1]


def lost_recording(home: Path, data: bytes) -> tuple[RecordingFolder, Take]:
    """A folder whose recorder died: closed segments without a word, and an open one."""
    take = make_take(DEVICE, [PartBytes(data, OFFSET_S)])
    folder = Home(home).recording(take.session_id, take.id)
    durable.make_folder(folder.path)
    announcement = Announcement.from_json(take.announcement)
    durable.write_new(folder.announce, canonical(announcement.to_json()))
    start_ns = announcement.started_monotonic_ns + round(OFFSET_S * 1e9)
    begun = PartStarted(
        0, OFFSET_S, "start", 0, start_ns, "boot", announcement.video, announcement.audio
    )
    durable.append_line(folder.journal, journal_line(begun))
    *closed, last = cut(data)
    for number, segment in enumerate(closed):
        folder.segment(number).write_bytes(segment)
    folder.part(len(closed)).write_bytes(last + b"\x00\x00\x10\x00moof, torn")
    return folder, take


def arrived(folder: RecordingFolder, take: Take) -> Take:
    """The recording as salvage describes it and as its segments are sent."""
    salvaged = salvage.close_recording(folder, lambda data: f"signed {len(data)}")
    assert salvaged is not None
    manifest: Json = salvaged.manifest.to_json()
    pieces = tuple(
        Piece(folder.segment(each["segment"]).read_bytes(), each) for each in manifest["segments"]
    )
    return replace(take, pieces=pieces, manifest=manifest)


def looked_into(root: Path, take: Take) -> Json:
    folder = stored(root, take)
    for each in assemble(folder, "attempt.1", lambda _share: None):
        each.temporary.rename(each.final)
    return probe(folder, lambda _share: None)


FRAGMENTS = len(fragments_of(slow_part())[1])


@pytest.mark.parametrize("count", range(1, FRAGMENTS + 1))
def test_wherever_a_slow_recorder_is_killed_its_film_plays(tmp_path: Path, count: int) -> None:
    data = torn_after(count)
    missing_s = lag_s(data)

    take = arrived(*lost_recording(tmp_path / "home", data))
    found = looked_into(tmp_path / "receiver", take)

    assert (found["ok"], found["reason"]) == (True, None)
    lost = [span for each in take.manifest["segments"] for span in each["lost_sound"]]
    if missing_s <= 0.1:
        assert (found["short_sound"], lost) == ([], [])
        return
    picture_end_s = take.manifest["totals"]["duration_s"]
    assert lost == [
        [
            pytest.approx(picture_end_s - missing_s, abs=2e-6),
            pytest.approx(missing_s, abs=2e-6),
        ]
    ]
    (short,) = found["short_sound"]
    assert short["part"] == 0
    assert short["missing_s"] == pytest.approx(missing_s, abs=0.001)
    assert short["ends_s"] == pytest.approx(picture_end_s - missing_s, abs=0.002)
    assert f"{short['missing_s']:.3f} s; its sound ends at" in of_receiver({"film": found})


def test_the_cuts_are_such_that_sound_is_missing() -> None:
    lags_s = [lag_s(torn_after(count)) for count in range(1, FRAGMENTS + 1)]

    assert len([each for each in lags_s if each > 0.1]) >= 4
    assert max(lags_s) > 0.4
    assert lags_s[-1] == pytest.approx(0, abs=0.03)


def test_what_an_older_salvage_did_not_say_plays_too(tmp_path: Path) -> None:
    data = torn_after(1)
    take = make_take(DEVICE, [PartBytes(data), PartBytes(slow_part(), 4.0)])

    found = looked_into(tmp_path, take)

    assert lag_s(data) > 0.1
    assert (found["ok"], found["reason"]) == (True, None)
    assert [each["part"] for each in found["short_sound"]] == [0]


def test_a_segment_given_up_between_two_slow_ones_is_no_hole(tmp_path: Path) -> None:
    take = make_take(DEVICE, [PartBytes(slow_part())])
    segments = [dict(each) for each in take.manifest["segments"]]
    assert len(segments) > 2
    segments[1]["lost"] = "rotten on disk"
    take = replace(take, manifest={**take.manifest, "segments": segments})

    found = looked_into(tmp_path, take)

    assert (found["ok"], found["reason"], found["short_sound"]) == (True, None, [])


def test_a_hole_inside_a_part_never_gets_the_light(tmp_path: Path) -> None:
    init, rest = fragments_of(slow_part())
    silent = [each for each in rest if each.run(init.track("video")) is None]
    assert silent
    without = init.data + b"".join(each.data for each in rest if each is not silent[0])

    found = looked_into(tmp_path, make_take(DEVICE, [PartBytes(without)]))

    assert not found["ok"]
    assert found["reason"].startswith("The sound of part 0 is ")
    assert found["short_sound"][0]["missing_s"] == pytest.approx(0.512, abs=0.03)


def test_the_manifest_of_a_killed_recording_says_what_sound_it_lost(tmp_path: Path) -> None:
    folder, take = lost_recording(tmp_path, torn_after(1))

    manifest = Manifest.from_json(arrived(folder, take).manifest)

    assert manifest.sound is not None
    assert manifest.sound.lost_s == pytest.approx(lag_s(torn_after(1)), abs=2e-6)
    assert manifest.sound.silent == ()
