"""Copies a receiver's file into a folder of this machine, wherever the receiver keeps it."""

import hashlib
from pathlib import Path

from holdfast import durable
from server.blobs.base import Files

_TEMPORARY = f".fetched{durable.TEMPORARY_SUFFIX}"


def fetch_new(files: Files, source: Path, final: Path) -> str:
    """Put a copy under a free name, durably; returns its SHA-256.

    Raises FileNotFoundError where there is no such file, OSError (also Unreachable).
    """
    local = files.local_path(source)
    if local is not None:
        return durable.copy_new(local, final)
    temporary = final.with_name(f"{final.name}{_TEMPORARY}")
    durable.remove(temporary)
    digest = hashlib.sha256()
    try:
        with durable.create(temporary) as writer:
            for block in files.blocks(source, 0, files.size_bytes(source) - 1):
                digest.update(block)
                durable.write_all(writer, block)
            durable.fsync(writer.fileno())
        durable.publish(temporary, final)
    except OSError:
        durable.remove(temporary)
        raise
    return digest.hexdigest()
