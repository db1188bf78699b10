"""Every sentence of playing a recording back. Pure: no Qt, no state."""

from typing import Final

PICTURE: Final = "The recording's picture"
OPENING: Final = "Opening the recording…"
UNPLAYABLE: Final = "This recording cannot be played here"
UNPLAYABLE_SENTENCE: Final = "Nothing was changed. What was recorded is kept as it is."

TITLE: Final = "Play the recording"
PLAY: Final = "Play"
PLAY_MNEMONIC: Final = "&Play"
PAUSE: Final = "Pause"
PAUSE_MNEMONIC: Final = "&Pause"
PLAY_HINT: Final = "Play or pause (space bar). Arrow keys go 5 seconds back and on."
POSITION: Final = "Position in the recording"
POSITION_OF: Final = "{position} of {length}"
CLOSE: Final = "Close"
CLOSE_MNEMONIC: Final = "&Close"
PLAY_RECORDING: Final = "Play…"
SILENT: Final = "Without sound: no loudspeaker answers, or nothing was recorded to hear."
