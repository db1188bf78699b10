"""Writes a participant's consent into their session, and has the receiver hear of it.

The files first, each durably, on every disk of the session that is here; then the rows: what waited
for the consent is due, and where nothing waits one recording announces its session once more.
"""

from holdfast import durable
from holdfast.consent import Consent, with_consent
from holdfast.jsonform import FormatError, canonical, parse
from holdfast.layout import Home
from uploader.errors import UploaderError
from uploader.queue import Queue


class NotConsentable(UploaderError):
    """The consent was not written down; the message says why."""


def give_consent(home: Home, queue: Queue, session: str, consent: Consent) -> None:
    """Write it down, for good. Raises NotConsentable, OSError; then nothing was sent of it."""
    files = [folder / "session.json" for folder in home.session_folders(session)]
    present = [each for each in files if each.is_file()]
    if not present:
        raise NotConsentable(
            f"There is no session {session} on the disks that are connected. Nothing was changed; "
            "holdfast queue list --json shows the ids."
        )
    changed = []
    for path in present:
        try:
            content = with_consent(parse(path.read_bytes(), path.name), consent)
        except FormatError as error:
            raise NotConsentable(
                f"{path} cannot be read ({error}). Nothing was changed."
            ) from error
        except ValueError as error:
            raise NotConsentable(
                "Another consent stands in this session already, and stays. Nothing was changed."
            ) from error
        changed.append((path, content))
    for path, content in changed:
        durable.write_replacing(path, canonical(content))
    queue.withdrawals.announce_again(session)
