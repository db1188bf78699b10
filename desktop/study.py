"""The study: what a participant reads, agrees to and records, and `load` for its YAML file.

The values are in `desktop/study_values.py`, what a file may say in `desktop/study_reading.py`.
"""

from pathlib import Path

from desktop.study_values import (
    CONSENT_PROMPT,
    CaptureWish,
    Consent,
    ConsentRecording,
    Fault,
    NumberProblem,
    ParticipantRule,
    Prompt,
    Study,
    StudyFaulty,
)

__all__ = [
    "CONSENT_PROMPT",
    "CaptureWish",
    "Consent",
    "ConsentRecording",
    "Fault",
    "NumberProblem",
    "ParticipantRule",
    "Prompt",
    "Study",
    "StudyFaulty",
    "load",
]


def load(path: Path) -> Study:
    """Read a study's file. Raises StudyFaulty with every fault, and OSError."""
    # Who only shows a study needs no YAML.
    from desktop.study_reading import parse, text_of

    return parse(text_of(path.read_bytes(), str(path)), str(path))
