"""Devices that took the place of others: a computer whose key was lost is a new device.

What the former one recorded is the new one's from then on. A line in `DATA/replaced.jsonl` is
written before any row changes, so that a rebuild finds it.
"""

import logging

from sqlalchemy import update
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Reader, canonical, parse
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import (
    DeviceRow,
    ImportRow,
    OrderRow,
    RecordingRow,
    SessionRow,
    TombstoneRow,
    WithdrawalRow,
)
from server.domain.devices import Devices
from server.domain.refusals import Refusal

_log = logging.getLogger(__name__)


class Replacements:
    """Who took whose place."""

    def __init__(self, data: Store, database: Database, devices: Devices, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._devices = devices
        self._clock = clock

    def replace(self, former: str, new: str) -> None:
        """Give all that `former` has to `new`, and refuse its token from now on.

        Raises Refusal `bad_request` where one of them is not known, or both are the same device.
        """
        with self._database.writing() as session:
            self.replace_in(session, former, new)

    def replace_in(self, session: Session, former: str, new: str) -> None:
        """The same in the caller's transaction, in which `new` may just have enrolled."""
        rows = {each: session.get(DeviceRow, each) for each in (former, new)}
        unknown = [each for each, row in rows.items() if row is None]
        if unknown:
            raise Refusal("bad_request", f"There is no device {unknown[0]}. Nothing was changed.")
        if self.present(new) == self.present(former):
            raise Refusal("bad_request", "Both are the same device by now. Nothing was changed.")
        line = {
            "format_version": FORMAT_VERSION,
            "device": former,
            "by": new,
            "at": rfc3339(self._clock.now()),
        }
        self._data.files.append_line(self._data.replaced, canonical(line))
        self._devices.refuse(session, session.get_one(DeviceRow, former))
        self._apply_in(session)

    def present(self, device: str) -> str:
        """The device that has this one's place today; itself where nobody took it."""
        by = self._by()
        seen = {device}
        while by.get(device, device) not in seen:
            device = by[device]
            seen.add(device)
        return device

    def apply(self) -> None:
        """Have every row name the device that has its maker's place. Again does nothing."""
        with self._database.writing() as session:
            self._apply_in(session)

    def _apply_in(self, session: Session) -> None:
        for former in self._by():
            _hand_over(session, former, self.present(former))

    def _by(self) -> dict[str, str]:
        found = {}
        for line in self._data.files.lines(self._data.replaced):
            try:
                reader = Reader(parse(line, "a replacement"), "a replacement")
                found[reader.id("device")] = reader.id("by")
            except FormatError as error:
                # Torn by a power cut before anybody was told of it.
                _log.warning("a line of replaced.jsonl was passed over: %s", error)
        return found


def _hand_over(session: Session, former: str, new: str) -> None:
    session.execute(update(SessionRow).where(SessionRow.device == former).values(device=new))
    session.execute(update(RecordingRow).where(RecordingRow.device == former).values(device=new))
    session.execute(update(TombstoneRow).where(TombstoneRow.device == former).values(device=new))
    session.execute(update(WithdrawalRow).where(WithdrawalRow.device == former).values(device=new))
    session.execute(update(ImportRow).where(ImportRow.device == former).values(device=new))
    waiting = update(OrderRow).where(OrderRow.device == former, OrderRow.done_at.is_(None))
    session.execute(waiting.values(device=new))
