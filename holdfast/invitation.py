"""An invitation to enrol: where the receiver is, its key's name and a code; as a file or as text.

Whoever has one can enrol, so it is kept like a password until it is used up. Values only.
"""

from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, parse

_SCHEME: Final = "holdfast"
_WHAT: Final = "holdfast invitation"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a device needs to enrol; `key_id` names the key that the receiver must have.

    Without it, as where a person types address and code, the key that it tells is trusted.
    """

    url: str
    code: str = field(repr=False)
    key_id: str | None

    def to_text(self) -> str:
        """One line for a QR code: `holdfast:enrol?url=...&code=...&key=...`."""
        values = {"url": self.url, "code": self.code, "key": self.key_id or ""}
        return f"{_SCHEME}:enrol?{urlencode(values, safe=':/')}"

    def to_json(self) -> Json:
        """The content of the file."""
        return {
            "format_version": FORMAT_VERSION,
            "what": _WHAT,
            "url": self.url,
            "code": self.code,
            "key": self.key_id,
        }

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read the line of a QR code. Raises FormatError."""
        parts = urlsplit(text.strip())
        values = {name: each[0] for name, each in parse_qs(parts.query).items()}
        try:
            if (parts.scheme, parts.path) != (_SCHEME, "enrol"):
                raise KeyError(parts.scheme)
            return cls(values["url"], values["code"], values.get("key"))
        except KeyError as error:
            raise FormatError("this is no invitation of a Holdfast receiver") from error

    @classmethod
    def from_file(cls, data: bytes) -> Self:
        """Read the file. Raises FormatError."""
        reader = Reader(parse(data, "the invitation"), "the invitation")
        if reader.text("what") != _WHAT:
            raise FormatError("this is no invitation of a Holdfast receiver")
        return cls(reader.text("url"), reader.text("code"), reader.optional_text("key"))


def is_invitation(text: str) -> bool:
    """Whether this is meant to be the line of a QR code."""
    return text.strip().lower().startswith(f"{_SCHEME}:")
