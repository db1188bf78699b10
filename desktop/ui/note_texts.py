"""Every sentence of the dialog for a recording's note. Pure: no Qt, no state."""

from typing import Final

MENU: Final = "Note…"
TITLE: Final = "Note"
HEADING: Final = "Note about {title}"
SENTENCE: Final = (
    "The receiver gets it with the recording, and again whenever it changes. "
    "Names do not belong here."
)
SAVE: Final = "Save the note"
SAVE_MNEMONIC: Final = "&Save the note"
CANCEL: Final = "Cancel"
