"""Which programs made a recording: for its announcement, and so for its passport."""

import platform

import av
import cv2

from holdfast.jsonform import Json


def versions() -> Json:
    """What runs here and touches pictures, sound or their times."""
    return {
        "python": platform.python_version(),
        "pyav": av.__version__,
        "ffmpeg": av.ffmpeg_version_info,
        "opencv": cv2.__version__,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}".strip(),
    }
