"""What stands inside the sentences of others: counts and times that are words too.

By these patterns `retelling.py` knows them again. Pure.
"""

from typing import Final

FACTS: Final = (
    "{count} recording",
    "{count} recordings",
    "{count} file",
    "{count} files",
    "{count} segment",
    "{count} segments",
    "{count} minute",
    "{count} minutes",
    "{count} hours",
    "{count} day",
    "{count} days",
    "{count} bytes",
    "a few seconds left",
    "about {seconds} s left",
    "about {minutes} min left",
    "about {hours} h left",
    "about {hours} h {minutes} min left",
    "about {days} days left",
    "{speed}/s, {left}",
    "less than 1 min",
    " all the time",
    " for {share} % of the time",
    " at {time}",
    "on {date} ",
    "Mark {number}",
    "{count} recording recovered, {length}",
    "{count} recordings recovered, {length}",
    "recordings {ours} GB, other files {others} GB",
    "soon",
    "after {time}",
)
