"""The process of a proxy in front of a receiver, from its first answer to its end.

What the proxy is told, and where it lies, is for those who start it.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_START_S = 20
_STOP_S = 20


@contextmanager
def answering(words: Sequence[str], folder: Path, url: str) -> Iterator[None]:
    """Run it in `folder`, its home, until the end of the block; it answers at `url`."""
    said = folder / "said.txt"
    with said.open("w") as log:
        process = subprocess.Popen(
            words, stdout=log, stderr=log, env={**os.environ, "HOME": str(folder)}
        )
    try:
        _wait_for(process, url, said)
        yield
    finally:
        process.terminate()
        process.wait(_STOP_S)


def _wait_for(process: "subprocess.Popen[bytes]", url: str, said: Path) -> None:
    words = ["curl", "-sk", "--retry", "50", "--retry-connrefused", "--retry-delay", "0"]
    words += ["--retry-max-time", str(_START_S), "-o", "/dev/null", f"{url}/"]
    subprocess.run(words, check=False, timeout=_START_S + 10)
    assert process.poll() is None, said.read_text()
