"""Sends large recordings to a receiver on the same machine until its power is cut.

    power_cut_receiver_writer.py FOLDER

The recordings hold noise: what matters is that a cut always meets a segment on its way. What the
receiver acknowledged is printed as power_cut_chain_writer.py does; `READY` after the first segment.
"""

import os
import random
import sys
import threading
from pathlib import Path

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.command import print_json
from tests.hardware.power_cut_chain_writer import LAST_S, LOOK_EVERY_S, PORT, pass_on
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.chain import Chain
from uploader.installation import Installation

RECORDINGS = 12
SEGMENT_BYTES = 4 << 20
SEGMENTS = 4


def fill(chain: Chain) -> None:
    """Recordings that wait to be sent, as this device's recorder would leave them."""
    with Installation.open(chain.home, SystemClock()) as installation:
        device = DeviceOnPaper(installation.identity.device, installation.identity.key)
        for _ in range(RECORDINGS):
            noise = [random.randbytes(SEGMENT_BYTES) for _ in range(SEGMENTS)]
            make_recording(chain.home, device, noise)
        installation.adopt()
    # A recorder syncs what it writes; this noise was only written.
    os.sync()


def main(folder: str) -> None:
    """Send until there is no power any more."""
    root = Path(folder)
    durable.make_folder(root)
    with Chain(root, PORT) as chain:
        chain.serve()
        chain.enrol()
        fill(chain)
        upload = chain.start("upload", "--json")
        pause = threading.Event()
        told = 0
        for _ in range(int(LAST_S / LOOK_EVERY_S)):
            pause.wait(LOOK_EVERY_S)
            assert upload.is_running, upload.said()
            told = pass_on(upload.said(), told)
            if told:
                print_json({"READY": told})


if __name__ == "__main__":
    main(*sys.argv[1:])
