"""What can go wrong while recording: each error has a code, a title and a sentence for a person.

The sentence says what happened, whether what was recorded is safe, and what to do next. These are
the world's faults; our own bugs stay ordinary exceptions.
"""

PICTURE_FROZEN = "picture frozen"
"""Reason of a gap, and marker, where a camera sent the same picture again and again."""


class RecordingError(Exception):
    """Base of all recording errors; `args[0]` is the sentence."""

    code = "recording_failed"
    title = "The recording could not go on"
    wrong_usage = False

    @property
    def sentence(self) -> str:
        return str(self.args[0])

    @property
    def gap_reason(self) -> str:
        """What the gap after it is called in the manifest."""
        return self.sentence


class UnknownSource(RecordingError):
    """The text names neither a camera, a file, a URL nor the built-in scene."""

    code = "unknown_source"
    title = "No such source"
    wrong_usage = True


class DeviceAbsent(RecordingError):
    """The camera or microphone that was named is not there."""

    code = "device_absent"
    title = "The device is not there"


class DeviceBusy(RecordingError):
    """Another program uses the device."""

    code = "device_busy"
    title = "Another program uses the device"


class DeviceLost(RecordingError):
    """The device was there and is gone, or gives nothing any more."""

    code = "device_lost"
    title = "The device was lost"


class PictureFrozen(RecordingError):
    """The camera sends the same picture again and again; it is opened anew."""

    code = "picture_frozen"
    title = "The picture stands still"

    @property
    def gap_reason(self) -> str:
        return PICTURE_FROZEN


class DeviceLetGo(RecordingError):
    """A person chose another device: this one is let go, and nothing is wrong with it."""

    code = "device_let_go"
    title = "Another device was chosen"

    def __init__(self, sentence: str, reason: str) -> None:
        super().__init__(sentence)
        self._reason = reason

    @property
    def gap_reason(self) -> str:
        return self._reason


class SourceUnreadable(RecordingError):
    """The file or URL opened, but there is no picture in it."""

    code = "source_unreadable"
    title = "The source cannot be read"


class DiskFull(RecordingError):
    """No space is left for the open segment."""

    code = "disk_full"
    title = "The disk is full"


class NotEnoughSpace(RecordingError):
    """What is free would not hold the recording; it was not begun."""

    code = "not_enough_space"
    title = "Not enough space to record"


class FolderUnwritable(RecordingError):
    """The recordings folder cannot be written to."""

    code = "folder_unwritable"
    title = "The recordings folder cannot be written"


class EncoderFailed(RecordingError):
    """The encoder refused a picture or a sound block."""

    code = "encoder_failed"
    title = "The encoder stopped"


class PictureSizeChanged(EncoderFailed):
    """The camera gives pictures of another size than the part's."""


class HardwareFailed(EncoderFailed):
    """An encoder in hardware, or its driver, failed: another one goes on from here."""
