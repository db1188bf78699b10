"""Every sentence that the window shows: constants in English, translated by whoever shows them.

Each one says what happened, whether the data is safe and what comes next, as far as it matters.
`&` marks a mnemonic, braces what is filled in, and `%n` the number of one form or the other:
`%n file|%n files`. `sentences.py` fills in, and says it in the language of the app.
It must hold no sentence outside a constant: those would stay English.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.recording.disk import Basis

APP: Final = "Holdfast"
SAFE: Final = "Recordings are safe on this computer."

# The window's parts.
RECORD: Final = "Record"
STOP: Final = "Stop recording"
BEGINNING: Final = "Starting…"
STOPPING: Final = "Saving…"
RECORD_MNEMONIC: Final = "&Record"
STOP_MNEMONIC: Final = "&Stop recording"
RECORD_HINT: Final = "Start recording (F9)"
STOP_HINT: Final = "Stop and keep the recording (F9)"
STOP_GUARDED_HINT: Final = "Stop and keep the recording: hold for a second, or press F9 twice"
STOP_HOLD: Final = "Hold to &stop"
STOP_AGAIN: Final = "Again to &stop"
MARK_MNEMONIC: Final = "&Mark"
MARK: Final = "Mark"
MARK_HINT: Final = "Note this moment in the recording (M)"
PAUSE: Final = "Pause"
PAUSE_MNEMONIC: Final = "Pa&use"
PAUSE_HINT: Final = "Record nothing for a while; the recording's clock goes on (P)"
RESUME: Final = "Resume recording"
RESUME_MNEMONIC: Final = "Resu&me recording"
RESUME_HINT: Final = "Go on recording (P)"
STOP_ALARM_MNEMONIC: Final = "&Stop and keep"
HIDE_ALARM_MNEMONIC: Final = "&Hide and go on"
HIDE_ALARM: Final = "Hide this and go on recording"
HIDE_ALARM_HINT: Final = "The alarm is silent from now on; a line above the picture stays"
NOT_GROWING_TITLE: Final = "Nothing is being written to the disk"
ALARM_OFF: Final = "Alarm &off"
STOP_PAUSED_MNEMONIC: Final = "Sto&p and keep"
PAUSED: Final = "The recording is paused"
PAUSED_WORD: Final = "PAUSED"
PAUSED_SENTENCE: Final = "Nothing is being recorded. Everything recorded so far is saved."
MENU: Final = "Menu"
PREVIEW: Final = "Live picture"
METER: Final = "Microphone level"
NEXT_RECORDING: Final = "Next recording"
THIS_RECORDING: Final = "This recording"
PARTICIPANT_MNEMONIC: Final = "&Participant"
PARTICIPANT: Final = "Participant"
PARTICIPANT_EMPTY: Final = "A new id is made"
PROMPT_MNEMONIC: Final = "Pr&ompt"
PROMPT: Final = "Prompt"
PROMPT_EMPTY: Final = "Free recording"
CAMERA: Final = "Camera"
MICROPHONE: Final = "Microphone"
SPACE: Final = "Space left"
SPACE_BAR: Final = "Part of the disk in use"
TO_SEND: Final = "To send"
TRY_NOW_MNEMONIC: Final = "&Try now"
TRY_NOW: Final = "Try now"
TRY_NOW_HINT: Final = "Try to send now instead of waiting"
TRY_AGAIN_MNEMONIC: Final = "Try a&gain"
TRY_AGAIN: Final = "Try again"
RETRY_MNEMONIC: Final = "Retr&y"
RECORDINGS: Final = "Recordings"
OPEN_FOLDER: Final = "Open recordings folder"
OPEN_QUEUE: Final = "Upload queue…"
OPEN_WINDOW: Final = "Open Holdfast"
QUIT: Final = "Quit"
ABOUT: Final = "About Holdfast"
RECORDING_BADGE: Final = "REC"
WAITING_BADGE: Final = "WAITING"
COLUMNS: Final = (
    "Recording",
    "Length",
    "Size",
    "Saved",
    "Received",
    "Verified",
    "Playable",
    "What is going on",
)

# Before there is a picture.
OPENING_TITLE: Final = "Opening the camera…"
OPENING_SENTENCE: Final = "This takes a few seconds."
WAITING_TITLE: Final = "Waiting for the picture"
WAITING_SENTENCE: Final = "Everything recorded so far is saved. Recording goes on by itself."
NO_CAMERA_TITLE: Final = "There is no picture"
NO_CAMERA_NEXT: Final = "Check the device, then press Try again."
NO_RECORDINGS_TITLE: Final = "No recordings yet"
NO_RECORDINGS_SENTENCE: Final = (
    "Press Record or F9. Every recording appears here and shows how far it has got."
)
READING_TITLE: Final = "Looking for recordings…"

# Lights: the column says which light it is, the word says how it stands.
YES: Final = "Yes"
NOT_YET: Final = "Not yet"
SAVING: Final = "Saving"
FREED: Final = "Freed"
WAITING: Final = "Waiting"
STOPPED: Final = "Stopped"
LIGHT_NAMES: Final = COLUMNS[3:7]
LIGHT_WORDS: Final = (
    (YES, SAVING, FREED),
    (YES, NOT_YET, WAITING, STOPPED),
    (YES, NOT_YET),
    (YES, NOT_YET),
)
"""What can stand beside each light."""

# What stands beside a recording that nothing is in the way of.
AT_HOME: Final = "Safe at the receiver."
FREED_HERE: Final = "Safe at the receiver; deleted here to free space."
PREPARING: Final = "Received and verified. The receiver is preparing the video."
SENDING: Final = "Sending."

# The status pill.
PILL_READING: Final = "Looking for recordings…"
PILL_EMPTY: Final = "Nothing to send"
PILL_VERIFIED: Final = "All recordings verified"
PILL_LIVE: Final = "Sending as it records"
PILL_OFFLINE: Final = "Offline"
PILL_UNREACHABLE: Final = "Receiver does not answer"
PILL_PAUSED: Final = "Sending paused"

# Banners.
INTERNAL_TITLE: Final = "Something went wrong."
INTERNAL_SENTENCE: Final = (
    "Your recordings are safe. Details are in the log; if the window behaves oddly, "
    "close it and open it again."
)
QUEUE_FULL_TITLE: Final = "Nothing is sent: the disk is full."
SYNC_CLOSING_TITLE: Final = "The closing sync mark is shown."
SYNC_CLOSING: Final = "The recording stops by itself in a moment. Stop again stops it at once."
SYNC_TROUBLE_TITLE: Final = "The sync mark is not complete."
PART_LOST_TITLE: Final = "The recording is waiting for its source."
REFUSED_TITLE: Final = "The recording did not start."
NO_SOUND_TITLE: Final = "There is no sound."
OVERLOAD_TITLE: Final = "The computer is at its limit."
SOUND_ALARM_TITLE: Final = "Look after the sound."
SOUND_LOST_TITLE: Final = "The microphone stopped."
CALLING_TITLE: Final = "An alarm sounds."
CALLING: Final = "Something needs you. What was recorded is safe."
PICTURE_ALARM_TITLE: Final = "Look after the picture."
PICTURE_FROZEN_TITLE: Final = "The picture stands still."
PICTURE_BLACK_TITLE: Final = "The picture is black."
DEVICE_CHANGED_TITLES: Final = {
    "camera": "Is this the right camera?",
    "microphone": "Is this the right microphone?",
}
FINDINGS_TITLE: Final = "Look at this recording before the participant leaves."
FINDINGS_SAFE: Final = "The recording is kept; record again if it matters."
CHECKED_TITLE: Final = "Recording saved."
START_FAILED_TITLE: Final = "Holdfast could not get ready."
QUEUE_FAILED_TITLE: Final = "The list of recordings cannot be read at the moment."
COMMAND_FAILED_TITLE: Final = "That did not work."

# Questions.
QUIT_WHILE_RECORDING: Final = "A recording is running. Stop it, keep it and quit?"
QUIT_WHILE_RECORDING_MORE: Final = (
    "Everything recorded so far is safe. What waits to be sent goes on at the next start."
)
KEEP_RECORDING: Final = "&Keep recording"
STOP_AND_QUIT: Final = "&Stop and quit"

# Keeping and discarding.
KEEP: Final = "Keep"
KEEP_MNEMONIC: Final = "&Keep"
KEEP_AFTER_ALL_MNEMONIC: Final = "&Keep after all"
DISCARD: Final = "Discard"
DISCARD_MNEMONIC: Final = "&Discard"
DISCARD_HINT: Final = "Delete it here and at the receiver; that can be undone for ten minutes"
TO_DECIDE: Final = "{title} #{take}: {why}"
TO_DECIDE_AND_MORE: Final = (
    "{decision} %n more recording waits.|{decision} %n more recordings wait."
)

# Second start.
RUNNING_BUT_SILENT: Final = (
    "Holdfast is open already, but its window does not answer. {safe} "
    "Close it, or end its process, and try again."
)

N_RECORDINGS: Final = "%n recording|%n recordings"
TAKE: Final = "Take {take}"
PERCENT: Final = "{share}\N{NO-BREAK SPACE}%"
LIGHT_SPOKEN: Final = "{light}: {word}"
NUMBERS_LINE: Final = "{fps} fps · {lost} lost"
MARK_NAME: Final = "Mark {number}"
CAMERA_LINE: Final = "{name}, {width} × {height} at {fps}\N{NO-BREAK SPACE}fps"
PREVIEW_OF: Final = "Live picture of {camera}"
BESIDE_PROBLEM_TITLE: Final = "{camera} is not recording."
TEST_SCENE: Final = "Built-in test scene"
LIVE_TEST_SCENE: Final = "Built-in test scene, live"
CAMERA_NUMBER: Final = "Camera {number}"

NO_MICROPHONE: Final = "None: picture only"
MICROPHONE_NOT_OPEN: Final = "Not open yet"
METER_NO_MICROPHONE: Final = "No microphone"

FREE_OF: Final = "Free of {total}. Hours appear once the camera is open."
FREE_AT_RATE: Final[dict["Basis", str]] = {
    "running": "{free} free, at this recording's {rate}/s",
    "last": "{free} free, at the last recordings' {rate}/s",
    "assumed": "{free} free, at an assumed {rate}/s",
}
OVERFLOW_FREE: Final = "Overflow folder: {free} free"

SPACE_OF_OVERFLOW: Final = "On the disk with the overflow folder"
SPACE_LOW_TITLE: Final = "The disk is nearly full."
ENDED_FOR_SPACE_TITLE: Final = "The recording ended because the disk is nearly full."
IN_OVERFLOW_TITLE: Final = "Recording in the overflow folder."
DISMISS: Final = "OK"
SPACE_UNKNOWN: Final = "Not known"
SPACE_UNKNOWN_SENTENCE: Final = "The disk does not say how much is free."

NOTHING_TO_SEND: Final = "Nothing"
SENT_BY_THEMSELVES: Final = "Recordings are sent by themselves as soon as they are made."
ALL_VERIFIED: Final = (
    "The recording is verified at the receiver.|All %n recordings are verified at the receiver."
)
SIZE_AND_WHY: Final = "{amount}. {why}"
SIZE_ALONE: Final = "{amount}."
SENDING_BY_ITSELF: Final = "Sending goes on by itself."
SENT_WHILE_RECORDED: Final = "Sent while it is recorded. All segments so far have arrived."
SENT_WHILE_RECORDED_LEFT: Final = "Sent while it is recorded. {left} on the way."
N_WAITING: Final = "%n waiting|%n waiting"
SENDING_N: Final = "Sending · %n recording|Sending · %n recordings"
STATE_AND_WAITING: Final = "{state} · %n waiting|{state} · %n waiting"
N_NEED_YOU: Final = "%n recording needs you|%n recordings need you"
VERIFIED_PREPARING: Final = (
    "Verified · receiver prepares %n video|Verified · receiver prepares %n videos"
)
REASON_IN_LIST: Final = "The reason stands beside it in the list."

TRAY_RECORDING: Final = "Recording, {length}."
TRAY_RECORDING_SPACE: Final = "Recording, {length}. Space for {space}."
PAUSED_LINE: Final = "The recording's clock goes on: {length}"
PAUSED_LONG: Final = "Paused for {span}. Nothing is being recorded."
PAUSED_NEXT: Final = "Press P to go on, or stop the recording."
PAUSED_LONG_TITLE: Final = "The recording is still paused."
TRAY_PAUSED: Final = "Recording paused for {length}. Nothing is being recorded."
TRAY_PROBLEM: Final = "Recording. {sentence}"
SOUND_LOST: Final = (
    "It stopped. The picture goes on and the silence is noted. Check its plug: it is heard again"
    " as soon as it is back."
)
SOUND_OF_LOST: Final = (
    "“{microphone}” stopped. The picture goes on and the silence is noted. Check its plug: it is"
    " heard again as soon as it is back."
)
USE_DEVICE: Final = "Use “{name}”"
TRAY_SENDING: Final = "Sending %n recording, {amount} left.|Sending %n recordings, {amount} left."
TRAY_SENDING_PACE: Final = (
    "Sending %n recording, {amount} left ({pace}).|Sending %n recordings, {amount} left ({pace})."
)
TRAY_WAITING: Final = "%n recording to send. {why}|%n recordings to send. {why}"
TRAY_WAITING_SINCE: Final = (
    "%n recording to send, the oldest since {since}. {why}"
    "|%n recordings to send, the oldest since {since}. {why}"
)
TRAY_READING: Final = "Holdfast is getting ready."
TRAY_EMPTY: Final = "Nothing to send."
TRAY_VERIFIED: Final = "All recordings are verified at the receiver."
TRAY_CHECKING: Final = (
    "Received and verified. The receiver still prepares %n video."
    "|Received and verified. The receiver still prepares %n videos."
)
RETRY_FAILED: Final = "Retry failed ({count})"
QUIT_UNSENT: Final = "Quit (%n upload continues next time)|Quit (%n uploads continue next time)"

SILENT_BELOW_DB: Final = -58.0

NO_SOUND_YET: Final = "No sound yet"
SILENT: Final = "Silent"
QUIET: Final = "Quiet"
GOOD_LEVEL: Final = "Good level"
TOO_LOUD: Final = "Too loud"
LEVEL_WORDS: Final = (SILENT, QUIET, GOOD_LEVEL, TOO_LOUD)
CANCEL: Final = "Cancel"
