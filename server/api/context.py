"""The receiver and the settings behind the request that is being answered."""

from flask import current_app

from server.receiver import Receiver
from server.settings import Settings

EXTENSION = "holdfast"


def receiver() -> Receiver:
    """The services of this application."""
    found = current_app.extensions[EXTENSION][0]
    assert isinstance(found, Receiver)
    return found


def settings() -> Settings:
    """The settings of this application."""
    found = current_app.extensions[EXTENSION][1]
    assert isinstance(found, Settings)
    return found
