"""Devices: enrolment codes, tokens, revocation, heartbeat.

A device's file in `DATA/devices` is written before its row: the rows can be rebuilt from the files.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.protocol import decode_key
from server.auth.tokens import DEVICE_TOKEN, code_hash, new_code, new_token, token_hash
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import DeviceRow, EnrolmentCodeRow
from server.domain.lifetimes import is_good
from server.domain.refusals import Refusal

CODE_LIFE = timedelta(hours=24)
_log = logging.getLogger(__name__)
_PUBLIC_KEY_BYTES = 32
_NAME_MOST_LETTERS = 200
# Asked before every request of a device: a whole row would cost five times as much.
_OF_TOKEN = select(DeviceRow.id, DeviceRow.revoked_at).where(
    DeviceRow.token_sha256 == bindparam("sha256")
)


@dataclass(frozen=True, slots=True)
class NewCode:
    """An enrolment code, shown once."""

    device: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewDevice:
    """An enrolled device and its token, shown once."""

    device: str
    token: str


class Devices:
    """All that concerns enrolled computers."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock

    def add(self, name: str) -> NewCode:
        """A single-use code with which a device can enrol within a day, under this name."""
        code = new_code()
        expires_at = self._clock.now() + CODE_LIFE
        with self._database.writing() as session:
            session.add(
                EnrolmentCodeRow(
                    code_sha256=code_hash(code), name=_checked_name(name), expires_at=expires_at
                )
            )
        return NewCode(name, code, expires_at)

    def enrol(self, code: str, device: str | None, public_key: str | None) -> NewDevice:
        """Exchange a code for a token. A device that is here already gets a new token.

        Raises Refusal: `code_invalid`; `conflict` where the id belongs to another key;
        `bad_request` for an id or a key that is none.
        """
        _check_identity(device, public_key)
        now = self._clock.now()
        with self._database.writing() as session:
            used = self._spend(session, code, now)
            row = session.get(DeviceRow, device) if device is not None else None
            if row is not None and (public_key is None or row.public_key != public_key):
                raise Refusal(
                    "conflict",
                    "A device with this id is enrolled with another key. "
                    "Nothing was changed; the code can still be used.",
                )
            token = new_token(DEVICE_TOKEN)
            if row is None:
                row = DeviceRow(id=device or new_id(now), enrolled_at=now, public_key=public_key)
                session.add(row)
            row.name, row.token_sha256, row.revoked_at = used.name, token_hash(token), None
            self._write_file(row)
            return NewDevice(row.id, token)

    def _spend(self, session: Session, code: str, now: datetime) -> EnrolmentCodeRow:
        row = session.get(EnrolmentCodeRow, code_hash(code))
        if row is None or row.used_at is not None or not is_good(row.expires_at, now, CODE_LIFE):
            raise Refusal(
                "code_invalid",
                "This enrolment code is not known, was used already or has expired. "
                "Ask your administrator for a new one.",
            )
        row.used_at = now
        return row

    def by_token(self, token: str) -> str | None:
        """The id of the device with this token. Raises Refusal `token_revoked`."""
        with self._database.querying() as connection:
            row = connection.execute(_OF_TOKEN, {"sha256": token_hash(token)}).one_or_none()
        if row is not None and row.revoked_at is not None:
            raise Refusal(
                "token_revoked",
                "This computer is not allowed to upload any more. "
                "Ask your administrator for a new enrolment code.",
            )
        return None if row is None else str(row.id)

    def known(self, device: str) -> DeviceRow | None:
        """The device with this id, revoked or not; None where it never enrolled."""
        with self._database.reading() as session:
            return session.get(DeviceRow, device)

    def public_key(self, device: str) -> str | None:
        """The key that signs this device's manifests, or None where it enrolled without one."""
        with self._database.reading() as session:
            row = session.get(DeviceRow, device)
            return None if row is None else row.public_key

    def everyone(self) -> list[DeviceRow]:
        """Every device, by name."""
        with self._database.reading() as session:
            return list(session.scalars(select(DeviceRow).order_by(DeviceRow.name, DeviceRow.id)))

    def revoke(self, id_or_name: str) -> list[str]:
        """Refuse these devices' tokens from now on; returns their ids, none if none matches."""
        with self._database.writing() as session:
            wanted = (DeviceRow.id == id_or_name) | (DeviceRow.name == id_or_name)
            rows = list(session.scalars(select(DeviceRow).where(wanted)))
            for row in rows:
                row.revoked_at = row.revoked_at or self._clock.now()
                self._write_file(row)
            return [row.id for row in rows]

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


def _check_identity(device: str | None, public_key: str | None) -> None:
    try:
        if device is not None and not is_id(device):
            raise FormatError(f"'device' must be a UUIDv7, not {device!r}")
        if public_key is not None:
            decode_key(public_key, _PUBLIC_KEY_BYTES)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was changed.") from error


def _checked_name(name: str) -> str:
    if not name.strip() or len(name) > _NAME_MOST_LETTERS:
        raise Refusal("bad_request", f"A name has 1 to {_NAME_MOST_LETTERS} letters.")
    return name


def _to_json(row: DeviceRow) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "device": row.id,
        "name": row.name,
        "public_key": row.public_key,
        "token_sha256": row.token_sha256,
        "enrolled_at": rfc3339(row.enrolled_at),
        "revoked_at": None if row.revoked_at is None else rfc3339(row.revoked_at),
    }


def _from_json(value: Json) -> DeviceRow:
    reader = Reader(value, "a device's file")
    revoked_at = reader.optional_text("revoked_at")
    return DeviceRow(
        id=reader.id("device"),
        name=reader.text("name"),
        public_key=reader.optional_text("public_key"),
        token_sha256=reader.sha256("token_sha256"),
        enrolled_at=parse_rfc3339(reader.text("enrolled_at")),
        revoked_at=None if revoked_at is None else parse_rfc3339(revoked_at),
    )
