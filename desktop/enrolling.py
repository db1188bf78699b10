"""Enrolling this computer from the window: one invitation, one answer, one sentence if not.

It opens the home's queue beside whoever has it open, as `holdfast enrol` does, and sends nothing.
"""

import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.invitation import Invitation, is_invitation
from holdfast.jsonform import FormatError, Reader, parse
from holdfast.layout import Home
from holdfast.settings_table import SettingError
from uploader.errors import UploaderError

_LEAST_CODE: Final = 4

NO_ADDRESS: Final = "Enter the receiver's address. Your study team has it."
NO_CODE: Final = "Enter the enrolment code. Your study team makes one for each computer."
NO_INVITATION: Final = (
    "This is no invitation to a receiver. Nothing was changed; ask your study team for another one."
)


@dataclass(frozen=True, slots=True)
class Connection:
    """Where this computer sends from now on, and how many recordings lie at a former receiver."""

    url: str
    receiver: str
    at_former: int = 0


class NotEnrolled(Exception):
    """Nothing was changed. The message is a sentence for a person."""


def own_name() -> str:
    """What this computer calls itself."""
    return platform.node() or "device"


def typed(url: str, code: str) -> Invitation:
    """The invitation that somebody typed, or pasted whole. Raises NotEnrolled."""
    if is_invitation(url):
        return from_text(url)
    url, code = url.strip(), code.strip()
    if not url:
        raise NotEnrolled(NO_ADDRESS)
    if len(code) < _LEAST_CODE:
        raise NotEnrolled(NO_CODE)
    return Invitation(url if "://" in url else f"https://{url}", code, None)


def from_text(text: str) -> Invitation:
    """The invitation in a QR code. Raises NotEnrolled."""
    try:
        return Invitation.from_text(text)
    except FormatError as error:
        raise NotEnrolled(NO_INVITATION) from error


def from_file(file: Path) -> Invitation:
    """The invitation in a file that an administrator wrote. Raises NotEnrolled."""
    try:
        return Invitation.from_file(file.read_bytes())
    except (FormatError, OSError) as error:
        raise NotEnrolled(NO_INVITATION) from error


def enrolled_at(home: Home) -> str:
    """The address at which this computer is enrolled; empty where it is not."""
    try:
        return Reader(parse(home.enrolment.read_bytes(), "the enrolment"), "").text("url")
    except (OSError, FormatError):
        return ""


def enrol(home: Home, clock: Clock, invitation: Invitation, name: str) -> Connection:
    """Enrol this computer under this name. Raises NotEnrolled; takes a few seconds at most."""
    from uploader.enrol import enrol_device
    from uploader.installation import Installation

    try:
        with Installation.open(home, clock) as installation:
            enrolment = enrol_device(
                installation, invitation.url, invitation.code, name, invitation.key_id
            )
            at_former = len(installation.queue.holdings.at_former())
    except (UploaderError, SettingError, FormatError, OSError) as error:
        raise NotEnrolled(str(error)) from error
    return Connection(enrolment.url, enrolment.receiver, at_former)
