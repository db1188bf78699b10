"""How what happens changes what the window knows: facts and an event in, new facts out. Pure."""

from dataclasses import replace

from desktop.station_events import QualityChecked, Recovered, StaffCalled
from desktop.ui import texts
from desktop.ui.facts import Facts, Notice
from desktop.ui.quality_banner import Checked, and_checked
from desktop.ui.recorder_state import after
from desktop.ui.retelling import retell
from desktop.ui.words import tr
from uploader.items import QueueSnapshot, UploadEvent


def after_event(facts: Facts, event: object, camera: int) -> Facts:
    """Something happened: at a camera, 0 the first, or to the station, which says 0 as well."""
    facts = _and_notice(_and_recorder(facts, event, camera), event, camera)
    if isinstance(event, StaffCalled):
        facts = replace(facts, staff_called=event.sounding)
    if facts.not_growing is None and facts.alarm_hidden:
        facts = replace(facts, alarm_hidden=False)
    return facts


def after_wish(facts: Facts, event: object) -> Facts:
    """What a person asked for holds for every camera beside the first one, too."""
    for number in range(len(facts.beside)):
        facts = _and_recorder(facts, event, number + 1)
    return facts


def after_choice(facts: Facts, camera: int, source: str) -> Facts:
    """A camera, 0 the first, is another one from now on."""
    if not camera:
        return replace(facts, source=source)
    cameras = list(facts.beside)
    cameras[camera - 1] = replace(cameras[camera - 1], source=source)
    return replace(facts, beside=tuple(cameras))


def after_snapshot(facts: Facts, queue: QueueSnapshot) -> Facts:
    """This is the queue now."""
    last_bytes_s = queue.sending.bytes_s or facts.last_bytes_s
    return replace(facts, queue=queue, queue_problem=None, last_bytes_s=last_bytes_s)


def _and_recorder(facts: Facts, event: object, camera: int) -> Facts:
    if not camera:
        return replace(facts, recorder=after(facts.recorder, event))
    cameras = list(facts.beside)
    beside = cameras[camera - 1]
    cameras[camera - 1] = replace(beside, recorder=after(beside.recorder, event))
    return replace(facts, beside=tuple(cameras))


def _and_notice(facts: Facts, event: object, camera: int) -> Facts:
    if isinstance(event, Recovered):
        told = Notice(f"{retell(event.title)}.", retell(event.sentence), "info")
        return replace(facts, recovered=told)
    if isinstance(event, UploadEvent) and event.event == "full":
        return replace(facts, notice=Notice(tr(texts.QUEUE_FULL_TITLE), retell(event.why)))
    if isinstance(event, QualityChecked):
        found = Checked(camera, facts.name_of(camera), event.quality)
        return replace(facts, checked=and_checked(facts.checked, found))
    return facts
