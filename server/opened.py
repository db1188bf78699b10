"""Opens a receiver's data for an `admin` command, or ends the command with one sentence."""

from typing import TYPE_CHECKING, Final

from holdfast.command import Failure, unusable_folder
from holdfast.receiver_layout import ReceiverData

if TYPE_CHECKING:
    from server.receiver import Receiver

UNTOUCHED: Final = "Nothing that was received was touched."


def opened(data: ReceiverData) -> "Receiver":
    """The receiver in this folder. Raises Failure."""
    from holdfast.clock import SystemClock
    from holdfast.jsonform import FormatError
    from server.db.engine import DatabaseUnusable
    from server.receiver import open_receiver

    try:
        return open_receiver(data, SystemClock())
    except DatabaseUnusable as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise unusable_folder(data.root, error, UNTOUCHED) from error
    except FormatError as error:
        raise Failure(f"The receiver's data cannot be opened: {error} {UNTOUCHED}") from error
