"""Every sentence of the fire drill's window. Pure: no Qt, no state."""

from typing import Final

MENU: Final = "Fire drill…"
TITLE: Final = "Fire drill"
HEADING: Final = "Try what could go wrong, before it does"
SENTENCE: Final = (
    "You cause four accidents, and watch everything arrive all the same. The drill runs in a "
    "sandbox with a drawn scene: no recording and no camera is touched. It takes about three "
    "minutes and ends with a report for your ethics board."
)
START: Final = "Start the drill"
START_MNEMONIC: Final = "&Start the drill"
AGAIN: Final = "Drill again"
AGAIN_MNEMONIC: Final = "Drill a&gain"
STOP: Final = "Stop the drill"
STOP_MNEMONIC: Final = "&Stop the drill"
REPORT: Final = "Open the report"
REPORT_MNEMONIC: Final = "Open the &report"
CLOSE: Final = "Close"
CLOSE_MNEMONIC: Final = "&Close"
SEEN: Final = "What was seen"

ACCIDENTS: Final = {
    "network": "The network is cut",
    "camera": "The camera is unplugged",
    "kill": "The program is killed",
    "disk": "The disk fills up",
}
ACTS: Final = {
    "network": "Cut the network",
    "camera": "Unplug the camera",
    "kill": "Kill the program",
    "disk": "Fill the disk",
}
STATES: Final = {
    "waits": "Not yet",
    "runs": "Watching…",
    "asks": "Your turn",
    "held": "It held",
    "broke": "It did not hold",
    "left_out": "Left out here",
}

READY: Final = "Nothing has been tried yet."
PREPARING: Final = "Starting a recorder, an uploader and a receiver of the drill's own…"
YOUR_TURN: Final = "A recording is running. Press the button whenever you like."
ALL_HELD: Final = "Everything that was recorded came home."
NOT_HELD: Final = "Not everything held. The report says what did not."
STOPPED: Final = "The drill was stopped. Nothing else was touched."
FAILED: Final = "The drill could not be held to its end. {why}"
UNKNOWN: Final = "It ended without a word; nothing else was touched."
