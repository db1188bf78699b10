"""Run as a process of its own: prints the sound inputs that PortAudio finds, as JSON.

Kept apart because PortAudio, or a sound driver beneath it, may abort the process. Run it through
`devices.list_microphones`.
"""

import json
import sys
from typing import Any


def inputs() -> list[dict[str, Any]]:
    """Every device with input channels; the default one is marked. Raises PortAudioError."""
    import sounddevice

    devices = sounddevice.query_devices()
    default = sounddevice.default.device[0]
    return [
        {
            "index": number,
            "name": device["name"],
            "channels": device["max_input_channels"],
            "rate_hz": device["default_samplerate"],
            "is_default": number == default,
        }
        for number, device in enumerate(devices)
        if device["max_input_channels"] > 0
    ]


def main() -> None:
    """Print the list and say nothing else on standard output."""
    json.dump(inputs(), sys.stdout)


if __name__ == "__main__":
    main()
