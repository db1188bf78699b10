"""What menus and questions say of sending, its pause, speed and rules: constants in English."""

from typing import Final

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
