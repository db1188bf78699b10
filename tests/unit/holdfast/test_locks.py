"""OS locks: held by a living process, and by nobody once it is dead, however it died."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.locks import is_held, try_lock

HOLDER = """
import sys, time
from pathlib import Path
from holdfast.locks import try_lock
lock = try_lock(Path(sys.argv[1]), shared=sys.argv[2] == "shared")
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def holder(path: Path, kind: str = "exclusive") -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_an_exclusive_lock_excludes_everybody(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        assert try_lock(path) is None
        assert try_lock(path, shared=True) is None
        assert is_held(path)
        process.communicate()

    assert not is_held(path)


def test_shared_locks_exclude_only_an_exclusive_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path, "shared") as process:
        lock = try_lock(path, shared=True)
        assert lock is not None
        assert try_lock(path) is None
        lock.release()
        assert is_held(path)
        process.communicate()

    assert try_lock(path) is not None


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(30)

        lock = try_lock(path)

        assert lock is not None
        lock.release()


def test_a_lock_is_not_inherited(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = try_lock(path)
    assert lock is not None
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
    ) as child:
        lock.release()
        assert not is_held(path)
        child.communicate()


def test_it_is_given_up_at_the_end_of_a_block_and_only_once(tmp_path: Path) -> None:
    lock = try_lock(tmp_path / "lock")
    assert lock is not None
    with lock:
        assert is_held(lock.path)

    assert not is_held(lock.path)
    lock.release()


def test_a_file_that_is_not_there_is_held_by_nobody_and_stays_away(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "lock")
    assert not (tmp_path / "lock").exists()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        try_lock(tmp_path / "nowhere" / "lock")
