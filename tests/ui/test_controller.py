"""What people press reaches the station, and what the station says reaches the window."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.recording.disk import Rate, Space
from desktop.recording.model import CaptureRequest, Failed, PartBegan, SegmentClosed
from desktop.recording.quality import RecorderCounts, Totals, judge
from desktop.station_events import FromCamera, QualityChecked, Recovered, StaffCalled
from desktop.supervisor import Ended, RecorderLost
from desktop.supervisor_events import GrowsAgain, NotGrowing
from desktop.sync_mark import MARKER
from desktop.ui import texts
from desktop.ui.asked import RecordingKept, StartedElsewhere
from desktop.ui.bridge import Bridge
from desktop.ui.card_dialog import CardDialog
from desktop.ui.controller import Controller
from desktop.ui.main_window import MainWindow
from desktop.ui.review_dialog import ReviewDialog
from desktop.ui.theme import Tokens
from desktop.ui.tray import Tray
from holdfast.clock import SystemClock
from holdfast.quality import PictureCounts
from tests.support.watchable import write_segments
from tests.ui.station_script import READY, ScriptedStation, queue_of, recording
from tests.ui.window_script import BEGAN, KEPT, OVER, Desk, _garbage_is_collected_here, desk
from uploader.items import Step, UploadEvent

__all__ = ["_garbage_is_collected_here", "desk"]


def test_the_window_is_there_before_the_station(desk: Desk) -> None:
    assert desk.window.isVisible()
    assert texts.OPENING_TITLE in desk.window.preview.accessibleDescription()
    assert desk.station.calls == []
    assert not desk.window.record_button.isEnabled()


def test_the_station_opens_its_devices_first(desk: Desk) -> None:
    desk.open()

    assert desk.station.calls[:2] == [("prepare", "0"), ("start",)]


def test_record_and_stop(desk: Desk) -> None:
    desk.open()
    desk.window.participant = "P-017"
    desk.window.capture.prompt.setEditText(" smile ")
    desk.be_recording()
    assert desk.asked("start_recording") == [("start_recording", "P-017", "smile")]
    assert desk.window.record_button.accessibleName() == texts.STOP

    desk.window.record_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))
    assert not desk.window.record_button.isEnabled()

    desk.station.on_event(OVER)
    desk.station.on_event(KEPT)
    desk.until(lambda: desk.window.record_button.accessibleName() == texts.RECORD)
    assert desk.window.record_button.isEnabled()


def test_a_participant_whom_nobody_named_gets_an_id_and_keeps_it(desk: Desk) -> None:
    desk.open()
    desk.be_recording()

    participant = desk.window.participant
    assert participant.startswith("P-")
    assert desk.asked("start_recording") == [("start_recording", participant, None)]


def test_marks_are_numbered_from_each_start(desk: Desk) -> None:
    desk.open()
    desk.be_recording()
    desk.window.mark_button.click()
    desk.window.mark_button.click()

    desk.until(lambda: len(desk.asked("mark")) == 2)
    assert desk.asked("mark") == [("mark", "Mark 1", "key"), ("mark", "Mark 2", "key")]


def test_a_refused_recording_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.station.refusal = OSError("The recordings folder cannot be written.")
    desk.open()
    desk.station.on_event(READY)
    desk.until(desk.window.record_button.isEnabled)
    desk.window.record_button.click()

    desk.until(lambda: desk.window.banner.accessibleName() == texts.REFUSED_TITLE)
    assert "cannot be written" in desk.window.banner.accessibleDescription()
    assert texts.SAFE in desk.window.banner.accessibleDescription()
    assert desk.window.record_button.isEnabled()


def test_no_camera_can_be_tried_again(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(Failed("device_absent", "No camera", "There is no camera 0."))
    desk.until(desk.window.preview.button.isVisible)
    desk.window.preview.button.click()

    desk.until(lambda: len(desk.asked("prepare")) == 2)


def test_the_queue_is_shown_as_it_changes(desk: Desk) -> None:
    desk.open()
    desk.station.queue = queue_of(recording(1, step=Step.PLAYABLE))
    desk.station.on_event(SegmentClosed("recording", 0))
    desk.until(lambda: desk.window.table.recordings.rowCount() == 1)
    assert desk.window.header.pill.accessibleName() == texts.PILL_VERIFIED

    desk.station.queue = queue_of(recording(1, step=Step.PLAYABLE), recording(2))
    desk.station.on_event(KEPT)
    desk.until(lambda: desk.window.table.recordings.rowCount() == 2)
    assert desk.window.header.pill.accessibleName() == "1 waiting"


def test_retry_names_what_failed(desk: Desk) -> None:
    desk.station.queue = queue_of(recording(1), recording(2, step=Step.FAILED, why="Refused."))
    desk.open()
    desk.until(desk.window.banner.isVisible)
    desk.window.banner.button.click()

    desk.until(lambda: bool(desk.asked("retry")))
    assert desk.asked("retry") == [("retry", (recording(2).id,))]


def test_an_unreadable_queue_is_said_and_forgotten_when_it_is_back(desk: Desk) -> None:
    desk.station.queue_fault = OSError("database is locked")
    desk.open()
    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.accessibleName() == texts.QUEUE_FAILED_TITLE

    desk.station.queue_fault = None
    desk.station.on_event(KEPT)
    desk.until(lambda: not desk.window.banner.isVisible())


def test_a_defect_is_said_and_the_recording_goes_on(desk: Desk) -> None:
    desk.open()
    desk.be_recording()
    desk.bridge.on_fault("Traceback ...")

    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.accessibleName() == texts.INTERNAL_TITLE
    assert desk.asked("stop_recording") == []


def test_a_station_that_cannot_open_is_said(qtbot: QtBot, tokens: Tokens) -> None:
    def broken(_on_event: object) -> ScriptedStation:
        raise OSError("The home folder cannot be written.")

    broken_one = Controller(broken, [CaptureRequest("0")], Bridge(), SystemClock())
    window = MainWindow(tokens, broken_one.preview, mirrored=[True])
    qtbot.addWidget(window)
    broken_one.attach(window, Tray())
    window.show()
    broken_one.start()

    qtbot.waitUntil(window.banner.isVisible, timeout=10_000)
    assert window.banner.accessibleName() == texts.START_FAILED_TITLE
    assert "cannot be written" in window.banner.accessibleDescription()
    with qtbot.waitSignal(broken_one.ended, timeout=10_000):
        broken_one.end()


def test_a_disk_without_room_for_the_queue_is_told(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(READY)
    why = "The disk is full. Recordings are safe; free some space."
    desk.station.on_event(UploadEvent(datetime.now(UTC), "full", why=why))

    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.accessibleName() == texts.QUEUE_FULL_TITLE


QUALITY = judge(
    PictureCounts(looks=3, with_face=3),
    RecorderCounts(heard=9),
    Totals(3.0, 90, 0, has_sound=True, least_s=5.0),
)
CHECKED = QualityChecked("recording", Path("folder"), QUALITY)
RECOVERED = Recovered("1 recording recovered, 2 min 10 s", "What was recorded is safe.")


def test_what_was_recovered_is_shown_until_somebody_has_read_it(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(READY)
    desk.station.on_event(RECOVERED)
    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.accessibleName() == "1 recording recovered, 2 min 10 s."

    desk.window.banner.button.click()

    desk.until(lambda: not desk.window.banner.isVisible())


def test_what_the_check_found_is_shown_until_somebody_has_read_it(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(READY)
    desk.station.on_event(RECOVERED)
    desk.station.on_event(CHECKED)
    desk.until(desk.window.banner.isVisible)
    assert desk.window.banner.accessibleName() == texts.FINDINGS_TITLE
    assert "shorter than 5 s" in desk.window.banner.accessibleDescription()

    desk.window.banner.button.click()

    desk.until(lambda: desk.window.banner.accessibleName() == "1 recording recovered, 2 min 10 s.")


def test_the_next_recording_takes_away_what_the_check_found(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(CHECKED)
    desk.until(desk.window.banner.isVisible)

    desk.be_recording()

    desk.until(lambda: not desk.window.banner.isVisible())


def test_the_next_recording_takes_away_what_was_recovered(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(RECOVERED)
    desk.until(desk.window.banner.isVisible)

    desk.be_recording()

    desk.until(lambda: not desk.window.banner.isVisible())


def test_the_stations_disk_reaches_the_card(desk: Desk) -> None:
    desk.station.disk = Space(1_200_000_000, 10**12, Rate(400_000.0, "last"))
    desk.open()

    desk.until(lambda: "400" in desk.window.space.toolTip())


def test_a_second_camera_has_a_picture_and_is_waited_for(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    station = ScriptedStation(recordings_folder=tmp_path)
    desk = Desk(qtbot, tokens, station, sources=("0", "2"))
    desk.open()
    assert desk.asked("prepare") == [("prepare", "0", "2")]
    (tile,) = desk.window.beside.tiles
    station.on_event(FromCamera(1, "2", READY))
    desk.until(lambda: "HD Webcam" in tile.accessibleName())

    desk.be_recording()
    station.on_event(FromCamera(1, "2", PartBegan("other", 0, 0.0, 1)))
    desk.window.record_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))
    for event in (OVER, KEPT):
        station.on_event(event)
    # The second has not ended yet, so another recording may not begin.
    qtbot.wait(200)
    assert not desk.window.record_button.isEnabled()

    station.on_event(FromCamera(1, "2", Ended("other")))
    station.on_event(FromCamera(1, "2", RecordingKept("other")))

    desk.until(desk.window.record_button.isEnabled)
    assert desk.window.record_button.text() == texts.RECORD_MNEMONIC
    desk.controller.end()
    desk.until(lambda: bool(desk.asked("close")))


def test_a_second_camera_that_is_lost_is_named(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    station = ScriptedStation(recordings_folder=tmp_path)
    desk = Desk(qtbot, tokens, station, sources=("0", "2"))
    desk.open()
    station.on_event(FromCamera(1, "2", READY))
    desk.be_recording()

    station.on_event(FromCamera(1, "2", RecorderLost("It was unplugged. The gap is noted.")))

    desk.until(lambda: "HD Webcam is not recording." in desk.window.banner.accessibleName())
    assert desk.window.record_button.text() == texts.STOP_MNEMONIC
    desk.controller.end()
    desk.until(lambda: bool(desk.asked("stop_recording")))
    station.on_event(OVER)
    station.on_event(KEPT)
    station.on_event(FromCamera(1, "2", Ended("other")))
    station.on_event(FromCamera(1, "2", RecordingKept("other")))
    desk.until(lambda: bool(desk.asked("close")))


def test_a_recording_that_a_program_begins_is_shown_like_any_other(desk: Desk) -> None:
    desk.open()
    desk.station.on_event(READY)
    desk.until(desk.window.record_button.isEnabled)
    desk.station.on_event(StartedElsewhere("P-042", "smile"))
    desk.station.on_event(BEGAN)
    desk.until(desk.window.mark_button.isEnabled)

    assert (desk.window.participant, desk.window.prompt) == ("P-042", "smile")
    assert desk.asked("start_recording") == []
    desk.window.record_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))
    desk.station.on_event(OVER)
    desk.station.on_event(KEPT)
    desk.until(lambda: desk.window.record_button.accessibleName() == texts.RECORD)


def test_a_stop_waits_for_the_closing_sync_mark_unless_it_is_asked_twice(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    station = ScriptedStation(recordings_folder=tmp_path)
    desk = Desk(qtbot, tokens, station, sync_mark="both")
    desk.open()
    desk.be_recording()
    desk.until(lambda: ("mark", MARKER, "window") in desk.station.calls)

    desk.window.record_button.click()
    desk.until(lambda: desk.window.banner.accessibleName() == texts.SYNC_CLOSING_TITLE)
    assert desk.asked("stop_recording") == []
    desk.window.record_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))

    with qtbot.waitSignal(desk.controller.ended, timeout=30_000):
        desk.controller.end()
        station.on_event(OVER)
        station.on_event(KEPT)
    desk.window.deleteLater()


def test_nothing_written_covers_the_window_until_somebody_hides_it(desk: Desk) -> None:
    desk.open()
    desk.be_recording()
    desk.station.on_event(NotGrowing("recording", 4.0, "The disk does not answer. It is safe."))
    desk.station.on_event(StaffCalled(sounding=True))
    desk.until(desk.window.alarm.isVisible)
    assert desk.window.alarm.accessibleDescription() == "The disk does not answer. It is safe."

    desk.window.alarm.hide_button.click()

    desk.until(desk.window.alarm.isHidden)
    desk.until(lambda: bool(desk.asked("acknowledge_alarm")))
    desk.station.on_event(StaffCalled(sounding=False))
    assert desk.window.banner.isVisible()
    desk.station.on_event(GrowsAgain("recording"))
    desk.until(desk.window.banner.isHidden)
    # The next time it is shown again.
    desk.station.on_event(NotGrowing("recording", 9.0, "The disk does not answer. It is safe."))
    desk.until(desk.window.alarm.isVisible)
    desk.window.alarm.stop_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))
    desk.station.on_event(OVER)
    desk.station.on_event(KEPT)
    desk.until(desk.window.alarm.isHidden)


def test_the_alarm_is_switched_off_where_its_reason_stands(desk: Desk) -> None:
    desk.open()
    desk.be_recording()
    desk.station.on_event(RecorderLost("The camera was unplugged."))
    desk.station.on_event(StaffCalled(sounding=True))
    desk.until(lambda: desk.window.banner.button.text() == texts.ALARM_OFF)

    desk.window.banner.button.click()

    desk.until(lambda: bool(desk.asked("acknowledge_alarm")))
    desk.station.on_event(StaffCalled(sounding=False))
    desk.until(desk.window.banner.button.isHidden)
    assert desk.window.banner.isVisible()
    desk.station.on_event(OVER)
    desk.station.on_event(KEPT)
    desk.until(lambda: desk.window.record_button.text() == texts.RECORD_MNEMONIC)


def test_a_recording_in_the_list_is_played_where_its_files_are(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    write_segments(folder, 30, sound=False)
    desk.station.queue = queue_of(replace(recording(1), folder=str(folder)))
    desk.open()
    table = desk.window.table
    desk.until(lambda: table.model().rowCount() == 1)

    table.activated.emit(table.model().index(0, 0))

    (dialog,) = desk.window.findChildren(ReviewDialog)
    desk.until(lambda: dialog.player.shown_at_s is not None)
    assert dialog.isVisible()
    assert dialog.title.text() == "P-001 · smile"


def test_the_menu_shows_the_state_card_that_the_station_signed(desk: Desk) -> None:
    desk.open()
    desk.window.header.sending.card_pressed.emit()

    (dialog,) = desk.window.findChildren(CardDialog)
    desk.until(lambda: bool(dialog.line))
    assert dialog.line == "holdfast:statement?scripted"
    assert dialog.isVisible()
