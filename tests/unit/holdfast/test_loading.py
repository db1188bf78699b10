"""What a process loads for its whole life is no matter for its garbage collector.

In processes of their own: what is frozen here would be frozen for all tests that come after.
"""

import subprocess
import sys

_LOADED = """
import gc
from holdfast.loading import loading
with loading():
    assert not gc.isenabled()
    loaded = ["held for ever"]
assert gc.isenabled()
later = ["may go"]
seen = [id(each) for each in gc.get_objects()]
print(id(loaded) in seen, id(later) in seen)
"""
_FAILED = """
import gc
from holdfast.loading import loading
try:
    with loading():
        raise OSError("no such folder")
except OSError as error:
    print(error, gc.isenabled(), gc.get_freeze_count())
"""


def test_what_was_loaded_is_not_looked_through_again() -> None:
    assert _said(_LOADED) == "False True"


def test_where_loading_fails_garbage_is_collected_as_ever() -> None:
    assert _said(_FAILED) == "no such folder True 0"


def _said(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()
