"""Records, sends and receives on one machine until its power is cut; prints what was acknowledged.

    power_cut_chain_writer.py FOLDER

The device's home and the receiver's data are both on the disk whose power is cut. What counts as
acknowledged is what `holdfast upload --json` says: segments that the receiver has, and receipts.
`READY` is printed once there is a receipt.
"""

import json
import random
import sys
import threading
from pathlib import Path

from holdfast import durable
from holdfast.command import print_json
from tests.support.chain import Chain

PORT = 8123
"""The same before and after the cut: it is where the device is enrolled."""
LOOK_EVERY_S = 0.05
LAST_S = 600.0
_TOLD = {"sent": "sent", "verified": "receipt"}


def record_again_and_again(chain: Chain) -> None:
    """Short recordings, each a session of its own, for as long as there is power."""
    while True:
        process = chain.record(round(random.uniform(0.5, 6), 2))
        assert process.wait() == 0, process.said()
        said = json.loads(process.said().strip().splitlines()[-1])
        print_json({"complete": {key: said[key] for key in ("id", "state", "frames")}})


def pass_on(said: str, told: int) -> int:
    """Print what `upload` said since; returns how many lines of it were told."""
    lines = said[: said.rfind("\n") + 1].splitlines()
    for line in lines[told:]:
        event = json.loads(line)
        if event["event"] in _TOLD:
            fact = {"recording": event["recording"], "segment": event["segment"]}
            print_json({_TOLD[event["event"]]: fact})
            if event["event"] == "verified":
                print_json({"READY": 0})
    return len(lines)


def main(folder: str) -> None:
    """Run the whole chain until there is no power any more."""
    root = Path(folder)
    durable.make_folder(root)
    with Chain(root, PORT) as chain:
        chain.serve()
        chain.enrol()
        threading.Thread(target=record_again_and_again, args=(chain,), daemon=True).start()
        upload = chain.start("upload", "--json")
        pause = threading.Event()
        told = 0
        for _ in range(int(LAST_S / LOOK_EVERY_S)):
            pause.wait(LOOK_EVERY_S)
            assert upload.is_running, upload.said()
            told = pass_on(upload.said(), told)


if __name__ == "__main__":
    main(*sys.argv[1:])
