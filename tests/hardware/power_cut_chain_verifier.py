"""After a power cut of device and receiver: is all that was acknowledged there, and does it arrive?

    power_cut_chain_verifier.py FOLDER SAID

`SAID` is what power_cut_chain_writer.py printed before the cut. The receiver is started again, and
before anything is sent it must have every segment and every receipt that it gave; then the rest is
sent, and nothing may be lost, doubled or changed. It prints one line of JSON, `{"cut": {...}}`.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from holdfast import salvage
from holdfast.command import print_json
from tests.hardware.power_cut_chain_writer import PORT
from tests.support.chain import Chain
from tests.support.nothing_lost import assert_nothing_lost, closed_segments, sha256, wait_for_lights


def read_said(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The whole lines that the writer printed, by what they tell."""
    facts: dict[str, list[dict[str, Any]]] = {"complete": [], "sent": [], "receipt": []}
    text = path.read_text(errors="replace")
    for line in text[: text.rfind("\n") + 1].splitlines():
        if line.startswith("{"):
            ((what, value),) = json.loads(line).items()
            facts.setdefault(what, []).append(value)
    return facts


def check_received(chain: Chain, said: dict[str, list[dict[str, Any]]]) -> list[str]:
    """What the receiver acknowledged, on its disk, against what the device has."""
    troubles = []
    folders = {each.recording: each for each in chain.folders()}
    for each in said["sent"]:
        folder = folders[each["recording"]]
        here = folder.segment(each["segment"])
        there = chain.data.recording(folder.session, folder.recording).segments / here.name
        if not there.exists() or sha256(there) != sha256(here):
            troubles.append(f"the receiver lost segment {each['segment']} of {folder.recording}")
    for each in said["receipt"]:
        folder = folders[each["recording"]]
        there = chain.data.recording(folder.session, folder.recording).receipt
        if not there.exists() or not folder.receipt.exists():
            troubles.append(f"the receipt of {folder.recording} is gone")
        elif there.read_bytes() != folder.receipt.read_bytes():
            troubles.append(f"the receipt of {folder.recording} is another one")
    for each in said["complete"]:
        manifest = salvage.read_manifest(folders[each["id"]])
        if manifest is None or (manifest.state, manifest.frames) != (each["state"], each["frames"]):
            troubles.append(f"{each['id']} is not as it was told")
    return troubles


def check_databases(chain: Chain) -> list[str]:
    """Both databases in themselves. Nobody has them open."""
    troubles = []
    for path in (chain.home.queue_database, chain.data.database):
        connection = sqlite.connect(path)
        answer = connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        if answer != [("ok",)]:
            troubles.append(f"{path.name}: {answer}")
    return troubles


def verify(chain: Chain, said: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Start everything again as a person would; what was found."""
    unfinished = sum(len(each.open_parts()) for each in chain.folders())
    incoming = len(list(chain.data.incoming.iterdir()))
    closed = closed_segments(chain.folders())
    chain.serve()
    troubles = check_received(chain, said)
    chain.run_json("queue", "list")
    wait_for_lights(chain)
    manifests = assert_nothing_lost(chain, closed)
    chain.stop_receiver()
    return {
        "acknowledged_complete": len(said["complete"]),
        "acknowledged_segments": len(said["sent"]),
        "acknowledged_receipts": len(said["receipt"]),
        "open_segments": unfinished,
        "chunks_on_the_way": incoming,
        "complete": [each.state for each in manifests].count("complete"),
        "interrupted": [each.state for each in manifests].count("interrupted"),
        "pictures": sum(each.frames for each in manifests),
        "troubles": [*troubles, *check_databases(chain)],
    }


def main(folder: str, said_path: str) -> int:
    """Check everything; print the verdict."""
    with Chain(Path(folder), PORT) as chain:
        try:
            cut = verify(chain, read_said(Path(said_path)))
        except AssertionError as error:
            cut = {"troubles": [str(error)[:2000]]}
    print_json({"cut": cut})
    return 1 if cut["troubles"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
