"""How what happens changes what the kiosk knows: facts and an event in, new facts out. Pure."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.framing import Advice, advice
from desktop.kiosk.state import FlowState, Page
from desktop.recording.model import Progress
from desktop.recording.sighting import Sighting
from desktop.station_events import QualityChecked
from desktop.ui.asked import PrepareAsked, RecordAsked, StopAsked
from desktop.ui.kiosk.facts import Facts
from desktop.ui.kiosk.wording import QUIET_DB, VOICE_DB
from desktop.ui.recorder_state import RecorderState, after

_WITHOUT_DEVICES: Final = (Page.WELCOME, Page.RESUME, Page.CLOSING, Page.GOODBYE)


def after_event(facts: Facts, event: object) -> Facts:
    """The recorder has told of something."""
    facts = replace(facts, recorder=after(facts.recorder, event))
    if isinstance(event, QualityChecked):
        qualities = {**facts.qualities, event.recording: event.quality}
        facts = replace(facts, qualities=qualities)
    if isinstance(event, Progress) and event.level_db is not None:
        facts = replace(facts, heard=facts.heard or event.level_db > QUIET_DB)
    return facts


def is_voice(event: object) -> bool:
    """Whether the recorder has just heard somebody speak."""
    if not isinstance(event, Progress) or event.level_db is None:
        return False
    return event.level_db > VOICE_DB


def after_look(facts: Facts, sighting: Sighting | None, now_ns: int) -> Facts:
    """This was seen in the live picture; None where nobody looks."""
    said = advice(sighting, now_ns)
    lit = None if sighting is None else said is not Advice.TOO_DARK
    return replace(facts, advice=said, lit=lit)


def on_new_page(facts: Facts, before: FlowState, files: tuple[Path, ...]) -> Facts:
    """The visit, which was at `before`, has turned a page; `files` are what the review plays."""
    flow = facts.flow
    asked = {Page.RECORDING: RecordAsked(), Page.SAVING: StopAsked()}.get(flow.page)
    if flow.page is Page.DEVICE_CHECK and before.page is not Page.INSTRUCTIONS:
        asked, facts = PrepareAsked(), replace(facts, heard=False)
    recorder = facts.recorder
    if flow.page in _WITHOUT_DEVICES:
        recorder = RecorderState()
    elif asked is not None:
        recorder = after(recorder, asked)
    facts = replace(
        facts, recorder=recorder, files=files, cannot_play=False, trouble_before=flow.trouble
    )
    if flow.page is Page.WELCOME:
        facts = replace(facts, qualities={}, heard=False)
    return facts
