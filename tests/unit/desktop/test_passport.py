"""A passport says what a session was recorded with and how well, from the files alone."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop.passport import NoPassport, passport_of
from desktop.passport_page import passport_page
from desktop.recording.quality import PictureCounts, RecorderCounts, Totals, judge
from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.journal import Marker, journal_line
from holdfast.jsonform import canonical
from holdfast.layout import Home
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
