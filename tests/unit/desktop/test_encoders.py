"""Which encoder is used: only one that passed here, with these drivers; else libx264, at once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.encoder_wishes import AUTO, CAMERA, X264
from desktop.encoders import Encoders, sentence
from desktop.recording import hardware
from desktop.recording.encoding import CAMERA_JPEG, DEFAULT, Encoding
from desktop.recording.hardware import Verdict
from holdfast.layout import Home

NVENC, QSV = "h264_nvenc", "h264_qsv"
LINUX = (NVENC, QSV, "h264_amf", "h264_v4l2m2m")


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "candidates", lambda: LINUX)


class Computer:
    """Drivers that work or not, and how often anybody tried them."""

    def __init__(self, home: Path, good: str | None) -> None:
        self.home = Home(home)
        self.good = good
        self.driver = "1.0"
        self.tried: list[str] = []
        self.missing: set[str] = set()

    def encoders(self, wanted: str = AUTO) -> Encoders:
        return Encoders(
            self.home,
            wanted,
            self._try_all,
            lambda: {"driver": self.driver},
            lambda name: "There is no such device." if name in self.missing else None,
        )

    def _try_all(self, names: Sequence[str]) -> list[Verdict]:
        self.tried += names
        return [Verdict(name, None if name == self.good else "It is bad.") for name in names]


def test_until_it_was_tried_nothing_but_x264_is_used(tmp_path: Path) -> None:
    computer = Computer(tmp_path, NVENC)

    assert computer.encoders().encoding() == DEFAULT
    assert computer.tried == []


def test_what_passed_is_used_and_not_tried_again(tmp_path: Path) -> None:
    computer = Computer(tmp_path, QSV)

    survey = computer.encoders().survey()

    assert survey.used == Encoding(QSV)
    assert computer.encoders().encoding() == Encoding(QSV)
    computer.encoders().survey()
    assert computer.tried == list(LINUX)
    assert "Recordings use h264_qsv. h264_nvenc: It is bad." in sentence(survey)
    assert survey.to_json()["refused"][0] == {"encoder": NVENC, "reason": "It is bad."}


def test_a_new_driver_is_tried_anew(tmp_path: Path) -> None:
    computer = Computer(tmp_path, NVENC)
    computer.encoders().survey()

    computer.driver = "2.0"
    computer.good = None

    assert computer.encoders().encoding() == DEFAULT
    assert computer.encoders().survey().used == DEFAULT


def test_one_that_failed_while_recording_is_not_used_again(tmp_path: Path) -> None:
    computer = Computer(tmp_path, NVENC)
    encoders = computer.encoders()
    encoders.survey()

    encoders.distrust(NVENC, "It failed while recording.")

    assert encoders.encoding() == DEFAULT
    assert encoders.survey().verdicts[0].reason == "It failed while recording."


def test_a_wish_is_followed_where_it_can_be(tmp_path: Path) -> None:
    computer = Computer(tmp_path, NVENC)

    assert computer.encoders(X264).survey().used == DEFAULT
    assert computer.encoders(CAMERA).survey().used == CAMERA_JPEG
    assert computer.tried == []
    assert computer.encoders(QSV).survey().used == DEFAULT
    assert computer.encoders(NVENC).survey().used == Encoding(NVENC)


@pytest.mark.parametrize("kept", [b"", b"{}", b'{"format_version":1,"verdicts":[1]}'])
def test_what_was_kept_and_is_damaged_is_found_out_anew(tmp_path: Path, kept: bytes) -> None:
    computer = Computer(tmp_path, NVENC)
    computer.home.encoders.write_bytes(kept)

    assert computer.encoders().encoding() == DEFAULT
    assert computer.encoders().survey().used == Encoding(NVENC)


def test_without_any_device_nothing_is_tried_and_nothing_written(tmp_path: Path) -> None:
    computer = Computer(tmp_path, NVENC)
    computer.missing = set(LINUX)

    survey = computer.encoders().survey()

    assert survey.used == DEFAULT
    assert {each.reason for each in survey.refused} == {"There is no such device."}
    assert computer.tried == []
    assert list(tmp_path.iterdir()) == []
