"""Records until the power is cut, and prints what was acknowledged: one line of JSON each.

    power_cut_writer.py HOME long     one recording that never ends
    power_cut_writer.py HOME short    short recordings, one after the other

It runs the real `holdfast record`. `READY` is printed once something was acknowledged. What it
prints must survive the cut, so its standard output belongs on another machine's disk.
"""

import json
import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.command import print_json
from holdfast.layout import Home

PARTICIPANT = "P-CUT"
ALIVE_EVERY_S = 0.02
LOOK_EVERY_S = 0.05
MARK_EVERY_S = 0.7
LAST_S = 600.0
"""Nobody needs it for longer; then it ends by itself."""
_SMALL = b"[capture]\nwidth = 640\nheight = 360\n"


class Witness:
    """Says aloud what is known to be safe, whole lines only, from several threads."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._pause = threading.Event()
        self._told: set[tuple[str, int]] = set()
        self._ready = False

    def say(self, what: str, value: Any) -> None:
        """Print one fact."""
        with self._lock:
            print_json({what: value})

    def ready(self) -> None:
        """The power may be cut from now on."""
        if not self._ready:
            self._ready = True
            self.say("READY", SystemClock().monotonic_ns())

    def tell_that_it_lives(self) -> None:
        """Say the time again and again, so that the last line tells when the power was cut."""
        while not self._pause.wait(ALIVE_EVERY_S):
            self.say("alive", SystemClock().monotonic_ns())

    def watch_the_queue(self, is_enough: bool) -> None:
        """Tell of every segment whose row is committed: that is when it counts as saved."""
        while not self._pause.wait(LOOK_EVERY_S):
            for row in self._rows():
                if (row["recording"], row["segment"]) not in self._told:
                    self._told.add((row["recording"], row["segment"]))
                    self.say("segment", row)
                    if is_enough:
                        self.ready()

    def _rows(self) -> list[dict[str, Any]]:
        path = self._home.queue_database
        if not path.exists():
            return []
        try:
            connection = sqlite.connect(f"file:{path}?mode=ro", uri=True, timeout=1.0)
        except sqlite.OperationalError:
            # Nobody has it open; there is nothing new.
            return []
        try:
            rows = connection.execute("SELECT recording, segment, size_bytes, sha256 FROM segments")
            names = ("recording", "segment", "size_bytes", "sha256")
            return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
        except sqlite.OperationalError:
            return []
        finally:
            connection.close()


def record(home: Home, witness: Witness, *words: str) -> dict[str, Any] | None:
    """One recording with markers, to its end; what `record` says of it then."""
    command = [sys.executable, "-m", "holdfast", "record", "--home", str(home.root)]
    options = ["--source", "test:live", "--participant", PARTICIPANT, "--marker-stdin", "--json"]
    process = subprocess.Popen(
        [*command, *options, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    threading.Thread(target=_set_markers, args=(process,), daemon=True).start()
    assert process.stdout is not None
    last: dict[str, Any] | None = None
    for line in process.stdout:
        value = json.loads(line)
        if "marker" in value:
            witness.say("marker", value["marker"]["name"])
        elif "custody" in value:
            last = value
    process.wait()
    return last


def _set_markers(process: subprocess.Popen[str]) -> None:
    pause = threading.Event()
    assert process.stdin is not None
    for _ in range(int(LAST_S / MARK_EVERY_S)):
        pause.wait(MARK_EVERY_S)
        try:
            process.stdin.write(f"mark-{process.pid}-{random.randrange(10**9)}\n")
            process.stdin.flush()
        except OSError:
            return


def record_for_ever(home: Home, witness: Witness) -> None:
    """One long recording."""
    ended = record(home, witness, "--seconds", str(LAST_S))
    raise SystemExit(f"The recording ended before the power was cut: {ended}")


def record_again_and_again(home: Home, witness: Witness) -> None:
    """Short recordings of one session, so that beginnings and ends are cut too."""
    session: list[str] = []
    while True:
        ended = record(home, witness, "--seconds", f"{random.uniform(0.5, 5):.2f}", *session)
        assert ended is not None
        session = ["--session", ended["session"]]
        witness.say("complete", ended)
        witness.ready()


def main(folder: str, kind: str) -> None:
    """Record in this home until there is no power any more."""
    home = Home(Path(folder))
    durable.make_folder(home.root)
    durable.write_new(home.config, _SMALL)
    witness = Witness(home)
    watch = threading.Thread(target=witness.watch_the_queue, args=(kind == "long",), daemon=True)
    watch.start()
    threading.Thread(target=witness.tell_that_it_lives, daemon=True).start()
    {"long": record_for_ever, "short": record_again_and_again}[kind](home, witness)


if __name__ == "__main__":
    main(*sys.argv[1:])
