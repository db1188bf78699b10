"""The installed PySide6 can emit signals for as long as the app runs.

PySide6 6.12.0 dropped one reference to True on every emit, which aborts Python 3.11 ("deallocating
True or False") after some hundred. A child process, because the fault ends the interpreter.
"""

import subprocess
import sys

EMIT_20_000_TIMES = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    happened = Signal(bool)

sender = Sender()
seen = []
sender.happened.connect(seen.append)
for _ in range(20_000):
    sender.happened.emit(True)
    sender.setObjectName("sender")
print(len(seen))
"""


def test_twenty_thousand_signals_do_not_end_the_interpreter() -> None:
    result = subprocess.run(
        [sys.executable, "-c", EMIT_20_000_TIMES], capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stdout.strip()) == (0, "20000"), result.stderr
