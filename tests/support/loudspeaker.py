"""Run as a process of its own: takes samples as the real loudspeaker does, and hears them at once.

With the argument `dies` it ends as soon as it has heard the first ones, with `mute` it never gets
ready. It speaks the protocol of `desktop/playback/sound_child.py`.
"""

import json
import struct
import sys
import time

HEADER = struct.Struct(">cI")


def say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def listen(channels: int, manner: str) -> None:
    run = heard = 0
    while len(head := sys.stdin.buffer.read(HEADER.size)) == HEADER.size:
        kind, size_bytes = HEADER.unpack(head)
        data = sys.stdin.buffer.read(size_bytes)
        if kind == b"F":
            run, heard = int.from_bytes(data, "big"), 0
            continue
        count = len(data) // (2 * channels)
        # Before all clocks began: so all of it counts as heard whatever a test's clock says.
        say({"run": run, "first": heard, "last": heard + count, "at_ns": -(10**18)})
        heard += count
        if manner == "dies":
            return


if __name__ == "__main__":
    MANNER = sys.argv[3] if len(sys.argv) > 3 else ""
    if MANNER == "mute":
        time.sleep(30)
    say({"ready": True})
    listen(int(sys.argv[2]), MANNER)
