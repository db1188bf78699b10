"""A morning rehearsal as its doctor and the queue tell of it, for tests of the window."""

from typing import Any

from desktop.ui.morning_view import begun, followed, looked, recorded, waited_long_enough
from tests.ui.station_script import recording
from uploader.items import Step

FOUND: tuple[dict[str, Any], ...] = (
    {"name": "camera", "ok": True, "detail": "HD Webcam (/dev/video0)", "do": ""},
    {"name": "microphone", "ok": True, "detail": "USB Microphone (48 kHz)", "do": ""},
    {
        "name": "disk",
        "ok": True,
        "detail": "Written and synced at 210 MB/s; 62.4 GB free, about 58 h of recording;"
        " recordings 1.0 GB, other files 30.0 GB.",
        "do": "",
    },
    {
        "name": "clock",
        "ok": False,
        "detail": "This computer's clock is 42 s off."
        " Recordings keep their own time; uploads are not affected.",
        "do": "Let the system set its clock.",
        "essential": False,
    },
)
LOOKED = looked(begun(), FOUND)
SENDING = followed(recorded(LOOKED), recording(1))
OVER = followed(recorded(LOOKED), recording(1, step=Step.PLAYABLE))
LATE = waited_long_enough(SENDING, "The receiver does not answer.")
