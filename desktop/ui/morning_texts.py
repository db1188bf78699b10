"""Every sentence of the morning rehearsal's window. Pure: no Qt, no state."""

from typing import Final

MENU: Final = "Morning rehearsal…"
TITLE: Final = "Morning rehearsal"
HEADING: Final = "Is everything ready for today?"
SENTENCE: Final = (
    "Holdfast looks at camera, microphone, disk and receiver, then records six seconds and follows "
    "them until the receiver has played them. It takes about half a minute. Speak meanwhile."
)
START: Final = "Begin the rehearsal"
START_MNEMONIC: Final = "&Begin the rehearsal"
AGAIN: Final = "Rehearse again"
AGAIN_MNEMONIC: Final = "Rehearse a&gain"
CARD: Final = "Open the card to print"
CARD_MNEMONIC: Final = "&Open the card to print"
CLOSE: Final = "Close"
CLOSE_MNEMONIC: Final = "&Close"
ROWS: Final = "What was looked at"

NAMES: Final = {
    "camera": "Camera",
    "microphone": "Microphone",
    "disk": "Disk",
    "overflow": "Second folder",
    "SQLite": "Database",
    "encoder": "Encoder",
    "receiver": "Receiver",
    "clock": "Clock",
    "ffmpeg": "ffmpeg",
    "journey": "Trial recording",
    "saved": "Saved",
    "received": "Received",
    "verified": "Verified",
    "playable": "Playable",
}

NOTHING_YET: Final = "Nothing has been looked at yet."
LOOKING: Final = "Looking at devices, disk and receiver…"
RECORDING: Final = "Recording for six seconds…"
SENDING: Final = "Recorded. On its way to the receiver…"
READY: Final = "Ready to record"
NOT_READY: Final = "Not ready"
BUSY: Final = "A recording is running or the camera is not open. Nothing was recorded for a trial."
NOT_RECORDED: Final = "The trial recording did not begin. {why}"
NOT_IN_TIME: Final = "Not within {seconds} seconds."
CARD_FAILED: Final = "The card could not be written. {why}"
