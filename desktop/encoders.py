"""Which encoder the next recording uses: the settings' wish, and what trials on this computer said.

Verdicts are kept in the home and hold as long as drivers, system and libraries stay the same. Until
an encoder is known to be good, recordings use libx264: nothing ever waits for a trial.
"""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.encoder_wishes import AUTO, CAMERA, HARDWARE
from desktop.recording import hardware
from desktop.recording.encoding import CAMERA_JPEG, DEFAULT, Encoding
from desktop.recording.hardware import Verdict
from holdfast.durable import make_folder, write_replacing
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.layout import Home

_log = logging.getLogger(__name__)

TryAll = Callable[[Sequence[str]], list[Verdict]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is used and what was refused, with the reasons."""

    wanted: str
    used: Encoding
    verdicts: tuple[Verdict, ...]

    @property
    def refused(self) -> tuple[Verdict, ...]:
        return tuple(each for each in self.verdicts if not each.ok)

    def to_json(self) -> Json:
        return {
            "wanted": self.wanted,
            "used": self.used.encoder,
            "refused": [each.to_json() for each in self.refused],
        }


class Encoders:
    """The encoders of one computer. Methods may be called from any thread."""

    def __init__(
        self,
        home: Home,
        wanted: str,
        try_all: TryAll = hardware.try_all,
        fingerprint: Callable[[], Mapping[str, str]] = hardware.fingerprint,
        absent: Callable[[str], str | None] = hardware.absent,
    ) -> None:
        self._home = home
        self._wanted = wanted
        self._try_all = try_all
        self._fingerprint = fingerprint
        self._absent = absent
        self._lock = threading.Lock()

    def encoding(self) -> Encoding:
        """How the next recording is encoded, as far as is known now. Returns at once."""
        if self._wanted == CAMERA:
            return CAMERA_JPEG
        known = self._known()
        good = [name for name in self._names() if name in known and known[name].ok]
        return Encoding(good[0]) if good else DEFAULT

    def survey(self) -> Survey:
        """Try what was not tried since drivers changed; takes seconds only where there is any."""
        with self._lock:
            known = self._known()
            names = self._names()
            # Without its device there is nothing to try, and nothing that is worth keeping.
            missing = {name: reason for name in names if (reason := self._absent(name))}
            there = [name for name in names if name not in missing]
            if not self._is_settled(known, there):
                tried = self._try_all([name for name in there if name not in known])
                known |= {each.encoder: each for each in tried}
                self._keep(known)
            known |= {name: Verdict(name, reason) for name, reason in missing.items()}
        return Survey(
            self._wanted, self.encoding(), tuple(known[name] for name in names if name in known)
        )

    def survey_soon(self) -> None:
        """The same on a thread of its own; whatever goes wrong, recordings use libx264."""
        if self._names():
            threading.Thread(target=self._survey_quietly, name="encoders", daemon=True).start()

    def distrust(self, encoder: str, reason: str) -> None:
        """Note that an encoder failed while recording: it is not used again with these drivers."""
        with self._lock:
            self._keep(self._known() | {encoder: Verdict(encoder, reason)})

    def _survey_quietly(self) -> None:
        try:
            self.survey()
        except OSError:
            _log.exception("what the encoders' trials said could not be kept; libx264 is used")

    def _names(self) -> tuple[str, ...]:
        if self._wanted == AUTO:
            return hardware.candidates()
        return (self._wanted,) if self._wanted in HARDWARE else ()

    def _is_settled(self, known: Mapping[str, Verdict], names: Sequence[str]) -> bool:
        for name in names:
            if name not in known:
                return False
            if known[name].ok:
                return True
        return True

    def _known(self) -> dict[str, Verdict]:
        try:
            kept = parse(self._home.encoders.read_bytes(), self._home.encoders.name)
            reader = Reader(kept, "the encoders' trials")
            verdicts = [_verdict(each) for each in reader.mappings("verdicts")]
            holds = reader.mapping("fingerprint") == dict(self._fingerprint())
        except (OSError, FormatError):
            # Not there, or nothing to go by: what is not known is tried again.
            return {}
        return {each.encoder: each for each in verdicts} if holds else {}

    def _keep(self, known: Mapping[str, Verdict]) -> None:
        value: dict[str, Any] = {
            "format_version": FORMAT_VERSION,
            "fingerprint": dict(self._fingerprint()),
            "verdicts": [each.to_json() for each in known.values()],
        }
        make_folder(self._home.root)
        write_replacing(self._home.encoders, canonical(value))


def _verdict(value: Json) -> Verdict:
    reader = Reader(value, "an encoder's trial")
    return Verdict(reader.text("encoder"), reader.optional_text("reason"))


def sentence(survey: Survey) -> str:
    """What is used and why not another, for people."""
    used = "the camera's own JPEGs" if survey.used.copies else survey.used.encoder
    refused = " ".join(f"{each.encoder}: {each.reason}" for each in survey.refused)
    return f"Recordings use {used}. {refused}".strip()
