"""The studies that this device was given: their newest files, kept here for days without a network.

`HOME/studies.json` holds them all and is replaced as a whole, so that a study that was taken from
the device goes with it. What a study asks for is read by whoever does it.
"""

import logging
from dataclasses import dataclass
from typing import Any, Final

from holdfast import durable
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, digest, parse
from holdfast.layout import Home
from holdfast.protocol import own_studies_path
from uploader.errors import TransportError
from uploader.line import Line

_RECEIVERS_OWN: Final = ("at", "by", "sha256")
"""What the receiver adds to a study's file."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GivenStudies:
    """Keeps what the receiver gives."""

    home: Home

    def here(self) -> list[Json]:
        """The studies' files as they were given, by id. Raises FormatError, OSError."""
        try:
            data = self.home.studies.read_bytes()
        except FileNotFoundError:
            return []
        return Reader(parse(data, str(self.home.studies)), "the studies").mappings("studies")

    def take_in(self, line: Line, told: object) -> None:
        """Fetch what is newer than here, where `told` names other versions. Nothing waits for it.

        Raises OSError where it cannot be kept.
        """
        if not isinstance(told, list) or told == self._summaries():
            return
        try:
            answer = line.transport.get(own_studies_path())
        except TransportError as error:
            # The next heartbeat names them again.
            _log.debug("the studies were not fetched: %s", error)
            return
        if not answer.is_ok or answer.body is None:
            return
        try:
            given = [_checked(each) for each in _mappings(answer.body)]
        except FormatError as error:
            _log.warning("the studies were not taken in: %s", error)
            return
        value = {"format_version": FORMAT_VERSION, "studies": given}
        durable.write_replacing(self.home.studies, canonical(value))

    def _summaries(self) -> list[Json]:
        try:
            return [_summary(each) for each in self.here()]
        except FormatError as error:
            # Damaged, it is fetched anew.
            _log.warning("%s", error)
            return []


def _mappings(body: Json) -> list[Json]:
    return Reader(body, "the studies").mappings("studies")


def _summary(content: Json) -> Json:
    return {
        "study": content.get("study"),
        "version": content.get("version"),
        "sha256": digest(content),
    }


def _checked(told: Json) -> Json:
    content: dict[str, Any] = {
        name: each for name, each in told.items() if name not in _RECEIVERS_OWN
    }
    if digest(content) != told.get("sha256"):
        raise FormatError("a study's file is not the one that its SHA-256 names")
    return content
