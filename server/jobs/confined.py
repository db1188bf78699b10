"""Starts another program within limits: it dies with who started it, and takes only so much memory.

Run as a script of its own, `python confined.py PARENT MEMORY_BYTES PROGRAM ARGUMENT...`, because
what it sets belongs to the process that becomes the program. Standard library only; Linux's own
calls, where there are any.
"""

import ctypes
import os
import sys
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_SIGKILL: Final = 9
_NICENESS: Final = 10


def main(arguments: list[str]) -> None:
    """Become the program. Does not return."""
    parent, memory_bytes, program = int(arguments[0]), int(arguments[1]), arguments[2:]
    if sys.platform == "linux":
        import resource

        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL) != 0:
            raise OSError(ctypes.get_errno(), "prctl failed")
        if os.getppid() != parent:
            # It died before it could be said.
            sys.exit(1)
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(_NICENESS)
    os.execv(program[0], program)


if __name__ == "__main__":
    main(sys.argv[1:])
