"""Every sentence of the settings window. Pure; `&` marks a mnemonic, `{name}` is filled in."""

from typing import Final

TITLE: Final = "Settings"
PAGES_NAME: Final = "Pages"
PAGES: Final = ("General", "Recording", "Sending", "Storage", "Receiver", "Kiosk", "Help")
INTRO: Final = "What you change holds at once, unless a line says otherwise."
INTRO_NEXT_START: Final = "What you change here holds from the next start on."
CLOSE_MNEMONIC: Final = "Clos&e"
PUT_BACK: Final = "Put back to {value}"
PUT_BACK_EMPTY: Final = "Put back to nothing"
NEXT_START: Final = "From the next start on."
SAVED: Final = "Saved."
NOT_SAVED: Final = "This was not saved. {why}"
CHOOSE_MNEMONIC: Final = "C&hoose…"

LABELS: Final = {
    "appearance.scheme": "Look",
    "appearance.language": "Language",
    "control.socket": "Programs on this computer may control the window",
    "lsl.enabled": "Lab Streaming Layer",
    "capture.width": "Width of the picture",
    "capture.height": "Height of the picture",
    "capture.fps": "Pictures a second",
    "capture.framing_guide": "Show where a face should be",
    "capture.encoder": "Encoder",
    "capture.upload": "When recordings may leave",
    "capture.sync_mark": "Flashes and beeps to measure by",
    "capture.pause_reminder_minutes": "Remind of a pause every",
    "capture.stop_guard": "Guard against a stop by accident",
    "quality.enabled": "Check picture and sound",
    "quality.faces": "A face is expected in the picture",
    "quality.least_seconds": "Point out recordings shorter than",
    "alarms.sound": "Call staff by sound",
    "uploader.limit_rate_kb_s": "Speed limit",
    "uploader.while_recording": "While recording",
    "uploader.quiet_hours": "Quiet hours",
    "uploader.daily_budget_mb": "Data a day",
    "uploader.on_metered": "Metered connections",
    "uploader.wait_on": "Never send on",
    "uploader.max_parallel": "Connections at the same time",
    "uploader.ca_file": "Further certificates to trust",
    "disk.overflow_folder": "Second folder, when the disk is full",
    "disk.amber_minutes": "Space is low below",
    "disk.red_minutes": "Space is very low below",
    "disk.stop_minutes": "End a recording in good order below",
    "disk.ballast_mib": "Space in reserve",
    "kiosk.camera": "Camera of the kiosk",
    "kiosk.microphone": "Microphone of the kiosk",
    "freeing.when": "Remove copies that were sent",
    "freeing.after_days": "Keep every copy for at least",
    "freeing.least_free_gb": "Space is short below",
}
HINTS: Final = {
    "control.socket": "For experiment software that starts, marks and stops recordings.",
    "lsl.enabled": "Notes its markers and publishes the times of pictures. Needs pylsl.",
    "capture.encoder": "Hardware is used only after it has passed a trial on this computer.",
    "capture.upload": "For sensitive studies: nothing leaves before somebody has kept it.",
    "capture.sync_mark": "Not for people whom flashing light may hurt.",
    "capture.stop_guard": "Hold the button for a second, or press F9 twice.",
    "quality.enabled": "The result is kept with every recording and said after it.",
    "alarms.sound": "A short sound every ten seconds while camera, microphone or disk fail.",
    "uploader.while_recording": "Recording always comes first; this says how much is left to it.",
    "uploader.quiet_hours": "When nothing is sent: 08:00-18:00, 22:00-06:00.",
    "uploader.wait_on": "Names of connections, separated by commas.",
    "uploader.ca_file": "A file with certificates, for a receiver that has one of its own.",
    "disk.overflow_folder": "On another disk. Recordings go on there when this one is full.",
    "disk.ballast_mib": "Given back when the disk is full, so that a recording can be closed.",
    "freeing.when": "Only what the receiver has just confirmed that it holds; nothing else.",
    "freeing.after_days": "Longer than the time between two backups of the receiver.",
}
SCHEMES: Final = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}
LANGUAGE_SYSTEM: Final = "As the system"
ENCODERS: Final = {
    "auto": "The best that was tried",
    "x264": "Always x264",
    "camera": "The camera's own pictures, untouched",
}
UPLOADS: Final = {
    "while_recording": "While recording",
    "after_accept": "Once somebody has kept them",
}
SYNC_MARKS: Final = {"off": "None", "start": "At the beginning", "both": "At both ends"}
SPEEDS: Final = {
    "full": "Full speed",
    "gentle": "Gentle: half of the line",
    "off": "Send nothing while recording",
}
METERED: Final = {"send": "Send all the same", "wait": "Wait for another network"}
FREEING: Final = {
    "never": "Never by itself",
    "after_days": "After some days",
    "when_needed": "When space is short",
}
NO_LIMIT: Final = "No limit"
NEVER: Final = "Never"
NONE: Final = "None"

AUTOSTART: Final = "Start with this computer"
AUTOSTART_HINT: Final = "Starts in the tray after you have signed in, so that sending goes on."
HOME: Final = "Recordings and everything else are kept in"
OPEN_FOLDER_MNEMONIC: Final = "&Open"
OPEN_FOLDER: Final = "Open the folder of recordings"
DEVICES_MNEMONIC: Final = "Camera and &microphone…"
DEVICES: Final = "Choose camera and microphone"
FREE_MNEMONIC: Final = "&Free space now…"

KIOSK_DEVICE: Final = {"": "What the study or the window says"}
KIOSK_DEVICES_HINT: Final = "They are opened when the kiosk is started the next time."
KIOSK_INTRO: Final = (
    "The PIN opens the staff's corner of the kiosk and lets people leave it. It is kept as a hash."
)
PIN_MNEMONIC: Final = "New &PIN"
PIN: Final = "New PIN of the operator"
PIN_AGAIN_MNEMONIC: Final = "&Again"
PIN_AGAIN: Final = "The same PIN again"
PIN_EMPTY: Final = "4 to 12 digits"
SET_PIN_MNEMONIC: Final = "&Set the PIN"
REMOVE_PIN_MNEMONIC: Final = "&Remove the PIN"
PIN_IS_SET: Final = "A PIN is set."
PIN_IS_NOT_SET: Final = "No PIN is set: anybody can leave the kiosk."
PIN_DIFFERS: Final = "The two are not the same. Nothing was changed; type both again."
PIN_UNFIT: Final = "A PIN has 4 to 12 digits and nothing else. Nothing was changed."

HELP_INTRO: Final = (
    "When something is not as it should be: see what Holdfast noted, or save all that helps to "
    "find out. Recordings are never part of it."
)
LOG_MNEMONIC: Final = "Show the &log…"
BUNDLE_MNEMONIC: Final = "Save a &diagnostics bundle…"
ABOUT_MNEMONIC: Final = "A&bout Holdfast…"
