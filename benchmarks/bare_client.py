"""PUTs every file of a folder with `requests`, each hashed first: the least that Python can do.

    python -m benchmarks.bare_client URL FOLDER

No queue, no retries, no receipts, one connection. A process of its own, so that its processor time
is its own.
"""

import hashlib
import sys
from pathlib import Path

import requests


def main(url: str, folder: Path) -> None:
    with requests.Session() as session:
        for path in sorted(folder.iterdir()):
            data = path.read_bytes()
            headers = {"Content-Digest": hashlib.sha256(data).hexdigest()}
            session.put(url + path.name, data=data, headers=headers).raise_for_status()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
