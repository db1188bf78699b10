"""One bucket of an S3-compatible store, through obstore: keys and bytes, and errors of ours.

It knows nothing of recordings. Every request is bounded in time and tried again a few times, so
that a store that is away costs a request thread seconds and not minutes.
"""

import errno
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import parse_qs, urlsplit

from server.blobs.base import Unreachable
from server.engines import EngineUnusable

BLOCK_BYTES: Final = 1 << 20
PART_BYTES: Final = 8 << 20
"""Objects above this are sent in parts. S3 wants parts of at least 5 MiB."""
_REQUEST_TIMEOUT_S: Final = 60
_RETRY_MOST_S: Final = 20
_RETRIES: Final = 4
_DELETE_MOST: Final = 1000
_COPY_MOST_BYTES: Final = 5 << 30


@dataclass(frozen=True, slots=True)
class Found:
    """An object as a list of them tells it; `tag` changes whenever its content does."""

    key: str
    size_bytes: int
    tag: str


class Bucket:
    """Objects under one prefix of one bucket."""

    def __init__(self, url: str) -> None:
        """`url` is `s3://bucket/prefix?endpoint=URL&region=NAME`. Raises EngineUnusable."""
        try:
            import obstore
        except ModuleNotFoundError as error:
            raise EngineUnusable(
                "BLOB_URL names an S3 bucket, whose client is not installed. Nothing was changed; "
                "install it with: pip install 'holdfast[s3]'"
            ) from error
        self._obstore = obstore
        self._store = _store(url)

    def put(self, key: str, data: bytes) -> None:
        """Put an object, replacing what was there."""
        with _telling(key):
            self._obstore.put(self._store, key, data, use_multipart=False)

    def put_new(self, key: str, data: bytes) -> None:
        """Put an object under a free key. Raises FileExistsError."""
        with _telling(key):
            self._obstore.put(self._store, key, data, mode="create")

    def put_stream(self, key: str, blocks: Iterable[bytes]) -> None:
        """Put an object out of blocks; nothing is sent before the last one was had.

        Its client must not be asked for a block while it sends, so many are put aside in a file.
        """
        with tempfile.SpooledTemporaryFile(max_size=PART_BYTES) as spool:
            for block in blocks:
                spool.write(block)
            self._put_spooled(key, spool)

    def _put_spooled(self, key: str, spool: IO[bytes]) -> None:
        size_bytes = spool.tell()
        spool.seek(0)
        with _telling(key):
            if size_bytes <= PART_BYTES:
                self._obstore.put(self._store, key, spool.read(), use_multipart=False)
            else:
                self._obstore.put(self._store, key, spool, chunk_size=PART_BYTES)

    def put_file(self, key: str, path: Path) -> None:
        """Put a file's content, in parts."""
        with _telling(key):
            self._obstore.put(self._store, key, path, chunk_size=PART_BYTES)

    def append(self, key: str, data: bytes) -> bool:
        """Add bytes to an object, or make it; False where somebody else changed it meanwhile."""
        from obstore.exceptions import AlreadyExistsError, PreconditionError

        with _telling(key):
            before, tag = self._with_tag(key)
            mode: Any = "create" if tag is None else {"e_tag": tag}
            try:
                self._obstore.put(self._store, key, before + data, mode=mode)
            except (AlreadyExistsError, PreconditionError):
                return False
        return True

    def _with_tag(self, key: str) -> tuple[bytes, str | None]:
        try:
            found = self._obstore.get(self._store, key)
        except (FileNotFoundError, self._obstore.exceptions.NotFoundError):
            return b"", None
        return found.bytes().to_bytes(), found.meta["e_tag"]

    def get(self, key: str) -> bytes:
        """An object. Raises FileNotFoundError."""
        with _telling(key):
            return self._obstore.get(self._store, key).bytes().to_bytes()

    def blocks(self, key: str, first: int, last: int) -> Iterator[bytes]:
        """Bytes first..last of an object, in blocks. Raises FileNotFoundError."""
        position = first
        while position <= last:
            end = min(position + PART_BYTES, last + 1)
            with _telling(key):
                part = self._obstore.get_range(self._store, key, start=position, end=end)
            data = memoryview(part.to_bytes())
            if not data:
                return
            for start in range(0, len(data), BLOCK_BYTES):
                yield bytes(data[start : start + BLOCK_BYTES])
            position += len(data)

    def size_bytes(self, key: str) -> int:
        """An object's size. Raises FileNotFoundError."""
        with _telling(key):
            return self._obstore.head(self._store, key)["size"]

    def tag(self, key: str) -> str:
        """An object's entity tag, without quotes. Raises FileNotFoundError."""
        with _telling(key):
            return (self._obstore.head(self._store, key)["e_tag"] or "").strip('"')

    def copy(self, source: str, target: str) -> None:
        """Have an object under a second key too, without reading it here."""
        with _telling(source):
            self._obstore.copy(self._store, source, target)

    def move(self, source: str, target: str) -> None:
        """Have an object under another key, in the place of what was there."""
        if self.size_bytes(source) <= _COPY_MOST_BYTES:
            self.copy(source, target)
        else:
            # No store copies more than this at once, and the client cannot ask for parts.
            last = self.size_bytes(source) - 1
            self.put_stream(target, self.blocks(source, 0, last))
        self.delete([source])

    def delete(self, keys: Iterable[str]) -> None:
        """Delete objects, those that are there."""
        every = list(keys)
        for start in range(0, len(every), _DELETE_MOST):
            some = every[start : start + _DELETE_MOST]
            with _telling(some[0]):
                self._obstore.delete(self._store, some)

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin with `prefix` and a slash, sorted."""
        return [each.key for each in self.found(prefix)]

    def found(self, prefix: str) -> list[Found]:
        """All objects whose keys begin with `prefix` and a slash, sorted by key."""
        with _telling(prefix):
            found = self._obstore.list(self._store, prefix).collect()
        objects = [Found(each["path"], each["size"], each["e_tag"] or "") for each in found]
        return sorted(objects, key=lambda each: each.key)

    def directly_in(self, prefix: str) -> tuple[list[str], list[str]]:
        """Names of objects and of further prefixes right below one, both sorted."""
        with _telling(prefix):
            found = self._obstore.list_with_delimiter(self._store, prefix)
        objects = sorted(each["path"].rpartition("/")[2] for each in found["objects"])
        return objects, sorted(each.rpartition("/")[2] for each in found["common_prefixes"])


def _store(url: str) -> Any:
    from obstore.store import S3Store

    parts = urlsplit(url)
    if not parts.hostname:
        raise EngineUnusable(
            "BLOB_URL names no bucket: it looks like s3://bucket/prefix. Nothing was changed."
        )
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    unknown = sorted(set(asked) - {"endpoint", "region"})
    if unknown:
        raise EngineUnusable(
            f"BLOB_URL says {', '.join(unknown)}; only endpoint and region are known after its "
            "question mark. Nothing was changed."
        )
    more: dict[str, Any] = {name: asked[name] for name in asked}
    return S3Store(
        parts.netloc,
        prefix=parts.path.strip("/") or None,
        virtual_hosted_style_request=False,
        client_options={
            "timeout": timedelta(seconds=_REQUEST_TIMEOUT_S),
            "allow_http": asked.get("endpoint", "").startswith("http://"),
        },
        retry_config={
            "max_retries": _RETRIES,
            "retry_timeout": timedelta(seconds=_RETRY_MOST_S),
        },
        **more,
    )


@contextmanager
def _telling(key: str) -> Iterator[None]:
    """Turn obstore's errors into those of files, without the pages of detail it adds."""
    from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError

    try:
        yield
    except (NotFoundError, FileNotFoundError):
        raise FileNotFoundError(errno.ENOENT, "no such object", key) from None
    except AlreadyExistsError:
        raise FileExistsError(errno.EEXIST, "the key is taken", key) from None
    except BaseError as error:
        said = str(error).partition("\n")[0]
        raise Unreachable(errno.EIO, f"the object store failed: {said}", key) from None
