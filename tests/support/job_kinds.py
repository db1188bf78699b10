"""Work of known kinds: it says what it is told to, starts programs, hangs, dies, takes memory."""

import os
import subprocess
import sys
import threading
import time

from holdfast import durable
from server.jobs.kinds import Kind, Made, Piece, Task
from server.jobs.parts import CannotSucceed

_WAIT = "import time; time.sleep(600)"


PATIENT_S = 1e6
"""So long no test takes, however busy the machine is."""


def _kind(name: str, memory_most_bytes: int | None = None) -> Kind:
    return Kind(
        name=name,
        work=f"{__name__}:{name}",
        silence_most_s=PATIENT_S,
        memory_most_bytes=memory_most_bytes,
    )


def makes(task: Task) -> Made:
    """Write a file, say so, and tell a fact."""
    task.step("writing")
    task.say("one line")
    final = task.folder.derived / "made.txt"
    temporary = task.temporary(final)
    with durable.create(temporary) as file:
        file.write(task.params.get("text", "made").encode())
    task.told(0.5)
    return Made((Piece(temporary, final),), {"format_version": 1, "length": 4})


def talks(_task: Task) -> Made:
    """Write to the standard error as programs do, more than anybody keeps, then fail."""
    for number in range(1000):
        sys.stderr.write(f"line {number}\n")
    subprocess.run([sys.executable, "-c", "print('a program speaks')"], check=True)
    raise CannotSucceed("It was meant to fail.")


def hangs(task: Task) -> Made:
    """Start a program that runs on by itself, and say nothing more."""
    program = subprocess.Popen([sys.executable, "-c", _WAIT])
    task.step(f"started {program.pid}")
    threading.Event().wait()
    return Made()


def chats(task: Task) -> Made:
    """Start a program, then tell progress all the time, for ever."""
    program = subprocess.Popen([sys.executable, "-c", _WAIT])
    task.step(f"started {program.pid}")
    while True:
        task.say("still here")
        time.sleep(0.001)


def dies(_task: Task) -> Made:
    """End without a word."""
    os.abort()


def grows(_task: Task) -> Made:
    """Take more memory than it may."""
    taken = bytearray(64 << 20)
    return Made(facts={"format_version": 1, "length": len(taken)})


TRIED = {
    each.name: each
    for each in (
        _kind("makes"),
        _kind("talks"),
        _kind("hangs"),
        _kind("chats"),
        _kind("dies"),
        _kind("grows", 48 << 20),
    )
}
