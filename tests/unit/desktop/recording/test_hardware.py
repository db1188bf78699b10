"""Trials in a child process: whatever a driver does there, the answer comes, and in time."""

import os
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.hardware import absent, candidates, fingerprint, try_all, try_encoder

PATIENCE_S = 90
"""A child that loads PyAV may take its time on a busy machine."""


def aborts(_connection: "Connection[Any, Any]", _encoding: Encoding) -> None:
    os.abort()


def hangs(_connection: "Connection[Any, Any]", _encoding: Encoding) -> None:
    threading.Event().wait()


def test_x264_itself_passes_its_trial() -> None:
    assert try_encoder(DEFAULT, limit_s=PATIENCE_S) is None


def test_an_encoder_that_is_not_there_is_refused_with_a_sentence() -> None:
    assert "no encoder “h264_of_nobody”" in (try_encoder(Encoding("h264_of_nobody")) or "")


def test_a_driver_that_aborts_takes_nobody_with_it() -> None:
    assert try_encoder(DEFAULT, aborts) == "It ended the program that tried it (exit code -6)."


def test_a_driver_that_hangs_is_left_in_time() -> None:
    assert try_encoder(DEFAULT, hangs, limit_s=1.0) == "It gave no answer within 1 s."


def test_each_kind_of_computer_has_candidates_of_its_own() -> None:
    assert candidates("darwin") == ("h264_videotoolbox",)
    assert "h264_mf" in candidates("win32")
    assert "h264_v4l2m2m" in candidates("linux")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="its devices are Linux's")
def test_where_there_is_no_device_nothing_is_tried(tmp_path: Path) -> None:
    assert absent("h264_nvenc", tmp_path) == "There is no NVIDIA graphics device."
    (tmp_path / "nvidiactl").touch()
    assert absent("h264_nvenc", tmp_path) is None
    assert absent("libx264", tmp_path) is None


def test_after_one_that_passes_no_other_is_tried() -> None:
    verdicts = try_all(["h264_of_nobody", "libx264", "libx265"])

    assert [(each.encoder, each.ok) for each in verdicts] == [
        ("h264_of_nobody", False),
        ("libx264", True),
    ]


def test_a_new_driver_is_another_computer(tmp_path: Path) -> None:
    driver = tmp_path / "proc/driver/nvidia/version"
    driver.parent.mkdir(parents=True)
    driver.write_text("550.54")
    before = fingerprint(tmp_path)

    driver.write_text("560.28")

    assert fingerprint(tmp_path) != before
