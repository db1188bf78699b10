"""What it means that no answer came: foreign exceptions become ours, each with its sentence.

Pure: it only looks at an exception and at what caused it. What to do about it is `policy.py`.
"""

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import Final

import requests
import urllib3

from uploader.errors import Interrupted, Offline, TransportError, Unreachable

_NO_NETWORK: Final = frozenset(
    {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}
)
_FORBIDDEN: Final = frozenset({errno.EPERM, errno.EACCES})

# A connection that was encrypted once and breaks says so in OpenSSL's words; what was sent may be
# sent again at once.
_BROKEN_TLS: Final = frozenset(
    {
        "UNEXPECTED_EOF_WHILE_READING",
        "DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
        "BAD_RECORD_TYPE",
        "SSLV3_ALERT_BAD_RECORD_MAC",
        "APPLICATION_DATA_AFTER_CLOSE_NOTIFY",
        "DIGEST_CHECK_FAILED",
        "BAD_LENGTH",
        "LENGTH_MISMATCH",
    }
)
_NOT_TLS: Final = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL"})

# X509_V_ERR_... of OpenSSL's x509_vfy.h, as `SSLCertVerificationError.verify_code` gives them.
_NOT_YET_VALID: Final = 9
_HAS_EXPIRED: Final = 10
_CERTIFICATE_SENTENCES: Final = {
    _NOT_YET_VALID: (
        "The receiver's certificate is not valid yet by this computer's clock. "
        "Check the date and time of this computer."
    ),
    _HAS_EXPIRED: (
        "The receiver's certificate has expired by this computer's clock. Check the date and time "
        "of this computer; if they are right, the receiver needs a new certificate."
    ),
}
_NO_CERTIFICATES: Final = "Could not find a suitable TLS CA certificate bundle"
"""How requests begins what it says where a file of certificates is missing."""
_NO_TRUST: Final = (
    "What answers in the receiver's place cannot be trusted ({why}). It may be the login page of "
    "a network, or a proxy; nothing is sent to it."
)


def ours(error: BaseException) -> TransportError:
    """The one of our own errors that a failed request comes down to."""
    causes = list(_causes(error))
    for find in (_of_encryption, _of_network, _of_silence, _of_settings):
        for cause in causes:
            found = find(cause)
            if found is not None:
                return found
    return Interrupted("The connection to the receiver broke.")


def _of_encryption(cause: BaseException) -> TransportError | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = cause.verify_message or cause.reason or "its certificate is not known"
        said = _CERTIFICATE_SENTENCES.get(cause.verify_code)
        return Unreachable(said or _NO_TRUST.format(why=why))
    if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return Interrupted("The connection to the receiver broke.")
    if not isinstance(cause, ssl.SSLError):
        return None
    reason = (cause.reason or "").upper()
    if reason in _BROKEN_TLS:
        return Interrupted("The connection to the receiver broke.")
    if reason in _NOT_TLS:
        return Unreachable(
            "The receiver's address begins with https, but what answers there does not encrypt."
        )
    return Unreachable(
        "No encrypted connection to the receiver can be made "
        f"({cause.reason or cause}). Ask whoever looks after it."
    )


def _of_network(cause: BaseException) -> TransportError | None:
    if isinstance(cause, socket.gaierror):
        return Offline("The receiver's name cannot be looked up.")
    if isinstance(cause, OSError) and cause.errno in _NO_NETWORK:
        return Offline("There is no way to the receiver's network.")
    if isinstance(cause, OSError) and cause.errno in _FORBIDDEN:
        return Unreachable("A firewall on this computer forbids the connection to the receiver.")
    return None


def _of_silence(cause: BaseException) -> TransportError | None:
    if isinstance(cause, ConnectionRefusedError):
        return Unreachable("The receiver does not answer.")
    if isinstance(cause, urllib3.exceptions.TimeoutError | requests.Timeout | TimeoutError):
        return Unreachable("The receiver does not answer.")
    return None


def _of_settings(cause: BaseException) -> TransportError | None:
    if isinstance(cause, requests.exceptions.ProxyError | urllib3.exceptions.ProxyError):
        return Unreachable(
            "The proxy that this computer is to use does not let the connection through."
        )
    if isinstance(cause, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema):
        return Unreachable("The receiver's address is not one; enrol this computer again.")
    if isinstance(cause, OSError) and str(cause).startswith(_NO_CERTIFICATES):
        return Unreachable(
            "The file with the certificates that this computer trusts is not there; "
            "check uploader.ca_file in the settings."
        )
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        each = waiting.pop(0)
        if not isinstance(each, BaseException) or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
