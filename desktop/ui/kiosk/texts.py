"""Every sentence that the kiosk shows. Pure: no Qt, no state.

A participant reads most of them: none names an exception, an id or a code. Each says what happened,
whether what was recorded is safe, and what comes next. `{…}` is filled in by whoever shows it.
"""

from typing import Final

# Buttons.
START: Final = "Start"
CONTINUE: Final = "Continue"
BACK: Final = "Back"
CANCEL: Final = "Cancel"
ENTER: Final = "Enter"
ERASE: Final = "Take the last character away"
NO_THANK_YOU: Final = "No, thank you"
STOP_NOW: Final = "Stop now"
KEEP: Final = "Keep this recording"
REDO: Final = "Record again"
PAUSE_PLAYING: Final = "Pause"
PLAY: Final = "Play"
PLAY_AGAIN: Final = "Play again"
FINISH: Final = "Finish"
TRY_AGAIN: Final = "Try again"
RETRY_FAILED: Final = "Retry failed uploads"
STOP_HERE: Final = "Stop here"
GO_ON: Final = "Go on"

# The frame.
KIOSK: Final = "Recording session"
STEP: Final = "Step {step} of {steps}"
LAST_STEP: Final = "Last step"
MICROPHONE_LEVEL: Final = "Microphone level"
PLAYED: Final = "How much of the recording was played"
CONSENT_TEXT: Final = "What you are asked to agree to"

# The quiet line, top right.
SENDING_WAITING: Final = "Sending (%n waiting)"
WAITING_OFFLINE: Final = "No internet. Saved here"
WAITING_PAUSED: Final = "Saved here"
ALL_SENT: Final = "All %n sent"
NEED_ATTENTION: Final = "%n needs attention|%n need attention"

# Before anything.
OPENING_TITLE: Final = "One moment, please"
OPENING: Final = "The kiosk is starting."
NOT_OPENED_TITLE: Final = "The kiosk could not start"
NOT_OPENED: Final = "Please tell a staff member. What was recorded before is safe."

# Welcome.
WELCOME: Final = "Welcome"
WELCOME_COUNT: Final = "You will make one short recording.|You will make %n short recordings."
WELCOME_TIME: Final = "It takes about {minutes} minutes."
WELCOME_FACE: Final = "We record your face and your voice. You see a red frame while we record."
WELCOME_LEAVE: Final = "You can stop at any time."

# Consent.
CONSENT_TITLE: Final = "Before we begin"
CONSENT_STATEMENT: Final = "I have read this and I agree to be recorded."
CONSENT_READ_FIRST: Final = "Please read to the end first. The page can be moved with a finger."
DECLINED_TITLE: Final = "That is all right"
DECLINED: Final = "Nothing was recorded. Thank you for your time."
CONSENT_SAY_TITLE: Final = "Please say that you agree"
CONSENT_SAY: Final = (
    "We record your answer first, and check that it can be played. After that the recordings begin."
)
CONSENT_SAY_HEADING: Final = "Please say aloud"
CONSENT_CHECKING: Final = "We are checking that your consent can be played."
CONSENT_UNPLAYABLE: Final = "This recording cannot be played. Please record it again."
CONSENT_PLAYS: Final = "Your consent can be played."
CONSENT_CUT: Final = "The recording was cut short. Please record it again."
CONSENT_REVIEW: Final = "Can you see and hear yourself?"

# Number.
NUMBER_TITLE: Final = "Your participant number"
NUMBER_CARD: Final = "It is on the card you were given."
NUMBER_EXAMPLE: Final = "It is on the card you were given. It looks like this: {example}"
NUMBER_FOUND: Final = "This number is in the list."
NUMBER_FITS: Final = "This number looks right."
NUMBER_OTHER_FORM: Final = "This does not look like a participant number. Please check your card."
NUMBER_NOT_LISTED: Final = (
    "This number is not in the list. Please check your card, or ask a staff member."
)

# Device check and instructions.
CHECK_TITLE: Final = "Can we see and hear you?"
CHECK: Final = "Sit so that your face is in the oval, and say a few words."
CHECK_HEADING: Final = "Camera and sound"
BEFORE_START: Final = "Before you start"
RECORDING_OF: Final = "Recording {number} of {count}: {title}"
PROMPT_SECONDS: Final = "%n second. We count down first.|%n seconds. We count down first."
PROMPT_OPEN: Final = "You stop it yourself. We count down first."
CAMERA_STARTING: Final = "The camera is starting"
CAMERA_STARTING_MORE: Final = "This takes a few seconds."
LIGHT_GOOD: Final = "The light is good"
LIGHT_DARK: Final = "It is too dark. Please turn on a light."
FACE_GOOD: Final = "Your face is in the frame"
FACE_MISSING: Final = "We cannot see your face yet"
SOUND_GOOD: Final = "The microphone works"
SOUND_QUIET: Final = "We cannot hear you yet. Please say a few words."
SOUND_NONE: Final = "There is no sound. Recording goes on without it."
SOUND_MISSING: Final = "The microphone does not work. Please tell a staff member."
LOOKING: Final = "Looking…"
GUIDE_GOOD: Final = "Good: your face is in the frame"
GUIDE_CLOSER: Final = "Move closer"
GUIDE_BACK: Final = "Move back a little"
GUIDE_LEFT: Final = "Move to the left"
GUIDE_RIGHT: Final = "Move to the right"
GUIDE_UP: Final = "Move up a little"
GUIDE_DOWN: Final = "Move down a little"
GUIDE_DARK: Final = "Too dark"
GUIDE_NOBODY: Final = "We cannot see your face"
LEVEL_QUIET: Final = "Too quiet, speak up"
LEVEL_GOOD: Final = "Good level"
LEVEL_LOUD: Final = "Too loud"
LEVEL_NONE: Final = "No sound"

# Countdown.
LOOK_AT_CAMERA: Final = "Look at the camera"
GETTING_READY: Final = "Getting camera and microphone ready…"
STARTS_IN: Final = "Recording starts in %n second|Recording starts in %n seconds"

# Recording.
REC: Final = "REC"
SECONDS_LEFT: Final = "%n second left|%n seconds left"
MINUTES_LEFT: Final = "{time} left"
STARTING: Final = "Starting…"
SAVING: Final = "Saving…"
NOT_HEARD: Final = "We cannot hear anything. Is the microphone switched on? Recording goes on."
CAMERA_WAITED_FOR: Final = (
    "The picture is missing. What was recorded is safe. We wait for the camera."
)
NOT_WRITTEN: Final = "Please call a staff member now."
PICTURE_MISSING: Final = "No picture"

# Review.
REVIEW_TITLE: Final = "Watch your recording. Is it good?"
REVIEW_CHECKING: Final = "We are looking at it…"
REVIEW_GOOD: Final = "Picture and sound look good."
REVIEW_UNCHECKED: Final = "We could not check this recording. Please watch it yourself."
REVIEW_NO_PLAY: Final = "It cannot be shown here, but it is saved."
FOUND_NO_FACE: Final = "Your face was not seen for {percent} of the time."
FOUND_NO_FACE_AT_ALL: Final = "Your face was never seen."
FOUND_DARK: Final = "The picture is too dark."
FOUND_BLURRED: Final = "The picture is blurred."
FOUND_FROZEN: Final = "The picture stood still for some time."
FOUND_SILENT: Final = "There is no sound for some time."
FOUND_SILENT_ALL: Final = "There is no sound."
FOUND_CLIPPED: Final = "The sound is too loud."
FOUND_SHORT: Final = "The recording is very short."
FOUND_LONG: Final = "The recording is longer than planned."
FOUND_LOST: Final = "The picture may jump in some places."
FOUND_OTHER: Final = "Something may be wrong with this recording. Please watch it."

# Trouble.
NO_CAMERA_TITLE: Final = "The camera does not work"
NO_CAMERA: Final = "Please tell a staff member. What you recorded before is safe."
NO_SPACE_TITLE: Final = "We cannot record now"
NO_SPACE: Final = (
    "There is no room left on this computer. Please tell a staff member. What you recorded before"
    " is safe."
)
NOT_RECORDED_TITLE: Final = "This could not be recorded"
NOT_RECORDED: Final = "Please try again, or tell a staff member. What you recorded before is safe."

# Crash and resume.
RESUME_TITLE: Final = "Welcome back"
RESUME: Final = (
    "The computer stopped unexpectedly. {done} of {count} recordings are done and safe."
    " Would you like to continue?"
)
RESUME_YES: Final = "Continue"
RESUME_NO: Final = "No, end it here"

# Leaving.
LEFT_TITLE: Final = "Thank you for coming"
LEFT_KEPT: Final = "What you recorded is kept, and it is safe."
LEAVE_TITLE: Final = "Do you want to stop here?"
LEAVE: Final = "You can go on, or stop. You choose what happens to what you recorded."
LEAVE_NOTHING: Final = "You can go on, or stop. Nothing has been recorded."
LEAVE_KEEP: Final = "Stop, and keep what I recorded"
LEAVE_DELETE: Final = "Stop, and delete what I recorded"
LEAVE_PLAIN: Final = "Stop"
WITHDRAWN_TITLE: Final = "Your recordings will be deleted"
WITHDRAWN: Final = (
    "They are not used. They are deleted from this computer, and from wherever they were sent"
    " before. Thank you for your time."
)
WITHDRAWAL_FAILED_TITLE: Final = "Please tell a staff member"
WITHDRAWAL_FAILED: Final = (
    "We noted that you want your recordings deleted, but this computer could not do it by itself."
)

# Idle.
STILL_THERE: Final = "Are you still there?"
STILL_THERE_MORE: Final = "This screen goes back to the beginning. What you recorded is kept."
STILL_HERE: Final = "Yes, I am here"

# Closing.
CLOSING_SENDING_TITLE: Final = "Thank you"
CLOSING_SENDING: Final = "Your recordings are safe. We are sending them to the study team now."
CLOSING_STILL_SENDING: Final = (
    "Still sending %n recording; you may leave now.|Still sending %n recordings; you may leave now."
)
CLOSING_PLEASE_WAIT: Final = (
    "Still sending %n recording. Please wait a moment, or press Finish."
    "|Still sending %n recordings. Please wait a moment, or press Finish."
)
CLOSING_OFFLINE: Final = (
    "Your recordings are safe on this computer. There is no internet right now, so we will send"
    " them later."
)
CLOSING_LATER: Final = "Your recordings are safe on this computer. They will be sent later."
CLOSING_NOTHING_LOST: Final = "Nothing is lost. You can leave now."
CLOSING_NOTHING_TO_DO: Final = "You do not need to do anything. You can leave now."
CLOSING_FAILED_TITLE: Final = "Saved, but not sent yet"
CLOSING_FAILED: Final = (
    "Your recordings are safe on this computer. One of them could not be sent. Please tell a staff"
    " member."
    "|Your recordings are safe on this computer. %n of them could not be sent. Please tell a staff"
    " member."
)
CLOSING_DONE_TITLE: Final = "All done. Thank you!"
CLOSING_DONE: Final = (
    "Your recording is saved, and the study team has received it."
    "|All %n recordings are saved, and the study team has received them."
)
CLOSING_NOTHING: Final = "Nothing was recorded. You can leave now."
CLOSES_IN: Final = "This screen closes in %n second.|This screen closes in %n seconds."
REFERENCE: Final = "Your reference: {reference}"
ROW_SENT: Final = "Sent"
ROW_SENDING: Final = "Sending, {percent}"
ROW_ALMOST: Final = "Almost done"
ROW_WAITING: Final = "Waiting"
ROW_RETRY: Final = "Waiting, we try again by itself"
ROW_OFFLINE: Final = "Saved here, waits for internet"
ROW_PAUSED: Final = "Saved here, will be sent later"
ROW_SAVING: Final = "Saving…"
ROW_FAILED: Final = "Not sent. Please tell a staff member"
CONSENT_ROW: Final = "Your consent"
A_RECORDING: Final = "A recording"
LIGHT_SAVED: Final = "Saved {count} of {of}"
LIGHT_RECEIVED: Final = "Received {count} of {of}"
LIGHT_VERIFIED: Final = "Verified {count} of {of}"
LIGHT_PLAYABLE: Final = "Playable {count} of {of}"

# Staff.
PIN_TITLE: Final = "Staff PIN"
PIN_MORE: Final = "For staff only."
PIN_WRONG: Final = "This is not the PIN."
PIN_WAIT: Final = "Too many wrong PINs. Wait %n second.|Too many wrong PINs. Wait %n seconds."
PIN_CHOOSE_TITLE: Final = "Choose a staff PIN"
PIN_CHOOSE: Final = (
    "This kiosk has no PIN yet. Choose 4 to 12 digits; without them nobody can leave this screen."
)
PIN_AGAIN_TITLE: Final = "The same PIN again"
PIN_AGAIN: Final = "So that it is the one you meant."
PIN_DIFFERENT: Final = "The two were different. Choose again."
DIGITS_TYPED: Final = "%n digit typed|%n digits typed"
STAFF_TITLE: Final = "Staff"
STAFF_STUDY: Final = "Study: {title}"
STAFF_PARTICIPANT: Final = "Participant: {participant}"
STAFF_NO_SESSION: Final = "No session is running."
STAFF_WAITING: Final = "Waiting to be sent, of all sessions: {count}"
STAFF_SPACE: Final = "Space for {time} of recording"
STAFF_TAKE: Final = "{title}, take\N{NO-BREAK SPACE}{take}"
STAFF_TAKE_LENGTH: Final = "{take} ({length})"
TAKE_KEPT: Final = "Kept"
TAKE_DISCARDED: Final = "Discarded; it can still be kept"
TAKE_GONE: Final = "Discarded"
TAKE_PENDING: Final = "Not decided yet"
UNDO_DISCARD: Final = "Keep it after all"
UNDO_KEEP: Final = "Discard"
RECORD_PROMPT_AGAIN: Final = "Again: {title}"
RETRY_NOW: Final = "Try to send now"
REOPEN_DEVICES: Final = "Open camera and microphone again"
END_SESSION: Final = "End this session"
LEAVE_KIOSK: Final = "Leave the kiosk"
BACK_TO_PARTICIPANT: Final = "Back to the participant"
GO_WITHOUT_SOUND: Final = "Record this session without sound"
STAFF_FAULT: Final = (
    "Something went wrong inside the kiosk. Recordings are safe; the log says what."
)
STAFF_TROUBLE: Final = "What was wrong: {sentence}"
