"""The language of the control socket: a line in, a command or a sentence of refusal out. Pure.

A line is a word and what belongs to it, or the same as a JSON object. It carries nothing out.
"""

import json
import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

LINE_MAX_BYTES = 4096
NAME_MAX = 200
_NOTHING = "Nothing was changed."
_PAIR = re.compile(r"(participant|prompt|seconds)=(.*)", re.DOTALL)


class Refused(Exception):
    """The line, or what it asks for, is not carried out; the message is one or two sentences."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`marker NAME`: note this instant."""

    name: str


@dataclass(frozen=True, slots=True)
class Start:
    """`start [participant=… prompt=… seconds=…]`: begin a recording."""

    participant: str | None = None
    prompt: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """`stop`: end the recording and keep it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """`pause`: record nothing for a while."""


@dataclass(frozen=True, slots=True)
class Resume:
    """`resume`: go on with a paused recording."""


@dataclass(frozen=True, slots=True)
class Status:
    """`status`: say how it stands."""


ControlCommand = Mark | Start | Stop | Pause | Resume | Status
_PLAIN: Mapping[str, Callable[[], ControlCommand]] = {
    "stop": Stop,
    "pause": Pause,
    "resume": Resume,
    "status": Status,
}
_WORDS = "marker, start, stop, pause, resume and status"


def parse(line: bytes) -> ControlCommand:
    """What a line, without its newline, asks for. Raises Refused."""
    if len(line) > LINE_MAX_BYTES:
        raise too_long()
    try:
        text = line.decode("utf-8").strip()
    except UnicodeDecodeError:
        raise Refused(f"The line is not UTF-8. {_NOTHING}") from None
    if not text:
        raise Refused(f"The line is empty. {_NOTHING} Known are {_WORDS}.")
    return _from_json(text) if text.startswith("{") else _from_words(text)


def too_long() -> Refused:
    """The refusal of a line that is longer than a line may be."""
    return Refused(f"The line is longer than {LINE_MAX_BYTES} bytes. {_NOTHING}")


def _from_words(text: str) -> ControlCommand:
    word, _, rest = text.partition(" ")
    if word == "marker":
        return _mark(rest.strip())
    if word == "start":
        return _start(_pairs(rest))
    if rest.strip():
        raise Refused(
            f"After {word!r} nothing may follow. {_NOTHING}" if word in _PLAIN else _unknown(word)
        )
    return _plain(word)


def _from_json(text: str) -> ControlCommand:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(f"The line is not valid JSON ({error.msg}). {_NOTHING}") from None
    except RecursionError:
        raise Refused(f"The line's JSON is nested too deeply. {_NOTHING}") from None
    word = value.pop("command", None)
    if not isinstance(word, str):
        raise Refused(f'The object needs a "command", a text. {_NOTHING} Known are {_WORDS}.')
    if word == "marker":
        name = value.pop("name", None)
        _refuse_more(value, "name")
        return _mark(name)
    if word == "start":
        return _start(value)
    command = _plain(word)
    _refuse_more(value, "")
    return command


def _pairs(text: str) -> dict[str, Any]:
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise Refused(f"The quotation marks do not match ({error}). {_NOTHING}") from None
    pairs: dict[str, Any] = {}
    for word in words:
        found = _PAIR.fullmatch(word)
        if found is None or found[1] in pairs:
            raise Refused(
                f"{word!r} cannot follow start; it takes participant=, prompt= and seconds=, each"
                f" once. {_NOTHING}"
            )
        pairs[found[1]] = found[2]
    return pairs


def _plain(word: str) -> ControlCommand:
    try:
        return _PLAIN[word]()
    except KeyError:
        raise Refused(_unknown(word)) from None


def _unknown(word: str) -> str:
    return f"{word[:40]!r} is no command. {_NOTHING} Known are {_WORDS}."


def _mark(name: object) -> Mark:
    text = _text(name, "a marker's name")
    if text is None:
        raise Refused(f"A marker needs a name. {_NOTHING}")
    return Mark(text)


def _start(value: Mapping[str, Any]) -> Start:
    rest = dict(value)
    participant = _text(rest.pop("participant", None), "participant")
    prompt = _text(rest.pop("prompt", None), "prompt")
    seconds = _seconds(rest.pop("seconds", None))
    _refuse_more(rest, "participant, prompt and seconds")
    return Start(participant, prompt, seconds)


def _text(value: object, what: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > NAME_MAX or not value.isprintable():
        raise Refused(f"{what} must be a text of at most {NAME_MAX} characters. {_NOTHING}")
    return value.strip() or None


def _seconds(value: object) -> float | None:
    if value is None:
        return None
    try:
        seconds = float(value) if isinstance(value, str | int | float) else 0.0
    except ValueError:
        seconds = 0.0
    if isinstance(value, bool) or not 0 < seconds <= 1_000_000:
        raise Refused(f"seconds must be a number above 0. {_NOTHING}")
    return seconds


def _refuse_more(rest: Mapping[str, Any], allowed: str) -> None:
    if rest:
        may = f"it takes {allowed}" if allowed else "it takes nothing more"
        raise Refused(f"{min(rest)[:40]!r} is not known here; {may}. {_NOTHING}")
