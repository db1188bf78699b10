"""Starts this program anew, with the words that it was started with."""

import os
import sys
from typing import NoReturn


def start_anew() -> NoReturn:
    """Replace this process by a fresh one; whoever calls has closed everything before."""
    os.execv(sys.executable, [sys.executable, "-m", "holdfast", *sys.argv[1:]])
