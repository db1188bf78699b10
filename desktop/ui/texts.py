"""Every sentence that the window shows: constants in English, translated by whoever shows them.

Each one says what happened, whether the data is safe and what comes next, as far as it matters.
`&` marks a mnemonic, braces what is filled in, and `%n` the number of one form or the other:
`%n file|%n files`. A function here fills in, and says it in the language of the app.
It must hold no sentence outside a constant: those would stay English.
"""

from typing import TYPE_CHECKING, Final

from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.recording.disk import Basis


def _retold(sentence: str) -> str:
    # Other parts have said nothing yet when the window is painted.
    from desktop.ui.retelling import retell

    return retell(sentence)


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
ABOUT_TITLE: Final = "Holdfast {version}"
ABOUT_MORE: Final = (
    "Records people on camera and gets the recordings home.\n\n"
    "The source is under the MIT licence. PyAV contains x264: a bundle that contains them is "
    "distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter "
    "under the SIL Open Font License 1.1."
)
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
LIGHT_WORDS: Final = (YES, NOT_YET, SAVING, FREED, WAITING, STOPPED)

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


def to_decide(title: str, take: int, why: str, more: int) -> str:
    """A recording that somebody has to decide about, or may think better of, and how many more."""
    said = tr(TO_DECIDE).format(title=title, take=take, why=_retold(why))
    return tr(TO_DECIDE_AND_MORE, more).format(decision=said) if more else said


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
CAMERA_LINE: Final = "{name}, {width} × {height} at {fps}"
PREVIEW_OF: Final = "Live picture of {camera}"
BESIDE_PROBLEM_TITLE: Final = "{camera} is not recording."
TEST_SCENE: Final = "Built-in test scene"
LIVE_TEST_SCENE: Final = "Built-in test scene, live"
CAMERA_NUMBER: Final = "Camera {number}"


def recordings(count: int) -> str:
    """`1 recording`, `3 recordings`."""
    return tr(N_RECORDINGS, count)


def recording_title(participant: str, prompt: str | None) -> str:
    """What a recording is called in the list."""
    return f"{participant} · {prompt}" if prompt else participant


def recording_subtitle(take: int, camera: str, moment: str) -> str:
    """Under a recording's name; the camera where several recorded at once."""
    return " · ".join(each for each in (tr(TAKE).format(take=take), camera, moment) if each)


def percent(share: int) -> str:
    return tr(PERCENT).format(share=share)


def light_spoken(name: str, word: str) -> str:
    """What a screen reader says for one light."""
    return tr(LIGHT_SPOKEN).format(light=name, word=word)


def numbers_line(fps: str, lost: str) -> str:
    """Under the badge: how the recording goes in numbers."""
    return tr(NUMBERS_LINE).format(fps=fps, lost=lost)


def mark_name(number: int) -> str:
    """What a mark is called in the recording: the same on every computer of a study."""
    return MARK_NAME.format(number=number)


def camera_line(name: str, width: int, height: int, fps: str) -> str:
    return tr(CAMERA_LINE).format(name=name, width=width, height=height, fps=fps)


def preview_of(camera: str) -> str:
    """What a screen reader calls a further camera's picture."""
    return tr(PREVIEW_OF).format(camera=camera)


def beside_problem_title(camera: str) -> str:
    """Over a sentence about a camera beside the first one."""
    return tr(BESIDE_PROBLEM_TITLE).format(camera=camera)


def source_line(source: str) -> str:
    """The source before it has said what it is."""
    if source == "test":
        return tr(TEST_SCENE)
    if source == "test:live":
        return tr(LIVE_TEST_SCENE)
    return tr(CAMERA_NUMBER).format(number=source) if source.isdigit() else source


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


def free_of(total: str) -> str:
    return tr(FREE_OF).format(total=total)


def free_at_rate(free: str, rate: str, basis: "Basis") -> str:
    """Why the hours are what they are."""
    return tr(FREE_AT_RATE[basis]).format(free=free, rate=rate)


def overflow_free(free: str) -> str:
    """What the disk with the overflow folder has."""
    return tr(OVERFLOW_FREE).format(free=free)


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


def to_send(count: int) -> str:
    return recordings(count) if count else tr(NOTHING_TO_SEND)


def to_send_all_verified(count: int) -> str:
    return tr(ALL_VERIFIED, count) if count else tr(SENT_BY_THEMSELVES)


def to_send_size(amount: str, why: str) -> str:
    """How much, and why it is still here."""
    return tr(SIZE_AND_WHY if why else SIZE_ALONE).format(amount=amount, why=why)


def at_pace(pace: str) -> str:
    """How fast it goes and how long it takes, where that is known."""
    said = _retold(pace)
    return f"{said[0].upper()}{said[1:]}." if said else tr(SENDING_BY_ITSELF)


def sent_while_recorded(left: str | None) -> str:
    """A running recording is sent segment by segment."""
    if left is None:
        return tr(SENT_WHILE_RECORDED)
    return tr(SENT_WHILE_RECORDED_LEFT).format(left=left)


def pill_waiting(count: int) -> str:
    return tr(N_WAITING, count)


def pill_sending(count: int) -> str:
    return tr(SENDING_N, count)


def pill_with_waiting(state: str, count: int) -> str:
    return tr(STATE_AND_WAITING, count).format(state=state) if count else state


def pill_attention(count: int) -> str:
    return tr(N_NEED_YOU, count)


def pill_checking(count: int) -> str:
    return tr(VERIFIED_PREPARING, count)


def as_title(words: str) -> str:
    """The same words as a sentence of their own."""
    return f"{words}."


def attention_title(count: int) -> str:
    return as_title(pill_attention(count))


def attention_sentence(first_why: str) -> str:
    """The first reason; the list has the others."""
    if not first_why:
        return f"{tr(REASON_IN_LIST)} {tr(SAFE)}"
    return retold_and_safe(first_why)


def retold_and_safe(sentence: str) -> str:
    """What another part said in English; that recordings are safe, where it does not say so."""
    said = _retold(sentence)
    return said if "safe" in sentence else f"{said} {tr(SAFE)}"


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


def tray_recording(length: str, space: str | None) -> str:
    if space is None:
        return tr(TRAY_RECORDING).format(length=length)
    return tr(TRAY_RECORDING_SPACE).format(length=length, space=space)


def paused_line(length: str) -> str:
    """Where the recording's own clock stands, pauses included."""
    return tr(PAUSED_LINE).format(length=length)


def paused_long(span: str) -> str:
    """What is said again and again while somebody may have forgotten the pause."""
    return f"{tr(PAUSED_LONG).format(span=span)} {tr(PAUSED_NEXT)}"


def tray_paused(length: str) -> str:
    return tr(TRAY_PAUSED).format(length=length)


def tray_problem(sentence: str) -> str:
    return tr(TRAY_PROBLEM).format(sentence=sentence)


def picture_alarm_title(kind: str | None) -> str:
    titles = {"frozen": PICTURE_FROZEN_TITLE, "black": PICTURE_BLACK_TITLE}
    return tr(titles.get(kind or "", PICTURE_ALARM_TITLE))


def sound_lost(microphone: str) -> str:
    """A microphone that sends nothing any more; the name may be empty."""
    if not microphone:
        return tr(SOUND_LOST)
    return tr(SOUND_OF_LOST).format(microphone=microphone)


def use_device(name: str) -> str:
    """A button's label; a long name is cut."""
    short = name if len(name) <= 24 else f"{name[:23]}…"
    return tr(USE_DEVICE).format(name=short.replace("&", "&&"))


def tray_sending(count: int, amount: str, pace: str = "") -> str:
    said = tr(TRAY_SENDING_PACE if pace else TRAY_SENDING, count)
    return said.format(amount=amount, pace=_retold(pace))


def tray_waiting(count: int, since: str | None, why: str) -> str:
    """Count, oldest age and reason in one sentence each."""
    said = tr(TRAY_WAITING_SINCE if since else TRAY_WAITING, count)
    return said.format(since=since, why=_retold(why)).rstrip()


def tray_checking(count: int) -> str:
    return tr(TRAY_CHECKING, count)


def retry_failed(count: int) -> str:
    return tr(RETRY_FAILED).format(count=count)


def quit_label(unsent: int) -> str:
    return tr(QUIT_UNSENT, unsent) if unsent else tr(QUIT)


SILENT_BELOW_DB: Final = -58.0


NO_SOUND_YET: Final = "No sound yet"
SILENT: Final = "Silent"
QUIET: Final = "Quiet"
GOOD_LEVEL: Final = "Good level"
TOO_LOUD: Final = "Too loud"
LEVEL_WORDS: Final = (SILENT, QUIET, GOOD_LEVEL, TOO_LOUD)


def level_word(level_db: float | None) -> str:
    """How loud it is, in words."""
    if level_db is None:
        return tr(NO_SOUND_YET)
    if level_db < SILENT_BELOW_DB:
        return tr(SILENT)
    if level_db < -42:
        return tr(QUIET)
    return tr(GOOD_LEVEL) if level_db < -6 else tr(TOO_LOUD)


def meter_spoken(level: str, word: str) -> str:
    return f"{level}, {word}" if level else word


def command_failed(reason: str) -> str:
    """A command of the window failed for a reason that somebody else worded."""
    return retold_and_safe(reason if reason.endswith((".", "!", "?")) else f"{reason}.")


# Choosing camera and microphone.
CHOOSE_ANOTHER_MNEMONIC: Final = "Choose &another"
CHOOSE_ANOTHER: Final = "Choose another device"
CHANGE_DEVICES_MNEMONIC: Final = "&Change…"
CHANGE_DEVICES_HINT: Final = "Choose another camera or microphone, also while recording"
DEVICES_TITLE: Final = "Camera and microphone"
DEVICES_MENU: Final = "Camera and microphone…"
CAMERAS: Final = "Cameras"
MICROPHONES: Final = "Microphones"
WHICH_CAMERA: Final = "Place"
USE_DEVICES_MNEMONIC: Final = "&Use these"
USE_DEVICES: Final = "Use these devices"
LOOK_AGAIN_MNEMONIC: Final = "&Look again"
LOOK_AGAIN: Final = "Look for devices again"
CANCEL: Final = "Cancel"
LOOKING_FOR_DEVICES: Final = "Looking for cameras and microphones…"
NO_CAMERAS: Final = "No camera was found. Plug one in, then look again."
DEVICES_IDLE: Final = "What you choose is opened at once."
DEVICES_RECORDING: Final = (
    "A recording is running. It goes on with what you choose, in a new part; the change takes a"
    " few seconds, and the gap is noted."
)
CHANGING_DEVICE_TITLE: Final = "Changing the device."
CHANGING_TITLE: Final = "Opening what you chose…"
NO_SOUND_WANTED: Final = "None: picture only"
BUILT_IN_TONE: Final = "Built-in test tone"
NOT_PLUGGED_IN: Final = "not plugged in"
IN_USE: Final = "in use"
IN_USE_ELSEWHERE: Final = "in use for another picture here"


def device_with_note(name: str, *notes: str) -> str:
    """A line of a device list; empty notes are left out."""
    said = ", ".join(each for each in notes if each)
    return f"{name} ({said})" if said else name


SYSTEM_DEFAULT: Final = "The system’s default"
SYSTEM_DEFAULT_IS: Final = "The system’s default: {name}"
PLACE_OF_CAMERA: Final = "Picture {number}: {name}"


def system_microphone(name: str) -> str:
    """Whatever the system takes for its microphone, and which one that is now."""
    return tr(SYSTEM_DEFAULT_IS).format(name=name) if name else tr(SYSTEM_DEFAULT)


def place_of_camera(number: int, name: str) -> str:
    """Which of several cameras is to be changed; 1 is the large picture."""
    return tr(PLACE_OF_CAMERA).format(number=number, name=name)


# Sending: pause, speed, rules.
PAUSE_SENDING: Final = "Pause sending"
PAUSE_SENDING_MNEMONIC: Final = "Pause se&nding"
PAUSE_SENDING_HINT: Final = "Send nothing for a while; recording goes on"
PAUSE_HOUR: Final = "For an hour"
PAUSE_TOMORROW: Final = "Until tomorrow"
PAUSE_OPEN: Final = "Until I resume"
RESUME_SENDING: Final = "Resume sending"
RESUME_SENDING_MNEMONIC: Final = "R&esume sending"
RESUME_SENDING_HINT: Final = "Send what waits again"
SENDING_IS_PAUSED: Final = "Sending is paused."
SPEED: Final = "Speed while recording"
SPEEDS: Final = {
    "full": "Full speed",
    "gentle": "Gentle: half of the line",
    "off": "Send nothing while recording",
}
SETTINGS_MENU: Final = "Settings…"
BUNDLE_MENU: Final = "Diagnostics bundle…"
LOG_MENU: Final = "Log…"
SETTINGS_TITLE: Final = "Settings"
SENDING_PAGE: Final = "Sending"
SENDING_PAGE_HINT: Final = (
    "Recordings are safe on this computer whether they are sent or not. These rules only say when"
    " they leave it. They hold from the moment they are saved."
)
RATE_LIMIT_MNEMONIC: Final = "Speed &limit"
RATE_LIMIT: Final = "Speed limit"
NO_LIMIT: Final = "No limit"
WHILE_RECORDING_MNEMONIC: Final = "&While recording"
WHILE_RECORDING: Final = "While recording"
QUIET_HOURS_MNEMONIC: Final = "&Quiet hours"
QUIET_HOURS: Final = "Quiet hours"
QUIET_HOURS_EMPTY: Final = "None. For example 08:00-18:00, 22:00-06:00"
DAILY_BUDGET_MNEMONIC: Final = "&Data a day"
DAILY_BUDGET: Final = "Data a day"
ON_METERED_MNEMONIC: Final = "&Metered connections"
ON_METERED: Final = "Metered connections"
ON_METERED_CHOICES: Final = {"send": "Send all the same", "wait": "Wait for another network"}
WAIT_ON_MNEMONIC: Final = "&Never send on"
WAIT_ON: Final = "Never send on"
WAIT_ON_EMPTY: Final = "None. Names of connections, with commas"
SAVE_MNEMONIC: Final = "&Save"
SAVE: Final = "Save the settings"
FIXED_BY: Final = "Decided by the environment: {variable}."


def fixed_by(variable: str) -> str:
    """Why a setting cannot be changed here."""
    return tr(FIXED_BY).format(variable=variable)
