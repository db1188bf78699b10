"""Checks the audit log: what was changed, taken out or put in is found. It repairs nothing.

Each entry's hash covers the one before it; the end is kept apart; the file is a second copy; and a
signed head that somebody kept elsewhere shows what a person with both in hand did.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical
from holdfast.protocol import decode_key
from server.domain.audit import FIRST, Audit, Entry
from server.domain.identity import ReceiverIdentity

_FAULTS_MOST: Final = 100
_SIGNATURE_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class Head:
    """The log's end at a moment, signed; kept elsewhere, it proves what the log was then."""

    seq: int
    sha256: str
    signed: Json

    @classmethod
    def of(cls, audit: Audit, identity: ReceiverIdentity, clock: Clock) -> Self:
        """The end of the log as it is now."""
        seq, sha256 = audit.end()
        value = {
            "format_version": FORMAT_VERSION,
            "what": "audit head",
            "seq": seq,
            "sha256": sha256,
            "at": rfc3339(clock.now()),
        }
        return cls(seq, sha256, identity.sign_json(value))

    @classmethod
    def from_json(cls, value: Json, identity: ReceiverIdentity) -> Self:
        """A head that was kept. Raises FormatError for one that this receiver did not sign."""
        reader = Reader(value, "the audit head")
        seq, sha256 = reader.whole("seq"), reader.sha256("sha256")
        signature = decode_key(reader.text("signature"), _SIGNATURE_BYTES)
        if reader.text("what") != "audit head":
            raise FormatError("the audit head: this is another statement")
        covered = canonical({name: each for name, each in value.items() if name != "signature"})
        if not any(_is_signed(key.verify_key, covered, signature) for key in identity.keys):
            raise FormatError("the audit head was not signed by this receiver")
        return cls(seq, sha256, value)


def _is_signed(key: VerifyKey, covered: bytes, signature: bytes) -> bool:
    try:
        key.verify(covered, signature)
    except BadSignatureError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one entry, in a sentence."""

    seq: int
    sentence: str

    def to_json(self) -> Json:
        return {"seq": self.seq, "fault": self.sentence}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; at most the first hundred faults."""

    entries: int
    faults: tuple[Fault, ...]

    @property
    def is_ok(self) -> bool:
        return not self.faults

    def to_json(self) -> Json:
        return {
            "ok": self.is_ok,
            "entries": self.entries,
            "faults": [each.to_json() for each in self.faults],
        }


def verify(audit: Audit, heads: tuple[Head, ...] = ()) -> Verdict:
    """Read the whole log and compare it with its chain, its end, its copy and these heads."""
    end = audit.end()
    audit.copy()
    found: list[Fault] = []
    kept = {head.seq: head for head in heads if head.seq}
    copied = _by_number(audit, found)
    last: Entry | None = None
    # Others go on writing meanwhile: only what was there when we began has to be everywhere.
    for entry in audit.entries(until=end[0]):
        found.extend(_chain(last, entry))
        found.extend(_copy(copied.pop(entry.seq, None), entry))
        found.extend(_head(kept.pop(entry.seq, None), entry))
        last = entry
    found.extend(_end(last, end))
    newest = audit.end()[0]
    beyond = {*(seq for seq in copied if seq <= end[0] or seq > newest)}
    if next(audit.entries(newest), None) is not None and audit.end()[0] == newest:
        found.append(Fault(newest + 1, "There are entries behind the end of the log."))
    found.extend(Fault(seq, f"Entry {seq} is in the file and not in the log.") for seq in beyond)
    found.extend(
        Fault(seq, f"Entry {seq} was there when its head was signed, and is gone.") for seq in kept
    )
    return Verdict(end[0], tuple(sorted(found, key=lambda fault: fault.seq)[:_FAULTS_MOST]))


def _by_number(audit: Audit, found: list[Fault]) -> dict[int, str]:
    copied: dict[int, str] = {}
    for entry in audit.copied():
        if entry.seq in copied:
            found.append(Fault(entry.seq, f"Entry {entry.seq} is in the file twice."))
        if entry.computed_sha256() != entry.sha256:
            found.append(Fault(entry.seq, f"Entry {entry.seq} was changed in the file."))
        copied[entry.seq] = entry.sha256
    return copied


def _chain(last: Entry | None, entry: Entry) -> Iterator[Fault]:
    expected = 1 if last is None else last.seq + 1
    if entry.seq != expected:
        gone = f"Entries {expected} to {entry.seq - 1} were taken out."
        yield Fault(expected, gone if entry.seq - expected > 1 else f"Entry {expected} is gone.")
    elif entry.previous != (FIRST if last is None else last.sha256):
        yield Fault(entry.seq, f"Entry {entry.seq} does not continue the one before it.")
    if entry.computed_sha256() != entry.sha256:
        yield Fault(entry.seq, f"Entry {entry.seq} was changed.")


def _copy(sha256: str | None, entry: Entry) -> Iterator[Fault]:
    if sha256 is None:
        yield Fault(entry.seq, f"Entry {entry.seq} is missing in the file.")
    elif sha256 != entry.sha256:
        yield Fault(entry.seq, f"Entry {entry.seq} is another one in the file.")


def _head(head: Head | None, entry: Entry) -> Iterator[Fault]:
    if head is not None and head.sha256 != entry.sha256:
        yield Fault(entry.seq, f"Entry {entry.seq} is another one than when its head was signed.")


def _end(last: Entry | None, end: tuple[int, str]) -> Iterator[Fault]:
    seq, sha256 = (0, FIRST) if last is None else (last.seq, last.sha256)
    if end[0] > seq:
        yield Fault(seq + 1, f"The log ended at entry {end[0]}; what came after {seq} is gone.")
    elif end != (seq, sha256):
        yield Fault(seq, "The log does not end where its end is noted.")
