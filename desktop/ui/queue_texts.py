"""Every sentence of the queue's window. Constants only; `&` marks a mnemonic, `%n` a number."""

from typing import Final

TITLE: Final = "Upload queue"
WINDOW_TITLE: Final = "Upload queue · Holdfast"
COLUMNS: Final = (
    "Recording",
    "State",
    "Progress",
    "Size",
    "Speed",
    "Time left",
    "Tries",
    "Next try",
    "Details",
)
TABLE: Final = "Recordings in the queue"

# States of a recording, in a word.
RECORDING: Final = "Recording"
WAITING: Final = "Waiting"
SENDING: Final = "Sending"
CHECKING: Final = "Checking"
AGAIN: Final = "Will try again"
NO_INTERNET: Final = "Waiting for internet"
NO_RECEIVER: Final = "Waiting for receiver"
STOPPED: Final = "Waiting"
PAUSED: Final = "Paused"
NEEDS_YOU: Final = "Needs you"
TO_DECIDE: Final = "To decide"
ASIDE: Final = "Set aside"
SENT: Final = "Sent"
NOT_SENT: Final = "Not sent"

# Details of a recording that nothing is in the way of.
PREPARING: Final = "Received and verified. The receiver is preparing the video."
AT_HOME: Final = "Safe at the receiver."
FREED: Final = "Safe at the receiver; deleted here to free space."
COMPARING: Final = "The receiver compares checksums."
ON_ITS_WAY: Final = "On its way."
IN_LINE: Final = "In line."
FIRST_IN_LINE: Final = "First in line."
DISCARDED: Final = "Discarded. It is not sent."

# Cells.
TAKE: Final = "Take {take} · {moment}"
TAKE_ALONE: Final = "Take {take}"
PERCENT: Final = "{share}\N{NO-BREAK SPACE}%"
SPEED: Final = "{size}/s"
SECONDS: Final = "{seconds}\N{NO-BREAK SPACE}s"
MINUTES: Final = "{minutes}\N{NO-BREAK SPACE}min"
MINUTES_SECONDS: Final = "{minutes}\N{NO-BREAK SPACE}min {seconds}\N{NO-BREAK SPACE}s"
HOURS: Final = "more than {hours}\N{NO-BREAK SPACE}h"
NEXT_IN: Final = "in {time}"
NEXT_NOW: Final = "now"
NEXT_ONLINE: Final = "when online"
SPOKEN_PROGRESS: Final = "Progress: {share} percent"
SPOKEN_STATE: Final = "State: {state}"
SPOKEN_CELL: Final = "{column}: {value}"
SPOKEN_NOTHING: Final = "{column}: none"

# Tools.
RETRY_FAILED: Final = "&Retry failed ({count})"
RETRY_NONE: Final = "&Retry failed"
RETRY_HINT: Final = "Start everything afresh that needs a person"
PAUSE: Final = "&Pause sending"
PAUSE_HINT: Final = "Send nothing for a while; recording goes on"
RESUME: Final = "R&esume sending"
RESUME_HINT: Final = "Send what waits again"
TRY_NOW: Final = "Try &now"
TRY_NOW_HINT: Final = "End every wait and try to send now"
OPEN_FOLDER: Final = "&Open folder"
OPEN_FOLDER_HINT: Final = "Show the recordings folder"
MORE: Final = "&More"
MORE_HINT: Final = "Free space, a disk that travels, the receiver's key"
FREE_SPACE: Final = "Free space…"
EXPORT: Final = "Copy to a disk that travels…"
IMPORT: Final = "Take receipts from a disk…"
RECEIVER: Final = "Receiver and its key…"
FILTERS: Final = ("All ({count})", "Needs you ({count})", "Not sent ({count})", "Sent ({count})")
FILTER: Final = "Which recordings to show"
FIND: Final = "Find participant or prompt"
FIND_HINT: Final = "Show only recordings with these words (Ctrl+F)"

# What can be done with one recording, or with those selected.
DO_TRY_NOW: Final = "Try now"
DO_FIRST: Final = "Send first"
DO_PAUSE: Final = "Pause this"
DO_RESUME: Final = "Resume this"
DO_PLAY: Final = "Play…"
DO_NOTE: Final = "Note…"
DO_SHOW: Final = "Show file"
DO_COPY: Final = "Copy details"
DO_KEEP: Final = "Keep"
DO_FREE: Final = "Delete the copy here…"
DO_REMOVE: Final = "Remove from queue…"
DO_TRY_NOW_MNEMONIC: Final = "Tr&y now"
DO_SHOW_MNEMONIC: Final = "&Show file"
DO_COPY_MNEMONIC: Final = "&Copy details"
DO_MORE: Final = "More…"
DO_MORE_HINT: Final = "All that can be done with the selected recordings"

# What was done: every action answers.
DONE_TRY_NOW: Final = "%n recording is tried now.|%n recordings are tried now."
DONE_FIRST: Final = (
    "%n recording is sent before all others.|%n recordings are sent before all others."
)
DONE_PAUSE: Final = (
    "%n recording is paused. It is safe here; Resume this sends it."
    "|%n recordings are paused. They are safe here; Resume this sends them."
)
DONE_RESUME: Final = "%n recording is sent in its turn.|%n recordings are sent in their turn."
DONE_ASIDE: Final = (
    "%n recording is set aside. Its files stay here; Try now sends it after all."
    "|%n recordings are set aside. Their files stay here; Try now sends them after all."
)
DONE_DISCARD: Final = (
    "%n recording is discarded. For ten minutes Keep brings it back."
    "|%n recordings are discarded. For ten minutes Keep brings them back."
)
DONE_KEEP: Final = "%n recording is kept.|%n recordings are kept."
DONE_RETRY: Final = (
    "%n recording that needed you starts afresh.|%n recordings that needed you start afresh."
)
DONE_COPY: Final = (
    "The details of %n recording are on the clipboard."
    "|The details of %n recordings are on the clipboard."
)
DONE_TRY_ALL: Final = "Trying to send now."
DONE_PAUSED_ALL: Final = "Sending is paused."
DONE_RESUMED_ALL: Final = "Sending goes on."
BUT_PAUSED: Final = "{done} Sending as a whole is paused: it goes on when you resume it."
BUT_STOPPED: Final = "{done} {stopped}"
FILE_GONE: Final = "The folder is not there any more: {path}. Was the disk unplugged?"
NOT_DONE: Final = "That did not work. {why}"

# The banner.
NEEDS_TITLE: Final = "%n recording needs you|%n recordings need you"
NEEDS_AND_MORE: Final = "{first} (and %n other reason)|{first} (and %n other reasons)"
NEEDS_NO_REASON: Final = "The reason stands beside it in the list. {safe}"
TRY_AGAIN: Final = "Try a&gain"
SHOW_NEEDS: Final = "S&how in the list"
TOO_LONG_TITLE: Final = "The receiver has taken nothing for a long time"
TOO_LONG: Final = "{why} It is tried again by itself. Tell whoever looks after the receiver."
STOPPED_TITLE: Final = "Nothing is sent at the moment"
PAUSED_TITLE: Final = "Sending is paused"

# The details.
NOTHING_SELECTED: Final = "Select a recording to see every try at sending it."
SELECTED: Final = "%n recording selected|%n recordings selected"
SELECTED_MORE: Final = "{size} in all, {unsent} of it not sent yet."
ID_LINE: Final = "id {id} · {segments} segments · {frames} frames · {lost} lost · {folder}"
TRIES: Final = "Every try"
TRIES_COLUMNS: Final = ("When", "What", "Took", "Sent", "Answer")
TRIES_NONE: Final = "Nothing of it was tried yet."
TRIES_MORE: Final = "The newest {shown} of {all} tries"
TRY_SEGMENT: Final = "Segment {segment}"
TRY_ACTIONS: Final = {
    "announce": "Announcement",
    "finalise": "Manifest",
    "ask": "Does it play?",
    "preview": "Preview picture",
    "annotate": "Later findings",
    "free": "Deleting the copy here",
    "discard": "Discarding",
    "withdraw": "Withdrawal",
}
TRY_OUTCOMES: Final = {
    "done": "Done",
    "retry": "Did not work, tried again later",
    "failed": "Refused",
    "refused": "Refused",
    "held": "Held back",
    "away": "The disk was not connected",
    "left": "Left out",
    "forgotten": "The receiver did not know it",
    "missing": "The receiver misses something",
    "withdrawn": "Withdrawn",
    "discarded": "Discarded",
}
TRY_ANSWER: Final = "{outcome}: {reason}"
TRY_CODE: Final = "{answer} (code {status})"
COPY_HEAD: Final = "{title}\nid {id}\nState: {state}\n{details}\nFolder: {folder}"
COPY_TRY: Final = "{when}  {what}  {took}  {sent}  {answer}"

# The footer.
UNSENT: Final = "%n not sent, {size}|%n not sent, {size}"
ALL_SENT: Final = "Everything is sent"
FOOTER_ASIDE: Final = "%n set aside|%n set aside"
FOOTER_PACE: Final = "{speed}, {left} left"
FOOTER_CONTACT: Final = "{receiver}: last contact {time}"
FOOTER_SPEED: Final = "{speed}"

# Empty.
EMPTY_TITLE: Final = "Nothing in the queue"
EMPTY_SENTENCE: Final = "Every recording appears here by itself as soon as it begins."
NONE_FOUND_TITLE: Final = "No recording fits"
NONE_FOUND_SENTENCE: Final = "Choose another filter, or look for other words."
READING_TITLE: Final = "Reading the queue…"

# Remove from queue.
REMOVE_TITLE: Final = "Remove from queue"
REMOVE_QUESTION: Final = (
    "Do not send this recording any more?|Do not send these %n recordings any more?"
)
REMOVE_MORE: Final = (
    "Set aside, its files stay on this computer and Try now sends it after all. Discarded, it is"
    " deleted here and at the receiver; for ten minutes that can be undone."
)
REMOVE_ASIDE: Final = "Set &aside, keep the files"
REMOVE_DISCARD: Final = "&Discard"
CANCEL: Final = "Cancel"

# Errands: what takes its time.
CLOSE: Final = "Close"
STOP: Final = "&Stop"
WORKING: Final = "Working…"
ERRAND_FAILED: Final = "That did not work. {why}"
ERRAND_STOPPED: Final = "Stopped. What was done so far stays done."
AND_MORE: Final = "and %n more|and %n more"
STAYS: Final = "Stays: {why}"
WRONG: Final = "Needs attention: {why}"

FREE_TITLE: Final = "Free space"
FREE_LOOKING: Final = "Looking which copies may go…"
FREE_INTRO: Final = (
    "These copies can be deleted on this computer: the receiver has signed for the recordings."
    " Before each one goes, the receiver reads its own copy again; what it does not confirm stays."
)
FREE_NONE: Final = "Nothing can be freed now. What is not safe at the receiver always stays."
FREE_ROW: Final = "{size}, received {moment}"
FREE_DO: Final = "&Delete %n copy here ({size})|&Delete %n copies here ({size})"
FREE_DONE_ROW: Final = "Deleted here, {size} free"
FREE_DOING: Final = "{done} of {all}: the receiver reads its copies again"
FREE_REPORT: Final = (
    "%n copy deleted here, {size} free. The recording is at the receiver."
    "|%n copies deleted here, {size} free. The recordings are at the receiver."
)
FREE_REPORT_STAYED: Final = "{freed} %n stayed.|{freed} %n stayed."

EXPORT_TITLE: Final = "Copy to a disk that travels"
EXPORT_CHOOSE: Final = "The disk that travels"
EXPORT_INTRO: Final = (
    "What waits is copied to {folder}. Take the disk to the receiver; the recordings stay on this"
    " computer until their receipts are back. Run again, it goes on where it stopped."
)
EXPORT_ENCRYPT: Final = "&Encrypt it, so that only the receiver can open it"
EXPORT_DO: Final = "&Copy"
EXPORT_DOING: Final = (
    "Copying; %n recording is on the disk so far|Copying; %n recordings are on the disk so far"
)
EXPORT_ROW: Final = "On the disk"
EXPORT_REPORT: Final = (
    "%n recording is on the disk now ({size} written). Unmount it before you pull it out."
    "|%n recordings are on the disk now ({size} written). Unmount it before you pull it out."
)
EXPORT_NOTHING: Final = "Nothing new had to be copied."
EXPORT_FULL: Final = "{report} The disk is full: take another one for the rest, or come again."

IMPORT_TITLE: Final = "Take receipts from a disk"
IMPORT_INTRO: Final = (
    "Receipts that came back in {folder} are checked and stored; what they prove counts as"
    " received and verified."
)
IMPORT_CLEAR: Final = "&Delete from the disk what is verified, so that it has room again"
IMPORT_DO: Final = "&Take receipts"
IMPORT_REPORT: Final = "%n recording is verified now.|%n recordings are verified now."
IMPORT_BEFORE: Final = "{report} %n was before.|{report} %n were before."
IMPORT_CLEARED: Final = (
    "{report} %n was deleted from the disk.|{report} %n were deleted from the disk."
)

RECEIVER_TITLE: Final = "Receiver and its key"
RECEIVER_ASKING: Final = "Asking the receiver who it is…"
RECEIVER_GOOD: Final = "It answers, and it is the one that this computer knows."
RECEIVER_ROWS: Final = ("Address", "Receiver", "Key", "Known since")
RECEIVER_OTHER: Final = (
    "The receiver answers with another key: {key}. Until somebody has compared it, nothing is sent"
    " and every recording is safe here. Ask the receiver's admin for its key (it stands on the"
    " receiver's page), compare it letter by letter, and trust it only if it is the same."
)
RECEIVER_NEW_KEY: Final = "Its key now"
RECEIVER_DO: Final = "&Trust the key {key}"
RECEIVER_TRUSTED: Final = "The key {key} is trusted from now on. What waits is sent."

# The tray.
PILL_STOPPED: Final = "Sending is stopped"
TRAY_QUEUE: Final = "Show queue…"
TRAY_QUEUE_WAITING: Final = "Show queue ({waiting} waiting)…"
TRAY_QUEUE_NEEDS: Final = (
    "Show queue ({waiting} waiting, %n needs you)…|Show queue ({waiting} waiting, %n need you)…"
)
TRAY_STOPPED: Final = "Sending is stopped. {why}"
TRAY_ASIDE: Final = (
    "%n recording is set aside and not sent.|%n recordings are set aside and not sent."
)
TRAY_SPACE: Final = "Space for {time} is left. Recordings that are sent can be deleted here."

# Notifications: these three, and no others.
NEWS_SENT: Final = "%n recording was sent|All %n recordings were sent"
NEWS_SENT_SENTENCE: Final = "Everything that waited while there was no contact is at the receiver."
NEWS_SPACE: Final = "Space for {time} is left"
NEWS_SPACE_SENTENCE: Final = "Recordings that are sent can be deleted here: Upload queue, More."
