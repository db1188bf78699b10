"""The lists name what there is, tick what is in use, and ask for what a person changes."""

from desktop.choosing import Choose
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.recording.model import Failed, Ready
from desktop.ui import device_texts
from desktop.ui.device_choice import DeviceChoiceView, Place, device_choice
from desktop.ui.recorder_state import RecorderState, after
from holdfast.announcement import Audio, Video

DESK = Camera("/dev/v4l/by-id/usb-Desk", "Desk camera", "/dev/video0", ())
ROOM = Camera("/dev/v4l/by-id/usb-Room", "Room camera", "/dev/video2", ())
HEADSET = Microphone(0, "Headset", 1, 48_000, True)
LAPTOP = Microphone(3, "Laptop", 2, 44_100, False)
FOUND = Devices((DESK, ROOM), (HEADSET, LAPTOP))


def recorder(camera: Camera = DESK, microphone: str | None = "Headset") -> RecorderState:
    video = Video("h264", 1280, 720, 30.0, camera.id, camera.name)
    audio = None if microphone is None else Audio("aac", 48_000, 1, microphone)
    return after(RecorderState(), Ready(video, audio))


def place(source: str = "0", audio: str | None = None, state: RecorderState | None = None) -> Place:
    known = recorder() if state is None else state
    return Place(source, audio, known.video.camera_name if known.video else source, known)


def choice(
    *places: Place, found: Devices | None = FOUND, at: int = 0, with_scene: bool = False
) -> DeviceChoiceView:
    return device_choice(found, places, at, recording=False, with_scene=with_scene)


def labels(view: DeviceChoiceView) -> tuple[list[str], list[str]]:
    return [each.label for each in view.cameras], [each.label for each in view.microphones]


def current(view: DeviceChoiceView) -> list[str]:
    return [each.wish for each in (*view.cameras, *view.microphones) if each.is_current]


def test_everything_is_listed_by_name_and_what_is_in_use_is_ticked() -> None:
    view = choice(place())

    assert labels(view) == (
        ["Desk camera (in use)", "Room camera"],
        ["The system’s default: Headset (in use)", "Headset", "Laptop", "None: picture only"],
    )
    assert current(view) == [DESK.id, "default"]
    assert current(choice(place(audio="Laptop"))) == [DESK.id, "Laptop"]
    assert current(choice(place(audio="Lap", state=recorder(microphone="Laptop")))) == [
        DESK.id,
        "Laptop",
    ]
    assert current(choice(place(audio="none"))) == [DESK.id, "none"]


def test_choosing_what_is_in_use_changes_nothing_and_another_asks_for_it_alone() -> None:
    view = choice(place())
    desk, room = view.cameras
    default, _, laptop, nothing = view.microphones

    assert view.choice(desk, default) is None
    assert view.choice(None, None) is None
    assert view.choice(room, default) == Choose(source=ROOM.id)
    assert view.choice(desk, laptop) == Choose(audio="Laptop")
    assert view.choice(room, nothing) == Choose(ROOM.id, "none")


def test_a_camera_is_known_by_its_number_its_path_and_its_name() -> None:
    not_open = after(RecorderState(), Failed("device_busy", "Busy", "It is busy."))

    for source in ("0", "/dev/video0", DESK.id):
        assert current(choice(place(source, state=not_open)))[:1] == [DESK.id]


def test_what_was_unplugged_is_listed_as_such_and_cannot_be_chosen() -> None:
    view = choice(place(audio="Headset"), found=Devices((ROOM,), (LAPTOP,)))

    gone, room = view.cameras
    assert gone.label == "Desk camera (not plugged in)"
    assert (gone.is_current, gone.is_offered) == (True, False)
    assert not room.is_current
    assert view.microphones[0].label == "Headset (not plugged in)"
    assert view.choice(room, view.microphones[0]) == Choose(source=ROOM.id)


def test_a_camera_of_another_picture_is_not_offered() -> None:
    places = (place(), place("2", "none", recorder(ROOM, None)))
    first, second = choice(*places), choice(*places, at=1)

    assert [each.is_offered for each in first.cameras] == [True, False]
    assert first.cameras[1].label == f"Room camera ({device_texts.IN_USE_ELSEWHERE})"
    assert [each.is_current for each in second.cameras] == [False, True]
    assert second.microphones == (), "the sound goes with the first picture"
    assert second.places == ("Picture 1: Desk camera", "Picture 2: Room camera")


def test_two_cameras_of_one_name_are_told_apart_by_their_paths() -> None:
    twin = Camera("/dev/video4", "Desk camera", "/dev/video4", ())

    found = Devices((DESK, twin), ())
    assert labels(choice(place(), found=found))[0] == [
        "Desk camera (/dev/video0, in use)",
        "Desk camera (/dev/video4)",
    ]


def test_the_scene_is_offered_in_tests_and_demos_alone() -> None:
    scene = place("test", None, recorder(DESK, "Built-in tone"))

    assert "Built-in test scene" not in labels(choice(scene))[0]
    view = choice(scene, with_scene=True)
    assert labels(view)[0][-2:] == [
        "Built-in test scene (in use)",
        "Built-in test scene, live",
    ]
    assert f"{device_texts.BUILT_IN_TONE} (in use)" in labels(view)[1]


def test_what_is_missing_is_said() -> None:
    looking, nothing = choice(place(), found=None), choice(place(), found=Devices((), (), "No."))

    assert looking.note == device_texts.LOOKING_FOR_DEVICES
    assert (looking.cameras, looking.microphones) == ((), ())
    assert nothing.note == f"{device_texts.NO_CAMERAS} No."
    running = device_choice(FOUND, [place()], 0, recording=True, with_scene=False)
    assert running.hint == device_texts.DEVICES_RECORDING
