"""Enrolment: a grant's code for a device's token, and a lost device's place for its successor.

All in one transaction: a code that was refused for any reason is not used up.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.jsonform import Json
from server.db.access_rows import GrantRow
from server.db.engine import Database
from server.domain.audit import Audit
from server.domain.devices import Applicant, Devices, NewDevice
from server.domain.grants import Grants, why_not
from server.domain.refusals import Refusal
from server.domain.replacements import Replacements


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Takes devices in."""

    database: Database
    grants: Grants
    devices: Devices
    replacements: Replacements
    audit: Audit
    clock: Clock

    def enrol(self, code: str, applicant: Applicant) -> NewDevice:
        """Exchange a code for a token. A device that is here already gets a new token.

        Raises Refusal: `code_invalid`; `conflict` where the id belongs to another key.
        """
        try:
            with self.database.writing() as session:
                grant = self.grants.spend(session, code, self.clock.now())
                self._require_another(grant, applicant)
                device = self.devices.admit(session, applicant, grant.name, list(grant.studies))
                if grant.replaces is not None:
                    session.flush()
                    self.replacements.replace_in(session, grant.replaces, device.device)
                self._note(session, grant, device)
        except Refusal as refusal:
            if refusal.code == "code_invalid":
                self._note_refusal(code)
            raise
        self.audit.copy()
        return device

    def _require_another(self, grant: GrantRow, applicant: Applicant) -> None:
        present = self.replacements.present
        if grant.replaces is None or applicant.device is None:
            return
        if present(grant.replaces) == present(applicant.device):
            raise Refusal(
                "conflict",
                "This code is for the computer that takes another one's place, and this is that "
                "other one. Nothing was changed; the code can still be used.",
            )

    def _note(self, session: Session, grant: GrantRow, device: NewDevice) -> None:
        facts: Json = {"use": grant.uses, "of": grant.uses_most, "studies": list(grant.studies)}
        if grant.replaces is not None:
            facts["replaces"] = grant.replaces
        self.audit.add(
            session, f"grant:{grant.id}", "device.enrolled", f"device:{device.device}", **facts
        )

    def _note_refusal(self, code: str) -> None:
        grant = self.grants.of_code(code)
        if grant is None:
            self.audit.record("anyone", "enrolment.refused", "grant:unknown", why="unknown code")
            return
        why = why_not(grant, self.clock.now())
        self.audit.record("anyone", "enrolment.refused", f"grant:{grant.id}", why=why)
