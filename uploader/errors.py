"""What can go wrong in the uploader, each with one sentence for a person.

Foreign exceptions (SQLite's, requests') become one of these at the border where they arise.
"""


class UploaderError(Exception):
    """Base of everything here. The message is one sentence: what happened and what to do next."""


class QueueError(UploaderError):
    """The queue database could not do what was asked. Recordings on disk are not affected."""


class QueueBusy(QueueError):
    """Another process held the database for too long; trying again later is right."""


class QueueFull(QueueError):
    """The disk has no room for the change; it was undone."""


class QueueDamaged(QueueError):
    """The database cannot be trusted any more; it has to be rebuilt from the files on disk."""


class QueueRefused(QueueError):
    """The file is not a queue database that this Holdfast may touch."""


class ClaimLost(QueueError):
    """A transition found no row in the state and under the claim that it names."""


class UnknownRecording(QueueError):
    """The queue has no such recording."""


class SegmentChanged(QueueError):
    """A segment is queued already with another size or hash, which can never change."""


class NotDecidable(UploaderError):
    """A recording cannot be kept or discarded as it is now. Nothing was changed."""


class EnrolmentRefused(UploaderError):
    """The receiver did not accept the enrolment code."""


class NoNewKey(UploaderError):
    """The device got no new key to sign with; it goes on with the one it has."""


class ReceiptRefused(UploaderError):
    """A receipt is forged, foreign, or about other bytes than those recorded here."""


class SuitcaseError(UploaderError):
    """A disk that recordings travel on cannot be used, or is not this computer's."""


class SecretsUnreadable(UploaderError):
    """The device's key or token is there but cannot be read."""


class TransportError(UploaderError):
    """No answer came, or none that counts. What was being sent is unchanged on disk."""

    sent_bytes: int = 0
    """How much of a body had been handed to the connection by then."""


class Offline(TransportError):
    """This computer has no network: no route, no name resolution."""


class Unreachable(TransportError):
    """The receiver refused the connection, timed out, or could not be trusted."""


class Interrupted(Unreachable):
    """A connection that was open broke; the same again on a new one often works at once."""


class Stopped(UploaderError):
    """The uploader was told to stop in the middle of a request."""


class SendingHeld(Stopped):
    """A rule or a person forbids to send on; what is on its way is broken off."""
