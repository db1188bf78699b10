"""The names that the setting `capture.encoder` may have; `encoders.py` says what is used."""

from typing import Final

AUTO: Final = "auto"
X264: Final = "x264"
CAMERA: Final = "camera"
HARDWARE: Final = (
    "h264_nvenc",
    "h264_qsv",
    "h264_amf",
    "h264_v4l2m2m",
    "h264_videotoolbox",
    "h264_mf",
)
WISHES: Final = (AUTO, X264, CAMERA, *HARDWARE)
"""What the setting may say."""
