"""Every sentence of the first start. Pure; `&` marks a mnemonic, `{name}` is filled in.

`desktop/ui/words.py` finds the language that is shown.
"""

from typing import Final

TITLE: Final = "Set up Holdfast"
STEPS_NAME: Final = "Steps"
STEPS: Final = ("Storage", "Camera and microphone", "Receiver", "Rehearsal")
STEP_SPOKEN: Final = "Step {number} of {count}: {name}"
DONE_SPOKEN: Final = "Step {number} of {count}, done: {name}"
BACK_MNEMONIC: Final = "&Back"
NEXT_MNEMONIC: Final = "&Next"
FINISH_MNEMONIC: Final = "&Finish"
SKIP_MNEMONIC: Final = "&Finish without it"
CLOSE_TITLE: Final = "Leave the set-up?"
CLOSE_SENTENCE: Final = "Nothing is lost. Holdfast asks again at the next start."
CLOSE_STAY: Final = "Stay"
CLOSE_LEAVE: Final = "Leave"

# Page 1.
STORAGE_TITLE: Final = "Where recordings are kept"
STORAGE_INTRO: Final = (
    "Every recording is written to this folder first and stays there until it has been sent and "
    "checked. A disk of this computer is best; a network drive is not."
)
FOLDER: Final = "Folder for recordings"
CHOOSE_FOLDER_MNEMONIC: Final = "&Choose another folder…"
CHOOSE_FOLDER: Final = "Choose the folder for recordings"
ROOM: Final = "Room for recordings"
ROOM_LINE: Final = "{free} of {total} free, at the usual quality"
ROOM_UNKNOWN: Final = "Not known"
ROOM_UNKNOWN_LINE: Final = "The system does not say how much space this disk has."
PLACE_UNFIT: Final = (
    "Recordings cannot be kept here ({reason}). Choose another folder, or make this one writable."
)
PLACE_TIGHT: Final = (
    "There is little room. Free some space, or choose a folder on another disk, before long "
    "recordings."
)
PLACE_FIXED: Final = "This folder was named when Holdfast was started, so it is not chosen here."
PLACE_GOOD: Final = "This folder can be used."

# Page 2.
DEVICES_TITLE: Final = "Camera and microphone"
DEVICES_INTRO: Final = (
    "Look into the camera and say something. The picture is mirrored here, as in a mirror; what is "
    "recorded is not."
)
CAMERA_MNEMONIC: Final = "C&amera"
CAMERA: Final = "Camera"
MICROPHONE_MNEMONIC: Final = "&Microphone"
MICROPHONE: Final = "Microphone"
LEVEL: Final = "Level"
LOOK_AGAIN_MNEMONIC: Final = "&Look again"
LOOKING: Final = "Looking for cameras and microphones…"
NO_CAMERA: Final = "No camera was found"
NO_MICROPHONE: Final = "No microphone was found"
NO_CAMERA_NEXT: Final = (
    "Plug a camera in, then press Look again. To try Holdfast without one, choose the built-in "
    "scene."
)
WITHOUT_SOUND: Final = "Without sound"
DEFAULT_MICROPHONE: Final = "The system's microphone"
SCENE: Final = "Built-in moving scene, with a tone"
REALLY: Final = "Really delivered: {width} × {height} at {fps} pictures a second"

# Page 3.
RECEIVER_TITLE: Final = "Where recordings go"
RECEIVER_INTRO: Final = (
    "Recordings are sent by themselves, whenever there is a network. You can record before this is "
    "set up; nothing is lost."
)
WAYS: Final = "Where recordings go"
ELSEWHERE_MNEMONIC: Final = "To my study's &receiver"
ELSEWHERE_HINT: Final = "Your study team gives you an address and an enrolment code, or a QR code."
HERE_MNEMONIC: Final = "&Keep them on this computer"
HERE_HINT: Final = (
    "Holdfast runs a receiver here while it is open: recordings are checked and can be watched in "
    "a browser. They are on this computer only, so make backups."
)
LATER_MNEMONIC: Final = "Set this up &later"
LATER_HINT: Final = "Recordings wait on this computer. You find this page in the settings."
ADDRESS_MNEMONIC: Final = "&Address"
ADDRESS: Final = "Address of the receiver"
ADDRESS_EMPTY: Final = "https://receiver.example.org"
CODE_MNEMONIC: Final = "Enrolment co&de"
CODE: Final = "Enrolment code"
CODE_EMPTY: Final = "As your study team wrote it"
NAME_MNEMONIC: Final = "Na&me of this computer"
NAME: Final = "Name of this computer"
SCAN_MNEMONIC: Final = "Scan a &QR code…"
SCAN: Final = "Scan a QR code with the camera"
FROM_FILE_MNEMONIC: Final = "From a &file…"
FROM_FILE: Final = "Read the invitation from a file or a picture"
FILES: Final = "Invitations and pictures (*.json *.png *.jpg *.jpeg *.svg *.webp);;All files (*)"
CONNECT_MNEMONIC: Final = "&Connect"
CONNECT: Final = "Connect to the receiver"
START_HERE_MNEMONIC: Final = "&Start it"
START_HERE: Final = "Start the receiver on this computer"
OPEN_PAGE_MNEMONIC: Final = "&Open its page"
OPEN_PAGE: Final = "Open the receiver's page in a browser"
CONNECTING: Final = "Asking the receiver…"
STARTING_HERE: Final = "Starting the receiver on this computer. This takes a few seconds…"
CONNECTED: Final = "Connected"
CONNECTED_TO: Final = "This computer sends its recordings to {url}."
CONNECTED_HERE: Final = (
    "The receiver on this computer runs at {url}. Only this computer reaches it."
)
NOT_CONNECTED: Final = "Not connected"
AT_FORMER: Final = (
    "%n recording stays at the former receiver.|%n recordings stay at the former receiver."
)
SCAN_TITLE: Final = "Scan a QR code"
SCAN_INTRO: Final = (
    "Hold the invitation in front of the camera, flat and large. It is read by itself."
)
SCAN_NOT_OURS: Final = "That is a QR code, but no invitation. Show the one from your study team."
SCAN_NO_CAMERA: Final = "There is no picture. Go back one page and choose a camera first."
CANCEL: Final = "Cancel"
NO_QR_IN_FILE: Final = (
    "No invitation was found in {file}. Nothing was changed; a sharp, straight picture of the "
    "whole QR code helps."
)

# Page 4.
REHEARSAL_TITLE: Final = "A rehearsal of ten seconds"
REHEARSAL_INTRO: Final = (
    "Holdfast records ten seconds and sends them on their whole way; four lights show how far they "
    "have got. At the receiver they stay under the participant “rehearsal”."
)
START_MNEMONIC: Final = "&Start the rehearsal"
START_AGAIN_MNEMONIC: Final = "Rehearse a&gain"
START: Final = "Start the rehearsal"
LIGHTS: Final = ("Saved", "Received", "Verified", "Playable")
LIGHT_MEANINGS: Final = (
    "Every segment is on this computer's disk and matches its checksum.",
    "Every segment is at the receiver.",
    "The receiver signed for all of it, and the receipt is kept here.",
    "The receiver joined the segments and could play both ends.",
)
LIGHT_ON: Final = "On"
LIGHT_WAITS: Final = "Not yet"
LIGHT_WORKS: Final = "Working"
LIGHT_LATER: Final = "Later"
LIGHT_SPOKEN: Final = "{name}: {state}. {meaning}"
REHEARSAL_READY: Final = "Ready when you are."
REHEARSAL_OPENING: Final = "The camera is being opened…"
REHEARSAL_RUNNING: Final = "Recording. Look into the camera and say a few words. {left} s left."
REHEARSAL_SAVING: Final = "Saving…"
REHEARSAL_SENDING: Final = "On its way. {why}"
REHEARSAL_ALL: Final = "All four lights are on. This computer is ready."
REHEARSAL_SAVED_ONLY: Final = (
    "The recording is saved and whole. The other three lights come on once there is a receiver."
)
REHEARSAL_FAILED: Final = "The rehearsal did not work. {why}"
NUMBERS: Final = "{frames} pictures in {seconds} s, {lost} lost"
