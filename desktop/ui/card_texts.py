"""Every sentence of the state card. Pure: no Qt, no state."""

from typing import Final

MENU: Final = "State card…"
TITLE: Final = "State card"
HEADING: Final = "How this computer stands, to carry away"
SENTENCE: Final = (
    "For when this computer cannot reach its receiver. Scan the code with a phone, and give what "
    "it says to your administrator. It holds numbers and no names, and is signed by this computer."
)
CODE: Final = "QR code of the state card"
MAKING: Final = "Writing the card…"
FAILED: Final = "The card cannot be written now."
AT: Final = "As of {time}"
CHECK: Final = "At the receiver, holdfast admin statement reads it and says whether it is genuine."
COPY: Final = "Copy the line"
COPY_MNEMONIC: Final = "&Copy the line"
COPIED: Final = "Copied."
SAVE: Final = "Save the picture"
SAVE_MNEMONIC: Final = "&Save the picture…"
SAVED: Final = "Saved as {file}."
NOT_SAVED: Final = "The picture could not be saved as {file}. Choose another folder."
PICTURES: Final = "Pictures (*.png)"
FILE_NAME: Final = "state-card.png"
AGAIN: Final = "Write it anew"
AGAIN_MNEMONIC: Final = "Write it a&new"
CLOSE: Final = "Close"
CLOSE_MNEMONIC: Final = "C&lose"
