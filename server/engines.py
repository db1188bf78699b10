"""Which database, which store of bytes and which queue a receiver uses. It connects to none.

They come from the environment and not from the command line, which every user of the machine can
read: addresses of servers hold passwords.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from holdfast import durable
from holdfast.jsonform import FORMAT_VERSION, Reader, canonical, parse

DATABASES: Final = ("sqlite", "postgresql")
BLOBS: Final = ("disk", "s3")
QUEUES: Final = ("embedded", "postgresql", "redis", "rediss", "unix")


class EngineUnusable(Exception):
    """An engine cannot be used as it must be; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Addresses; the defaults need nothing but the data folder. Never printed: they hold secrets.

    - `database_url`: `sqlite` (in the data folder) or `postgresql://user:password@host/name`.
    - `blob_url`: `disk` (the data folder) or `s3://bucket/prefix?endpoint=URL&region=NAME`; keys
      come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from where AWS's own tools look.
    - `queue_url`: `embedded`, `postgresql://...` or `redis://host:port/number`.
    """

    database_url: str = "sqlite"
    blob_url: str = "disk"
    queue_url: str = "embedded"

    def __repr__(self) -> str:
        kinds = ", ".join(_scheme(getattr(self, each.name)) for each in fields(self))
        return f"Engines({kinds})"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Engines":
        """As DATABASE_URL, BLOB_URL and QUEUE_URL say. Raises EngineUnusable."""
        made = cls(
            database_url=environment.get("DATABASE_URL") or "sqlite",
            blob_url=environment.get("BLOB_URL") or "disk",
            queue_url=environment.get("QUEUE_URL") or "embedded",
        )
        made.check()
        return made

    def check(self) -> None:
        """Raises EngineUnusable for an address of a kind that is not known."""
        for name, url, kinds in (
            ("DATABASE_URL", self.database_url, DATABASES),
            ("BLOB_URL", self.blob_url, BLOBS),
            ("QUEUE_URL", self.queue_url, QUEUES),
        ):
            if _scheme(url) not in kinds:
                # Not the address itself: what is mistyped may still hold a password.
                begins = f" begins with {urlsplit(url).scheme!r}" if urlsplit(url).scheme else ""
                raise EngineUnusable(
                    f"{name}{begins or ' names nothing that is known'}; it can be "
                    f"{', '.join(kinds)}. Nothing was changed; correct it, then start again."
                )

    @property
    def is_database_here(self) -> bool:
        """Whether the database is a file in the data folder, for the processes of one machine."""
        return _scheme(self.database_url) == "sqlite"

    @property
    def are_blobs_here(self) -> bool:
        """Whether bytes are kept in the data folder."""
        return _scheme(self.blob_url) == "disk"

    @property
    def is_queue_here(self) -> bool:
        """Whether the worker of this machine is the only one."""
        return _scheme(self.queue_url) == "embedded"

    @property
    def queue_kind(self) -> str:
        """`embedded`, `postgresql` or `redis`."""
        scheme = _scheme(self.queue_url)
        return scheme if scheme in ("embedded", "postgresql") else "redis"


def require_same(path: Path, engines: Engines) -> None:
    """Keep in this file which kinds of engines a data folder has, and refuse others from then on.

    Started without its address by mistake, a receiver would find an empty database, and drop what
    only the other one knows to be on its way. Raises EngineUnusable, FormatError, OSError.
    """
    own = {"database": _scheme(engines.database_url), "blobs": _scheme(engines.blob_url)}
    if not path.exists():
        durable.write_new(path, canonical({"format_version": FORMAT_VERSION, **own}))
    reader = Reader(parse(path.read_bytes(), path.name), path.name)
    for name, variable in (("database", "DATABASE_URL"), ("blobs", "BLOB_URL")):
        former = reader.text(name)
        if former != own[name]:
            raise EngineUnusable(
                f"This data folder belongs to a receiver with {former} in {variable}, and now it "
                f"is {own[name]}. Nothing was changed; set it as it was, or take another folder. "
                f"To move on purpose, remove {path.name} first."
            )


OUT_OF_THE_BOX: Final = Engines()
"""All that is needed is the data folder."""


def _scheme(url: str) -> str:
    # Before the first colon; `disk`, `sqlite` and `embedded` are whole addresses.
    scheme = urlsplit(url).scheme or url
    # What SQLAlchemy and others write for the same server.
    return {"postgres": "postgresql", "postgresql+psycopg": "postgresql"}.get(scheme, scheme)
