"""A YAML text as sections whose values are taken out one by one, each fault with its line.

It knows YAML and nothing of studies: what must be there is said by whoever takes it out. It never
stops at the first fault, so that all are told at once.
"""

import difflib
import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import yaml

from desktop.study_values import Fault, StudyFaulty

T = TypeVar("T")

MOST_BYTES: Final = 1 << 20
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")
_WRAPPED: Final = re.compile(r"[ \t]*\n[ \t]*(?![-*•] |\d+[.)] )")
_FREE: Final = "x_"
"""Keys that begin like this are for whoever writes the file."""
_MAP: Final = "tag:yaml.org,2002:map"
_SEQ: Final = "tag:yaml.org,2002:seq"
_STR: Final = "tag:yaml.org,2002:str"
_NULL: Final = "tag:yaml.org,2002:null"
_WORDS: Final = {
    "tag:yaml.org,2002:bool": "yes or no",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:timestamp": "a date",
    _STR: "text",
    _MAP: "a section",
    _SEQ: "a list",
    _NULL: "nothing",
}
_HINTS: Final = (
    (re.compile(r"'\\t'"), "A tab stands here; indent with spaces."),
    (
        re.compile(r"mapping values are not allowed"),
        "There is a colon too many; put quotes around a text with a colon in it.",
    ),
    (
        re.compile(r"could not find expected ':'"),
        "Here a key without its colon was found; write `key: value`.",
    ),
    (
        re.compile(r"expected <block end>"),
        "This line is indented otherwise than those it belongs to.",
    ),
    (
        re.compile(r"end of stream|closing"),
        "Something that was opened is not closed: quotes or brackets.",
    ),
)


def text_of(data: bytes, name: str) -> str:
    """The bytes of a file as text. Raises StudyFaulty."""
    if len(data) > MOST_BYTES:
        raise StudyFaulty(name, [Fault(1, "The file is larger than 1 MiB; that is no study.")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault(line, "This line is not UTF-8; save the file as UTF-8.")
        raise StudyFaulty(name, [fault]) from error


def top_section(text: str, name: str) -> "Section":
    """The file as one section. Raises StudyFaulty where it is not readable as YAML."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise StudyFaulty(name, [_unreadable(error)]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        fault = Fault(line, "A sign stands here that no text has; delete it.")
        raise StudyFaulty(name, [fault]) from error
    except (RecursionError, yaml.YAMLError) as error:
        raise StudyFaulty(name, [Fault(1, "The file is not readable as YAML.")]) from error
    if not isinstance(node, yaml.MappingNode):
        line = 1 if node is None else _line(node)
        raise StudyFaulty(name, [Fault(line, "A study is a list of `key: value` lines.")])
    return Section(node, "the study", [])


def _unreadable(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = 1 if mark is None else mark.line + 1
    problem = " ".join((error.problem or "").split())
    for pattern, sentence in _HINTS:
        if pattern.search(problem):
            return Fault(line, sentence)
    return Fault(line, f"This is not readable as YAML ({problem}).")


def _joined(paragraph: str) -> str:
    """One line, but for the items of a list."""
    return _WRAPPED.sub(" ", paragraph.strip())


def _line(node: Any) -> int:
    line: int = node.start_mark.line
    return line + 1


class Section:
    """Some `key: value` lines. What is wrong is noted in `faults`, and a stand-in returned."""

    def __init__(self, node: yaml.MappingNode, what: str, faults: list[Fault]) -> None:
        self.line = _line(node)
        self.what = what
        self.faults = faults
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._asked: list[str] = []
        for key, value in node.value:
            self._add(key, value)

    def _add(self, key: yaml.Node, value: yaml.Node) -> None:
        if not isinstance(key, yaml.ScalarNode):
            self.faults.append(Fault(_line(key), "A key must be a plain word."))
        elif key.value in self._nodes:
            before = self._lines[key.value]
            self.faults.append(
                Fault(_line(key), f"`{key.value}` stands here a second time; see line {before}.")
            )
        else:
            self._nodes[key.value] = value
            self._lines[key.value] = _line(key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are there, in order, but for those that are the writer's own."""
        return tuple(each for each in self._nodes if not each.startswith(_FREE))

    def line_of(self, key: str) -> int:
        """Where this key stands, or its section where it is missing."""
        return self._lines.get(key, self.line)

    def fault(self, key: str, sentence: str) -> None:
        """Note that something is wrong with this key."""
        self.faults.append(Fault(self.line_of(key), sentence))

    def has(self, key: str) -> bool:
        """Whether the key is there and says something."""
        self._asked.append(key)
        node = self._nodes.get(key)
        return node is not None and node.tag != _NULL

    def _missing(self, key: str) -> None:
        self.fault(key, f"{self.what.capitalize()} lacks `{key}`.")

    def _wrong(self, key: str, wanted: str) -> None:
        node = self._nodes[key]
        found = _WORDS.get(node.tag, "something else")
        advice = ""
        if wanted == "text" and isinstance(node, yaml.ScalarNode):
            advice = f'; put quotes around it: "{node.value}"'
        self.fault(key, f"`{key}` must be {wanted}, not {found}{advice}.")

    def text(self, key: str, most: int = 20_000) -> str:
        """A text that must be there."""
        if not self.has(key):
            self._missing(key)
            return ""
        node = self._nodes[key]
        if node.tag != _STR or not isinstance(node, yaml.ScalarNode):
            self._wrong(key, "text")
            return ""
        text: str = node.value.strip()
        if not text:
            self.fault(key, f"`{key}` is empty.")
        if len(text) > most:
            self.fault(key, f"`{key}` has {len(text)} letters; it may have {most}.")
        return text

    def flowing_text(self, key: str, most: int = 20_000) -> str:
        """A text of paragraphs, one empty line between two; where lines end means nothing."""
        text = self.text(key, most)
        node = self._nodes.get(key)
        if "\n" in text and isinstance(node, yaml.ScalarNode) and node.style == ">":
            # What reads the file again could not tell paragraphs from lines any more.
            self.fault(key, f"`{key}` has several paragraphs; begin it with | in the place of >.")
        return "\n\n".join(_joined(each) for each in _PARAGRAPHS.split(text))

    def optional_text(self, key: str, most: int = 20_000) -> str | None:
        """A text that may be missing."""
        return self.text(key, most) if self.has(key) else None

    def choice(self, key: str, allowed: Sequence[T], default: T) -> T:
        """One of some words."""
        if not self.has(key):
            return default
        word = self.text(key)
        if word in allowed:
            return allowed[list(allowed).index(word)]  # type: ignore[arg-type]  # it is in there
        if word:
            self.fault(key, f"`{key}` is {word!r}; it can be {_either(map(str, allowed))}.")
        return default

    def flag(self, key: str, default: bool) -> bool:
        """Yes or no."""
        value = self._scalar(key, bool, "yes or no (true or false)", default)
        return bool(value)

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """A number within bounds."""
        value = self._scalar(key, (int, float), "a number", None)
        return default if value is None else float(self._within(key, value, least, most))

    def whole(self, key: str, least: int, most: int, default: int) -> int:
        """A whole number within bounds."""
        value = self._scalar(key, int, "a whole number", None)
        return default if value is None else int(self._within(key, value, least, most))

    def _scalar(self, key: str, kinds: Any, wanted: str, default: T) -> Any | T:
        if not self.has(key):
            return default
        node = self._nodes[key]
        value: Any = None
        if isinstance(node, yaml.ScalarNode) and node.tag != _STR:
            value = yaml.safe_load(node.value)
        if not isinstance(value, kinds) or (kinds is not bool and isinstance(value, bool)):
            self._wrong(key, wanted)
            return default
        return value

    def _within(self, key: str, value: float, least: float, most: float) -> float:
        # No number is between the bounds of "not a number".
        if least <= value <= most:
            return value
        self.fault(key, f"`{key}` is {value:g}; it can be {least:g} to {most:g}.")
        return least

    def section(self, key: str, what: str, read: "Callable[[Section], T]") -> T | None:
        """A section within this one; None where it is missing."""
        if not self.has(key):
            return None
        node = self._nodes[key]
        if not isinstance(node, yaml.MappingNode):
            self._wrong(key, "a section: `key: value` lines, indented")
            return None
        return _read(Section(node, what, self.faults), read)

    def sections(self, key: str, what: str, read: "Callable[[Section], T]") -> list[T]:
        """A list of sections that must be there."""
        found = []
        for number, node in enumerate(self._listed(key), 1):
            if isinstance(node, yaml.MappingNode):
                found.append(_read(Section(node, f"{what} {number}", self.faults), read))
            else:
                self.faults.append(Fault(_line(node), f"A {what} is a list of `key: value` lines."))
        return found

    def texts(self, key: str) -> list[str]:
        """A list of texts; its faults have the lines of its items."""
        found = []
        for node in self._listed(key) if self.has(key) else []:
            if isinstance(node, yaml.ScalarNode) and node.tag == _STR and node.value.strip():
                found.append(node.value.strip())
            else:
                sentence = f"Each of `{key}` must be text; put quotes around it."
                self.faults.append(Fault(_line(node), sentence))
        return found

    def _listed(self, key: str) -> list[Any]:
        if not self.has(key):
            self._missing(key)
            return []
        node = self._nodes[key]
        if not isinstance(node, yaml.SequenceNode):
            self._wrong(key, "a list: lines that begin with a dash")
            return []
        items: list[Any] = node.value
        if not items:
            self.fault(key, f"`{key}` is empty.")
        return items

    def end(self) -> None:
        """Everything was asked for: what is left over is a mistake in the file."""
        for key in self._nodes:
            if key in self._asked or key.startswith(_FREE):
                continue
            near = difflib.get_close_matches(key, self._asked, 1)
            guess = f" Is `{near[0]}` meant?" if near else ""
            self.fault(key, f"{self.what.capitalize()} has no `{key}`.{guess}")


def _read(section: Section, read: Callable[[Section], T]) -> T:
    value = read(section)
    section.end()
    return value


def _either(words: Any) -> str:
    *some, last = words
    return f"{', '.join(some)} or {last}" if some else str(last)
