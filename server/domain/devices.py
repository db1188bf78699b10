"""Devices: tokens and their renewal, revocation, studies, heartbeat.

A device's file in `DATA/devices` is written before its row: the rows can be rebuilt from the files.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.protocol import decode_key
from holdfast.succession import Handover
from server.auth.tokens import DEVICE_TOKEN, new_token, token_hash
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import DeviceRow
from server.db.prepared import Question
from server.domain import device_keys
from server.domain.grants import Grants, NewGrant
from server.domain.refusals import Refusal

_log = logging.getLogger(__name__)
_PUBLIC_KEY_BYTES = 32
# Asked before every request of a device: a whole row would cost five times as much.
_OF_TOKEN = Question(
    select(
        DeviceRow.id, DeviceRow.studies, DeviceRow.revoked_at, DeviceRow.next_token_sha256
    ).where(
        or_(
            DeviceRow.token_sha256 == bindparam("sha256"),
            DeviceRow.next_token_sha256 == bindparam("sha256"),
        )
    )
)


@dataclass(frozen=True, slots=True)
class TokenHolder:
    """Whose token it is, and the studies that it records for; None for every one."""

    id: str
    studies: list[str] | None


@dataclass(frozen=True, slots=True)
class NewDevice:
    """An enrolled device and its token, shown once."""

    device: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who wants to enrol: its own id and public key, where it has them."""

    device: str | None
    public_key: str | None
    succession: tuple[Handover, ...] = ()
    """How the device came to that key, where it had others before."""

    def __post_init__(self) -> None:
        """Raises Refusal `bad_request` for an id or a key that is none."""
        try:
            if self.device is not None and not is_id(self.device):
                raise FormatError(f"'device' must be a UUIDv7, not {self.device!r}")
            if self.public_key is not None:
                decode_key(self.public_key, _PUBLIC_KEY_BYTES)
        except FormatError as error:
            raise Refusal("bad_request", f"{error}. Nothing was changed.") from error


class Devices:
    """All that concerns enrolled computers."""

    def __init__(self, data: Store, database: Database, grants: Grants, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._grants = grants
        self._clock = clock

    def add(self, name: str) -> NewGrant:
        """A single-use code with which a device can enrol within a day, under this name."""
        return self._grants.add(name)

    def admit(
        self, session: Session, applicant: Applicant, name: str, studies: list[str]
    ) -> NewDevice:
        """Take a device in, or give one that is here a new token; in the caller's transaction.

        Without studies it may record for every one. Raises Refusal `conflict` where the id belongs
        to another key.
        """
        device, now = applicant.device, self._clock.now()
        row = session.get(DeviceRow, device) if device is not None else None
        if row is None:
            row = DeviceRow(id=device or new_id(now), enrolled_at=now)
            _first_key(row, applicant)
            session.add(row)
        else:
            _known_key(row, applicant)
        token = new_token(DEVICE_TOKEN)
        row.name, row.token_sha256, row.revoked_at = name, token_hash(token), None
        row.next_token_sha256, row.studies = None, studies or None
        self._write_file(row)
        return NewDevice(row.id, token)

    def by_token(self, token: str) -> TokenHolder | None:
        """The device with this token. Raises Refusal `token_revoked`.

        The first use of a renewed token ends the former one.
        """
        sha256 = token_hash(token)
        with self._database.querying() as connection:
            row = _OF_TOKEN.one_or_none(connection, {"sha256": sha256})
        if row is not None and row.revoked_at is not None:
            raise Refusal(
                "token_revoked",
                "This computer is not allowed to upload any more. "
                "Ask your administrator for a new enrolment code.",
            )
        if row is None:
            return None
        if row.next_token_sha256 == sha256:
            self._take_up(row.id, sha256)
        return TokenHolder(row.id, row.studies)

    def renew_token(self, device: str) -> str:
        """A new token for this device; the present one is good until the new one is used."""
        token = new_token(DEVICE_TOKEN)
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            row.next_token_sha256 = token_hash(token)
            self._write_file(row)
        return token

    def _take_up(self, device: str, sha256: str) -> None:
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            if row.next_token_sha256 == sha256:
                row.token_sha256, row.next_token_sha256 = sha256, None
                self._write_file(row)

    def known(self, device: str) -> DeviceRow | None:
        """The device with this id, revoked or not; None where it never enrolled."""
        with self._database.reading() as session:
            return session.get(DeviceRow, device)

    def signing_keys(self, device: str) -> tuple[str, ...]:
        """The keys that this device's signatures may be by, the present one first.

        Empty where it enrolled without one. What waits on the device was signed with whichever key
        it had then, so former ones count, unless an administrator ended them.
        """
        row = self.known(device)
        return () if row is None else device_keys.keys_of(row)

    def take_key(self, device: str, steps: Sequence[Handover]) -> str:
        """Know a device by the key that its former one vouches for; returns the present one.

        Told again, it is as it was. Raises Refusal `bad_request`, `conflict`.
        """
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            if device_keys.take(row, steps):
                self._write_file(row)
            return row.public_key or ""

    def want_new_key(self, id_or_name: str) -> list[str]:
        """Have these devices take a new key when they are next in contact; returns their ids."""
        with self._database.writing() as session:
            wanted = (DeviceRow.id == id_or_name) | (DeviceRow.name == id_or_name)
            rows = list(session.scalars(select(DeviceRow).where(wanted)))
            signing = [row for row in rows if row.public_key and row.revoked_at is None]
            for row in signing:
                row.key_wanted_at = row.key_wanted_at or self._clock.now()
                self._write_file(row)
            return [row.id for row in signing]

    def end_former_keys(self, device: str) -> int:
        """Have nothing count any more that this device's former keys sign; how many ended by that.

        What is stored stays, with its receipt.
        """
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            ended = device_keys.end_former(row, self._clock.now())
            self._write_file(row)
            return ended

    def believe_former_keys(self, device: str) -> int:
        """Take back `end_former_keys`; how many keys count again by that."""
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            believed = device_keys.believe_former(row)
            self._write_file(row)
            return believed

    def everyone(self) -> list[DeviceRow]:
        """Every device, by name."""
        with self._database.reading() as session:
            return list(session.scalars(select(DeviceRow).order_by(DeviceRow.name, DeviceRow.id)))

    def named(self, id_or_name: str) -> list[DeviceRow]:
        """The devices with this id or name."""
        return [row for row in self.everyone() if id_or_name in (row.id, row.name)]

    def revoke(self, id_or_name: str) -> list[str]:
        """Refuse these devices' tokens from now on; returns their ids, none if none matches."""
        with self._database.writing() as session:
            wanted = (DeviceRow.id == id_or_name) | (DeviceRow.name == id_or_name)
            rows = list(session.scalars(select(DeviceRow).where(wanted)))
            for row in rows:
                self.refuse(session, row)
            return [row.id for row in rows]

    def refuse(self, session: Session, row: DeviceRow) -> None:
        """Refuse this device's tokens from now on, in the caller's transaction."""
        row.revoked_at = row.revoked_at or self._clock.now()
        self._write_file(row)

    def record_for(self, device: str, studies: list[str] | None) -> None:
        """Have a device record for these studies only; None lets it record for every one."""
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            row.studies = studies
            self._write_file(row)

    def heartbeat(self, device: str, status: Json) -> None:
        """Keep what a device last said about itself, and when."""
        with self._database.writing() as session:
            row = session.get_one(DeviceRow, device)
            row.status, row.last_contact_at = status, self._clock.now()

    def _write_file(self, row: DeviceRow) -> None:
        self._data.files.make_folder(self._data.devices)
        self._data.files.write_replacing(self._data.device(row.id), canonical(_to_json(row)))

    def rows_from_files(self) -> list[DeviceRow]:
        """Every device as its file says; one that cannot be read must enrol again."""
        rows = []
        for name in self._data.files.names(self._data.devices):
            if not name.endswith(".json"):
                continue
            try:
                rows.append(
                    _from_json(parse(self._data.files.read(self._data.devices / name), name))
                )
            except FormatError as error:
                _log.error("%s was left alone, its device must enrol again: %s", name, error)
        return rows


def _first_key(row: DeviceRow, applicant: Applicant) -> None:
    """Raises Refusal `bad_request` where its statements do not lead to its key."""
    row.public_key, row.succession = applicant.public_key, None
    if applicant.succession:
        device_keys.take_history(row, applicant.succession)


def _known_key(row: DeviceRow, applicant: Applicant) -> None:
    """Raises Refusal `conflict` where the applicant is not who enrolled under this id."""
    if applicant.public_key is not None and row.public_key != applicant.public_key:
        device_keys.take(row, applicant.succession)
    if applicant.public_key is None or row.public_key != applicant.public_key:
        raise Refusal(
            "conflict",
            "A device with this id is enrolled with another key. "
            "Nothing was changed; the code can still be used.",
        )


def _to_json(row: DeviceRow) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "device": row.id,
        "name": row.name,
        "public_key": row.public_key,
        "succession": row.succession,
        "key_wanted_at": None if row.key_wanted_at is None else rfc3339(row.key_wanted_at),
        "token_sha256": row.token_sha256,
        "next_token_sha256": row.next_token_sha256,
        "studies": row.studies,
        "enrolled_at": rfc3339(row.enrolled_at),
        "revoked_at": None if row.revoked_at is None else rfc3339(row.revoked_at),
    }


def _from_json(value: Json) -> DeviceRow:
    reader = Reader(value, "a device's file")
    revoked_at = reader.optional_text("revoked_at")
    # Written by an older version, a file lacks what came later.
    next_token = reader.sha256("next_token_sha256") if reader.has("next_token_sha256") else None
    studies = reader.items("studies") if reader.has("studies") else None
    succession = reader.items("succession") if reader.has("succession") else None
    key_wanted_at = reader.optional_text("key_wanted_at")
    return DeviceRow(
        id=reader.id("device"),
        name=reader.text("name"),
        public_key=reader.optional_text("public_key"),
        succession=succession,
        key_wanted_at=None if key_wanted_at is None else parse_rfc3339(key_wanted_at),
        token_sha256=reader.sha256("token_sha256"),
        next_token_sha256=next_token,
        studies=studies,
        enrolled_at=parse_rfc3339(reader.text("enrolled_at")),
        revoked_at=None if revoked_at is None else parse_rfc3339(revoked_at),
    )
