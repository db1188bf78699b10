"""Every sentence of the help windows. Pure; `&` marks a mnemonic, `{name}` is filled in."""

from typing import Final

# Something went wrong.
FAULT_TITLE: Final = "Something went wrong. Your recordings are safe."
FAULT_SENTENCE: Final = (
    "A part of the window did not do what it should. What is being recorded goes on, and what was "
    "recorded stays on this computer. You can go on working; a restart sets the window right."
)
CRASH_TITLE: Final = "Holdfast stopped unexpectedly at {time}. Your recordings are safe."
CRASH_SENTENCE: Final = (
    "Everything up to then was looked at when Holdfast started, and what was unfinished has been "
    "completed. Sending goes on by itself."
)
CRASH_RECOVERED: Final = "{recovered} Sending goes on by itself."
DETAILS: Final = "What was noted"
CONTINUE_MNEMONIC: Final = "&Continue"
RESTART_MNEMONIC: Final = "&Restart"
SAVE_REPORT_MNEMONIC: Final = "&Save report…"
SAVE_REPORT: Final = "Save a report for whoever helps"
RESTART_QUESTION: Final = "A recording is running. Stop it, keep it and restart?"

# The log.
LOG_TITLE: Final = "Log"
LOG_INTRO: Final = "The newest {count} lines that Holdfast noted on this computer."
LOG_NAME: Final = "Lines of the log"
LOG_COLUMNS: Final = ("Time", "Level", "Part", "What was noted")
LEVEL_NAME: Final = "Show"
LEVELS: Final = {
    "debug": "Everything",
    "info": "Notes and worse",
    "warning": "Warnings and worse",
    "error": "Errors only",
}
LEVEL_WORDS: Final = {
    "debug": "Detail",
    "info": "Note",
    "warning": "Warning",
    "error": "Error",
    "critical": "Failure",
}
FIND_NAME: Final = "Find in the log"
FIND_EMPTY: Final = "Find…"
FOLLOW_MNEMONIC: Final = "&Follow new lines"
COPY_MNEMONIC: Final = "&Copy"
COPY: Final = "Copy the selected lines, or all that are shown"
CLOSE_MNEMONIC: Final = "C&lose"
LOG_EMPTY: Final = "Nothing was noted yet."
LOG_UNREADABLE: Final = "The log cannot be read ({reason}). Recordings are not affected."

# The bundle.
BUNDLE_TITLE: Final = "Diagnostics bundle"
BUNDLE_INTRO: Final = (
    "One zip file for whoever helps you. It holds what is listed here: no picture, no sound, no "
    "token, no key and no PIN."
)
BUNDLE_LIST: Final = "What goes into the bundle"
BUNDLE_COLUMNS: Final = ("File", "Size", "What it says")
BUNDLE_MEANINGS: Final = {
    "versions.json": "Holdfast, Python, the system and all packages with their versions",
    "settings.toml": "The settings, without secrets",
    "environment.json": "The variables that Holdfast and its windows look at",
    "devices.json": "Cameras and microphones",
    "disk.json": "How full the disk is",
    "queue.json": "Recordings with their state, as the queue shows them",
    "checks.json": "What a quick check of this computer and the receiver found",
    "logs/app.log": "What the window noted",
    "logs/crash.log": "What was left by a crash",
    "logs/receiver.log": "What the receiver on this computer noted",
}
BUNDLE_LOG: Final = "A log, or an older part of one"
GATHERING: Final = "Looking at this computer. This takes a few seconds…"
PARTICIPANTS_MNEMONIC: Final = "Keep &participants' ids readable"
PARTICIPANTS_HINT: Final = "Otherwise each is replaced by a short code that means the same one."
SAVE_MNEMONIC: Final = "&Save…"
SAVE_NAME: Final = "Save the diagnostics bundle"
ZIP_FILES: Final = "Zip files (*.zip)"
BUNDLE_SAVED: Final = "Saved as {file}. Nothing was sent anywhere."
BUNDLE_NOT_SAVED: Final = "It was not saved ({reason}). Choose another folder."
BUNDLE_FAILED: Final = "It could not be gathered ({reason}). Recordings are not affected."

# About.
ABOUT_TITLE: Final = "About Holdfast"
ABOUT_NAME: Final = "Holdfast {version}"
ABOUT_SENTENCE: Final = "Records people on camera and gets the recordings home."
ABOUT_LICENCE: Final = (
    "The source is under the MIT licence. PyAV contains x264: a bundle that contains it is "
    "distributed under GPL-3.0-or-later. Qt for Python is used under LGPL-3.0, the typeface Inter "
    "under the SIL Open Font License 1.1."
)
PARTS: Final = "What Holdfast is built with"
NO_LICENCE: Final = "its files say"
NO_LICENCE_TEXT: Final = "This package brings no licence text. Its page: {page}"
LICENCE_TEXT: Final = "Licence text"
