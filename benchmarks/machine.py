"""What the figures were measured on: processor, versions, and how busy the machine is."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import av
import cv2
import PySide6


def facts() -> list[tuple[str, str]]:
    """Name and value of everything that the figures depend on."""
    libavcodec = ".".join(map(str, av.library_versions["libavcodec"]))
    return [
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("system", f"{platform.system()} {platform.release().split('-')[0]}"),
        ("Python", platform.python_version()),
        ("PyAV", f"{av.__version__} (libavcodec {libavcodec})"),
        ("OpenCV", cv2.__version__),
        ("PySide6", PySide6.__version__),
        ("ffmpeg", ffmpeg_version()),
    ]


def load() -> str:
    """Running and waiting processes of the last 1, 5 and 15 minutes."""
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


def ffmpeg_version() -> str:
    """The version of the `ffmpeg` command, by its first line."""
    said = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True, check=True)
    return said.stdout.split("\n", 1)[0].removeprefix("ffmpeg version ").split(" Copyright")[0]


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
