"""A passport says what a session was recorded with and how well, from the files alone."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from desktop.passport import NoPassport, passport_of
from desktop.recording.quality import RecorderCounts, Totals, judge
from holdfast import durable
from holdfast.annotations import Annotations
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.journal import Marker, journal_line
from holdfast.jsonform import Json, canonical
from holdfast.layout import Home
from holdfast.passport_page import passport_page
from holdfast.quality import PictureCounts
from holdfast.soundloss import SoundLoss
from tests.recordings import RecordingOnDisk, begin_recording, some_device

CLOCK = SystemClock()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def recording(home: Home) -> RecordingOnDisk:
    made = begin_recording(home, some_device(), participant="<P & Q>", prompt="smile")
    made.add_segment(b"first")
    made.add_segment(b"second")
    durable.append_line(made.folder.journal, journal_line(Marker(1.5, "<b>look</b>", "key")))
    return made


def test_it_has_what_a_methods_section_needs(home: Home, recording: RecordingOnDisk) -> None:
    manifest = recording.end()

    passport = passport_of(home, recording.folder.session, CLOCK)

    assert passport["participant"] == "<P & Q>"
    (told,) = passport["recordings"]
    assert told["state"] == "complete"
    assert told["video"]["camera"]["name"] == "Built-in scene"
    assert told["audio"]["microphone"] == "Built-in tone"
    assert told["frame_rate"]["mean_fps"] == pytest.approx(30, abs=0.01)
    assert told["duration_s"] == 8
    assert told["manifest_sha256"] == manifest.digest()
    assert [each["sha256"] for each in told["segments"]] == [
        each.sha256 for each in manifest.segments
    ]
    assert told["receipt"] is None
    assert told["frame_rate"]["usual_fps"] == pytest.approx(30, abs=0.01)
    assert told["frame_rate"]["interval_ms"]["deviation"] == pytest.approx(0, abs=0.1)


def at(recording: RecordingOnDisk, number: int, **changes: Any) -> None:
    """Change what a segment's sidecar says."""
    sidecar = replace(recording.sidecars[number], **changes)
    durable.write_replacing(recording.folder.sidecar(number), canonical(sidecar.to_json()))


def test_uneven_pictures_are_told_with_their_spread(home: Home, recording: RecordingOnDisk) -> None:
    times_us = [0]
    for number in range(119):
        times_us.append(times_us[-1] + (40_000 if number % 2 else 30_000))
    at(recording, 0, frame_times_us=tuple(times_us))
    at(recording, 1, base_monotonic_ns=recording.sidecars[0].base_monotonic_ns + 4_460_000_000)

    (told,) = passport_of(home, recording.folder.session, CLOCK)["recordings"]

    rate = told["frame_rate"]
    assert rate["mean_fps"] == pytest.approx(239 / (4.16 + 0.3 + 119 * 0.033333), abs=0.01)
    assert rate["longest_interval_ms"] == 300.0
    assert rate["shortest_interval_ms"] == 30.0
    assert (rate["interval_ms"]["p01"], rate["interval_ms"]["p99"]) == (30.0, 40.0)
    assert rate["interval_ms"]["deviation"] > 10


def test_losses_and_the_sound_cards_clock_are_told(home: Home, recording: RecordingOnDisk) -> None:
    at(recording, 0, losses=((1.5, 4),), lost_frames=4, sound=SoundLoss(((3.9, 0.1),), ()))
    sound = SoundLoss(((4.0, 0.05),), ((4.0, 0.2),))
    at(recording, 1, sound=sound, sound_clock_ppm=42.5)
    recording.end()

    passport = passport_of(home, recording.folder.session, CLOCK)
    (told,) = passport["recordings"]

    assert (told["lost_frames"], told["losses"]) == (4, [[1.5, 4]])
    assert told["sound"]["lost_sound"] == [[3.9, 0.15]]
    assert (told["sound"]["lost_sound_s"], told["sound"]["silence_s"]) == (0.15, 0.2)
    assert told["sound_clock"]["ppm"] == 42.5
    words = Page(passport_page(passport)).words
    assert "0.150 s counted as lost; silence stands for 0.200 s" in words
    assert "1.500 s: 4" in words
    assert "+42.5 ppm" in words


def test_older_files_without_a_word_on_lost_sound_say_so(
    home: Home, recording: RecordingOnDisk
) -> None:
    passport = passport_of(home, recording.folder.session, CLOCK)

    assert passport["recordings"][0]["sound"] is None
    assert "not written down" in Page(passport_page(passport)).words


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (
            {"value": -2.5, "uncertainty": 0.02, "measured_at": "2026-11-21T10:00:00.000Z"},
            "-2.500 s to the receiver's, ± 0.020 s, learned after the recording",
        ),
        ({"value": None, "reason": "It cannot be known: <new>."}, "It cannot be known: <new>."),
        (None, "not compared with a receiver"),
    ],
)
def test_what_was_learned_later_is_told(
    home: Home, recording: RecordingOnDisk, late: Json | None, words: str
) -> None:
    recording.end()
    learned = Annotations(1, {"face_seen": 0.93}, late, {"notes": "<i>windy</i>"})
    durable.write_replacing(recording.folder.annotations, canonical(learned.to_json()))

    passport = passport_of(home, recording.folder.session, CLOCK)
    (told,) = passport["recordings"]
    page = Page(passport_page(passport))

    assert (told["clock_offset_s"], told["late_clock_offset_s"]) == (None, late)
    assert told["quality"] == {"face_seen": 0.93}
    assert words in page.words
    assert "face seen 0.93" in page.words
    assert "<i>windy</i>" in page.words


def test_recordings_of_one_boot_lie_on_one_clock(home: Home, recording: RecordingOnDisk) -> None:
    session = recording.folder.session
    second = begin_recording(home, recording.device, session=session)
    moved = replace(second.announcement, started_monotonic_ns=1_250_000_000)
    durable.write_replacing(second.folder.announce, canonical(moved.to_json()))
    second.add_segment(b"two")
    elsewhere = begin_recording(home, recording.device, session=session)
    other = replace(elsewhere.announcement, boot_id="zz", started_monotonic_ns=5)
    durable.write_replacing(elsewhere.folder.announce, canonical(other.to_json()))
    for each in (recording, second, elsewhere):
        each.end()

    passport = passport_of(home, session, CLOCK)

    first, alone = passport["clocks"]
    assert [each["starts_s"] for each in first["recordings"]] == [0.0, 0.25]
    assert [each["ends_s"] for each in first["recordings"]] == [8.0, 4.25]
    assert (alone["boot_id"], len(alone["recordings"])) == ("zz", 1)
    words = Page(passport_page(passport)).words
    assert "On one clock" in words
    assert "0.250000" in words


def test_what_was_measured_is_told_and_what_was_not_says_why(
    home: Home, recording: RecordingOnDisk
) -> None:
    recording.end()
    measured = {
        "pairs": 6,
        "offset_ms": {"mean": 4.2, "std": 1.0, "min": 3.0, "max": 5.5},
        "drift": {"ms_per_min": 0.25, "standard_error": 0.1, "r2": 0.5},
    }

    def page_with(sync: Json) -> str:
        session = recording.folder.session
        return Page(passport_page(passport_of(home, session, CLOCK, lambda *_: sync))).words

    assert "+4.2 ms on average, +3.0 to +5.5, in 6 flashes" in page_with(measured)
    assert "drift +0.25 ms a minute" in page_with(measured)
    assert "not measured: There is no sync mark." in page_with({"reason": "There is no sync mark."})


def test_what_is_not_here_any_more_is_said(home: Home, recording: RecordingOnDisk) -> None:
    recording.end()
    recording.folder.segment(1).unlink()

    (told,) = passport_of(home, recording.folder.session, CLOCK)["recordings"]

    assert [each["here"] for each in told["segments"]] == [True, False]


def test_a_recording_that_runs_has_a_passport_too(home: Home, recording: RecordingOnDisk) -> None:
    (told,) = passport_of(home, recording.folder.session, CLOCK)["recordings"]

    assert told["state"] == "not ended"
    assert len(told["segments"]) == 2
    assert "not ended" in passport_page(passport_of(home, recording.folder.session, CLOCK))


def test_it_says_what_the_check_found(home: Home, recording: RecordingOnDisk) -> None:
    recording.end()
    pictures = PictureCounts(looks=16, with_face=8)
    found = judge(pictures, RecorderCounts(heard=40), Totals(8.0, 240, 0, has_sound=True))
    value = found.to_file(recording.folder.recording, "2026-11-21T03:00:00.000Z")
    durable.write_replacing(recording.folder.quality, canonical(value))

    passport = passport_of(home, recording.folder.session, CLOCK)
    (told,) = passport["recordings"]
    words = Page(passport_page(passport)).words

    assert told["quality"]["findings"] == [
        {"code": "no_face", "words": "No face was seen for 50 % of the time.", "share": 0.5}
    ]
    assert "No face was seen for 50 % of the time." in words
    assert "Face seen50.0 % of the time" in words
    assert "OpenCV haarcascade_frontalface_alt2" in words


def test_a_recording_that_was_not_checked_says_nothing_of_its_quality(
    home: Home, recording: RecordingOnDisk
) -> None:
    recording.end()

    passport = passport_of(home, recording.folder.session, CLOCK)

    assert passport["recordings"][0]["quality"] is None
    assert "Quality" not in Page(passport_page(passport)).words


def test_a_session_that_is_not_here_has_none(home: Home) -> None:
    with pytest.raises(NoPassport, match="no recording"):
        passport_of(home, new_id(CLOCK.now()), CLOCK)


class Page(HTMLParser):
    """Notes what a browser would be asked to load, and which elements there are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_self_contained_and_escapes_what_people_typed(
    home: Home, recording: RecordingOnDisk
) -> None:
    recording.end()

    text = passport_page(passport_of(home, recording.folder.session, CLOCK))
    page = Page(text)

    assert page.addresses == []
    assert not page.tags & {"script", "link", "img", "iframe", "b", "p"}
    assert "url(" not in text
    assert "color-scheme:light dark" in text
    assert "<P & Q>" in page.words
    assert "<b>look</b>" in page.words
    assert recording.sidecars[0].sha256 in page.words
