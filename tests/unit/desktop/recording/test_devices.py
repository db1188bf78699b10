"""Listing cameras where there are none, or none that may be asked."""

from pathlib import Path

from desktop.recording.devices import list_cameras, stable_id


def test_a_computer_without_cameras_has_an_empty_list(tmp_path: Path) -> None:
    assert list_cameras(tmp_path / "absent") == []
    assert list_cameras(tmp_path) == []


def test_a_camera_that_cannot_be_asked_is_listed_by_the_kernels_name(tmp_path: Path) -> None:
    for number, name in ((10, "Second"), (2, "First")):
        folder = tmp_path / "class" / f"video{number}"
        folder.mkdir(parents=True)
        (folder / "name").write_text(f"{name}\n")

    cameras = list_cameras(tmp_path / "class", tmp_path / "dev")

    assert [(each.name, each.path) for each in cameras] == [
        ("First", str(tmp_path / "dev" / "video2")),
        ("Second", str(tmp_path / "dev" / "video10")),
    ]


def test_udevs_name_for_the_device_is_preferred_to_the_one_for_the_socket(tmp_path: Path) -> None:
    (tmp_path / "video0").touch()
    for kind, name in (("by-path", "pci-usb-1"), ("by-id", "usb-HD_Webcam")):
        folder = tmp_path / "v4l" / kind
        folder.mkdir(parents=True)
        (folder / name).symlink_to("../../video0")

    assert stable_id(tmp_path / "video0", tmp_path) == str(tmp_path / "v4l/by-id/usb-HD_Webcam")
    (tmp_path / "v4l/by-id/usb-HD_Webcam").unlink()
    assert stable_id(tmp_path / "video0", tmp_path) == str(tmp_path / "v4l/by-path/pci-usb-1")
    assert stable_id(tmp_path / "video1", tmp_path) == str(tmp_path / "video1")
