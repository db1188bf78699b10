"""tuspy in a process of its own, as its documentation has it: `python -m tests.support.tuspy_run`.

It is told what to do as JSON in its one argument, and prints the address of the upload and how far
it came. It leaves files and connections open, which in a test's own process would be errors.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed
from tusclient.storage import filestorage

_TIMEOUT_S = 100
_FileStorage: Any = filestorage.FileStorage  # Half of tuspy has types.


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of tuspy ended: the upload's address, the bytes that are there, what failed."""

    url: str
    offset: int
    error: str | None


def run(endpoint: str, token: str, file: Path, /, **how: Any) -> Ran:
    """Run it to its end. `how` are the uploader's own arguments, and `pieces` to stop after."""
    told = {"endpoint": endpoint, "token": token, "file": str(file), **how}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.support.tuspy_run", json.dumps(told)],
        capture_output=True,
        text=True,
        timeout=_TIMEOUT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Ran(**json.loads(done.stdout))


def main(told: dict[str, Any]) -> dict[str, Any]:
    """Upload; what to print."""
    token, pieces = told.pop("token"), told.pop("pieces", None)
    client = TusClient(told.pop("endpoint"), headers={"Authorization": f"Bearer {token}"})
    kept = told.pop("kept", None)
    if kept is not None:
        told |= {"store_url": True, "url_storage": _FileStorage(kept)}
    uploader: Any = None
    try:
        uploader = client.uploader(told.pop("file"), **told)
        if pieces is None:
            uploader.upload()
        for _ in range(pieces or 0):
            uploader.upload_chunk()
    except (TusCommunicationError, TusUploadFailed) as error:
        said = f"{getattr(error, 'status_code', None)} {error}"
        if uploader is None:
            return {"url": "", "offset": 0, "error": said}
        return {"url": uploader.url or "", "offset": uploader.offset, "error": said}
    return {"url": uploader.url, "offset": uploader.offset, "error": None}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(json.loads(sys.argv[1]))))
