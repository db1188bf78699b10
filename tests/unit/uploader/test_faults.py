"""What it means that no answer came: each exception's row, as requests and urllib3 raise them."""

import errno
import socket
import ssl

import pytest
import requests
import urllib3

from uploader.errors import Interrupted, Offline, TransportError, Unreachable
from uploader.faults import ours


def certificate(code: int, said: str = "self-signed certificate") -> ssl.SSLError:
    error = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] ...")
    error.verify_code, error.verify_message = code, said
    return error


def broken_tls(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, f"[SSL: {reason}] ...")
    error.reason = reason
    return error


ROWS: list[tuple[BaseException, type[TransportError], str]] = [
    (certificate(9), Unreachable, "not valid yet by this computer's clock"),
    (certificate(10), Unreachable, "has expired by this computer's clock"),
    (certificate(18), Unreachable, "cannot be trusted (self-signed certificate)"),
    (certificate(62, "Hostname mismatch"), Unreachable, "login page"),
    (broken_tls("WRONG_VERSION_NUMBER"), Unreachable, "does not encrypt"),
    (broken_tls("NO_PROTOCOLS_AVAILABLE"), Unreachable, "NO_PROTOCOLS_AVAILABLE"),
    # Broken in the middle, by a cut or by flipped bits: the same again often works.
    (broken_tls("DECRYPTION_FAILED_OR_BAD_RECORD_MAC"), Interrupted, "broke"),
    (broken_tls("UNEXPECTED_EOF_WHILE_READING"), Interrupted, "broke"),
    (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), Interrupted, "broke"),
    (ssl.SSLZeroReturnError(6, "closed"), Interrupted, "broke"),
    (socket.gaierror(socket.EAI_NONAME, "unknown"), Offline, "name"),
    (socket.gaierror(socket.EAI_AGAIN, "try again"), Offline, "name"),
    (OSError(errno.ENETUNREACH, "no network"), Offline, "no way"),
    (OSError(errno.ENETDOWN, "down"), Offline, "no way"),
    (OSError(errno.EPERM, "not permitted"), Unreachable, "firewall"),
    (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Unreachable, "does not answer"),
    (TimeoutError("The read operation timed out"), Unreachable, "does not answer"),
    (requests.ReadTimeout(), Unreachable, "does not answer"),
    (requests.ConnectTimeout(), Unreachable, "does not answer"),
    (ConnectionResetError(errno.ECONNRESET, "reset"), Interrupted, "broke"),
    (BrokenPipeError(errno.EPIPE, "pipe"), Interrupted, "broke"),
    (requests.exceptions.ProxyError("tunnel: 407"), Unreachable, "proxy"),
    (requests.exceptions.InvalidURL("no host"), Unreachable, "address"),
    (
        OSError("Could not find a suitable TLS CA certificate bundle, invalid path: /none"),
        Unreachable,
        "ca_file",
    ),
    (requests.exceptions.ChunkedEncodingError("cut"), Interrupted, "broke"),
    (urllib3.exceptions.ProtocolError("Connection broken"), Interrupted, "broke"),
]


@pytest.mark.parametrize(("error", "kind", "said"), ROWS)
def test_the_table_of_faults_row_by_row(
    error: BaseException, kind: type[TransportError], said: str
) -> None:
    # As they arrive: requests wraps what urllib3 wrapped.
    inner = urllib3.exceptions.MaxRetryError(None, "/", error)  # type: ignore[arg-type]  # no pool
    wrapped = requests.ConnectionError(inner)

    for found in (ours(error), ours(wrapped)):
        assert type(found) is kind
        assert said in str(found)


def test_an_exception_that_names_itself_as_its_cause_is_looked_at_once() -> None:
    error = requests.ConnectionError("round and round")
    error.__context__ = other = requests.ConnectionError("again")
    other.__cause__ = error

    assert type(ours(error)) is Interrupted
