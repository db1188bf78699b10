"""Uploads every file of a folder with `tuspy`, one after the other: the peer of our uploader.

    python -m benchmarks.tus_client URL FOLDER CHUNK_BYTES

A process of its own, so that its processor time is its own.
"""

import sys
from pathlib import Path

from tusclient.client import TusClient


def main(url: str, folder: Path, chunk_bytes: int) -> None:
    client = TusClient(url)
    for path in sorted(folder.iterdir()):
        # Without metadata it sends an empty header, which not every receiver takes.
        uploader = client.uploader(
            str(path), chunk_size=chunk_bytes, metadata={"filename": path.name}
        )
        uploader.upload()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
