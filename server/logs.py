"""How the receiver writes down what happens: one line each, as JSON or, on a terminal, as text.

A line carries the id of the request it belongs to. It never carries a token, an enrolment code or
a participant: callers do not log them, and whatever a library writes by itself is combed here.
"""

import json
import logging
import re
import sys
import traceback
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal, TextIO

from holdfast.clock import rfc3339

Form = Literal["auto", "text", "json"]
FACTS: Final = "facts"
"""The attribute of a log record with what it knows beside its sentence, as JSON has it."""

_request_id: ContextVar[str | None] = ContextVar("holdfast_request_id", default=None)
_SECRETS: Final = (
    re.compile(r"(?i)(?<=bearer )[^\s'\",]+"),
    re.compile(r"(?<=/web/enter/)[^\s/?'\"]+"),
    re.compile(r"(?<=/participants/)[^\s/?'\"]+"),
    re.compile(r"\b(?:hfd|hfu|whsec)_[A-Za-z0-9_+/=-]{16,}"),
)
_HIDDEN: Final = "[hidden]"


@dataclass(frozen=True, slots=True)
class LogSettings:
    """How and how much is written; values only, so that the worker process can be given them."""

    form: Form = "auto"
    level: str = "warning"


def configure(settings: LogSettings, stream: TextIO | None = None) -> None:
    """Have this process write its log to standard error, or to `stream`."""
    stream = stream or sys.stderr
    is_text = settings.form == "text" or (settings.form == "auto" and stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(TextLines() if is_text else JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.level.upper())
    # At "info" these two tell of every connection, with addresses and paths.
    for name in ("urllib3", "waitress"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    # It tells of every request that waits for its turn, so a busy hour would hide all else.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def begin_request(request_id: str | None) -> None:
    """Everything that this thread logs from now on belongs to this request; None: to none."""
    _request_id.set(request_id)


def combed(text: str) -> str:
    """The text without anything that looks like a token, a sign-in link or a participant's id."""
    for secret in _SECRETS:
        text = secret.sub(_HIDDEN, text)
    return text


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a record knows, as its JSON line has it."""
    line: dict[str, Any] = {
        "at": rfc3339(datetime.fromtimestamp(record.created, UTC)),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": combed(record.getMessage()),
    }
    if (request_id := _request_id.get()) is not None:
        line["request"] = request_id
    line.update(getattr(record, FACTS, {}))
    if record.exc_info and record.exc_info[0] is not None:
        line["exception"] = combed("".join(traceback.format_exception(*record.exc_info)))
    return line


class JsonLines(logging.Formatter):
    """A record as one line of JSON, for whatever collects logs. ASCII: some end lines elsewhere."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts_of(record), default=str)


class TextLines(logging.Formatter):
    """A record as a line for a person, an exception indented below it.

    What somebody else said stays within its line, and does nothing to a terminal.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = facts_of(record)
        exception = line.pop("exception", "")
        words = [line.pop("at"), line.pop("level").upper(), line.pop("message")]
        del line["logger"]
        words += [f"{name}={value}" for name, value in line.items()]
        below = [f"  {each}" for each in exception.rstrip().split("\n") if each]
        return "\n".join(map(_printable, [" ".join(words), *below]))


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in line)
