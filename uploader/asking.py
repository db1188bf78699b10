"""The receiver that this device is enrolled at, to be asked by a command that does not send."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from uploader.confirm import Asker
from uploader.installation import Installation
from uploader.transport import Transport


@contextmanager
def asking(installation: Installation, stop: threading.Event) -> Iterator[Asker | None]:
    """Somebody to ask; None while this device is not enrolled.

    Raises SecretsUnreadable, FormatError.
    """
    enrolment = installation.enrolment()
    if enrolment is None:
        yield None
        return
    ca_file = installation.settings.ca_file
    with Transport(enrolment.url, enrolment.token, stop, ca_file) as transport:
        yield Asker(transport, enrolment, installation.clock, stop)
