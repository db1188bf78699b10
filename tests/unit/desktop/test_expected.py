"""Another camera, another picture or another microphone is asked about; the same ones are not."""

from dataclasses import replace

from desktop.expected import ANOTHER_CAMERA, ANOTHER_PICTURE, Expected, KnownCamera
from desktop.recording.model import Ready
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged, DeviceChosen
from holdfast.announcement import Audio, Video

CAMERA = Video("h264", 1280, 720, 30.0, "/dev/v4l/by-path/usb-1", "Webcam A")
OTHER = replace(CAMERA, camera_name="Webcam B")
SOUND = Audio("aac", 48_000, 1, "Headset")


def opened(*videos: Video) -> Expected:
    expected = Expected()
    for video in videos:
        expected.opened(Ready(video, SOUND))
    return expected


def test_what_is_opened_first_and_comes_back_is_expected() -> None:
    expected = Expected()

    assert expected.opened(Ready(CAMERA, SOUND)) == []
    assert expected.opened(Ready(CAMERA, SOUND)) == []
    assert expected.opened(Ready(replace(CAMERA, nominal_fps=29.97), SOUND)) == []


def test_another_camera_in_the_same_port_is_asked_about_by_name_once() -> None:
    expected = opened(CAMERA)

    (changed,) = expected.opened(Ready(OTHER, SOUND))

    assert isinstance(changed, DeviceChanged)
    assert changed.sentence.startswith(
        "Another camera came back: “Webcam B” instead of “Webcam A”. "
    )
    assert (changed.marker, changed.reason) == (
        "camera changed: Webcam A -> Webcam B",
        ANOTHER_CAMERA,
    )
    assert expected.opened(Ready(OTHER, SOUND)) == []


def test_two_cameras_of_one_name_are_told_apart_by_where_they_are() -> None:
    (changed,) = opened(CAMERA).opened(Ready(replace(CAMERA, camera_id="/dev/video4"), SOUND))

    assert isinstance(changed, DeviceChanged)
    assert (changed.was, changed.now) == ("/dev/v4l/by-path/usb-1", "/dev/video4")


def test_the_same_camera_with_another_picture_is_asked_about() -> None:
    smaller = replace(CAMERA, width=640, height=480)
    (changed,) = opened(CAMERA).opened(Ready(smaller, SOUND))
    (slower,) = opened(CAMERA).opened(Ready(replace(CAMERA, nominal_fps=15.0), SOUND))

    assert isinstance(changed, DeviceChanged)
    assert isinstance(slower, DeviceChanged)
    assert "640 × 480 at 30 instead of 1280 × 720 at 30" in changed.sentence
    assert changed.reason == slower.reason == ANOTHER_PICTURE


def test_the_question_is_over_when_the_first_one_is_back() -> None:
    expected = opened(CAMERA, OTHER)

    assert expected.opened(Ready(CAMERA, SOUND)) == [DeviceAsExpected("camera")]
    assert expected.confirm() == []


def test_what_was_confirmed_is_expected_from_then_on() -> None:
    expected = opened(CAMERA, OTHER)

    assert expected.confirm() == [DeviceAsExpected("camera")]
    assert expected.opened(Ready(OTHER, SOUND)) == []
    (changed,) = expected.opened(Ready(CAMERA, SOUND))
    assert isinstance(changed, DeviceChanged)
    assert (changed.was, changed.now) == ("Webcam B", "Webcam A")


def test_another_microphone_is_asked_about_wherever_it_is_noticed() -> None:
    on_reopening = opened(CAMERA).heard_from("Laptop")
    other = Ready(CAMERA, replace(SOUND, microphone="Laptop"))
    in_a_new_part = opened(CAMERA).opened(other)

    assert on_reopening == in_a_new_part
    (changed,) = on_reopening
    assert isinstance(changed, DeviceChanged)
    assert changed.marker == "microphone changed: Headset -> Laptop"


def test_no_sound_is_not_another_microphone() -> None:
    expected = opened(CAMERA)

    assert expected.opened(Ready(CAMERA, None)) == []
    assert expected.opened(Ready(CAMERA, SOUND)) == []


def test_a_microphone_that_comes_later_is_the_expected_one() -> None:
    expected = Expected()
    expected.opened(Ready(CAMERA, None))

    assert expected.heard_from("Headset") == []
    assert expected.heard_from("Laptop") != []


def test_the_camera_of_last_time_is_the_expected_one() -> None:
    expected = Expected(KnownCamera.of(CAMERA), "Headset")

    assert expected.opened(Ready(CAMERA, SOUND)) == []
    (changed,) = expected.opened(Ready(OTHER, SOUND))
    assert isinstance(changed, DeviceChanged)
    assert changed.sentence.startswith("Another camera came back: ")


def test_the_same_camera_in_another_socket_is_no_other_one_after_a_restart() -> None:
    moved = replace(CAMERA, camera_id="/dev/v4l/by-path/usb-2")
    assert Expected(KnownCamera.of(CAMERA)).opened(Ready(moved, None)) == []

    first, second = (f"/dev/v4l/by-id/usb-Webcam_{serial}" for serial in "AB")
    known = KnownCamera(first, "Webcam A")
    assert Expected(known).opened(Ready(replace(CAMERA, camera_id=second), None)) != []


def test_another_microphone_than_last_time_is_asked_about_until_it_is_back() -> None:
    expected = Expected(None, "Headset")

    (changed,) = expected.heard_from("Laptop")
    assert isinstance(changed, DeviceChanged)
    assert changed.sentence == (
        "Another microphone than last time: “Laptop” instead of “Headset”. Recording works with"
        " it. Is that right?"
    )
    assert expected.microphone == "Headset"
    assert expected.heard_from("Headset") == [DeviceAsExpected("microphone")]
    (changed,) = expected.heard_from("Laptop")
    assert isinstance(changed, DeviceChanged)
    assert changed.sentence.startswith("Another microphone came back: ")


def test_confirming_without_sound_forgets_no_microphone() -> None:
    expected = Expected(KnownCamera.of(CAMERA), "Headset")
    expected.opened(Ready(OTHER, None))
    expected.confirm()

    assert (expected.camera, expected.microphone) == (KnownCamera.of(OTHER), "Headset")


def test_what_a_person_chose_is_told_once_and_not_asked_about() -> None:
    expected = opened(CAMERA)
    expected.choose(["camera", "microphone"])

    assert expected.opened(Ready(OTHER, replace(SOUND, microphone="Laptop"))) == [
        DeviceChosen("camera", "Webcam A", "Webcam B"),
        DeviceChosen("microphone", "Headset", "Laptop"),
    ]
    assert expected.opened(Ready(OTHER, replace(SOUND, microphone="Laptop"))) == []
    # A choice is about one opening: what comes later by itself is asked about again.
    camera, microphone = expected.opened(Ready(CAMERA, SOUND))
    assert isinstance(camera, DeviceChanged)
    assert isinstance(microphone, DeviceChanged)


def test_confirming_before_anything_is_open_forgets_nothing() -> None:
    expected = Expected(KnownCamera.of(CAMERA), "Headset")

    assert expected.confirm() == []
    assert (expected.camera, expected.microphone) == (KnownCamera.of(CAMERA), "Headset")


def test_choosing_answers_what_was_asked() -> None:
    expected = opened(CAMERA, OTHER)
    expected.choose(["camera"])

    assert expected.opened(Ready(CAMERA, SOUND)) == [DeviceAsExpected("camera")]


def test_the_microphone_that_was_not_chosen_is_still_asked_about() -> None:
    expected = opened(CAMERA)
    expected.choose(["camera"])

    _, changed = expected.opened(Ready(OTHER, replace(SOUND, microphone="Laptop")))
    assert isinstance(changed, DeviceChanged)
    assert changed.device == "microphone"


def test_choosing_no_microphone_expects_none() -> None:
    expected = opened(CAMERA)
    expected.choose(["microphone"])

    assert expected.opened(Ready(CAMERA, None)) == [
        DeviceChosen("microphone", "Headset", "no microphone")
    ]
    assert expected.microphone is None
