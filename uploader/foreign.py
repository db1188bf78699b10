"""Answers that are not the receiver's: proxies, firewalls and login pages on the way to it.

Pure: a status to a sentence for people. None of them is a reason for a recording to fail.
"""

from typing import Final

_LOGIN: Final = (
    "Something between here and the receiver answers in its place, perhaps the login page of a "
    "network (status {status}). Open a web page on this computer and log in."
)
_REFUSES: Final = (
    "Something between here and the receiver, perhaps a firewall, refuses what is sent "
    "(status {status}). Ask whoever looks after the network."
)
_SENTENCES: Final = {
    401: _REFUSES,
    403: _REFUSES,
    405: _REFUSES,
    407: "The proxy of this network asks for a name and a password. Ask whoever looks after it.",
    411: _REFUSES,
    413: "A proxy between here and the receiver refuses uploads of this size.",
    414: _REFUSES,
    415: _REFUSES,
    429: "A proxy between here and the receiver asks to send less often.",
    431: _REFUSES,
    451: _REFUSES,
    # RFC 6585: meant for exactly this.
    511: _LOGIN,
}


def sentence(status: int) -> str:
    """What such an answer says, whatever page came with it."""
    if status in _SENTENCES:
        return _SENTENCES[status].format(status=status)
    if status >= 500:
        return f"The receiver does not answer (a proxy reports {status})."
    if status >= 400:
        return (
            "Something between here and the receiver answers in its place "
            f"(status {status}); check the receiver's address."
        )
    return _LOGIN.format(status=status)
