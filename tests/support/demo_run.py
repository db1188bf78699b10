"""The demo, run once for many tests: under strace, so that every file that it writes is known."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from holdfast.jsonform import Json
from tests.support.command_line import COMMAND, Said, environment

PROJECT = Path(__file__).parents[2]
LIMIT_S = 60
"""How long the demo may take at the most; a promise."""
MARK = "DEMO_OF_THIS_TEST"
"""A variable that every process of a demo inherits, so that one left behind is found."""

WRITING_CALLS = (
    "open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,unlink,unlinkat,rmdir,truncate,mknod,mknodat,chmod,fchmodat,chown,lchown,fchownat,"
    "utimensat,setxattr"
)
_ONLY_READ = re.compile(r"open(at2?)?\(.*\b(O_RDONLY|O_PATH)\b")
_CREATES = ("O_CREAT", "O_TMPFILE", "O_TRUNC")
_CALL = re.compile(r"^\w+\(")
_BASE = re.compile(r"^\w+\((?:AT_FDCWD|\d+)<([^>]*)>, ")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Demo:
    """What `holdfast demo --json` left and printed."""

    home: Path
    said: Said
    trace: Path

    @property
    def printed(self) -> Json:
        """The one JSON value that it printed."""
        value = self.said.json
        assert isinstance(value, dict)
        return value

    @property
    def recording(self) -> Json:
        """Its one recording, in the shape that all commands print."""
        (recording,) = self.printed["recordings"]
        assert isinstance(recording, dict)
        return recording

    @property
    def file(self) -> Path:
        """The playable file on the receiver's disk."""
        return Path(self.printed["file"])

    @property
    def folder(self) -> Path:
        """The recording's folder on the device."""
        return Path(self.recording["folder"])

    @property
    def receiver(self) -> Path:
        """The receiver's data folder."""
        return self.home / "receiver"

    def written(self) -> Iterator[str]:
        """Every path that it, or a process that it started, made, changed or removed."""
        for each in self.trace.iterdir():
            yield from written_paths(each.read_text(errors="replace").splitlines())


def run_traced_demo(home: Path, trace: Path) -> Demo:
    """Run the demo in `home`; strace writes one file a thread into `trace`."""
    trace.mkdir()
    words = ("--home", str(home))
    options = ("-ff", "--seccomp-bpf", "-z", "-y", "-s", "4096", "-o", str(trace / "thread"))
    done = subprocess.run(
        ["strace", *options, "-e", f"trace={WRITING_CALLS}", *COMMAND, "demo", "--json", *words],
        env=environment(None),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=2 * LIMIT_S,
        check=False,
    )
    return Demo(home, Said(done.returncode, done.stdout, done.stderr), trace)


def written_paths(calls: list[str]) -> Iterator[str]:
    """The absolute paths that system calls, as strace prints them, made, changed or removed."""
    for call in calls:
        if not _CALL.match(call) or _reads_only(call):
            continue
        base = _BASE.match(call)
        for name in _QUOTED.findall(call):
            yield str(Path(base.group(1) if base else "/", name))


def _reads_only(call: str) -> bool:
    return bool(_ONLY_READ.match(call)) and not any(flag in call for flag in _CREATES)


def installed_environment(folder: Path) -> Path:
    """A folder that `make` takes for a finished installation: it runs the Python of this test.

    So `make demo` finds nothing to set up, and a test never installs anything.
    """
    programs = folder / "bin"
    programs.mkdir(parents=True)
    for name, words in (("python", ""), ("holdfast", "-m holdfast")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        program.chmod(0o755)
    digest = hashlib.sha256((PROJECT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = f"made in {PROJECT} from pyproject.toml {digest} for dev\n"
    (folder / ".holdfast-installed").write_text(stamp)
    return folder


def processes_with(mark: str, home: Path) -> list[psutil.Process]:
    """All processes that carry the mark or name the home."""
    found = []
    for process in psutil.process_iter():
        try:
            words = " ".join(process.cmdline())
            if process.environ().get(MARK) == mark or str(home) in words:
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found
