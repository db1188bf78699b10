"""Study, participant, note, marks with words, guide and trip: what is shown, and what is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.framing import Advice
from desktop.recording.disk import Space
from desktop.recording.model import MarkerSet
from desktop.recording.sighting import Face, Sighting
from desktop.study_shelf import OfferedStudy, Shelf, StudyTerms
from desktop.study_values import Consent, ParticipantRule, Prompt, Study
from desktop.trip import Trip
from desktop.ui import field_texts, field_view
from desktop.ui.facts import Facts
from desktop.ui.field_desk import FieldDesk
from desktop.ui.field_picture import FieldPicture, box_in, oval_in
from desktop.ui.framing_texts import ADVICE
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import StationPort
from desktop.ui.presenter import present
from desktop.ui.theme import LIGHT, Tokens
from holdfast.clock import SystemClock
from tests.support.gallery import speaking
from tests.ui.station_script import READY, ScriptedPreview, ScriptedStation, painted_picture
from tests.ui.test_window import RECORDING, settle, view
from tests.ui.window_script import KEPT, OVER, Desk, _garbage_is_collected_here, desk

__all__ = ["_garbage_is_collected_here", "desk"]

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
PROMPTS = (Prompt("smile", "Smile, please", "…", seconds=30.0), Prompt("read", "Read aloud", "…"))
STUDY = Study(
    "faces",
    3,
    "Facial expressions",
    PROMPTS,
    consent=Consent("2", "…"),
    participant=ParticipantRule(pattern="A-[0-9]{4}", example="A-1042"),
)
PLAIN = Study("plain", 1, "Plain", PROMPTS)
SHELF = Shelf((OfferedStudy("faces", STUDY), OfferedStudy("plain", PLAIN)), "faces")
GERMAN = replace(
    STUDY,
    language="de",
    title="Gesichtsausdrücke",
    prompts=(replace(PROMPTS[0], title="Bitte lächeln"), PROMPTS[1]),
    consent=Consent("2-de", "…"),
)
ENGLISH = replace(STUDY, language="en")
SPOKEN_IN_BOTH = Shelf(
    (OfferedStudy("faces", replace(ENGLISH, variants=(ENGLISH, GERMAN))),), "faces"
)
SPACE = Space(62_400_000_000, 250_000_000_000)
FACE = Face(0.1, 0.2, 0.2, 0.4)


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> MainWindow:
    made = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(made)
    made.let_close()
    made.show()
    return made


def test_the_study_says_which_prompts_there_are_and_what_numbers_look_like() -> None:
    shown = present(Facts("0", NOW, shelf=SHELF, participant="17"))

    assert shown.study.label == "Study: Facial expressions"
    assert [each.key for each in shown.study.options] == ["", "faces", "plain"]
    assert [each.id for each in shown.capture.prompts] == ["smile", "read"]
    assert "A-1042" in shown.capture.participant_trouble
    assert shown.capture.consent == "Agreed to the text, version 2"
    assert (
        present(Facts("0", NOW, shelf=SHELF, participant="a-1042")).capture.participant_trouble
        == ""
    )


def test_outside_a_study_nothing_is_asked() -> None:
    shown = present(Facts("0", NOW, shelf=replace(SHELF, chosen=""), participant="17"))

    assert shown.study.label == field_texts.NO_STUDY
    assert (shown.capture.prompts, shown.capture.consent) == ((), "")
    assert shown.capture.participant_trouble == ""


@pytest.mark.parametrize(
    ("study", "agreed", "terms"),
    [
        (None, True, None),
        (PLAIN, True, StudyTerms("plain", after_accept=False)),
        (STUDY, True, StudyTerms("faces", after_accept=False, consent="2")),
        (STUDY, False, StudyTerms("faces", after_accept=False, awaits_consent=True)),
        (replace(PLAIN, upload="after_accept"), False, StudyTerms("plain", after_accept=True)),
    ],
)
def test_what_a_recording_begins_with_follows_from_the_study_and_the_tick(
    study: Study | None, agreed: bool, terms: StudyTerms | None
) -> None:
    assert field_view.terms(study, agreed=agreed) == terms


def test_a_recording_of_a_study_begins_on_its_terms_and_ends_by_itself(desk: Desk) -> None:
    desk.station.shelf = SHELF
    desk.open()
    desk.until(lambda: desk.window.capture.prompt.count() == 2)
    desk.window.participant = "A-1042"
    desk.window.capture.agreed.click()
    desk.window.capture.prompt.setEditText("smile, PLEASE")

    desk.station.on_event(READY)
    desk.until(desk.window.record_button.isEnabled)
    desk.window.record_button.click()

    desk.until(lambda: len(desk.asked("terms")) == 1)
    assert desk.asked("start_recording") == [("start_recording", "A-1042", "smile")]
    assert desk.asked("terms") == [
        ("terms", StudyTerms("faces", after_accept=False, consent="2"), 30.0)
    ]


def test_the_next_participant_has_agreed_to_nothing(desk: Desk) -> None:
    desk.station.shelf = SHELF
    desk.open()
    desk.until(desk.window.capture.agreed.isVisible)
    desk.window.participant = "A-1042"
    desk.window.capture.agreed.click()
    desk.until(desk.window.capture.agreed.isChecked)

    desk.window.participant = "A-1043"

    desk.until(lambda: not desk.window.capture.agreed.isChecked())


def test_a_study_is_chosen_from_the_menu_and_kept_by_the_station(desk: Desk) -> None:
    desk.station.shelf = SHELF
    desk.open()
    menu = desk.window.header.study.menu()
    desk.until(lambda: len(menu.actions()) > 3)

    next(each for each in menu.actions() if each.text() == "Plain").trigger()

    desk.until(lambda: desk.window.header.study.accessibleDescription() == "Study: Plain")
    assert desk.asked("choose_study") == [("choose_study", "plain", "")]


def test_a_study_is_read_in_the_language_of_the_window_or_in_the_one_that_was_chosen(
    desk: Desk, qapp: QApplication
) -> None:
    desk.station.shelf = SPOKEN_IN_BOTH
    with speaking(qapp, "de"):
        desk.open()
        capture, button = desk.window.capture, desk.window.header.study
        desk.until(lambda: capture.prompt.itemText(0) == "Bitte lächeln")
        assert capture.agreed.text() == "Mit dem Text einverstanden, Version 2-de"

        next(each for each in button.menu().actions() if each.text() == "English").trigger()

        desk.until(lambda: capture.prompt.itemText(0) == "Smile, please")
        assert capture.agreed.text() == "Mit dem Text einverstanden, Version 2"
        assert desk.asked("choose_study") == [("choose_study", "faces", "en")]
        ticked = [each.text() for each in button.menu().actions() if each.isChecked()]
        assert ticked == ["Facial expressions", "English"]


def test_a_study_that_lacks_the_language_of_the_window_is_shown_in_its_first() -> None:
    found = field_view.study_of(replace(SPOKEN_IN_BOTH, language="fr"))

    assert found is not None
    assert [each.title for each in found.prompts] == ["Smile, please", "Read aloud"]


def test_a_study_file_with_faults_is_refused_with_its_lines(desk: Desk) -> None:
    desk.open()
    desk.station.refusal = ValueError("study.yaml:4: There is no title.")

    desk.window.header.study.chosen.emit("study.yaml", "")

    desk.until(lambda: desk.window.banner.accessibleName() == field_texts.STUDY_FAULTY_TITLE)
    assert "study.yaml:4: There is no title." in desk.window.banner.accessibleDescription()


def test_the_dice_make_an_id_that_says_nothing(desk: Desk) -> None:
    desk.open()
    desk.window.capture.random_button.click()
    first = desk.window.participant
    desk.window.capture.random_button.click()

    assert first.startswith("P-")
    assert desk.window.participant != first


def test_a_note_goes_with_its_recording_and_not_with_the_next(desk: Desk) -> None:
    desk.open()
    desk.window.capture.note.setText("typed before")
    for event in RECORDING:
        desk.station.on_event(event)
    desk.until(lambda: desk.asked("note") == [("note", "recording", "typed before", "window")])

    desk.window.capture.note.setText("typed before, and at the end")
    desk.station.on_event(OVER)
    desk.station.on_event(KEPT)

    desk.until(lambda: len(desk.asked("note")) == 2)
    assert desk.asked("note")[1][2] == "typed before, and at the end"
    assert desk.window.note == ""


def test_a_mark_with_words_has_the_moment_at_which_they_were_begun(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_view(view(*RECORDING))
    field = window.marks.field
    field.setFocus()
    with qtbot.waitSignal(window.marks.begun):
        QTest.keyClicks(field, "b")
    with qtbot.assertNotEmitted(window.marks.begun):
        QTest.keyClicks(field, "aby looks away")
    with (
        qtbot.waitSignal(window.marks.marked) as marked,
        qtbot.assertNotEmitted(window.record_toggled),
    ):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert marked.args == ["baby looks away"]
    assert field.text() == ""
    with qtbot.waitSignal(window.marks.begun):
        QTest.keyClicks(field, "x")


def test_the_last_marks_stand_under_the_picture_while_it_is_recorded(window: MainWindow) -> None:
    marks = [
        MarkerSet("recording", at_s, name, "key") for at_s, name in ((5, "Mark 1"), (9, "wave"))
    ]
    window.show_view(view(*RECORDING, *marks))

    assert window.marks.isVisible()
    assert window.marks.last.accessibleName() == "00:00:09  wave · 00:00:05  Mark 1"

    window.show_view(view(READY))
    assert not window.marks.isVisible()


def test_every_advice_has_words_and_only_good_is_green() -> None:
    assert set(ADVICE) == set(Advice) - {Advice.NOTHING}
    seen = Sighting(0, True, Face(0.39, 0.27, 0.22, 0.4), 120.0, 1.0)

    good = field_view.guide_view(seen, 0, wanted=True)
    assert (good.tone, good.words) == ("ok", ADVICE[Advice.GOOD])
    poor = field_view.guide_view(replace(seen, face=None), 0, wanted=True)
    assert (poor.tone, poor.words) == ("warn", ADVICE[Advice.NO_FACE])
    assert not field_view.guide_view(seen, 0, wanted=False).shown


def test_the_guide_is_mirrored_with_the_picture() -> None:
    area = QRectF(100, 50, 1000, 500)

    assert box_in(area, FACE, mirrored=False) == QRectF(200, 150, 200, 200)
    assert box_in(area, FACE, mirrored=True) == QRectF(800, 150, 200, 200)
    assert oval_in(area, mirrored=True).center().x() == 600


def test_the_guide_is_painted_where_it_is_wanted(qtbot: QtBot, tokens: Tokens) -> None:
    preview = ScriptedPreview(painted_picture())
    picture = FieldPicture(tokens, lambda: preview, True)
    qtbot.addWidget(picture)
    picture.resize(960, 540)
    picture.show_view(view(READY).preview)
    picture.show()
    picture.refresh()
    without = picture.grab().toImage()

    picture.show_guide(field_view.guide_view(None, 0, wanted=True))
    assert picture.grab().toImage() != without

    picture.show_guide(field_view.guide_view(None, 0, wanted=False))
    assert picture.grab().toImage() == without


def test_the_guide_is_turned_on_in_the_menu_and_follows_what_is_seen(desk: Desk) -> None:
    # Ahead of the clock: on a busy computer what was seen would be too old before it is looked at.
    seen_ns = SystemClock().monotonic_ns() + 600 * 10**9
    desk.station.seen = Sighting(seen_ns, True, None, 120.0, 1.0)
    desk.station.preview = ScriptedPreview(painted_picture())
    desk.open()
    desk.station.on_event(READY)

    desk.window.header.guide_toggled.emit(True)

    desk.until(lambda: ("show_guide", True) in desk.station.calls)
    desk.until(lambda: desk.window.preview.guide.words == ADVICE[Advice.NO_FACE])
    desk.window.header.guide_toggled.emit(False)
    assert not desk.window.preview.guide.shown


def test_what_was_read_late_takes_back_no_choice(window: MainWindow) -> None:
    asked: list[Callable[[StationPort], object]] = []
    station = ScriptedStation()
    field = FieldDesk(
        lambda _name, call: asked.append(call),
        lambda **_known: None,
        lambda: None,
        SystemClock(),
        lambda: "P-001",
    )
    field.attach(window)
    field.read()
    field.set_guide(True)

    for call in asked:
        call(station)

    assert ("show_guide", True) in station.calls
    assert window.preview.guide.shown
    field.close()


@pytest.mark.parametrize(
    ("trip", "said"),
    [
        (Trip(None, 0, None, is_sending=False), ""),
        (Trip(0, 0, None, is_sending=False), "No space for another session like the last ones."),
        (Trip(1, 0, None, is_sending=False), "Space for 1 more session like the last ones."),
        (
            Trip(11, 42_000_000_000, 21_700, is_sending=True),
            (
                "Space for 11 more sessions like the last ones. "
                "The 42 GB waiting need about 6 h 1 min on this network."
            ),
        ),
        (
            Trip(None, 42_000_000_000, 21_700, is_sending=False),
            "The 42 GB waiting need about 6 h 1 min at the last speed.",
        ),
    ],
)
def test_the_trip_planner_in_words(trip: Trip, said: str) -> None:
    assert field_view.plan_text(trip).replace("\N{NO-BREAK SPACE}", " ") == said


def test_the_disk_is_painted_by_who_takes_what(window: MainWindow) -> None:
    shown = view(READY)
    space = present(
        Facts("0", NOW, space=replace(SPACE, ours_bytes=71_000_000_000), zone=UTC)
    ).space
    window.show_view(shown._replace(space=space))
    settle()
    bar = window.space.bar.grab().toImage()
    inks = {bar.pixelColor(x, 5).name() for x in range(bar.width())}

    assert {LIGHT.accent, LIGHT.strong, LIGHT.track} <= inks
    assert "71" in window.space.bar.accessibleDescription()
