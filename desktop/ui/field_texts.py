"""What the field window says beyond the common sentences: study, note, marks, guide, trip.

Constants in English, translated by whoever shows them; docs/translating.md has the rules.
"""

from typing import Final

# The study.
STUDY: Final = "Study: {title}"
NO_STUDY: Final = "No study"
STUDY_HINT: Final = "Which study the next recordings belong to (Ctrl+T)"
STUDY_NAME: Final = "Study of the next recordings"
STUDY_LANGUAGES: Final = "Language of the study"
OPEN_STUDY: Final = "Open a study file…"
OPEN_STUDY_TITLE: Final = "Open a study file"
STUDY_FILES: Final = "Study files"
STUDY_FAULTY_TITLE: Final = "This study file cannot be used."
STUDY_FAULTY: Final = "{faults} Nothing was changed; recordings are safe on this computer."
STUDY_GONE_TITLE: Final = "The chosen study is not here."
STUDY_GONE: Final = (
    "“{study}” is neither a study that this computer was given nor a file that can be read. "
    "You can record without a study, or choose another one."
)

# Who and what.
RANDOM: Final = "Make a new id"
RANDOM_HINT: Final = "Make an id that says nothing about the person"
NOTE: Final = "Note"
NOTE_EMPTY: Final = "Note about this recording"
NOTE_HINT: Final = "Kept with the recording and sent with it"
NOT_LIKE: Final = "Numbers of this study look like {example}. You can record all the same."
NOT_OF_STUDY: Final = "This is no number of this study. You can record all the same."
AGREED: Final = "Agreed to the text, version {version}"
AGREED_HINT: Final = (
    "Without it the recording is made and kept, and nothing of it leaves this computer before the "
    "participant has agreed"
)

# Marks.
MARK_WORDS: Final = "What is happening?"
MARK_WORDS_EMPTY: Final = "What is happening? Enter marks it"
MARK_LINE: Final = "{time}  {name}"
LAST_MARKS: Final = "Last marks"

# The guide on the picture.
GUIDE: Final = "Framing guide"
GUIDE_MENU: Final = "Framing guide on the picture"
# Space and the trip.
OURS: Final = "Recordings {size}"
OTHERS: Final = "Other files {size}"
FREE: Final = "Free {size}"
DISK_SPOKEN: Final = "{ours}, {others}, {free}"
SESSIONS_LEFT: Final = (
    "Space for %Ln more session like the last ones.|Space for %Ln more sessions like the last ones."
)
NO_SESSION_LEFT: Final = "No space for another session like the last ones."
HOME_NOW: Final = "The {size} waiting need about {span} on this network."
HOME_NOW_SOON: Final = "The {size} waiting need less than a minute on this network."
HOME_LAST_SOON: Final = "The {size} waiting need less than a minute at the last speed."
HOME_LAST: Final = "The {size} waiting need about {span} at the last speed."

# Stopping is never an accident.
HOLD_TO_STOP: Final = "Keep the button pressed for a second to stop."
AGAIN_TO_STOP: Final = "Press {key} again to stop."
