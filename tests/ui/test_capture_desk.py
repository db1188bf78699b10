"""Choosing devices: what is asked of the station, what is kept for the next start."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.choosing import Choose
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.supervisor import RecorderLost
from desktop.ui import device_texts, texts
from desktop.ui.device_dialog import DeviceDialog
from desktop.ui.theme import Tokens
from tests.ui.station_script import READY, ScriptedStation
from tests.ui.window_script import KEPT, Desk, _garbage_is_collected_here, desk

__all__ = ["_garbage_is_collected_here", "desk"]

CAMERAS = (Camera("cam-1", "HD Webcam", "/dev/video0", ()), Camera("cam-2", "Other", "/dev/v", ()))
MICROPHONES = (Microphone(0, "USB Microphone", 1, 48_000, True),)


def dialog_of(desk: Desk) -> DeviceDialog:
    def shown() -> DeviceDialog | None:
        found = desk.window.findChildren(DeviceDialog)
        return found[0] if found and found[0].cameras.count() else None

    desk.until(lambda: shown() is not None)
    dialog = shown()
    assert dialog is not None
    return dialog


def test_another_camera_is_chosen_while_it_records(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    kept: list[tuple[Choose, int]] = []
    station = ScriptedStation(recordings_folder=tmp_path, found=Devices(CAMERAS, MICROPHONES))
    desk = Desk(
        qtbot, tokens, station, keep_choice=lambda choice, camera: kept.append((choice, camera))
    )
    desk.open()
    desk.be_recording()
    station.on_event(RecorderLost("The camera was unplugged."))
    desk.until(desk.window.banner.choose_button.isVisible)

    desk.window.banner.choose_button.click()
    dialog = dialog_of(desk)
    assert not dialog.isModal(), "the recording can be stopped meanwhile"
    assert not dialog.use_button.isEnabled(), "nothing else is selected yet"
    dialog.cameras.setCurrentRow(1)
    dialog.use_button.click()

    desk.until(lambda: bool(kept))
    assert desk.asked("choose") == [("choose", Choose(source="cam-2"), 0)]
    assert kept == [(Choose(source="cam-2"), 0)]
    assert dialog.isHidden()
    station.on_event(RecorderLost("Changing to the camera that you chose.", by_choice=True))
    desk.until(lambda: desk.window.banner.accessibleName() == device_texts.CHANGING_DEVICE_TITLE)
    assert not desk.window.banner.choose_button.isVisible()
    # Try again, later, is about the camera of now.
    desk.controller.captures.prepare()
    desk.until(lambda: desk.asked("prepare")[-1] == ("prepare", "cam-2"))
    desk.controller.end()
    station.on_event(KEPT)
    desk.until(lambda: bool(desk.asked("close")))


def test_a_choice_that_is_refused_is_told_and_not_kept(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    kept: list[Choose] = []
    station = ScriptedStation(recordings_folder=tmp_path, found=Devices(CAMERAS, MICROPHONES))
    desk = Desk(qtbot, tokens, station, keep_choice=lambda choice, _camera: kept.append(choice))
    desk.open()
    station.on_event(READY)
    desk.until(desk.window.record_button.isEnabled)
    station.refusal = RuntimeError("A video file is recorded to its end; nothing was changed.")

    desk.window.capture.change_button.click()
    dialog = dialog_of(desk)
    dialog.microphones.setCurrentRow(dialog.microphones.count() - 1)
    dialog.use_button.click()

    desk.until(lambda: desk.window.banner.accessibleName() == texts.COMMAND_FAILED_TITLE)
    assert "nothing was changed" in desk.window.banner.accessibleDescription()
    assert kept == []
    desk.controller.end()
    desk.until(lambda: bool(desk.asked("close")))


def test_the_dialog_follows_what_is_plugged_in_and_keeps_what_is_selected(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    station = ScriptedStation(recordings_folder=tmp_path, found=Devices(CAMERAS, MICROPHONES))
    desk = Desk(qtbot, tokens, station)
    desk.open()
    station.on_event(READY)
    desk.until(desk.window.record_button.isEnabled)
    desk.window.capture.change_button.click()
    dialog = dialog_of(desk)
    dialog.cameras.setCurrentRow(1)

    third = Camera("cam-3", "Third", "/dev/video6", ())
    station.found = Devices((third, *CAMERAS), MICROPHONES)
    dialog.look_button.click()
    desk.until(lambda: dialog.cameras.count() == 3)

    (selected,) = dialog.cameras.selectedItems()
    assert selected.text() == "Other"
    desk.controller.end()
    desk.until(lambda: bool(desk.asked("close")))
