"""What a person notes about a recording: `note.json` beside it, replaced whenever it changes.

The uploader's annotations take it to the receiver. It owns that file and nothing else.
"""

from typing import Final

from holdfast.clock import Clock, rfc3339
from holdfast.durable import write_replacing
from holdfast.given_text import lines
from holdfast.jsonform import FORMAT_VERSION, Reader, canonical, parse
from holdfast.layout import RecordingFolder

LETTERS_MOST: Final = 2_000


def write_note(folder: RecordingFolder, text: str, by: str, clock: Clock) -> None:
    """Keep this note. Raises OSError. Where there is none yet, an empty text makes none."""
    said = lines(text).strip()[:LETTERS_MOST]
    if not said and not folder.note.exists():
        return
    value = {
        "format_version": FORMAT_VERSION,
        "recording": folder.recording,
        "text": said,
        "by": by,
        "at": rfc3339(clock.now()),
    }
    write_replacing(folder.note, canonical(value))


def read_note(folder: RecordingFolder) -> str:
    """The note as it stands; empty where there is none. Raises OSError, FormatError."""
    try:
        data = folder.note.read_bytes()
    except FileNotFoundError:
        return ""
    return Reader(parse(data, folder.note.name), "the note").text("text")
